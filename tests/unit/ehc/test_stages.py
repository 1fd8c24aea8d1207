"""The one line of stages that everyone sees."""

from datetime import date

from tests.factories.facts import case

from sooner.clocks import answer
from sooner.ehc import stages

REQUEST = "request_received 2026-01-12"


def line(*lines, today, **more):
    """Name, state and words of each stage."""
    facts = case(*lines, today=today, **more)
    return [(each.name, each.state, each.status_words) for each in stages(facts["events"], answer(facts).deadlines)]


def test_a_new_request_waits_for_the_decision():
    facts = case(REQUEST, today="2026-01-20")
    built = stages(facts["events"], answer(facts).deadlines)
    assert [(each.name, each.state) for each in built] == [
        ("Request", "done"), ("Decide", "current"), ("Gather advice", "ahead"), ("Draft plan", "ahead"), ("Final plan", "ahead"), ("Review", "ahead")
    ]
    assert [each.limit_on for each in built] == [None, date(2026, 2, 23), None, date(2026, 5, 17), date(2026, 6, 1), None]
    assert built[0].done_on == date(2026, 1, 12)
    assert [each.status_words for each in built[:3]] == ["Done", "Now", "Not started"]


def test_late_is_said_in_words_and_days():
    assert line(REQUEST, today="2026-02-24")[1] == ("Decide", "late", "Late by 1 day")
    assert line(REQUEST, "decision_assess 2026-02-25 decision=yes", today="2026-03-01")[1] == ("Decide", "done", "Done 2 days late")
    assert line(REQUEST, "decision_assess 2026-02-20 decision=yes", today="2026-05-20")[3] == ("Draft plan", "late", "Later than it should be")


def test_a_family_is_told_late_only_after_the_later_reading():
    assert line(REQUEST, today="2026-02-23", counting="inclusive")[1][1] == "current"
    assert line(REQUEST, "decision_assess 2026-02-23 decision=yes", today="2026-02-24", counting="inclusive")[1][2] == "Done"


def test_advice_is_done_when_every_answer_is_in():
    asked = (REQUEST, "decision_assess 2026-02-20 decision=yes", "advice_requested 2026-02-20 body=ep id=a", "advice_requested 2026-02-20 body=health id=b")
    half = (*asked, "advice_received 2026-03-10 id=a")
    assert line(*half, today="2026-03-11")[2] == ("Gather advice", "current", "Now")
    assert line(*half, today="2026-04-10")[2] == ("Gather advice", "late", "Late by 7 days")
    assert line(*half, "advice_received 2026-03-20 id=b", today="2026-03-21")[2] == ("Gather advice", "done", "Done")


def test_an_exemption_pauses_the_limit_and_says_so():
    exempt = "exemption 2026-02-01 ground=X-3 impractical=true"
    assert line(REQUEST, exempt, today="2026-03-30")[1][1:] == ("paused", "Exception: the time limit does not apply for now")
    done = line(REQUEST, exempt, "decision_assess 2026-03-01 decision=yes", today="2026-03-30")[1]
    assert done[1:] == ("done", "Done, with an exception from the time limit")


def test_the_draft_shares_the_exception_from_the_final_limit():
    found = line(REQUEST, "decision_assess 2026-02-20 decision=yes", "exemption 2026-03-01 ground=X-3 impractical=true", today="2026-07-01")
    assert [each[1] for each in found] == ["done", "done", "current", "paused", "paused", "ahead"]
    drafted = line(REQUEST, "exemption 2026-03-01 ground=X-3 impractical=true", "draft_served 2026-05-10", today="2026-07-01")
    assert drafted[3][1] == "done"


def test_a_stage_without_a_record_is_passed_once_a_later_one_is_done():
    found = line(REQUEST, "plan_finalised 2026-05-20", today="2026-06-01")
    assert found[1] == ("Decide", "done", "Passed; no day is recorded")
    assert found[4] == ("Final plan", "done", "Done")
    assert found[5] == ("Review", "current", "Now")


def test_the_review_stage_shows_the_next_review():
    facts = case("plan_finalised 2026-05-04", "review_meeting 2027-03-01", "review_decision 2027-03-20 decision=maintain", today="2027-04-01")
    review = stages(facts["events"], answer(facts).deadlines)[5]
    assert (review.state, review.limit_on) == ("current", date(2028, 3, 19))


def test_a_case_that_has_ended_says_why_and_waits_for_nothing():
    refused = line(REQUEST, "decision_assess 2026-02-20 decision=no", today="2026-12-01")
    assert refused[1] == ("Decide", "done", "Done")
    assert refused[2:] == [(name, "ahead", "The council decided not to assess") for name in ("Gather advice", "Draft plan", "Final plan", "Review")]
    assert line(REQUEST, "request_withdrawn 2026-02-01", today="2026-12-01")[1] == ("Decide", "ahead", "The request was taken back")
    assert line("plan_finalised 2026-05-04", "plan_ceased 2026-09-01", today="2026-12-01")[5][2] == "The plan has ended"


def test_a_case_that_was_opened_again_waits_again():
    opened = line(REQUEST, "decision_assess 2026-02-20 decision=no", "order 2026-09-01 kind=assess", today="2026-09-02")
    assert opened[2] == ("Gather advice", "current", "Now")
    assert line(REQUEST, "decision_assess 2026-02-20 decision=yes", today="2026-02-21")[2][1] == "current"


def test_only_the_latest_request_is_shown():
    found = line(REQUEST, "request_withdrawn 2026-02-01", "request_received 2026-09-01", today="2026-09-10")
    assert found[0][1] == "done"
    assert found[1] == ("Decide", "current", "Now")


def test_a_case_without_events_waits_for_a_request():
    assert line(today="2026-09-10")[0] == ("Request", "current", "Now")
