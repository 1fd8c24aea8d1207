"""Sending a notice that the law prescribes: complete, to the people entitled to it on the day, with its dates computed from the case."""

from collections.abc import Mapping
from datetime import date

from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.dates import dates_of, limit_of
from sooner_service.ehc.models import Case, CaseEvent, CaseNotice
from sooner_service.ehc.queries.contacts import usual_contacts
from sooner_service.ehc.required_notices import APPEALABLE, Dates, Incomplete, composed
from sooner_service.register.access import Viewer
from sooner_service.register.notices import entitled_people, tell_family

SUBJECTS: Mapping[str, tuple[str, str]] = {
    "will_assess": ("A decision about the request", "The council will carry out an EHC needs assessment."),
    "refuse_assess": ("A decision about the request", "The council has decided not to assess. You can appeal."),
    "refuse_issue": ("A decision after the assessment", "The council has decided not to make an EHC plan. You can appeal."),
    "draft": ("The draft plan is ready", "You have at least 15 days to say what you think and to ask for a school."),
    "final": ("The EHC plan is final", "The support in it must be there from today. You can appeal."),
    "keep_plan": ("A decision after the review", "The council has decided to keep the EHC plan as it is. You can appeal."),
    "changes": ("The council proposes changes to the EHC plan", "You have at least 15 days to say what you think and to ask for a school."),
    "amended": ("The EHC plan has been changed", "The changed plan takes effect today. You can appeal."),
    "cease": ("A decision after the review", "The council has decided to end the EHC plan. It stays until the time to appeal is over. You can appeal."),
    "refuse_reassess": ("A decision about a new assessment", "The council has decided not to assess again. You can appeal."),
    "reassessed": ("The EHC plan after the new assessment", "The plan after the new assessment takes effect today. You can appeal."),
}
WHERE = "Sign in to read the whole notice, with the reasons, your rights and the dates."


def send_notice(
    viewer: Viewer, case: Case, *, kind: str, event: CaseEvent, written: Mapping[str, str], told: frozenset[int] | None = None
) -> CaseNotice:
    """Make and send one notice, inside the action that decides it. `told` are the people whom somebody has checked; None is all entitled.

    Raises CannotStep while a required part is missing or when the people checked are not the people entitled now.
    """
    if case.child is None:
        raise CannotStep("Say first which child this request is about. Until then nobody can be told the decision.")
    people = entitled_people(case.child, viewer=viewer)
    if told is not None and told != {person.pk for person in people}:
        raise CannotStep("The people entitled to this notice are not the ones you checked. Look at the list again before you send.")
    dates = _dates(viewer, case, kind)
    subject, body = SUBJECTS[kind]
    try:
        parts = composed(kind, written={**usual_contacts(case), **written}, dates=dates)
    except Incomplete as problem:
        raise CannotStep(str(problem)) from problem
    notice = CaseNotice.objects.create(
        case=case, event=event, kind=kind, parts=[{"key": "decision", "title": "In short", "words": body}, *parts], appeal_by=dates.appeal_by, sent_on=viewer.on, sent_by=viewer.person, sent_at=viewer.now
    )
    copies = tell_family(viewer, child=case.child, step=kind, reference=case.reference, subject=subject, body=f"{body} {WHERE}")
    notice.copies.set(copies)
    return notice


def _dates(viewer: Viewer, case: Case, kind: str) -> Dates:
    """The dates the notice must state, by the policy, from the case as it stands with this notice sent today."""
    if kind in APPEALABLE:
        mark = keep_notice(viewer, case, kind=kind, on=viewer.on)
        rows = dates_of(case, on=viewer.on).deadlines
        return Dates(appeal_by=limit_of(rows, "TR-10", mark), mediation_by=limit_of(rows, "TR-02", mark))
    rows = dates_of(case, on=viewer.on).deadlines
    if kind in {"draft", "changes"}:
        return Dates(answer_by=limit_of(rows, "EHC-11" if kind == "draft" else "AR-08"))
    return Dates(no_plan_by=limit_of(rows, "EHC-08"), final_by=limit_of(rows, "EHC-17"))


def keep_notice(viewer: Viewer, case: Case, *, kind: str, on: date) -> str:
    """Keep that a notice with a right to appeal went out on a day, so that time to appeal is counted from it. Returns its mark."""
    mark = f"notice-{case.events.count()}"
    CaseEvent.objects.create(
        case=case, event="notice_sent", on=on, fields={"decision": APPEALABLE[kind], "id": mark}, recorded_by=viewer.person, recorded_at=viewer.now
    )
    return mark
