"""A journey of one question per page: saved as typed, resumable, checked before it is sent."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.forms import Form
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from sooner_service.pages.framework import PageRequest
from sooner_service.register import drafts

Answers = dict[str, dict[str, list[str]]]


@dataclass(frozen=True)
class Step:
    """One question or one decision. `rows` turns its form's cleaned data into (question, answer) rows to check."""

    key: str
    title: str
    form: Callable[..., Form]
    template: str = "steps/step.html"
    is_shown: Callable[[Mapping[str, Mapping[str, object]]], bool] = field(default=lambda cleaned: True)


@dataclass(frozen=True)
class Journey:
    """An ordered set of steps whose answers are kept as a draft until they are sent."""

    name: str
    title: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Walk:
    """One person's way through one journey about one subject. `address` gives the address of a step or of "check"."""

    journey: Journey
    request: PageRequest
    about: str
    address: Callable[[str], str]
    leave_to: str
    context: Mapping[str, object] = field(default_factory=dict)

    @property
    def holder(self) -> str:
        """Whose draft this is."""
        return drafts.holder_of(self.request.viewer, self.request.session)

    def answers(self) -> Answers:
        """What has been answered so far, as it was typed."""
        return drafts.draft_answers(holder=self.holder, journey=self.journey.name, about=self.about)

    def forms(self) -> dict[str, Form]:
        """Each step's form, bound to what was typed, or empty."""
        answers = self.answers()
        return {step.key: _bound(step, answers.get(step.key)) for step in self.journey.steps}

    def cleaned(self) -> dict[str, dict[str, object]]:
        """The valid answers by step; a step with a mistake or no answer is left out."""
        return {key: form.cleaned_data for key, form in self.forms().items() if form.is_bound and form.is_valid()}

    def shown(self) -> list[Step]:
        """The steps that the answers so far call for."""
        cleaned = self.cleaned()
        return [step for step in self.journey.steps if step.is_shown(cleaned)]

    def first_unanswered(self) -> str | None:
        """The first step that still needs an answer, or None when all can be checked."""
        cleaned = self.cleaned()
        return next((step.key for step in self.shown() if step.key not in cleaned), None)

    def discard(self) -> None:
        """Throw the draft away: the work is done."""
        drafts.discard_draft(holder=self.holder, journey=self.journey.name, about=self.about)


def step_page(walk: Walk, key: str) -> HttpResponse:
    """Show a step, or keep its answer and go to the next; typing is kept even when it is not valid yet."""
    request = walk.request
    step = next((step for step in walk.journey.steps if step.key == key), None)
    if step is None:
        return redirect(walk.address(walk.journey.steps[0].key))
    if request.method != "POST":
        return _show(walk, step, _unbound(step, _typed_in(request.kept) if request.kept else walk.answers().get(step.key)))
    typed = _typed_in(request.POST)
    drafts.keep_answers(
        viewer=request.viewer, holder=walk.holder, journey=walk.journey.name, about=walk.about, step=step.key, answers=typed
    )
    if request.headers.get("X-Autosave"):
        return HttpResponse(status=204)
    if "leave" in request.POST:
        return redirect(walk.leave_to)
    form = _bound(step, typed)
    if not form.is_valid():
        return _show(walk, step, form)
    return redirect(walk.address(_after(walk, step)))


def check_page(
    walk: Walk, *, submit: Callable[[dict[str, dict[str, object]]], str], template: str = "steps/check.html",
    refusals: tuple[type[Exception], ...] = (),
) -> HttpResponse:
    """Show every answer with a way to change it; on POST send them. `submit` makes the record and returns where to go.

    A sentence of one of the `refusals` is shown above the answers, which stay as they are.
    """
    missing = walk.first_unanswered()
    if missing is not None:
        return redirect(walk.address(missing))
    problem = ""
    if walk.request.method == "POST":
        try:
            result = submit(walk.cleaned())
        except refusals as refusal:
            problem = str(refusal)
        else:
            walk.discard()
            return redirect(result)
    forms = walk.forms()
    groups = [{"title": step.title, "change": f"{walk.address(step.key)}?return=check", "rows": _rows(forms[step.key])} for step in walk.shown()]
    return render(walk.request, template, {"journey": walk.journey, "groups": groups, "leave_to": walk.leave_to, "problem": problem, **walk.context})


def _typed_in(sent: QueryDict) -> dict[str, list[str]]:
    return {name: sent.getlist(name) for name in sent if name not in {"csrfmiddlewaretoken", "token", "leave"}}


def _after(walk: Walk, step: Step) -> str:
    steps = [shown.key for shown in walk.shown()]
    place = steps.index(step.key) + 1 if step.key in steps else len(steps)
    returns_to_check = walk.request.GET.get("return") == "check" and walk.first_unanswered() is None
    return "check" if place >= len(steps) or returns_to_check else steps[place]


def _show(walk: Walk, step: Step, form: Form) -> HttpResponse:
    shown = [each.key for each in walk.shown()]
    place = shown.index(step.key) if step.key in shown else 0
    context = {
        "journey": walk.journey,
        "step": step,
        "form": form,
        "number": place + 1,
        "of": len(shown),
        "back": walk.address(shown[place - 1]) if place else walk.leave_to,
        "leave_to": walk.leave_to,
        **walk.context,
    }
    return render(walk.request, step.template, context)


def _bound(step: Step, typed: Mapping[str, list[str]] | None) -> Form:
    return step.form(drafts.as_typed(typed)) if typed is not None else step.form()


def _unbound(step: Step, typed: Mapping[str, list[str]] | None) -> Form:
    """The form filled in with what was typed before, without judging it yet."""
    form = _bound(step, typed)
    if form.is_bound:
        form.errors.clear()
    return form


def _rows(form: Form) -> list[tuple[str, object]]:
    form.full_clean()
    return [(str(bound.label), _in_words(form, bound.name)) for bound in form.visible_fields()]


def _in_words(form: Form, name: str) -> object:
    value = form.cleaned_data.get(name)
    choices = dict(getattr(form.fields[name], "choices", []) or [])
    if isinstance(value, list):
        return ", ".join(str(choices.get(each, each)) for each in value) or "Nothing chosen"
    return choices.get(value, value) if value not in {None, ""} else "Not answered"
