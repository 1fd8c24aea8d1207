"""X-1 to X-7: what each exemption needs, what it reaches, and that it never moves a limit."""

from datetime import date

import pytest
from tests.factories.facts import answered, row, rows, statuses

REQUEST = "request_received 2026-06-15"
CLOSED = "school_closed 2026-07-22 until=2026-09-02 body=school"
X_1 = "exemption 2026-09-03 ground=X-1 impractical=true"
TODAY = "2026-12-01"


@pytest.mark.parametrize(
    ("asked", "expected"),
    [("2026-07-14", "late"), ("2026-07-15", "disapplied"), ("2026-07-16", "disapplied"), ("2026-08-26", "disapplied"), ("2026-08-27", "late")],
)
def test_x_1_needs_advice_asked_from_7_days_before_the_closure_to_7_days_before_it_re_opens(asked, expected):
    found = answered(REQUEST, f"advice_requested {asked} body=school id=a", CLOSED, X_1, today=TODAY)
    assert (row(found, "EHC-08").status, row(found, "EHC-17").status) == (expected, expected)
    assert row(found, "EHC-17").limit_on == date(2026, 11, 2)
    assert bool(found.warnings) == (expected == "late")


def test_x_1_a_closure_of_less_than_28_days_is_no_exemption():
    found = answered(
        "request_received 2026-11-09", "advice_requested 2026-12-18 body=school id=a", "school_closed 2026-12-19 until=2027-01-04 body=school",
        "exemption 2027-01-04 ground=X-1 impractical=true", today="2027-06-01",
    )
    assert row(found, "EHC-17").status == "late"
    assert any("16 days" in warning and "28" in warning for warning in found.warnings)


@pytest.mark.parametrize(("days", "expected"), [(27, "late"), (28, "disapplied")])
def test_x_1_28_days_are_enough(days, expected):
    until = date.fromordinal(date(2026, 7, 22).toordinal() + days)
    found = answered(REQUEST, "advice_requested 2026-07-20 body=school id=a", f"school_closed 2026-07-22 until={until}", X_1, today=TODAY)
    assert row(found, "EHC-17").status == expected


def test_x_1_the_body_asked_must_be_the_one_that_closed():
    found = answered(REQUEST, "advice_requested 2026-07-16 body=ep id=a", CLOSED, X_1, today=TODAY)
    assert row(found, "EHC-17").status == "late"
    assert any("no advice was asked for" in warning for warning in found.warnings)
    found = answered(REQUEST, "advice_requested 2026-07-16 body=school id=a", CLOSED.replace("body=school", "body=early_years"), X_1, today=TODAY)
    assert any("no closure of the school" in warning for warning in found.warnings)


def test_x_1_gives_the_adviser_no_more_time():
    found = answered(REQUEST, "advice_requested 2026-07-16 body=school id=a", CLOSED, X_1, today=TODAY)
    assert row(found, "EHC-06").status == "late"


def test_x_1_must_have_made_the_limit_impractical():
    for words in ("impractical=false", ""):
        found = answered(REQUEST, "advice_requested 2026-07-16 body=school id=a", CLOSED, f"exemption 2026-09-03 ground=X-1 {words}", today=TODAY)
        assert row(found, "EHC-17").status == "late"
        assert any("impractical" in warning for warning in found.warnings)


def test_x_2_is_the_same_test_for_an_early_years_setting():
    lines = [REQUEST, "advice_requested 2026-07-16 body=early_years id=a", CLOSED.replace("=school", "=early_years"), X_1.replace("X-1", "X-2")]
    assert row(answered(*lines, today=TODAY), "EHC-17").status == "disapplied"
    found = answered(*lines[:2], lines[3], today=TODAY)
    assert any("no closure of the early years" in warning for warning in found.warnings)


def test_x_3_reaches_the_limits_whose_time_it_falls_in():
    found = statuses(answered("request_received 2026-01-12", "exemption 2026-03-10 ground=X-3 impractical=true", today="2026-08-01"))
    assert found == {"EHC-04": "late", "EHC-08": "disapplied", "EHC-09": "late", "EHC-17": "disapplied"}


def test_x_3_reaches_an_advisers_six_weeks_too():
    found = answered("advice_requested 2026-02-23 body=ep id=a", "exemption 2026-03-01 ground=X-3 impractical=true", today="2026-08-01")
    assert row(found, "EHC-06").status == "disapplied"


@pytest.mark.parametrize(("until", "expected"), [("2026-03-28", "late"), ("2026-03-29", "disapplied")])
def test_x_4_needs_28_days_in_a_row(until, expected):
    found = answered("request_received 2026-01-12", f"exemption 2026-03-01 ground=X-4 impractical=true until={until}", today="2026-08-01")
    assert row(found, "EHC-17").status == expected


def test_x_4_the_days_must_fall_inside_the_time_of_the_duty():
    found = statuses(
        answered("request_received 2026-01-12", "exemption 2026-02-10 ground=X-4 impractical=true until=2026-03-20", today="2026-08-01")
    )
    assert (found["EHC-04"], found["EHC-08"]) == ("late", "disapplied")


def test_x_4_without_an_end_cannot_be_tested():
    found = answered("request_received 2026-01-12", "exemption 2026-03-01 ground=X-4 impractical=true", today="2026-08-01")
    assert any("'until'" in warning for warning in found.warnings)


def test_x_5_is_only_for_the_adviser_whose_appointment_was_missed():
    lines = ["request_received 2026-01-12", "advice_requested 2026-02-23 body=ep id=a", "advice_requested 2026-02-23 body=health id=b"]
    found = answered(*lines, "appointment_missed 2026-03-10 id=a", "exemption 2026-03-11 ground=X-5 impractical=true", today="2026-08-01")
    assert {each.for_.id: each.status for each in rows(found, "EHC-06")} == {"a": "disapplied", "b": "late"}
    assert row(found, "EHC-17").status == "late"
    found = answered(*lines, "appointment_missed 2026-05-10 id=a", "exemption 2026-05-11 ground=X-5 impractical=true", today="2026-08-01")
    assert any("no appointment was missed" in warning for warning in found.warnings)


def test_x_6_is_not_a_ground():
    with pytest.raises(ValueError, match="X-6"):
        answered("request_received 2026-01-12", "exemption 2026-03-11 ground=X-6 impractical=true")


@pytest.mark.parametrize(
    ("exemption", "expected"),
    [
        ("exemption 2026-12-20 ground=X-7 impractical=true until=2027-01-02", "late"),
        ("exemption 2026-12-20 ground=X-7 impractical=true until=2027-01-03", "disapplied"),
        ("exemption 2026-12-20 ground=X-7 impractical=true", "disapplied"),
        ("exemption 2027-02-20 ground=X-7 impractical=true", "late"),
        ("exemption 2026-12-20 ground=X-3 impractical=true", "late"),
    ],
)
def test_x_7_reaches_only_orders_and_needs_two_weeks_of_absence(exemption, expected):
    found = answered("order 2026-12-18 kind=contents", exemption, today="2027-03-01")
    assert row(found, "TR-20").status == expected
    assert bool(found.warnings) == (expected == "late")


def test_an_exemption_can_name_the_rules_it_is_for():
    found = statuses(
        answered("request_received 2026-01-12", "exemption 2026-02-01 ground=X-3 impractical=true rules=EHC-17", today="2026-08-01")
    )
    assert (found["EHC-08"], found["EHC-17"]) == ("late", "disapplied")


def test_an_exemption_that_names_a_rule_out_of_its_reach_is_warned_about():
    found = answered("request_received 2026-01-12", "exemption 2026-02-01 ground=X-3 impractical=true rules=EHC-17+AR-06", today="2026-08-01")
    assert any("cannot disapply AR-06" in warning for warning in found.warnings)


def test_re_04_is_within_reach_of_x_1_to_x_4():
    found = answered("reassessment_decision 2026-02-01 decision=yes", "exemption 2026-03-01 ground=X-3 impractical=true", today="2026-08-01")
    assert row(found, "RE-04").status == "disapplied"


def test_a_duty_done_within_the_limit_is_met_whatever_the_exemption():
    found = answered("request_received 2026-01-12", "decision_assess 2026-02-20 decision=yes", "exemption 2026-02-01 ground=X-3 impractical=true")
    assert row(found, "EHC-04").status == "met"


def test_a_duty_done_after_the_limit_stays_disapplied_and_counts_no_days_late():
    found = row(answered("request_received 2026-01-12", "plan_finalised 2026-07-01", "exemption 2026-02-01 ground=X-3 impractical=true"), "EHC-17")
    assert (found.status, found.done_on, found.days_late) == ("disapplied", date(2026, 7, 1), None)


def test_today_does_not_decide_whether_a_limit_is_disapplied():
    lines = ("request_received 2026-01-12", "exemption 2026-02-01 ground=X-3 impractical=true")
    assert row(answered(*lines, today="2026-02-02"), "EHC-17").status == "disapplied"
    assert row(answered(*lines, today="2026-09-02"), "EHC-17").status == "disapplied"


def test_an_exemption_dated_after_today_is_a_plan():
    found = answered("request_received 2026-01-12", "exemption 2026-02-01 ground=X-3 impractical=true", today="2026-01-20")
    assert row(found, "EHC-17").status == "open"


def test_x_3_outside_every_time_it_could_reach_is_warned_about():
    found = answered("request_received 2026-01-12", "exemption 2026-01-02 ground=X-3 impractical=true", today="2026-01-20")
    assert any("outside the time" in warning for warning in found.warnings)
