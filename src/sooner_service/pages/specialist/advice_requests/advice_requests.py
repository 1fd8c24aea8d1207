"""A service's requests for advice: the list by due date, and the page to answer one."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.ehc.queries.advice import due_of
from sooner_service.ehc.queries.cases import advice_requests_to
from sooner_service.pages.advice_answers.answer import answer_page
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed

if TYPE_CHECKING:
    from sooner_service.register.models import Child

ROWS = 25


def advice_requests(request: PageRequest) -> HttpResponse:
    """Open requests first, the oldest at the top."""
    page = Paginator(advice_requests_to(request.viewer), ROWS).get_page(request.GET.get("page"))
    rows = [(each, *due_of(each, request.viewer.on)) for each in page.object_list]
    listed(request.viewer, record="advice_request", count=len(rows))
    return render(request, "specialist/advice_requests/advice_requests.html", {"page": page, "rows": rows, "done": request.GET.get("done", "")})


def answer(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """Answer one request on one page."""
    return answer_page(request, child, number, back="/specialist/advice/")
