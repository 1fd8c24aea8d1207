"""Letters to post and calls to make for people without e-mail, each with its print view."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.letters import mark_sent
from sooner_service.ehc.queries.letters import address_of_recipient, case_of_letter, letter_for, letters_waiting, notice_behind
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed

ROWS = 25


def letters(request: PageRequest) -> HttpResponse:
    """What waits to be posted or telephoned, the oldest first."""
    page = Paginator(letters_waiting(request.viewer), ROWS).get_page(request.GET.get("page"))
    listed(request.viewer, record="notice", count=len(page.object_list))
    return render(request, "authority/letters/letters.html", {"page": page, "done": request.GET.get("done", "")})


def letter(request: PageRequest, number: int) -> HttpResponse:
    """One letter as it is printed: with every part of the statutory notice behind it."""
    found = letter_for(request.viewer, number)
    case = case_of_letter(request.viewer, found)
    notice = notice_behind(found)
    context = {
        "letter": found,
        "parts": notice.parts if notice else [],
        "sender": {"name": case.authority.name, "lines": ["SEND team"], "telephone": case.authority.telephone},
        "recipient_lines": address_of_recipient(found),
        "reference": case.reference,
        "dated_on": found.at,
        "signed_by": notice.sent_by.name if notice and notice.sent_by else request.viewer.person_name,
        "signed_role": "for the authority",
    }
    return render(request, "authority/letters/letter.html", context)


def sent(request: PageRequest, number: int) -> HttpResponse:
    """Confirm that a letter was posted or a call made."""
    found = letter_for(request.viewer, number)
    problem = ""
    if request.method == "POST":
        try:
            mark_sent(viewer=request.viewer, case=case_of_letter(request.viewer, found), letter=found)
            return redirect("/authority/letters/?done=sent")
        except CannotStep as refusal:
            problem = str(refusal)
    return render(request, "authority/letters/sent.html", {"letter": found, "problem": problem, "lines": address_of_recipient(found)})
