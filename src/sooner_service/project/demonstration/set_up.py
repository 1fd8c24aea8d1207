"""What is there before anybody acts: organisations, terms, classes, those who manage staff, and the new classes of each year.

No action of the service makes these yet; both tellers keep them through the same code.
"""

from datetime import date, timedelta

from sooner_service.project.demonstration.blueprint import Blueprint, ChildPlan, StaffPlan
from sooner_service.project.demonstration.made import Keeper, Made
from sooner_service.project.demonstration.people import FIRST_ROLES
from sooner_service.project.demonstration.school_years import at, starts_on
from sooner_service.project.demonstration.settings import class_key
from sooner_service.register.models import Child, ClassStaff, Organisation, Person, RoleHeld, SchoolClass, Term
from sooner_service.training.models import Completion

UNUSABLE = "!"
FOUNDED = date(2012, 9, 1)


def set_up(blueprint: Blueprint, made: Made, keeper: Keeper) -> None:
    """Keep the organisations with their terms and classes, and the people who will add everybody else."""
    _organisations(blueprint, made, keeper)
    for setting in blueprint.settings:
        for term in blueprint.days.half_terms:
            closed = [day.isoformat() for day in term.closed_on]
            keeper.keep(Term(setting=made.organisations[setting], name=term.name, starts_on=term.starts_on, until=term.until, closed_on=closed))
    for plan in blueprint.classes:
        begins = starts_on(plan.year)
        made.classes[plan.key] = keeper.keep(
            SchoolClass(
                setting=made.organisations[plan.setting], name=plan.name, year_group=plan.year_group, starts_on=begins, until=starts_on(plan.year + 1)
            )
        )
    for member in blueprint.staff:
        if member.role in FIRST_ROLES:
            _first(blueprint, member, made, keeper)


def _organisations(blueprint: Blueprint, made: Made, keeper: Keeper) -> None:
    authority: Organisation | None = None
    trust: Organisation | None = None
    for plan in blueprint.organisations:
        row = keeper.keep(
            Organisation(
                kind=plan.kind, name=plan.name, reference=plan.reference, phase=plan.phase, authority=authority, trust=trust if plan.in_trust else None,
                telephone=plan.telephone, email=plan.email, is_invented=True, starts_on=FOUNDED,
            )
        )
        authority = authority or row
        trust = row if plan.kind == Organisation.Kind.TRUST else trust
        made.organisations[plan.key] = row


def _first(blueprint: Blueprint, member: StaffPlan, made: Made, keeper: Keeper) -> None:
    """Somebody who was there when the area began with Sooner, with the right to add staff."""
    person = keeper.keep(
        Person(email=member.email, name=member.name, password=UNUSABLE, is_staff_account=True, is_invented=True, joined_at=at(blueprint.begins_on, 8))
    )
    held = RoleHeld(person=person, organisation=made.organisations[member.organisation], role=member.role, starts_on=member.joins_on - timedelta(days=1))
    made.roles[member.key] = keeper.keep(held)


def bring_training(member: StaffPlan, made: Made, keeper: Keeper) -> None:
    """What a member of a service or body brings along: such bodies record no training in Sooner yet."""
    for each in member.completions:
        keeper.keep(Completion(person=made.roles[member.key].person, course=each.course, completed_on=each.completed_on, evidence=each.evidence))


def complete_roll(plan: ChildPlan, made: Made, keeper: Keeper) -> Child:
    """What the school's own system knows of a child, and the young person's account."""
    child = made.children[plan.key]
    child.sex, child.primary_need, child.has_free_meals = plan.sex, plan.primary_need, plan.has_free_meals
    child.sen_status = "K" if plan.sen_status == "E" and not plan.had_plan_before else plan.sen_status
    child.tier = 3 if plan.had_plan_before else 0
    if plan.own_email:
        child.person = keeper.keep(_own_account(plan))
    keeper.changed(child, "sex", "sen_status", "primary_need", "has_free_meals", "tier", "person")
    return child


def _own_account(plan: ChildPlan) -> Person:
    return Person(
        email=plan.own_email, name=f"{plan.given_name} {plan.family_name}", password=UNUSABLE, is_invented=True, language="English",
        joined_at=at(plan.joins_on, 8),
    )


def begin_year(blueprint: Blueprint, year: int, made: Made, keeper: Keeper) -> None:
    """Everybody moves to the classes of a new school year."""
    first = starts_on(year)
    for member in blueprint.staff:
        held = made.roles.get(member.key)
        if not member.forms or held is None:
            continue
        for old in made.class_staff.get(member.key, ()):
            old.until = first
            keeper.changed(old, "until")
        made.class_staff[member.key] = [
            keeper.keep(ClassStaff(role_held=held, school_class=made.classes[class_key(member.organisation, year, *form)], starts_on=first))
            for form in member.forms
        ]
    for plan in blueprint.children:
        child = made.children.get(plan.key)
        if child is not None:
            child.year_group, form = blueprint.form_at(plan, year)
            child.school_class = made.classes[class_key(plan.setting, year, child.year_group, form)]
            keeper.changed(child, "year_group", "school_class")
            registration = made.registrations[plan.key]
            registration.school_class = child.school_class
            keeper.changed(registration, "school_class")
