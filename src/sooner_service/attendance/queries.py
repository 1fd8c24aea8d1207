"""Attendance as the decision needs it: the share of possible sessions attended since a day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from sooner.attendance.rates import Rates, rates
from sooner_service.attendance.models import AttendanceCount
from sooner_service.register.access import Viewer, must
from sooner_service.register.models import Child


def attendance_of(viewer: Viewer, child: Child, *, since: date) -> Rates | None:
    """The rates of a child over the half-terms that reach `since` or later; None where nothing was recorded. Raises Refused."""
    must(viewer, record="progress", action="see", child=child)
    return attendance_by_child({child.pk: since}).get(child.pk)


def attendance_by_child(since: Mapping[int, date]) -> dict[int, Rates]:
    """The same for several children the caller may see, each since its own day, in one query."""
    rows: dict[int, list[AttendanceCount]] = {}
    for count in AttendanceCount.objects.filter(child__in=list(since)).order_by("starts_on", "pk"):
        rows.setdefault(count.child_id, []).append(count)
    return {child_id: rates(_summed(_reaching(counts, since[child_id]))) for child_id, counts in rows.items()}


def _reaching(counts: list[AttendanceCount], since: date) -> Iterable[AttendanceCount]:
    """The half-term in which `since` lies, and every later one."""
    begun = [count.starts_on for count in counts if count.starts_on <= since]
    first = max(begun) if begun else since
    return (count for count in counts if count.starts_on >= first)


def _summed(counts: Iterable[AttendanceCount]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for count in counts:
        total.update(count.counts)
    return dict(total)
