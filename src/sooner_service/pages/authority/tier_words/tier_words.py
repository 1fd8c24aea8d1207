"""Choosing the words for the tiers: two packs side by side, and what changes when you switch (only words)."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.assessment.tiers import PACKS, tier_model
from sooner_service.design.forms import RadioField, SoonerForm
from sooner_service.pages.framework import PageRequest
from sooner_service.register.actions.area import set_tier_model
from sooner_service.register.queries.area import tier_choices_made, tier_pack


class PackForm(SoonerForm):
    """Which words."""

    pack = RadioField(label="Which words should this area use?", choices=[(pack, tier_model(pack).name) for pack in PACKS])


def tier_words(request: PageRequest) -> HttpResponse:
    """Show both sets of words beside the stored numbers, and keep the choice."""
    now = tier_pack(request.viewer)
    form = PackForm(request.POST or request.kept or None, initial={"pack": now})
    if request.method == "POST" and form.is_valid():
        set_tier_model(viewer=request.viewer, pack=form.cleaned_data["pack"])
        return redirect("/authority/tier-words/?done=set")
    models = [tier_model(pack) for pack in PACKS]
    context = {
        "form": form,
        "now": tier_model(now),
        "models": models,
        "rows": [(tiers[0].number, tiers) for tiers in zip(*(model.tiers for model in models), strict=True)],
        "earlier": [(tier_model(next(p for p in PACKS if p == each.value)).name, each) for each in tier_choices_made(request.viewer)],
        "done": request.GET.get("done", ""),
    }
    return render(request, "authority/tier_words/tier_words.html", context)
