"""One-click sign-in as an invented person. It refuses wherever any organisation is real (Safety 9)."""

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from sooner_service.register.models import Organisation, Person

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def is_demonstration() -> bool:
    """Whether one-click sign-in may exist here: not in production, and every organisation is marked invented."""
    organisations = Organisation.objects.all()
    return settings.DEMONSTRATION and organisations.exists() and not organisations.filter(is_invented=False).exists()


def choose(request: HttpRequest) -> HttpResponse:
    """Show the invented people, or sign in as one of them."""
    if not is_demonstration():
        raise Http404
    if request.method == "POST":
        person = Person.objects.filter(pk=request.POST.get("person", "0"), is_invented=True).first()
        if person is None:
            raise Http404
        login(request, person, backend=BACKEND)
        return redirect("/start/")
    people = Person.objects.filter(is_invented=True, roles__isnull=False).distinct()[:20]
    return render(request, "sign_in/demonstration.html", {"people": people})
