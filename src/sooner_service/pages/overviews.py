"""The overview that leaders of a setting and of an area share: a few numbers, one chart, one table."""

from django.http import HttpResponse
from django.shortcuts import render

from sooner.evidence.disclosure import HIDDEN_WORDS
from sooner_service.assessment.queries.overview import Overview, overview_of
from sooner_service.design.bars import Bar, BarChart
from sooner_service.pages.framework import PageRequest
from sooner_service.register.access import may
from sooner_service.register.acting import listed


def overview_page(request: PageRequest, *, template: str, list_address: str) -> HttpResponse:
    """The numbers of the viewer's own organisation. `list_address` is where the children behind a number are listed, if anywhere."""
    found = overview_of(request.viewer)
    listed(request.viewer, record="overview", count=len(found.tiers))
    context = {
        "overview": found,
        "chart": _waits_chart(found),
        "list_address": list_address if found.is_exact else "",
        "hidden_words": HIDDEN_WORDS,
        "may_export": may(request.viewer, record="export", action="make").is_allowed,
        "running_percent": None if found.headline.running_share is None else round(100 * found.headline.running_share),
        "delivered_percent": None if found.promises.delivered_share is None else round(100 * found.promises.delivered_share),
    }
    return render(request, template, context)


def _waits_chart(found: Overview) -> BarChart:
    """How long those whose support has started had waited."""
    bars = tuple(Bar(words=name.capitalize(), count=count, note="" if count is not None else "not shown") for name, count in found.waits_by_band.items())
    started = found.headline.concerns - found.headline.open_waits
    shown = f"Of {found.headline.concerns} concerns in the last year, support has started for {started}."
    sentence = shown if found.is_exact else "How long children waited from the first concern to the first session of support."
    return BarChart(title="Time to support", sentence=sentence, unit="concerns whose support has started", bars=bars, key="waits")
