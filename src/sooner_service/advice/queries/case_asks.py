"""What a family is asked in its EHC case: what it thinks of the draft, and what it knows itself."""

from dataclasses import dataclass
from datetime import date

from sooner_service.advice.queries.my_case import latest_case
from sooner_service.ehc.dates import dates_of
from sooner_service.ehc.models import AdviceRequest, Case
from sooner_service.register.access import NotFound, Viewer, may
from sooner_service.register.models import Child

WITH_FAMILY = {"draft_issued": "EHC-11", "amending": "AR-08"}


@dataclass(frozen=True)
class CaseAsks:
    """The last day of the family's own time with a draft, and the questions that wait for it."""

    may_answer_draft: bool
    is_change: bool
    draft_until: date | None
    questions: tuple[AdviceRequest, ...]


def case_asks(viewer: Viewer, child: Child) -> CaseAsks:
    """What this viewer is asked now; nothing for those who may only look on."""
    case = latest_case(child)
    until = draft_until(viewer, case) if case is not None and may(viewer, record="ehc_draft", action="answer", child=child).is_allowed else None
    asked = may(viewer, record="family_advice", action="give", child=child).is_allowed
    questions = AdviceRequest.objects.filter(case=case, body=AdviceRequest.Body.FAMILY, answered_on__isnull=True) if case and asked else ()
    return CaseAsks(until is not None, bool(case and case.state == "amending"), until, tuple(questions))


def draft_until(viewer: Viewer, case: Case) -> date | None:
    """The day until which the family may at least answer; None while nothing is with the family."""
    rule = WITH_FAMILY.get(case.state)
    if rule is None:
        return None
    return max((row.limit_on for row in dates_of(case, on=viewer.on).deadlines if row.rule == rule), default=None)


def case_with_draft(viewer: Viewer, child: Child) -> tuple[Case, date] | None:
    """The case whose draft the family may answer now, and until when at least; None while nothing is with the family."""
    case = latest_case(child)
    until = draft_until(viewer, case) if case is not None else None
    return None if case is None or until is None else (case, until)


def question_for(viewer: Viewer, child: Child, number: int) -> AdviceRequest:
    """A question to the family in the newest case, answered or not. Raises NotFound."""
    case = latest_case(child)
    found = AdviceRequest.objects.filter(case=case, pk=number, body=AdviceRequest.Body.FAMILY).select_related("case__child", "answered_by").first()
    if case is None or found is None:
        raise NotFound
    return found
