"""Form fields that speak as the design system does: a label, a hint, one input, and an error that says what to do.

Every field takes `label` and, where useful, `hint` (help under the label), `called` (what errors call it, by default the label),
`missing` (the whole sentence when it is empty) and any option of `Appearance` (`label_size`, `is_page_heading`, `reveals`, ...).
"""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ImproperlyConfigured, ValidationError
from django.core.validators import BaseValidator, DecimalValidator, EmailValidator, MaxLengthValidator

from sooner_service.design.appearance import Appearance, taken_from
from sooner_service.design.date_parts import DateParts, DatePartsInput, DateProblem, When, check_between, check_when, read
from sooner_service.design.words import lower_first

WORD = re.compile(r"\S+")
PHONE = re.compile(r"\+?[0-9]{9,15}")
NUMBER_LOOKS = {"classes": "govuk-input--width-5", "spellcheck": False}


def called_of(label: str, called: str) -> str:
    """What errors call a field."""
    return called or label.rstrip("?:")


def missing_sentence(label: str, called: str, verb: str) -> str:
    """What to say when nothing was given: an instruction, or, for a question, a request to answer it."""
    if label.endswith("?") and not called:
        return f"Answer the question “{label}”"
    name = lower_first(called_of(label, called))
    return f"{verb} {'the ' if name.startswith('date ') else ''}{name}"


class SoonerForm(forms.Form):
    """A form drawn by `{% fields form %}`. Give it `today` when a date must be in the past or the future: forms have no clock."""

    use_required_attribute = False

    def __init__(self, *args: Any, today: date | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            if isinstance(field, DateField):
                field.today = today

    @property
    def title_prefix(self) -> str:
        """What goes before the page's title, so that a screen reader hears of a mistake first."""
        return "Error: " if self.is_bound and self.errors else ""

    @property
    def revealed_names(self) -> frozenset[str]:
        """The fields drawn under a choice of another field."""
        looks = (getattr(field, "appearance", Appearance()) for field in self.fields.values())
        return frozenset(name for look in looks for name in look.reveals.values())


class TextField(forms.CharField):
    """One line of text."""

    def __init__(self, *, label: str, hint: str = "", called: str = "", missing: str = "", max_length: int | None = None, **options: Any) -> None:
        self.appearance = taken_from(options)
        messages = {"required": missing or missing_sentence(label, called, "Enter")}
        super().__init__(label=label, help_text=hint, error_messages=messages, **options)
        self.max_length = max_length
        if max_length is not None:
            self.validators.append(MaxLengthValidator(max_length, f"{called_of(label, called)} must be {max_length} characters or less"))


class LongTextField(TextField):
    """Several lines of text, with a count when `max_words` or `max_length` limits it."""

    widget = forms.Textarea

    def __init__(self, *, label: str, called: str = "", max_words: int | None = None, max_length: int | None = None, **options: Any) -> None:
        super().__init__(label=label, called=called, max_length=max_length, max_words=max_words, max_characters=max_length, **options)
        self._too_long = f"{called_of(label, called)} must be {max_words} words or less"

    def validate(self, value: str) -> None:
        """Refuse more words than the limit."""
        super().validate(value)
        limit = self.appearance.max_words
        if limit is not None and len(WORD.findall(value)) > limit:
            raise ValidationError(self._too_long, code="max_words")


class EmailField(forms.EmailField):
    """An e-mail address."""

    default_validators = [EmailValidator(message="Enter an e-mail address in the correct format, like name@example.com")]

    def __init__(self, *, label: str = "E-mail address", hint: str = "", missing: str = "", **options: Any) -> None:
        told: dict[str, Any] = {"autocomplete": "email", "spellcheck": False, **options}
        self.appearance = taken_from(told)
        sentence = missing or ("Enter an e-mail address" if label == "E-mail address" else missing_sentence(label, "", "Enter"))
        super().__init__(label=label, help_text=hint, error_messages={"required": sentence}, **told)


class PhoneField(TextField):
    """A telephone number, kept as it was typed."""

    def __init__(self, *, label: str = "Telephone number", **options: Any) -> None:
        super().__init__(**{"label": label, "autocomplete": "tel", "inputmode": "tel", "classes": "govuk-input--width-20", "max_length": 30, **options})

    def validate(self, value: str) -> None:
        """Refuse what nobody could ring."""
        super().validate(value)
        if value and not PHONE.fullmatch(re.sub(r"[\s().-]", "", value)):
            raise ValidationError("Enter a telephone number, like 01632 960 001, 07700 900 982 or +44 808 157 0192", code="phone")


class CodeField(TextField):
    """A code sent by e-mail or letter, or shown by an authenticator app."""

    def __init__(self, *, label: str, **options: Any) -> None:
        super().__init__(**{"label": label, "autocomplete": "one-time-code", "spellcheck": False, "classes": "govuk-input--width-10 sooner-code-input", **options})


class WholeNumberField(forms.IntegerField):
    """A whole number."""

    widget = forms.TextInput

    def __init__(self, *, label: str, hint: str = "", called: str = "", missing: str = "", **options: Any) -> None:
        told: dict[str, Any] = {"inputmode": "numeric", **NUMBER_LOOKS, **options}
        self.appearance = taken_from(told)
        name = called_of(label, called)
        messages = {"required": missing or missing_sentence(label, called, "Enter"), "invalid": f"{name} must be a whole number"}
        super().__init__(label=label, help_text=hint, error_messages=messages, **told)
        _say_limits(self, name)


class ScoreField(forms.DecimalField):
    """A number that may have decimals, such as a score."""

    widget = forms.TextInput

    def __init__(self, *, label: str, hint: str = "", called: str = "", missing: str = "", **options: Any) -> None:
        told: dict[str, Any] = {"inputmode": "decimal", **NUMBER_LOOKS, **options}
        self.appearance = taken_from(told)
        name = called_of(label, called)
        messages = {"required": missing or missing_sentence(label, called, "Enter"), "invalid": f"{name} must be a number"}
        super().__init__(label=label, help_text=hint, error_messages=messages, **told)
        _say_limits(self, name)
        _say_digits(self, name)


def _say_digits(field: forms.DecimalField, name: str) -> None:
    for validator in field.validators:
        if isinstance(validator, DecimalValidator):
            whole = (field.max_digits or 0) - (field.decimal_places or 0)
            validator.messages = {
                **validator.messages,
                **dict.fromkeys(("max_digits", "max_whole_digits"), f"{name} must have at most {whole} numbers before the point"),
                "max_decimal_places": f"{name} must have at most {field.decimal_places} numbers after the point",
            }


def _say_limits(field: forms.IntegerField | forms.DecimalField, name: str) -> None:
    words = {"min_value": "or more", "max_value": "or fewer" if isinstance(field, forms.IntegerField) else "or less"}
    for validator in field.validators:
        if isinstance(validator, BaseValidator) and validator.code in words:
            both = field.min_value is not None and field.max_value is not None
            between = f"{name} must be between {field.min_value} and {field.max_value}"
            validator.message = between if both else f"{name} must be {validator.limit_value} {words[validator.code]}"


class RadioField(forms.ChoiceField):
    """One choice of a few."""

    widget: type[forms.Widget] = forms.RadioSelect

    def __init__(self, *, label: str, hint: str = "", called: str = "", missing: str = "", **options: Any) -> None:
        self.appearance = taken_from(options)
        sentence = missing or missing_sentence(label, called, "Select")
        super().__init__(label=label, help_text=hint, error_messages={"required": sentence, "invalid_choice": sentence}, **options)


class SelectField(RadioField):
    """One choice of many, in a list that opens. Prefer radios up to about seven."""

    widget = forms.Select


class CheckboxesField(forms.MultipleChoiceField):
    """Any number of choices. `none_value` is the choice that excludes the others."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, *, label: str, hint: str = "", called: str = "", missing: str = "", **options: Any) -> None:
        self.appearance = taken_from(options)
        sentence = missing or missing_sentence(label, called, "Select")
        super().__init__(label=label, help_text=hint, error_messages={"required": sentence, "invalid_choice": sentence}, **options)

    def clean(self, value: Any) -> list[str]:
        """The choices; "none of these" cannot stand beside another."""
        chosen: list[str] = super().clean(value)
        none = self.appearance.none_value
        if none and none in chosen and len(chosen) > 1:
            words = dict(self.choices).get(none, none)  # type: ignore[arg-type]
            raise ValidationError(f"Select the choices that apply, or select “{words}”", code="none_and_others")
        return chosen


class ConfirmField(forms.BooleanField):
    """One box to tick: "I have checked ..."."""

    def __init__(self, *, label: str, hint: str = "", missing: str = "", **options: Any) -> None:
        self.appearance = taken_from(options)
        super().__init__(label=label, help_text=hint, error_messages={"required": missing or f"Tick the box: {lower_first(label)}"}, **options)


class UploadField(forms.FileField):
    """A file."""

    def __init__(self, *, label: str, hint: str = "", missing: str = "", **options: Any) -> None:
        self.appearance = taken_from(options)
        sentence = missing or f"Select {lower_first(label)}"
        super().__init__(label=label, help_text=hint, error_messages={"required": sentence, "empty": "The selected file is empty"}, **options)


def with_choices(form: forms.Form, name: str, choices: Iterable[tuple[str, str]]) -> None:
    """Give a form's field the choices that are known only once somebody looks. Raises ImproperlyConfigured for a field without choices."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise ImproperlyConfigured(f"{name!r} of {type(form).__name__} has no choices: make it a RadioField, SelectField or CheckboxesField.")
    field.choices = list(choices)


class DateError(ValidationError):
    """A wrong date, with the `parts` to mark."""

    def __init__(self, problem: DateProblem) -> None:
        super().__init__(problem.sentence, code="date")
        self.parts = problem.parts


class DateField(forms.Field):
    """A date in three parts. `when` needs the form's `today`; `earliest` and `latest` are days, both allowed."""

    widget = DatePartsInput

    def __init__(
        self, *, label: str, hint: str = "", called: str = "", missing: str = "", when: When = "", **options: Any
    ) -> None:
        self.today: date | None = None
        self.when: When = when
        self.earliest: date | None = options.pop("earliest", None)
        self.latest: date | None = options.pop("latest", None)
        self.called = called_of(label, called)
        self.appearance = taken_from(options)
        sentence = missing or missing_sentence(label, called, "Enter")
        super().__init__(label=label, help_text=hint, error_messages={"required": sentence}, **options)

    def clean(self, value: DateParts | None) -> date | None:
        """The date, or None when it may be empty and is."""
        if not value or not any(value):
            if self.required:
                raise ValidationError(self.error_messages["required"], code="required")
            return None
        if self.when and self.today is None:
            raise ImproperlyConfigured(f"The form with {self.label!r} needs today=viewer.on to know what is {self.when}.")
        try:
            day = read(value, called=self.called)
            check_when(day, when=self.when, today=self.today or day, called=self.called)
            check_between(day, earliest=self.earliest, latest=self.latest, called=self.called)
        except DateProblem as problem:
            raise DateError(problem) from problem
        return day

    def has_changed(self, initial: object, data: object) -> bool:
        """Whether the typed date differs from the first one."""
        try:
            return self.clean(data if isinstance(data, DateParts) else None) != initial
        except ValidationError:
            return True
