"""The tracker: a posted code shows stage, next step and date. Codes never stand in an address."""

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.design.forms import SoonerForm, TextField
from sooner_service.ehc.queries.public import tracked
from sooner_service.pages.framework import PageRequest
from sooner_service.register.access import NotFound

TRIES_AN_HOUR = 10
HOUR = 60 * 60


class CodeForm(SoonerForm):
    """The code."""

    code = TextField(label="Your code", hint="Five groups of four letters and numbers", max_length=40)


def track(request: PageRequest) -> HttpResponse:
    """Ask for the code; show the case it opens."""
    form = CodeForm(request.POST or None)
    found = None
    if request.method == "POST" and form.is_valid():
        if not _may_try(request):
            return render(request, "errors/too_many.html", status=429)
        try:
            found = tracked(request.viewer, code=form.cleaned_data["code"])
        except NotFound:
            form.add_error("code", "We do not know this code, or it is more than a year old. Check each letter and number, or call the council.")
    return render(request, "public/tracker/tracker.html", {"form": form, "found": found})


def _may_try(request: PageRequest) -> bool:
    """At most ten tries an hour from one address."""
    key = f"tracker:{request.META.get('REMOTE_ADDR', '')}"
    cache.add(key, 0, HOUR)
    return cache.incr(key) <= TRIES_AN_HOUR
