"""Reads the rulebook's paragraphs that have no date of their own."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from sooner.law.england_2014.duties import Checked, Standing
from sooner.law.tables import read

CHAPTERS = ("counting", "process", "after_the_plan", "rights", "schools")


@dataclass(frozen=True)
class Paragraph:
    """One rule in the project's own words, with its source, its force and how it was checked."""

    id: str
    says: str
    authority: str
    checked: Checked
    standing: Standing = "in_force"
    note: str = ""


@dataclass(frozen=True)
class Chapter:
    """The paragraphs of one file."""

    title: str
    paragraphs: tuple[Paragraph, ...]


@cache
def chapters() -> Mapping[str, Chapter]:
    """Every chapter by name, in order."""
    return {name: read(f"england_2014/rulebook/{name}.toml", Chapter) for name in CHAPTERS}
