"""What in a child's record may be offered as evidence, and what was offered, agreed and attached."""

from dataclasses import dataclass
from datetime import date

from sooner_service.assessment.models import Baseline, TierMove
from sooner_service.ehc.models import Case, EvidenceItem
from sooner_service.plans.models import PlanVersion
from sooner_service.register.access import NotFound, Viewer


@dataclass(frozen=True)
class Offerable:
    """Something in the record that may be offered. `key` names it on a form."""

    kind: str
    record_id: int
    title: str
    dated_on: date

    @property
    def key(self) -> str:
        """The kind and number together."""
        return f"{self.kind}:{self.record_id}"


def offerable(viewer: Viewer, case: Case) -> list[Offerable]:
    """Signed baselines, final plans and decisions about this child that have not been offered yet."""
    if case.child is None:
        raise NotFound
    taken = set(case.evidence.values_list("kind", "record_id"))
    found = [
        *(Offerable("baseline", each.pk, "Baseline assessment", each.signed_at.date()) for each in
          Baseline.objects.filter(child=case.child, signed_at__isnull=False) if each.signed_at),
        *(Offerable("plan", each.pk, f"Support plan, version {each.number}", each.final_at.date()) for each in
          PlanVersion.objects.filter(plan__child=case.child, final_at__isnull=False) if each.final_at),
        *(Offerable("decision", each.pk, f"Decision: {each.get_kind_display().lower()}", each.decided_on) for each in
          TierMove.objects.filter(child=case.child)),
    ]
    return [each for each in found if (each.kind, each.record_id) not in taken]


def evidence_item_for(viewer: Viewer, case: Case, number: int) -> EvidenceItem:
    """One offered item of this case. Raises NotFound."""
    item = EvidenceItem.objects.filter(case=case, pk=number).select_related("case__child").first()
    if item is None:
        raise NotFound
    return item


def evidence_of(case: Case) -> list[EvidenceItem]:
    """Everything offered in a case, in the order of its dates."""
    return list(EvidenceItem.objects.filter(case=case).select_related("offered_by", "attached_by"))
