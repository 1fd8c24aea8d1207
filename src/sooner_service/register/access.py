"""The one chokepoint: who is looking, what they are to a child, which children they reach, and what they may do."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from django.db.models import Q, QuerySet

from sooner_service.register.models import AdultLink, Child, ChildAccess, ClassStaff, Organisation, Person, RoleHeld
from sooner_service.register.permissions import ROLES, Ruling, relationships_allowing, relationships_known_for, ruling

SETTING_ROLES = frozenset({"class_teacher", "teaching_assistant", "senco", "headteacher", "school_administrator", "governor"})


class Refused(Exception):
    """The viewer may not do this. The message is a sentence for the viewer."""


class NotFound(Exception):
    """There is nothing here for this viewer: said in the same words whether or not it exists for others."""


@dataclass(frozen=True)
class Viewer:
    """Who is acting, in which role, for which organisation, at which moment. Every read starts here."""

    person: Person | None
    role: str
    organisation: Organisation | None
    role_held: RoleHeld | None
    now: datetime
    on: date
    purpose: str = ""
    may_switch: bool = False
    links: dict[int, AdultLink | None] = field(default_factory=dict, compare=False)
    # What was found out for this request, by child: None where the viewer outlives a request. A write empties it first and last.
    found: dict[int, frozenset[str]] | None = field(default=None, compare=False)

    @property
    def person_name(self) -> str:
        """The person's name, empty for a visitor."""
        return self.person.name if self.person else ""

    @property
    def role_words(self) -> str:
        """The role in words."""
        return ROLES.get(self.role, "Visitor")

    @property
    def organisation_name(self) -> str:
        """The organisation's name, empty for families and visitors."""
        return self.organisation.name if self.organisation else ""

    @property
    def is_family(self) -> bool:
        """Whether the person acts as a parent, carer or young person."""
        return self.role in {"parent", "young_person"}


def person_of(viewer: Viewer) -> Person:
    """Who is looking, where that must be somebody with an account. Raises Refused for a visitor."""
    if viewer.person is None:
        raise Refused("Sign in first. Then you can do this in your own name.")
    return viewer.person


def visitor(*, now: datetime, on: date) -> Viewer:
    """Someone without an account."""
    return Viewer(person=None, role="", organisation=None, role_held=None, now=now, on=on)


def current(on: date, prefix: str = "") -> Q:
    """The condition that a period (`starts_on`, exclusive `until`) holds on a day."""
    open_or_later = Q(**{f"{prefix}until__isnull": True}) | Q(**{f"{prefix}until__gt": on})
    return Q(**{f"{prefix}starts_on__lte": on}) & open_or_later


def children_for(viewer: Viewer, *, record: str = "child", action: str = "see") -> "QuerySet[Child]":
    """The children whose record the viewer may reach, through whatever relationship the table allows."""
    reach = Q(pk__in=[])
    for relationship in relationships_allowing(role=viewer.role, record=record, action=action):
        reach |= _reached_through(viewer, relationship)
    return Child.objects.filter(reach)


def _reached_through(viewer: Viewer, relationship: str) -> Q:
    on = viewer.on
    if relationship == "own_class":
        classes = ClassStaff.objects.filter(current(on), role_held=viewer.role_held).values("school_class_id")
        return Q(school_class_id__in=classes, setting=viewer.organisation)
    if relationship == "own_setting":
        return Q(setting=viewer.organisation) | _organisation_reason(viewer, ChildAccess.Relationship.SECOND_SETTING)
    if relationship in {"allocated", "case_authority", "granted"}:
        return _organisation_reason(viewer, relationship)
    if relationship == "self":
        return Q(person=viewer.person, own_rights_from__lte=on) if viewer.person else Q(pk__in=[])
    if relationship == "parental_responsibility":
        return _adult(viewer, Q(has_parental_responsibility=True, is_restricted=False)) & _parents_may_act(viewer)
    if relationship == "limited_contact":
        return _adult(viewer, Q(has_parental_responsibility=False) | Q(is_restricted=True)) & Q(own_rights_from__gt=on)
    return Q(pk__in=[])


def _organisation_reason(viewer: Viewer, relationship: str) -> Q:
    if viewer.organisation is None:
        return Q(pk__in=[])
    reasons = ChildAccess.objects.filter(current(viewer.on), organisation=viewer.organisation, relationship=relationship)
    return _is_among(reasons)


def _adult(viewer: Viewer, kind: Q) -> Q:
    if viewer.person is None:
        return Q(pk__in=[])
    return _is_among(AdultLink.objects.filter(kind, current(viewer.on), person=viewer.person))


def _parents_may_act(viewer: Viewer) -> Q:
    chosen = [AdultLink.AfterOwnRights.YOUNG_PERSON_AGREES, AdultLink.AfterOwnRights.BEST_INTERESTS]
    agreed = AdultLink.objects.filter(current(viewer.on), person=viewer.person, after_own_rights__in=chosen)
    return Q(own_rights_from__gt=viewer.on) | _is_among(agreed)


def _is_among(reasons: "QuerySet[ChildAccess] | QuerySet[AdultLink]") -> Q:
    """The child of one of these rows. They are few and found first; asking it of every child of the area would read them all."""
    return Q(pk__in=reasons.order_by().values("child_id"))


def relationships_to(viewer: Viewer, child: Child) -> frozenset[str]:
    """What the viewer, in the present role, is to the child: at least `none`."""
    if viewer.person is None:
        return frozenset({"none"})
    if viewer.role == "parent":
        return frozenset({_as_parent(viewer, child)})
    if viewer.role == "young_person":
        is_self = child.person_id == viewer.person.pk and child.own_rights_from <= viewer.on
        return frozenset({"self" if is_self else "none"})
    if viewer.found is None:
        return _as_staff(viewer, child)
    if child.pk not in viewer.found:
        viewer.found[child.pk] = _as_staff(viewer, child)
    return viewer.found[child.pk]


def _as_staff(viewer: Viewer, child: Child) -> frozenset[str]:
    found = set()
    if viewer.role in SETTING_ROLES and viewer.organisation is not None and child.setting_id == viewer.organisation.pk:
        found.add("own_setting")
        if child.school_class_id and _teaches(viewer, child.school_class_id):
            found.add("own_class")
    reasons = ChildAccess.objects.filter(current(viewer.on), child=child, organisation=viewer.organisation)
    found.update(reasons.values_list("relationship", flat=True))
    return frozenset(found or {"none"})


def forget(viewer: Viewer) -> None:
    """Ask again what the viewer is to each child: before a write, which is judged by what holds now, and after it."""
    if viewer.found:
        viewer.found.clear()


def _teaches(viewer: Viewer, school_class_id: int) -> bool:
    return ClassStaff.objects.filter(current(viewer.on), role_held=viewer.role_held, school_class_id=school_class_id).exists()


def adult_link(viewer: Viewer, child: Child) -> AdultLink | None:
    """The viewer's own open link to the child, read once per request."""
    if child.pk not in viewer.links:
        links = AdultLink.objects.filter(current(viewer.on), child=child, person=viewer.person)
        viewer.links[child.pk] = links.first()
    return viewer.links[child.pk]


def _as_parent(viewer: Viewer, child: Child) -> str:
    link = adult_link(viewer, child)
    if link is None:
        return "none"
    if child.own_rights_from <= viewer.on:
        chosen = {AdultLink.AfterOwnRights.YOUNG_PERSON_AGREES, AdultLink.AfterOwnRights.BEST_INTERESTS}
        if link.after_own_rights not in chosen or link.is_restricted or not link.has_parental_responsibility:
            return "parent_past_own_rights"
        return "parental_responsibility"
    return "parental_responsibility" if link.has_parental_responsibility and not link.is_restricted else "limited_contact"


def may(
    viewer: Viewer, *, record: str, action: str, child: Child | None = None, organisation_id: int | None = None,
    facts: Mapping[str, bool] | None = None,
) -> Ruling:
    """Whether the viewer may do the action on the record of a child, or of an organisation.

    With neither a child nor an organisation the record is one of the viewer's own organisation.
    """
    if child is not None:
        relationships = relationships_to(viewer, child)
        known = {**dict(facts or {}), **_opened_to(viewer, child)}
    else:
        own = viewer.organisation is not None and organisation_id in {None, viewer.organisation.pk}
        relationships = frozenset({"own_organisation" if own else "none"})
        known = dict(facts or {})
    return ruling(role=viewer.role, relationships=relationships, record=record, action=action, facts=known)


def must(
    viewer: Viewer, *, record: str, action: str, child: Child | None = None, organisation_id: int | None = None,
    facts: Mapping[str, bool] | None = None,
) -> None:
    """Go on only where `may` allows it. Raises Refused with the table's sentence."""
    permission = may(viewer, record=record, action=action, child=child, organisation_id=organisation_id, facts=facts)
    if not permission.is_allowed:
        raise Refused(permission.sentence)


def _opened_to(viewer: Viewer, child: Child) -> dict[str, bool]:
    """What the table's conditions ask about the adult's own link."""
    link = adult_link(viewer, child) if viewer.role == "parent" else None
    if link is None:
        return {}
    return {"may_message": link.may_message, "something_opened": link.has_something_opened}


def child_for(viewer: Viewer, reference: str, *, record: str = "child", action: str = "see") -> Child:
    """One child by reference. Raises NotFound when the viewer does not reach the child at all, Refused when only this is closed."""
    child = Child.objects.filter(reference=reference).select_related("setting", "school_class", "authority").first()
    if child is None or not relationships_to(viewer, child) & relationships_known_for(viewer.role):
        raise NotFound
    permission = may(viewer, record=record, action=action, child=child)
    if not permission.is_allowed and not _only_a_condition_is_missing(viewer, child, record, action):
        raise Refused(permission.sentence)
    return child


def _only_a_condition_is_missing(viewer: Viewer, child: Child, record: str, action: str) -> bool:
    """Conditions on a record's state (shared, signed, trained) are tested by the query or action that has the record in hand."""
    if record == "family_page":
        return False
    return bool(relationships_to(viewer, child) & relationships_allowing(role=viewer.role, record=record, action=action))
