"""What happened in a case, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner_service.ehc.legal_tests import ASSESS_LIMBS, ISSUE_LIMBS
from sooner_service.ehc.models import AdviceRequest, CaseEvent

WORDS: Mapping[str, str] = {
    "request_received": "Request received",
    "became_responsible": "The authority became responsible",
    "request_withdrawn": "Request taken back",
    "decision_assess": "Decided whether to assess",
    "advice_requested": "Advice asked for",
    "advice_received": "Advice received",
    "appointment_missed": "Appointment missed",
    "school_closed": "Setting closed",
    "exemption": "Exemption recorded",
    "decision_issue": "Decided whether to make a plan",
    "draft_served": "Draft sent to the family",
    "representations_received": "The family answered the draft",
    "setting_consulted": "Setting consulted",
    "setting_replied": "Setting replied",
    "plan_finalised": "Plan made final",
    "plan_ceased": "Plan ceased",
    "notice_sent": "Notice sent, with a right to appeal",
}
BODIES = dict(AdviceRequest.Body.choices)
LIMBS: Mapping[str, str] = {**ASSESS_LIMBS, **ISSUE_LIMBS}


@dataclass(frozen=True)
class HistoryRow:
    """One event in words, with each limb of its legal test apart."""

    event: CaseEvent
    words: str
    limbs: list[tuple[str, str]]


def history_rows(events: list[CaseEvent]) -> list[HistoryRow]:
    """The events in words, in order."""
    return [HistoryRow(each, event_words(each), [(LIMBS.get(limb, limb), words) for limb, words in each.legal_test.items()]) for each in events]


def event_words(event: CaseEvent) -> str:
    """What happened, with the decision, body or ground where it has one."""
    words = WORDS.get(event.event, event.event.replace("_", " ").capitalize())
    more = event.fields.get("name") or event.fields.get("ground") or BODIES.get(str(event.fields.get("body")), "")
    if event.event in {"decision_assess", "decision_issue"}:
        more = event.fields.get("decision")
    return f"{words}: {more}" if more else words
