"""The decision about one goal: what is proposed and why, the evidence beside it, and the person's own choice with a reason."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from sooner.assessment.tiers import tier_model, tier_named
from sooner_service.assessment.actions.decisions import decide
from sooner_service.assessment.queries.charts import charts_of
from sooner_service.assessment.queries.decisions import Review, decision_for, decisions_due, review_of
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.design.forms import LongTextField, RadioField, SoonerForm, TextField, with_choices
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.school.progress.evidence import evidence_rows, rates_for, settling
from sooner_service.plans.queries import goal_for
from sooner_service.register import drafts
from sooner_service.register.access import NotFound
from sooner_service.register.notices import entitled_people
from sooner_service.register.queries.area import tier_pack

if TYPE_CHECKING:
    from sooner_service.plans.models import Goal
    from sooner_service.register.models import Child

JOURNEY = "decision"
KINDS = {
    "fade": "Fade the support",
    "keep": "Keep going as it is",
    "change": "Change the support within this tier",
    "step_up": "Step up to a higher tier",
    "restore_delivery": "Restore delivery first",
}
SAYS = {
    "below": "Below the line to the goal",
    "on": "On the line to the goal",
    "above": "Better than the line to the goal",
    "insufficient": "Not enough scores yet",
    "undetermined": "Cannot tell yet",
}
PROPOSED = {"check_goal": "keep", "not_enough_information": "keep"}


class DecisionForm(SoonerForm):
    """What happens with the support, in the words of the person who decides."""

    kind = RadioField(label="What do you decide?", reveals={"step_up": "up_to", "fade": "down_to"}, missing="Choose what happens with the support")
    up_to = RadioField(label="To which tier?", required=False)
    down_to = RadioField(label="To which tier?", required=False, called="Tier after fading")
    reason = LongTextField(label="Why?", hint="The family reads it. If you decide otherwise than proposed, say what the numbers do not show.", missing="Give the reason for the decision", rows=5)
    family_view = LongTextField(label="What does the family say about it?", required=False, rows=3)
    alternative = TextField(label="What else did you consider?", required=False, max_length=200)

    @property
    def to_tier(self) -> int | None:
        """The tier chosen under the choice, if any."""
        chosen = {"step_up": "up_to", "fade": "down_to"}.get(self.cleaned_data.get("kind", ""), "")
        return int(self.cleaned_data[chosen]) if chosen and self.cleaned_data.get(chosen) else None


def decision(request: PageRequest, child: "Child", goal: int) -> HttpResponse:
    """The page of one decision; on POST keep it, move the child and tell the family."""
    found = goal_for(request.viewer, child, goal)
    if request.headers.get("X-Autosave"):
        _keep(request, child, found)
        return HttpResponse(status=204)
    review = review_of(request.viewer, child, found)
    form = _form(request, child, review, request.POST or request.kept or _kept(request, child, found))
    if request.method == "POST" and form.is_valid():
        to_tier = child.tier if form.cleaned_data["kind"] not in {"step_up", "fade"} else form.to_tier
        if to_tier is None:
            form.add_error("up_to" if form.cleaned_data["kind"] == "step_up" else "down_to", "Choose the tier")
        elif request.POST.get("shown") != mark_of(review.evidence):
            form.add_error(None, "The evidence changed while you were deciding. Look at it again, then save.")
        else:
            return _decided(request, child, found, form, to_tier, review)
    elif request.method != "POST" and form.is_bound:
        form.errors.clear()
    return render(request, "school/progress/decision.html", {"form": form, **_context(request, child, review)})


def decided(request: PageRequest, child: "Child", move: int) -> HttpResponse:
    """What was decided, who was told, and who is next."""
    found = decision_for(request.viewer, child, move)
    if found is None:
        raise NotFound
    pack = tier_pack(request.viewer, child)
    waiting = decisions_due(request.viewer)
    next_address = record_address(waiting[0].child, f"progress/{waiting[0].goal.pk}/decision/") if waiting else ""
    return render(request, "school/progress/decided.html", {
        "child": child, "move": found, "kind_words": KINDS.get(found.kind, found.kind), "progress_address": record_address(child, "progress/"),
        "from_tier": tier_named(pack, found.from_tier), "to_tier": tier_named(pack, found.to_tier), "reference": child.reference,
        "told": len(entitled_people(child, viewer=request.viewer)), "next_address": next_address, "left": len(waiting),
        "proposed_otherwise": PROPOSED.get(found.proposed_kind, found.proposed_kind) not in {"", found.kind},
    })  # fmt: skip


def _decided(request: PageRequest, child: "Child", goal: "Goal", form: DecisionForm, to_tier: int, review: Review) -> HttpResponse:
    said = form.cleaned_data
    try:
        move = decide(
            viewer=request.viewer, child=child, goal=goal, kind=said["kind"], to_tier=to_tier, reason=said["reason"],
            family_view=said["family_view"], alternative=said["alternative"], evidence=review.evidence,
        )
    except CannotAssess as refusal:
        form.add_error(None, str(refusal))
        return render(request, "school/progress/decision.html", {"form": form, **_context(request, child, review)})
    drafts.discard_draft(holder=drafts.holder_of(request.viewer, request.session), journey=JOURNEY, about=_about(child, goal))
    return redirect(record_address(child, f"progress/decided/{move.pk}/"))


def _form(request: PageRequest, child: "Child", review: Review, data: QueryDict | None) -> DecisionForm:
    """The choices that the present tier allows, the proposed one marked and none chosen beforehand."""
    form = DecisionForm(data or None)
    tiers = tier_model(tier_pack(request.viewer, child)).tiers
    above = [(str(tier.number), tier.name) for tier in tiers if tier.number > child.tier]
    below = [(str(tier.number), tier.name if tier.number < child.tier else f"Stay in {tier.name}, with less") for tier in tiers if tier.number <= child.tier]
    proposed = PROPOSED.get(review.proposal.kind, review.proposal.kind)
    choices = [(key, f"{words} (proposed)" if key == proposed else words) for key, words in KINDS.items() if key != "step_up" or above]
    with_choices(form, "kind", choices)
    with_choices(form, "up_to", above)
    with_choices(form, "down_to", below)
    return form


def _context(request: PageRequest, child: "Child", review: Review) -> dict[str, object]:
    goal, pack = review.due.goal, tier_pack(request.viewer, child)
    return {
        "child": child, "goal": goal, "review": review, "proposal": review.proposal, "shown": mark_of(review.evidence),
        "tier": tier_named(pack, child.tier), "target": tier_named(pack, review.proposal.target_tier), "back": record_address(child, "progress/"),
        "told": [person.name for person in entitled_people(child, viewer=request.viewer)], "autosave_url": request.path,
        "chart": charts_of(request.viewer, child, [review])[goal.pk], "settling": settling(review),
        "rows": evidence_rows(goal, review), "rates": rates_for(review), "family_says": review.judgement.family_sentence,
    }  # fmt: skip


def mark_of(evidence: Mapping[str, object]) -> str:
    """A short mark of the evidence that a person saw."""
    return hashlib.sha256(json.dumps(evidence, sort_keys=True).encode()).hexdigest()[:16]


def _about(child: "Child", goal: "Goal") -> str:
    return f"{child.reference}:{goal.pk}"


def _keep(request: PageRequest, child: "Child", goal: "Goal") -> None:
    typed = {name: request.POST.getlist(name) for name in request.POST if name in DecisionForm.base_fields}
    holder = drafts.holder_of(request.viewer, request.session)
    drafts.keep_answers(viewer=request.viewer, holder=holder, journey=JOURNEY, about=_about(child, goal), step="form", answers=typed)


def _kept(request: PageRequest, child: "Child", goal: "Goal") -> QueryDict | None:
    holder = drafts.holder_of(request.viewer, request.session)
    kept = drafts.draft_answers(holder=holder, journey=JOURNEY, about=_about(child, goal)).get("form")
    return drafts.as_typed(kept) if kept else None
