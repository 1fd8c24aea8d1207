"""Builds the invented area, once, in an empty service: all of it or nothing."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import Literal

from django.conf import settings
from django.db import transaction

from sooner_service.project.demonstration import cast
from sooner_service.project.demonstration.attendance import keep_attendance
from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.drawing_up import draw_up
from sooner_service.project.demonstration.made import Made, all_models, set_sequences_right
from sooner_service.project.demonstration.settings import SIZES
from sooner_service.project.demonstration.stories.advice import advice_story
from sooner_service.project.demonstration.stories.requests import case_stories
from sooner_service.project.demonstration.stories.whole import school_story
from sooner_service.project.demonstration.tellers.advice import AdviceTeller
from sooner_service.project.demonstration.tellers.brought_cases import keep_brought_cases
from sooner_service.project.demonstration.tellers.cases import CaseTeller
from sooner_service.project.demonstration.tellers.in_bulk import InBulk
from sooner_service.project.demonstration.tellers.through_actions import ThroughActions
from sooner_service.project.demonstration.who import Who
from sooner_service.register.models import Child, Organisation, Person

__all__ = ["SIZES", "CannotBuild", "build", "build_scaled", "sign_in_lines"]

Way = Literal["actions", "bulk"]
WAY_OF_SIZE: dict[str, Way] = {"tiny": "actions", "small": "bulk"}
NO_MAIL = "django.core.mail.backends.dummy.EmailBackend"


class CannotBuild(Exception):
    """The area cannot be built here. The message says why and what to do."""


def build(*, size: str, seed: int, today: date) -> int:
    """Build the area at a size on a day. Returns how many rows it has. Raises CannotBuild where anybody is here already."""
    return build_scaled(size=size, seed=seed, today=today, scale=1.0, way=WAY_OF_SIZE[size])


def build_scaled(*, size: str, seed: int, today: date, scale: float, way: Way) -> int:
    """The same with a share of the pupils, through the actions or in bulk; the rows do not depend on the way."""
    if not settings.DEMONSTRATION:
        raise CannotBuild("This service is set up for real children (SOONER_PRODUCTION). Invented ones cannot be added to it.")
    if Organisation.objects.exists() or Person.objects.exists() or Child.objects.exists():
        raise CannotBuild("There is an area in this database already. Build the invented one in an empty instance: SOONER_INSTANCE=another-folder.")
    blueprint = draw_up(size=size, seed=seed, today=today, scale=scale)
    with _without_mail(), _without_collecting(), transaction.atomic():
        set_sequences_right()
        teller = ThroughActions(blueprint) if way == "actions" else InBulk(blueprint)
        teller.tell(school_story(blueprint))
        keep_attendance(blueprint, teller.made, teller.keeper)
        keep_brought_cases(blueprint, teller.made, teller.keeper)
        if isinstance(teller, InBulk):
            teller.keeper.write_all()
        set_sequences_right()
        _tell_the_rest(blueprint, teller.made)
    return _rows()


def _tell_the_rest(blueprint: Blueprint, made: Made) -> None:
    """What is told through the actions at every size: cases, and what families do around advice."""
    who, cases, advice = Who(blueprint), CaseTeller(blueprint, made), AdviceTeller(blueprint, made)
    for plan in case_stories(who):
        cases.tell(plan)
    advice.begin()
    for place, step in enumerate(advice_story(who)):
        advice.tell(step, place)


def _rows() -> int:
    return sum(model._default_manager.count() for model in all_models())


@contextmanager
def _without_mail() -> Iterator[None]:
    """Notices of the past are on record; nobody is to get an e-mail about them now."""
    before = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = NO_MAIL
    try:
        yield
    finally:
        settings.EMAIL_BACKEND = before


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Hundreds of thousands of rows live until they are written: looking for rubbish among them costs a third of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def sign_in_lines() -> list[str]:
    """What the command prints about who one may be; nothing where no invented area is built."""
    groups = cast.guides()
    if not groups:
        return ["Nobody can sign in yet. Build the invented area with: sooner demo"]
    lines = ["Everybody in it is invented. Choose who to be at /demonstration/, for example:"]
    return lines + [f"  {guide.name}, {guide.part}" for group in groups for guide in group.people[:2]]
