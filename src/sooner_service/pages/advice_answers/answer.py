"""One page to answer one request: the question, the day it is due, the answer kept while it is typed, then a check and send."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import LongTextField, SoonerForm
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.steps import answer_advice
from sooner_service.ehc.queries.advice import advice_rows
from sooner_service.ehc.queries.cases import advice_request_for
from sooner_service.ehc.queries.file import file_of
from sooner_service.pages.framework import PageRequest
from sooner_service.register import drafts

if TYPE_CHECKING:
    from sooner_service.register.models import Child

JOURNEY = "advice_answer"
PARTS = (("needs", "Needs"), ("provision", "Provision"), ("outcomes", "Outcomes"))


class AnswerForm(SoonerForm):
    """The advice: what the law asks it to cover."""

    needs = LongTextField(label="Needs: what you see, and how you know", hint="“Not known to the service” is not advice.", rows=6)
    provision = LongTextField(label="Provision: what is needed, who gives it, how often and for how long", hint="Be exact. A plan can only promise what advice says.", rows=6)
    outcomes = LongTextField(label="Outcomes: what should be different, and by when", rows=4)


def answer_page(request: PageRequest, child: "Child", number: int, *, back: str) -> HttpResponse:
    """Show the question and take the answer. `back` is where the page came from, and where the sender goes."""
    asked = advice_request_for(request.viewer, child, number)
    holder = drafts.holder_of(request.viewer, request.session)
    about = f"{asked.case.reference}/{asked.pk}"
    if request.method == "POST" and request.headers.get("X-Autosave"):
        typed = {key: request.POST.getlist(key) for key, _ in PARTS}
        drafts.keep_answers(viewer=request.viewer, holder=holder, journey=JOURNEY, about=about, step="answer", answers=typed)
        return HttpResponse(status=204)
    form = _form(request, drafts.draft_answers(holder=holder, journey=JOURNEY, about=about).get("answer", {}))
    if request.method == "POST" and form.is_valid():
        answer = "\n\n".join(f"{words}\n{form.cleaned_data[key]}" for key, words in PARTS)
        try:
            answer_advice(viewer=request.viewer, request=asked, answer=answer)
            drafts.discard_draft(holder=holder, journey=JOURNEY, about=about)
            return redirect(f"{back}?done=answered")
        except CannotStep as problem:
            form.add_error(None, str(problem))
    rows = [row for row in advice_rows(asked.case, file_of(request.viewer, asked.case).deadlines) if row.request.pk == asked.pk]
    return render(request, "advice_answers/answer.html", {"child": child, "asked": asked, "row": rows[0], "form": form, "back": back})


def _form(request: PageRequest, kept: dict[str, list[str]]) -> AnswerForm:
    if request.method == "POST":
        return AnswerForm(request.POST)
    return AnswerForm(request.kept) if request.kept else AnswerForm(initial={key: values[0] for key, values in kept.items() if values})
