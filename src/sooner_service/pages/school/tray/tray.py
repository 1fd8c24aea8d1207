"""What needs the setting, overdue first, with one thing to do in each row."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.assessment.queries.tray import SOON_DAYS, TO_DO, TrayRow, tray_of, with_children
from sooner_service.design.forms import SelectField, SoonerForm
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.school.shared_screen import shows_names
from sooner_service.pages.school.to_do import action_of
from sooner_service.register.acting import listed
from sooner_service.register.permissions import relationships_allowing
from sooner_service.register.queries.letters import letters_of_setting

A_PAGE = 25


class TrayForm(SoonerForm):
    """What narrows the tray."""

    to_do = SelectField(label="What", required=False, choices=(("", "Everything"), *TO_DO.items()))
    when = SelectField(label="When", required=False, choices=(("", "Any time"), ("late", "Late"), ("soon", "Late or due soon")))


def tray(request: PageRequest) -> HttpResponse:
    """The work tray."""
    viewer = request.viewer
    to_do, when = request.GET.get("to_do", ""), request.GET.get("when", "")
    found = tray_of(viewer)
    rows = [row for row in found if (not to_do or row.to_do == to_do) and _is_wanted(row, when, request)]
    if request.GET.get("sort") == "-act_by":
        rows.reverse()
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    listed(viewer, record="tray", count=len(page.object_list), query={"to_do": to_do, "when": when})
    context = {
        "page": page,
        "shown": [(row, *_drawn(row, request)) for row in with_children(page.object_list)],
        "filters": TrayForm(request.GET),
        "letters": letters_of_setting(viewer).count() if relationships_allowing(role=viewer.role, record="letter", action="send") else 0,
        "late": sum(row.days_late > 0 for row in found),
        "is_narrowed": bool(to_do or when),
        "shows_names": shows_names(request),
    }
    return render(request, "school/tray/tray.html", context)


def _is_wanted(row: TrayRow, when: str, request: PageRequest) -> bool:
    if when == "late":
        return row.days_late > 0
    is_soon = row.act_by is not None and (row.act_by - request.viewer.on).days <= SOON_DAYS
    return row.days_late > 0 or is_soon if when == "soon" else True


def _drawn(row: TrayRow, request: PageRequest) -> tuple[str, str, str, str]:
    """The status words and kind, and the words and address of the one action."""
    words, place = action_of(row)
    return (*row.status(request.viewer.on), words, record_address(row.child, place))
