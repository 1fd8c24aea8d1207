"""Setting a goal: one measure, where it is now, where it should be and by when."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import DateField, RadioField, ScoreField, SelectField, SoonerForm, TextField, with_choices
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.plans.actions.goals import set_goal
from sooner_service.plans.queries import plan_of, provision_of
from sooner_service.plans.refusals import CannotMeasure

if TYPE_CHECKING:
    from sooner_service.register.models import Child

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
    starts_on = DateField(label="On which day was that?", called="Day of the score", missing="Enter the day of the score", when="today_or_past")
    aim = ScoreField(label="What should it become?", called="Aim", missing="Enter the score to aim for", **DIGITS)
    aim_on = DateField(label="By when?", called="Day to aim for", missing="Enter the day to aim for", when="future")
    expected = ScoreField(
        label="What do most pupils of this age reach?", called="Level of most pupils", required=False,
        hint="Only if a published norm or your own class tells you. Without it nobody can say when support may fade.", **DIGITS,
    )
    provision = SelectField(label="Which support is it for?", required=False, hint="Its sessions are looked at before the scores are judged")


def new_goal(request: PageRequest, child: "Child") -> HttpResponse:
    """Set a goal for a child."""
    supports = {str(each.pk): each for each in provision_of(request.viewer, child) if each.until is None or each.until > request.viewer.on}
    form = GoalForm(request.POST or request.kept or None, today=request.viewer.on)
    with_choices(form, "provision", [("", "All support of this child"), *((key, each.what) for key, each in supports.items())])
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        read = plan_of(request.viewer, child)
        given = {**said, "decimals": int(said["decimals"]), "provision": supports.get(said["provision"]), "plan": read.plan if read else None}
        try:
            goal = set_goal(viewer=request.viewer, child=child, **given)
            return redirect(f"{record_address(child, 'progress/')}?done=goal#goal-{goal.pk}-row")
        except CannotMeasure as refusal:
            form.add_error(_field_of(str(refusal)), str(refusal))
    return render(request, "school/progress/goal.html", {"child": child, "form": form})


def _field_of(sentence: str) -> str | None:
    if "date to aim for" in sentence:
        return "aim_on"
    if "aim must" in sentence:
        return "aim"
    return "baseline" if "measure needs" in sentence else None
