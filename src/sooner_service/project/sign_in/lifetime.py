"""How long a sign-in lasts, idle and at the most, and what a browser may keep of what was shown (ASVS 7.3.1, 7.3.2, 14.3.2)."""

from collections.abc import Callable
from datetime import timedelta

from allauth.usersessions.models import UserSession
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse

from sooner_service.project import clock

LONGEST = timedelta(hours=12)
SEEN_EVERY = timedelta(minutes=1)
_STARTED_AT, _SEEN_AT = "signed_in_at", "seen_at"


class LifetimeMiddleware:
    """Ends a sign-in after twelve hours, whatever was done in them, and keeps pages of signed-in people out of caches.

    A session that is used is kept alive, and its last use noted, once a minute rather than with every page: a write for each look
    would cost more than the look. Whatever is being typed when it ends is kept like any draft: the page asks to sign in and gives it back.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Sign out what is too old, pass the request on, mark the answer."""
        is_known = request.user.is_authenticated
        if is_known:
            moment = clock.now().timestamp()
            started = request.session.setdefault(_STARTED_AT, moment)
            if not 0 <= moment - started <= LONGEST.total_seconds():
                logout(request)
        if request.session.session_key:
            self._keep_alive(request)
        response = self.get_response(request)
        if is_known and "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store"
        return response

    def _keep_alive(self, request: HttpRequest) -> None:
        moment = clock.now().timestamp()
        if abs(moment - request.session.get(_SEEN_AT, 0)) < SEEN_EVERY.total_seconds():
            return
        request.session[_SEEN_AT] = moment
        if request.user.is_authenticated:
            UserSession.objects.create_from_request(request)
