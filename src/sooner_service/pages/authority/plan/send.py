"""Sending the draft and making the plan final: the words the notice must carry, and each recipient checked, on one page."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import LongTextField, RadioField, with_choices
from sooner_service.ehc.actions.documents import SECTIONS, finalise, serve_draft
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.queries.contacts import usual_contacts
from sooner_service.ehc.queries.documents import CAUSES, changed_since_draft, vague_in, working_text
from sooner_service.ehc.queries.recipients import recipients_of
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.authority.decide.decision import RecipientsForm
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

METHODS = (
    ("email", "By e-mail or on their page: it counts from today"), ("hand", "By hand: it counts from today"),
    ("first_class", "By first class post: it counts from the second working day after posting"),
)


class ServeForm(RecipientsForm):
    """How the draft goes out, and what goes with it."""

    method = RadioField(label="How does the draft reach them?", choices=METHODS)
    schools = LongTextField(label="Where the family can find out about schools and colleges", hint="Regulation 13(1)(b). For example, the address of the Local Offer.", rows=3)
    advice = LongTextField(label="Free and independent advice: name, telephone and hours", rows=4)


class FinalForm(RecipientsForm):
    """What goes with the final plan."""

    mediation = LongTextField(label="Mediation adviser: name, telephone and e-mail", rows=4)
    disagreement = LongTextField(label="Disagreement resolution: who to contact", rows=4)
    advice = LongTextField(label="Free and independent advice: name, telephone and hours", rows=4)


def serve(request: PageRequest, case: "Case") -> HttpResponse:
    """Send the draft."""
    form = _with_recipients(ServeForm, request, case)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        told, method = frozenset(int(each) for each in data.pop("told")), data.pop("method")
        try:
            serve_draft(viewer=request.viewer, case=case, method=method, rights=data, told=told)
            return redirect(address_of(case, "?done=draft"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return _page(request, case, form, "Send the draft to the family", "Lock the draft and send it", "authority/plan/serve.html")


def make_final(request: PageRequest, case: "Case") -> HttpResponse:
    """Make the plan final."""
    changed = changed_since_draft(case)
    form = _with_recipients(_final_form(changed), request, case)
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        told = frozenset(int(each) for each in data.pop("told"))
        causes = {key: str(data.pop(f"cause_{key}")) for key in changed}
        try:
            finalise(viewer=request.viewer, case=case, rights=data, told=told, causes=causes)
            return redirect(address_of(case, "?done=final"))
        except CannotStep as problem:
            form.add_error(None, str(problem))
    return _page(request, case, form, "Make the plan final", "Make it final and send it", "authority/plan/final.html")


def _final_form(changed: list[str]) -> type[RecipientsForm]:
    """The form with one more question for each section that differs from the draft (law EHC-16)."""
    asked = {
        f"cause_{key}": RadioField(label=f"Section {key}, {SECTIONS[key].lower()}, differs from the draft. Where does the change come from?", choices=tuple(CAUSES.items()))
        for key in changed
    }
    return type("ChangedFinalForm", (FinalForm,), {"__doc__": "What goes with the final plan, and where its changes come from.", **asked})


def _with_recipients(kind: type[RecipientsForm], request: PageRequest, case: "Case") -> RecipientsForm:
    form = kind(request.POST or request.kept or None, initial=dict(usual_contacts(case)))
    with_choices(form, "told", [(str(each.person_id), each.words) for each in recipients_of(request.viewer, case)])
    return form


def _page(request: PageRequest, case: "Case", form: RecipientsForm, heading: str, save_words: str, template: str) -> HttpResponse:
    text = working_text(case)
    context = {
        "case": case, "form": form, "heading": heading, "save_words": save_words, "back": address_of(case, "plan/"), "text": text,
        "vague": vague_in(text.sections),
    }
    return render(request, template, context)
