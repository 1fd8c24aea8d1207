"""Stops a form from being sent too often from one place: the answer is a page that says so, and nothing typed is lost or kept."""

from collections.abc import Callable
from functools import wraps

from django.core.cache import cache
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.crypto import salted_hmac

from sooner_service.pages.framework import PageRequest

MINUTE = 60
HOUR = 60 * MINUTE
View = Callable[..., HttpResponse]


def at_most(times: int, *, within: int, name: str) -> Callable[[View], View]:
    """Answer at most `times` sendings of a form from one network address `within` so many seconds; after that, 429.

    Looking (GET) and saving while typing do not count. The address is kept only as a keyed hash, until the period ends. Two forms
    that arrive at the same instant may count as one: this slows guessing and flooding, it is not a lock.
    """

    def limit(view: View) -> View:
        @wraps(view)
        def limited(request: PageRequest, **captured: object) -> HttpResponse:
            is_sending = request.method == "POST" and not request.headers.get("X-Autosave")
            if is_sending and _sent_before(request, name, within) >= times:
                return render(request, "errors/too_many.html", status=429)
            return view(request, **captured)

        return limited

    return limit


def _sent_before(request: PageRequest, name: str, within: int) -> int:
    """How often this form was sent from here in the present period; counts this time too."""
    period = int(request.viewer.now.timestamp()) // within
    sender = salted_hmac("sooner.rate_limits", request.META.get("REMOTE_ADDR", "")).hexdigest()[:24]
    key = f"{name}:{period}:{sender}"
    sent = int(cache.get(key, 0))
    cache.set(key, sent + 1, within)
    return sent
