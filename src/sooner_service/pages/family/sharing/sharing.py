"""From the day that a young person's own rights begin: who sees my record, parent by parent."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.actions.sharing import CannotShare, choose_sharing
from sooner_service.advice.queries.my_children import parent_for, parents_of
from sooner_service.design.forms import CheckboxesField, RadioField, SoonerForm
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import AdultLink, Child

RIGHTS = (
    ("may_message", "Get messages about me"),
    ("may_see_setting", "See where I go to school or college"),
    ("may_see_timetable", "See the days of my sessions"),
    ("may_see_staff_names", "See the names of staff"),
    ("may_see_address", "See my address"),
)


class SharingForm(SoonerForm):
    """The choice about one parent."""

    shares = RadioField(label="May this person see my record?", choices=(("yes", "Yes"), ("no", "No")), missing="Choose yes or no")
    rights = CheckboxesField(label="If yes, what else may they do?", choices=RIGHTS, required=False, hint="Leave a box empty to keep it closed.")


def sharing(request: PageRequest, child: "Child") -> HttpResponse:
    """The parents and what was chosen for each."""
    context = about(request, child, links=parents_of(request.viewer, child), done=request.GET.get("done", ""))
    return render(request, "family/sharing/sharing.html", context)


def choose(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """Choose for one parent."""
    link = parent_for(request.viewer, child, number)
    form = SharingForm(request.POST or request.kept or None, initial=_as_it_is(link))
    if request.method == "POST" and form.is_valid():
        try:
            shares = form.cleaned_data["shares"] == "yes"
            choose_sharing(viewer=request.viewer, child=child, link=link, shares=shares, rights=form.cleaned_data["rights"])
            return redirect(f"{here(child)}sharing/?done={'shared' if shares else 'closed'}")
        except CannotShare as problem:
            form.add_error(None, str(problem))
    return render(request, "family/sharing/choose.html", about(request, child, form=form, link=link))


def _as_it_is(link: "AdultLink") -> dict[str, object]:
    if not link.after_own_rights:
        return {}
    shares = link.after_own_rights == "agrees"
    return {"shares": "yes" if shares else "no", "rights": [right for right, _ in RIGHTS if getattr(link, right)] if shares else []}
