"""The viewer's own messages: newest first, marked read one by one or all at once."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.actions.messages import mark_all_read, mark_read
from sooner_service.advice.queries.messages import message_for, messages_of, unread_number
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed

ADDRESS = "/family/messages/"


def messages(request: PageRequest) -> HttpResponse:
    """The viewer's own messages."""
    page = Paginator(messages_of(request.viewer), 20).get_page(request.GET.get("page"))
    listed(request.viewer, record="notice", count=len(page.object_list))
    context = {"page": page, "unread": unread_number(request.viewer), "done": request.GET.get("done", "")}
    return render(request, "family/messages/messages.html", context)


def read_one(request: PageRequest, number: int) -> HttpResponse:
    """Mark one message as read."""
    if request.method == "POST":
        mark_read(viewer=request.viewer, notice=message_for(request.viewer, number))
    return redirect(f"{ADDRESS}?done=read")


def read_all(request: PageRequest) -> HttpResponse:
    """Mark every message as read."""
    if request.method == "POST":
        mark_all_read(viewer=request.viewer, notices=messages_of(request.viewer).filter(read_at__isnull=True))
    return redirect(f"{ADDRESS}?done=read")
