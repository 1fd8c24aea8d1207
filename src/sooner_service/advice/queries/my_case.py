"""A family's EHC case: its stages, its dates with the reason for each, the decision and its reasons, and what was offered as evidence."""

from dataclasses import dataclass
from datetime import date

from sooner.clocks import Deadline
from sooner.ehc import Stage, stages
from sooner_service.advice.case_words import BODIES, happening_in_case, owner_words, step_words, why_this_date
from sooner_service.advice.five_answers import CaseFacts, Duty
from sooner_service.advice.rights import rights_of
from sooner_service.ehc.dates import as_events, dates_of, standing_dates
from sooner_service.ehc.models import Case, CaseEvent, EvidenceItem
from sooner_service.ehc.queries.cases import ENDED
from sooner_service.register.access import NotFound, Viewer, may
from sooner_service.register.models import Child

SOON_DAYS = 14
NO_LAW = frozenset({"derived", "practice", "proposed"})
"""Days that are not limits in law: nobody is told "late" by them."""
WAITING = frozenset({"open", "late"})
NOT_A_STEP = frozenset({"advice_requested", "advice_received", "setting_consulted", "setting_replied", "notice_sent", "exemption", "school_closed"})


@dataclass(frozen=True)
class CaseDate:
    """One date of a case: what, who must do it, by when, how it stands, and why this date.

    `latest_on` is the last day by the later reading of the law, where there are two: only after it is anything called late (law C-5).
    """

    words: str
    owner: str
    limit_on: date
    latest_on: date | None
    done_on: date | None
    status_words: str
    kind: str
    why: str


@dataclass(frozen=True)
class AskedFor:
    """One body that was asked for advice."""

    who: str
    asked_on: date
    answered_on: date | None


@dataclass(frozen=True)
class MyCase:
    """The case as its family, or the adviser they chose, sees it."""

    reference: str
    received_on: date
    happening: str
    stages: tuple[Stage, ...]
    dates: tuple[CaseDate, ...]
    reasons: str
    asked: tuple[AskedFor, ...]
    holder: str
    telephone: str
    authority: str
    evidence_waiting: int
    has_ended: bool


def latest_case(child: Child) -> Case | None:
    """The child's newest case, whether or not it has ended."""
    cases = Case.objects.filter(child=child).select_related("authority", "co_ordinator__person").prefetch_related("events")
    return cases.order_by("-received_on", "-pk").first()


def my_case(viewer: Viewer, child: Child) -> MyCase | None:
    """The newest EHC case of a child; None when nobody has asked yet. Raises NotFound for those who may not see it."""
    if not may(viewer, record="ehc_case", action="see", child=child).is_allowed:
        raise NotFound
    case = latest_case(child)
    if case is None:
        return None
    events = standing_events(case)
    deadlines = dates_of(case, on=viewer.on, events=events).deadlines
    facts = as_events(events)
    last = last_step(events)
    names = rights_of(viewer, child).sees_staff_names
    holder = case.co_ordinator.person if case.co_ordinator and names else None
    return MyCase(
        reference=case.reference,
        received_on=case.received_on,
        happening=happening_in_case(last.event, str(last.fields.get("decision", "")), last.on) if last else "",
        stages=stages(facts, deadlines),
        dates=tuple(_case_date(each, viewer.on) for each in standing_dates(deadlines) if each.status != "not_applicable"),
        reasons=_reasons(events) if may(viewer, record="ehc_papers", action="see", child=child).is_allowed else "",
        asked=_asked(case),
        holder=holder.name if holder else "",
        telephone=(holder.telephone if holder else "") or case.authority.telephone,
        authority=case.authority.name,
        evidence_waiting=waiting_evidence(case),
        has_ended=case.state in ENDED,
    )


def standing_events(case: Case) -> list[CaseEvent]:
    """What happened in a case and was not taken back, in order."""
    return [event for event in case.events.all() if not event.withdrawn_because]


def last_step(events: list[CaseEvent]) -> CaseEvent | None:
    """The last thing that moved the case, as a family would tell it."""
    steps = [event for event in events if event.event not in NOT_A_STEP]
    return steps[-1] if steps else None


def case_facts(case: Case, *, on: date) -> CaseFacts | None:
    """What the five answers need to know of a case."""
    events = standing_events(case)
    last = last_step(events)
    if last is None:
        return None
    rows = standing_dates(dates_of(case, on=on, events=events).deadlines)
    waiting = [each for each in rows if each.family_status in WAITING and not each.done_on]
    duties = tuple(Duty(each.rule, each.owner, each.family_limit_on, _is_late(each), each.duty) for each in waiting)
    return CaseFacts(last.event, str(last.fields.get("decision", "")), last.on, duties)


def waiting_evidence(case: Case) -> int:
    """How many offered items the family has not said yes or no to."""
    return EvidenceItem.objects.filter(
        case=case, family_agreed_at__isnull=True, family_declined_at__isnull=True, attached_at__isnull=True
    ).count()


def evidence_of(viewer: Viewer, child: Child) -> tuple[Case, list[EvidenceItem]]:
    """The newest case and what was offered for it. Raises NotFound when there is no case or it is not the viewer's to answer."""
    case = latest_case(child)
    if case is None or not may(viewer, record="evidence", action="see", child=child).is_allowed:
        raise NotFound
    return case, list(case.evidence.select_related("offered_by").order_by("dated_on", "pk"))


def evidence_for(viewer: Viewer, child: Child, number: int) -> EvidenceItem:
    """One item offered for the newest case. Raises NotFound."""
    _, items = evidence_of(viewer, child)
    found = next((item for item in items if item.pk == number), None)
    if found is None:
        raise NotFound
    return found


def _case_date(deadline: Deadline, on: date) -> CaseDate:
    status, kind = _standing(deadline, on)
    why = why_this_date(deadline.because, deadline.authority, standing=deadline.standing, checked=deadline.checked)
    words, owner = step_words(deadline.rule, deadline.duty), owner_words(deadline.owner)
    latest_on = deadline.family_limit_on if deadline.margin else None
    return CaseDate(words, owner, deadline.limit_on, latest_on, deadline.done_on, status, kind, why)


def _standing(deadline: Deadline, on: date) -> tuple[str, str]:
    """How a date stands, as a family is told it: late only when every reading of the limit has passed (law C-9)."""
    status = deadline.family_status
    if status == "late" and deadline.standing in NO_LAW:
        return ("Done", "done") if deadline.done_on else ("Later than it should be", "soon")
    if status == "late" and deadline.done_on is None:
        days = (on - deadline.family_limit_on).days
        return f"Late by {days} day{'' if days == 1 else 's'}", "late"
    words = {
        "late": ("Done late", "late"),
        "met": ("Done in time", "done"),
        "disapplied": ("The law allows more time", "paused"),
        "ended": ("The time for this has ended", "ended"),
    }
    soon = (deadline.family_limit_on - on).days <= SOON_DAYS
    return words.get(status) or (("Due soon", "soon") if soon else ("On time", "on_time"))


def _is_late(deadline: Deadline) -> bool:
    return deadline.family_status == "late" and deadline.standing not in NO_LAW


def _reasons(events: list[CaseEvent]) -> str:
    decisions = [event for event in events if event.event in {"decision_assess", "decision_issue"} and event.reasons]
    return decisions[-1].reasons if decisions else ""


def _asked(case: Case) -> tuple[AskedFor, ...]:
    requests = case.advice_requests.order_by("asked_on", "pk")
    return tuple(AskedFor(BODIES.get(each.body, "Someone else who knows the needs"), each.asked_on, each.answered_on) for each in requests)
