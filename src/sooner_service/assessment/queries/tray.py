"""What needs somebody at a setting: each promise that is not kept yet, by child and by what to do next, the longest overdue first."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from sooner_service.assessment.models import Baseline, Concern, View
from sooner_service.assessment.queries.promises import Due, promises_due
from sooner_service.register.access import Viewer, children_for
from sooner_service.register.models import Child, Organisation
from sooner_service.register.permissions import relationships_allowing
from sooner_service.register.queries.area import tier_pack

Task = Literal["answer", "baseline", "sign", "area_signs", "support", "session", "review", "harm"]

TO_DO: dict[Task, str] = {
    "answer": "Answer the concern",
    "baseline": "Fill in the baseline",
    "sign": "Sign the baseline",
    "area_signs": "Have the baseline signed by the area service",
    "support": "Start support",
    "session": "Give the first session",
    "review": "Review the support with the family",
    "harm": "Take words that may tell of harm to the safeguarding lead",
}
# All that promises count from: a setting's tray goes through every open concern to find what is latest.
NEEDED = ("child_id", "noted_on", "noted_at", "acknowledged_on", "closed_on")
SOON_DAYS = 3
HARM_SHOWN_DAYS = 14
STEP_OF_EVENT: dict[str, Task] = {"concern_acknowledged": "answer", "review_held": "review"}


@dataclass(frozen=True)
class TrayRow:
    """One thing to do for one child: by when, how many school days late, and who everybody is waiting for."""

    about: Concern | Baseline | View
    to_do: Task
    act_by: date | None
    days_late: int
    waiting_on: str

    @property
    def child(self) -> Child:
        """The child; read with the others of a page by `with_children`."""
        return self.about.child

    @property
    def concern(self) -> Concern | None:
        """The concern, where the promise is about one."""
        return self.about if isinstance(self.about, Concern) else None

    @property
    def what(self) -> str:
        """What has to be done, in words."""
        return TO_DO[self.to_do]

    def status(self, on: date) -> tuple[str, str]:
        """The status in words and its kind, seen on a day."""
        return status_of(self.act_by, self.days_late, on)


def status_of(act_by: date | None, days_late: int, on: date) -> tuple[str, str]:
    """How a promise stands on a day: late by so many school days, due soon, or on time."""
    if days_late > 0:
        return f"Late by {days_late} school day{'' if days_late == 1 else 's'}", "late"
    if act_by is None:
        return "No date set", "neutral"
    return ("Due soon", "due_soon") if (act_by - on).days <= SOON_DAYS else ("On time", "on_time")


def tray_of(viewer: Viewer) -> list[TrayRow]:
    """Everything that needs somebody for the children the viewer lists, overdue first. Queries do not grow with children.

    The children themselves are not read: give the rows that are shown to `with_children`.
    """
    if viewer.organisation is None:
        return []
    children = children_for(viewer, action="list")
    concerns = list(Concern.objects.filter(child__in=children, closed_on__isnull=True).only(*NEEDED))
    rows = rows_for(viewer, concerns, setting=viewer.organisation)
    covered = {row.about.child_id for row in rows if row.to_do in {"sign", "area_signs"}}
    unsigned = Baseline.objects.filter(child__in=children).exclude(status=Baseline.Status.SIGNED).exclude(child__in=covered)
    rows += [_unsigned(each) for each in unsigned.select_related("asked_area").only("child_id", "status", "sign_by", "asked_area__name")]
    rows += _harm(viewer)
    return sorted(rows, key=lambda row: (-row.days_late, row.act_by or date.max, row.about.child_id, row.to_do))


def with_children(rows: Iterable[TrayRow]) -> list[TrayRow]:
    """The rows of one page, each with its child and the child's class, in one query."""
    shown = list(rows)
    children = Child.objects.select_related("school_class").in_bulk({row.about.child_id for row in shown})
    for row in shown:
        row.about.child = children[row.about.child_id]
    return shown


def rows_for(viewer: Viewer, concerns: Sequence[Concern], *, setting: Organisation) -> list[TrayRow]:
    """The rows of these open concerns: one for each thing to do, however many promises and concerns ask for it."""
    due = promises_due(viewer, concerns, setting=setting, pack=tier_pack(viewer))
    return _merged(_row(each) for each in due)


def _merged(rows: Iterable[TrayRow]) -> list[TrayRow]:
    """The first row of each thing to do for a child; the rows come in order of urgency. Each concern has an answer of its own."""
    found: dict[tuple[int, str, int], TrayRow] = {}
    for row in rows:
        about = row.about.pk if row.to_do == "answer" else 0
        found.setdefault((row.about.child_id, row.to_do, about), row)
    return list(found.values())


def _row(due: Due) -> TrayRow:
    to_do = STEP_OF_EVENT.get(due.level.met_by) or _step_now(due)
    return TrayRow(due.concern, to_do, due.due_on, due.days_late, _waiting_on(to_do, due))


def _step_now(due: Due) -> Task:
    if due.level.met_by == "first_session":
        return "session" if due.has_support else "support"
    if due.baseline is None:
        return "baseline"
    return "area_signs" if due.baseline.status == Baseline.Status.WITH_AREA else "sign"


def _waiting_on(to_do: Task, due: Due) -> str:
    if to_do == "area_signs" and due.baseline is not None and due.baseline.asked_area is not None:
        return due.baseline.asked_area.name
    words = {"baseline": "Class teacher or SENCO", "sign": "A trained colleague", "session": "Class staff", "support": "Class staff or SENCO"}
    return words.get(to_do, due.level.who)


def _unsigned(baseline: Baseline) -> TrayRow:
    """A baseline that waits although no open concern does."""
    with_area = baseline.status == Baseline.Status.WITH_AREA and baseline.asked_area is not None
    waiting_on = baseline.asked_area.name if with_area and baseline.asked_area else "A trained colleague"
    return TrayRow(baseline, "area_signs" if with_area else "sign", baseline.sign_by, 0, waiting_on)


def _harm(viewer: Viewer) -> list[TrayRow]:
    """Recent words that may tell of harm, for the head alone."""
    if not relationships_allowing(role=viewer.role, record="words_of_harm", action="see"):
        return []
    since = viewer.now - timedelta(days=HARM_SHOWN_DAYS)
    children = children_for(viewer, record="words_of_harm")
    found = View.objects.filter(child__in=children, goes_to_safeguarding=True, at__gte=since).only("child_id")
    return _merged(TrayRow(each, "harm", viewer.on, 0, "Headteacher") for each in found)
