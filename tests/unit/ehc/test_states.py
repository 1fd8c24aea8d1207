"""Where a case stands, which events fit there, and what cannot have happened."""

import pytest
from tests.factories.facts import event

from sooner.clocks import Refused
from sooner.clocks.vocabulary import EVENTS
from sooner.ehc import allowed_events, diagram, state_after, state_words
from sooner.law.england_2014.process import process

REQUEST = "request_received 2026-01-12"
TO_DRAFT = (REQUEST, "decision_assess 2026-02-20 decision=yes", "decision_issue 2026-04-20 decision=yes", "draft_served 2026-05-01")
TO_FINAL = (*TO_DRAFT, "representations_received 2026-05-10", "plan_finalised 2026-05-20")


@pytest.mark.parametrize(
    ("lines", "state"),
    [
        ((), "requested"),
        ((REQUEST,), "requested"),
        ((REQUEST, "advice_requested 2026-01-20 body=ep"), "requested"),
        (TO_DRAFT[:2], "assessing"),
        (TO_DRAFT[:3], "drafting"),
        (TO_DRAFT, "draft_issued"),
        ((*TO_DRAFT, "draft_served 2026-05-08"), "draft_issued"),
        (TO_FINAL, "plan_final"),
        ((REQUEST, "decision_assess 2026-02-20 decision=no"), "refused_to_assess"),
        ((*TO_DRAFT[:2], "decision_issue 2026-04-20 decision=no"), "no_plan"),
        ((REQUEST, "request_withdrawn 2026-02-01"), "withdrawn"),
        ((REQUEST, "decision_assess 2026-02-20 decision=no", "order 2026-09-01 kind=assess"), "assessing"),
        ((REQUEST, "decision_assess 2026-02-20 decision=no", "decision_assess 2026-03-20 decision=yes"), "assessing"),
        ((*TO_DRAFT[:2], "decision_issue 2026-04-20 decision=no", "concession 2026-09-01 kind=make_plan"), "drafting"),
        ((REQUEST, "decision_assess 2026-02-20 decision=no", "order 2026-09-01 kind=contents"), "refused_to_assess"),
        ((REQUEST, "decision_assess 2026-02-20 decision=no", "order 2026-09-01 kind=continue"), "refused_to_assess"),
        ((REQUEST, "request_withdrawn 2026-02-01", "request_received 2026-03-01"), "requested"),
        ((*TO_FINAL, "request_received 2026-06-01"), "plan_final"),
        ((*TO_FINAL, "review_meeting 2027-03-01"), "in_review"),
        ((*TO_FINAL, "review_meeting 2027-03-01", "review_decision 2027-03-20 decision=maintain"), "plan_final"),
        ((*TO_FINAL, "review_meeting 2027-03-01", "review_decision 2027-03-20 decision=amend"), "amending"),
        ((*TO_FINAL, "review_meeting 2027-03-01", "review_decision 2027-03-20 decision=cease", "plan_ceased 2027-06-01"), "ceased"),
        ((*TO_FINAL, "amendment_notice 2027-03-01", "amended_plan_final 2027-04-01"), "plan_final"),
        ((*TO_FINAL, "reassessment_requested 2027-03-01", "reassessment_decision 2027-03-10 decision=no"), "plan_final"),
        ((*TO_FINAL, "reassessment_decision 2027-03-10 decision=yes"), "reassessing"),
        ((*TO_FINAL, "reassessment_decision 2027-03-10 decision=yes", "reassessed_plan_final 2027-05-10"), "plan_final"),
        ((*TO_FINAL, "plan_ceased 2027-06-01", "order 2027-09-01 kind=continue"), "plan_final"),
        (("plan_finalised 2026-05-20",), "plan_final"),
        ((REQUEST, "plan_finalised 2026-05-20"), "plan_final"),
        ((REQUEST, "review_meeting 2026-11-20"), "in_review"),
    ],
)
def test_the_state_follows_from_the_events_in_any_order(lines, state):
    events = [event(line) for line in lines]
    assert state_after(events) == state_after(events[::-1]) == state


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ((*TO_FINAL, "decision_assess 2026-06-20 decision=yes"), "2026-06-20"),
        ((REQUEST, "request_withdrawn 2026-02-01", "draft_served 2026-03-01"), "taken back"),
        ((*TO_DRAFT, "plan_finalised 2026-05-20", "draft_served 2026-06-01"), "draft_served"),
        ((REQUEST, "decision_assess 2026-02-20 decision=no", "plan_finalised 2026-05-20"), "not to assess"),
        ((REQUEST, "decision_assess 2026-02-20 decision=maybe"), "maybe"),
    ],
)
def test_what_cannot_have_happened_is_refused_with_a_sentence(lines, words):
    with pytest.raises(Refused, match=words):
        state_after([event(line) for line in lines])


def test_each_state_allows_what_fits_it():
    assert {"decision_assess", "request_withdrawn", "exemption", "advice_requested"} <= allowed_events("requested")
    assert not {"draft_served", "plan_finalised", "representations_received", "request_received", "review_meeting"} & allowed_events("requested")
    assert {"draft_served", "decision_issue", "advice_received", "request_withdrawn"} <= allowed_events("assessing")
    assert {"representations_received", "plan_finalised", "draft_served", "decision_issue", "setting_consulted"} <= allowed_events("draft_issued")
    assert {"review_meeting", "amendment_notice", "phase_transfer", "plan_ceased", "notice_sent"} <= allowed_events("plan_final")
    assert "request_received" in allowed_events("withdrawn")
    assert {"mediation_contact", "appeal_registered", "order", "order_step_done"} <= allowed_events("refused_to_assess")


def test_a_step_that_a_state_allows_can_be_taken_from_it():
    for step in process().steps:
        for start in step.from_:
            assert step.event.partition("=")[0] in allowed_events(start)


def test_every_event_fits_some_state_and_every_state_can_be_reached():
    names = [state.name for state in process().states]
    assert frozenset().union(*(allowed_events(name) for name in names)) == set(EVENTS)
    assert set(names) - {"requested"} == {step.to for step in process().steps} - {"requested"}
    assert all(len(name) <= 24 for name in names)


def test_a_state_there_is_not_is_refused():
    with pytest.raises(Refused, match="lost"):
        allowed_events("lost")
    assert state_words("draft_issued") == "The draft plan is with the family"


def test_the_diagram_draws_every_state_and_step():
    drawn = diagram()
    assert drawn.startswith("stateDiagram-v2\n    [*] --> requested")
    assert "    draft_issued --> plan_final: Send the final plan\n" in drawn
    assert drawn.count("-->") == 1 + sum(len(step.from_) for step in process().steps) + sum(state.is_end for state in process().states)
