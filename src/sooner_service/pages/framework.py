"""How a page comes to be shown: every address says which record and action it needs, and the view gets only what the viewer may reach.

An audience lists its addresses as data in its `addresses.py`. The generated access test reads the same list.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal, cast
from urllib.parse import urlencode

from django.db import IntegrityError, transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect, render
from django.urls import URLPattern, path
from django.utils.http import url_has_allowed_host_and_scheme

from sooner_service.design.tokens import is_token_of
from sooner_service.ehc.queries.cases import case_for
from sooner_service.register import drafts, submissions
from sooner_service.register.access import SETTING_ROLES, NotFound, Refused, Viewer, child_for, must
from sooner_service.register.acting import opened
from sooner_service.register.refusals import note_refusal

Scope = Literal["public", "signed_in", "family", "organisation", "child", "case"]
View = Callable[..., HttpResponse]
INTERRUPTED = "interrupted"
METHODS = ("GET", "HEAD", "POST")


@dataclass(frozen=True)
class Address:
    """One address: where, what it shows, who it is for and which permission it needs."""

    path: str
    view: View
    name: str
    scope: Scope
    record: str = ""
    action: str = ""
    is_opening: bool = True
    keeps_typing: bool = True


class PageRequest(HttpRequest):
    """A request with its viewer, and what was typed before a lost session."""

    viewer: Viewer
    kept: QueryDict | None


def public_page(path: str, view: View, *, name: str) -> Address:
    """A page for anyone, without an account."""
    return Address(path, view, name, "public")


def signed_in_page(path: str, view: View, *, name: str) -> Address:
    """A page about the signed-in person only."""
    return Address(path, view, name, "signed_in")


def family_page(path: str, view: View, *, name: str) -> Address:
    """A page for a parent, carer or young person about all their children."""
    return Address(path, view, name, "family")


def organisation_page(path: str, view: View, *, name: str, record: str, action: str) -> Address:
    """A page about the viewer's own organisation."""
    return Address(path, view, name, "organisation", record, action)


def child_page(path: str, view: View, *, name: str, record: str, action: str, is_opening: bool = True) -> Address:
    """A page about one child: the path has `<str:child>`, the view gets the child the viewer may reach.

    `is_opening` is whether looking at it is kept as opening the child's record.
    """
    return Address(path, view, name, "child", record, action, is_opening)


def case_page(path: str, view: View, *, name: str, record: str, action: str) -> Address:
    """A page about one EHC case: the path has `<str:case>`, the view gets the case the viewer may reach."""
    return Address(path, view, name, "case", record, action)


def sealed(address: Address) -> Address:
    """The same address, where what is typed is never kept, not even encrypted: a lost session loses it."""
    return replace(address, keeps_typing=False)


ROLES_OF_AUDIENCE: Mapping[str, frozenset[str]] = {
    "family": frozenset({"parent", "young_person"}),
    "school": SETTING_ROLES,
    "specialist": frozenset({"specialist", "service_manager"}),
    "adviser": frozenset({"sendiass_adviser", "advice_manager"}),
    "authority": frozenset({"ehc_co_ordinator", "send_manager", "data_officer", "authority_administrator"}),
}
"""Whose pages these are. A page written for staff shows what a parent who may see the same record must not: names, restrictions."""


def urls_of(addresses: tuple[Address, ...], *, audience: str = "") -> list[URLPattern]:
    """The guarded addresses of one audience for Django."""
    roles = ROLES_OF_AUDIENCE.get(audience)
    return [path(address.path, guarded(address, roles=roles), name=address.name) for address in addresses]


def guarded(address: Address, *, roles: frozenset[str] | None = None) -> View:
    """The view behind its checks: signed in, allowed, one of the audience's roles (None: any), journalled, submitted once."""

    def page(request: HttpRequest, **captured: Any) -> HttpResponse:
        page_request = cast(PageRequest, request)
        page_request.kept = None
        if request.method not in METHODS:
            return HttpResponseNotAllowed(METHODS)
        if address.scope != "public" and page_request.viewer.person is None:
            return _ask_to_sign_in(page_request, keeps_typing=address.keeps_typing)
        if address.scope != "public" and request.method == "GET":
            page_request.kept = _kept_before_sign_in(page_request)
        try:
            return _answer(address, page_request, captured, roles)
        except Refused as refusal:
            note_refusal(page_request.viewer, name=address.name)
            return render(request, "errors/refused.html", {"sentence": str(refusal)}, status=403)
        except NotFound as nothing:
            note_refusal(page_request.viewer, name=address.name)
            raise Http404 from nothing

    page.__name__ = address.view.__name__
    return page


def _answer(address: Address, request: PageRequest, captured: dict[str, Any], roles: frozenset[str] | None) -> HttpResponse:
    arguments = _reach(address, request.viewer, captured)
    if roles is not None and request.viewer.role not in roles:
        raise Refused("This page is written for another role. Your own pages are in the menu above.")
    response = _submitted_once(address, request, arguments) if request.method == "POST" else address.view(request, **arguments)
    if request.method == "POST" and isinstance(response, HttpResponseRedirect):
        _forget_kept(request)
    child = arguments.get("child")
    if child is None and "case" in arguments:
        child = arguments["case"].child
    # A form that comes back with a mistake shows the record again, and so does a form sent to a page that has none.
    if request.method != "HEAD" and address.is_opening and child is not None and response.status_code == 200:
        opened(request.viewer, child=child, record=address.record)
    return response


def _reach(address: Address, viewer: Viewer, captured: dict[str, Any]) -> dict[str, Any]:
    if address.scope == "child":
        return {**captured, "child": child_for(viewer, captured["child"], record=address.record, action=address.action)}
    if address.scope == "case":
        return {**captured, "case": case_for(viewer, captured["case"], record=address.record, action=address.action)}
    if address.scope == "organisation":
        must(viewer, record=address.record, action=address.action)
    if address.scope == "family" and not viewer.is_family:
        raise Refused("This page is for families. Switch to your family role to see your own children.")
    return captured


def _submitted_once(address: Address, request: PageRequest, arguments: dict[str, Any]) -> HttpResponse:
    """The view's answer, kept under the form's token: a second arrival of the same form is sent to the first one's result."""
    token = request.POST.get("token", "")
    if not token or request.headers.get("X-Autosave"):
        return address.view(request, **arguments)
    try:
        with transaction.atomic():
            submission = submissions.begin(token, at=request.viewer.now)
            response = address.view(request, **arguments)
            if isinstance(response, HttpResponseRedirect):
                submissions.finish(submission, result=response.url)
            else:
                submission.delete()
            return response
    except IntegrityError:
        earlier = submissions.result_of(token)
        if earlier is None:
            raise
        return redirect(earlier)


def _ask_to_sign_in(request: PageRequest, *, keeps_typing: bool) -> HttpResponse:
    """To sign-in and back. Whatever was typed into a form whose session had ended is kept, encrypted, until then.

    The form's token says whose form it was: the next person at a shared computer is not given another's words.
    """
    if request.method == "POST" and keeps_typing:
        holder = drafts.holder_of(request.viewer, request.session)
        typed = {key: request.POST.getlist(key) for key in request.POST if key not in {"csrfmiddlewaretoken", "token"}}
        drafts.keep_answers(viewer=request.viewer, holder=holder, journey=INTERRUPTED, about=request.path, step="form", answers=typed)
        request.session[INTERRUPTED] = {"holder": holder, "path": request.path, "token": request.POST.get("token", "")}
        if request.headers.get("X-Autosave"):
            return HttpResponse(status=401)
    return redirect(f"/sign-in/?{urlencode({'next': request.path})}")


def _kept_before_sign_in(request: PageRequest) -> QueryDict | None:
    """What the same person typed into this page before being asked to sign in again."""
    waiting = request.session.get(INTERRUPTED)
    if not waiting or waiting["path"] != request.path or not is_token_of(request.viewer, waiting.get("token", "")):
        return None
    answers = drafts.draft_answers(holder=waiting["holder"], journey=INTERRUPTED, about=request.path).get("form")
    return drafts.as_typed(answers) if answers is not None else None


def _forget_kept(request: PageRequest) -> None:
    """The words have been sent: they must not stand in the form again."""
    waiting = request.session.get(INTERRUPTED)
    if waiting and waiting["path"] == request.path:
        drafts.discard_draft(holder=waiting["holder"], journey=INTERRUPTED, about=request.path)
        del request.session[INTERRUPTED]


def safe_next(request: HttpRequest, fallback: str) -> str:
    """The address to go back to, if it is one of ours."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure())
    return wanted if wanted and is_ours else fallback
