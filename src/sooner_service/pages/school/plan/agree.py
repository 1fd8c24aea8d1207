"""A plan on its way to final: checked, shared, answered, locked."""

from typing import TYPE_CHECKING

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.plans.document import problems
from sooner_service.design.forms import ConfirmField, LongTextField, RadioField, SelectField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.school.plan.parts import PARTS
from sooner_service.pages.school.plan.read import document_context
from sooner_service.plans.actions.finalising import finalise_plan, still_open
from sooner_service.plans.actions.plans import CannotPlan, share_plan, write_down_answer
from sooner_service.plans.queries import plan_of
from sooner_service.plans.queries.plans import PlanRead
from sooner_service.register.access import NotFound, may
from sooner_service.register.notices import entitled_people

if TYPE_CHECKING:
    from sooner.plans.document import Problem
    from sooner_service.register.models import Child, Person

AGREES, CHANGES, NOT_YET = "agrees", "changes", "not_yet"
CHANNELS = {"email": "by e-mail", "paper": "by letter, for you to send", "phone": "by telephone, for you to call"}


class FinalForm(SoonerForm):
    """Locking the plan."""

    reason = LongTextField(
        label="Why is it right to make the plan final now?", rows=4, required=False,
        hint="Needed when a warning stays, or a line is not agreed or not answered. It stays with the plan.",
    )
    is_asked = ConfirmField(label="The family has been asked about every line", missing="Confirm that the family has been asked")


def check(request: PageRequest, child: "Child") -> HttpResponse:
    """What must be put right, what is vague, and what the family has said; then the next step."""
    read = plan_of(request.viewer, child)
    if read is None:
        return redirect(record_address(child, "plan/"))
    version = read.latest
    found = problems(version.document)
    return render(request, "school/plan/check.html", {
        "child": child, "version": version, "plan_address": record_address(child, "plan/"),
        "must_fix": [(each, _place(child, each)) for each in found if each.severity == "must_fix"],
        "warnings": [(each, _place(child, each)) for each in found if each.severity == "warning"],
        "left": still_open(version), "lines": len(version.document.lines),
        "may_share": may(request.viewer, record="plan", action="share", child=child).is_allowed,
        "may_finalise": may(request.viewer, record="plan", action="finalise", child=child).is_allowed,
    })  # fmt: skip


def share(request: PageRequest, child: "Child") -> HttpResponse:
    """Give the draft to the family: who will be told, and how."""
    read, problem = plan_of(request.viewer, child), ""
    if read is None:
        return redirect(record_address(child, "plan/"))
    if request.method == "POST":
        try:
            share_plan(viewer=request.viewer, version=read.latest)
            return redirect(record_address(child, "plan/done/shared/"))
        except CannotPlan as refusal:
            problem = str(refusal)
    told = [f"{person.name}, {CHANNELS[person.contact_by if person.email else 'paper']}" for person in entitled_people(child, viewer=request.viewer)]
    return render(request, "school/plan/share.html", {"child": child, "told": told, "problem": problem, "plan_address": record_address(child, "plan/")})


def final(request: PageRequest, child: "Child") -> HttpResponse:
    """Lock the version that the family was asked about."""
    read = plan_of(request.viewer, child)
    if read is None:
        return redirect(record_address(child, "plan/"))
    form = FinalForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            finalise_plan(viewer=request.viewer, version=read.latest, reason=form.cleaned_data["reason"])
            return redirect(record_address(child, "plan/done/final/"))
        except CannotPlan as refusal:
            form.add_error("reason" if "Say why" in str(refusal) else None, str(refusal))
    names = {line.key: line.what for line in read.latest.document.lines}
    left = still_open(read.latest)
    return render(request, "school/plan/final.html", {
        "child": child, "form": form, "left": left, "version": read.latest, "plan_address": record_address(child, "plan/"),
        "not_agreed": [names[key] for key in left.not_agreed], "not_answered": [names[key] for key in left.not_answered],
    })  # fmt: skip


def done(request: PageRequest, child: "Child", what: str) -> HttpResponse:
    """What happens next, after sharing or locking."""
    if what not in NEXT_STEPS:
        raise NotFound
    heading, sentences = NEXT_STEPS[what]
    context = {"heading": heading, "reference": child.reference, "next_steps": sentences}
    return render(request, "layouts/confirmation.html", {**context, "onward": record_address(child, "plan/"), "onward_words": "Back to the plan"})


NEXT_STEPS: dict[str, tuple[str, tuple[str, ...]]] = {
    "shared": (
        "The plan is with the family",
        (
            "Each adult who gets messages has been told, without the child's name. They can read it and answer line by line.",
            "Their answers show beside each line. Where someone answers on paper or by telephone, write it down for them.",
            "If you change the plan, a new draft begins. Share it again.",
        ),
    ),
    "final": (
        "The plan is final",
        (
            "It is locked, and everyone can read it in these words for good.",
            "Its provision counts as promised from its first day. Sessions are logged on the Sessions tab.",
            "The family has been told. To change anything, edit the plan: a new draft begins and this version stays.",
        ),
    ),
}


def write_answers(request: PageRequest, child: "Child") -> HttpResponse:
    """Write down what one adult said about each line on paper, by telephone or at a meeting."""
    read = plan_of(request.viewer, child)
    if read is None:
        return redirect(record_address(child, "plan/"))
    people = {str(person.pk): person for person in entitled_people(child, viewer=request.viewer)}
    form = _answers_form(request, read, people)
    if request.method == "POST" and form.is_valid():
        try:
            _write_down(request, read, form.cleaned_data, people)
            return redirect(record_address(child, "plan/") + "?done=answers")
        except CannotPlan as refusal:
            form.add_error(None, str(refusal))
    context = {"child": child, "form": form, "people": people, "is_open": read.latest.status == "shared", "plan_address": record_address(child, "plan/")}
    return render(request, "school/plan/write_answers.html", context | document_context(request, read.latest))


def _answers_form(request: PageRequest, read: PlanRead, people: "dict[str, Person]") -> SoonerForm:
    form = SoonerForm(request.POST or request.kept or None)
    form.fields["by"] = SelectField(label="Who answered?", choices=[(key, person.name) for key, person in people.items()])
    for number, line in enumerate(read.latest.document.lines):
        choices = ((AGREES, "Agrees"), (CHANGES, "Would change this"), (NOT_YET, "Has not answered"))
        form.fields[f"said-{number}"] = RadioField(label=line.what, choices=choices, initial=NOT_YET, is_inline=True)
        form.fields[f"words-{number}"] = TextField(label=f"What they said about {line.what}", required=False, max_length=500)
    return form


def _write_down(request: PageRequest, read: PlanRead, said: dict[str, str], people: "dict[str, Person]") -> None:
    with transaction.atomic():
        for number, line in enumerate(read.latest.document.lines):
            if said[f"said-{number}"] != NOT_YET:
                write_down_answer(
                    viewer=request.viewer, version=read.latest, line_key=line.key, agrees=said[f"said-{number}"] == AGREES,
                    comment=said[f"words-{number}"], by=people[said["by"]],
                )  # fmt: skip


def _place(child: "Child", problem: "Problem") -> str:
    """Where a problem is put right."""
    kind = problem.field.replace("_", "-") if problem.field in {"family_views", "child_views"} else {"review_on": "review"}.get(problem.field, "")
    if kind in PARTS:
        return record_address(child, f"plan/{kind}/text/")
    if not problem.part:
        return record_address(child, "plan/outcome/new/")
    if problem.field == "lines":
        return record_address(child, "plan/line/new/")
    return record_address(child, f"plan/{'outcome' if problem.part.startswith('outcome') else 'line'}/{problem.part}/")
