"""Arriving, changing role, and leaving."""

from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.pages.framework import PageRequest
from sooner_service.project.viewing import NAVIGATION, ROLE_IN_SESSION
from sooner_service.register.drafts import drafts_of, holder_of
from sooner_service.register.queries.people import role_choices

NOWHERE = "/account-without-a-role/"


def start(request: PageRequest) -> HttpResponse:
    """Send the person to the first page of the role in use."""
    if not role_choices(request.viewer):
        return redirect(NOWHERE)
    pages = NAVIGATION.get(request.viewer.role)
    return redirect(pages[0][1] if pages else NOWHERE)


def nowhere(request: PageRequest) -> HttpResponse:
    """Say kindly that the account has no role at present."""
    return render(request, "sign_in/nowhere.html")


def switch(request: PageRequest) -> HttpResponse:
    """Choose which role to act in. Only roles that the person holds now are offered or taken."""
    choices = role_choices(request.viewer)
    if request.method == "POST":
        wanted = request.POST.get("role", "")
        if wanted in {choice.key for choice in choices}:
            request.session[ROLE_IN_SESSION] = int(wanted) if wanted.isdigit() else wanted
            return redirect("/start/")
    in_use = str(request.viewer.role_held.pk) if request.viewer.role_held else request.viewer.role
    return render(request, "sign_in/switch.html", {"choices": choices, "in_use": in_use, "was_sent": request.method == "POST"})


def sign_out(request: PageRequest) -> HttpResponse:
    """End the session. What was typed into unfinished forms is kept for next time."""
    if request.method == "POST":
        logout(request)
        response = redirect("/")
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response
    drafts = drafts_of(holder_of(request.viewer, request.session))
    return render(request, "sign_in/sign_out.html", {"unfinished": len(drafts)})


def choose_way(request: PageRequest) -> HttpResponse:
    """Ask whether the person works with children or is family: the two sign in differently."""
    return render(request, "sign_in/choose.html", {"next": request.GET.get("next", "")})
