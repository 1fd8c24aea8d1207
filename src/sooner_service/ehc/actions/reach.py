"""Who reaches a child's record because of an EHC case, and for how long: the authority while it runs the case, a body while it is asked."""

from datetime import timedelta

from django.db.models import QuerySet

from sooner_service.ehc.models import AdviceRequest, Case
from sooner_service.ehc.queries.cases import ENDED
from sooner_service.register.access import Viewer, current
from sooner_service.register.models import Child, ChildAccess, Organisation

AFTER_A_NO = timedelta(days=92)
"""How long the authority still reaches the record after a decision that can be appealed: two months, and one for mediation (law TR-10)."""


def let_authority_in(viewer: Viewer, case: Case, child: Child) -> None:
    """From now until the case has ended, within the action that matches or takes the request."""
    reason = ChildAccess.Relationship.CASE_AUTHORITY
    ChildAccess.objects.get_or_create(
        child=child, organisation=case.authority, relationship=reason, until=None,
        defaults={"because": f"EHC case {case.reference}", "starts_on": viewer.on, "granted_by": viewer.person},
    )


def let_body_in(viewer: Viewer, case: Case, organisation: Organisation) -> None:
    """A body that is not a setting reaches the child only while it is asked to help. Other reasons it has are its own."""
    if case.child is not None and organisation.kind not in Organisation.SETTINGS:
        ChildAccess.objects.get_or_create(
            child=case.child, organisation=organisation, relationship=ChildAccess.Relationship.ALLOCATED, because=_advice_for(case), until=None,
            defaults={"starts_on": viewer.on, "granted_by": viewer.person},
        )


def end_reach_of_body(viewer: Viewer, request: AdviceRequest) -> None:
    """A body that has answered everything it was asked in a case reaches the child no longer."""
    case = request.case
    waiting = AdviceRequest.objects.filter(case=case, organisation=request.organisation, answered_on__isnull=True)
    if request.organisation is not None and not waiting.exists():
        _of_advice(viewer, case).filter(organisation=request.organisation).update(until=viewer.on)


def follow_state(viewer: Viewer, case: Case) -> None:
    """Close the record when the case has ended, and open it again to the authority when the case goes on after all."""
    if case.child is None:
        return
    if case.state not in ENDED:
        _of_authority(case).filter(until__gt=viewer.on).update(until=None)
        let_authority_in(viewer, case, case.child)
        return
    _of_advice(viewer, case).update(until=viewer.on)
    if not Case.objects.filter(child=case.child, authority=case.authority).exclude(pk=case.pk).exclude(state__in=ENDED).exists():
        ends_on = viewer.on if case.state == "withdrawn" else viewer.on + AFTER_A_NO
        _of_authority(case).filter(current(viewer.on)).update(until=ends_on)


def _advice_for(case: Case) -> str:
    return f"Advice for {case.reference}"


def _of_advice(viewer: Viewer, case: Case) -> "QuerySet[ChildAccess]":
    return ChildAccess.objects.filter(current(viewer.on), child=case.child, because=_advice_for(case))


def _of_authority(case: Case) -> "QuerySet[ChildAccess]":
    return ChildAccess.objects.filter(child=case.child, organisation=case.authority, relationship=ChildAccess.Relationship.CASE_AUTHORITY)
