"""An answer as other programs read it: named fields, null for undefined, and the reason of each null under its path."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import isfinite
from typing import TypeAlias

from sooner.measures.quantity import OUT_OF_RANGE, Quantity, Range, Verdict

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


@dataclass(frozen=True)
class Nothing:
    """A field that is undefined for a reason."""

    reason: str


@dataclass(frozen=True)
class Answer:
    """The fields of one case, and the reason of each undefined one; a wholly undefined group has a reason of its own as well."""

    result: dict[str, Json]
    undefined: dict[str, str]


def answer(found: object) -> Answer:
    """The first row of a dataclass or mapping of quantities, verdicts, ranges, inner groups and plain values."""
    reasons: dict[str, str] = {}
    return Answer({name: _plain(each, name, reasons) for name, each in _members(found)}, reasons)


def _members(found: object) -> Iterator[tuple[str, object]]:
    if isinstance(found, Mapping):
        yield from found.items()
    else:
        names: Mapping[str, object] = getattr(found, "__dataclass_fields__", {})
        yield from ((name, getattr(found, name)) for name in names)


def _plain(found: object, path: str, reasons: dict[str, str]) -> Json:
    match found:
        case Quantity() | Verdict():
            return _noted(found.at(0), found.why(0), path, reasons)
        case Range():
            ends: list[Json] = [found.lower.at(0), found.upper.at(0)]
            why = found.lower.why(0) or found.upper.why(0)
            return _noted(None if why else ends, why, path, reasons)
        case Nothing():
            return _noted(None, found.reason, path, reasons)
        case float() if not isfinite(found):
            return _noted(None, OUT_OF_RANGE, path, reasons)
        case None | bool() | int() | float() | str():
            return found
        case list() | tuple():
            return [_plain(each, path, reasons) for each in found]
        case _:
            return _group(found, path, reasons)


def _noted(value: Json, why: str | None, path: str, reasons: dict[str, str]) -> Json:
    if why:
        reasons[path] = why
    return value


def _group(found: object, path: str, reasons: dict[str, str]) -> Json:
    own: dict[str, str] = {}
    group = {name: _plain(each, f"{path}.{name}", own) for name, each in _members(found)}
    if own and all(value is None for value in group.values()):
        reasons[path] = next(iter(own.values()))
    reasons.update(own)
    return group
