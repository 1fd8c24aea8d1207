"""The first page of a child's record: where things stand, what is next and who must do it, in one look."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from sooner.assessment.tiers import tier_named
from sooner_service.assessment.queries.baselines import baselines_of, sentences_of
from sooner_service.assessment.queries.children import next_for
from sooner_service.assessment.queries.concerns import concerns_of
from sooner_service.assessment.queries.tray import TrayRow
from sooner_service.assessment.queries.views import open_requests, views_of
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.frame import frame
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.school.to_do import action_of
from sooner_service.plans.queries.provision import ledger_of, total_of
from sooner_service.register.permissions import relationships_allowing
from sooner_service.register.queries.area import tier_pack

if TYPE_CHECKING:
    from sooner_service.register.access import Viewer
    from sooner_service.register.models import Child

DONE = {
    "answered": "You have answered the concern. The family has been told that somebody has taken it up.",
    "closed": "The concern is closed.",
    "view": "The words are kept.",
    "asked": "The family has been asked. Their answer appears here.",
}
SHOWN_VIEWS = 5


def record(request: PageRequest, child: "Child") -> HttpResponse:
    """The overview of one child."""
    viewer = request.viewer
    concerns = concerns_of(viewer, child)
    baselines = baselines_of(viewer, child)
    latest = baselines[0] if baselines else None
    ledger = [row for row in ledger_of(viewer, child, viewer.on) if row.is_running]
    due = next_for(viewer, child, concerns)
    context = {
        **frame(request, child, "overview"),
        "tier": tier_named(tier_pack(viewer, child), child.tier),
        "next_step": _next_step(viewer, child, due),
        "concerns": concerns,
        "baseline": latest,
        "sentences": sentences_of(latest) if latest else (),
        "ledger": ledger,
        "total": total_of(ledger),
        "views": views_of(viewer, child)[:SHOWN_VIEWS],
        "questions": open_requests(viewer, child),
        "may": {name: _opens(viewer, *needed) for name, needed in LINKS.items()},
        "done": DONE.get(request.GET.get("done", ""), ""),
    }
    return render(request, "school/children/record.html", context)


LINKS = {
    "note": ("concern", "note"),
    "answer": ("concern", "acknowledge"),
    "support": ("support", "start"),
    "baseline": ("baseline", "complete"),
    "view": ("views", "add"),
    "ask": ("views", "ask"),
    "ehc": ("ehc_request", "make"),
    "case": ("ehc_case", "see"),
}


def _opens(viewer: "Viewer", record: str, action: str) -> bool:
    """Whether a link is worth showing to this role; the page behind it decides."""
    return bool(relationships_allowing(role=viewer.role, record=record, action=action))


def _next_step(viewer: "Viewer", child: "Child", due: TrayRow | None) -> dict[str, object] | None:
    if due is None:
        return None
    words, kind = due.status(viewer.on)
    link_words, place = action_of(due)
    return {
        "words": due.what, "owner": due.waiting_on, "by": due.act_by, "status_words": words, "kind": kind,
        "href": record_address(child, place), "link_words": link_words,
    }
