"""Families ask the advice service for help and say how confident they feel; young people choose what their parents see."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache

from sooner.law.tables import About, read
from sooner_service.project.demonstration.blueprint import ChildPlan
from sooner_service.project.demonstration.names import WORDS
from sooner_service.project.demonstration.pupils import MAYA_KEY
from sooner_service.project.demonstration.stories.telling import Telling
from sooner_service.project.demonstration.who import Who

ADVISER = "advice/sendiass_adviser/0"
ADVISERS = 3
SHARE_ADVISED, SHARE_ADVISED_AT_FIRST, SHARE_ENDED = 0.035, 0.22, 0.18
SHARE_ASKED, SHARE_SHARING = 0.16, 0.45
THEMES = {"sen_support": 30.0, "needs_assessment": 25.0, "plan_content": 18.0, "provision_missing": 12.0, "placement": 8.0, "attendance_or_exclusion": 7.0}
STAGES = {"K": {"support": 60.0, "plan": 25.0, "finding_out": 15.0}, "E": {"ehc_plan": 80.0, "plan": 20.0}}


@dataclass(frozen=True)
class AdviceWords:
    """Everything in advice.toml."""

    about: About
    notes: tuple[str, ...]
    pulse_words: tuple[str, ...]


@cache
def advice_words() -> AdviceWords:
    """The words around advice."""
    return read("advice.toml", AdviceWords, within=WORDS)


@dataclass(frozen=True)
class AdviceStep:
    """One step: the name of the teller's method, who did it, and what it needs."""

    day: date
    what: str
    by: str
    child: ChildPlan
    words: Mapping[str, object] = field(default_factory=dict)


def advice_story(who: Who) -> Iterator[AdviceStep]:
    """Every step around advice, child by child."""
    first_school = who.blueprint.children[0].setting
    for child in who.blueprint.children:
        telling = Telling(who, child, "advice")
        if child.own_email:
            yield from _sharing(telling)
        if child.sen_status == "N" or child.key == MAYA_KEY or not telling.parents(telling.today):
            continue
        if telling.draw.happens(SHARE_ADVISED_AT_FIRST if child.setting == first_school else SHARE_ADVISED):
            yield from _advised(telling)
        if telling.draw.happens(SHARE_ASKED):
            yield from _confident(telling)


def _sharing(telling: Telling) -> Iterator[AdviceStep]:
    """From the day of the own rights on, some have chosen for each parent; others have not been asked yet."""
    draw, child = telling.draw, telling.child
    start = max(telling.own_rights_from, telling.earliest)
    if start >= telling.today or not draw.happens(SHARE_SHARING):
        return
    day = min(telling.today, start + timedelta(days=draw.between(3, 90)))
    for adult in child.adults:
        if adult.has_parental_responsibility and not adult.restriction_reason:
            yield AdviceStep(day, "shared", f"self:{child.key}", child, {"adult": adult.key, "shares": draw.happens(0.84)})


def _advised(telling: Telling) -> Iterator[AdviceStep]:
    draw, child, adult = telling.draw, telling.child, telling.draw.one_of(telling.parents(telling.today))
    given = telling.days_before_today(4, 120)
    if given <= telling.earliest:
        return
    yield AdviceStep(given, "opened", f"adult:{adult.key}", child)
    adviser = ADVISER if draw.happens(0.5) else f"advice/sendiass_adviser/{draw.between(1, ADVISERS - 1)}"
    for number in range(draw.between(0, 3)):
        day = telling.later(given, 1 + 9 * number, 8 + 9 * number)
        if day < telling.today:
            yield AdviceStep(day, "noted", adviser, child, {"words": draw.one_of(advice_words().notes), "theme": draw.weighted(THEMES)})
    ended = telling.later(given, 30, 80)
    if draw.happens(SHARE_ENDED) and ended < telling.today:
        yield AdviceStep(ended, "closed", f"adult:{adult.key}", child)


def _confident(telling: Telling) -> Iterator[AdviceStep]:
    draw, child = telling.draw, telling.child
    day = telling.days_before_today(1, 70)
    if day <= telling.earliest:
        return
    middle = draw.gauss(58, 20)
    numbers = [min(100, max(0, round(middle + draw.gauss(0, 11)))) for _ in range(3)]
    yield AdviceStep(
        day, "confident", f"adult:{draw.one_of(telling.parents(telling.today)).key}", child,
        {"stage": draw.weighted(STAGES[child.sen_status]), "numbers": numbers, "words": draw.one_of(advice_words().pulse_words)},
    )
