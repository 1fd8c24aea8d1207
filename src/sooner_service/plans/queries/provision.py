"""Support in place, and the promise ledger: what was promised, delivered, cancelled and is still owed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, Prefetch, Q, QuerySet

from sooner.plans.ledger import Ledger, ledger, promised_to_date, total
from sooner_service.plans.models import Provision, Session
from sooner_service.register.access import NotFound, Viewer, children_for, current, must
from sooner_service.register.calendar import days_of, school_days
from sooner_service.register.models import Child, Term

COUNTED = (Session.Outcome.DELIVERED, Session.Outcome.CANCELLED)


@dataclass(frozen=True)
class LedgerRow:
    """One support with its ledger to a date. `is_running` on that date."""

    provision: Provision
    ledger: Ledger
    is_running: bool

    @property
    def promised(self) -> int:
        """Sessions promised so far."""
        return self.ledger.promised

    @property
    def delivered(self) -> int:
        """Sessions delivered so far."""
        return self.ledger.delivered

    @property
    def cancelled(self) -> int:
        """Sessions cancelled so far."""
        return self.ledger.cancelled

    @property
    def owed(self) -> int:
        """Sessions still owed."""
        return self.ledger.owed

    @property
    def delivered_share(self) -> float | None:
        """Delivered of promised; None while nothing was promised."""
        return self.ledger.delivered_share


@dataclass(frozen=True)
class TodayRow:
    """One support of one child on a day, and what is logged for that day already."""

    provision: Provision
    child: Child
    session: Session | None
    this_week: int


@dataclass(frozen=True)
class TodayGroup:
    """Children who have the same support together."""

    key: str
    what: str
    minutes: int
    rows: tuple[TodayRow, ...]

    @property
    def still_to_log(self) -> tuple[TodayRow, ...]:
        """Those with nothing logged yet."""
        return tuple(row for row in self.rows if row.session is None)


def _must_see(viewer: Viewer, child: Child, *, record: str) -> None:
    must(viewer, record=record, action="see", child=child)


def provision_of(viewer: Viewer, child: Child) -> "QuerySet[Provision]":
    """Every support of a child, running first. Raises Refused."""
    _must_see(viewer, child, record="support")
    return Provision.objects.filter(child=child).select_related("plan", "child").order_by("starts_on", "pk")


def provision_for(viewer: Viewer, child: Child, number: int) -> Provision:
    """One support of this child. Raises NotFound, Refused."""
    found = provision_of(viewer, child).filter(pk=number).first()
    if found is None:
        raise NotFound
    return found


def sessions_of(viewer: Viewer, provision: Provision) -> list[Session]:
    """Every session of a support that counts, newest first. Raises Refused."""
    _must_see(viewer, provision.child, record="session")
    return list(Session.objects.filter(provision=provision, outcome__in=COUNTED).select_related("logged_by").order_by("-on", "-number_on_day"))


def sessions_on(viewer: Viewer, child: Child, on: date) -> dict[int, Session]:
    """The session of a day of each support of a child, by the support's number, where one is logged. Raises Refused."""
    _must_see(viewer, child, record="session")
    logged = Session.objects.filter(provision__child=child, on=on, outcome__in=COUNTED).select_related("logged_by")
    return {each.provision_id: each for each in logged}


def session_for(viewer: Viewer, child: Child, number: int) -> Session:
    """One session of this child. Raises NotFound, Refused."""
    _must_see(viewer, child, record="session")
    found = Session.objects.filter(provision__child=child, pk=number).select_related("provision__child").first()
    if found is None:
        raise NotFound
    return found


def ledger_of(viewer: Viewer, child: Child, on: date) -> list[LedgerRow]:
    """The ledger of each support of a child to a date, from the school days of the child's setting. Raises Refused."""
    _must_see(viewer, child, record="session")
    provisions = list(_counted(Provision.objects.filter(child=child, starts_on__lte=on), on=on))
    if not provisions or child.setting is None:
        return [_row(each, (), on) for each in provisions]
    first = min(each.starts_on for each in provisions)
    days = school_days(child.setting, starts_on=first, until=on + timedelta(days=1))
    return [_row(each, days, on) for each in provisions]


def total_of(rows: Iterable[LedgerRow]) -> Ledger:
    """Several supports as one ledger."""
    return total(row.ledger for row in rows)


def _counted(provisions: "QuerySet[Provision]", *, on: date) -> "QuerySet[Provision]":
    so_far = Q(sessions__on__lte=on)
    return provisions.annotate(
        delivered=Count("sessions", filter=so_far & Q(sessions__outcome=Session.Outcome.DELIVERED)),
        cancelled=Count("sessions", filter=so_far & Q(sessions__outcome=Session.Outcome.CANCELLED)),
    ).order_by("starts_on", "pk")


def _row(provision: Provision, days: Sequence[date], on: date) -> LedgerRow:
    promised = promised_to_date(
        times_a_week=float(provision.times_a_week), starts_on=provision.starts_on, until=provision.until, on=on, school_days=days
    )
    counts = ledger(promised=promised, delivered=provision.delivered, cancelled=provision.cancelled)  # type: ignore[attr-defined]
    return LedgerRow(provision, counts, provision.until is None or provision.until > on)


def delivery_between(windows: Sequence[tuple[Provision, date]], *, on: date) -> list[Ledger]:
    """The ledger of each support from its own first day to `on`, in the order given: two queries, however many there are.

    The caller has reached the children already. Each support is counted by the school days of its child's setting.
    """
    provisions = {each.pk for each, _ in windows}
    happened: dict[int, list[tuple[date, str]]] = {}
    sessions = Session.objects.filter(provision__in=provisions, outcome__in=COUNTED, on__lte=on)
    for provision_id, day, outcome in sessions.values_list("provision_id", "on", "outcome"):
        happened.setdefault(provision_id, []).append((day, outcome))
    calendars = _calendars({each.child.setting_id for each, _ in windows}, since=min((day for _, day in windows), default=on), on=on)
    return [_within(each, since, happened.get(each.pk, []), calendars.get(each.child.setting_id, []), on=on) for each, since in windows]


def _calendars(settings: set[int | None], *, since: date, on: date) -> dict[int | None, list[date]]:
    terms: dict[int | None, list[Term]] = {}
    for term in Term.objects.filter(setting__in=settings - {None}, until__gt=since, starts_on__lte=on):
        terms.setdefault(term.setting_id, []).append(term)
    return {setting: days_of(own, starts_on=since, until=on + timedelta(days=1)) for setting, own in terms.items()}


def _within(provision: Provision, since: date, happened: Sequence[tuple[date, str]], days: Sequence[date], *, on: date) -> Ledger:
    starts_on = max(since, provision.starts_on)
    promised = promised_to_date(
        times_a_week=float(provision.times_a_week), starts_on=starts_on, until=provision.until, on=on, school_days=days
    )
    inside = [outcome for day, outcome in happened if day >= starts_on]
    delivered = inside.count(Session.Outcome.DELIVERED)
    return ledger(promised=promised, delivered=delivered, cancelled=len(inside) - delivered)


def children_with_sessions(viewer: Viewer) -> "QuerySet[Child]":
    """The children whose sessions the viewer may log."""
    return children_for(viewer, record="session", action="log")


def classes_with_sessions(viewer: Viewer) -> list[tuple[int, str]]:
    """The classes with a support that runs today and that the viewer logs: number and name, by year and name."""
    running = Provision.objects.filter(current(viewer.on), child__in=children_with_sessions(viewer), child__school_class__isnull=False)
    classes = running.order_by("child__school_class__year_group", "child__school_class__name")
    return list(classes.values_list("child__school_class_id", "child__school_class__name").distinct())


def sessions_today(viewer: Viewer, *, school_class: int | None = None) -> list[TodayGroup]:
    """The supports running today for the children whose sessions the viewer logs, those taught together in one group.

    Three queries, however many children there are.
    """
    children = children_with_sessions(viewer)
    if school_class is not None:
        children = children.filter(school_class_id=school_class)
    monday = viewer.on - timedelta(days=viewer.on.weekday())
    week = Session.objects.filter(on__gte=monday, on__lte=viewer.on, outcome__in=COUNTED).select_related("logged_by")
    provisions = Provision.objects.filter(current(viewer.on), child__in=children).select_related("child__school_class")
    provisions = provisions.prefetch_related(Prefetch("sessions", week, to_attr="of_this_week")).order_by("what", "child__given_name", "pk")
    groups: dict[str, list[TodayRow]] = {}
    for each in provisions:
        today = [session for session in each.of_this_week if session.on == viewer.on]
        delivered = sum(session.outcome == Session.Outcome.DELIVERED for session in each.of_this_week)
        key = f"{each.code or each.what}:{each.minutes}:{each.child.school_class_id}" if each.group_size > 1 else f"one:{each.pk}"
        groups.setdefault(key, []).append(TodayRow(each, each.child, today[-1] if today else None, delivered))
    return [TodayGroup(f"g{rows[0].provision.pk}", rows[0].provision.what, rows[0].provision.minutes, tuple(rows)) for rows in groups.values()]
