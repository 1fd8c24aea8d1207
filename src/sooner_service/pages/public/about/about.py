"""The first page, who can help, and what this service is: in plain words."""

from django.http import HttpResponse
from django.shortcuts import render

from sooner.advice.library import contacts
from sooner_service.advice.queries.grants import advice_services
from sooner_service.pages.framework import PageRequest

AT_ANY_TIME = ("emergency", "childline", "nspcc", "samaritans", "nhs_111", "domestic_abuse")
WITH_THE_REST = ("contact_charity", "citizens_advice", "young_minds", "equality", "ombudsman")


def home(request: PageRequest) -> HttpResponse:
    """What Sooner is here, and three doors: families, staff, and anyone without an account."""
    return render(request, "public/about/home.html")


def about(request: PageRequest) -> HttpResponse:
    """What this service does, who made it, and what it is not fit for yet."""
    return render(request, "public/about/about.html")


def who_can_help(request: PageRequest) -> HttpResponse:
    """People to call: now, and in office hours."""
    known = contacts()
    context = {
        "now": [known[key] for key in AT_ANY_TIME],
        "others": [known[key] for key in WITH_THE_REST],
        "services": advice_services(),
    }
    return render(request, "public/about/who_can_help.html", context)


def privacy(request: PageRequest) -> HttpResponse:
    """What is kept, who sees it and what you can ask for."""
    return render(request, "public/about/privacy.html")


def cookies(request: PageRequest) -> HttpResponse:
    """The three cookies, and why nobody is asked to agree to them."""
    return render(request, "public/about/cookies.html")


def accessibility(request: PageRequest) -> HttpResponse:
    """What has been tested, what is not right yet, and how to say so."""
    return render(request, "public/about/accessibility.html")
