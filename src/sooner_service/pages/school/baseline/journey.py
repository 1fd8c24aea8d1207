"""The baseline's eight steps: four areas, strengths, the child's words, the family's view, what has been tried."""

from collections.abc import Mapping
from typing import Any

from sooner.assessment.baseline import NOTE_NEEDED_FROM, READERS, AreaView, Profile, areas, concern_levels
from sooner_service.design.forms import CheckboxesField, LongTextField, RadioField, SoonerForm, with_choices
from sooner_service.pages.steps import Journey, Step

LEVEL_CHOICES = tuple((str(each.level), each.name) for each in concern_levels())
LEVEL_HINTS = {str(each.level): f"{each.says[:1].upper()}{each.says[1:]}" for each in concern_levels()}
READER_CHOICES = tuple((key, f"{words[:1].upper()}{words[1:]}") for key, words in READERS.items())
SOURCE_CHOICES = (
    ("told_to_staff", "They have told us, and I write it down for them"),
    ("written_by_family", "They have written it on their own page"),
    ("asked_no_reply", "Ask them now on their own page; we go on in the meantime"),
    ("family_chose_not_to", "They do not want to add a view"),
)
AREA_STEPS = {area.key.replace("_", "-"): area for area in areas()}


class AreaForm(SoonerForm):
    """One area: how much concern, and what was seen."""

    level = RadioField(
        label="How much concern is there?", choices=LEVEL_CHOICES, choice_hints=LEVEL_HINTS,
        missing="Choose how much concern there is, even if it is none",
    )
    note = LongTextField(label="What have you seen?", hint="A sentence. Needed from “Clear concern” on.", required=False, rows=3, max_words=150)

    def clean(self) -> dict[str, Any]:
        """A clear concern needs a sentence."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if int(data.get("level") or 0) >= NOTE_NEEDED_FROM and not data.get("note"):
            self.add_error("note", "Say in a sentence what you have seen")
        return data


class StrengthsForm(SoonerForm):
    """Strengths."""

    strengths = LongTextField(
        label="What does the child do well or enjoy?", hint="At least one thing. Everybody reads it first.", rows=4, max_words=150,
        missing="Add at least one thing the child does well or enjoys",
    )


class WordsForm(SoonerForm):
    """The child's own words."""

    words = LongTextField(
        label="What does the child say or show helps?", hint="In their own words, signs or pictures.", rows=4, max_words=200,
        missing="Add what the child says or shows helps",
    )
    readers = CheckboxesField(
        label="Who may read these words? Ask the child.", choices=READER_CHOICES, none_value="nobody_else",
        missing="Ask the child who may read the words, and choose at least one answer",
    )


class FamilyForm(SoonerForm):
    """The family's view. `their_words` is what the family has written on its own page, if anything."""

    their_words = ""
    source = RadioField(
        label="How do you have the family's view?", choices=SOURCE_CHOICES, reveals={"told_to_staff": "words"},
        missing="Choose how you have the family's view, or ask them now",
    )
    words = LongTextField(label="What does the family see at home?", required=False, rows=4, max_words=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.their_words:
            with_choices(self, "source", [each for each in SOURCE_CHOICES if each[0] != "written_by_family"])

    def clean(self) -> dict[str, Any]:
        """Words that were told need writing down; words on the family's own page are taken from there."""
        data: dict[str, Any] = super().clean() or self.cleaned_data
        if data.get("source") == "told_to_staff" and not data.get("words"):
            self.add_error("words", "Write down what the family says")
        elif data.get("source") == "written_by_family":
            data["words"] = self.their_words
        elif data.get("source") != "told_to_staff":
            data["words"] = ""
        return data


class TriedForm(SoonerForm):
    """What has been tried."""

    tried = LongTextField(
        label="What has been tried so far?", hint="Write “nothing yet” if that is so.", rows=4, max_words=150,
        missing="Say what has been tried so far, or that nothing has yet",
    )


def journey_for(their_words: str) -> Journey:
    """The steps, knowing what the family has written already."""
    family = type("FamilyForm", (FamilyForm,), {"their_words": their_words})
    return Journey(
        name="baseline",
        title="Baseline",
        steps=(
            *(Step(key, area.family_name, AreaForm, "school/baseline/area.html") for key, area in AREA_STEPS.items()),
            Step("strengths", "Strengths", StrengthsForm),
            Step("child-words", "The child's words", WordsForm),
            Step("family", "The family's view", family, "school/baseline/family.html"),
            Step("tried", "What has been tried", TriedForm),
        ),
    )


def profile_from(cleaned: Mapping[str, Mapping[str, Any]]) -> Profile:
    """The policy's profile of the answers."""
    return Profile(
        areas={area.key: AreaView(int(cleaned[key]["level"]), cleaned[key]["note"]) for key, area in AREA_STEPS.items()},
        strengths=cleaned["strengths"]["strengths"],
        child_words=cleaned["child-words"]["words"],
        child_words_readers=tuple(cleaned["child-words"]["readers"]),
        family_view=cleaned["family"]["words"],
        family_view_source=cleaned["family"]["source"],
        tried=cleaned["tried"]["tried"],
    )
