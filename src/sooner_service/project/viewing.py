"""Makes the viewer of each request, and gives every page what its layout needs."""

from collections.abc import Callable
from datetime import date

from django.conf import settings
from django.db.models import Exists
from django.http import HttpRequest, HttpResponse

from sooner_service.project import clock
from sooner_service.register.access import Viewer, current, visitor
from sooner_service.register.models import AdultLink, Person, RoleHeld

ROLE_IN_SESSION = "role_in_use"


class ViewerMiddleware:
    """Sets `request.viewer`: the person, in the role they chose, at this moment."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the viewer and pass the request on."""
        request.viewer = viewer_of(request)  # type: ignore[attr-defined]
        return self.get_response(request)


def viewer_of(request: HttpRequest) -> Viewer:
    """Who is looking. A role that has ended is gone with the next request."""
    now = clock.now()
    on = clock.london_day(now)
    person = request.user
    if not isinstance(person, Person) or not person.is_active:
        return visitor(now=now, on=on)
    chosen = request.session.get(ROLE_IN_SESSION, "")
    if chosen in {"parent", "young_person"}:
        return Viewer(person=person, role=chosen, organisation=None, role_held=None, now=now, on=on, may_switch=True)
    roles = _roles_of(person, on)
    found = next((each for each in roles if each[0].pk == chosen), roles[0] if roles else None)
    if found is not None:
        held, is_family_too = found
        may_switch = len(roles) > 1 or is_family_too
        return Viewer(
            person=person, role=held.role, organisation=held.organisation, role_held=held, now=now, on=on, may_switch=may_switch, found={}
        )
    family_role = "young_person" if _has_own_record(person, on) else "parent"
    return Viewer(person=person, role=family_role, organisation=None, role_held=None, now=now, on=on)


def _roles_of(person: Person, on: date) -> list[tuple[RoleHeld, bool]]:
    """The roles held today, each with whether the person is also an adult of some child."""
    as_family = AdultLink.objects.filter(current(on), person=person)
    held = RoleHeld.objects.filter(current(on), person=person).select_related("organisation__authority").annotate(is_family_too=Exists(as_family))
    return [(each, each.is_family_too) for each in held.order_by("pk")]


def _has_own_record(person: Person, on: date) -> bool:
    record = getattr(person, "own_record", None)
    return record is not None and record.own_rights_from <= on


def page_context(request: HttpRequest) -> dict[str, object]:
    """What every layout shows: who is signed in, the area's name and whether the data are invented."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    known = viewer if viewer is not None and viewer.person is not None else None
    return {
        "viewer": known,
        "area_name": settings.AREA_NAME,
        "is_demonstration": settings.DEMONSTRATION,
        "now_on": viewer.on if viewer is not None else None,
        "navigation": _navigation(known, request.path) if known is not None else [],
    }


NAVIGATION: dict[str, list[tuple[str, str]]] = {
    "class_teacher": [("My class", "/school/class/"), ("Sessions", "/school/sessions/"), ("Scores", "/school/scores/"), ("My training", "/school/training/")],
    "teaching_assistant": [("My class", "/school/class/"), ("Sessions", "/school/sessions/"), ("Scores", "/school/scores/"), ("My training", "/school/training/")],
    "senco": [("Work tray", "/school/tray/"), ("Children", "/school/children/"), ("Decisions", "/school/decisions/"), ("Overview", "/school/overview/"), ("My training", "/school/training/")],
    "headteacher": [("Overview", "/school/overview/"), ("Work tray", "/school/tray/"), ("Children", "/school/children/"), ("Roll", "/school/roll/"), ("Staff", "/school/staff/")],
    "governor": [("Overview", "/school/overview/")],
    "school_administrator": [("Roll", "/school/roll/"), ("Letters", "/school/letters/"), ("Staff", "/school/staff/")],
    "specialist": [("Work tray", "/specialist/tray/"), ("Requests for advice", "/specialist/advice/"), ("My training", "/specialist/training/")],
    "service_manager": [("Work tray", "/specialist/tray/"), ("Staff", "/specialist/staff/")],
    "ehc_co_ordinator": [("Work tray", "/authority/tray/"), ("Cases", "/authority/cases/"), ("Reviews", "/authority/reviews/")],
    "send_manager": [("Work tray", "/authority/tray/"), ("Cases", "/authority/cases/"), ("Reviews", "/authority/reviews/"), ("Timeliness", "/authority/timeliness/"), ("Overview", "/authority/overview/"), ("Tier words", "/authority/tier-words/")],
    "data_officer": [("Overview", "/authority/overview/"), ("Timeliness", "/authority/timeliness/")],
    "authority_administrator": [("Organisations", "/authority/organisations/"), ("Staff", "/authority/staff/")],
    "sendiass_adviser": [("My families", "/adviser/families/")],
    "advice_manager": [("My families", "/adviser/families/"), ("Staff", "/adviser/staff/")],
    "parent": [("Home", "/family/"), ("Messages", "/family/messages/"), ("Ask a question", "/advice/")],
    "young_person": [("Home", "/family/"), ("Messages", "/family/messages/"), ("Ask a question", "/advice/")],
}


def _navigation(viewer: Viewer, path: str) -> list[tuple[str, str, bool]]:
    return [(words, href, path.startswith(href) if href != "/family/" else path == href) for words, href in NAVIGATION.get(viewer.role, [])]
