"""What was promised for each open concern, what has happened, and what is due or late: the facts the policy's limits need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Min
from django.utils import timezone

from sooner.assessment.escalation import Overdue, due_on, overdue
from sooner.assessment.tiers import Pack, ServiceLevel, tier_model
from sooner_service.assessment.models import Baseline, Concern, TierMove
from sooner_service.plans.models import Session
from sooner_service.register.access import Viewer
from sooner_service.register.calendar import school_days
from sooner_service.register.models import Organisation

AHEAD_DAYS = 150
FURTHEST_BACK_DAYS = 800
Happened = dict[str, date | None]


@dataclass(frozen=True)
class Due:
    """One promise about one concern that is not kept yet: by when, how many school days late, and who waits for whom."""

    concern: Concern
    level: ServiceLevel
    due_on: date
    days_late: int
    baseline: Baseline | None
    late: Overdue | None = None

    @property
    def is_late(self) -> bool:
        """Whether the last day has passed."""
        return self.days_late > 0


def promises_due(viewer: Viewer, concerns: Iterable[Concern], *, setting: Organisation, pack: Pack) -> list[Due]:
    """Every promise not kept yet for these open concerns of one setting, the longest overdue first. Queries do not grow with concerns."""
    asked = [concern for concern in concerns if concern.closed_on is None]
    if not asked:
        return []
    first = max(min(concern.noted_on for concern in asked), viewer.on - timedelta(days=FURTHEST_BACK_DAYS))
    days = school_days(setting, starts_on=first, until=viewer.on + timedelta(days=AHEAD_DAYS))
    happened, baselines = _facts(asked)
    found = [
        due
        for concern in asked
        for due in _due(concern, happened[concern.pk], baselines.get(concern.pk), on=viewer.on, days=days, pack=pack)
    ]
    return sorted(found, key=lambda due: (-due.days_late, due.due_on, due.concern.noted_at, due.concern.pk))


def _due(
    concern: Concern, happened: Happened, baseline: Baseline | None, *, on: date, days: Sequence[date], pack: Pack
) -> list[Due]:
    late = {each.service_level.id: each for each in overdue(_known(happened, pack), on=on, school_days=days, pack=pack)}
    found = []
    for level in tier_model(pack).service_levels:
        started_on, met_on = happened.get(level.counts_from), happened.get(level.met_by)
        if started_on is None or met_on is not None:
            continue
        limit_on = due_on(level, started_on=started_on, school_days=days)
        if limit_on is not None:
            broken = late.get(level.id)
            found.append(Due(concern, level, limit_on, broken.school_days_late if broken else 0, baseline, broken))
    return found


def _known(happened: Happened, pack: Pack) -> Mapping[str, date | None]:
    """Only the events that the pack's promises speak of: another pack names others."""
    names = {name for level in tier_model(pack).service_levels for name in (level.counts_from, level.met_by)}
    return {name: day for name, day in happened.items() if name in names}


def _facts(concerns: Sequence[Concern]) -> tuple[dict[int, Happened], dict[int, Baseline]]:
    """The day of each event for each concern, and the baseline that belongs to it, in three queries."""
    first_sessions = _first_sessions(concerns)
    baselines = _by_child(Baseline.objects.filter(child__in=[each.child_id for each in concerns]).select_related("asked_area"))
    reviews = _by_child(TierMove.objects.filter(child__in=[each.child_id for each in concerns], goal__isnull=False))
    facts: dict[int, Happened] = {}
    found: dict[int, Baseline] = {}
    for concern in concerns:
        own = [each for each in baselines.get(concern.child_id, []) if each.concern_id == concern.pk or each.completed_at >= concern.noted_at]
        signed = [_day(each.signed_at) for each in own if each.signed_at]
        asked = [_day(each.asked_area_at) for each in own if each.asked_area_at]
        session_on = first_sessions.get(concern.pk)
        later = [each.decided_on for each in reviews.get(concern.child_id, []) if session_on and each.decided_on >= session_on]
        facts[concern.pk] = {
            "concern_noted": concern.noted_on,
            "concern_acknowledged": concern.acknowledged_on,
            "baseline_completed": min(signed, default=None),
            "area_asked_to_sign": min(asked, default=None),
            "first_session": session_on,
            "review_held": min(later, default=None),
        }
        if own:
            found[concern.pk] = own[0]
    return facts, found


def _first_sessions(concerns: Sequence[Concern]) -> dict[int, date]:
    """The first delivered session of a support chosen for each concern."""
    delivered = Session.objects.filter(
        outcome=Session.Outcome.DELIVERED, provision__concerns__concern__in=[each.pk for each in concerns]
    )
    rows = delivered.values("provision__concerns__concern").annotate(first_on=Min("on")).order_by()
    return {row["provision__concerns__concern"]: row["first_on"] for row in rows}


def _by_child(rows: Iterable[Baseline] | Iterable[TierMove]) -> dict[int, list]:
    found: dict[int, list] = {}
    for row in rows:
        found.setdefault(row.child_id, []).append(row)
    return found


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
