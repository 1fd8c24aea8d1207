"""The decision meeting: every pupil who is due, in order, with what is proposed, for one sitting."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.assessment.queries.decisions import SOON_DAYS, decision_meeting, goals_due
from sooner_service.design.forms import SelectField, SoonerForm
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.progress.decision import KINDS, SAYS
from sooner_service.pages.school.progress.numbers import share_words
from sooner_service.pages.school.shared_screen import shows_names
from sooner_service.register.acting import listed

A_PAGE = 25
PROPOSALS = {**KINDS, "check_goal": "Check the goal", "not_enough_information": "Not enough information yet"}
PERIODS = (("", "Late or due this week"), ("28", "Late or due in four weeks"), ("0", "Late or due today"))


class DueForm(SoonerForm):
    """How far ahead to look."""

    within = SelectField(label="When", choices=PERIODS, required=False)


def meeting(request: PageRequest) -> HttpResponse:
    """The list, the longest overdue first."""
    within = request.GET.get("within", "")
    days = int(within) if within in dict(PERIODS) and within else SOON_DAYS
    page = Paginator(goals_due(request.viewer, within_days=days), A_PAGE).get_page(request.GET.get("page"))
    reviews = decision_meeting(request.viewer, list(page.object_list))
    listed(request.viewer, record="decision", count=len(reviews), query={"within": days})
    rows = [
        {
            "due": review.due,
            "late_words": f"Late by {review.due.days_late} day{'' if review.due.days_late == 1 else 's'}",
            "says": SAYS.get(str(review.evidence["rule_says"]), "Not one way"),
            "delivered": share_words(review.delivery.delivered_share if review.delivery else None),
            "proposal": PROPOSALS[review.proposal.kind],
        }
        for review in reviews
    ]
    context = {"page": page, "rows": rows, "filters": DueForm(request.GET), "shows_names": shows_names(request)}
    return render(request, "school/progress/meeting.html", context)
