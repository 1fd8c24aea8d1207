"""Choosing support that fits, and starting it today: no baseline, plan or permission is needed first."""

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.evidence.supports import GRADE_WORDS, Support, catalogue
from sooner_service.assessment.actions.support import start_support
from sooner_service.assessment.queries.baselines import baselines_of, supports_for
from sooner_service.assessment.queries.concerns import concerns_of
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.design.forms import DateField, RadioField, SoonerForm, TextField, with_choices
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.register.access import NotFound

if TYPE_CHECKING:
    from sooner_service.register.models import Child

SHOWN_FIRST = 6


@dataclass(frozen=True)
class Card:
    """One support as the choice shows it."""

    support: Support
    reason: str
    how_often: str
    group: str

    @property
    def grade_words(self) -> str:
        """The grade of its evidence in words."""
        return GRADE_WORDS[self.support.evidence.grade].capitalize()


class StartForm(SoonerForm):
    """Who gives it and from when; which concern it answers, where there are several."""

    who = TextField(label="Who gives it?", hint="A name or a role", max_length=120)
    starts_on = DateField(label="From which day?", called="First day", when="today_or_future")
    concern = RadioField(label="Which concern is it for?", missing="Choose which concern it is for")


def choose(request: PageRequest, child: "Child") -> HttpResponse:
    """The supports that fit, best first, with what is known about each."""
    matches = supports_for(request.viewer, child)
    shows_all = request.GET.get("all") == "yes"
    shown = matches if shows_all else matches[:SHOWN_FIRST]
    context = {
        "child": child,
        "cards": [Card(match.support, match.reason, _how_often(match.support), _group(match.support)) for match in shown],
        "number": len(matches),
        "has_more": len(matches) > len(shown),
        "has_baseline": bool(baselines_of(request.viewer, child)),
        "done": request.GET.get("done", ""),
    }
    return render(request, "school/support/choose.html", context)


def start(request: PageRequest, child: "Child", code: str) -> HttpResponse:
    """Start one support."""
    support = _support(code)
    open_concerns = [each for each in concerns_of(request.viewer, child) if each.closed_on is None]
    form = StartForm(
        request.POST or request.kept or None, today=request.viewer.on, initial={"who": support.who, "starts_on": request.viewer.on}
    )
    if len(open_concerns) > 1:
        with_choices(form, "concern", [(str(each.pk), f"{each.get_area_display()}: {each.what[:80]}") for each in open_concerns])
    else:
        del form.fields["concern"]
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        chosen = data.get("concern", "")
        concern = next((each for each in open_concerns if not chosen or str(each.pk) == chosen), None)
        try:
            start_support(
                viewer=request.viewer, child=child, support=support, starts_on=data["starts_on"], who=data["who"], concern=concern
            )
            return redirect(record_address(child, f"support/{code}/started/"))
        except CannotAssess as refusal:
            form.add_error(None, str(refusal))
    until = request.viewer.on + timedelta(weeks=support.weeks)
    context = {"form": form, "child": child, "support": support, "facts": _facts(support), "until": until}
    return render(request, "school/support/start.html", context)


def started(request: PageRequest, child: "Child", code: str) -> HttpResponse:
    """What happens next."""
    support = _support(code)
    return render(request, "school/support/started.html", {"child": child, "support": support, "heading": "Support has started"})


def _support(code: str) -> Support:
    found = next((each for each in catalogue().supports if each.code == code), None)
    if found is None:
        raise NotFound
    return found


def _facts(support: Support) -> list[tuple[str, str]]:
    evidence = support.evidence
    return [
        ("What", support.says),
        ("Who", support.who),
        ("How often", _how_often(support)),
        ("Group size", _group(support)),
        ("Evidence", f"{GRADE_WORDS[evidence.grade].capitalize()}. {evidence.sentence} Source: {evidence.source}, {evidence.year}."),
        ("Cost for each pupil", support.cost_words if support.cost else "Not found"),
    ]


def _how_often(support: Support) -> str:
    times = "once" if support.times_a_week == 1 else f"{support.times_a_week:g} times"
    also = f". {support.also}" if support.also else ""
    return f"{support.minutes} minutes, {times} a week, for {support.weeks} weeks{also}"


def _group(support: Support) -> str:
    return "One to one: it begins a plan" if support.is_individual else f"A group of about {support.group_size}: no plan is needed"
