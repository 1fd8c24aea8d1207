"""Rates of attendance, as the national statistics count them."""

import pytest

from sooner.attendance.codes import UnknownCode
from sooner.attendance.rates import rates


def test_approved_activity_counts_as_attendance():
    assert rates({"/": 80, "\\": 10, "B": 5, "I": 5}).attendance_share == 0.95


def test_a_session_expected_at_another_school_is_not_possible_here():
    found = rates({"/": 9, "D": 6, "Y4": 2, "O": 1})
    assert (found.possible, found.present, found.unauthorised) == (10, 9, 1)


def test_exactly_a_tenth_missed_is_persistent_absence():
    assert rates({"/": 27, "I": 3}).is_persistently_absent
    assert not rates({"/": 28, "I": 3}).is_persistently_absent


def test_exactly_half_missed_is_severe_absence():
    assert rates({"/": 10, "I": 4, "O": 6}).is_severely_absent
    assert not rates({"/": 11, "I": 4, "O": 6}).is_severely_absent


def test_a_part_time_timetable_lowers_attendance_and_is_shown():
    found = rates({"/": 60, "C2": 40})
    assert (found.attendance_share, found.reduced_timetable_share, found.authorised) == (0.6, 0.4, 40)


def test_with_no_possible_session_there_is_no_share_and_no_absence():
    found = rates({"X": 10})
    assert (found.attendance_share, found.reduced_timetable_share) == (None, None)
    assert not found.is_persistently_absent
    assert not found.is_severely_absent


def test_a_wrong_mark_or_count_is_refused():
    with pytest.raises(UnknownCode):
        rates({"?": 1})
    with pytest.raises(ValueError, match="-1 sessions of '/'"):
        rates({"/": -1})
