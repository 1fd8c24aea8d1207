"""The dated duties of the EHC process: what each counts from, for how long, who owes it and on whose authority."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, cached_property
from typing import Literal

from sooner.law.tables import About, read

Standing = Literal["in_force", "statutory_guidance", "proposed", "derived", "practice"]
Checked = Literal["V", "V2", "FC", "R"]
Owner = Literal[
    "local_authority", "adviser", "family", "setting", "school", "health_body", "mediation_adviser", "tribunal", "governing_body",
]

_DAYS_IN: Mapping[str, int] = {"days": 1, "weeks": 7}
TABLES = ("request", "review", "reassessment", "moving", "appeals", "orders", "schools")


@dataclass(frozen=True)
class Duty:
    """One dated duty or right. Events are named as in the clocks' vocabulary; `name=value` narrows one to its decision or kind.

    `counting`: `after` leaves the first day out (C-1), `beginning_with` counts it (C-2), `before` counts back from it.
    `worked_out` names the sum for a limit that is more than one period. `clock` names a different date of the event to
    count from. `checked`: V read in the instrument, V2 in a reliable secondary page, FC checked again, R recalled only.
    """

    id: str
    duty: str
    owner: Owner
    counts_from: tuple[str, ...]
    authority: str
    checked: Checked
    standing: Standing = "in_force"
    amount: int = 0
    unit: Literal["days", "weeks", "months", "working_days", "tribunal_days", "school_days"] = "days"
    counting: Literal["after", "beginning_with", "before"] = "after"
    clock: Literal["", "service", "meeting_on", "hearing_on", "starts_on"] = ""
    worked_out: str = ""
    fixed_on: date | None = None
    step: str = ""
    met_by: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()
    exempt: tuple[str, ...] = ()
    is_by_id: bool = False
    is_renewed: bool = False
    is_early_warned: bool = False
    is_soon_as_practicable: bool = False
    period: str = ""
    note: str = ""

    @cached_property
    def span(self) -> timedelta | None:
        """From the day counted from to the last day, where the period is in days or weeks."""
        if self.unit not in _DAYS_IN or self.fixed_on is not None:
            return None
        days = self.amount * _DAYS_IN[self.unit]
        return timedelta(days=-days if self.counting == "before" else days - (self.counting == "beginning_with"))


@dataclass(frozen=True)
class Table:
    """One file of duties."""

    about: About
    duties: tuple[Duty, ...]


@cache
def tables() -> Mapping[str, Table]:
    """Every file of dated duties by name, in the order of the process."""
    return {name: read(f"england_2014/{name}.toml", Table) for name in TABLES}


@cache
def duties() -> tuple[Duty, ...]:
    """Every dated duty in force, in the order of the process."""
    return tuple(duty for table in tables().values() for duty in table.duties)
