"""The numbers of a setting or an area: time to support, concerns, tiers, and what was promised and delivered.

Those who may list the children see exact figures; everybody else sees bands, and no count from one to nine (Safety 7).
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, Max, Min, OuterRef, Q, QuerySet

from sooner.assessment.tiers import tier_model
from sooner.assessment.time_to_support import (
    BANDS,
    LONGEST_BAND,
    Concern,
    Headline,
    Published,
    Wait,
    headline,
    longest_wait,
    published_band,
    waits,
)
from sooner.evidence.disclosure import publishable, total_is_publishable
from sooner.plans.ledger import Ledger, total
from sooner_service.assessment.models import Concern as ConcernRecord
from sooner_service.assessment.models import TierMove
from sooner_service.plans.models import Session
from sooner_service.plans.queries.school_year import lines_of_year
from sooner_service.register.access import Refused, Viewer, may
from sooner_service.register.models import Child, Organisation
from sooner_service.register.permissions import relationships_allowing
from sooner_service.register.queries.area import tier_pack

A_YEAR = timedelta(days=365)


@dataclass(frozen=True)
class TierCount:
    """How many children are in one tier; None where the number may not be shown."""

    number: int
    name: str
    count: int | None


@dataclass(frozen=True)
class Overview:
    """The numbers of one setting or area on a day. `promises` covers lines that ran in this school year."""

    pupils: int | None
    headline: Headline
    band: Published
    longest: Wait | None
    waits_by_band: dict[str, int | None]
    open_by_band: dict[str, int | None]
    tiers: tuple[TierCount, ...]
    promises: Ledger
    lines_behind: int | None
    is_exact: bool


def overview_of(viewer: Viewer) -> Overview:
    """The numbers of the viewer's own setting or area. Raises Refused."""
    permission = may(viewer, record="overview", action="see")
    if not permission.is_allowed or viewer.organisation is None:
        raise Refused(permission.sentence)
    is_exact = bool(relationships_allowing(role=viewer.role, record="child", action="list"))
    children = _children_of(viewer.organisation)
    by_tier = dict(children.values_list("tier").annotate(number=Count("pk")))
    pupils = sum(by_tier.values())
    concerns = _concerns_of(viewer)
    found = waits(concerns, on=viewer.on)
    head = headline(concerns, pupils=pupils, on=viewer.on)
    lines = [line.ledger for line in lines_of_year(viewer)]
    return Overview(
        pupils=pupils if is_exact or total_is_publishable({"all": pupils}) else None,
        headline=head,
        band=published_band(head.median_days, children=head.concerns),
        longest=longest_wait(found, may_see_the_child=is_exact and viewer.organisation.is_setting),
        waits_by_band=_by_band([wait for wait in found if not wait.is_open], is_exact),
        open_by_band=_by_band([wait for wait in found if wait.is_open], is_exact),
        tiers=_tiers(viewer, by_tier, is_exact),
        promises=total(lines),
        lines_behind=_shown(sum(line.is_adequate is False for line in lines), is_exact),
        is_exact=is_exact,
    )


def _children_of(organisation: Organisation) -> "QuerySet[Child]":
    if organisation.is_setting:
        return Child.objects.filter(setting=organisation)
    return Child.objects.filter(authority=organisation, setting__isnull=False)


def _concerns_of(viewer: Viewer) -> list[Concern]:
    """The concerns of the last year, each with the first and last delivered session of the supports chosen for it."""
    delivered = Q(supports__provision__sessions__outcome=Session.Outcome.DELIVERED)
    ended_well = TierMove.objects.filter(child=OuterRef("child"), kind=TierMove.Kind.FADE, decided_on__gte=OuterRef("noted_on"))
    records = ConcernRecord.objects.filter(noted_on__gt=viewer.on - A_YEAR, noted_on__lte=viewer.on)
    if viewer.organisation is not None and viewer.organisation.is_setting:
        records = records.filter(setting=viewer.organisation)
    else:
        records = records.filter(setting__authority=viewer.organisation)
    found = records.annotate(
        first=Min("supports__provision__sessions__on", filter=delivered),
        last=Max("supports__provision__sessions__on", filter=delivered),
        is_ended_well=Exists(ended_well),
    ).order_by("pk")
    return [
        Concern(key=str(pk), noted_on=noted_on, first_session_on=first, last_session_on=last, goal_met=bool(ended_well))
        for pk, noted_on, first, last, ended_well in found.values_list("pk", "noted_on", "first", "last", "is_ended_well")
    ]


def _by_band(found: list[Wait], is_exact: bool) -> dict[str, int | None]:
    names = [*(name for _, name in BANDS), LONGEST_BAND]
    counts = dict.fromkeys(names, 0)
    for wait in found:
        counts[next((name for end, name in BANDS if wait.days <= end), LONGEST_BAND)] += 1
    return dict(counts) if is_exact else publishable(counts)


def _tiers(viewer: Viewer, by_tier: dict[int, int], is_exact: bool) -> tuple[TierCount, ...]:
    model = tier_model(tier_pack(viewer))
    counts = {str(tier.number): by_tier.get(tier.number, 0) for tier in model.tiers}
    shown = dict(counts) if is_exact else publishable(counts)
    return tuple(TierCount(tier.number, tier.name, shown[str(tier.number)]) for tier in model.tiers)


def _shown(count: int, is_exact: bool) -> int | None:
    return count if is_exact else publishable({"it": count})["it"]
