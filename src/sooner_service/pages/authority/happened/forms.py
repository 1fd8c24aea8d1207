"""The questions of "Record something that happened": which kind, which event, when and its fields, and what its notice must carry."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from django import forms

from sooner.clocks.vocabulary import DATE, EVENTS, YEAR, Holds
from sooner_service.design.forms import DateField, LongTextField, RadioField, SelectField, SoonerForm, TextField, WholeNumberField
from sooner_service.ehc.queries.contacts import usual_contacts
from sooner_service.ehc.queries.history import notices_to_appeal
from sooner_service.ehc.recordable import EVENT_HINTS, HINTS, LABELS, NOTICES, fields_of, groups_for, value_words
from sooner_service.pages.authority.decide.decision import RightsForm
from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

TODAY, ALREADY = "now", "already"
MANY = 7
HOW_TOLD = ((TODAY, "Send the notice now, from here"), (ALREADY, "They have it already, by another way"))


def group_form(case: "Case") -> type[forms.Form]:
    """Which kind of thing happened, of those that fit the case."""
    choices = [(group.key, group.words) for group in groups_for(case.state)]
    return _form("GroupForm", "Which kind.", group=RadioField(label="What kind of thing happened?", choices=choices))


def event_form(case: "Case", group: str) -> type[forms.Form]:
    """Which event of the group."""
    events = next((each.events for each in groups_for(case.state) if each.key == group), ())
    choices = [(event, EVENTS[event].words) for event in events]
    field = SelectField if len(choices) > MANY * 2 else RadioField
    return _form("EventForm", "Which event.", event=field(label="What happened?", choices=choices))


def details_form(request: PageRequest, case: "Case", event: str) -> Callable[..., forms.Form]:
    """The day, the event's own fields, and the reasons or a note."""
    made: dict[str, forms.Field] = {"on": DateField(label="Which day did it happen?", when="today_or_past", hint=EVENT_HINTS.get(event, ""))}
    for name, holds, is_needed in fields_of(event):
        made[name] = _field(case, event, name, holds, is_needed=is_needed)
    made["reasons"] = LongTextField(label=_reasons_label(event), required=False, rows=5)
    if any(name == event for name, _ in NOTICES):
        made["how_told"] = RadioField(label="How does the family hear?", choices=HOW_TOLD, hint="The law asks for a notice with this decision. From here it goes out complete, with the right to appeal and its last day where there is one.")
    form = _form("DetailsForm", "When, and its fields.", **made)
    return partial(form, today=request.viewer.on)


def notice_form(case: "Case", *, has_appeal: bool) -> Callable[..., forms.Form]:
    """What the notice must also carry, filled in from the last one."""
    advice_only = _form("AdviceForm", "Advice.", advice=LongTextField(label="Free and independent advice: name, telephone and hours", rows=4))
    form = RightsForm if has_appeal else advice_only
    return partial(form, initial=dict(usual_contacts(case)))


def _reasons_label(event: str) -> str:
    if event == "representations_received":
        return "What did they say?"
    if event == "amendment_notice":
        return "Which changes are proposed, and why?"
    return "Reasons, or a note for the history"


def _field(case: "Case", event: str, name: str, holds: Holds, *, is_needed: bool) -> forms.Field:
    label, hint = LABELS[name], HINTS.get((event, name), "")
    if name == "notice":
        notices = notices_to_appeal(case)
        return RadioField(label=label, hint=hint, choices=[*notices, ("", "Not known")], required=False)
    if holds == DATE:
        return DateField(label=label, hint=hint, required=is_needed)
    if holds == YEAR:
        return WholeNumberField(label=label, hint=hint, min_value=1900, max_value=2999, required=is_needed)
    if isinstance(holds, tuple):
        choices = [(value, value_words(event, value)) for value in holds]
        return RadioField(label=label, hint=hint, choices=choices if is_needed else [*choices, ("", "Not known")], required=is_needed)
    return TextField(label=label, hint=hint, required=is_needed, max_length=60)


def _form(name: str, says: str, **fields: forms.Field) -> type[SoonerForm]:
    return cast("type[SoonerForm]", type(name, (SoonerForm,), {"__doc__": says, **fields}))
