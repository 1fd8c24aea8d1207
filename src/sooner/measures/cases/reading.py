"""What a case gives, field by field; anything that is not what a field takes is refused by name with its remedy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import isfinite
from typing import TypeVar

import numpy as np

from sooner.measures.quantity import Floats
from sooner.measures.series import padded

Number = float | None
Choice = TypeVar("Choice", bound=str)


class Refused(ValueError):
    """An input that cannot be used; the message is a clause naming the field, the value and what to give instead."""


@dataclass(frozen=True)
class Given:
    """The input of one case. `where` is the path of an inner object, so that a refusal names the whole path."""

    fields: Mapping[str, object]
    where: str = ""

    def has(self, name: str) -> bool:
        """Whether a field is given and not null."""
        return self.fields.get(name) is not None

    def number(self, name: str, default: float = np.nan) -> float:
        """A number; the default (NaN: missing) where the field is absent or null."""
        value = self.fields.get(name)
        return default if value is None else self._number(name, value)

    def whole(self, name: str) -> int | None:
        """A whole number; None where absent or null."""
        value = self.fields.get(name)
        if value is None or (isinstance(value, int) and not isinstance(value, bool) and abs(value) <= 15):
            return value
        raise self.refused(name, value, "a whole number of decimals", "Give a whole number such as 0 or 2")

    def choice(self, name: str, options: Sequence[Choice], default: Choice) -> Choice:
        """One of the options; the default where absent or null."""
        value = self.fields.get(name)
        if value is None:
            return default
        for option in options:
            if value == option:
                return option
        raise self.refused(name, value, "a choice this field has", f"Use one of {', '.join(options)}")

    def flag(self, name: str, default: bool = True) -> bool:
        """True or false; the default where absent or null."""
        value = self.fields.get(name)
        if value is None:
            return default
        if isinstance(value, bool):
            return value
        raise self.refused(name, value, "true or false", "Give true or false")

    def sign(self, name: str) -> float:
        """+1 or -1 from a true or false that says whether higher counts as better (or as need)."""
        return 1.0 if self.flag(name) else -1.0

    def numbers(self, name: str) -> list[Number]:
        """A list of numbers, None where missing. The field must be there."""
        return [self._maybe(f"{name}[{at}]", each) for at, each in enumerate(self.items(name))]

    def row(self, name: str) -> Floats:
        """A list of numbers as an array of one row."""
        return padded([self.numbers(name)])

    def table(self, name: str) -> Floats:
        """A list of equally long lists of numbers as an array."""
        rows = [Given({"": each}, f"{self.where}{name}[{at}]").numbers("") for at, each in enumerate(self.items(name))]
        if len({len(each) for each in rows}) > 1:
            raise Refused(f'field "{self.where}{name}" has rows of different length; give every row the same number of values')
        return padded(rows) if rows else np.full((0, 0), np.nan)

    def items(self, name: str) -> Sequence[object]:
        """A list of anything. The field must be there."""
        value = self.fields.get(name)
        if isinstance(value, list):
            return value
        raise self.refused(name, value, "a list", "Give a list in square brackets")

    def inner(self, name: str) -> "Given":
        """An object within the input. The field must be there."""
        return self.as_object(name, self.fields.get(name))

    def as_object(self, name: str, value: object) -> "Given":
        """A value that must itself be an object with fields."""
        if isinstance(value, dict):
            return Given(value, f"{self.where}{name}.")
        raise self.refused(name, value, "an object with fields", "Give an object in curly brackets")

    def refused(self, name: str, value: object, wanted: str, remedy: str) -> Refused:
        """The refusal of a value, ready to raise."""
        path = f"{self.where}{name}"
        if value is None and name not in self.fields:
            return Refused(f'field "{path}" is not there; {remedy[0].lower()}{remedy[1:]}')
        return Refused(f'field "{path}": {shown(value)} is not {wanted}; {remedy[0].lower()}{remedy[1:]}')

    def _maybe(self, name: str, value: object) -> Number:
        return None if value is None else self._number(name, value)

    def _number(self, name: str, value: object) -> float:
        if isinstance(value, int | float) and not isinstance(value, bool):
            found = _as_float(value)
            if isfinite(found):
                return found
        raise self.refused(name, value, "a number", "Give a number, or null where it is missing")


def _as_float(value: float) -> float:
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def shown(value: object) -> str:
    """A value as a message shows it, cut short."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    words = f'"{value}"' if isinstance(value, str) else str(value)
    return words if len(words) <= 60 else f"{words[:57]}..."
