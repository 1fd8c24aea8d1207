"""Letters to post and calls to make: each is printed, checked against its envelope and recorded as done."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed
from sooner_service.register.actions.letters import mark_told
from sooner_service.register.queries.letters import envelope_of, letter_of_setting, letters_of_setting

A_PAGE = 25


def letters(request: PageRequest) -> HttpResponse:
    """What waits, the oldest first."""
    page = Paginator(letters_of_setting(request.viewer), A_PAGE).get_page(request.GET.get("page"))
    listed(request.viewer, record="letter", count=len(page.object_list))
    return render(request, "school/letters/letters.html", {"page": page, "done": request.GET.get("done", "")})


def letter(request: PageRequest, number: int) -> HttpResponse:
    """One letter as it is printed. It names no child, so that it is safe if others open it."""
    viewer = request.viewer
    found = letter_of_setting(viewer, number)
    organisation = viewer.organisation
    context = {
        "letter": found,
        "sender": {"name": viewer.organisation_name, "lines": [], "telephone": organisation.telephone if organisation else ""},
        "recipient_lines": envelope_of(viewer, found),
        "reference": found.reference,
        "dated_on": viewer.on,
        "signed_by": viewer.person_name,
        "signed_role": viewer.role_words,
    }
    return render(request, "school/letters/letter.html", context)


def told(request: PageRequest, number: int) -> HttpResponse:
    """Check the recipient, then record that the letter was posted or the call made."""
    found = letter_of_setting(request.viewer, number)
    if request.method == "POST":
        mark_told(viewer=request.viewer, letter=found)
        return redirect("/school/letters/?done=told")
    return render(request, "school/letters/told.html", {"letter": found, "lines": envelope_of(request.viewer, found)})
