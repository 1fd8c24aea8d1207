"""One goal as a chart: the scores that count, the line to the goal, changes of support and the weeks without a score."""

from collections.abc import Sequence
from datetime import date, timedelta
from math import ceil, floor, log10

from sooner_service.design.charts import Line, Phase, ProgressChart
from sooner_service.design.charts import Score as Point
from sooner_service.plans.models import Goal, Provision, Score

MOST_PHASES = 3
ROOM = 1.15
SENTENCES = {
    "above": "The last three scores are better than the line to the goal.",
    "on": "The last three scores are on the line to the goal.",
    "below": "The last three scores are not as good as the line to the goal.",
}
TOO_FEW = "There are too few scores to say how it is going. At least three are needed."


def chart_of(
    goal: Goal, scores: Sequence[Score], *, says: str, on: date, provision: Sequence[Provision] = (), school_days: Sequence[date] = (),
) -> ProgressChart:
    """The chart of a goal on a day. `says` is the rule's outcome; `provision` marks when support began; `school_days` finds empty weeks.

    The axes come from the goal, so that the chart of one goal keeps its shape as scores come in; a score outside makes room for itself.
    """
    values = [float(goal.baseline), float(goal.aim), *(float(score.value) for score in scores)]
    lowest, highest = axis(values)
    first, aim = Point(goal.starts_on, float(goal.baseline)), Point(goal.aim_on, float(goal.aim))
    return ProgressChart(
        title=goal.text,
        sentence=SENTENCES.get(says, TOO_FEW),
        measure=goal.measure,
        starts_on=goal.starts_on,
        ends_on=max([goal.aim_on, *(score.on for score in scores)]),
        lowest=lowest,
        highest=highest,
        scores=tuple(Point(score.on, float(score.value)) for score in scores),
        baseline=(first,),
        aimline=Line(first, aim, "Line to the goal"),
        goal=aim,
        phases=tuple(Phase(each.starts_on, each.what[:40]) for each in provision if goal.starts_on < each.starts_on <= goal.aim_on)[-MOST_PHASES:],
        missing=weeks_without(scores, starts_on=goal.starts_on, on=on, school_days=school_days),
        key=f"goal-{goal.pk}",
    )


def axis(values: Sequence[float]) -> tuple[float, float]:
    """From nought (or a round number below the lowest) to a round number above the highest, with room for words."""
    low, high = min([0.0, *values]), max([*values, 0.0])
    step = 10.0 ** floor(log10(max(high - low, 0.001))) / 2
    highest = ceil(high * ROOM / step) * step if high > 0 else 0.0
    lowest = floor(low * ROOM / step) * step if low < 0 else 0.0
    return lowest, max(highest, lowest + step)


def weeks_without(scores: Sequence[Score], *, starts_on: date, on: date, school_days: Sequence[date]) -> tuple[date, ...]:
    """The last school day of each whole school week, after the first, in which no score was taken."""
    scored = {monday_of(score.on) for score in scores} | {monday_of(starts_on)}
    last_days: dict[date, date] = {}
    for day in school_days:
        if starts_on <= day and monday_of(day) < monday_of(on):
            last_days[monday_of(day)] = day
    return tuple(day for monday, day in sorted(last_days.items()) if monday not in scored)


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())
