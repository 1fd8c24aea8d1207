"""One case's facts in, all its duties out: what the law asks by when, and what became of it."""

from typing import NamedTuple

from sooner.clocks.case import read_case
from sooner.clocks.deadline import Deadline
from sooner.clocks.exemptions import must_be_known_rules
from sooner.clocks.history import must_be_possible, warnings
from sooner.clocks.rows import rows


class Answer(NamedTuple):
    """Every row that the events start, by limit and then by rule, and what a reader has to know beside them."""

    deadlines: tuple[Deadline, ...]
    warnings: tuple[str, ...]


def answer(case: object) -> Answer:
    """All duties of a case on its `today`. The input is the contract of `sooner clocks`; dates may be text or date objects.

    Raises Refused, with one sentence, for facts that are not in the contract or a history that cannot be.
    """
    read = read_case(case)
    must_be_known_rules(read)
    must_be_possible(read)
    found = rows(read)
    return Answer(tuple(found), tuple(warnings(read, found)))
