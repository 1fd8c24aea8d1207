"""The ledger of every line of provision that ran in this school year, for a whole setting or area in a handful of queries."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Q

from sooner.plans.ledger import Ledger, ledger, promised_to_date
from sooner_service.plans.models import Provision, Session
from sooner_service.register.access import Viewer
from sooner_service.register.calendar import days_of
from sooner_service.register.models import Term

SCHOOL_YEAR_STARTS = (9, 1)


@dataclass(frozen=True)
class LineOfYear:
    """One line of provision: whose it is, and what it promised and delivered."""

    child_id: int
    ledger: Ledger


def year_starts_on(on: date) -> date:
    """The first of September of the school year that a day belongs to."""
    year = on.year if (on.month, on.day) >= SCHOOL_YEAR_STARTS else on.year - 1
    return date(year, *SCHOOL_YEAR_STARTS)


def lines_of_year(viewer: Viewer) -> list[LineOfYear]:
    """The lines of the viewer's own setting or area that ran in this school year."""
    still_ran = Q(until__isnull=True) | Q(until__gt=year_starts_on(viewer.on))
    lines = Provision.objects.filter(still_ran, starts_on__lte=viewer.on)
    if viewer.organisation is not None and viewer.organisation.is_setting:
        lines = lines.filter(child__setting=viewer.organisation)
    else:
        lines = lines.filter(child__authority=viewer.organisation, child__setting__isnull=False)
    to_date = Q(sessions__on__lte=viewer.on)
    rows = list(
        lines.annotate(
            delivered=Count("sessions", filter=to_date & Q(sessions__outcome=Session.Outcome.DELIVERED)),
            cancelled=Count("sessions", filter=to_date & Q(sessions__outcome=Session.Outcome.CANCELLED)),
        ).values_list("child_id", "child__setting_id", "times_a_week", "starts_on", "until", "delivered", "cancelled")
    )
    days = _school_days({row[1] for row in rows}, starts_on=min((row[3] for row in rows), default=viewer.on), on=viewer.on)
    return [
        LineOfYear(
            child_id,
            ledger(
                promised=promised_to_date(
                    times_a_week=float(times), starts_on=starts_on, until=until, on=viewer.on, school_days=days.get(setting, [])
                ),
                delivered=delivered,
                cancelled=cancelled,
            ),
        )
        for child_id, setting, times, starts_on, until, delivered, cancelled in rows
    ]


def _school_days(settings: set[int | None], *, starts_on: date, on: date) -> dict[int | None, list[date]]:
    terms: dict[int | None, list[Term]] = defaultdict(list)
    for term in Term.objects.filter(setting__in=[each for each in settings if each], until__gt=starts_on, starts_on__lte=on):
        terms[term.setting_id].append(term)
    return {setting: days_of(own, starts_on=starts_on, until=on + timedelta(days=1)) for setting, own in terms.items()}
