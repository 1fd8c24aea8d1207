"""Names, streets and the names of settings, read from the word lists."""

from dataclasses import dataclass
from functools import cache

from sooner.law.tables import About, read
from sooner_service.project.demonstration.drawing import Drawing

WORDS = "sooner_service.project.demonstration.words"


@dataclass(frozen=True)
class People:
    """Names that go together, with the languages of families who speak another than English at home."""

    key: str
    weight: int
    english: float
    languages: tuple[str, ...]
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    families: tuple[str, ...]


@dataclass(frozen=True)
class Names:
    """Everything in names.toml."""

    about: About
    peoples: tuple[People, ...]


@dataclass(frozen=True)
class School:
    """A setting as it is at full size."""

    key: str
    name: str
    pupils: int
    trust: bool = False
    nobody_trained: bool = False


@dataclass(frozen=True)
class Body:
    """An organisation that is not a setting."""

    key: str
    kind: str
    name: str


@dataclass(frozen=True)
class Others:
    """The settings that are one of their kind."""

    nursery: School
    college: School
    special_school: School
    alternative_provision: School


@dataclass(frozen=True)
class Places:
    """Everything in places.toml."""

    about: About
    streets: tuple[str, ...]
    villages: tuple[str, ...]
    class_names: tuple[str, ...]
    primaries: tuple[School, ...]
    secondaries: tuple[School, ...]
    others: Others
    bodies: tuple[Body, ...]


@cache
def peoples() -> tuple[People, ...]:
    """Every group of names."""
    return read("names.toml", Names, within=WORDS).peoples


@cache
def places() -> Places:
    """Streets, settings and bodies."""
    return read("places.toml", Places, within=WORDS)


@cache
def _shares() -> dict[int, float]:
    return {place: float(each.weight) for place, each in enumerate(peoples())}


def some_people(draw: Drawing) -> People:
    """A group of names, as often as its weight."""
    return peoples()[draw.weighted(_shares())]


def given_name(draw: Drawing, people: People, *, sex: str) -> str:
    """A given name for a sex, F or M."""
    return draw.one_of(people.girls if sex == "F" else people.boys)


def address(draw: Drawing) -> str:
    """A house in a street of the area; it has no postcode, so that none can be a live one."""
    known = places()
    return f"{draw.between(1, 120)} {draw.one_of(known.streets)}, {draw.one_of(known.villages)}"


def mobile(draw: Drawing) -> str:
    """A mobile number from the range kept for drama."""
    return f"07700 900{draw.between(0, 999):03}"


def landline(draw: Drawing) -> str:
    """A landline number from the range kept for drama."""
    return f"01632 960{draw.between(0, 999):03}"


class Mailboxes:
    """E-mail addresses at domains kept for examples, no two alike."""

    def __init__(self) -> None:
        self._used: set[str] = set()

    def address(self, name: str, *, domain: str) -> str:
        """An address made from a name."""
        start = ".".join(name.lower().replace("'", "").split())
        number, found = 1, f"{start}@{domain}"
        while found in self._used:
            number += 1
            found = f"{start}{number}@{domain}"
        self._used.add(found)
        return found
