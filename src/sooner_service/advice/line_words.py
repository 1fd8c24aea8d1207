"""A line of provision in the words of somebody who reads it at home."""

from datetime import date
from decimal import Decimal

from sooner.plans.document import Line
from sooner_service.design.words import uk_date

_EVEN = {0.5: "once every two weeks", 1.0: "once a week", 2.0: "twice a week"}


def how_often(times_a_week: float | Decimal | None) -> str:
    """How many times: 0.5 is once every two weeks; empty when it is not said."""
    if not times_a_week:
        return ""
    number = float(times_a_week)
    return _EVEN.get(number, f"{number:g} times a week")


def in_group(size: int) -> str:
    """Alone or with how many."""
    return "one to one" if size == 1 else f"in a group of {size}"


def line_sentence(line: Line, *, with_names: bool) -> str:
    """How long, how often, with how many, with whom and from when. A name is left out where names of staff are closed."""
    minutes = f"{line.minutes} minutes" if line.minutes else ""
    parts = [" ".join(part for part in (minutes, how_often(line.times_a_week)) if part), in_group(line.group_size)]
    if with_names and line.who:
        parts.append(f"with {line.who}")
    words = ", ".join(part for part in parts if part)
    return f"{words[:1].upper()}{words[1:]}. {_period(line.starts_on, line.until)}".strip()


def _period(starts_on: date | None, until: date | None) -> str:
    if starts_on is None:
        return ""
    return f"From {uk_date(starts_on)} until {uk_date(until)}." if until else f"From {uk_date(starts_on)}."
