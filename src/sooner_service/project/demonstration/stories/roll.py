"""Staff join, are trained and leave; children come on roll and their adults are linked; school years begin."""

from collections.abc import Iterator
from datetime import timedelta

from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.blueprint import Blueprint, ChildPlan, StaffPlan
from sooner_service.project.demonstration.people import FIRST_ROLES
from sooner_service.project.demonstration.school_years import at, starts_on, year_of
from sooner_service.project.demonstration.settings import class_key
from sooner_service.project.demonstration.who import Who, recorded_at

SETTING_FIRST = "headteacher/0"
OWN_TRAINING = frozenset({"class_teacher", "teaching_assistant", "senco", "headteacher"})


def who_manages(blueprint: Blueprint, organisation: str) -> str:
    """The role that adds staff to an organisation."""
    return next(member.key for member in blueprint.staff if member.organisation == organisation and member.role in FIRST_ROLES)


def roll_story(blueprint: Blueprint, who: Who) -> Iterator[h.Happening]:
    """Everything about staff and roll. A year begins before anybody who comes on its first day."""
    managers = {each.key: who_manages(blueprint, each.key) for each in blueprint.organisations if each.kind not in {"trust", "training_provider"}}
    for member in blueprint.staff:
        yield from _staff(blueprint, member, managers[member.organisation])
    for year in blueprint.years[1:]:
        yield h.YearBegan(at(starts_on(year), 6), "", "", year)
    for child in blueprint.children:
        yield from _arrival(blueprint, child)


def _staff(blueprint: Blueprint, member: StaffPlan, manager: str) -> Iterator[h.Happening]:
    if member.role not in FIRST_ROLES:
        yield h.Joined(at(member.joins_on, 9), manager, "", member.key)
    if member.leaves_on:
        yield h.Left(at(member.leaves_on, 16), manager, "", member.key)
    if member.role in OWN_TRAINING:
        recorder = f"{member.organisation}/{SETTING_FIRST}" if member.role == "senco" else f"{member.organisation}/senco/0"
        for each in member.completions:
            moment = recorded_at(member, each)
            if moment.date() <= blueprint.today:
                yield h.Trained(moment, recorder, "", member.key, each.course, each.completed_on, each.evidence)


def _arrival(blueprint: Blueprint, child: ChildPlan) -> Iterator[h.Happening]:
    """On roll in the morning, the adults some minutes later, by the office."""
    office = f"{child.setting}/school_administrator/0"
    year = year_of(child.joins_on)
    yield h.Registered(at(child.joins_on, 7), office, child.key, class_key(child.setting, year, *blueprint.form_at(child, year)))
    for place, adult in enumerate(child.adults):
        yield h.Linked(at(child.joins_on, 7) + timedelta(minutes=5 + 5 * place), office, child.key, adult.key)
