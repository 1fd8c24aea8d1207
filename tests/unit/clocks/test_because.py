"""The sentence that says why: what started the clock, how long it runs, what became of it."""

import pytest
from tests.factories.facts import answered, row

from sooner.clocks.vocabulary import ADDED, CONTRACT, EVENTS
from sooner.law.england_2014.duties import duties

REQUEST = "request_received 2026-01-12"


@pytest.mark.parametrize(
    ("lines", "options", "rule", "sentence"),
    [
        ((REQUEST,), {"today": "2026-01-20"}, "EHC-04",
         "The request was received on 12 January 2026 and the council has 6 weeks, so the last day is 23 February 2026."),
        ((REQUEST,), {"today": "2026-01-20", "counting": "inclusive"}, "EHC-04",
         "The request was received on 12 January 2026 and the council has 6 weeks counting that day, so the last day is 22 February 2026."),
        ((REQUEST,), {"today": "2026-02-24"}, "EHC-04",
         "The request was received on 12 January 2026 and the council has 6 weeks, so the last day is 23 February 2026; it is 1 day late."),
        ((REQUEST, "decision_assess 2026-02-25 decision=no"), {}, "EHC-04",
         "The request was received on 12 January 2026 and the council has 6 weeks, so the last day is 23 February 2026; "
         "it was done 2 days late on 25 February 2026."),
        ((REQUEST, "request_withdrawn 2026-01-25"), {}, "EHC-17",
         "The request was received on 12 January 2026 and the council has 20 weeks, so the last day is 1 June 2026, but this no longer applies."),
        ((REQUEST, "exemption 2026-02-01 ground=X-3 impractical=true"), {}, "EHC-17",
         "The request was received on 12 January 2026 and the council has 20 weeks, so the last day is 1 June 2026, "
         "but exemption X-3 disapplies this limit."),
        (("draft_served 2026-12-17 method=first_class",), {}, "EHC-11",
         "The draft plan was sent on 17 December 2026, which counts as served on 21 December 2026, and the family has 15 days counting that day, "
         "so the last day is 4 January 2027, which has passed."),
        (("draft_served 2026-05-06", "representations_received 2026-05-30"), {}, "EHC-11",
         "The draft plan was sent on 6 May 2026 and the family has 15 days counting that day, so the last day is 20 May 2026, "
         "which has passed; it was done on 30 May 2026."),
        (("review_planned 2026-10-01 meeting_on=2026-11-13",), {"today": "2026-10-02"}, "AR-03",
         "The review meeting was planned on 1 October 2026 and the school must act 2 weeks ahead, so the last day is 30 October 2026."),
        ((REQUEST,), {"today": "2026-01-20", "counting": "inclusive"}, "EHC-09",
         "The request was received on 12 January 2026 and the time allowed is 20 weeks less the family's 15 days counting that day, "
         "so the last day is 16 May 2026."),
        (("mediation_agreement_without_authority 2026-11-27",), {"today": "2026-11-28"}, "TR-09",
         "Agreement was reached in mediation without the council on 27 November 2026 and the health body has 1 week, "
         "so the last day is 4 December 2026."),
    ],
)
def test_the_sentence_says_what_started_it_how_long_and_what_became_of_it(lines, options, rule, sentence):
    assert row(answered(*lines, **options), rule).because == sentence


def test_every_event_that_a_duty_names_is_in_the_vocabulary_with_that_value():
    for duty in duties():
        for named in (*duty.counts_from, *duty.met_by, *duty.closed_by):
            name, _, value = named.partition("=")
            if name in {"review_ended", "notice_alone"}:
                continue
            kind = EVENTS[name]
            for part in value.split("/") if value else ():
                assert any(part in holds for holds in kind.fields.values() if isinstance(holds, tuple)), named


def test_the_contracts_events_come_before_those_added():
    assert list(EVENTS)[: len(CONTRACT)] == list(CONTRACT)
    assert not set(CONTRACT) & set(ADDED)
