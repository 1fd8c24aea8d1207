"""The attendance codes of the 2024 regulations: what each means, how it counts, and the days on which it may be used."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from sooner.law.tables import About, read

Category = Literal["present", "approved_activity", "authorised", "unauthorised", "not_possible"]


@dataclass(frozen=True)
class AttendanceCode:
    """One code; `starts_on` is None where it is older than the 2024 regulations, `until` (exclusive) None while in force."""

    code: str
    meaning: str
    category: Category
    starts_on: date | None = None
    until: date | None = None

    def is_in_force(self, on: date) -> bool:
        """Whether a session on a day may be marked with it."""
        return (self.starts_on is None or self.starts_on <= on) and (self.until is None or on < self.until)


@dataclass(frozen=True)
class AttendanceCodes:
    """Everything in attendance_codes.toml."""

    about: About
    codes: tuple[AttendanceCode, ...]


class UnknownCode(ValueError):
    """A mark that is not an attendance code, or not on that day; the message says what to use."""


@cache
def all_codes() -> tuple[AttendanceCode, ...]:
    """Every code, in force or ended, in the order of the list."""
    return read("data_standards/attendance_codes.toml", AttendanceCodes).codes


def codes_in_force(on: date) -> tuple[AttendanceCode, ...]:
    """The codes a register may use on a day."""
    return tuple(code for code in all_codes() if code.is_in_force(on))


def attendance_code(mark: str, *, on: date | None = None) -> AttendanceCode:
    """The code a mark stands for; with a day, only if it may be used on that day. Raises UnknownCode."""
    found = next((code for code in all_codes() if code.code == mark), None)
    if found is None:
        known = " ".join(code.code for code in all_codes() if code.until is None)
        raise UnknownCode(f"'{mark}' is not an attendance code. Use one of: {known}")
    if on is not None and not found.is_in_force(on):
        raise UnknownCode(f"'{mark}' could not be used on {on.day} {on:%B %Y}: {found.meaning}. Choose a code in force that day.")
    return found
