"""A plan as it is read: the newest version, earlier ones with what changed, and the print view."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.plans.document import Line, problems
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.frame import frame
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.school.plan.parts import PARTS
from sooner_service.plans.actions.plans import open_plan
from sooner_service.plans.queries import answers_to, history_of, plan_of, version_of
from sooner_service.register import drafts
from sooner_service.register.access import may

if TYPE_CHECKING:
    from sooner_service.plans.models import PlanVersion
    from sooner_service.register.models import Child


def plan(request: PageRequest, child: "Child") -> HttpResponse:
    """The newest version with the family's answers, what to put right, and the next step."""
    read = plan_of(request.viewer, child)
    context = frame(request, child, "plan") | {"done": request.GET.get("done", ""), "may_edit": _may(request, child, "edit")}
    if read is None:
        return render(request, "school/plan/none.html", context)
    version = read.latest
    return render(request, "school/plan/plan.html", context | document_context(request, version) | {
        "read": read, "stages": _stages(version), "problems": problems(version.document) if not version.is_final else (),
        "in_use": read.final if not version.is_final else None, "unsaved": _unsaved(request, child),
    })  # fmt: skip


def begin(request: PageRequest, child: "Child") -> HttpResponse:
    """Open the child's plan."""
    if request.method == "POST":
        open_plan(viewer=request.viewer, child=child)
    return redirect(record_address(child, "plan/"))


def versions(request: PageRequest, child: "Child") -> HttpResponse:
    """Every version, newest first, with its differences in sentences."""
    read = plan_of(request.viewer, child)
    if read is None:
        return redirect(record_address(child, "plan/"))
    return render(request, "school/plan/versions.html", {"child": child, "history": history_of(read), "plan_address": record_address(child, "plan/")})


def version(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """One version, in the words it had."""
    found = version_of(request.viewer, child, number)
    return render(request, "school/plan/version.html", {"child": child, **document_context(request, found), "plan_address": record_address(child, "plan/")})


def print_view(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """One version to print."""
    found = version_of(request.viewer, child, number)
    return render(request, "school/plan/print.html", {"child": child, **document_context(request, found)})


def document_context(request: PageRequest, version: "PlanVersion") -> dict[str, object]:
    """A version's parts as its templates draw them: each outcome with its lines, each line with the answers to it."""
    document, answers = version.document, answers_to(request.viewer, version)
    keys = {outcome.key for outcome in document.outcomes}
    lines = [(line, line_words(line), answers.get(line.key, [])) for line in document.lines]
    return {
        "version": version,
        "document": document,
        "outcomes": [(outcome, [row for row in lines if row[0].outcome_key == outcome.key]) for outcome in document.outcomes],
        "loose_lines": [row for row in lines if row[0].outcome_key not in keys],
    }


def line_words(line: Line) -> str:
    """How much, by whom and when, in one sentence; what is not decided yet is said."""
    length = f"{line.minutes} minutes" if line.minutes else "Length not decided"
    group = "one to one" if line.group_size == 1 else f"in a group of {line.group_size}"
    return f"{length}, {_times(line.times_a_week)}, {group}, by {line.who or 'nobody named yet'}."


def _times(times_a_week: float | None) -> str:
    if not times_a_week:
        return "how often is not decided"
    return {0.5: "once a fortnight", 1.0: "once a week", 2.0: "twice a week"}.get(times_a_week, f"{times_a_week:g} times a week")


def _may(request: PageRequest, child: "Child", action: str) -> bool:
    return may(request.viewer, record="plan", action=action, child=child).is_allowed


def _stages(version: "PlanVersion") -> list[dict[str, object]]:
    """Where the newest version has got to."""
    status = version.status
    return [
        {"name": "Written", "state": "current" if status == "draft" else "done", "done_on": version.edited_at if status != "draft" else None},
        {"name": "With the family", "state": {"draft": "ahead", "shared": "current", "final": "done"}[status], "done_on": version.shared_at if status == "final" else None},
        {"name": "Final", "state": "done" if status == "final" else "ahead", "done_on": version.final_at},
        {"name": "Review", "state": "current" if status == "final" else "ahead", "limit_on": version.document.review_on},
    ]


def _unsaved(request: PageRequest, child: "Child") -> list[tuple[str, str]]:
    """What this person typed and did not save yet: words and address of each part."""
    found = []
    for draft in drafts.drafts_of(drafts.holder_of(request.viewer, request.session)):
        reference, _, place = draft.about.partition(":")
        kind, _, key = place.partition(":")
        if draft.journey == "plan" and reference == child.reference and kind in PARTS:
            found.append((PARTS[kind].words, record_address(child, f"plan/{kind}/{key}/")))
    return found
