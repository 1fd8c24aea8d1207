"""The reviews of the area's plans: counted, and listed by the day by which each must have ended."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.design.forms import SelectField, SoonerForm
from sooner_service.ehc.queries.reviews import KINDS, cases_in_review, kind_of, reviews
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

ROWS = 25
COLOURS = {"overdue": "late", "due": "due_soon", "held": "open", "changing": "open", "later": "on_time"}


class Filters(SoonerForm):
    """Which reviews."""

    which = SelectField(label="Which reviews", choices=[("", "All"), *KINDS.items()], required=False)


@dataclass(frozen=True)
class Row:
    """One plan as a line of the list."""

    case: "Case"
    last_meeting_on: date | None
    words: str
    colour: str


def review_list(request: PageRequest) -> HttpResponse:
    """Every plan's review, the nearest limit first."""
    which = request.GET.get("which", "")
    page = Paginator(cases_in_review(request.viewer, which), ROWS).get_page(request.GET.get("page"))
    rows = [_row(case, request) for case in page.object_list]
    listed(request.viewer, record="ehc_case", count=len(rows), query={"which": which if which in KINDS else ""})
    found = reviews(request.viewer)
    counts = [(key, words, found.now[key]) for key, words in KINDS.items()]
    form = Filters(initial={"which": which}, auto_id="filter_%s")
    return render(request, "authority/reviews/reviews.html", {"page": page, "rows": rows, "found": found, "counts": counts, "filters": form, "which": which})


def _row(case: "Case", request: PageRequest) -> Row:
    kind = kind_of(case, request.viewer.on)
    return Row(case, getattr(case, "last_meeting_on", None), KINDS[kind], COLOURS[kind])
