"""A child's sessions: what was promised, delivered and is still owed, and the sessions of one support."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import DateField, RadioField, SoonerForm
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.frame import frame
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.plans.actions.provision import CannotProvide, stop_provision
from sooner_service.plans.actions.sessions import REASONS, CannotLog, correct_session, log_session
from sooner_service.plans.queries import ledger_of, provision_for, session_for, sessions_of, sessions_on, total_of
from sooner_service.register.queries.calendar import has_terms

if TYPE_CHECKING:
    from sooner_service.register.models import Child

DELIVERED = "delivered"


class SessionForm(SoonerForm):
    """A session on any day."""

    on = DateField(label="Which day?", hint="For example, 24 11 2026", when="today_or_past", called="Day")
    outcome = RadioField(
        label="Did it happen?", choices=((DELIVERED, "Yes, it was delivered"), *REASONS), missing="Say whether it happened, or why not"
    )


class EndForm(SoonerForm):
    """The end of a support."""

    on = DateField(label="From which day does it no longer run?", hint="Sessions before this day still count.", called="Day")


def sessions(request: PageRequest, child: "Child") -> HttpResponse:
    """The promise ledger, and today's session of each running support."""
    problem = ""
    if request.method == "POST":
        try:
            support = provision_for(request.viewer, child, _number(request.POST.get("provision", "")))
            outcome = DELIVERED if request.POST.get("outcome") == DELIVERED else "cancelled"
            log_session(viewer=request.viewer, provision=support, on=request.viewer.on, outcome=outcome, reason=request.POST.get("reason", ""))
            return redirect(f"{record_address(child, 'sessions/')}#row-{support.pk}")
        except CannotLog as refusal:
            problem = str(refusal)
    rows = ledger_of(request.viewer, child, request.viewer.on)
    logged = sessions_on(request.viewer, child, request.viewer.on)
    return render(request, "school/sessions/child.html", {
        **frame(request, child, "sessions"),
        "rows": rows,
        "running": [(row.provision, logged.get(row.provision.pk)) for row in rows if row.is_running],
        "total": total_of(rows),
        "has_terms": has_terms(child.setting, request.viewer.on),
        "reasons": REASONS,
        "problem": problem,
    })  # fmt: skip


def support(request: PageRequest, child: "Child", provision: int) -> HttpResponse:
    """Every session of one support; log one for another day, or take one back."""
    found = provision_for(request.viewer, child, provision)
    form = SessionForm(request.POST if "outcome" in request.POST else request.kept, today=request.viewer.on)
    here, problem = record_address(child, f"sessions/{found.pk}/"), ""
    if request.method == "POST" and "undo" in request.POST:
        try:
            correct_session(viewer=request.viewer, session=session_for(request.viewer, child, _number(request.POST["undo"])))
            return redirect(f"{here}?done=taken_back")
        except CannotLog as refusal:
            problem = str(refusal)
    elif request.method == "POST" and form.is_valid():
        said = form.cleaned_data["outcome"]
        happened = {"outcome": DELIVERED} if said == DELIVERED else {"outcome": "cancelled", "reason": said}
        try:
            log_session(viewer=request.viewer, provision=found, on=form.cleaned_data["on"], **happened)
            return redirect(f"{here}?done=logged")
        except CannotLog as refusal:
            form.add_error("on", str(refusal))
    row = next((each for each in ledger_of(request.viewer, child, request.viewer.on) if each.provision.pk == found.pk), None)
    return render(request, "school/sessions/support.html", {
        **frame(request, child, "sessions"), "support": found, "row": row, "form": form, "problem": problem,
        "sessions": [(each, _words(each.outcome, each.reason)) for each in sessions_of(request.viewer, found)],
        "done": request.GET.get("done", ""),
    })  # fmt: skip


def end_support(request: PageRequest, child: "Child", provision: int) -> HttpResponse:
    """Say from which day a support no longer runs."""
    found = provision_for(request.viewer, child, provision)
    form = EndForm(request.POST or request.kept or None, initial={"on": request.viewer.on}, today=request.viewer.on)
    if request.method == "POST" and form.is_valid():
        try:
            stop_provision(viewer=request.viewer, provision=found, on=form.cleaned_data["on"])
            return redirect(record_address(child, f"sessions/{found.pk}/") + "?done=ended")
        except CannotProvide as refusal:
            form.add_error("on", str(refusal))
    return render(request, "school/sessions/end.html", {"child": child, "support": found, "form": form})


def _words(outcome: str, reason: str) -> str:
    return "Delivered" if outcome == DELIVERED else f"Did not happen: {dict(REASONS).get(reason, 'no reason given')}"


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0
