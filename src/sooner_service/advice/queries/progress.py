"""Progress as a family sees it: for each goal one picture, two sentences and what happens next; and the decisions with their reasons."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sooner_service.advice.rights import rights_of
from sooner_service.assessment.models import TierMove
from sooner_service.assessment.queries.charts import charts_of
from sooner_service.assessment.queries.decisions import Review, reviews_for
from sooner_service.design.charts import ProgressChart
from sooner_service.design.words import lower_first, uk_date
from sooner_service.plans.models import Goal
from sooner_service.plans.queries import goals_of
from sooner_service.register.access import Viewer, must
from sooner_service.register.models import Child

DECIDED: Mapping[str, str] = {
    TierMove.Kind.FADE: "The help is going well and will slowly become less.",
    TierMove.Kind.KEEP: "The help goes on as it is.",
    TierMove.Kind.CHANGE: "The help will change.",
    TierMove.Kind.STEP_UP: "There will be more help.",
    TierMove.Kind.RESTORE: "First the missed sessions must be put right.",
}


@dataclass(frozen=True)
class GoalPicture:
    """One goal: what it is, the picture (None before the first score), two sentences, and what happens next."""

    text: str
    where: str
    way: str
    next_step: str
    chart: ProgressChart | None


@dataclass(frozen=True)
class Decision:
    """A decision about support: the day, what was decided, and why."""

    on: date
    words: str
    reason: str


def goal_pictures(viewer: Viewer, child: Child) -> list[GoalPicture]:
    """A picture of every open goal. Raises Refused."""
    reviews = reviews_for(viewer, goals_of(viewer, child))
    charts = charts_of(viewer, child, reviews, sentence=_where, with_sessions=rights_of(viewer, child).sees_timetable)
    return [
        GoalPicture(each.due.goal.text, _where(each), each.judgement.family_sentence, _next(each), charts[each.due.goal.pk] if each.scores else None)
        for each in reviews
    ]


def decisions_about(viewer: Viewer, child: Child) -> list[Decision]:
    """What was decided about the support, newest first. Raises Refused."""
    must(viewer, record="decision", action="see", child=child)
    moves = TierMove.objects.filter(child=child).order_by("-decided_at", "-pk")
    return [Decision(move.decided_on, DECIDED.get(move.kind, "A decision was made."), move.reason) for move in moves]


def _where(review: Review) -> str:
    goal, scores = review.due.goal, review.scores
    measure = lower_first(goal.measure)
    hope = f"The hope is {_number(goal.aim, goal)} by {uk_date(goal.aim_on)}."
    if not scores:
        return f"No score yet: the start was {_number(goal.baseline, goal)} ({measure}). {hope}"
    return f"From {_number(goal.baseline, goal)} at the start to {_number(scores[-1].value, goal)} on {uk_date(scores[-1].on)} ({measure}). {hope}"


def _next(review: Review) -> str:
    """What happens next, and what the family can do."""
    day = uk_date(review.due.due_on)
    if review.due.is_late:
        return f"The school said it would look at the help by {day}. That day has passed. Ask the school when it will."
    return f"The school looks at the help again by {day}. You can ask for this sooner."


def _number(value: Decimal, goal: Goal) -> str:
    return f"{value:.{goal.decimals}f}"
