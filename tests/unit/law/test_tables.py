"""The strict table reader: every refusal names the file, the field and the remedy."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

import pytest

from sooner.law.tables import TableError, parsed, read


@dataclass(frozen=True)
class Part:
    """A part of a table."""

    name: str


@dataclass(frozen=True)
class Whole:
    """One field of every kind the reader knows."""

    title: str
    hours: int
    share: float
    open: bool
    starts_on: date
    grade: Literal["A", "B"]
    parts: tuple[Part, ...]
    until: date | None = None


GOOD = """
title = "Reading"
hours = 3
share = 1
open = true
starts_on = 2026-09-01
grade = "A"
parts = [{name = "one"}, {name = "two"}]
"""


def test_a_table_becomes_the_record_it_is_read_as():
    whole = parsed(GOOD, Whole, path="t.toml")
    assert whole == Whole("Reading", 3, 1.0, True, date(2026, 9, 1), "A", (Part("one"), Part("two")))
    assert type(whole.share) is float


def test_an_optional_field_is_read_when_it_is_there():
    assert parsed(GOOD + "until = 2027-01-01", Whole, path="t.toml").until == date(2027, 1, 1)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (("hours = 3", 'hours = "3"'), "t.toml: 'hours' is '3'. Write a whole number, such as 6."),
        (("hours = 3", "hours = true"), "t.toml: 'hours' is True. Write a whole number, such as 6."),
        (("share = 1", 'share = "x"'), "t.toml: 'share' is 'x'. Write a number, such as 0.8."),
        (("open = true", "open = 1"), "t.toml: 'open' is 1. Write true or false."),
        (("2026-09-01", "2026-09-01T10:00:00"), "'starts_on' has a time of day. Write only a date"),
        (('grade = "A"', 'grade = "D"'), "t.toml: 'grade' is 'D'. Write one of: A, B."),
        (('grade = "A"', ""), "t.toml: 'grade' is missing. Add grade = one of: A, B."),
        (("hours = 3", ""), "t.toml: 'hours' is missing. Add hours = a whole number, such as 6."),
        (('parts = [{name = "one"}, {name = "two"}]', ""), "'parts' is missing. Add parts = a list, in square brackets."),
        (('[{name = "one"}, {name = "two"}]', '"one"'), "'parts' is 'one'. Write a list, in square brackets."),
        (('{name = "two"}', "2"), "'parts', item 2 is 2. Write a table of its own"),
        (('{name = "two"}', '{nam = "two"}'), "'parts', item 2: 'nam' is not a field here. Use one of: name."),
    ],
)
def test_a_wrong_table_is_refused_with_field_and_remedy(change, message):
    with pytest.raises(TableError) as error:
        parsed(GOOD.replace(*change), Whole, path="t.toml")
    assert message in str(error.value)


def test_a_wrong_optional_value_names_what_is_wanted():
    with pytest.raises(TableError, match="'until' is 'soon'. Write a date"):
        parsed(GOOD + 'until = "soon"', Whole, path="t.toml")


def test_a_required_field_that_may_be_empty_still_says_what_it_takes():
    @dataclass(frozen=True)
    class Loose:
        on: date | None

    with pytest.raises(TableError, match="Add on = a date"):
        parsed("", Loose, path="t.toml")


def test_text_that_is_not_toml_is_refused():
    with pytest.raises(TableError, match="t.toml: this is not valid TOML"):
        parsed("title = ", Whole, path="t.toml")


def test_a_file_that_does_not_exist_is_named():
    with pytest.raises(TableError, match="nowhere.toml: there is no such table in sooner.law"):
        read("nowhere.toml", Whole)
