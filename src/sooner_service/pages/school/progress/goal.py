"""Setting a goal: one measure, where it is now, where it should be and by when."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.evidence.measures import Measure
from sooner_service.design.forms import DateField, RadioField, ScoreField, SelectField, SoonerForm, TextField, with_choices
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.school.progress.calculator import work_out
from sooner_service.plans.actions.goals import set_goal
from sooner_service.plans.queries import plan_of, provision_of
from sooner_service.plans.queries.measures import measure_by_key, measures_for, precision_of
from sooner_service.plans.refusals import CannotMeasure
from sooner_service.register.access import may

if TYPE_CHECKING:
    from sooner_service.plans.models import Provision
    from sooner_service.register.models import Child

OTHER = "other"
DIGITS: dict[str, Any] = {"max_digits": 9, "decimal_places": 3, "min_value": 0}


class GoalForm(SoonerForm):
    """A goal in ten answers, most of them one number."""

    text = TextField(label="What is the child aiming at?", hint="For example: reads aloud more easily", max_length=200)
    measure = TextField(label="What do you count or score?", hint="For example: words read correctly in a minute", max_length=80)
    direction = RadioField(label="What is better?", choices=(("increase", "More is better"), ("decrease", "Less is better")))
    decimals = RadioField(
        label="What numbers does it use?", choices=(("0", "Whole numbers"), ("1", "One decimal, such as 3.5"), ("2", "Two decimals, such as 3.25")), initial="0"
    )
    baseline = ScoreField(label="What is the score now?", called="Score now", missing="Enter the score now", hint="The middle one of three tries is best", **DIGITS)
    baseline_tries = RadioField(label="How was that score taken?", choices=(("1", "From one try"), ("3", "The middle one of three tries")), initial="1")
    starts_on = DateField(label="On which day was that?", called="Day of the score", missing="Enter the day of the score", when="today_or_past")
    aim = ScoreField(label="What should it become?", called="Aim", missing="Enter the score to aim for", **DIGITS)
    aim_on = DateField(label="By when?", called="Day to aim for", missing="Enter the day to aim for", when="future")
    expected = ScoreField(
        label="What do most pupils of this age reach?", called="Level of most pupils", required=False,
        hint="Only if a published norm or your own class tells you. Without it nobody can say when support may fade.", **DIGITS,
    )
    provision = SelectField(label="Which support is it for?", required=False, hint="Its sessions are looked at before the scores are judged")


class MeasureForm(SoonerForm):
    """What is counted or scored: a measure of the list, or something else."""

    measure = RadioField(label="What will you count or score?", missing="Choose what you will count or score")


def new_goal(request: PageRequest, child: "Child") -> HttpResponse:
    """Set a goal for a child: first choose the measure, then the numbers. "Work it out" shows how ambitious they are and keeps nothing."""
    key = request.GET.get("measure", "")
    chosen = measure_by_key(child.setting, key)
    if request.method == "GET" and request.kept is None and chosen is None and key != OTHER:
        return _choose_measure(request, child)
    supports = {str(each.pk): each for each in provision_of(request.viewer, child) if each.until is None or each.until > request.viewer.on}
    form = _form(request, chosen, supports)
    calculator = None
    if request.method == "POST" and form.is_valid():
        try:
            if "work_out" not in request.POST:
                goal = set_goal(viewer=request.viewer, child=child, **_given(request, child, chosen, form, supports))
                return redirect(f"{record_address(child, 'progress/')}?done=goal#goal-{goal.pk}-row")
            calculator = work_out(chosen, baseline=form.cleaned_data["baseline"], aim=form.cleaned_data["aim"], days=_days(form))
        except CannotMeasure as refusal:
            form.add_error(_field_of(str(refusal)), str(refusal))
    return render(request, "school/progress/goal.html", {"child": child, "form": form, "measure": chosen, "calculator": calculator})


def _choose_measure(request: PageRequest, child: "Child") -> HttpResponse:
    """The list, the setting's own measures first; what was not found in it is asked for again."""
    form = MeasureForm(request.GET if "measure" in request.GET or "next" in request.GET else None)
    with_choices(form, "measure", [*((each.key, each.name) for each in measures_for(child.setting)), (OTHER, "Something else")])
    may_define = may(request.viewer, record="measure", action="define").is_allowed
    return render(request, "school/progress/choose_measure.html", {"child": child, "form": form, "may_define": may_define})


def _form(request: PageRequest, chosen: Measure | None, supports: "dict[str, Provision]") -> GoalForm:
    """Without the questions that the measure answers itself."""
    form = GoalForm(request.POST or request.kept or None, today=request.viewer.on)
    with_choices(form, "provision", [("", "All support of this child"), *((key, each.what) for key, each in supports.items())])
    if chosen is not None:
        for name in ("measure", "direction", "decimals"):
            del form.fields[name]
    if chosen is None or chosen.error_sd is None:
        del form.fields["baseline_tries"]
    return form


def _given(
    request: PageRequest, child: "Child", chosen: Measure | None, form: GoalForm, supports: "dict[str, Provision]"
) -> dict[str, Any]:
    """What the form said and the measure knows, as the action takes it."""
    said, read = dict(form.cleaned_data), plan_of(request.viewer, child)
    tries = int(said.pop("baseline_tries", "") or 1)
    if chosen is not None:
        said |= {"measure": chosen.name, "direction": chosen.direction, "decimals": chosen.decimals, "precision": precision_of(chosen, tries)}
    return {**said, "decimals": int(said["decimals"]), "provision": supports.get(said["provision"]), "plan": read.plan if read else None}


def _days(form: GoalForm) -> int:
    """Days from the first score to the aim. Raises CannotMeasure where there are none."""
    days: int = (form.cleaned_data["aim_on"] - form.cleaned_data["starts_on"]).days
    if days <= 0:
        raise CannotMeasure("The date to aim for must be after the date of the first score.")
    return days


def _field_of(sentence: str) -> str | None:
    if "date to aim for" in sentence:
        return "aim_on"
    if "aim must" in sentence:
        return "aim"
    return "baseline" if "measure needs" in sentence or "This measure has no score" in sentence else None
