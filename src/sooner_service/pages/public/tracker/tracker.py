"""The tracker: a posted code shows stage, next step and date. Codes never stand in an address."""

from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.design.forms import SoonerForm, TextField
from sooner_service.ehc.queries.public import tracked
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.rate_limits import HOUR, at_most
from sooner_service.register.access import NotFound

UNKNOWN = "We do not know this code, or it has run out. Check each letter and number, or call the council."
WHAT_YOU_CAN_DO = {
    "EHC-04": "no-answer-after-six-weeks",
    "EHC-06": "reports-are-late",
    "EHC-08": "plan-is-over-twenty-weeks",
    "EHC-09": "plan-is-over-twenty-weeks",
    "EHC-17": "plan-is-over-twenty-weeks",
    "AR-01": "annual-review",
    "AR-06": "after-the-annual-review",
    "AR-09": "after-the-annual-review",
}


class CodeForm(SoonerForm):
    """The code."""

    code = TextField(label="Your code", hint="It has groups of four letters and numbers.", max_length=60)


@at_most(10, within=HOUR, name="tracker")
def track(request: PageRequest) -> HttpResponse:
    """Ask for the code; show the case it opens."""
    form = CodeForm(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        try:
            found = tracked(request.viewer, code=form.cleaned_data["code"])
        except NotFound:
            form.add_error("code", UNKNOWN)
    article = WHAT_YOU_CAN_DO.get(found.next_duty.rule, "complain-about-the-council") if found and found.next_duty else ""
    response = render(request, "public/tracker/tracker.html", {"form": form, "found": found, "article": article})
    response["Cache-Control"] = "no-store"
    return response
