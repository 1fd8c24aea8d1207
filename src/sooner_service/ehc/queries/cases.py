"""Reading EHC cases, always from who is asking."""

from django.db.models import F, Q, QuerySet

from sooner_service.ehc.models import AdviceRequest, Case, CaseEvent
from sooner_service.register.access import NotFound, Refused, Viewer, children_for, current, may, must
from sooner_service.register.models import Child, RoleHeld

AUTHORITY_ROLES = frozenset({"ehc_co_ordinator", "send_manager"})
ENDED = frozenset({"withdrawn", "refused_to_assess", "no_plan", "ceased"})


def cases_for(viewer: Viewer) -> "QuerySet[Case]":
    """The cases that the viewer may reach: the authority's own, or those of children whose case the viewer may see."""
    if viewer.role in AUTHORITY_ROLES:
        return Case.objects.filter(authority=viewer.organisation)
    return Case.objects.filter(Q(child__in=children_for(viewer, record="ehc_case", action="see")))


def case_for(viewer: Viewer, reference: str, *, record: str = "ehc_case", action: str = "see") -> Case:
    """One case by reference. Raises NotFound when the viewer does not reach it, Refused when only this action is closed."""
    found = cases_for(viewer).filter(reference=reference)
    case = found.select_related("child__setting", "child__authority", "authority", "co_ordinator__person").first()
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


def case_of(viewer: Viewer, child: Child) -> Case | None:
    """The child's latest case, for somebody who may see it."""
    return cases_for(viewer).filter(child=child).select_related("authority", "co_ordinator__person", "child").first()


def holders(viewer: Viewer) -> list[RoleHeld]:
    """The EHC co-ordinators who work for the viewer's authority now, by name."""
    held = RoleHeld.objects.filter(current(viewer.on), organisation=viewer.organisation, role="ehc_co_ordinator").select_related("person")
    return list(held.order_by("person__name", "pk"))


def past_and_present_holders(viewer: Viewer) -> list[tuple[RoleHeld, int]]:
    """Everybody who holds open cases of the viewer's authority, with how many: those who have left first."""
    held = RoleHeld.objects.filter(organisation=viewer.organisation, role="ehc_co_ordinator").select_related("person")
    open_cases = Case.objects.filter(authority=viewer.organisation).exclude(state__in=ENDED).values_list("co_ordinator_id", flat=True)
    counts: dict[int, int] = {}
    for number in open_cases:
        counts[number] = counts.get(number, 0) + 1
    rows = [(each, counts[each.pk]) for each in held if counts.get(each.pk)]
    return sorted(rows, key=lambda row: (not has_left(viewer, row[0]), row[0].person.name))


def has_left(viewer: Viewer, held: RoleHeld) -> bool:
    """Whether this role has ended."""
    return held.until is not None and held.until <= viewer.on


def events_with_authors(case: Case) -> list[CaseEvent]:
    """What happened in the case, in order, with who recorded it."""
    return list(CaseEvent.objects.filter(case=case).select_related("recorded_by"))


def children_matching(viewer: Viewer, *, search: str) -> list[Child]:
    """Children of the viewer's area whose name or reference fits, to match a request to: staff only, at most twenty."""
    must(viewer, record="ehc_case", action="match")
    children = Child.objects.filter(authority=viewer.organisation).select_related("setting")
    for word in search.split():
        children = children.filter(
            Q(given_name__icontains=word) | Q(family_name__icontains=word) | Q(known_as__icontains=word) | Q(reference__iexact=word)
        )
    return list(children.order_by("family_name", "given_name", "pk")[:20]) if search.strip() else []


def child_to_match(viewer: Viewer, reference: str) -> Child:
    """One child of the viewer's area by reference, to match a request to. Raises NotFound, Refused."""
    must(viewer, record="ehc_case", action="match")
    child = Child.objects.filter(authority=viewer.organisation, reference=reference).select_related("setting").first()
    if child is None:
        raise NotFound
    return child


def advice_of(case: Case) -> list[AdviceRequest]:
    """Every request for advice in the case."""
    return list(AdviceRequest.objects.filter(case=case).select_related("organisation", "answered_by"))


def advice_request_in(case: Case, number: int) -> AdviceRequest:
    """One request for advice of this case. Raises NotFound."""
    found = AdviceRequest.objects.filter(case=case, pk=number).select_related("organisation", "answered_by", "case__child").first()
    if found is None:
        raise NotFound
    return found


def advice_request_for(viewer: Viewer, child: Child, number: int) -> AdviceRequest:
    """One request about this child to the viewer's own organisation. Raises NotFound."""
    found = AdviceRequest.objects.filter(case__child=child, organisation=viewer.organisation, pk=number)
    request = found.select_related("case__child", "case__authority", "organisation", "answered_by").first()
    if request is None:
        raise NotFound
    return request


def advice_requests_to(viewer: Viewer) -> "QuerySet[AdviceRequest]":
    """The requests to the viewer's organisation that the viewer may answer, the oldest first; after them those it has answered.

    The record of an answered one is closed to the organisation: the list says which case, never which child.
    """
    children = children_for(viewer, record="advice_request", action="see")
    found = AdviceRequest.objects.filter(Q(case__child__in=children) | Q(answered_on__isnull=False), organisation=viewer.organisation)
    return found.select_related("case__child", "case__authority").order_by(F("answered_on").desc(nulls_first=True), "asked_on", "pk")
