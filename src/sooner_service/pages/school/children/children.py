"""The children of a setting: searched, narrowed and sorted, by initials unless names are asked for."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner.assessment.tiers import tier_model, tier_named
from sooner_service.assessment.queries.children import classes_listed, listed_children
from sooner_service.design.forms import SelectField, SoonerForm, TextField, with_choices
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.shared_screen import shows_names
from sooner_service.register.acting import listed
from sooner_service.register.queries.area import tier_pack

A_PAGE = 25
EVERYBODY = ("", "Everybody")


class ListForm(SoonerForm):
    """What narrows the list. Its answers stay in the address."""

    search = TextField(label="Name or reference", required=False)
    tier = SelectField(label="Tier", required=False)
    school_class = SelectField(label="Class", required=False)
    waiting = SelectField(label="Support", required=False, choices=(EVERYBODY, ("yes", "Waiting for a first session")))


def children(request: PageRequest) -> HttpResponse:
    """The list."""
    viewer, pack = request.viewer, tier_pack(request.viewer)
    filters = ListForm(request.GET)
    with_choices(filters, "tier", [EVERYBODY, *((str(each.number), each.name) for each in tier_model(pack).tiers)])
    with_choices(filters, "school_class", [EVERYBODY, *((str(each.pk), each.name) for each in classes_listed(viewer))])
    asked = {name: request.GET.get(name, "").strip() for name in ("search", "tier", "school_class", "sort")}
    found = listed_children(viewer, **asked, waiting=request.GET.get("waiting") == "yes")
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    rows = [(child, tier_named(pack, child.tier).name) for child in page.object_list]
    listed(viewer, record="child", count=len(rows), query={**asked, "search": bool(asked["search"])})
    is_narrowed = any(request.GET.get(name) for name in filters.fields)
    context = {"page": page, "rows": rows, "filters": filters, "shows_names": shows_names(request), "is_narrowed": is_narrowed}
    return render(request, "school/children/children.html", context)
