"""Three years of attendance: one row for each pupil and half-term, half-days counted by code."""

from dataclasses import dataclass
from datetime import date, timedelta

from sooner_service.attendance.models import AttendanceCount
from sooner_service.project.demonstration.blueprint import Blueprint, ChildPlan
from sooner_service.project.demonstration.drawing import Drawing, drawing_for
from sooner_service.project.demonstration.made import Keeper, Made
from sooner_service.project.demonstration.school_years import DAY, HalfTerm

ABSENCE = {"N": 0.065, "K": 0.101, "E": 0.124}
SPREAD = {"N": 0.75, "K": 0.85, "E": 0.85}
CODES_FROM = date(2024, 8, 19)
OF_ABSENCE = (("I", 0.47), ("M", 0.11), ("O", 0.18), ("G", 0.07), ("C", 0.06), ("U", 0.05), ("R", 0.02), ("N", 0.01), ("E", 0.03))
REDUCED_SHARE = {"N": 0.0, "K": 0.008, "E": 0.014}
COMPULSORY_UNTIL = 11


@dataclass(frozen=True)
class _Habit:
    """How a child comes to school: the share of half-days missed, and whether a part-time timetable was agreed this year."""

    absence: float
    is_reduced: bool
    is_ill_long: bool


def keep_attendance(blueprint: Blueprint, made: Made, keeper: Keeper) -> None:
    """Every pupil's half-terms from the first on roll to the one before, or on, today. Nursery and college count the same way."""
    lengths = {term.code: _days(blueprint, term) for term in blueprint.days.half_terms}
    for plan in blueprint.children:
        draw = drawing_for(blueprint.seed, "attendance", plan.key)
        habit = _habit(draw, plan)
        child, setting = made.children[plan.key], made.organisations[plan.setting]
        for term in blueprint.days.half_terms:
            days = lengths[term.code]
            if plan.joins_on > term.starts_on:
                days = blueprint.days.between(plan.joins_on, min(term.until, blueprint.today + DAY))
            if days:
                counts = _counts(draw, plan, habit, 2 * len(days), term, is_now=blueprint.today - timedelta(days=120) < term.starts_on)
                keeper.keep(
                    AttendanceCount(child_id=child.pk, setting_id=setting.pk, half_term=term.code, starts_on=term.starts_on, counts=counts)
                )


def _days(blueprint: Blueprint, term: HalfTerm) -> list[date]:
    return blueprint.days.between(term.starts_on, min(term.until, blueprint.today + DAY))


def _habit(draw: Drawing, plan: ChildPlan) -> _Habit:
    """Absence is shared out unevenly: most children miss little, some miss much."""
    spread = SPREAD[plan.sen_status]
    usual = ABSENCE[plan.sen_status] * draw.lognormvariate(-spread * spread / 2, spread)
    if plan.setting == "towpath":
        usual += 0.25
    is_reduced = 0 <= plan.year_group <= COMPULSORY_UNTIL and draw.happens(REDUCED_SHARE[plan.sen_status])
    return _Habit(min(usual, 0.7), is_reduced, "health_absence" in plan.marks)


def _counts(draw: Drawing, plan: ChildPlan, habit: _Habit, possible: int, term: HalfTerm, *, is_now: bool) -> dict[str, int]:
    """Half-days by code that add up to the half-days of the half-term."""
    absence = min(0.95, habit.absence * (0.7 + 0.6 * draw.random()) + (0.55 if habit.is_ill_long and is_now else 0.0))
    absent = min(possible, int(possible * absence + draw.random()))
    counts: dict[str, int] = {}
    if habit.is_reduced and is_now and term.starts_on >= CODES_FROM:
        counts["C2"] = min(possible - absent, possible * 3 // 10)
    left = absent
    for code, share in OF_ABSENCE:
        number = min(left, int(absent * share * (1.6 if code == "I" and habit.is_ill_long else 1.0) + draw.random()))
        if number and (code != "R" or plan.first_language != "English"):
            counts[code] = number
            left -= number
    if left:
        counts["I"] = counts.get("I", 0) + left
    present = possible - absent - counts.get("C2", 0)
    late, away = int(present * 0.012 + draw.random()), int(draw.random() * 1.4) * 2
    late, away = min(late, present), min(away, max(0, present - late))
    for code, number in (("L", late), ("V", away)):
        if number:
            counts[code] = number
    morning = (present - late - away + 1) // 2
    afternoon = present - late - away - morning
    return {code: number for code, number in (("/", morning), ("\\", afternoon)) if number} | counts
