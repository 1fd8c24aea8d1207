"""Who works in the viewer's organisation, and which roles each kind of organisation has."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Prefetch

from sooner_service.register.access import NotFound, Viewer, current
from sooner_service.register.models import ClassStaff, Organisation, Person, RoleHeld, SchoolClass
from sooner_service.register.permissions import ROLES

_SETTING = ("class_teacher", "teaching_assistant", "senco", "headteacher", "governor", "school_administrator")
_SERVICE = ("specialist", "service_manager")
ROLES_OF_KIND: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(Organisation.SETTINGS, _SETTING),
    Organisation.Kind.AUTHORITY: ("ehc_co_ordinator", "send_manager", "data_officer", "authority_administrator"),
    Organisation.Kind.SPECIALIST_SERVICE: _SERVICE,
    Organisation.Kind.CONTRACTED_PROVIDER: _SERVICE,
    Organisation.Kind.HEALTH_BODY: _SERVICE,
    Organisation.Kind.SOCIAL_CARE_BODY: _SERVICE,
    Organisation.Kind.ADVICE_SERVICE: ("sendiass_adviser", "advice_manager"),
}


@dataclass(frozen=True)
class RoleChoice:
    """A role that the person may use now. `key` is what the session keeps."""

    key: str
    words: str
    where: str


def staff_of(viewer: Viewer) -> list[RoleHeld]:
    """The roles held in the viewer's organisation now, by name."""
    classes = Prefetch("classes", ClassStaff.objects.filter(current(viewer.on)).select_related("school_class"))
    held = RoleHeld.objects.filter(current(viewer.on), organisation=viewer.organisation).select_related("person", "organisation")
    return list(held.prefetch_related(classes).order_by("person__name", "role"))


def role_held_for(viewer: Viewer, number: int) -> RoleHeld:
    """One current role in the viewer's organisation. Raises NotFound."""
    held = RoleHeld.objects.filter(current(viewer.on), organisation=viewer.organisation, pk=number).select_related("person", "organisation")
    found = held.first()
    if found is None:
        raise NotFound
    return found


def classes_of(viewer: Viewer) -> list[SchoolClass]:
    """The classes of the viewer's setting this year."""
    return list(SchoolClass.objects.filter(current(viewer.on), setting=viewer.organisation))


def roles_open_to(viewer: Viewer) -> list[tuple[str, str]]:
    """The roles that the viewer's organisation has, as choices."""
    kind = viewer.organisation.kind if viewer.organisation else ""
    return [(role, ROLES[role]) for role in ROLES_OF_KIND.get(kind, ())]


def role_choices(viewer: Viewer) -> list[RoleChoice]:
    """Every role that the signed-in person may use: those held in organisations, and the family's."""
    if viewer.person is None:
        return []
    held = RoleHeld.objects.filter(current(viewer.on), person=viewer.person).select_related("organisation").order_by("pk")
    choices = [RoleChoice(str(each.pk), ROLES.get(each.role, each.role), each.organisation.name) for each in held]
    if is_young_person(viewer.person, viewer):
        choices.append(RoleChoice("young_person", ROLES["young_person"], "My own record"))
    if viewer.person.children.filter(current(viewer.on)).exists():
        choices.append(RoleChoice("parent", ROLES["parent"], "My family"))
    return choices


def is_young_person(person: Person, viewer: Viewer) -> bool:
    """Whether the person has a record of their own and the rights that go with it."""
    record = getattr(person, "own_record", None)
    return record is not None and record.own_rights_from <= viewer.on
