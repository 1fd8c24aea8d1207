"""Attendance codes and the days on which each may be used."""

from datetime import date

import pytest

from sooner.attendance.codes import UnknownCode, all_codes, attendance_code, codes_in_force

BEFORE, AFTER = date(2024, 8, 18), date(2024, 8, 19)


def test_the_interview_code_changed_and_stopped_counting_as_attendance():
    assert attendance_code("J", on=BEFORE).category == "approved_activity"
    assert attendance_code("J1", on=AFTER).category == "authorised"


@pytest.mark.parametrize("mark", ["H", "J", "Y"])
def test_an_ended_code_cannot_be_used_from_august_2024(mark):
    assert attendance_code(mark, on=BEFORE).code == mark
    with pytest.raises(UnknownCode, match="could not be used on 19 August 2024"):
        attendance_code(mark, on=AFTER)


@pytest.mark.parametrize("mark", ["C1", "C2", "J1", "K", "Q", "Y1", "Y7"])
def test_a_new_code_cannot_be_used_before_august_2024(mark):
    with pytest.raises(UnknownCode):
        attendance_code(mark, on=BEFORE)


def test_thirty_four_codes_are_in_force():
    assert len(codes_in_force(AFTER)) == 34
    assert len(all_codes()) == 37


def test_a_mark_that_is_no_code_is_refused_with_the_list():
    with pytest.raises(UnknownCode, match="'A' is not an attendance code. Use one of: /"):
        attendance_code("A")
