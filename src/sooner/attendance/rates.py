"""Rates of attendance and absence from sessions counted by code, as the national statistics count them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner.attendance.codes import attendance_code

REDUCED_TIMETABLE = "C2"


@dataclass(frozen=True)
class Rates:
    """Sessions by class, and shares of possible sessions (0 to 1, None when no session was possible).

    `present` includes approved activity elsewhere. Persistent absence is a tenth of possible sessions missed or more, severe
    absence a half or more; both are False, never unknown, when no session was possible, as such enrolments are left out.
    """

    possible: int
    present: int
    authorised: int
    unauthorised: int
    attendance_share: float | None
    is_persistently_absent: bool
    is_severely_absent: bool
    reduced_timetable_share: float | None


def rates(counts: Mapping[str, int]) -> Rates:
    """The rates of one enrolment; raises UnknownCode for a mark that is no code, ValueError for a count below nought."""
    by_category = {"present": 0, "approved_activity": 0, "authorised": 0, "unauthorised": 0, "not_possible": 0}
    for mark, sessions in counts.items():
        if sessions < 0:
            raise ValueError(f"{sessions} sessions of '{mark}': sessions are counted from 0 upwards.")
        by_category[attendance_code(mark).category] += sessions
    present = by_category["present"] + by_category["approved_activity"]
    absent = by_category["authorised"] + by_category["unauthorised"]
    possible = present + absent
    return Rates(
        possible=possible,
        present=present,
        authorised=by_category["authorised"],
        unauthorised=by_category["unauthorised"],
        attendance_share=present / possible if possible else None,
        # Whole numbers only: a tenth is not exact in binary, and the boundary case is the one that matters.
        is_persistently_absent=possible > 0 and 10 * absent >= possible,
        is_severely_absent=possible > 0 and 2 * absent >= possible,
        reduced_timetable_share=counts.get(REDUCED_TIMETABLE, 0) / possible if possible else None,
    )
