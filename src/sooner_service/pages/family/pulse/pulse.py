"""The confidence pulse: three numbers, once at each stage, and always free to skip."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.actions.pulses import LEAST, MOST, CannotAnswer, give_pulse
from sooner_service.advice.queries.present import facts_of
from sooner_service.advice.queries.pulses import STAGES, stage_of
from sooner_service.design.forms import SoonerForm, WholeNumberField
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child

HINT = "0 is not at all. 100 is fully."


class PulseForm(SoonerForm):
    """The three questions."""

    informed = WholeNumberField(label="I know what is happening", called="The first number", hint=HINT, min_value=LEAST, max_value=MOST, missing="Give a number from 0 to 100 for “I know what is happening”")
    listened_to = WholeNumberField(label="I am listened to", called="The second number", hint=HINT, min_value=LEAST, max_value=MOST, missing="Give a number from 0 to 100 for “I am listened to”")
    support_will_help = WholeNumberField(label="I think the help will work", called="The third number", hint=HINT, min_value=LEAST, max_value=MOST, missing="Give a number from 0 to 100 for “I think the help will work”")


def pulse(request: PageRequest, child: "Child") -> HttpResponse:
    """Ask, and keep the answer."""
    stage = stage_of(facts_of(request.viewer, child))
    form = PulseForm(request.POST or request.kept or None)
    if not stage:
        return redirect(here(child))
    if request.method == "POST" and form.is_valid():
        try:
            give_pulse(viewer=request.viewer, child=child, stage=stage, **form.cleaned_data)
            return redirect(f"{here(child)}?done=pulse")
        except CannotAnswer as problem:
            form.add_error(None, str(problem))
    return render(request, "family/pulse/pulse.html", about(request, child, form=form, stage_words=STAGES[stage]))
