"""Today's sessions of the viewer's children: one tap for delivered, two for why not."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import SelectField, SoonerForm, with_choices
from sooner_service.pages.framework import PageRequest
from sooner_service.plans.actions.sessions import REASONS, CannotLog, correct_session, log_group, log_session
from sooner_service.plans.queries import classes_with_sessions, sessions_today
from sooner_service.plans.queries.provision import TodayGroup, TodayRow
from sooner_service.register.access import NotFound
from sooner_service.register.acting import listed
from sooner_service.register.queries.calendar import is_school_day

ADDRESS = "/school/sessions/"
GROUPS_ON_PAGE = 60


class ClassForm(SoonerForm):
    """Which class to show."""

    school_class = SelectField(label="Class", required=False)


def today(request: PageRequest) -> HttpResponse:
    """The supports that run today; on POST log, cancel or take back one session, or log a whole group."""
    school_class, classes = _chosen_class(request)
    groups = sessions_today(request.viewer, school_class=school_class)
    problem = ""
    if request.method == "POST":
        try:
            place = _log(request, groups)
            return redirect(f"{ADDRESS}?{request.GET.urlencode()}#{place}" if request.GET else f"{ADDRESS}#{place}")
        except CannotLog as refusal:
            problem = str(refusal)
    else:
        listed(request.viewer, record="session", count=sum(len(group.rows) for group in groups), query={"class": school_class})
    return render(request, "school/sessions/today.html", {
        "groups": groups[:GROUPS_ON_PAGE],
        "left_off": max(0, len(groups) - GROUPS_ON_PAGE),
        "to_log": sum(len(group.still_to_log) for group in groups),
        "reasons": REASONS,
        "filters": _filters(classes, school_class) if len(classes) > 1 else None,
        "problem": problem,
        "problem_row": request.POST.get("provision", ""),
        "is_school_day": is_school_day(request.viewer),
    })  # fmt: skip


def _chosen_class(request: PageRequest) -> tuple[int | None, list[tuple[int, str]]]:
    """The class asked for, or the first of several, so that a whole school is never one page."""
    classes = classes_with_sessions(request.viewer)
    asked = request.GET.get("school_class", "")
    chosen = next((key for key, _ in classes if str(key) == asked), None)
    return (chosen or classes[0][0] if len(classes) > 1 else None), classes


def _filters(classes: Sequence[tuple[int, str]], chosen: int | None) -> ClassForm:
    form = ClassForm(initial={"school_class": str(chosen)})
    with_choices(form, "school_class", [(str(key), words) for key, words in classes])
    return form


def _log(request: PageRequest, groups: Sequence[TodayGroup]) -> str:
    """Do what was tapped, among the rows on this page only; returns the place to come back to."""
    viewer, post = request.viewer, request.POST
    if "group" in post:
        group = next((each for each in groups if each.key == post["group"]), None)
        if group is None:
            raise NotFound
        log_group(viewer=viewer, provisions=[row.provision for row in group.still_to_log], on=viewer.on)
        return group.key
    row = _row(groups, post.get("provision", ""))
    if "undo" in post:
        if row.session is not None:
            correct_session(viewer=viewer, session=row.session)
    else:
        outcome = "delivered" if post.get("outcome") == "delivered" else "cancelled"
        log_session(viewer=viewer, provision=row.provision, on=viewer.on, outcome=outcome, reason=post.get("reason", ""))
    return f"row-{row.provision.pk}"


def _row(groups: Sequence[TodayGroup], number: str) -> TodayRow:
    found = next((row for group in groups for row in group.rows if str(row.provision.pk) == number), None)
    if found is None:
        raise NotFound
    return found
