"""The shape of both legal decisions: each limb of the test on its own page, the reasons, the rights, the recipients, then check and send."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, cast

from django.forms import Form

from sooner_service.design.forms import CheckboxesField, LongTextField, RadioField, SoonerForm, with_choices
from sooner_service.ehc.queries.contacts import usual_contacts
from sooner_service.ehc.queries.recipients import recipients_of
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.steps import Journey, Step, Walk

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

YES_NO = (("yes", "Yes"), ("no", "No"))
Cleaned = Mapping[str, Mapping[str, object]]


@dataclass(frozen=True)
class Limb:
    """One limb of a legal test: its question, what to write, and the law behind it."""

    key: str
    title: str
    question: str
    why: str
    hint: str
    law: str


@dataclass(frozen=True)
class Decision:
    """One of the two decisions: its address, title, limbs, and whether the notice is sent with this decision when it is "yes"."""

    key: str
    title: str
    limbs: tuple[Limb, ...]
    yes_words: str
    no_words: str
    tells_on_yes: bool


class ReasonsForm(SoonerForm):
    """The reasons, as the family reads them."""

    reasons = LongTextField(
        label="The reasons, in words the family can use",
        hint="Say what you looked at, what you decided and why. This stands in the notice. Write to the parent or young person.", rows=10,
    )


class AdviceForm(SoonerForm):
    """The advice service for the notice."""

    advice = LongTextField(label="Free and independent advice: name, telephone and hours", rows=4)


class RightsForm(SoonerForm):
    """What a notice of refusal must also carry."""

    mediation = LongTextField(label="Mediation adviser: name, telephone and e-mail", hint="Regulation 32. The notice cannot go out without it.", rows=4)
    disagreement = LongTextField(label="Disagreement resolution: who to contact", hint="Voluntary, and free to the family.", rows=4)
    advice = LongTextField(label="Free and independent advice: name, telephone and hours", rows=4)


class RecipientsForm(SoonerForm):
    """Who is told. Each is ticked by hand, because the commonest harm is the wrong recipient."""

    told = CheckboxesField(
        label="Tick each person after you have checked them", required=False,
        hint="These are the people entitled to it now. Nobody else gets it. If somebody is missing or wrong, correct the adults around the child first.",
    )

    def clean_told(self) -> list[str]:
        """Everybody entitled must have been checked."""
        chosen: list[str] = self.cleaned_data["told"]
        field = cast(CheckboxesField, self.fields["told"])
        unchecked = [str(words) for key, words in field.choices if key not in chosen]  # type: ignore[misc,union-attr]
        if unchecked:
            self.add_error("told", f"You have not checked {unchecked[0].split(',')[0]} yet. Each person who is entitled gets the notice")
        return chosen


def limb_form(limb: Limb) -> type[Form]:
    """The page of one limb: yes or no, and why."""
    fields = {
        "__doc__": "One limb of the legal test.",
        "answer": RadioField(label=limb.question, choices=YES_NO, is_inline=True, missing="Select yes or no"),
        "why": LongTextField(label=limb.why, hint=limb.hint, rows=7),
    }
    return cast("type[Form]", type("LimbForm", (SoonerForm,), fields))


def recipients_form(request: PageRequest, case: "Case") -> Callable[..., Form]:
    """The list of people entitled now."""

    def make(*data: object) -> Form:
        form = RecipientsForm(*data)
        with_choices(form, "told", [(str(each.person_id), each.words) for each in recipients_of(request.viewer, case)])
        return form

    return make


def is_yes(decision: Decision, cleaned: Cleaned) -> bool:
    """The decision follows from the limbs: yes only when each is yes."""
    return all(cleaned.get(limb.key, {}).get("answer") == "yes" for limb in decision.limbs)


def walk_of(request: PageRequest, case: "Case", decision: Decision) -> Walk:
    """This person's way through the decision."""
    usual = dict(usual_contacts(case))

    def is_no(cleaned: Cleaned) -> bool:
        return not is_yes(decision, cleaned)

    def needs_advice(cleaned: Cleaned) -> bool:
        return is_yes(decision, cleaned) and decision.tells_on_yes and not usual.get("advice")

    def is_told(cleaned: Cleaned) -> bool:
        return decision.tells_on_yes or is_no(cleaned)

    rights = cast("type[Form]", partial(RightsForm, initial=usual))
    steps = (
        *(Step(limb.key, limb.title, limb_form(limb), template="authority/decide/limb.html") for limb in decision.limbs),
        Step("reasons", "The reasons", ReasonsForm),
        Step("rights", "What a refusal must also say", rights, template="authority/decide/rights.html", is_shown=is_no),
        Step("advice", "Where the family gets advice", AdviceForm, is_shown=needs_advice),
        Step("told", "Who will be told", cast("type[Form]", recipients_form(request, case)), template="authority/decide/told.html", is_shown=is_told),
    )
    return Walk(
        Journey(f"ehc_{decision.key}", decision.title, steps), request, about=case.reference,
        address=lambda key: address_of(case, f"{decision.key}/{key}/"), leave_to=address_of(case),
        context={"case": case, "decision": decision, "limbs": {limb.key: limb for limb in decision.limbs}},
    )
