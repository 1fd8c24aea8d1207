"""The classes and half-terms of this school year: promised sessions are counted on the days that the setting is open."""

from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import DateField, LongTextField, SelectField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.register.actions.organisations import add_class, add_term
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.queries.organisations import classes_this_year, terms_of

YEARS = (
    ("-1", "Nursery"),
    ("0", "Reception"),
    *((str(year), f"Year {year}") for year in range(1, 15)),
)


class ClassForm(SoonerForm):
    """A class of this year."""

    name = TextField(label="Name of the class or group", max_length=40)
    year_group = SelectField(label="Year group", choices=(("", "Choose"), *YEARS))


class TermForm(SoonerForm):
    """A half-term."""

    name = TextField(label="Name", hint="For example, Autumn, first half", max_length=40)
    first_day = DateField(label="First day for children")
    last_day = DateField(label="Last day for children")
    closed_on = LongTextField(
        label="Days within it when the setting is closed", required=False, rows=3,
        hint="Training days and the like, one on a line, such as 23/11/2026. Bank holidays are known already.",
    )  # fmt: skip

    def clean_closed_on(self) -> list[date]:
        """The days, or a sentence that names the line that is no date."""
        return [_day(line) for line in self.cleaned_data["closed_on"].split("\n") if line.strip()]


def _day(line: str) -> date:
    try:
        day, month, year = (int(part) for part in line.strip().replace("-", "/").split("/"))
        return date(year, month, day)
    except ValueError:
        raise ValidationError(f"“{line.strip()}” is not a day. Write it like 23/11/2026, one on a line.") from None


def year(request: PageRequest) -> HttpResponse:
    """What is there."""
    terms = [(term, term.until - timedelta(days=1)) for term in terms_of(request.viewer)]
    context = {"classes": classes_this_year(request.viewer), "terms": terms, "done": request.GET.get("done", "")}
    return render(request, "school/year/year.html", context)


def new_class(request: PageRequest) -> HttpResponse:
    """Add a class."""
    form = ClassForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_class(viewer=request.viewer, name=form.cleaned_data["name"], year_group=int(form.cleaned_data["year_group"]))
            return redirect("/school/year/?done=class")
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "school/year/add.html", {"form": form, "title": "Add a class"})


def new_term(request: PageRequest) -> HttpResponse:
    """Add a half-term."""
    form = TermForm(request.POST or request.kept or None, today=request.viewer.on)
    if request.method == "POST" and form.is_valid():
        try:
            add_term(viewer=request.viewer, **form.cleaned_data)
            return redirect("/school/year/?done=term")
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "school/year/add.html", {"form": form, "title": "Add a half-term"})
