"""My children, and the page about one of them: five answers first, everything else below."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.queries.messages import unread_number
from sooner_service.advice.queries.my_children import (
    has_limited_contact,
    limited_page,
    my_children,
    now_deciding,
    own_link,
    own_rights_warning,
)
from sooner_service.advice.queries.present import present
from sooner_service.advice.queries.pulses import may_be_asked, stage_of
from sooner_service.advice.rights import rights_of
from sooner_service.pages.family.about import about, here, parts
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed

if TYPE_CHECKING:
    from sooner_service.register.models import Child


def home(request: PageRequest) -> HttpResponse:
    """The children of this adult; with one child, that child's page at once."""
    children = my_children(request.viewer)
    deciding = now_deciding(request.viewer)
    if len(children) == 1 and not deciding:
        return redirect(here(children[0]))
    listed(request.viewer, record="child", count=len(children))
    context = {"children": children, "deciding": deciding, "unread": unread_number(request.viewer)}
    return render(request, "family/home/home.html", context)


def child_home(request: PageRequest, child: "Child") -> HttpResponse:
    """What is happening, what is next, by when, who to talk to, what you can do. With limited contact: only what was opened."""
    if has_limited_contact(request.viewer, child):
        context = about(request, child, limited=limited_page(request.viewer, child), unread=unread_number(request.viewer))
        return render(request, "family/home/limited.html", context)
    facts, answers = present(request.viewer, child)
    stage = stage_of(facts)
    context = about(
        request, child,
        answers=answers,
        parts=parts(request, child),
        unread=unread_number(request.viewer),
        own_rights=own_rights_warning(request.viewer, child),
        asks_pulse=may_be_asked(request.viewer, child, stage),
        done=request.GET.get("done", ""),
    )
    return render(request, "family/home/child.html", context)


def me(request: PageRequest, child: "Child") -> HttpResponse:
    """What is noted about this adult's own place in the child's life, and nobody else's."""
    if request.viewer.role == "young_person":
        return redirect(f"{here(child)}sharing/")
    link = own_link(request.viewer, child)
    rights = rights_of(request.viewer, child)
    opened = (
        ("Get messages", rights.gets_messages),
        ("See which school or setting", rights.sees_setting),
        ("See the days of sessions", rights.sees_timetable),
        ("See the names of staff", rights.sees_staff_names),
        ("See the child's address", rights.sees_address),
    )
    context = about(request, child, link=link, opened=opened, own_rights=own_rights_warning(request.viewer, child))
    return render(request, "family/home/me.html", context)
