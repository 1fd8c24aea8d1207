"""Reading EHC cases, always from who is asking."""

from django.db.models import Q, QuerySet

from sooner_service.ehc.models import Case
from sooner_service.register.access import NotFound, Refused, Viewer, children_for, may

AUTHORITY_ROLES = frozenset({"ehc_co_ordinator", "send_manager"})


def cases_for(viewer: Viewer) -> "QuerySet[Case]":
    """The cases that the viewer may reach: the authority's own, or those of children whose case the viewer may see."""
    if viewer.role in AUTHORITY_ROLES:
        return Case.objects.filter(authority=viewer.organisation)
    return Case.objects.filter(Q(child__in=children_for(viewer, record="ehc_case", action="see")))


def case_for(viewer: Viewer, reference: str, *, record: str = "ehc_case", action: str = "see") -> Case:
    """One case by reference. Raises NotFound when the viewer does not reach it, Refused when only this action is closed."""
    case = cases_for(viewer).filter(reference=reference).select_related("child", "authority", "co_ordinator__person").first()
    if case is None:
        raise NotFound
    permission = (
        may(viewer, record=record, action=action, organisation_id=case.authority_id)
        if viewer.role in AUTHORITY_ROLES
        else may(viewer, record=record, action=action, child=case.child)
    )
    if not permission.is_allowed:
        raise Refused(permission.sentence)
    return case
