"""Promised and delivered sessions week by week, for the strip under a chart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sooner.plans.ledger import promised_to_date
from sooner_service.plans.models import Provision, Session


@dataclass(frozen=True)
class SupportWeek:
    """A school week: its Monday, the sessions promised in it and those delivered."""

    monday: date
    promised: int
    delivered: int


def delivered_days(provisions: Sequence[Provision], *, on: date) -> dict[int, list[date]]:
    """The days of delivered sessions of each support up to a day, in one query. The caller has reached the child already."""
    found: dict[int, list[date]] = {each.pk: [] for each in provisions}
    delivered = Session.objects.filter(provision__in=list(found), outcome=Session.Outcome.DELIVERED, on__lte=on)
    for provision_id, day in delivered.values_list("provision_id", "on"):
        found[provision_id].append(day)
    return found


def support_weeks(
    provisions: Sequence[Provision], delivered: Mapping[int, Sequence[date]], *, since: date, on: date, school_days: Sequence[date]
) -> list[SupportWeek]:
    """Each school week from a day on: what all these supports promised in it, and what was delivered.

    A promise is counted from the start of its support, by the one rule of the ledger.
    """
    mondays = sorted({day - timedelta(days=day.weekday()) for day in school_days if since <= day <= on})
    return [
        SupportWeek(
            monday,
            sum(_promised(each, until=min(on, monday + timedelta(days=6)), days=school_days) for each in provisions)
            - sum(_promised(each, until=monday - timedelta(days=1), days=school_days) for each in provisions),
            sum(monday <= day <= monday + timedelta(days=6) for each in provisions for day in delivered.get(each.pk, ())),
        )
        for monday in mondays
    ]


def _promised(provision: Provision, *, until: date, days: Sequence[date]) -> int:
    return promised_to_date(
        times_a_week=float(provision.times_a_week), starts_on=provision.starts_on, until=provision.until, on=until, school_days=days
    )
