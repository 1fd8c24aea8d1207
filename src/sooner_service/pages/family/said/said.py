"""Adding words at any time, answering a question, and choosing who may read a child's own words."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.queries.words import question_for, questions_to, said_in
from sooner_service.assessment.actions.views import add_view
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.design.forms import CheckboxesField, LongTextField, RadioField, SoonerForm
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.assessment.models import ViewRequest
    from sooner_service.register.models import Child

NOBODY = "nobody"
READERS = (
    ("staff", "Staff at my school who help me"),
    ("family", "My family"),
    ("authority", "The council"),
    (NOBODY, "Nobody else for now"),
)


class WordsForm(SoonerForm):
    """The adult's own words."""

    words = LongTextField(label="What do you want to say?", hint="For example, what goes well, what is hard, and what helps.", rows=7, max_length=6000)


class ChildWordsForm(SoonerForm):
    """The child's words, with the child's own choice of who may read them."""

    words = LongTextField(label="What does your child say?", hint="Write it as your child says it.", rows=7, max_length=6000)
    readers = CheckboxesField(
        label="Ask your child: who may read this?", choices=READERS, none_value=NOBODY, missing="Ask your child who may read this, and choose",
    )


class OwnWordsForm(SoonerForm):
    """A young person's own words."""

    words = LongTextField(label="What do you want to say?", hint="Use your own words. There is no right or wrong.", rows=7, max_length=6000)
    readers = CheckboxesField(label="Who may read this?", choices=READERS, none_value=NOBODY, missing="Choose who may read this")


class WhoseForm(SoonerForm):
    """Whose words they are."""

    whose = RadioField(
        label="Whose words do you want to add?", choices=(("mine", "My own"), ("child", "My child's")), is_page_heading=True,
        missing="Choose whose words you want to add",
    )


def said(request: PageRequest, child: "Child") -> HttpResponse:
    """Questions that wait, then everything this family member may read."""
    context = about(
        request, child, questions=questions_to(request.viewer, child), said=said_in(request.viewer, child), done=request.GET.get("done", "")
    )
    return render(request, "family/said/said.html", context)


def whose(request: PageRequest, child: "Child") -> HttpResponse:
    """Ask a parent whose words; a young person goes straight on."""
    if request.viewer.role == "young_person":
        return redirect(f"{here(child)}views/add/child/")
    form = WhoseForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return redirect(f"{here(child)}views/add/{form.cleaned_data['whose']}/")
    return render(request, "family/said/whose.html", about(request, child, form=form))


def add_mine(request: PageRequest, child: "Child") -> HttpResponse:
    """Write the adult's own words down and keep them."""
    return _ask(request, child, WordsForm(request.POST or request.kept or None), is_childs=False, question=None)


def add_childs(request: PageRequest, child: "Child") -> HttpResponse:
    """Write the child's words down, with the child's choice of who may read them."""
    kind = OwnWordsForm if request.viewer.role == "young_person" else ChildWordsForm
    return _ask(request, child, kind(request.POST or request.kept or None), is_childs=True, question=None)


def answer(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """Answer one question from the school."""
    question = question_for(request.viewer, child, number)
    return _ask(request, child, WordsForm(request.POST or request.kept or None), is_childs=False, question=question)


def _ask(request: PageRequest, child: "Child", form: SoonerForm, *, is_childs: bool, question: "ViewRequest | None") -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        readers = [reader for reader in form.cleaned_data.get("readers", []) if reader != NOBODY]
        try:
            add_view(
                viewer=request.viewer, child=child, speaker="child" if is_childs else "family", words=form.cleaned_data["words"],
                readers=readers, topic="question" if question else "", request=question,
            )
            return redirect(f"{here(child)}views/kept/")
        except CannotAssess as problem:
            form.add_error(None, str(problem))
    return render(request, "family/said/add.html", about(request, child, form=form, is_childs=is_childs, question=question))


def kept(request: PageRequest, child: "Child") -> HttpResponse:
    """The words are kept: the same page whatever they were, so that nobody learns how they were read."""
    return render(request, "family/said/kept.html", about(request, child))
