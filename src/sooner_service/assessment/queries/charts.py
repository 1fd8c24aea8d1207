"""The charts of a child's goals, the same for staff and family: scores, what the rule says, changes of support and sessions given."""

from collections.abc import Callable, Sequence
from datetime import timedelta

from sooner_service.assessment.models import TierMove
from sooner_service.assessment.queries.decisions import Review
from sooner_service.design.charts import ProgressChart
from sooner_service.plans.chart import Around, chart_of
from sooner_service.plans.models import Goal, Provision
from sooner_service.plans.queries.weeks import delivered_days, support_weeks
from sooner_service.register.access import Viewer, may
from sooner_service.register.calendar import school_days
from sooner_service.register.models import Child

CHANGES = {
    TierMove.Kind.CHANGE: "Support changed",
    TierMove.Kind.STEP_UP: "Stepped up",
    TierMove.Kind.FADE: "Support fading",
    TierMove.Kind.RESTORE: "Sessions put back",
}
Sentence = Callable[[Review], str]


def for_staff(review: Review) -> str:
    """What the rule says, with its numbers."""
    return review.judgement.sentence


def charts_of(viewer: Viewer, child: Child, reviews: Sequence[Review], *, sentence: Sentence = for_staff, with_sessions: bool = True) -> dict[int, ProgressChart]:
    """The chart of each goal by its number: four queries, however many goals. The caller has reached the child already.

    Sessions are drawn only for whoever may see them, and where they are wanted.
    """
    if not reviews:
        return {}
    on, shows_sessions = viewer.on, with_sessions and may(viewer, record="session", action="see", child=child).is_allowed
    supports = list(Provision.objects.filter(child=child).order_by("starts_on", "pk"))
    delivered = delivered_days(supports, on=on) if shows_sessions else {}
    first = min([review.due.goal.starts_on for review in reviews] + [each.starts_on for each in supports])
    days = school_days(child.setting, starts_on=first, until=on + timedelta(days=1)) if child.setting else []
    changes = [
        (move.goal_id, move.decided_on, CHANGES[TierMove.Kind(move.kind)])
        for move in TierMove.objects.filter(child=child, kind__in=CHANGES).order_by("decided_on", "pk")
    ]
    found = {}
    for review in reviews:
        goal = review.due.goal
        serving = support_of(goal, supports)
        around = Around(
            provision=serving,
            sessions=support_weeks(serving, delivered, since=goal.starts_on, on=on, school_days=days) if shows_sessions else (),
            school_days=[day for day in days if day >= goal.starts_on],
            changes=[(day, words) for goal_id, day, words in changes if goal_id in (None, goal.pk)],
            since=review.since,
        )
        found[goal.pk] = chart_of(goal, review.scores, sentence=sentence(review), on=on, around=around)
    return found


def support_of(goal: Goal, supports: Sequence[Provision]) -> list[Provision]:
    """The support that serves a goal: its own where one is named, else all of the child's."""
    return [each for each in supports if goal.provision_id in (None, each.pk)]
