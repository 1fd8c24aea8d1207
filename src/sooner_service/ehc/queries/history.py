"""What happened in a case, in words."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner.clocks.vocabulary import EVENTS
from sooner_service.design.words import lower_first, uk_date
from sooner_service.ehc.legal_tests import ASSESS_LIMBS, ISSUE_LIMBS
from sooner_service.ehc.models import AdviceRequest, Case, CaseEvent
from sooner_service.ehc.queries.documents import CAUSES
from sooner_service.ehc.recordable import RECORDABLE, value_words
from sooner_service.register.access import NotFound

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
    may_be_taken_back: bool


def history_rows(events: list[CaseEvent]) -> list[HistoryRow]:
    """The events in words, in order."""
    return [
        HistoryRow(
            each, event_words(each), [(LIMBS.get(limb, limb), words) for limb, words in each.legal_test.items()],
            each.event in RECORDABLE and not each.withdrawn_because,
        )
        for each in events
    ]


def event_in(case: Case, number: int) -> CaseEvent:
    """One standing event of this case that can be taken back. Raises NotFound."""
    found = CaseEvent.objects.filter(case=case, pk=number, event__in=RECORDABLE, withdrawn_because="").select_related("recorded_by").first()
    if found is None:
        raise NotFound
    return found


def notices_to_appeal(case: Case) -> list[tuple[str, str]]:
    """The decision notices of a case that somebody can appeal, by their marks, in words."""
    found = CaseEvent.objects.filter(case=case, event="notice_sent", withdrawn_because="")
    return [(str(each.fields["id"]), f"{event_words(each)}, {uk_date(each.on)}") for each in found if each.fields.get("id")]


def event_words(event: CaseEvent) -> str:
    """What happened, with the decision, body or ground where it has one."""
    words = WORDS.get(event.event) or EVENTS[event.event].words
    more = event.fields.get("name") or event.fields.get("ground") or BODIES.get(str(event.fields.get("body")), "")
    chosen = [value_words(event.event, str(event.fields[name])) for name in ("decision", "kind", "step") if event.fields.get(name)]
    more = more or "; ".join(lower_first(each) for each in chosen)
    changed = event.fields.get("changes")
    if isinstance(changed, dict):
        more = "; ".join(f"section {key}, {lower_first(CAUSES.get(cause, cause))}" for key, cause in changed.items())
    return f"{words}: {more}" if more else words
