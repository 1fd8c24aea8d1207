"""Goals and the scores that count: a corrected score counts once, with its newest value."""

from collections.abc import Sequence

from django.db.models import QuerySet

from sooner_service.plans.models import Goal, Score
from sooner_service.register.access import NotFound, Viewer, children_for, must
from sooner_service.register.models import Child


def goals_of(viewer: Viewer, child: Child, *, with_closed: bool = False) -> list[Goal]:
    """The goals of a child, open ones first. Raises Refused."""
    must(viewer, record="progress", action="see", child=child)
    goals = Goal.objects.filter(child=child).select_related("child", "provision")
    if not with_closed:
        goals = goals.filter(closed_on__isnull=True)
    return sorted(goals, key=lambda goal: (goal.closed_on is not None, -goal.starts_on.toordinal(), goal.pk))


def goal_for(viewer: Viewer, child: Child, number: int) -> Goal:
    """One goal of this child. Raises NotFound, Refused."""
    found = next((goal for goal in goals_of(viewer, child, with_closed=True) if goal.pk == number), None)
    if found is None:
        raise NotFound
    return found


def series_of(goal: Goal) -> list[Score]:
    """The scores of a goal that count, in order of day."""
    return list(Score.objects.filter(goal=goal, replaced_by__isnull=True).select_related("logged_by").order_by("on", "pk"))


def goals_in_grid(viewer: Viewer, *, school_class: int | None = None) -> "QuerySet[Goal]":
    """The open goals of the children whose scores the viewer logs, by child."""
    children = children_for(viewer, record="progress", action="log")
    if school_class is not None:
        children = children.filter(school_class_id=school_class)
    goals = Goal.objects.filter(child__in=children, closed_on__isnull=True, starts_on__lte=viewer.on)
    return goals.select_related("child__school_class").order_by("child__given_name", "child__family_name", "pk")


def classes_with_goals(viewer: Viewer) -> list[tuple[int, str]]:
    """The classes with an open goal whose scores the viewer logs: number and name, by year and name."""
    goals = Goal.objects.filter(child__in=children_for(viewer, record="progress", action="log"), closed_on__isnull=True)
    classes = goals.filter(child__school_class__isnull=False).order_by("child__school_class__year_group", "child__school_class__name")
    return list(classes.values_list("child__school_class_id", "child__school_class__name").distinct())


def latest_scores(goals: Sequence[Goal]) -> dict[int, list[Score]]:
    """The scores that count of several goals, in order of day, in one query."""
    found: dict[int, list[Score]] = {goal.pk: [] for goal in goals}
    scores = Score.objects.filter(goal__in=[goal.pk for goal in goals], replaced_by__isnull=True).only("goal_id", "on", "value")
    for score in scores.order_by("on", "pk"):
        found[score.goal_id].append(score)
    return found
