"""One goal as a chart: scores, the line to the goal, changes of support, the likely range, empty weeks and the sessions given."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil, floor, log10

from sooner_service.design.charts import BandPoint, Line, Phase, ProgressChart
from sooner_service.design.charts import Score as Point
from sooner_service.design.session_strip import SessionWeek
from sooner_service.plans.judged import band_for, window_of
from sooner_service.plans.models import Goal, Provision, Score
from sooner_service.plans.queries.weeks import SupportWeek

MOST_PHASES = 3
ROOM = 1.15
LONGEST_WORDS = 40


@dataclass(frozen=True)
class Around:
    """What stands around the scores: the supports that serve the goal, their sessions by week, the school days, changes and the last of them."""

    provision: Sequence[Provision] = ()
    sessions: Sequence[SupportWeek] = ()
    school_days: Sequence[date] = ()
    changes: Sequence[tuple[date, str]] = ()
    since: date | None = None


NOTHING = Around()


def chart_of(goal: Goal, scores: Sequence[Score], *, sentence: str, on: date, around: Around = NOTHING) -> ProgressChart:
    """The chart of a goal on a day. `sentence` is what the rule says.

    The axes come from the goal, so that the chart of one goal keeps its shape as scores come in; a score outside makes room for itself.
    """
    likely = band_for(goal, scores, around.since)
    values = [float(goal.baseline), float(goal.aim), *(float(score.value) for score in scores)]
    lowest, highest = axis(values)
    first, aim = Point(goal.starts_on, float(goal.baseline)), Point(goal.aim_on, float(goal.aim))
    return ProgressChart(
        title=goal.text,
        sentence=sentence,
        measure=goal.measure,
        starts_on=goal.starts_on,
        ends_on=max([goal.aim_on, *(score.on for score in scores)]),
        lowest=lowest,
        highest=highest,
        scores=tuple(Point(score.on, float(score.value)) for score in scores),
        baseline=(first,),
        aimline=Line(first, aim, "Line to the goal"),
        trend=_line_since(goal, scores, around.since),
        goal=aim,
        phases=_phases(goal, around),
        missing=weeks_without(scores, starts_on=goal.starts_on, on=on, school_days=around.school_days),
        band=tuple(BandPoint(day, each.low, each.high) for day, each in likely),
        sessions=tuple(SessionWeek(each.monday, each.promised, each.delivered) for each in around.sessions),
        key=f"goal-{goal.pk}",
    )


def _phases(goal: Goal, around: Around) -> tuple[Phase, ...]:
    """The changes of support in the time of the goal, the latest few: supports that began, and decisions that changed something."""
    began = [(each.starts_on, each.what) for each in around.provision]
    marks = sorted((day, words) for day, words in [*began, *around.changes] if goal.starts_on < day <= goal.aim_on)
    return tuple(Phase(day, words[:LONGEST_WORDS]) for day, words in marks)[-MOST_PHASES:]


def _line_since(goal: Goal, scores: Sequence[Score], since: date | None) -> Line | None:
    """From where the child was when the support last changed to the goal; None where the goal's own line is the one in use."""
    window = window_of(goal, scores, since)
    if not window.is_restarted:
        return None
    return Line(Point(window.starts_on, window.baseline), Point(goal.aim_on, float(goal.aim)), "")


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
