"""Levels of support here and elsewhere, side by side, each statement with how it was checked."""

from django.http import Http404, HttpResponse
from django.shortcuts import render

from sooner.assessment.comparators import CHECKED, Comparator, Level, all_models
from sooner_service.pages.framework import PageRequest

QUESTIONS = (
    ("entry", "How a child comes in"),
    ("leaving", "How a child leaves"),
    ("documents", "Papers"),
    ("decides", "Who decides"),
    ("dose", "How much help"),
    ("monitoring", "When it is looked at again"),
    ("in_time", "Time promised"),
)


def compare(request: PageRequest) -> HttpResponse:
    """Every model in a row: its levels, where papers about one child begin, what it promises, and what we take from it."""
    rows = [{"key": key, "model": model, "levels": ", ".join(each.name for each in model.levels), "paper": _paper(model)} for key, model in all_models()]
    return render(request, "public/about/tiers.html", {"rows": rows, "checked": tuple(CHECKED.values())})


def one_model(request: PageRequest, key: str) -> HttpResponse:
    """One model, level by level. 404 for a key that does not exist."""
    model = dict(all_models()).get(key)
    if model is None:
        raise Http404
    levels = [{"level": level, "facts": [(words, getattr(level, name)) for name, words in QUESTIONS], "needs": _needs(level)} for level in model.levels]
    return render(request, "public/about/tier_model.html", {"model": model, "levels": levels})


def _paper(model: Comparator) -> str:
    first = model.first_paper
    return f"{first.name}: {_needs(first).lower()}" if first else "None at any level"


def _needs(level: Level) -> str:
    named = (("an assessment", level.assessment_needed), ("a plan", level.plan_needed), ("a decision", level.decision_needed))
    needed = [words for words, is_needed in named if is_needed]
    if not needed:
        return "Nothing on paper about one child"
    return ", ".join(needed[:-1]).capitalize() + (" and " if needed[:-1] else "") + (needed[-1] if needed[:-1] else needed[-1].capitalize())
