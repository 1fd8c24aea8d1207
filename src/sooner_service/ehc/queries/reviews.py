"""The reviews of the authority's plans: which are due, held, decided, changed or overdue, and how many kept the law's time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from sooner_service.ehc.models import Case, CaseEvent
from sooner_service.ehc.queries.cases import cases_for
from sooner_service.register.access import Viewer

YEAR, SOON = timedelta(days=365), timedelta(days=91)
DECIDE_WITHIN, CHANGE_WITHIN = timedelta(weeks=4), timedelta(weeks=12)
"""From the review meeting: to the decision (law AR-06), and to the amended plan at most (law AR-09)."""
KINDS: Mapping[str, str] = {
    "overdue": "Overdue", "due": "Due in the next three months", "held": "Held, decision waiting", "changing": "Plan being changed", "later": "Due later",
}


@dataclass(frozen=True)
class Kept:
    """How many of how many were in time."""

    in_time: int
    all: int


@dataclass(frozen=True)
class Reviews:
    """The counts of today, and of the twelve months up to it."""

    plans: int
    now: Mapping[str, int]
    decided: Kept
    amended: Kept
    since: date


def reviews(viewer: Viewer) -> Reviews:
    """The authority's counts."""
    since = viewer.on - YEAR
    counts = _plans(viewer).aggregate(plans=Count("pk"), **{kind: Count("pk", filter=_of(kind, viewer.on)) for kind in KINDS})
    return Reviews(
        plans=counts.pop("plans"), now=counts, since=since, decided=_kept(viewer, "review_decision", DECIDE_WITHIN, since),
        amended=_kept(viewer, "amended_plan_final", CHANGE_WITHIN, since),
    )


def cases_in_review(viewer: Viewer, kind: str) -> "QuerySet[Case]":
    """The plans of one kind, or all, by the day by which the review must have ended; with the day of the last meeting."""
    found = _plans(viewer).filter(_of(kind, viewer.on)) if kind in KINDS else _plans(viewer)
    meetings = CaseEvent.objects.filter(case=OuterRef("pk"), event="review_meeting", withdrawn_because="")
    met = found.annotate(last_meeting_on=Subquery(meetings.order_by("-on").values("on")[:1]))
    return met.defer("request").select_related("child", "co_ordinator__person").order_by("review_due_on", "pk")


def kind_of(case: Case, on: date) -> str:
    """Which kind a plan is of, on a day."""
    if case.review_due_on is not None and case.review_due_on < on:
        return "overdue"
    if case.state in {"in_review", "amending"}:
        return "held" if case.state == "in_review" else "changing"
    return "due" if case.review_due_on is not None and case.review_due_on <= on + SOON else "later"


def _plans(viewer: Viewer) -> "QuerySet[Case]":
    return cases_for(viewer).filter(review_due_on__isnull=False)


def _of(kind: str, on: date) -> Q:
    in_time = Q(review_due_on__gte=on)
    waiting = in_time & ~Q(state__in=["in_review", "amending"])
    return {
        "overdue": Q(review_due_on__lt=on),
        "held": in_time & Q(state="in_review"),
        "changing": in_time & Q(state="amending"),
        "due": waiting & Q(review_due_on__lte=on + SOON),
        "later": waiting & Q(review_due_on__gt=on + SOON),
    }[kind]


def _kept(viewer: Viewer, event: str, within: timedelta, since: date) -> Kept:
    """Of the events of the year that follow a meeting, how many came in time after the last meeting before them."""
    meetings = CaseEvent.objects.filter(case=OuterRef("case"), event="review_meeting", withdrawn_because="", on__lte=OuterRef("on"))
    found = CaseEvent.objects.filter(
        case__in=cases_for(viewer), event=event, withdrawn_because="", on__gt=since, on__lte=viewer.on
    ).annotate(met_on=Subquery(meetings.order_by("-on").values("on")[:1]))
    days = [(on - met_on) for on, met_on in found.filter(met_on__isnull=False).values_list("on", F("met_on"))]
    return Kept(sum(1 for each in days if each <= within), len(days))
