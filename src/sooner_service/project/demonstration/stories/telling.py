"""What every story of one child needs: the child, its draws, the school days, who works with it, and a place to collect."""

from datetime import date, datetime, timedelta
from typing import TypeVar

from sooner.assessment.baseline import Phase
from sooner.clocks.own_rights import own_rights_from
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.blueprint import AdultPlan, ChildPlan
from sooner_service.project.demonstration.drawing import Drawing, drawing_for
from sooner_service.project.demonstration.phrases import about_child
from sooner_service.project.demonstration.school_days import SchoolDays
from sooner_service.project.demonstration.school_years import at, year_of
from sooner_service.project.demonstration.who import Who, phase_at

Kind = TypeVar("Kind", bound=h.Happening)
SOON_AFTER = timedelta(minutes=7)
PLAN_STEPS = frozenset({h.SupportStarted, h.PlanSaved, h.PlanShared, h.LineAnswered, h.PlanFinalised})


class Telling:
    """One child's story as it grows."""

    def __init__(self, who: Who, child: ChildPlan, what: str) -> None:
        self.who, self.child = who, child
        self.draw: Drawing = drawing_for(who.blueprint.seed, what, child.key)
        self.days: SchoolDays = who.blueprint.days
        self.today: date = who.blueprint.today
        self.told: list[h.Happening] = []
        self._moments: dict[tuple[str, date], datetime] = {}
        self.tier = 3 if child.had_plan_before else 0
        self.own_rights_from = own_rights_from(child.born_on)

    def say(self, kind: type[Kind], day: date, by: str, *fields: object, hour: int = 9) -> None:
        """Something happened on a day; on a day still to come it has not happened.

        What touches the same thing on the same day happens some minutes later than what was told before.
        """
        moment = at(day, hour, self.draw.between(0, 58))
        if day > self.today:
            return
        touched = [(each, day) for each in fields if isinstance(each, str) and each.startswith(self.child.key)]
        touched += [("plan", day)] if kind in PLAN_STEPS else []
        moment = max([moment, *(self._moments[each] + SOON_AFTER for each in touched if each in self._moments)])
        for each in touched:
            self._moments[each] = moment
        self.told.append(kind(moment, by, self.child.key, *fields))

    def words(self, text: str) -> str:
        """A phrase about this child."""
        return about_child(text, self.child)

    def teacher(self, day: date) -> str:
        """The class teacher on a day."""
        return self.who.teacher(self.child, day)

    def assistant(self, day: date) -> str:
        """The teaching assistant on a day."""
        return self.who.assistant(self.child, day)

    @property
    def senco(self) -> str:
        """The SENCO."""
        return self.who.senco(self.child)

    def phase(self, day: date) -> Phase:
        """The child's phase on a day."""
        return phase_at(self.who.blueprint.form_at(self.child, year_of(day))[0])

    def parents(self, day: date) -> list[AdultPlan]:
        """The adults who may act for the child on a day: with responsibility, unrestricted, before the child's own rights."""
        if self.own_rights_from <= day:
            return []
        return [each for each in self.child.adults if each.has_parental_responsibility and not each.restriction_reason and each.email]

    @property
    def earliest(self) -> date:
        """The first day on which something may be noted here."""
        return self.days.after(self.child.joins_on, 4)

    def school_day(self, day: date) -> date:
        """The day, or the next school day."""
        return self.days.on_or_after(day)

    def days_before_today(self, lowest: int, highest: int) -> date:
        """A school day between so many school days ago."""
        return self.days.before(self.today, self.draw.between(lowest, highest))

    def later(self, day: date, lowest: int, highest: int) -> date:
        """A school day so many days after a day."""
        return self.school_day(day + timedelta(days=self.draw.between(lowest, highest)))
