"""The states of the EHC process and the steps between them, as data."""

from dataclasses import dataclass
from functools import cache

from sooner.law.tables import About, read


@dataclass(frozen=True)
class State:
    """Where a case can stand. `is_end` states are left only by a step that names them."""

    name: str
    words: str
    is_end: bool = False


@dataclass(frozen=True)
class Step:
    """An event, or `event=value`, that moves a case on. `from_` are the states it normally starts from."""

    event: str
    words: str
    to: str
    from_: tuple[str, ...]


@dataclass(frozen=True)
class Alongside:
    """Events that move nothing, and the states they fit."""

    events: tuple[str, ...]
    states: tuple[str, ...]


@dataclass(frozen=True)
class Process:
    """Everything in process.toml, in the order of the process."""

    about: About
    states: tuple[State, ...]
    steps: tuple[Step, ...]
    alongside: tuple[Alongside, ...]


@cache
def process() -> Process:
    """The process as shipped."""
    return read("england_2014/process.toml", Process)
