"""Attendance as the decision needs it: the share of possible sessions attended since a day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from sooner.attendance.rates import Rates, rates
from sooner_service.attendance.models import AttendanceCount
from sooner_service.register.access import Viewer, must
from sooner_service.register.models import Child

_HalfTerm = tuple[date, dict[str, int]]


def attendance_of(viewer: Viewer, child: Child, *, since: date) -> Rates | None:
    """The rates of a child over the half-terms that reach `since` or later; None where nothing was recorded. Raises Refused."""
    must(viewer, record="progress", action="see", child=child)
    return attendance_by_child({child.pk: since}).get(child.pk)


def attendance_by_child(since: Mapping[int, date]) -> dict[int, Rates]:
    """The same for several children the caller may see, each since its own day, in one query."""
    rows: dict[int, list[_HalfTerm]] = {}
    counts = AttendanceCount.objects.filter(child__in=list(since)).order_by("starts_on", "pk")
    for child_id, starts_on, counted in counts.values_list("child_id", "starts_on", "counts"):
        rows.setdefault(child_id, []).append((starts_on, counted))
    return {child_id: rates(_summed(_reaching(terms, since[child_id]))) for child_id, terms in rows.items()}


def _reaching(terms: list[_HalfTerm], since: date) -> Iterable[dict[str, int]]:
    """The counts of the half-term in which `since` lies, and of every later one."""
    begun = [starts_on for starts_on, _ in terms if starts_on <= since]
    first = max(begun) if begun else since
    return (counted for starts_on, counted in terms if starts_on >= first)


def _summed(counts: Iterable[dict[str, int]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for counted in counts:
        total.update(counted)
    return dict(total)
