"""Which stage a family is at, and whether this adult has said how confident they feel at it."""

from collections.abc import Mapping

from sooner_service.advice.five_answers import Facts
from sooner_service.advice.models import Pulse
from sooner_service.register.access import Viewer, may
from sooner_service.register.models import Child

STAGES: Mapping[str, str] = {
    "first_concern": "a worry has been noted",
    "finding_out": "the needs are being found out",
    "support": "help has started",
    "plan": "there is a support plan",
    "ehc_request": "you have asked for an EHC needs assessment",
    "ehc_assessment": "the needs are being assessed",
    "ehc_draft": "there is a draft EHC plan",
    "ehc_plan": "there is an EHC plan",
    "ehc_refused": "the council has said no",
}
_CASE_STAGES: Mapping[tuple[str, str], str] = {
    ("decision_assess", "no"): "ehc_refused",
    ("decision_issue", "no"): "ehc_refused",
    ("decision_assess", "yes"): "ehc_assessment",
    ("decision_issue", "yes"): "ehc_assessment",
    ("advice_requested", ""): "ehc_assessment",
    ("advice_received", ""): "ehc_assessment",
    ("draft_served", ""): "ehc_draft",
    ("representations_received", ""): "ehc_draft",
    ("plan_finalised", ""): "ehc_plan",
    ("review_decision", "maintain"): "ehc_plan",
    ("review_decision", "amend"): "ehc_plan",
}


def stage_of(facts: Facts) -> str:
    """The stage a family is at now: a key of STAGES, empty when nothing has begun."""
    case = facts.case
    if case is not None:
        return _CASE_STAGES.get((case.last_event, case.last_decision)) or _CASE_STAGES.get((case.last_event, "")) or "ehc_request"
    if facts.plan_status:
        return "plan"
    if facts.support is not None:
        return "support"
    if facts.baseline:
        return "finding_out"
    return "first_concern" if facts.concern_on else ""


def may_be_asked(viewer: Viewer, child: Child, stage: str) -> bool:
    """Whether to ask this adult at this stage: once, and only those whose answer is counted."""
    if not stage or not may(viewer, record="pulse", action="give", child=child).is_allowed:
        return False
    return not Pulse.objects.filter(child=child, person=viewer.person, stage=stage).exists()
