"""Saying which child a request is about: compared by staff, never confirmed to anybody outside."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.words import as_day
from sooner_service.ehc.actions.request import CannotAsk, match_child, match_new_child, new_tracker_code
from sooner_service.ehc.queries.cases import child_to_match, children_matching
from sooner_service.pages.authority.case.forms import MatchForm, NewChildForm
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case


def match(request: PageRequest, case: "Case") -> HttpResponse:
    """Search the area's children beside what the request says."""
    search = request.GET.get("search", str(case.request.get("child_name", ""))).strip()[:80]
    children = children_matching(request.viewer, search=search) if case.child_id is None else []
    listed(request.viewer, record="ehc_case", count=len(children), query={"search": bool(search)})
    context = {"case": case, "children": children, "search": search, "back": address_of(case)}
    return render(request, "authority/case/match.html", context)


def match_one(request: PageRequest, case: "Case", reference: str) -> HttpResponse:
    """Compare one child with the request, and confirm."""
    child = child_to_match(request.viewer, reference)
    form = MatchForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            match_child(viewer=request.viewer, case=case, child=child)
            return redirect(address_of(case, "?done=matched"))
        except CannotAsk as problem:
            form.add_error(None, str(problem))
    rows = [
        ("Name", case.request.get("child_name"), child.full_name),
        ("Date of birth", as_day(case.request.get("child_born_on")), child.born_on),
        ("Setting", case.request.get("setting_name"), child.setting.name if child.setting else "None"),
    ]
    return render(request, "authority/case/match_one.html", {"case": case, "child": child, "form": form, "rows": rows})


def match_new(request: PageRequest, case: "Case") -> HttpResponse:
    """Put a child who is on no roll into the record, from the request."""
    first, _, last = str(case.request.get("child_name", "")).rpartition(" ")
    form = NewChildForm(request.POST or request.kept or None, today=request.viewer.on, initial={"given_name": first, "family_name": last})
    if request.method == "POST" and form.is_valid():
        try:
            match_new_child(viewer=request.viewer, case=case, **form.cleaned_data)
            return redirect(address_of(case, "?done=matched"))
        except CannotAsk as problem:
            form.add_error(None, str(problem))
    context = {"case": case, "form": form, "heading": "Add a child who is on no roll here", "save_words": "Add and match", "back": address_of(case, "match/")}
    return render(request, "authority/case/form.html", context)


def new_code(request: PageRequest, case: "Case") -> HttpResponse:
    """Make a new tracker code and show it once, as a letter to the address in the request."""
    if request.method != "POST":
        return render(request, "authority/case/new_code.html", {"case": case})
    code = new_tracker_code(viewer=request.viewer, case=case)
    return code_letter(request, case, code)


def code_letter(request: PageRequest, case: "Case", code: str) -> HttpResponse:
    """The letter that acknowledges a request and brings its code."""
    lines = [str(case.request.get("your_name", "")), *str(case.request.get("address", "")).splitlines()]
    context = {
        "case": case,
        "code": code,
        "sender": {"name": case.authority.name, "lines": ["SEND team"], "telephone": case.authority.telephone},
        "recipient_lines": [line.strip() for line in lines if line.strip()],
        "reference": case.reference,
        "dated_on": request.viewer.on,
        "signed_by": request.viewer.person_name,
        "signed_role": request.viewer.role_words,
    }
    return render(request, "authority/case/code_letter.html", context)
