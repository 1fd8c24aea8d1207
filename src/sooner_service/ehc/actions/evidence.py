"""Evidence already in the record: offered by its authors, agreed by the family, attached by the authority. Never unasked."""

from sooner_service.ehc.models import Case, EvidenceItem
from sooner_service.ehc.queries.evidence import Offerable
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting, hold


class CannotAttach(Exception):
    """The evidence may not be used as things stand. The message is a sentence."""


def offer_evidence(*, viewer: Viewer, case: Case, items: list[Offerable]) -> list[EvidenceItem]:
    """The setting offers what it wrote. Nothing reaches the case until the family agrees."""
    with acting(viewer, record="evidence", action="offer", child=case.child) as act:
        made = [
            EvidenceItem.objects.get_or_create(
                case=case, kind=item.kind, record_id=item.record_id,
                defaults={"title": item.title, "dated_on": item.dated_on, "offered_by": viewer.person, "offered_at": viewer.now},
            )[0]
            for item in items
        ]
        act.made = case
        act.details = {"offered": len(made)}
        return made


def answer_offer(*, viewer: Viewer, item: EvidenceItem, is_yes: bool) -> EvidenceItem:
    """The family says whether an item may be used."""
    with acting(viewer, record="evidence", action="agree", child=item.case.child) as act:
        hold(item)
        if item.attached_at is not None:
            raise CannotAttach("This has been added to the case already. Ask the co-ordinator about it.")
        item.family_agreed_by = viewer.person if is_yes else None
        item.family_agreed_at = viewer.now if is_yes else None
        item.family_declined_at = None if is_yes else viewer.now
        item.save()
        act.made = item
        return item


def attach(*, viewer: Viewer, item: EvidenceItem) -> EvidenceItem:
    """Add an agreed item to the case."""
    with acting(viewer, record="evidence", action="attach", organisation_id=item.case.authority_id) as act:
        hold(item)
        if item.attached_at is not None:
            raise CannotAttach("This has been added to the case already. Nothing was changed.")
        if item.family_agreed_at is None:
            raise CannotAttach("The family has not agreed to this. It stays out of the case.")
        item.attached_by, item.attached_at = viewer.person, viewer.now
        item.save(update_fields=["attached_by", "attached_at"])
        act.made, act.child = item, item.case.child
        return item
