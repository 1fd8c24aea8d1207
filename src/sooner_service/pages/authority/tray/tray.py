"""The work tray (open cases, overdue first) and the list of all cases."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from sooner_service.design.forms import SelectField, SoonerForm, TextField, with_choices
from sooner_service.ehc.queries.cases import holders
from sooner_service.ehc.queries.file import owner_words
from sooner_service.ehc.queries.letters import letters_waiting
from sooner_service.ehc.queries.trays import Wanted, all_cases, limit_note, owners_waiting, states_in_use, timing_of, tray
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from sooner_service.ehc.models import Case

ROWS = 25
TIMINGS = (("", "Any"), ("late", "Late"), ("soon", "Due in the next ten days"), ("later", "Due later"), ("exempt", "Limit does not apply: exemption"), ("none", "Nothing due"))


class Filters(SoonerForm):
    """How the list is narrowed. The choices stand in the address."""

    search = TextField(label="Case reference or child's name", required=False, max_length=60)
    timing = SelectField(label="When it is due", choices=TIMINGS, required=False)
    whose = SelectField(label="Whose cases", required=False)
    owner = SelectField(label="Waiting on", required=False)
    state = SelectField(label="Where the case is", required=False)


@dataclass(frozen=True)
class Row:
    """A case as a line of the list."""

    case: "Case"
    what: str
    waiting_on: str
    status_words: str
    kind: str
    note: str = ""


def work_tray(request: PageRequest) -> HttpResponse:
    """What needs somebody, overdue first. A co-ordinator begins with the cases that are theirs."""
    is_co_ordinator = request.viewer.role == "ehc_co_ordinator"
    wanted = _wanted(request, whose="mine" if is_co_ordinator and "whose" not in request.GET else request.GET.get("whose", ""))
    cases = tray(request.viewer, wanted)
    letters = letters_waiting(request.viewer).count()
    return _page(request, cases, wanted, "authority/tray/tray.html", letters=letters, is_co_ordinator=is_co_ordinator, show_all="?whose=all")


def cases(request: PageRequest) -> HttpResponse:
    """Every case, open or ended."""
    wanted = _wanted(request, whose=request.GET.get("whose", ""))
    return _page(request, all_cases(request.viewer, wanted), wanted, "authority/tray/cases.html")


def _wanted(request: PageRequest, whose: str) -> Wanted:
    asked = {name: request.GET.get(name, "").strip()[:60] for name in ("timing", "owner", "state", "search")}
    return Wanted(whose=whose, sort=request.GET.get("sort", "act_by"), **asked)


def _page(request: PageRequest, found: "QuerySet[Case]", wanted: Wanted, template: str, **more: object) -> HttpResponse:
    page = Paginator(found, ROWS).get_page(request.GET.get("page"))
    rows = [_row(case, request) for case in page.object_list]
    listed(request.viewer, record="ehc_case", count=len(rows), query={"search": bool(wanted.search), "timing": wanted.timing})
    is_narrowed = any([wanted.timing, wanted.owner, wanted.state, wanted.search])
    return render(request, template, {"page": page, "rows": rows, "filters": _filters(request, wanted), "wanted": wanted, "is_narrowed": is_narrowed, **more})


def _row(case: "Case", request: PageRequest) -> Row:
    words, kind = timing_of(case, request.viewer.on)
    if case.child_id is None:
        return Row(case, "Match the request to a child", "The council", words, kind)
    return Row(case, case.next_duty or "Nothing is due", owner_words(case.next_owner) if case.next_owner else "Nobody", words, kind, limit_note(case.next_rule))


def _filters(request: PageRequest, wanted: Wanted) -> Filters:
    form = Filters(initial={name: getattr(wanted, name) for name in ("search", "timing", "whose", "owner", "state")}, auto_id="filter_%s")
    team = [(str(each.pk), each.person.name) for each in holders(request.viewer)]
    with_choices(form, "whose", [("all", "All"), ("mine", "Mine"), ("nobody", "Nobody's yet"), ("unmatched", "Not matched to a child"), *team])
    with_choices(form, "owner", [("", "Anybody"), *owners_waiting(request.viewer)])
    with_choices(form, "state", [("", "Anywhere"), *states_in_use(request.viewer)])
    return form
