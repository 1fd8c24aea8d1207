"""Types of need: the code set of the SEN2 return and the school census, with everyday names."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sooner.law.report_2024.baseline_form import Area
from sooner.law.tables import About, read


@dataclass(frozen=True)
class NeedType:
    """One type; `area` is None where no broad area is assigned, `starts_on` None where the code is older than the table."""

    code: str
    name: str
    plain: str
    in_sen2: bool
    in_census: bool
    area: Area | None = None
    starts_on: date | None = None


@dataclass(frozen=True)
class NeedTypes:
    """Everything in need_types.toml."""

    about: About
    types: tuple[NeedType, ...]


@cache
def need_types() -> tuple[NeedType, ...]:
    """Every type of need, by broad area."""
    return read("data_standards/need_types.toml", NeedTypes).types


def need_type(code: str) -> NeedType:
    """One type by its code; ValueError for a code that is not in the set."""
    for each in need_types():
        if each.code == code:
            return each
    raise ValueError(f"'{code}' is not a type of need. Use one of: {', '.join(each.code for each in need_types())}.")
