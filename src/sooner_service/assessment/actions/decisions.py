"""A person decides about a child's tier: up, down or to stay, whatever was proposed, and says why."""

from collections.abc import Mapping

from sooner.assessment.movement import HIGHEST_TIER
from sooner_service.assessment.models import TierMove
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.plans.models import Goal
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.models import Child
from sooner_service.register.notices import tell_family


def decide(
    *, viewer: Viewer, child: Child, goal: Goal | None, kind: str, to_tier: int, reason: str, family_view: str = "",
    alternative: str = "", evidence: Mapping[str, object],
) -> TierMove:
    """Keep a decision with its reason and evidence, move the child's tier, and tell the family. Raises CannotAssess, Refused.

    `evidence` is what the page showed when the person decided. The decision may differ from what was proposed.
    """
    with acting(viewer, record="decision", action="decide", child=child) as act:
        child = Child.objects.select_for_update().get(pk=child.pk)
        _must_make_sense(kind, child.tier, to_tier, reason)
        move = TierMove.objects.create(
            child=child, goal=goal, kind=kind, from_tier=child.tier, to_tier=to_tier, proposed_kind=str(evidence.get("proposal", "")),
            reason=reason.strip(), family_view=family_view.strip(), alternative=alternative.strip(), evidence=dict(evidence),
            decided_by=viewer.person, decided_by_role=viewer.role, decided_on=viewer.on, decided_at=viewer.now,
        )
        child.tier = to_tier
        child.save(update_fields=["tier"])
        tell_family(
            viewer, child=child, step="support_decided", reference=child.reference, subject="A decision about support",
            body="The school has looked at the support and decided what happens next. Your page gives the decision and the reason. "
            "You can say what you think. You can ask the council for an EHC needs assessment at any time.",
        )
        act.made, act.child = move, child
        act.details = {"kind": kind, "from": move.from_tier, "to": to_tier, "proposed": move.proposed_kind}
        return move


def _must_make_sense(kind: str, from_tier: int, to_tier: int, reason: str) -> None:
    if kind not in TierMove.Kind.values:
        raise CannotAssess("Choose what happens with the support.")
    if not 0 <= to_tier <= HIGHEST_TIER:
        raise CannotAssess("Choose a tier that exists.")
    if not reason.strip():
        raise CannotAssess("Give the reason for the decision. The family reads it.")
    if kind == TierMove.Kind.STEP_UP and to_tier <= from_tier:
        raise CannotAssess("To step up, choose a higher tier than the present one.")
    if kind == TierMove.Kind.FADE and to_tier > from_tier:
        raise CannotAssess("To fade support, choose the present tier or a lower one.")
    if kind not in {TierMove.Kind.STEP_UP, TierMove.Kind.FADE} and to_tier != from_tier:
        raise CannotAssess("This decision leaves the tier as it is. To move the child, choose to fade or to step up.")
