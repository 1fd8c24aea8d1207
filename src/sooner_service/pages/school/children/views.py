"""Writing down what a child or a family says, for them; and asking the family a question."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner.assessment.baseline import READERS
from sooner_service.assessment.actions.views import add_view, ask_family
from sooner_service.assessment.profiles import readers_from
from sooner_service.assessment.queries.views import request_for
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.assessment.words import SPEAKER_CHOICES
from sooner_service.design.forms import CheckboxesField, LongTextField, RadioField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address

if TYPE_CHECKING:
    from sooner_service.register.models import Child

READER_CHOICES = tuple((key, f"{words[:1].upper()}{words[1:]}") for key, words in READERS.items())


class ViewForm(SoonerForm):
    """Somebody's words, and for a child's who may read them."""

    speaker = RadioField(label="Whose words are they?", choices=SPEAKER_CHOICES, reveals={"child": "readers"})
    readers = CheckboxesField(
        label="Who may read the child's words? Ask the child.", called="who may read the words", choices=READER_CHOICES, required=False,
        none_value="nobody_else",
    )
    words = LongTextField(label="Their words, as they said, signed or drew them", rows=5, missing="Write down what was said")

    def clean(self) -> dict[str, object]:
        """The child is always asked who may read."""
        data: dict[str, object] = super().clean() or self.cleaned_data
        if data.get("speaker") == "child" and not data.get("readers") and "readers" not in self.errors:
            self.add_error("readers", "Ask the child who may read the words, and choose at least one answer")
        return data


class AskForm(SoonerForm):
    """One question."""

    question = TextField(
        label="What do you want to ask the family?", hint="They answer on their own page, on paper or by telephone.", max_length=300,
        missing="Write the question for the family",
    )


def write_down(request: PageRequest, child: "Child") -> HttpResponse:
    """Keep words for a child or a family; `?question=` answers one that was asked."""
    number = request.GET.get("question", "")
    question = request_for(request.viewer, child, int(number)) if number.isdigit() else None
    form = ViewForm(request.POST or request.kept or None, initial={"speaker": "family"} if question else None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        is_family = data["speaker"] == "family"
        try:
            kept = add_view(
                viewer=request.viewer, child=child, speaker=data["speaker"], words=data["words"],
                readers=readers_from(data["readers"]), request=question if is_family else None,
            )
            return redirect(record_address(child, "views/harm/" if kept.goes_to_safeguarding else "?done=view"))
        except CannotAssess as refusal:
            form.add_error(None, str(refusal))
    return render(request, "school/children/write_down.html", {"form": form, "child": child, "question": question})


def harm(request: PageRequest, child: "Child") -> HttpResponse:
    """What to do now with words that may tell of harm."""
    return render(request, "school/children/harm.html", {"child": child})


def ask(request: PageRequest, child: "Child") -> HttpResponse:
    """Ask the family one question."""
    form = AskForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        ask_family(viewer=request.viewer, child=child, question=form.cleaned_data["question"])
        return redirect(record_address(child, "?done=asked"))
    return render(request, "school/children/ask.html", {"form": form, "child": child})
