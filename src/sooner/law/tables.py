"""Reads one dated table of values (a TOML file) into frozen dataclasses, strictly.

The dataclass is the schema: every field of the file must be a field of the dataclass and the other way round, so a misspelt
name, a missing value or text where a number belongs is refused on reading, with the file, the field and the remedy.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, Field, dataclass, fields, is_dataclass
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from types import UnionType
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

Shape = TypeVar("Shape")

PLAIN_WORDS: Mapping[object, str] = {
    str: 'text in quotes, such as "six weeks"',
    int: "a whole number, such as 6",
    float: "a number, such as 0.8",
    bool: "true or false",
    date: "a date, such as 2024-09-01",
}


class TableError(ValueError):
    """A table cannot be read as it stands; the message names the file, the field and what to write instead."""


@dataclass(frozen=True)
class About:
    """Where the values of one file come from: its version, legal standing, source and how the source was read."""

    title: str
    version: str
    standing: Literal["in_force", "statutory_guidance", "proposed", "derived", "practice", "assumption", "published"]
    source: str
    checked: str
    note: str = ""


def read(path: str, shape: type[Shape], *, within: str = "sooner.law") -> Shape:
    """The table at `path` inside the package `within`, as one `shape`; raises TableError, naming file, field and remedy."""
    source = files(within).joinpath(path)
    if not source.is_file():
        raise TableError(f"{path}: there is no such table in {within}. Check the name, or add the file.")
    return parsed(source.read_text(encoding="utf-8"), shape, path=path)


def parsed(text: str, shape: type[Shape], *, path: str) -> Shape:
    """The same for text already in hand; `path` is only what errors call it."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise TableError(f"{path}: this is not valid TOML ({error}). Correct the line named.") from error
    built: Shape = _record(content, shape, path)
    return built


def _record(content: Mapping[str, object], shape: Any, where: str) -> Any:
    expected = {field.name: field for field in fields(shape)}
    for name in content:
        if name not in expected:
            raise TableError(f"{where}: '{name}' is not a field here. Use one of: {', '.join(expected)}.")
    hints = _hints(shape)
    return shape(**{name: _field(content, field, hints[name], where) for name, field in expected.items()})


@cache
def _hints(shape: Any) -> Mapping[str, Any]:
    """Working these out takes longer than reading the file, so once for each shape."""
    return get_type_hints(shape)


def _field(content: Mapping[str, object], field: Field[Any], hint: Any, where: str) -> Any:
    if field.name in content:
        return _value(content[field.name], hint, f"{where}: '{field.name}'")
    if field.default is not MISSING:
        return field.default
    raise TableError(f"{where}: '{field.name}' is missing. Add {field.name} = {_wanted(hint)}.")


def _value(value: object, hint: Any, where: str) -> Any:
    origin, options = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        return _value(value, next(option for option in options if option is not type(None)), where)
    if origin is tuple:
        return _list(value, options[0], where)
    if origin is Literal:
        return _choice(value, options, where)
    if hint is date and isinstance(value, datetime):
        raise TableError(f"{where} has a time of day. Write only {PLAIN_WORDS[date]}.")
    if is_dataclass(hint) and isinstance(value, dict):
        return _record(value, hint, where)
    if hint is float and type(value) is int:
        return float(value)
    if type(value) is not hint:
        raise TableError(f"{where} is {value!r}. Write {_wanted(hint)}.")
    return value


def _list(value: object, hint: Any, where: str) -> tuple[Any, ...]:
    if not isinstance(value, list):
        raise TableError(f"{where} is {value!r}. Write a list, in square brackets.")
    return tuple(_value(item, hint, f"{where}, item {number}") for number, item in enumerate(value, start=1))


def _choice(value: object, options: tuple[object, ...], where: str) -> object:
    if value not in options or isinstance(value, bool):
        raise TableError(f"{where} is {value!r}. Write one of: {', '.join(str(option) for option in options)}.")
    return value


def _wanted(hint: Any) -> str:
    options = get_args(hint)
    if get_origin(hint) is Literal:
        return "one of: " + ", ".join(str(option) for option in options)
    if get_origin(hint) in (Union, UnionType):
        return _wanted(next(option for option in options if option is not type(None)))
    if get_origin(hint) is tuple:
        return "a list, in square brackets"
    return PLAIN_WORDS.get(hint, "a table of its own, such as [name]")
