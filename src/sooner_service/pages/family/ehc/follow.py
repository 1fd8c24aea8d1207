"""Following an EHC case: its stages, its dates and why, its letters, its plan, and what may be used as evidence."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.queries.case_asks import case_asks
from sooner_service.advice.queries.case_papers import letter_for, papers_of, sent_plan
from sooner_service.advice.queries.my_case import evidence_for, evidence_of, my_case
from sooner_service.design.forms import RadioField, SoonerForm
from sooner_service.ehc.actions.evidence import CannotAttach, answer_offer
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import EvidenceItem
    from sooner_service.register.models import Child


class OfferForm(SoonerForm):
    """Yes or no to one paper."""

    may_use = RadioField(
        label="May the council use this?", choices=(("yes", "Yes, they may use it"), ("no", "No, leave it out")), missing="Choose yes or no"
    )


def follow(request: PageRequest, child: "Child") -> HttpResponse:
    """Where the case has got to; where there is none, how to ask."""
    case = my_case(request.viewer, child)
    papers = papers_of(request.viewer, child) if case else {}
    asks = case_asks(request.viewer, child) if case else None
    return render(request, "family/ehc/follow.html", about(request, child, case=case, asks=asks, done=request.GET.get("done", ""), **papers))


def letter(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """One of the council's letters, as it was sent."""
    return render(request, "family/ehc/letter.html", about(request, child, letter=letter_for(request.viewer, child, number)))


def ehc_plan(request: PageRequest, child: "Child") -> HttpResponse:
    """The draft or final EHC plan, section by section."""
    return render(request, "family/ehc/ehc_plan.html", about(request, child, plan=sent_plan(request.viewer, child)))


def evidence(request: PageRequest, child: "Child") -> HttpResponse:
    """Every paper that was offered, and what was said about it."""
    case, items = evidence_of(request.viewer, child)
    context = about(request, child, case=case, items=items, done=request.GET.get("done", ""))
    return render(request, "family/ehc/evidence.html", context)


def answer(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """Say yes or no to one paper."""
    item = evidence_for(request.viewer, child, number)
    first = {"may_use": "yes"} if item.family_agreed_at else {"may_use": "no"} if item.family_declined_at else None
    form = OfferForm(request.POST or request.kept or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            answer_offer(viewer=request.viewer, item=item, is_yes=form.cleaned_data["may_use"] == "yes")
            return redirect(f"{here(child)}ehc/evidence/?done={form.cleaned_data['may_use']}")
        except CannotAttach as problem:
            form.add_error(None, str(problem))
    return render(request, "family/ehc/answer.html", about(request, child, form=form, item=item, read_at=_where_it_is_read(child, item)))


def _where_it_is_read(child: "Child", item: "EvidenceItem") -> str:
    """The page on which the family reads the paper itself; empty where there is none."""
    place = {"baseline": "baseline/", "plan": "plan/", "decision": "progress/"}.get(item.kind)
    return f"{here(child)}{place}" if place else ""
