"""Goals and scores: what a child is aiming at, and how it goes. A corrected score is added beside the one it replaces."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db import transaction

from sooner_service.plans.models import Goal, Plan, Provision, Score
from sooner_service.plans.precision import UNKNOWN, Precision
from sooner_service.plans.refusals import CannotMeasure
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.models import Child

HIGHEST = Decimal("999999.999")
MOST_DECIMALS = 3


class RowsWrong(Exception):
    """Some rows of a class grid cannot be kept, so none was: `problems` gives the sentence for each goal's id."""

    def __init__(self, problems: dict[int, str]) -> None:
        super().__init__("Nothing was saved yet. Put the marked rows right and save again.")
        self.problems = problems


@dataclass(frozen=True)
class Entry:
    """One score of a class grid."""

    goal: Goal
    value: Decimal


def set_goal(
    *, viewer: Viewer, child: Child, text: str, measure: str, direction: str, decimals: int, baseline: Decimal, starts_on: date,
    aim: Decimal, aim_on: date, provision: Provision | None = None, plan: Plan | None = None, expected: Decimal | None = None,
    precision: Precision = UNKNOWN,
) -> Goal:
    """Set a goal on one measure. `expected` is what most pupils of this age reach, where it is known. Raises CannotMeasure, Refused."""
    with acting(viewer, record="progress", action="set_goal", child=child) as act:
        if direction not in {"increase", "decrease"}:
            raise CannotMeasure("Say whether more or less of this is better.")
        if aim_on <= starts_on:
            raise CannotMeasure("The date to aim for must be after the date of the first score.")
        if not 0 <= decimals <= MOST_DECIMALS:
            raise CannotMeasure("A measure has no more than three decimals.")
        for number in (baseline, aim, *([expected] if expected is not None else [])):
            _must_be_a_score(number, decimals)
            _must_be_on_the_scale(number, precision.lowest, precision.highest)
        if precision.error_sd is not None and (precision.error_sd <= 0 or not precision.error_source.strip()):
            raise CannotMeasure("An error must be above 0 and have its source.")
        if (aim > baseline) != (direction == "increase") or aim == baseline:
            raise CannotMeasure(f"The aim must be {'above' if direction == 'increase' else 'below'} the first score.")
        goal = Goal.objects.create(
            child=child, plan=plan, provision=provision, text=text, measure=measure, direction=direction, decimals=decimals,
            baseline=baseline, starts_on=starts_on, aim=aim, aim_on=aim_on, expected=expected, set_by=viewer.person,
            lowest=precision.lowest, highest=precision.highest, error_sd=precision.error_sd, error_source=precision.error_source,
            baseline_tries=precision.baseline_tries,
        )
        act.made, act.details = goal, {"direction": direction, "decimals": decimals}
        return goal


def close_goal(*, viewer: Viewer, goal: Goal) -> Goal:
    """Stop measuring this goal. Its scores and decisions stay. Raises CannotMeasure, Refused."""
    with acting(viewer, record="progress", action="set_goal", child=goal.child) as act:
        if goal.closed_on is not None:
            raise CannotMeasure("This goal is closed already. Nothing was changed.")
        goal.closed_on = viewer.on
        goal.save(update_fields=["closed_on"])
        act.made = goal
        return goal


def log_score(*, viewer: Viewer, goal: Goal, on: date, value: Decimal) -> Score:
    """Keep one score of one day. The same score twice is one record; another value for that day corrects the first.

    Raises CannotMeasure, Refused.
    """
    with acting(viewer, record="progress", action="log", child=goal.child) as act:
        problem = wrong_with_score(goal, on=on, value=value, today=viewer.on)
        if problem:
            raise CannotMeasure(problem)
        earlier = Score.objects.filter(goal=goal, on=on, replaced_by__isnull=True).first()
        if earlier is not None and earlier.value == value:
            act.made, act.details = earlier, {"already": True}
            return earlier
        score = Score.objects.create(goal=goal, on=on, value=value, logged_by=viewer.person, logged_at=viewer.now)
        if earlier is not None:
            earlier.replaced_by = score
            earlier.save(update_fields=["replaced_by"])
        act.made, act.details = score, {"on": on.isoformat(), "corrects": earlier.pk if earlier else None}
        return score


def log_scores(*, viewer: Viewer, entries: Sequence[Entry], on: date) -> list[Score]:
    """Keep a class's scores of one day, all or none: one entry in the journal for each. Raises RowsWrong, Refused."""
    wrong = {each.goal.pk: wrong_with_score(each.goal, on=on, value=each.value, today=viewer.on) for each in entries}
    wrong = {key: sentence for key, sentence in wrong.items() if sentence}
    if wrong:
        raise RowsWrong(wrong)
    with transaction.atomic():
        return [log_score(viewer=viewer, goal=each.goal, on=on, value=each.value) for each in entries]


def wrong_with_score(goal: Goal, *, on: date, value: Decimal, today: date) -> str:
    """What is wrong with a score, as a sentence; empty when it can be kept."""
    if goal.closed_on is not None:
        return "This goal is closed. Set a new goal to go on measuring."
    if on > today:
        return "This day has not come yet. Choose today or an earlier day."
    if on < goal.starts_on:
        return f"This goal began on {goal.starts_on.day} {goal.starts_on:%B %Y}. Choose that day or a later one."
    try:
        _must_be_a_score(value, goal.decimals)
        _must_be_on_the_scale(value, goal.lowest, goal.highest)
    except CannotMeasure as problem:
        return str(problem)
    return ""


def _must_be_a_score(value: Decimal, decimals: int) -> None:
    if not value.is_finite() or abs(value) > HIGHEST:
        raise CannotMeasure("Write a number of at most six digits before the point.")
    if value != round(value, decimals):
        words = "a whole number" if decimals == 0 else f"a number with at most {decimals} decimal{'s' if decimals > 1 else ''}"
        raise CannotMeasure(f"This measure needs {words}.")


def _must_be_on_the_scale(value: Decimal, lowest: Decimal | None, highest: Decimal | None) -> None:
    if lowest is not None and value < lowest:
        raise CannotMeasure(f"This measure has no score below {lowest.normalize():f}.")
    if highest is not None and value > highest:
        raise CannotMeasure(f"This measure has no score above {highest.normalize():f}.")
