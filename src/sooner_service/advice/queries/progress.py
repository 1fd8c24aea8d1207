"""Progress as a family sees it: one picture and two sentences for each goal, and the decisions about support with their reasons."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sooner_service.assessment.models import TierMove
from sooner_service.design.charts import Line, Phase, ProgressChart
from sooner_service.design.charts import Score as Mark
from sooner_service.design.words import uk_date
from sooner_service.plans.models import Goal, Score
from sooner_service.plans.queries import goals_of, latest_scores
from sooner_service.register.access import Refused, Viewer, may
from sooner_service.register.models import Child

FEW = 3
DECIDED: Mapping[str, str] = {
    TierMove.Kind.FADE: "The help is going well and will slowly become less.",
    TierMove.Kind.KEEP: "The help goes on as it is.",
    TierMove.Kind.CHANGE: "The help will change.",
    TierMove.Kind.STEP_UP: "There will be more help.",
    TierMove.Kind.RESTORE: "First the missed sessions must be put right.",
}


@dataclass(frozen=True)
class GoalPicture:
    """One goal: what it is, the two sentences, and the picture (None before the first score)."""

    text: str
    sentences: tuple[str, str]
    chart: ProgressChart | None


@dataclass(frozen=True)
class Decision:
    """A decision about support: the day, what was decided, and why."""

    on: date
    words: str
    reason: str


def goal_pictures(viewer: Viewer, child: Child) -> list[GoalPicture]:
    """A picture of every open goal. Raises Refused."""
    goals = goals_of(viewer, child)
    scores = latest_scores(goals)
    return [_picture(goal, scores[goal.pk], viewer.on) for goal in goals]


def decisions_about(viewer: Viewer, child: Child) -> list[Decision]:
    """What was decided about the support, newest first. Raises Refused."""
    permission = may(viewer, record="decision", action="see", child=child)
    if not permission.is_allowed:
        raise Refused(permission.sentence)
    moves = TierMove.objects.filter(child=child).order_by("-decided_at", "-pk")
    return [Decision(move.decided_on, DECIDED.get(move.kind, "A decision was made."), move.reason) for move in moves]


def _picture(goal: Goal, scores: Sequence[Score], on: date) -> GoalPicture:
    where, way = _where(goal, scores), _way(goal, scores, on)
    if not scores:
        return GoalPicture(goal.text, (where, way), None)
    lowest, highest = _limits(goal, scores)
    first, aim = Mark(goal.starts_on, float(goal.baseline), "Start"), Mark(goal.aim_on, float(goal.aim))
    chart = ProgressChart(
        title=goal.text, sentence=where, measure=goal.measure, starts_on=goal.starts_on, ends_on=max(goal.aim_on, scores[-1].on),
        lowest=lowest, highest=highest, scores=tuple(Mark(each.on, float(each.value)) for each in scores), baseline=(first,),
        aimline=Line(first, aim, "Hoped-for path"), goal=aim, phases=_phases(goal), key=f"goal-{goal.pk}",
    )
    return GoalPicture(goal.text, (where, way), chart)


def _phases(goal: Goal) -> tuple[Phase, ...]:
    if goal.provision is None or goal.provision.starts_on <= goal.starts_on:
        return ()
    return (Phase(goal.provision.starts_on, "Help starts"),)


def _where(goal: Goal, scores: Sequence[Score]) -> str:
    measure = goal.measure[:1].lower() + goal.measure[1:]
    if not scores:
        return f"No score yet: the start was {_number(goal.baseline, goal)} ({measure})."
    return f"From {_number(goal.baseline, goal)} at the start to {_number(scores[-1].value, goal)} on {uk_date(scores[-1].on)} ({measure})."


def _way(goal: Goal, scores: Sequence[Score], on: date) -> str:
    """Where the last scores lie beside the hoped-for path. Fewer than three say too little."""
    hoped = f"The hope is {_number(goal.aim, goal)} by {uk_date(goal.aim_on)}."
    if len(scores) < FEW:
        return f"{hoped} It is too soon to say more."
    ahead = [_is_ahead(goal, score) for score in scores[-FEW:]]
    if all(ahead):
        return f"{hoped} The last three scores are on that path or better."
    if not any(ahead):
        return f"{hoped} The last three scores are behind that path, so the school will look at the help."
    return f"{hoped} The last scores go up and down around that path."


def _is_ahead(goal: Goal, score: Score) -> bool:
    share = (score.on - goal.starts_on) / (goal.aim_on - goal.starts_on)
    hoped: float = float(goal.baseline) + share * float(goal.aim - goal.baseline)
    value = float(score.value)
    return value >= hoped if goal.direction == "increase" else value <= hoped


def _limits(goal: Goal, scores: Sequence[Score]) -> tuple[float, float]:
    """The axis from nought (or the lowest number below it) to a round number above the highest."""
    numbers = [float(goal.baseline), float(goal.aim), *(float(score.value) for score in scores)]
    top = max(max(numbers) * 1.15, 1.0)
    return min(0.0, *numbers), top


def _number(value: Decimal, goal: Goal) -> str:
    return f"{value:.{goal.decimals}f}"
