"""The class grid: everybody's score of one day, by keyboard or pasted from a spreadsheet, kept all together or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from sooner_service.design.forms import DateField, SelectField, SoonerForm, with_choices
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.progress.numbers import score_words, typed_score
from sooner_service.plans.actions.goals import Entry, RowsWrong, log_scores
from sooner_service.plans.queries import classes_with_goals, goals_in_grid, latest_scores
from sooner_service.plans.refusals import CannotMeasure
from sooner_service.register import drafts
from sooner_service.register.acting import listed

if TYPE_CHECKING:
    from sooner_service.plans.models import Goal, Score

ADDRESS = "/school/scores/"
JOURNEY = "scores"
BEFORE = 2


class GridForm(SoonerForm):
    """Which day, and which class."""

    on = DateField(label="Day", when="today_or_past", required=False, hint="Leave as it is for today")
    school_class = SelectField(label="Class", required=False)


@dataclass
class Row:
    """One goal of one child: the last scores, what is in its cell, and what is wrong with it."""

    goal: "Goal"
    before: str
    value: str
    problem: str = ""

    @property
    def name(self) -> str:
        """The name of its input."""
        return f"score-{self.goal.pk}"


def scores(request: PageRequest) -> HttpResponse:
    """The grid of one day; on POST keep every score that was typed, or say which rows are wrong and keep none."""
    on, school_class, filters = _chosen(request)
    goals = [goal for goal in goals_in_grid(request.viewer, school_class=school_class) if goal.starts_on <= on]
    saved = latest_scores(goals)
    typed = _typed(request, f"{school_class or 'all'}:{on.isoformat()}")
    rows = [_row(goal, saved[goal.pk], on, typed) for goal in goals]
    context = {"rows": rows, "on": on, "filters": filters, "done": request.GET.get("done", ""), "query": request.GET.urlencode()}
    if request.method != "POST":
        listed(request.viewer, record="progress", count=len(rows), query={"class": school_class, "on": on.isoformat()})
        return render(request, "school/progress/grid.html", context)
    if request.headers.get("X-Autosave"):
        _keep(request, f"{school_class or 'all'}:{on.isoformat()}")
        return HttpResponse(status=204)
    entries = _entries(rows, saved, on)
    if not any(row.problem for row in rows):
        try:
            log_scores(viewer=request.viewer, entries=entries, on=on)
            drafts.discard_draft(holder=_holder(request), journey=JOURNEY, about=f"{school_class or 'all'}:{on.isoformat()}")
            query = request.GET.copy()
            query["done"] = str(len(entries))
            return redirect(f"{ADDRESS}?{query.urlencode()}")
        except RowsWrong as wrong:
            for row in rows:
                row.problem = wrong.problems.get(row.goal.pk, "")
    return render(request, "school/progress/grid.html", context | {"wrong": [row for row in rows if row.problem]})


def _chosen(request: PageRequest) -> tuple[date, int | None, GridForm]:
    """The day and class asked for: today, and the first of several classes, unless told otherwise."""
    classes = classes_with_goals(request.viewer)
    asked = request.GET.get("school_class", "")
    school_class = next((key for key, _ in classes if str(key) == asked), classes[0][0] if len(classes) > 1 else None)
    form = GridForm(request.GET if "on-day" in request.GET else None, initial={"on": request.viewer.on, "school_class": asked}, today=request.viewer.on)
    with_choices(form, "school_class", [(str(key), words) for key, words in classes])
    if len(classes) < 2:
        del form.fields["school_class"]
    on = form.cleaned_data.get("on") if form.is_bound and form.is_valid() else None
    return on or request.viewer.on, school_class, form


def _row(goal: "Goal", saved: "Sequence[Score]", on: date, typed: QueryDict | None) -> Row:
    before = [score_words(score.value, goal.decimals) for score in saved if score.on < on][-BEFORE:]
    today = next((score_words(score.value, goal.decimals) for score in saved if score.on == on), "")
    cell = typed.get(f"score-{goal.pk}", today) if typed is not None else today
    return Row(goal, ", ".join(before), cell)


def _entries(rows: Sequence[Row], saved: "dict[int, list[Score]]", on: date) -> list[Entry]:
    """What is new in the grid: an empty cell is a missing score, an unchanged one is left alone."""
    entries = []
    for row in rows:
        if not row.value.strip():
            continue
        try:
            value = typed_score(row.value)
        except CannotMeasure as wrong:
            row.problem = str(wrong)
            continue
        if not any(score.on == on and score.value == value for score in saved[row.goal.pk]):
            entries.append(Entry(row.goal, value))
    return entries


def _holder(request: PageRequest) -> str:
    return drafts.holder_of(request.viewer, request.session)


def _typed(request: PageRequest, about: str) -> QueryDict | None:
    if request.method == "POST":
        return request.POST
    if request.kept is not None:
        return request.kept
    kept = drafts.draft_answers(holder=_holder(request), journey=JOURNEY, about=about).get("grid")
    return drafts.as_typed(kept) if kept else None


def _keep(request: PageRequest, about: str) -> None:
    typed = {name: request.POST.getlist(name) for name in request.POST if name.startswith("score-")}
    drafts.keep_answers(viewer=request.viewer, holder=_holder(request), journey=JOURNEY, about=about, step="grid", answers=typed)
