"""What was promised for each open concern, what has happened, and what is due or late: the facts the policy's limits need."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Min, Q
from django.utils import timezone

from sooner.assessment.escalation import Overdue, due_on, overdue
from sooner.assessment.tiers import Pack, ServiceLevel, tier_model
from sooner_service.assessment.models import Baseline, Concern, ConcernSupport, TierMove
from sooner_service.plans.models import Session
from sooner_service.register.access import Viewer
from sooner_service.register.calendar import school_days
from sooner_service.register.models import Organisation

AHEAD_DAYS = 150
FURTHEST_BACK_DAYS = 800
_OF_BASELINE = ("child_id", "concern_id", "status", "completed_at", "signed_at", "asked_area_at", "asked_area__name")


@dataclass(frozen=True)
class Due:
    """One promise about one concern that is not kept yet: by when, how many school days late, and who waits for whom."""

    concern: Concern
    level: ServiceLevel
    due_on: date
    days_late: int
    baseline: Baseline | None
    has_support: bool
    late: Overdue | None = None

    @property
    def is_late(self) -> bool:
        """Whether the last day has passed."""
        return self.days_late > 0


@dataclass(frozen=True)
class _Known:
    """One concern with the day of each event that a promise counts from."""

    concern: Concern
    happened: Mapping[str, date | None]
    baseline: Baseline | None
    has_support: bool

    @classmethod
    def of(
        cls, concern: Concern, sessions: Mapping[int, date | None], baselines: Sequence[Baseline], reviews: Sequence[date]
    ) -> "_Known":
        """The facts of a concern from its child's baselines and reviews, and the first sessions by concern."""
        own = [each for each in baselines if each.concern_id == concern.pk or each.completed_at >= concern.noted_at]
        session_on = sessions.get(concern.pk)
        happened = {
            "concern_noted": concern.noted_on,
            "concern_acknowledged": concern.acknowledged_on,
            "baseline_completed": min((_day(each.signed_at) for each in own if each.signed_at), default=None),
            "area_asked_to_sign": min((_day(each.asked_area_at) for each in own if each.asked_area_at), default=None),
            "first_session": session_on,
            "review_held": min((day for day in reviews if session_on and day >= session_on), default=None),
        }
        return cls(concern, happened, own[0] if own else None, concern.pk in sessions)


def promises_due(viewer: Viewer, concerns: Iterable[Concern], *, setting: Organisation, pack: Pack) -> list[Due]:
    """Every promise not kept yet for these open concerns of one setting, the longest overdue first. Queries do not grow with concerns."""
    asked = [concern for concern in concerns if concern.closed_on is None]
    if not asked:
        return []
    first = max(min(concern.noted_on for concern in asked), viewer.on - timedelta(days=FURTHEST_BACK_DAYS))
    days = school_days(setting, starts_on=first, until=viewer.on + timedelta(days=AHEAD_DAYS))
    found = [due for known in _known(asked) for due in _due(known, on=viewer.on, days=days, pack=pack)]
    return sorted(found, key=lambda due: (-due.days_late, due.due_on, due.concern.noted_at, due.concern.pk))


def _due(known: _Known, *, on: date, days: Sequence[date], pack: Pack) -> list[Due]:
    model, happened = tier_model(pack), known.happened
    broken = overdue({name: day for name, day in happened.items() if name in model.events}, on=on, school_days=days, pack=pack)
    late = {each.service_level.id: each for each in broken}
    found = []
    for level in model.service_levels:
        started_on = happened.get(level.counts_from)
        if started_on is None or happened.get(level.met_by) is not None:
            continue
        limit_on = due_on(level, started_on=started_on, school_days=days)
        if limit_on is not None:
            days_late = late[level.id].school_days_late if level.id in late else 0
            found.append(Due(known.concern, level, limit_on, days_late, known.baseline, known.has_support, late.get(level.id)))
    return found


def _known(concerns: Sequence[Concern]) -> list[_Known]:
    """The day of each event for each concern, in three queries."""
    children = [each.child_id for each in concerns]
    sessions = _first_sessions(concerns)
    baselines: dict[int, list[Baseline]] = {}
    for baseline in Baseline.objects.filter(child__in=children).select_related("asked_area").only(*_OF_BASELINE):
        baselines.setdefault(baseline.child_id, []).append(baseline)
    reviews: dict[int, list[date]] = {}
    for child_id, day in TierMove.objects.filter(child__in=children, goal__isnull=False).order_by().values_list("child_id", "decided_on"):
        reviews.setdefault(child_id, []).append(day)
    return [_Known.of(each, sessions, baselines.get(each.child_id, []), reviews.get(each.child_id, [])) for each in concerns]


def _first_sessions(concerns: Sequence[Concern]) -> dict[int, date | None]:
    """The first delivered session of a support chosen for each concern; None where one is chosen and none is delivered yet."""
    delivered = Q(provision__sessions__outcome=Session.Outcome.DELIVERED)
    chosen = ConcernSupport.objects.filter(concern__in=[each.pk for each in concerns])
    rows = chosen.values("concern").annotate(first_on=Min("provision__sessions__on", filter=delivered)).order_by()
    return {row["concern"]: row["first_on"] for row in rows}


def _day(moment: datetime) -> date:
    return timezone.localtime(moment).date()
