"""Record something that happened: the kind, the event, its day and fields, its notice, then a check that shows what it does to the dates."""

from typing import TYPE_CHECKING, Any, cast

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.recording import Happened, record_event, take_back_event
from sooner_service.ehc.queries.changes import Changes, changes_by
from sooner_service.ehc.queries.file import date_rows
from sooner_service.ehc.queries.history import event_in, event_words
from sooner_service.ehc.recordable import groups_for, notice_kind
from sooner_service.ehc.required_notices import APPEALABLE
from sooner_service.pages.authority.case.forms import BecauseForm
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.authority.decide.decision import recipients_form
from sooner_service.pages.authority.happened.forms import TODAY, details_form, event_form, group_form, notice_form
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.steps import Journey, Step, Walk, check_page, step_page
from sooner_service.register import drafts

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

NAME = "ehc_happened"
ASKED = frozenset({"on", "reasons", "how_told"})


def record(request: PageRequest, case: "Case") -> HttpResponse:
    """Begin, or go on where it was left."""
    walk = _walk(request, case)
    return redirect(walk.address(walk.first_unanswered() or "check"))


def step(request: PageRequest, case: "Case", key: str) -> HttpResponse:
    """One question, or the check at the end."""
    walk = _walk(request, case)
    if key != "check":
        return step_page(walk, key)

    def keep(cleaned: dict[str, dict[str, object]]) -> str:
        record_event(viewer=request.viewer, case=case, happened=_happened(cleaned))
        return address_of(case, "?done=recorded")

    return check_page(walk, submit=keep, template="authority/happened/check.html", refusals=(CannotStep,))


def take_back(request: PageRequest, case: "Case", number: int) -> HttpResponse:
    """Take back an event that was recorded wrongly."""
    event = event_in(case, number)
    form = BecauseForm(request.POST or request.kept or None)
    form.fields["because"].label = "What was wrong?"
    if request.method == "POST" and form.is_valid():
        try:
            take_back_event(viewer=request.viewer, case=case, event=event, because=form.cleaned_data["because"])
            return redirect(address_of(case, "history/?done=taken_back"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    context = {"case": case, "form": form, "heading": f"Take back: {event_words(event)}", "save_words": "Take it back", "back": address_of(case, "history/"), "event": event}
    return render(request, "authority/happened/take_back.html", context)


def _walk(request: PageRequest, case: "Case") -> Walk:
    holder = drafts.holder_of(request.viewer, request.session)
    answers = drafts.draft_answers(holder=holder, journey=NAME, about=case.reference)
    group, event = _chosen(answers, "group"), _chosen(answers, "event")
    if event not in {each for found in groups_for(case.state) if found.key == group for each in found.events}:
        event = ""
    decision = (answers.get("details", {}).get("decision") or [""])[0]
    kind = notice_kind(event, {"decision": decision})

    def sends(cleaned: Any) -> bool:
        return bool(kind) and cleaned.get("details", {}).get("how_told") == TODAY

    steps = (
        Step("group", "What kind of thing happened?", group_form(case)),
        Step("event", "What happened?", event_form(case, group)),
        *([Step("details", "When, and what was said", cast("type[Form]", details_form(request, case, event)))] if event else []),
        Step("rights", "What the notice must also say", cast("type[Form]", notice_form(case, has_appeal=kind in APPEALABLE)), is_shown=sends),
        Step("told", "Who will be told", cast("type[Form]", recipients_form(request, case)), template="authority/decide/told.html", is_shown=sends),
    )
    walk = Walk(
        Journey(NAME, "Record something that happened", steps), request, about=case.reference,
        address=lambda key: address_of(case, f"record/{key}/"), leave_to=address_of(case), context={"case": case},
    )
    return _with_changes(walk, request, case)


def _with_changes(walk: Walk, request: PageRequest, case: "Case") -> Walk:
    """For the check: what this does to the case's dates."""
    cleaned = walk.cleaned()
    if "details" not in cleaned:
        return walk
    happened = _happened(cleaned)
    fields = {name: value for name, value in happened.fields.items() if value not in (None, "")}
    changes = changes_by(case, happened.event, on=happened.on, fields=fields, today=request.viewer.on)
    return Walk(
        walk.journey, request, about=walk.about, address=walk.address, leave_to=walk.leave_to,
        context={**walk.context, "changes": changes, "lists": _lists(changes), "sends_notice": happened.sends_notice},
    )


def _lists(changes: Changes) -> list[tuple[str, object]]:
    named = (
        ("Dates that this starts", changes.started), ("Dates that this moves", changes.moved), ("Dates that this answers or ends", changes.answered),
    )
    return [(words, date_rows(rows)) for words, rows in named if rows]


def _happened(cleaned: dict[str, dict[str, object]]) -> Happened:
    details, told = cleaned["details"], cleaned.get("told")
    numbers = cast("list[str]", told["told"]) if told else []
    return Happened(
        event=str(cleaned["event"]["event"]),
        on=cast(Any, details["on"]),
        fields={name: value for name, value in details.items() if name not in ASKED},
        reasons=str(details.get("reasons") or ""),
        sends_notice=details.get("how_told") == TODAY and bool(notice_kind(str(cleaned["event"]["event"]), details)),
        rights={key: str(words) for key, words in cleaned.get("rights", {}).items()},
        told=frozenset(int(each) for each in numbers) if told else None,
    )


def _chosen(answers: dict[str, dict[str, list[str]]], key: str) -> str:
    return (answers.get(key, {}).get(key) or [""])[0]
