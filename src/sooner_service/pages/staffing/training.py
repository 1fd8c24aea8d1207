"""A person's own training, who here may sign, booking a course, and recording one: the same at a setting and at a service."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.training.pathways import Pathway, all_pathways
from sooner_service.design.forms import DateField, RadioField, SelectField, SoonerForm, TextField, with_choices
from sooner_service.pages.framework import Address, PageRequest, organisation_page
from sooner_service.register.acting import listed
from sooner_service.register.permissions import relationships_allowing
from sooner_service.training.actions import CannotRecord, book_training, record_completion
from sooner_service.training.queries import colleagues, courses_for, own_training, people_to_record

DONE = {"booked": "Your place has been asked for.", "recorded": "The completed course is recorded."}


class BookForm(SoonerForm):
    """Which course, and by when."""

    course = RadioField(label="Which course?", missing="Choose a course")
    wanted_by = DateField(label="By when do you want to do it?", called="Date", when="today_or_future")


class RecordForm(SoonerForm):
    """A colleague's completed course."""

    person = SelectField(label="Who finished it?", missing="Choose who finished the course")
    course = SelectField(label="Which course?", missing="Choose the course")
    completed_on = DateField(label="When did they finish it?", called="Date", when="today_or_past")
    evidence = TextField(label="What shows it?", hint="For example, certificate number 12 seen", max_length=200, missing="Say what shows it")


def _words(course: Pathway) -> str:
    lasts = f"lasts {course.valid_for_years} years" if course.valid_for_years else "never lapses"
    return f"{course.hours} hours, {lasts}. {course.says}"


def training(request: PageRequest) -> HttpResponse:
    """The viewer's own training, and of colleagues only whether they may sign."""
    viewer = request.viewer
    found = colleagues(viewer)
    listed(viewer, record="training", count=len(found))
    context = {
        "own": own_training(viewer),
        "colleagues": found,
        "may_book": bool(relationships_allowing(role=viewer.role, record="training", action="book")),
        "may_record": bool(relationships_allowing(role=viewer.role, record="training", action="record")),
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "staffing/training.html", context)


def book(request: PageRequest) -> HttpResponse:
    """Ask for a place on a course."""
    courses = courses_for(request.viewer)
    form = BookForm(request.POST or request.kept or None, today=request.viewer.on)
    with_choices(form, "course", [(each.code, each.name) for each in courses])
    if request.method == "POST" and form.is_valid():
        try:
            book_training(viewer=request.viewer, **form.cleaned_data)
            return redirect("../?done=booked")
        except CannotRecord as refusal:
            form.add_error(None, str(refusal))
    return render(request, "staffing/book_training.html", {"form": form, "courses": [(each.name, _words(each)) for each in courses]})


def record(request: PageRequest) -> HttpResponse:
    """Record a course that a colleague finished."""
    people = {str(each.pk): each for each in people_to_record(request.viewer)}
    form = RecordForm(request.POST or request.kept or None, today=request.viewer.on)
    with_choices(form, "person", [(key, each.name) for key, each in people.items()])
    with_choices(form, "course", [(each.code, each.name) for each in all_pathways().pathways])
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        try:
            record_completion(viewer=request.viewer, person=people[data.pop("person")], **data)
            return redirect("../?done=recorded")
        except CannotRecord as refusal:
            form.add_error(None, str(refusal))
    return render(request, "staffing/record_training.html", {"form": form})


def training_addresses() -> tuple[Address, ...]:
    """The three pages, for the audience that lists them."""
    return (
        organisation_page("training/", training, name="training", record="training", action="see_signers"),
        organisation_page("training/book/", book, name="book_training", record="training", action="book"),
        organisation_page("training/record/", record, name="record_training", record="training", action="record"),
    )
