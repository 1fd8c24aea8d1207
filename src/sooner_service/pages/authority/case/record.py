"""The parts of one case's record that are only read: overview, dates, request and history."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render

from sooner.ehc import allowed_events
from sooner_service.ehc.queries.cases import has_left
from sooner_service.ehc.queries.exemptions import exemptions_of
from sooner_service.ehc.queries.file import DateRow, date_rows, file_of
from sooner_service.ehc.queries.history import history_rows
from sooner_service.ehc.queries.letters import notices_of
from sooner_service.ehc.queries.what_next import Route, what_next
from sooner_service.pages.authority.case.frame import case_context
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case


def overview(request: PageRequest, case: "Case") -> HttpResponse:
    """Where the case stands, what is late and what the family can do about it."""
    context = case_context(request, case, "overview")
    rows = date_rows(context["file"].deadlines)  # type: ignore[attr-defined]
    context["due"] = [row for row in rows if row.deadline.status in {"open", "late", "disapplied"}]
    context["late"] = _late(rows)
    context["exemptions"] = exemptions_of(case)
    context["notices"] = notices_of(case)
    context["acts"] = _acts(request, case)
    return render(request, "authority/case/overview.html", context)


def _late(rows: list[DateRow]) -> list[tuple[list[DateRow], tuple[Route, ...]]]:
    """The late duties by rule, each with what the family can do now, said once."""
    late: dict[str, list[DateRow]] = {}
    for row in rows:
        if row.deadline.status == "late" and row.deadline.done_on is None:
            late.setdefault(row.deadline.rule, []).append(row)
    return [(group, what_next(group[0].deadline)) for group in late.values()]


ACTS = (
    ("decision_assess", "Decide whether to assess", "assess/"),
    ("advice_requested", "Ask for advice", "advice/ask/"),
    ("decision_issue", "Decide whether there is to be a plan", "issue/"),
    ("exemption", "Record an exemption", "exempt/"),
    ("request_withdrawn", "Record that the request was taken back", "withdraw/"),
)


def _acts(request: PageRequest, case: "Case") -> list[tuple[str, str]]:
    """Other things that can be done in the case as it stands, by this role."""
    fitting = allowed_events(case.state)
    acts = [("Record something that happened", "record/"), *((words, rest) for event, words, rest in ACTS if event in fitting)]
    if request.viewer.role == "send_manager":
        acts.append(("Give this case to somebody", "assign/"))
    elif case.co_ordinator is None or has_left(request.viewer, case.co_ordinator):
        acts.append(("Take this case", "take/"))
    if case.child_id is not None:
        acts.append(("Adults around the child, and who gets notices", "adults/"))
    return [*acts, ("Take out the evidence of this case", "export/")]


def dates(request: PageRequest, case: "Case") -> HttpResponse:
    """Every date of the case, with the reason and the authority for it."""
    context = case_context(request, case, "dates")
    context["rows"] = date_rows(context["file"].deadlines)  # type: ignore[attr-defined]
    return render(request, "authority/case/dates.html", context)


def asked(request: PageRequest, case: "Case") -> HttpResponse:
    """The request as it was made."""
    return render(request, "authority/case/request.html", case_context(request, case, "request", asked=_asked(case)))


def history(request: PageRequest, case: "Case") -> HttpResponse:
    """What happened, when, and who recorded it."""
    rows = history_rows(file_of(request.viewer, case).events)
    return render(request, "authority/case/history.html", case_context(request, case, "history", rows=rows))


ASKED = (
    ("child_name", "About"),
    ("child_born_on", "Date of birth"),
    ("setting_name", "School, nursery or college"),
    ("your_name", "Asked by"),
    ("relation", "Who they are to the child"),
    ("email", "E-mail"),
    ("telephone", "Telephone"),
    ("address", "Address"),
    ("reasons", "What is hard, and why they ask"),
    ("help_so_far", "Help so far"),
)


def _asked(case: "Case") -> list[tuple[str, object]]:
    rows: list[tuple[str, object]] = [
        ("Source", case.get_source_display()), ("How it came", case.get_way_display()), ("Received", case.received_on),
        ("Entered", case.entered_at),
    ]
    return rows + [(words, case.request[key]) for key, words in ASKED if case.request.get(key)]
