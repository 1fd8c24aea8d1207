"""Who is trained on a day: everything about oneself, and of colleagues only whether they may sign a baseline."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sooner.assessment.baseline import Phase
from sooner.training.competence import Competence, Permission, competence, may_sign_baseline
from sooner.training.competence import Completion as Finished
from sooner.training.pathways import Pathway, Role, all_pathways, pathways_for
from sooner_service.register.access import Viewer, current
from sooner_service.register.models import Organisation, Person, RoleHeld
from sooner_service.register.phases import phases_of
from sooner_service.training.models import Booking, Completion

SIGNING_ROLES = ("class_teacher", "teaching_assistant", "senco", "headteacher", "specialist")
TRAINING_ROLE: dict[str, Role] = {"teaching_assistant": "assistant", "senco": "senco"}


@dataclass(frozen=True)
class BookedCourse:
    """A place that was asked for and is not finished yet."""

    pathway: Pathway
    wanted_by: date


@dataclass(frozen=True)
class OwnTraining:
    """The viewer's own training, which nobody else sees."""

    competence: Competence
    permission: Permission
    booked: tuple[BookedCourse, ...]


@dataclass(frozen=True)
class Colleague:
    """Somebody who works here, and whether that person may sign a baseline: no more than that."""

    person: Person
    role_words: str
    may_sign: bool


def competence_of(person: Person, on: date) -> Competence:
    """What a person's completions add up to on a day."""
    return competence(_finished(Completion.objects.filter(person=person)), on)


def may_sign(person: Person | None, on: date, *, phase: Phase | None = None) -> Permission:
    """Whether a person may sign a baseline of a child in this phase on a day, and how to regain that."""
    return may_sign_baseline(_finished(Completion.objects.filter(person=person)), on, phase=phase)


def own_training(viewer: Viewer) -> OwnTraining:
    """The viewer's own training, lapses and bookings."""
    finished = _finished(Completion.objects.filter(person=viewer.person))
    phases = phases_of(viewer.organisation)
    bookings = Booking.objects.filter(person=viewer.person).order_by("wanted_by", "pk")
    known = {each.code: each for each in all_pathways().pathways}
    done = [(each.code, each.completed_on) for each in finished]
    open_bookings = [
        BookedCourse(known[each.course], each.wanted_by)
        for each in bookings
        if each.course in known and not any(code == each.course and day >= each.asked_at.date() for code, day in done)
    ]
    return OwnTraining(
        competence=competence(finished, viewer.on),
        permission=may_sign_baseline(finished, viewer.on, phase=phases[0] if len(phases) == 1 else None),
        booked=tuple(open_bookings),
    )


def courses_for(viewer: Viewer) -> tuple[Pathway, ...]:
    """The courses open to the viewer: for the role, in the phases of the organisation; core courses first."""
    role = TRAINING_ROLE.get(viewer.role, "teacher")
    found: dict[str, Pathway] = {}
    for phase in phases_of(viewer.organisation):
        for training_role in (role, "teacher") if role == "senco" else (role,):
            for each in pathways_for(phase=phase, role=training_role):
                found.setdefault(each.code, each)
    order = {each.code: place for place, each in enumerate(all_pathways().pathways)}
    return tuple(sorted(found.values(), key=lambda each: order[each.code]))


def colleagues(viewer: Viewer) -> list[Colleague]:
    """Everybody who could sign a baseline in the viewer's organisation, and whether they may today. Two queries."""
    if viewer.organisation is None:
        return []
    return _colleagues_at(viewer.organisation, viewer.on, phase=None)


def signers_at(organisation: Organisation, on: date, *, phase: Phase | None = None) -> list[Colleague]:
    """Those at an organisation who may sign a baseline on a day."""
    return [each for each in _colleagues_at(organisation, on, phase=phase) if each.may_sign]


def people_to_record(viewer: Viewer) -> list[Person]:
    """The people of the viewer's organisation whose training may be recorded, by name."""
    held = RoleHeld.objects.filter(current(viewer.on), organisation=viewer.organisation, role__in=SIGNING_ROLES)
    return list(Person.objects.filter(pk__in=held.values("person_id")).order_by("name", "pk"))


def _colleagues_at(organisation: Organisation, on: date, *, phase: Phase | None) -> list[Colleague]:
    held = RoleHeld.objects.filter(current(on), organisation=organisation, role__in=SIGNING_ROLES).select_related("person")
    roles = list(held.order_by("person__name", "pk"))
    by_person: dict[int, list[Completion]] = {}
    for completion in Completion.objects.filter(person__in=[each.person_id for each in roles]):
        by_person.setdefault(completion.person_id, []).append(completion)
    found: dict[int, Colleague] = {}
    for each in roles:
        permission = may_sign_baseline(_finished(by_person.get(each.person_id, [])), on, phase=phase)
        found.setdefault(each.person_id, Colleague(each.person, each.role_words, permission.allowed))
    return list(found.values())


def _finished(completions: Iterable[Completion]) -> list[Finished]:
    """The completions of courses that are pathways today; one that the area no longer offers allows nothing."""
    known = {each.code for each in all_pathways().pathways}
    return [Finished(each.course, each.completed_on) for each in completions if each.course in known]
