"""From the P-1 date the young person chooses which parent sees the record, and what of it (Safety 4)."""

from collections.abc import Collection

from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting, hold
from sooner_service.register.actions.roll import RIGHTS
from sooner_service.register.models import AdultLink, Child


class CannotShare(Exception):
    """The choice cannot be kept as things stand. The message is a sentence for the young person."""


def choose_sharing(*, viewer: Viewer, child: Child, link: AdultLink, shares: bool, rights: Collection[str] = ()) -> AdultLink:
    """Keep the young person's choice about one parent. The earlier link is kept and ended; a new one begins today.

    `rights` are the details to open when sharing. Raises CannotShare where contact is limited or others must decide.
    """
    with acting(viewer, record="sharing", action="choose", child=child) as act:
        hold(link)
        _must_be_theirs_to_choose(child, link)
        choice = AdultLink.AfterOwnRights.YOUNG_PERSON_AGREES if shares else AdultLink.AfterOwnRights.YOUNG_PERSON_DECLINES
        was = link.after_own_rights
        AdultLink.objects.filter(pk=link.pk).update(until=viewer.on)
        changed = AdultLink.objects.get(pk=link.pk)
        changed.pk = None
        changed._state.adding = True
        changed.starts_on, changed.until, changed.after_own_rights = viewer.on, None, choice
        for right in RIGHTS:
            setattr(changed, right, shares and right in rights)
        changed.save()
        act.made = changed
        act.details = {"from": was, "to": choice, "rights": sorted(rights) if shares else []}
        return changed


def _must_be_theirs_to_choose(child: Child, link: AdultLink) -> None:
    if link.child_id != child.pk or link.until is not None:
        raise CannotShare("This person is no longer linked to you. Nothing was changed.")
    if link.is_restricted:
        raise CannotShare("There is a limit on contact with this person. Talk to your school, your college or the advice service first.")
    if link.after_own_rights == AdultLink.AfterOwnRights.BEST_INTERESTS:
        raise CannotShare("Someone was asked to act for you. Talk to your school, your college or the advice service to change this.")
