"""A baseline that a setting asked the service to sign."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.assessment.actions.baselines import sign_baseline
from sooner_service.assessment.queries.baselines import baseline_to_sign, missing_in, sentences_of, signing_of
from sooner_service.assessment.queries.concerns import concerns_of
from sooner_service.assessment.queries.views import views_of
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child


def sign(request: PageRequest, child: "Child") -> HttpResponse:
    """Read it and sign it, or see why not and who can."""
    viewer = request.viewer
    baseline = baseline_to_sign(viewer, child)
    if baseline is None:
        return redirect("/specialist/tray/")
    problem = ""
    if request.method == "POST":
        try:
            sign_baseline(viewer=viewer, baseline=baseline)
            return redirect("/specialist/tray/?done=signed")
        except CannotAssess as refusal:
            problem = str(refusal)
    context = {
        "child": child,
        "baseline": baseline,
        "signing": signing_of(viewer, child),
        "sentences": sentences_of(baseline),
        "missing": missing_in(baseline),
        "concerns": [each for each in concerns_of(viewer, child) if each.closed_on is None],
        "child_words": [view for view in views_of(viewer, child) if view.pk == baseline.child_words_id],
        "problem": problem,
    }
    return render(request, "specialist/baseline/sign.html", context)
