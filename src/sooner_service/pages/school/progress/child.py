"""A child's progress: each goal with its chart, a score in two taps, and the decisions so far."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.assessment.tiers import tier_named
from sooner_service.assessment.queries.charts import charts_of
from sooner_service.assessment.queries.decisions import Review, decisions_of, reviews_for
from sooner_service.design.forms import ConfirmField, DateField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.frame import frame
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.school.progress.numbers import score_words, typed_score
from sooner_service.plans.actions.goals import close_goal, log_score
from sooner_service.plans.queries import goal_for, goals_of, series_of
from sooner_service.plans.refusals import CannotMeasure
from sooner_service.register.access import may
from sooner_service.register.queries.area import tier_pack

if TYPE_CHECKING:
    from sooner_service.assessment.models import TierMove
    from sooner_service.design.charts import ProgressChart
    from sooner_service.register.models import Child


class ScoreForm(SoonerForm):
    """A score of any day."""

    on = DateField(label="Which day?", called="Day", when="today_or_past", hint="A day that has a score already gets the new one. The old one stays on record.")
    value = TextField(label="Score", classes="govuk-input--width-5", inputmode="decimal", max_length=12)


class CloseForm(SoonerForm):
    """The end of measuring."""

    is_sure = ConfirmField(label="Stop measuring this goal", missing="Confirm that measuring stops")


def progress(request: PageRequest, child: "Child") -> HttpResponse:
    """Every open goal; on POST keep today's score of one."""
    problem, wrong_goal = "", ""
    if request.method == "POST":
        wrong_goal = request.POST.get("goal", "")
        try:
            goal = goal_for(request.viewer, child, int(wrong_goal) if wrong_goal.isdigit() else 0)
            log_score(viewer=request.viewer, goal=goal, on=request.viewer.on, value=typed_score(request.POST.get("value", "")))
            return redirect(f"{record_address(child, 'progress/')}?done=score#goal-{goal.pk}-row")
        except CannotMeasure as refusal:
            problem = str(refusal)
    goals = goals_of(request.viewer, child, with_closed=True)
    opened = [goal for goal in goals if goal.closed_on is None]
    judged = reviews_for(request.viewer, opened)
    charts = charts_of(request.viewer, child, judged)
    reviews = [_shown(review, charts[review.due.goal.pk], request) for review in judged]
    return render(request, "school/progress/child.html", {
        **frame(request, child, "progress"), "reviews": reviews, "closed": [goal for goal in goals if goal.closed_on],
        "decisions": _decisions(request, child), "problem": problem, "wrong_goal": wrong_goal, "typed": request.POST.get("value", ""),
        "done": request.GET.get("done", ""), "may_decide": _may(request, child, "decision", "decide"),
        "may_set": _may(request, child, "progress", "set_goal"), "may_log": _may(request, child, "progress", "log"),
    })  # fmt: skip


def _decisions(request: PageRequest, child: "Child") -> list[tuple["TierMove", str, str]]:
    """Each decision with the area's words for the tier before and after."""
    pack = tier_pack(request.viewer, child)
    return [
        (move, tier_named(pack, move.from_tier).name, tier_named(pack, move.to_tier).name) for move in decisions_of(request.viewer, child)
    ]


def scores(request: PageRequest, child: "Child", goal: int) -> HttpResponse:
    """Every score of one goal; add or correct one of any day."""
    found = goal_for(request.viewer, child, goal)
    form = ScoreForm(request.POST or request.kept or None, initial={"on": request.viewer.on}, today=request.viewer.on)
    if request.method == "POST" and form.is_valid():
        try:
            log_score(viewer=request.viewer, goal=found, on=form.cleaned_data["on"], value=typed_score(form.cleaned_data["value"]))
            return redirect(record_address(child, f"progress/{found.pk}/") + "?done=score")
        except CannotMeasure as refusal:
            form.add_error("on" if "day" in str(refusal) else "value", str(refusal))
    rows = [(each, score_words(each.value, found.decimals)) for each in reversed(series_of(found))]
    return render(request, "school/progress/scores.html", {"child": child, "goal": found, "form": form, "rows": rows, "done": request.GET.get("done", "")})


def close(request: PageRequest, child: "Child", goal: int) -> HttpResponse:
    """Stop measuring a goal, after asking."""
    found = goal_for(request.viewer, child, goal)
    form = CloseForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            close_goal(viewer=request.viewer, goal=found)
            return redirect(record_address(child, "progress/") + "?done=closed")
        except CannotMeasure as refusal:
            form.add_error(None, str(refusal))
    return render(request, "school/progress/close.html", {"child": child, "goal": found, "form": form})


def _shown(review: Review, chart: "ProgressChart", request: PageRequest) -> dict[str, object]:
    goal = review.due.goal
    today = next((score for score in review.scores if score.on == request.viewer.on), None)
    return {
        "goal": goal, "due": review.due, "delivery": review.delivery, "chart": chart,
        "baseline": score_words(goal.baseline, goal.decimals), "aim": score_words(goal.aim, goal.decimals),
        "today": score_words(today.value, goal.decimals) if today else "",
    }


def _may(request: PageRequest, child: "Child", record: str, action: str) -> bool:
    return may(request.viewer, record=record, action=action, child=child).is_allowed
