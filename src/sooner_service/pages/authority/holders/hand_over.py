"""Handing over all open cases of somebody who leaves, or is away, in one action."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import with_choices
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.holders import hand_over
from sooner_service.ehc.queries.cases import has_left, holders, past_and_present_holders
from sooner_service.pages.authority.case.forms import HandOverForm
from sooner_service.pages.framework import PageRequest


def hand_over_cases(request: PageRequest) -> HttpResponse:
    """Who holds how many, from whom to whom."""
    rows = past_and_present_holders(request.viewer)
    leavers = {str(held.pk): held for held, _ in rows}
    takers = {str(held.pk): held for held in holders(request.viewer)}
    form = HandOverForm(request.POST or request.kept or None)
    with_choices(form, "leaver", (
        (str(held.pk), f"{held.person.name}{', who has left' if has_left(request.viewer, held) else ''}: {count} open") for held, count in rows
    ))
    with_choices(form, "to", [(key, held.person.name) for key, held in takers.items()])
    if request.method == "POST" and form.is_valid():
        try:
            count = hand_over(viewer=request.viewer, leaver=leavers[form.cleaned_data["leaver"]], to=takers[form.cleaned_data["to"]])
            return redirect(f"/authority/hand-over/?done={count}")
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return render(request, "authority/holders/hand_over.html", {"form": form, "rows": rows, "done": request.GET.get("done", "")})
