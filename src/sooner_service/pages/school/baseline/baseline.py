"""The baseline's pages: what it is and who may sign it, its steps, check your answers, sign or have it signed."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.assessment.actions.baselines import ask_area_to_sign, complete_baseline, sign_baseline
from sooner_service.assessment.queries.baselines import (
    Signing,
    baseline_to_sign,
    baselines_of,
    missing_in,
    sentences_of,
    signing_of,
)
from sooner_service.assessment.queries.concerns import open_concern
from sooner_service.assessment.queries.views import views_of
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.baseline.journey import AREA_STEPS, journey_for, profile_from
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.steps import Walk, check_page, step_page
from sooner_service.register.permissions import relationships_allowing
from sooner_service.register.phases import phase_of

if TYPE_CHECKING:
    from sooner_service.register.models import Child

SIGNED = "signed"


def _walk(request: PageRequest, child: "Child", key: str = "", signing: Signing | None = None) -> Walk:
    said = [view.words for view in views_of(request.viewer, child) if view.speaker == "family" and view.given_by is not None]
    area = AREA_STEPS.get(key)
    return Walk(
        journey_for(said[0] if said else ""),
        request,
        about=child.reference,
        address=lambda step: record_address(child, f"baseline/{step}/"),
        leave_to=record_address(child, "baseline/"),
        context={
            "child": child,
            "prompts": area.prompts_for(phase_of(child)) if area else (),
            "their_words": said[0] if said else "",
            "signing": signing,
        },
    )


def begin(request: PageRequest, child: "Child") -> HttpResponse:
    """What a baseline is, who may sign it, and the way in: new, or where it was left."""
    found = baselines_of(request.viewer, child)
    walk = _walk(request, child)
    context = {
        "child": child,
        "signing": signing_of(request.viewer, child),
        "waiting": next((each for each in found if each.status != SIGNED), None),
        "has_draft": bool(walk.answers()),
        "first": walk.first_unanswered() or "check",
        "concern": open_concern(request.viewer, child),
    }
    return render(request, "school/baseline/begin.html", context)


def step(request: PageRequest, child: "Child", key: str) -> HttpResponse:
    """One step."""
    return step_page(_walk(request, child, key), key)


def check(request: PageRequest, child: "Child") -> HttpResponse:
    """Check your answers. A trained person signs here; anybody else hands it on to be signed."""
    signing = signing_of(request.viewer, child)

    def send(cleaned: dict[str, dict[str, object]]) -> str:
        concern = open_concern(request.viewer, child)
        made = complete_baseline(viewer=request.viewer, child=child, concern=concern, profile=profile_from(cleaned))
        if signing.may_sign:
            sign_baseline(viewer=request.viewer, baseline=made)
        if made.child_words is not None and made.child_words.goes_to_safeguarding:
            return record_address(child, "views/harm/")
        return record_address(child, "support/?done=signed" if signing.may_sign else "baseline/sign/?done=ready")

    walk = _walk(request, child, signing=signing)
    return check_page(walk, submit=send, template="school/baseline/check.html", refusals=(CannotAssess,))


def sign(request: PageRequest, child: "Child") -> HttpResponse:
    """Read a filled-in baseline and sign it; or see kindly why not, who can, and how to have it signed."""
    baseline = baseline_to_sign(request.viewer, child)
    if baseline is None:
        return redirect(record_address(child))
    problem = ""
    if request.method == "POST":
        try:
            if request.POST.get("do") == "ask":
                ask_area_to_sign(viewer=request.viewer, baseline=baseline)
                return redirect(record_address(child, "baseline/sign/?done=asked"))
            sign_baseline(viewer=request.viewer, baseline=baseline)
            return redirect(record_address(child, "support/?done=signed"))
        except CannotAssess as refusal:
            problem = str(refusal)
    context = {
        "child": child,
        "baseline": baseline,
        "signing": signing_of(request.viewer, child),
        "sentences": sentences_of(baseline),
        "missing": missing_in(baseline),
        "child_words": [view for view in views_of(request.viewer, child) if view.pk == baseline.child_words_id],
        "may_ask_area": bool(relationships_allowing(role=request.viewer.role, record="baseline", action="ask_area")),
        "problem": problem,
        "done": request.GET.get("done", ""),
    }
    return render(request, "school/baseline/sign.html", context)
