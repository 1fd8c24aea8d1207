"""The adviser's families, and each record as far as the family's grant reaches. Nothing here can be changed."""

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.advice.queries.case_papers import papers_of
from sooner_service.advice.queries.casework import families_of, themes_counted
from sooner_service.advice.queries.my_case import my_case
from sooner_service.advice.queries.my_plan import my_plan
from sooner_service.advice.queries.present import present
from sooner_service.advice.queries.progress import decisions_about, goal_pictures
from sooner_service.advice.queries.support import support_line, support_of
from sooner_service.advice.queries.words import views_for_adviser
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed

if TYPE_CHECKING:
    from sooner_service.register.models import Child

TABS = (("overview", "Overview", ""), ("support", "Support", "support/"), ("plan", "Plan", "plan/"), ("progress", "Progress", "progress/"),
        ("ehc", "EHC case", "ehc/"), ("views", "Views", "views/"), ("notes", "Our notes", "notes/"))  # fmt: skip


def record_of(child: "Child", current: str, **more: object) -> dict[str, object]:
    """The context of one tab of a family's record."""
    here = f"/adviser/families/{child.reference}/"
    tabs = [(words, f"{here}{address}", key == current) for key, words, address in TABS]
    facts = [("Reference", child.reference), ("Born", child.born_on), ("Setting", child.setting.name if child.setting else "None at present")]
    return {"child": child, "here": here, "tabs": tabs, "key_facts": facts, **more}


def families(request: PageRequest) -> HttpResponse:
    """The families that opened their record to the service."""
    search = request.GET.get("search", "").strip()
    page = Paginator(families_of(request.viewer, search=search), 50).get_page(request.GET.get("page"))
    listed(request.viewer, record="child", count=len(page.object_list), query={"search": bool(search)})
    context = {"page": page, "search": search, "themes": themes_counted(request.viewer)}
    return render(request, "adviser/families/families.html", context)


def overview(request: PageRequest, child: "Child") -> HttpResponse:
    """What is happening, as the family is told it."""
    _, answers = present(request.viewer, child)
    return render(request, "adviser/families/overview.html", record_of(child, "overview", answers=answers))


def support(request: PageRequest, child: "Child") -> HttpResponse:
    """Promised, delivered, owed."""
    return render(request, "adviser/families/support.html", record_of(child, "support", support=support_of(request.viewer, child)))


def sessions(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """One support, session by session."""
    line, found = support_line(request.viewer, child, number)
    return render(request, "adviser/families/sessions.html", record_of(child, "support", line=line, sessions=found))


def plan(request: PageRequest, child: "Child") -> HttpResponse:
    """The newest shared or final plan."""
    return render(request, "adviser/families/plan.html", record_of(child, "plan", plan=my_plan(request.viewer, child)))


def progress(request: PageRequest, child: "Child") -> HttpResponse:
    """Goals and decisions."""
    pictures, decisions = goal_pictures(request.viewer, child), decisions_about(request.viewer, child)
    return render(request, "adviser/families/progress.html", record_of(child, "progress", pictures=pictures, decisions=decisions))


def ehc(request: PageRequest, child: "Child") -> HttpResponse:
    """The EHC case: stages, dates with their authority, letters and the plan."""
    case = my_case(request.viewer, child)
    papers = papers_of(request.viewer, child) if case else {}
    return render(request, "adviser/families/ehc.html", record_of(child, "ehc", case=case, **papers))


def views(request: PageRequest, child: "Child") -> HttpResponse:
    """What the family has said."""
    return render(request, "adviser/families/views.html", record_of(child, "views", said=views_for_adviser(request.viewer, child)))
