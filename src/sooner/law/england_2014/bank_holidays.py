"""The bank holidays of England that are loaded, and for which years."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from sooner.law.tables import About, read


@dataclass(frozen=True)
class Year:
    """The weekdays of one year that are bank holidays."""

    year: int
    days: tuple[date, ...]


@dataclass(frozen=True)
class BankHolidays:
    """The whole table with its source. Outside `first_year` to `last_year` only weekends are known."""

    about: About
    first_year: int
    last_year: int
    years: tuple[Year, ...]


@cache
def bank_holidays() -> BankHolidays:
    """The table as shipped."""
    return read("england_2014/bank_holidays.toml", BankHolidays)
