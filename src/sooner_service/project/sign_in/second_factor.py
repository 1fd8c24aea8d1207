"""Staff sign in with a second factor, or set one up before they reach anything else."""

from collections.abc import Callable

from allauth.mfa.utils import is_mfa_enabled
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from sooner_service.register.models import Person

AS_INVENTED = "signed_in_as_invented"
_KNOWN = "has_second_factor"
_OPEN = ("/account/", "/assets/", "/sign-out/", "/accessibility/", "/privacy/")


class SecondFactorMiddleware:
    """Sends staff without a second factor to the page where they set it up."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Let through, or redirect."""
        if must_set_up(request):
            return redirect("/account/2fa/totp/activate/")
        return self.get_response(request)


def must_set_up(request: HttpRequest) -> bool:
    """Whether this member of staff still has no second factor. Invented people of the demonstration are exempt."""
    person = request.user
    if not isinstance(person, Person) or not person.is_staff_account or request.path.startswith(_OPEN):
        return False
    if request.session.get(AS_INVENTED) or request.session.get(_KNOWN):
        return False
    if is_mfa_enabled(person):
        request.session[_KNOWN] = True
        return False
    return True
