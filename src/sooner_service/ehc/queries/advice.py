"""Who can be asked for advice in a case, who was asked, and the day by which each must answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from django.db.models import QuerySet

from sooner.clocks import Deadline, answer
from sooner_service.ehc.dates import PACK, started_by
from sooner_service.ehc.models import AdviceRequest, Case
from sooner_service.ehc.queries.cases import advice_of
from sooner_service.ehc.queries.file import date_row
from sooner_service.register.access import NotFound, Viewer
from sooner_service.register.models import Organisation

KIND = Organisation.Kind
OF_BODY: Mapping[str, tuple[str, ...]] = {
    "school": (KIND.SCHOOL, KIND.SPECIAL_SCHOOL, KIND.COLLEGE, KIND.ALTERNATIVE_PROVISION),
    "early_years": (KIND.NURSERY,),
    "ep": (KIND.SPECIALIST_SERVICE, KIND.CONTRACTED_PROVIDER),
    "health": (KIND.HEALTH_BODY,),
    "social_care": (KIND.SOCIAL_CARE_BODY,),
    "other": (KIND.SPECIALIST_SERVICE, KIND.CONTRACTED_PROVIDER, KIND.HEALTH_BODY, KIND.TRAINING_PROVIDER),
}

BODY = AdviceRequest.Body
NAMED_BY_LAW: Mapping[str, frozenset[str]] = {
    "the family": frozenset({BODY.FAMILY}),
    "the school, college or early years setting": frozenset({BODY.SCHOOL, BODY.EARLY_YEARS}),
    "an educational psychologist": frozenset({BODY.PSYCHOLOGIST}),
    "health": frozenset({BODY.HEALTH}),
    "social care": frozenset({BODY.SOCIAL_CARE}),
}


@dataclass(frozen=True)
class Bodies:
    """The organisations of the area under each body of the law, and the one that is chosen to begin with."""

    choices: Mapping[str, list[tuple[str, str]]]
    usual: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class AdviceRow:
    """One request in words."""

    request: AdviceRequest
    who: str
    due_on: date | None
    status_words: str
    kind: str


def bodies_to_ask(viewer: Viewer, case: Case) -> Bodies:
    """Whom this case's authority can ask: organisations of its area, the child's own setting chosen first."""
    organisations = list(_organisations(case))
    own = case.child.setting if case.child else None
    if own is not None and own not in organisations:
        organisations.append(own)
    choices = {body: [(str(each.pk), each.name) for each in organisations if each.kind in kinds] for body, kinds in OF_BODY.items()}
    usual = {body: str(own.pk) for body, kinds in OF_BODY.items() if own is not None and own.kind in kinds}
    services = [body for body in ("ep", "health", "social_care") if len(choices[body]) == 1]
    return Bodies(choices, {**usual, **{body: choices[body][0][0] for body in services}})


def organisation_to_ask(viewer: Viewer, case: Case, key: str) -> Organisation:
    """One of them. Raises NotFound."""
    found = _organisations(case).filter(pk=key).first() if key.isdigit() else None
    if found is None and case.child and case.child.setting and str(case.child.setting_id) == key:
        found = case.child.setting
    if found is None:
        raise NotFound
    return found


def _organisations(case: Case) -> "QuerySet[Organisation]":
    return Organisation.objects.filter(authority=case.authority)


def advice_rows(case: Case, deadlines: Iterable[Deadline]) -> list[AdviceRow]:
    """Every request of the case with the day by which it must be answered (law EHC-06)."""
    due = {started_by(each): date_row(each) for each in deadlines if each.rule == "EHC-06"}
    rows = []
    for request in advice_of(case):
        row = due.get(str(request.pk))
        who = request.get_body_display() + (f": {request.organisation.name}" if request.organisation else "")
        rows.append(
            AdviceRow(request, who, row.deadline.limit_on if row else None, row.status_words if row else "Open", row.kind if row else "open")
        )
    return rows


def not_asked(case: Case) -> list[str]:
    """Whom the law names for every assessment (SEND Regulations 2014, regulation 6) and nobody has asked in this case, in words."""
    asked = {request.body for request in advice_of(case)}
    return [words for words, bodies in NAMED_BY_LAW.items() if not asked & bodies]


def due_of(request: AdviceRequest, on: date) -> tuple[date, str, str]:
    """For a list: the last day to answer (law EHC-06), and how that stands, in words and kind. It reads nothing more."""
    due_on = request.asked_on + timedelta(days=answer_days())
    end = request.answered_on or on
    days = (end - due_on).days
    late = f"{days} day{'s' if days != 1 else ''}"
    if request.answered_on:
        return (due_on, "Answered in time", "done") if days <= 0 else (due_on, f"Answered {late} late", "late")
    return (due_on, f"Late by {late}", "late") if days > 0 else (due_on, "Open", "open")


@cache
def answer_days() -> int:
    """The days that the law gives an adviser, as the policy counts them."""
    asked = date(2026, 1, 12)
    rows = answer({"pack": PACK, "today": asked, "events": [{"event": "advice_requested", "on": asked, "body": "ep", "id": "1"}]}).deadlines
    return next((row.limit_on - asked).days for row in rows if row.rule == "EHC-06")
