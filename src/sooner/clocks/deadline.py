"""One row of the answer: a duty with its limit and whether it was met, and the sentence that says why."""

from datetime import date, timedelta
from typing import Literal, NamedTuple

from sooner.clocks.case import Event
from sooner.clocks.vocabulary import EVENTS
from sooner.clocks.working_days import days_before, on_or_before
from sooner.law.england_2014.duties import Checked, Duty, Owner, Standing

Status = Literal["open", "met", "late", "disapplied", "not_applicable", "ended"]

PRACTICABLE_WORKING_DAYS = 5
_UNITS = {
    "days": "day", "weeks": "week", "months": "month", "working_days": "working day", "tribunal_days": "Tribunal working day",
    "school_days": "school day",
}
_OWNERS = {
    "local_authority": "the council", "adviser": "the adviser", "family": "the family", "setting": "the setting", "school": "the school",
    "health_body": "the health body", "mediation_adviser": "the mediation adviser", "tribunal": "the Tribunal",
    "governing_body": "the governing body",
}


class Deadline(NamedTuple):
    """A duty and the event that started it. `exemption` is the event that disapplies the limit, where one does.

    `is_early` says that inclusive counting took one day from the limit (C-9).
    """

    law: Duty
    for_: Event
    limit_on: date
    status: Status
    done_on: date | None
    days_late: int | None
    exemption: Event | None
    served_on: date | None
    is_early: bool

    @property
    def rule(self) -> str:
        """The rule's id in the rulebook."""
        return self.law.id

    @property
    def step(self) -> str | None:
        """Which of several dated steps of one rule, or nothing."""
        return self.law.step or None

    @property
    def duty(self) -> str:
        """What has to be done, in plain words."""
        return self.law.duty

    @property
    def owner(self) -> Owner:
        """Who has to do it, or whose right it is."""
        return self.law.owner

    @property
    def authority(self) -> str:
        """The provision."""
        return self.law.authority

    @property
    def standing(self) -> Standing:
        """Its legal force."""
        return self.law.standing

    @property
    def checked(self) -> Checked:
        """How its text was verified."""
        return self.law.checked

    @property
    def ground(self) -> str | None:
        """The ground of the exemption that disapplies the limit, X-1 to X-7."""
        return str(self.exemption.fields["ground"]) if self.exemption else None

    @property
    def act_by(self) -> date:
        """The last working day on or before the limit (C-4). Time to appeal runs to its own limit (TR-10)."""
        return self.limit_on if self.rule == "TR-10" else on_or_before(self.limit_on)

    @property
    def practicable_on(self) -> date | None:
        """A target, not law, for a duty owed as soon as practicable: 5 working days before `act_by` (C-8)."""
        return days_before(self.act_by, PRACTICABLE_WORKING_DAYS) if self.law.is_soon_as_practicable else None

    @property
    def margin(self) -> int:
        """Days by which a family's reading is later: the day inclusive counting took, and the days between two readings of receipt."""
        latest_on = self.for_.fields.get("latest_on")
        readings = max((latest_on - self.for_.on).days, 0) if isinstance(latest_on, date) else 0
        return readings + self.is_early

    @property
    def family_limit_on(self) -> date:
        """The later reading of the limit. A family is told that something is late only after this day."""
        return self.limit_on + timedelta(days=self.margin)

    @property
    def family_status(self) -> Status:
        """The status as a family is told it."""
        if self.status != "late" or self.days_late is None or self.days_late > self.margin:
            return self.status
        return "met" if self.done_on else "open"

    @property
    def because(self) -> str:
        """One plain sentence: what started the clock, how long it runs and what became of it."""
        start = f"{EVENTS[self.for_.event].words} on {plain_date(self.for_.on)}"
        served = f", which counts as served on {plain_date(self.served_on)}," if self.served_on and self.served_on != self.for_.on else ""
        return f"{start}{served} and {self._allowed()}, so the last day is {plain_date(self.limit_on)}{self._so()}."

    def _allowed(self) -> str:
        law, owner = self.law, _OWNERS[self.law.owner]
        counting = " counting that day" if self.is_early or law.counting == "beginning_with" else ""
        if law.period:
            return f"the time allowed is {law.period}{counting if self.is_early else ''}"
        amount = f"{law.amount} {_UNITS[law.unit]}{'' if law.amount == 1 else 's'}"
        return f"{owner} must act {amount} ahead" if law.counting == "before" else f"{owner} has {amount}{counting}"

    def _so(self) -> str:
        if self.status == "disapplied":
            return f", but exemption {self.ground} disapplies this limit"
        if self.status == "not_applicable":
            return ", but this no longer applies"
        if self.status == "ended":
            return f", which has passed{self._done()}"
        if self.status == "late":
            days = "1 day" if self.days_late == 1 else f"{self.days_late} days"
            return f"; it was done {days} late on {plain_date(self.done_on)}" if self.done_on else f"; it is {days} late"
        return self._done()

    def _done(self) -> str:
        return f"; it was done on {plain_date(self.done_on)}" if self.done_on else ""


def plain_date(day: date | None) -> str:
    """A date as people write it: 3 March 2027."""
    return f"{day.day} {day:%B} {day.year}" if day else "no day"
