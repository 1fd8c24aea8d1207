"""Children coming on roll, and the adults around them, each link checked by a named person."""

from dataclasses import dataclass
from datetime import date

from sooner.clocks.own_rights import own_rights_from
from sooner_service.register import chance
from sooner_service.register.access import Viewer, current
from sooner_service.register.acting import acting, hold
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.models import AdultLink, Child, Person, Registration, SchoolClass

_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True)
class NewChild:
    """What the roll needs to know of a child."""

    given_name: str
    family_name: str
    known_as: str
    born_on: date
    first_language: str
    school_class: SchoolClass
    is_in_care: bool = False
    is_adopted: bool = False


@dataclass(frozen=True)
class NewAdult:
    """What is recorded of an adult: the relation, the check, and each right one by one, closed unless opened."""

    name: str
    relation: str
    checked_how: str
    email: str = ""
    telephone: str = ""
    contact_by: str = "paper"
    language: str = "English"
    needs_interpreter: bool = False
    has_parental_responsibility: bool = False
    is_restricted: bool = False
    restriction_reason: str = ""
    rights: frozenset[str] = frozenset()
    lives_with_child: bool = False
    home_address: str = ""


RIGHTS = ("may_see_address", "may_see_setting", "may_see_timetable", "may_see_staff_names", "may_message")


def new_reference(prefix: str = "SNR") -> str:
    """A reference that says nothing about anybody: 5 letters and digits that are hard to misread."""
    return f"{prefix}-{chance.letters(5, of=_LETTERS)}"


def register_child(*, viewer: Viewer, new: NewChild) -> Child:
    """Put a child on the roll of the viewer's setting. Raises CannotDo when the same child is already there."""
    with acting(viewer, record="roll", action="register") as act:
        setting = viewer.organisation
        if setting is None or setting.authority is None:
            raise CannotDo("Children are put on roll by a setting that belongs to an area.")
        twin = Child.objects.filter(
            setting=setting, born_on=new.born_on, given_name__iexact=new.given_name, family_name__iexact=new.family_name
        )
        if twin.exists():
            raise CannotDo("A child with this name and date of birth is already on your roll. Open that record instead.")
        child = Child.objects.create(
            reference=_free_reference(),
            given_name=new.given_name,
            family_name=new.family_name,
            known_as=new.known_as,
            born_on=new.born_on,
            first_language=new.first_language,
            setting=setting,
            school_class=new.school_class,
            authority=setting.authority,
            year_group=new.school_class.year_group,
            is_in_care=new.is_in_care,
            is_adopted=new.is_adopted,
            own_rights_from=own_rights_from(new.born_on),
            is_invented=setting.is_invented,
        )
        Registration.objects.create(child=child, setting=setting, school_class=new.school_class, starts_on=viewer.on)
        act.made = act.child = child
        return child


def _free_reference() -> str:
    while Child.objects.filter(reference=(found := new_reference())).exists():
        continue
    return found


def link_adult(*, viewer: Viewer, child: Child, new: NewAdult) -> AdultLink:
    """Link an adult to a child, with the check that a member of staff made. Rights not given stay closed. Raises CannotDo."""
    with acting(viewer, record="adult_link", action="add", child=child) as act:
        if new.is_restricted and not new.restriction_reason:
            raise CannotDo("Say why contact is restricted, for example a court order and its date.")
        person = _person(viewer, child, new)
        if AdultLink.objects.filter(current(viewer.on), child=child, person=person).exists():
            raise CannotDo(f"{person.name} is already linked to this child. Change that link instead.")
        link = AdultLink.objects.create(
            child=child,
            person=person,
            relation=new.relation,
            has_parental_responsibility=new.has_parental_responsibility,
            is_restricted=new.is_restricted,
            restriction_reason=new.restriction_reason,
            lives_with_child=new.lives_with_child,
            home_address=new.home_address,
            checked_by=viewer.person,
            checked_on=viewer.on,
            checked_how=new.checked_how,
            starts_on=viewer.on,
            **{right: right in new.rights for right in RIGHTS},
        )
        act.made = link
        act.details = {"rights": sorted(new.rights), "is_restricted": new.is_restricted}
        return link


def _person(viewer: Viewer, child: Child, new: NewAdult) -> Person:
    known = Person.objects.filter(email__iexact=new.email).first() if new.email else None
    if known is not None:
        return known
    return Person.objects.create_user(
        new.email.lower() or None,
        name=new.name,
        telephone=new.telephone,
        contact_by=new.contact_by if new.email or new.contact_by != "email" else "paper",
        language=new.language,
        needs_interpreter=new.needs_interpreter,
        is_invented=child.is_invented,
        joined_at=viewer.now,
    )


def change_rights(*, viewer: Viewer, link: AdultLink, rights: frozenset[str], is_restricted: bool, reason: str) -> AdultLink:
    """Open or close an adult's rights. The earlier link is kept and ended; a new one begins today."""
    with acting(viewer, record="adult_link", action="edit", child=link.child) as act:
        hold(link)
        if link.until is not None:
            raise CannotDo("Somebody changed this adult's link in the meantime. Open it again to see what is noted now.")
        if is_restricted and not reason:
            raise CannotDo("Say why contact is restricted, for example a court order and its date.")
        AdultLink.objects.filter(pk=link.pk).update(until=viewer.on)
        changed = AdultLink.objects.get(pk=link.pk)
        changed.pk = None
        changed._state.adding = True
        changed.starts_on, changed.until = viewer.on, None
        changed.is_restricted, changed.restriction_reason = is_restricted, reason
        changed.checked_by, changed.checked_on = viewer.person, viewer.on
        for right in RIGHTS:
            setattr(changed, right, right in rights)
        changed.save()
        act.made = changed
        act.details = {"rights": sorted(rights), "is_restricted": is_restricted}
        return changed
