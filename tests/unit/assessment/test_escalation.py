"""Which promises are overdue, who must act and what the family is told."""

from datetime import date, timedelta

import pytest

from sooner.assessment.escalation import FAMILY_OPTIONS, overdue
from sooner.assessment.tiers import tier_model

MONDAY = date(2027, 1, 11)
SCHOOL_DAYS = [day for day in (MONDAY + timedelta(days=number) for number in range(120)) if day.weekday() < 5]


def found(happened, *, on, school_days=SCHOOL_DAYS):
    return [(each.service_level.id, each.due_on, each.school_days_late) for each in overdue(happened, on=on, school_days=school_days)]


def test_a_concern_is_acknowledged_within_five_school_days():
    assert found({"concern_noted": MONDAY}, on=date(2027, 1, 18)) == []
    assert found({"concern_noted": MONDAY}, on=date(2027, 1, 19)) == [("concern_acknowledged", date(2027, 1, 18), 1)]


def test_a_promise_kept_is_never_overdue_and_one_kept_later_was_overdue_until_then():
    happened = {"concern_noted": MONDAY, "concern_acknowledged": date(2027, 1, 20), "baseline_completed": date(2027, 1, 15)}
    happened["first_session"] = date(2027, 1, 18)
    assert found(happened, on=date(2027, 1, 19)) == [("concern_acknowledged", date(2027, 1, 18), 1)]
    assert found(happened, on=date(2027, 1, 20)) == []


def test_the_longest_overdue_comes_first():
    late = found({"concern_noted": MONDAY, "concern_acknowledged": None}, on=date(2027, 2, 1))
    assert [each[0] for each in late] == ["concern_acknowledged", "baseline_completed"]


def test_a_support_not_reviewed_by_week_eight_goes_to_the_sencos_line_manager():
    late = overdue({"first_session": MONDAY}, on=date(2027, 3, 9), school_days=SCHOOL_DAYS)
    assert [each.service_level.id for each in late] == ["support_reviewed"]
    assert late[0].who_is_told == "The SENCO's line manager"
    assert late[0].sentence == (
        "Support is reviewed with the family by week eight: this was due by 8 March 2027. "
        "SENCO must act, and this goes to: The SENCO's line manager."
    )
    assert late[0].family_sentence.startswith("We promised: support is reviewed with the family by week eight.")


def test_a_specialist_not_allocated_in_ten_school_days_is_overdue():
    late = found({"specialist_asked": MONDAY}, on=date(2027, 1, 26))
    assert late == [("specialist_allocated", date(2027, 1, 25), 1)]


def test_where_nobody_is_trained_the_area_has_two_school_days():
    late = found({"area_asked_to_sign": MONDAY}, on=date(2027, 1, 14))
    assert late == [("area_service_signs", date(2027, 1, 13), 1)]


def test_the_family_is_shown_its_options_with_the_right_to_ask_for_an_assessment():
    assert any("EHC needs assessment" in option for option in FAMILY_OPTIONS)
    assert overdue({"concern_noted": MONDAY}, on=date(2027, 1, 19), school_days=SCHOOL_DAYS)[0].family_options == FAMILY_OPTIONS


def test_where_the_calendar_ends_too_soon_nothing_is_called_overdue():
    assert found({"concern_noted": MONDAY}, on=date(2027, 6, 1), school_days=SCHOOL_DAYS[:4]) == []


def test_an_event_nobody_counts_from_is_refused():
    with pytest.raises(ValueError, match="'concern_raised' is not an event a promise counts from. Use: area_asked_to_sign"):
        overdue({"concern_raised": MONDAY}, on=MONDAY, school_days=SCHOOL_DAYS)


def test_the_other_pack_makes_the_same_promises():
    late = overdue({"concern_noted": MONDAY}, on=date(2027, 1, 19), school_days=SCHOOL_DAYS, pack="proposals_2026")
    assert late[0].service_level == tier_model("proposals_2026").service_levels[0]
