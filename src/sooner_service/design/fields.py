"""Draws a form's field as the GOV.UK component that its widget calls for."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.safestring import SafeString, mark_safe

from sooner_service.design.appearance import PLAIN, Appearance
from sooner_service.design.components import component
from sooner_service.design.date_parts import PARTS, DatePartsInput, parts_of

LABEL_SIZES = {"s": "--s", "m": "--m", "l": "--l", "xl": "--xl"}
PART_WIDTHS = {"day": 2, "month": 2, "year": 4}
SINGLE_BOX_VALUES = frozenset({True, "on", "True", "true", "1"})

NEW_LINE = "\ue00a"

Params = dict[str, Any]


class Drawn:
    """A field about to be drawn, with what the page says over what the field says."""

    def __init__(self, bound: BoundField, told: Params) -> None:
        look: Appearance = getattr(bound.field, "appearance", PLAIN)
        self.bound = bound
        self.look = look
        self.widget = bound.field.widget
        self.id = bound.auto_id or bound.html_name
        self.label = str(told.get("label") or bound.label or "")
        self.hint = str(told.get("hint") or bound.help_text or "")
        self.is_page_heading = bool(told.get("is_page_heading", look.is_page_heading))
        size = str(told.get("label_size") or look.label_size or ("l" if self.is_page_heading else ""))
        self.size = LABEL_SIZES.get(size, "")
        self.classes = str(told.get("classes") or look.classes)
        self.value = bound.value()
        self.attributes = {name: value for name, value in self.widget.attrs.items() if name in {"readonly", "placeholder"} or name.startswith("data-")}

    def label_params(self) -> Params:
        """The label of one input."""
        return {"text": self.label, "classes": f"govuk-label{self.size}" if self.size else None, "isPageHeading": self.is_page_heading}

    def fieldset_params(self) -> Params:
        """The fieldset of several inputs."""
        size = self.size or "--s"
        return {"legend": {"text": self.label, "classes": f"govuk-fieldset__legend{size}", "isPageHeading": self.is_page_heading}}

    def shared(self) -> Params:
        """What every component takes."""
        error = next(iter(self.bound.errors), None)
        return {
            "hint": {"text": self.hint} if self.hint else None,
            "errorMessage": {"text": str(error)} if error else None,
            "classes": self.classes or None,
        }

    def text(self) -> str:
        """The value in a text input."""
        return "" if self.value is None else str(self.value)


def draw_field(bound: BoundField, **told: object) -> SafeString:
    """The field with its label, hint and error; nothing for one that is drawn under another field's choice."""
    form = bound.form
    if bound.name in getattr(form, "revealed_names", frozenset()):
        return mark_safe("")
    return _draw(bound, told)


def draw_fields(form: forms.BaseForm) -> SafeString:
    """Every field of a form in order, the hidden ones last."""
    visible = [draw_field(bound) for bound in form.visible_fields()]
    return mark_safe("\n".join([*visible, *(str(bound) for bound in form.hidden_fields())]))  # noqa: S308


def _draw(bound: BoundField, told: Params) -> SafeString:
    drawn = Drawn(bound, told)
    for kinds, draw in DRAWERS:
        if isinstance(drawn.widget, kinds):
            return draw(drawn)
    return _input(drawn)


def _input(drawn: Drawn) -> SafeString:
    look, attrs = drawn.look, drawn.widget.attrs
    kind = getattr(drawn.widget, "input_type", "text")
    return component(
        "input",
        **drawn.shared(),
        id=drawn.id,
        name=drawn.bound.html_name,
        type="text" if kind in {"number", "date"} else kind,
        inputmode=look.inputmode or attrs.get("inputmode") or ("numeric" if kind == "number" else None),
        autocomplete=look.autocomplete or attrs.get("autocomplete"),
        spellcheck=look.spellcheck,
        prefix={"text": look.prefix} if look.prefix else None,
        suffix={"text": look.suffix} if look.suffix else None,
        label=drawn.label_params(),
        value=drawn.text(),
        attributes=drawn.attributes,
    )


def _password(drawn: Drawn) -> SafeString:
    return component(
        "password-input",
        **drawn.shared(),
        id=drawn.id,
        name=drawn.bound.html_name,
        label=drawn.label_params(),
        autocomplete=drawn.widget.attrs.get("autocomplete") or "current-password",
    )


def _textarea(drawn: Drawn) -> SafeString:
    look = drawn.look
    # The macros indent every line of what they nest, which would add spaces to the writer's own lines each time the form comes back.
    value = drawn.text().replace("\r\n", "\n").replace(NEW_LINE, "").replace("\n", NEW_LINE)
    limit: Params = {"maxlength": look.max_characters}
    if look.max_words:
        limit = {"maxwords": look.max_words}
    html = component(
        "character-count" if look.max_words or look.max_characters else "textarea",
        **drawn.shared(),
        **limit,
        id=drawn.id,
        name=drawn.bound.html_name,
        rows=look.rows,
        label=drawn.label_params(),
        value=value,
        spellcheck=look.spellcheck,
        attributes=drawn.attributes,
    )
    return mark_safe(html.replace(NEW_LINE, "&#10;"))  # noqa: S308


def _upload(drawn: Drawn) -> SafeString:
    return component("file-upload", **drawn.shared(), id=drawn.id, name=drawn.bound.html_name, label=drawn.label_params())


def _choices(drawn: Drawn) -> list[tuple[str, str]]:
    """The choices in one flat list; the empty one only where a list that opens needs it."""
    flat: list[tuple[str, str]] = []
    for value, words in getattr(drawn.bound.field, "choices", []):
        flat.extend(words if isinstance(words, list | tuple) else [(value, words)])
    return [("" if value is None else str(value), str(words)) for value, words in flat]


def _select(drawn: Drawn) -> SafeString:
    chosen = drawn.text()
    items = [{"value": value, "text": words, "selected": value == chosen} for value, words in _choices(drawn)]
    if items and items[0]["value"] != "":
        items.insert(0, {"value": "", "text": "Choose", "selected": chosen == ""})
    return component(
        "select", **drawn.shared(), id=drawn.id, name=drawn.bound.html_name, label=drawn.label_params(), items=items, attributes=drawn.attributes
    )


def _item(drawn: Drawn, value: str, words: str, chosen: frozenset[str]) -> Params:
    look = drawn.look
    item: Params = {"value": value, "text": words, "checked": value in chosen}
    if value in look.choice_hints:
        item["hint"] = {"text": look.choice_hints[value]}
    if value in look.reveals:
        item["conditional"] = {"html": _draw(drawn.bound.form[look.reveals[value]], {})}
    if look.none_value and value == look.none_value:
        item["behaviour"] = "exclusive"
    return item


def _several(drawn: Drawn, name: str, chosen: frozenset[str]) -> SafeString:
    items: list[Params] = []
    for value, words in _choices(drawn):
        if value == "" and name == "radios":
            continue
        if drawn.look.none_value and value == drawn.look.none_value:
            items.append({"divider": "or"})
        items.append(_item(drawn, value, words, chosen))
    params = drawn.shared()
    if drawn.look.is_inline:
        params["classes"] = f"govuk-radios--inline {drawn.classes}".strip()
    return component(name, **params, idPrefix=drawn.id, name=drawn.bound.html_name, fieldset=drawn.fieldset_params(), items=items)


def _radios(drawn: Drawn) -> SafeString:
    return _several(drawn, "radios", frozenset({drawn.text()}) - {""})


def _checkboxes(drawn: Drawn) -> SafeString:
    return _several(drawn, "checkboxes", frozenset(str(each) for each in drawn.value or []))


def _single_checkbox(drawn: Drawn) -> SafeString:
    item = {"value": "on", "text": drawn.label, "checked": drawn.value in SINGLE_BOX_VALUES}
    if drawn.hint:
        item["hint"] = {"text": drawn.hint}
    params = drawn.shared() | {"hint": None}
    return component("checkboxes", **params, idPrefix=drawn.id, name=drawn.bound.html_name, items=[item])


def _date(drawn: Drawn) -> SafeString:
    parts = parts_of(drawn.value)
    wrong = wrong_parts(drawn.bound)
    items = [
        {
            "name": part,
            "id": f"{drawn.id}-{part}",
            "value": getattr(parts, part),
            "classes": f"govuk-input--width-{PART_WIDTHS[part]}{' govuk-input--error' if part in wrong else ''}",
            "autocomplete": f"bday-{part}" if drawn.look.autocomplete == "bday" else None,
        }
        for part in PARTS
    ]
    return component("date-input", **drawn.shared(), id=drawn.id, namePrefix=drawn.bound.html_name, fieldset=drawn.fieldset_params(), items=items)


def wrong_parts(bound: BoundField) -> tuple[str, ...]:
    """The parts of a date that its first error is about."""
    if not bound.errors:
        return ()
    return tuple(getattr(bound.errors.as_data()[0], "parts", PARTS))


def first_input_id(bound: BoundField) -> str:
    """Where a link to the field should go: its input, its first choice, or the first wrong part of a date."""
    place = bound.auto_id or bound.html_name
    if isinstance(bound.field.widget, DatePartsInput):
        return f"{place}-{(wrong_parts(bound) or PARTS)[0]}"
    return place


DRAWERS: tuple[tuple[type | tuple[type, ...], Callable[[Drawn], SafeString]], ...] = (
    (DatePartsInput, _date),
    (forms.PasswordInput, _password),
    ((forms.CheckboxSelectMultiple, forms.SelectMultiple), _checkboxes),
    (forms.RadioSelect, _radios),
    (forms.Select, _select),
    (forms.CheckboxInput, _single_checkbox),
    (forms.Textarea, _textarea),
    (forms.FileInput, _upload),
)
