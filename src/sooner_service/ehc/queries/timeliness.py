"""How the authority keeps the law's time: within 6, 16 and 20 weeks, with and without exceptions, where time goes, what is at risk."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from statistics import median

from django.db.models import Exists, Min, OuterRef, Q

from sooner.clocks import answer
from sooner_service.ehc.dates import PACK
from sooner_service.ehc.models import Case, CaseEvent
from sooner_service.ehc.queries.cases import ENDED
from sooner_service.register.access import Viewer, must

YEAR = timedelta(days=365)
AT_RISK_WITHIN = timedelta(days=31)


@dataclass(frozen=True)
class Lived:
    """When one case reached each step; None where it has not."""

    reference: str
    received_on: date
    decided_on: date | None
    issued_on: date | None
    advice_on: date | None
    draft_on: date | None
    final_on: date | None
    is_excepted: bool
    is_refused: bool


@dataclass(frozen=True)
class Share:
    """How many of how many were in time, and how many took exactly the time allowed."""

    words: str
    in_time: int
    all: int
    on_the_line: int

    @property
    def percent(self) -> float | None:
        """The share in per cent; None where there was none to count."""
        return 100 * self.in_time / self.all if self.all else None


@dataclass(frozen=True)
class Timeliness:
    """The page's figures for the year up to a day."""

    since: date
    until: date
    shares: list[Share]
    over_limit: int
    over_a_year: int
    steps: list[tuple[str, float | None, int]]
    at_risk: list[tuple[str, date]]


@cache
def days_allowed(rule: str) -> int:
    """The days that the law in force gives for a duty from the request, as the policy counts them (law C-1)."""
    start = date(2026, 1, 12)
    rows = answer({"pack": PACK, "today": start, "events": [{"event": "request_received", "on": start}]}).deadlines
    return next((row.limit_on - start).days for row in rows if row.rule == rule)


def timeliness(viewer: Viewer) -> Timeliness:
    """The authority's own figures for the twelve months up to today. Raises Refused."""
    must(viewer, record="timeliness", action="see")
    since = viewer.on - YEAR
    cases = _lived(viewer)
    finals = [each for each in cases if each.final_on and since < each.final_on <= viewer.on]
    final_days = [(each.final_on - each.received_on).days for each in finals if each.final_on]
    limit = days_allowed("EHC-17")
    return Timeliness(
        since=since,
        until=viewer.on,
        shares=_shares(cases, since, viewer.on),
        over_limit=sum(1 for days in final_days if limit < days <= YEAR.days),
        over_a_year=sum(1 for days in final_days if days > YEAR.days),
        steps=_steps(finals),
        at_risk=_at_risk(cases, viewer.on),
    )


def _shares(cases: list[Lived], since: date, until: date) -> list[Share]:
    decided = _took(cases, lambda each: each.decided_on, since, until)
    refused = _took([each for each in cases if each.is_refused], lambda each: each.issued_on, since, until)
    final = _took(cases, lambda each: each.final_on, since, until)
    weeks = (("Decisions whether to assess within 6 weeks", "EHC-04", decided), ("“No plan” decisions within 16 weeks", "EHC-08", refused),
             ("Final plans within 20 weeks", "EHC-17", final))
    rows = []
    for words, rule, found in weeks:
        plain = [days for days, is_excepted in found if not is_excepted]
        rows.append(_share(f"{words}, all", [days for days, _ in found], days_allowed(rule)))
        rows.append(_share(f"{words}, without cases that had an exception", plain, days_allowed(rule)))
    return rows


def _took(cases: Iterable[Lived], done: Callable[[Lived], date | None], since: date, until: date) -> list[tuple[int, bool]]:
    return [
        ((day - each.received_on).days, each.is_excepted) for each in cases if (day := done(each)) is not None and since < day <= until
    ]


def _share(words: str, days: list[int], allowed: int) -> Share:
    return Share(words, sum(1 for each in days if each <= allowed), len(days), sum(1 for each in days if each == allowed))


def _steps(finals: list[Lived]) -> list[tuple[str, float | None, int]]:
    spans: tuple[tuple[str, Callable[[Lived], tuple[date | None, date | None]]], ...] = (
        ("From request to the decision to assess", lambda each: (each.received_on, each.decided_on)),
        ("From that decision to the last advice", lambda each: (each.decided_on, each.advice_on)),
        ("From the last advice to the draft", lambda each: (each.advice_on, each.draft_on)),
        ("From the draft to the final plan", lambda each: (each.draft_on, each.final_on)),
        ("From request to final plan", lambda each: (each.received_on, each.final_on)),
    )
    rows = []
    for words, span in spans:
        days = [(end - start).days for each in finals for start, end in [span(each)] if start and end]
        rows.append((words, float(median(days)) if days else None, len(days)))
    return rows


def _at_risk(cases: list[Lived], on: date) -> list[tuple[str, date]]:
    allowed = timedelta(days=days_allowed("EHC-17"))
    found = [
        (each.reference, each.received_on + allowed) for each in cases if each.final_on is None and not each.is_refused
    ]
    return sorted(((ref, limit) for ref, limit in found if on <= limit <= on + AT_RISK_WITHIN), key=lambda row: row[1])


def _lived(viewer: Viewer) -> list[Lived]:
    exemptions = CaseEvent.objects.filter(case=OuterRef("pk"), event="exemption", withdrawn_because="")
    cases = Case.objects.filter(authority=viewer.organisation).only("pk", "reference", "received_on", "state").annotate(
        is_excepted=Exists(exemptions), decided_on=_first("decision_assess"), issued_on=_first("decision_issue"),
        draft_on=_first("draft_served"), final_on=_first("plan_finalised"),
    )
    last_advice = dict(
        CaseEvent.objects.filter(case__authority=viewer.organisation, event="advice_received", withdrawn_because="")
        .order_by("on").values_list("case_id", "on")
    )
    return [
        Lived(
            row.reference, row.received_on, row.decided_on, row.issued_on, last_advice.get(row.pk), row.draft_on, row.final_on,
            row.is_excepted, row.state in ENDED,
        )
        for row in cases
    ]


def _first(event: str) -> Min:
    return Min("events__on", filter=Q(events__event=event, events__withdrawn_because=""))
