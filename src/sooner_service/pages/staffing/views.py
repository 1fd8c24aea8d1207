"""Who works here, a joiner, a mover and a leaver."""

from typing import TYPE_CHECKING

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import CheckboxesField, EmailField, RadioField, SoonerForm, TextField, with_choices
from sooner_service.pages.framework import Address, PageRequest, organisation_page
from sooner_service.register.actions.people import CannotDo, join, leave, move
from sooner_service.register.queries.people import classes_of, role_held_for, roles_open_to, staff_of

if TYPE_CHECKING:
    from sooner_service.register.models import SchoolClass


class JoinerForm(SoonerForm):
    """A joiner in one page."""

    name = TextField(label="Full name", max_length=120)
    email = EmailField(label="Work e-mail address", hint="They sign in with it. Never a shared mailbox.")
    role = RadioField(label="Role")
    classes = CheckboxesField(label="Classes", required=False, hint="For class staff: the children they may see.")


class MoverForm(SoonerForm):
    """A new role for somebody already here."""

    role = RadioField(label="New role")
    classes = CheckboxesField(label="Classes", required=False, hint="For class staff: the children they may see.")


def _with_choices(form: Form, request: PageRequest) -> Form:
    with_choices(form, "role", roles_open_to(request.viewer))
    classes = [(str(each.pk), each.name) for each in classes_of(request.viewer)]
    with_choices(form, "classes", classes)
    if not classes:
        del form.fields["classes"]
    return form


def _chosen_classes(form: Form, request: PageRequest) -> "list[SchoolClass]":
    wanted = set(form.cleaned_data.get("classes", []))
    return [each for each in classes_of(request.viewer) if str(each.pk) in wanted]


def staff(request: PageRequest) -> HttpResponse:
    """Everybody with a role here now."""
    return render(request, "staffing/staff.html", {"held": staff_of(request.viewer), "done": request.GET.get("done", "")})


def joiner(request: PageRequest) -> HttpResponse:
    """Add somebody."""
    form = _with_choices(JoinerForm(request.POST or request.kept or None), request)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            join(viewer=request.viewer, name=data["name"], email=data["email"], role=data["role"], classes=_chosen_classes(form, request))
            return redirect(f"{request.path.removesuffix('add/')}?done=joined")
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "staffing/joiner.html", {"form": form})


def mover(request: PageRequest, held: int) -> HttpResponse:
    """Give somebody another role: the old one ends today."""
    role_held = role_held_for(request.viewer, held)
    form = _with_choices(MoverForm(request.POST or request.kept or None), request)
    if request.method == "POST" and form.is_valid():
        try:
            move(viewer=request.viewer, held=role_held, role=form.cleaned_data["role"], classes=_chosen_classes(form, request))
            return redirect("../../?done=moved")
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "staffing/mover.html", {"form": form, "held": role_held})


def leaver(request: PageRequest, held: int) -> HttpResponse:
    """End every role that somebody has here, and close their sessions."""
    role_held = role_held_for(request.viewer, held)
    problem = ""
    if request.method == "POST":
        try:
            leave(viewer=request.viewer, person=role_held.person)
            return redirect("../../?done=left")
        except CannotDo as refusal:
            problem = str(refusal)
    return render(request, "staffing/leaver.html", {"held": role_held, "problem": problem})


def staffing_addresses() -> tuple[Address, ...]:
    """The four pages, for the audience that lists them."""
    return (
        organisation_page("staff/", staff, name="staff", record="staff", action="see"),
        organisation_page("staff/add/", joiner, name="joiner", record="staff", action="manage"),
        organisation_page("staff/<int:held>/move/", mover, name="mover", record="staff", action="manage"),
        organisation_page("staff/<int:held>/leave/", leaver, name="leaver", record="staff", action="manage"),
    )
