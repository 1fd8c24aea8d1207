"""The page on which leaders of a setting or an area take data out: what for, with or without names, as a spreadsheet file."""

import csv
import io
from collections.abc import Callable

from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.design.forms import RadioField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.register.actions.exports import ALARM_FROM, PURPOSES, make_export

Rows = list[list[object]]
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class PurposeForm(SoonerForm):
    """Why data are taken out."""

    purpose = RadioField(label="What is it for?", choices=PURPOSES)
    why = TextField(label="Say in a few words who asked and why", hint="This is kept in the journal. Do not name a child.", max_length=90)


class NamesForm(PurposeForm):
    """The same where names may be needed."""

    names = RadioField(
        label="Does it need names?",
        choices=(("no", "No, references are enough"), ("yes", "Yes, I need names")),
        initial="no",
        hint="Without names it does less harm if it is lost.",
    )


def export_page(request: PageRequest, *, what: str, template: str, rows_of: Callable[[bool], Rows], may_name: bool) -> HttpResponse:
    """Ask for the purpose, then send the file. `rows_of` takes whether names are wanted."""
    form = (NamesForm if may_name else PurposeForm)(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with_names = form.cleaned_data.get("names") == "yes"
        rows = rows_of(with_names)
        make_export(
            viewer=request.viewer, what=what, purpose=form.cleaned_data["purpose"], why=form.cleaned_data["why"], rows=len(rows) - 1,
            with_names=with_names,
        )
        return _file(rows, name=f"{what}-{request.viewer.on:%Y-%m-%d}.csv")
    return render(request, template, {"form": form, "alarm_from": ALARM_FROM})


def _file(rows: Rows, *, name: str) -> HttpResponse:
    """The rows as a CSV file that no spreadsheet program takes for formulas."""
    written = io.StringIO()
    csv.writer(written).writerows([[_harmless(cell) for cell in row] for row in rows])
    response = HttpResponse(written.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _harmless(cell: object) -> str:
    words = "" if cell is None else str(cell)
    return f"'{words}" if words.startswith(STARTS_A_FORMULA) else words
