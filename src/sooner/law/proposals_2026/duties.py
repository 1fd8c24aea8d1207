"""The dated parts of the 2026 proposals. Proposed, not law."""

from functools import cache

from sooner.law.england_2014.duties import Duty, Table
from sooner.law.tables import read


@cache
def proposed() -> Table:
    """The table of proposed duties, with its source."""
    return read("proposals_2026/duties.toml", Table)


def proposed_duties() -> tuple[Duty, ...]:
    """Every dated duty that is proposed."""
    return proposed().duties
