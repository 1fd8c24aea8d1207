"""One-click sign-in as an invented person. It refuses wherever any organisation is real (Safety 9)."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from sooner_service.pages.framework import PageRequest, safe_next
from sooner_service.project.demonstration.cast import guides
from sooner_service.project.sign_in.second_factor import AS_INVENTED
from sooner_service.project.viewing import ROLE_IN_SESSION
from sooner_service.register.models import Organisation, Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def is_demonstration() -> bool:
    """Whether one-click sign-in may exist here: not in production, and every organisation is marked invented."""
    organisations = Organisation.objects.all()
    return settings.DEMONSTRATION and organisations.exists() and not organisations.filter(is_invented=False).exists()


def choose(request: PageRequest) -> HttpResponse:
    """Show the invented people by the part they play, or sign in as one of them."""
    if not is_demonstration():
        raise Http404
    if request.method == "POST":
        wanted = request.POST.get("person", "")
        person = Person.objects.filter(pk=int(wanted), is_invented=True, is_active=True).first() if wanted.isdigit() else None
        if person is None:
            raise Http404
        login(request, person, backend=BACKEND)
        request.session[AS_INVENTED] = True
        request.session.pop(ROLE_IN_SESSION, None)
        return redirect(safe_next(request, "/start/"))
    return render(request, "sign_in/demonstration.html", {"guides": guides()})
