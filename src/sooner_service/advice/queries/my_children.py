"""The children on a family's own pages, and what an adult with limited contact may see of one."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, Q

from sooner_service.advice.line_words import how_often
from sooner_service.advice.rights import Rights, rights_of
from sooner_service.plans.models import Provision
from sooner_service.register.access import NotFound, Viewer, adult_link, children_for, current, relationships_to
from sooner_service.register.models import AdultLink, Child

WARNED_BEFORE = timedelta(days=366)


@dataclass(frozen=True)
class OwnRights:
    """What a parent is told before the young person's own rights begin."""

    begin_on: date
    are_near: bool


@dataclass(frozen=True)
class LimitedPage:
    """All that an adult with limited contact sees of a child: a part that was not opened is empty and was never read."""

    called: str
    rights: Rights
    setting_name: str = ""
    setting_telephone: str = ""
    class_name: str = ""
    sessions: tuple["TimetableLine", ...] = ()
    staff: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    helpline: str = ""


@dataclass(frozen=True)
class TimetableLine:
    """One support in the child's week. `who` is empty where names of staff are closed."""

    what: str
    minutes: int
    often: str
    who: str


def my_children(viewer: Viewer) -> list[Child]:
    """The children whose page the viewer may open, by name."""
    reached = children_for(viewer, record="family_page", action="see").select_related("setting")
    if viewer.role == "parent":
        opened = Q(has_parental_responsibility=True, is_restricted=False)
        for right in ("may_see_address", "may_see_setting", "may_see_timetable", "may_see_staff_names", "may_message"):
            opened |= Q(**{right: True})
        links = AdultLink.objects.filter(opened, current(viewer.on), child=OuterRef("pk"), person=viewer.person)
        reached = reached.filter(Exists(links))
    return list(reached.order_by("given_name", "pk"))


def now_deciding(viewer: Viewer) -> list[Child]:
    """Young people of whom the viewer is a parent, who decide for themselves now and have not opened their record to the viewer."""
    if viewer.role != "parent" or viewer.person is None:
        return []
    links = AdultLink.objects.filter(current(viewer.on), person=viewer.person, is_restricted=False, has_parental_responsibility=True)
    past = Child.objects.filter(adults__in=links, own_rights_from__lte=viewer.on)
    return list(past.exclude(pk__in=children_for(viewer, record="family_page", action="see")).order_by("given_name", "pk"))


def own_rights_warning(viewer: Viewer, child: Child) -> OwnRights | None:
    """When the young person's own rights begin, if the viewer is a parent and that day is still to come."""
    if viewer.role != "parent" or child.own_rights_from <= viewer.on:
        return None
    return OwnRights(child.own_rights_from, child.own_rights_from - viewer.on <= WARNED_BEFORE)


def has_limited_contact(viewer: Viewer, child: Child) -> bool:
    """Whether the viewer sees only what was opened one by one."""
    return "limited_contact" in relationships_to(viewer, child)


def own_link(viewer: Viewer, child: Child) -> AdultLink:
    """The viewer's own place in this child's life. Raises NotFound."""
    link = adult_link(viewer, child)
    if link is None:
        raise NotFound
    return link


def parents_of(viewer: Viewer, child: Child) -> list[AdultLink]:
    """The adults linked to a young person, for that young person's own choice. Raises NotFound for anybody else."""
    if relationships_to(viewer, child) != {"self"}:
        raise NotFound
    return list(AdultLink.objects.filter(current(viewer.on), child=child).select_related("person").order_by("pk"))


def parent_for(viewer: Viewer, child: Child, number: int) -> AdultLink:
    """One adult's link, for the young person's own choice. Raises NotFound."""
    found = next((link for link in parents_of(viewer, child) if link.pk == number), None)
    if found is None:
        raise NotFound
    return found


def limited_page(viewer: Viewer, child: Child) -> LimitedPage:
    """Only what was opened to this adult, each part read only if it is open."""
    rights = rights_of(viewer, child)
    setting = child.setting if rights.sees_setting else None
    school_class = child.school_class if rights.sees_setting else None
    return LimitedPage(
        called=child.called,
        rights=rights,
        setting_name=setting.name if setting else "",
        setting_telephone=setting.telephone if setting else "",
        class_name=school_class.name if school_class else "",
        sessions=tuple(_timetable(viewer, child, rights)) if rights.sees_timetable else (),
        staff=tuple(_staff(viewer, child)) if rights.sees_staff_names else (),
        addresses=tuple(_addresses(viewer, child)) if rights.sees_address else (),
        helpline=child.authority.telephone,
    )


def _timetable(viewer: Viewer, child: Child, rights: Rights) -> list[TimetableLine]:
    running = Provision.objects.filter(current(viewer.on), child=child)
    return [
        TimetableLine(each.what, each.minutes, how_often(each.times_a_week), each.who if rights.sees_staff_names else "") for each in running
    ]


def _staff(viewer: Viewer, child: Child) -> list[str]:
    if child.school_class is None:
        return []
    held = child.school_class.staff.filter(current(viewer.on)).select_related("role_held__person").order_by("role_held__person__name")
    return [f"{each.role_held.person.name}, {each.role_held.role_words.lower()}" for each in held]


def _addresses(viewer: Viewer, child: Child) -> list[str]:
    homes = AdultLink.objects.filter(current(viewer.on), child=child, lives_with_child=True).exclude(home_address="")
    return sorted(set(homes.values_list("home_address", flat=True)))
