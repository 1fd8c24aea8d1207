"""Sealed notes: opened with the service's passphrase, for this visit and this adviser only.

The opened key is in a cookie of the browser: sealed, out of reach of scripts, gone when the browser closes. The notes' words are
neither drafted nor logged, so that no one who holds the database can read them.
"""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core.cache import cache
from django.forms import PasswordInput
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from sooner_service.advice.actions.notes import SHORTEST_PASSPHRASE, THEMES, NoKey, make_service_key, open_notes, write_note
from sooner_service.advice.queries.casework import notes_of, service_key_of
from sooner_service.advice.travelling import opened_by, sealed_for
from sooner_service.design.forms import LongTextField, RadioField, SoonerForm, TextField
from sooner_service.pages.adviser.families.families import record_of
from sooner_service.pages.framework import PageRequest, safe_next

if TYPE_CHECKING:
    from sooner_service.register.models import Child

COOKIE = "advice_notes"
PATH = "/adviser/"
TRIES_AN_HOUR = 10
HOUR = 60 * 60


class PassphraseForm(SoonerForm):
    """The service's passphrase."""

    passphrase = TextField(label="Your service's passphrase", max_length=200, widget=PasswordInput(attrs={"autocomplete": "off"}))


class NewPassphraseForm(SoonerForm):
    """A passphrase chosen once for the service."""

    passphrase = TextField(
        label="Choose a passphrase", hint=f"At least {SHORTEST_PASSPHRASE} characters. Four unusual words are good.", max_length=200,
        widget=PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = TextField(label="Write it again", max_length=200, widget=PasswordInput(attrs={"autocomplete": "new-password"}))

    def clean(self) -> dict[str, object]:
        """Both must be the same: a slip of the finger would lock the notes for ever."""
        data = super().clean() or {}
        if data.get("passphrase") and data.get("again") and data["passphrase"] != data["again"]:
            self.add_error("again", "The two passphrases differ. Write the same one twice")
        return data


class NoteForm(SoonerForm):
    """A note."""

    theme = RadioField(label="What is it about?", choices=THEMES, hint="Only the theme is counted. The words stay sealed.")
    words = LongTextField(label="Your note", rows=10, max_length=20000)


def key_of(request: PageRequest) -> str:
    """The opened key that this browser carries for this adviser; empty when the notes are closed."""
    return opened_by(request.viewer, sealed=request.COOKIES.get(COOKIE, ""))


def notes(request: PageRequest, child: "Child") -> HttpResponse:
    """The notes about one family: in words while opened, else only that they exist."""
    key = key_of(request)
    context = record_of(
        child, "notes", notes=notes_of(request.viewer, child, key=key), is_open=bool(key),
        service_key=service_key_of(request.viewer), done=request.GET.get("done", ""),
    )
    return render(request, "adviser/notes/notes.html", context)


@sensitive_post_parameters("words")
def write(request: PageRequest, child: "Child") -> HttpResponse:
    """Write a note and seal it."""
    key, here = key_of(request), f"/adviser/families/{child.reference}/notes/"
    if not key and request.method != "POST":
        return redirect(f"/adviser/notes/open/?next={here}write/")
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            write_note(viewer=request.viewer, child=child, words=form.cleaned_data["words"], theme=form.cleaned_data["theme"], key=key)
            return redirect(f"{here}?done=written")
        except NoKey as problem:
            form.add_error(None, str(problem))
    return render(request, "adviser/notes/write.html", record_of(child, "notes", form=form))


@sensitive_post_parameters("passphrase")
def open_page(request: PageRequest) -> HttpResponse:
    """Open the notes for this visit with the passphrase."""
    form = PassphraseForm(request.POST or None)
    onward = safe_next(request, "/adviser/families/")
    if request.method == "POST" and form.is_valid():
        if not _may_try(request):
            return render(request, "errors/too_many.html", status=429)
        try:
            key = open_notes(viewer=request.viewer, passphrase=form.cleaned_data["passphrase"])
            return _carrying(redirect(onward), request, key)
        except NoKey as problem:
            form.add_error("passphrase", str(problem))
    context = {"form": form, "next": onward, "service_key": service_key_of(request.viewer)}
    return render(request, "adviser/notes/open.html", context)


@sensitive_post_parameters("passphrase", "again")
def make(request: PageRequest) -> HttpResponse:
    """Choose the passphrase, once for the whole service."""
    form = NewPassphraseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            make_service_key(viewer=request.viewer, passphrase=form.cleaned_data["passphrase"])
            return redirect("/adviser/notes/open/")
        except NoKey as problem:
            form.add_error("passphrase", str(problem))
    return render(request, "adviser/notes/make.html", {"form": form, "service_key": service_key_of(request.viewer)})


def close(request: PageRequest) -> HttpResponse:
    """Close the notes before the visit ends."""
    response = redirect("/adviser/families/")
    if request.method == "POST":
        response.delete_cookie(COOKIE, path=PATH)
    return response


def _carrying(response: HttpResponse, request: PageRequest, key: str) -> HttpResponse:
    response.set_cookie(
        COOKIE, sealed_for(request.viewer, key=key), path=PATH, httponly=True, samesite="Strict", secure=settings.SESSION_COOKIE_SECURE
    )
    return response


def _may_try(request: PageRequest) -> bool:
    """At most ten tries an hour by one adviser."""
    key = f"advice-passphrase:{request.viewer.person.pk if request.viewer.person else 0}"
    cache.add(key, 0, HOUR)
    return cache.incr(key) <= TRIES_AN_HOUR
