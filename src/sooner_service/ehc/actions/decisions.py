"""The authority's two legal decisions: whether to assess, and whether there is to be a plan. Each limb of each test is recorded apart."""

from collections.abc import Mapping

from sooner_service.ehc.actions.events import CannotStep, keep_event
from sooner_service.ehc.actions.notices import send_notice
from sooner_service.ehc.legal_tests import ASSESS_LIMBS, ISSUE_LIMBS
from sooner_service.ehc.models import Case, CaseEvent
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting


def decide_to_assess(
    *, viewer: Viewer, case: Case, is_yes: bool, legal_test: Mapping[str, str], reasons: str,
    rights: Mapping[str, str] | None = None, told: frozenset[int] | None = None,
) -> CaseEvent:
    """Decide whether to assess (law EHC-02, EHC-04) and send the notice.

    `rights` are the words about mediation, disagreements and advice; the area's usual ones are taken where they are not given.
    `told` are the people whom somebody has checked as recipients; None stands for all who are entitled. Raises CannotStep.
    """
    return _decide(
        viewer, case, event="decision_assess", is_yes=is_yes, legal_test=legal_test, limbs=ASSESS_LIMBS, reasons=reasons,
        kind="will_assess" if is_yes else "refuse_assess", rights=rights, told=told,
    )


def decide_to_issue(
    *, viewer: Viewer, case: Case, is_yes: bool, legal_test: Mapping[str, str], reasons: str,
    rights: Mapping[str, str] | None = None, told: frozenset[int] | None = None,
) -> CaseEvent:
    """Decide whether there is to be a plan (law EHC-07). A "no" sends its notice (law EHC-08); a "yes" is told with the draft."""
    return _decide(
        viewer, case, event="decision_issue", is_yes=is_yes, legal_test=legal_test, limbs=ISSUE_LIMBS, reasons=reasons,
        kind="" if is_yes else "refuse_issue", rights=rights, told=told,
    )


def _decide(
    viewer: Viewer, case: Case, *, event: str, is_yes: bool, legal_test: Mapping[str, str], limbs: Mapping[str, str], reasons: str, kind: str,
    rights: Mapping[str, str] | None, told: frozenset[int] | None,
) -> CaseEvent:
    if not reasons.strip():
        raise CannotStep("Give the reasons for the decision. The family is told them.")
    if set(limbs) - {limb for limb, words in legal_test.items() if words.strip()}:
        raise CannotStep("Answer both parts of the legal test. They are separate questions.")
    with acting(viewer, record="ehc_case", action="decide", organisation_id=case.authority_id) as act:
        kept = keep_event(
            viewer, case, event=event, fields={"decision": "yes" if is_yes else "no"}, reasons=reasons,
            legal_test={limb: legal_test[limb] for limb in limbs},
        )
        if kind:
            send_notice(viewer, case, kind=kind, event=kept, written={**(rights or {}), "reasons": reasons}, told=told)
        act.made, act.child = kept, case.child
        act.details = {"event": event, "decision": "yes" if is_yes else "no"}
        return kept
