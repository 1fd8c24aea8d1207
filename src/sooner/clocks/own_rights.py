"""When a young person's own rights begin (law P-1)."""

from datetime import date, timedelta

_SCHOOL_YEAR_STARTS = (9, 1)
_JUNE = 6
_LAST_OF_JUNE = 30
_FRIDAY = 4
_AGE = 16


def own_rights_from(born_on: date) -> date:
    """The day after the last Friday of June of the school year in which the person turns 16.

    A school year runs from 1 September to 31 August, so someone born on 31 August 2010 turns 16 in the year that
    ends in 2026 and someone born a day later in the year after. Source: Education Act 1996 s.8 and the Children
    and Families Act 2014 s.83, as read in the project's law pages (rule P-1).
    """
    turns_on_year = born_on.year + _AGE
    ends_in = turns_on_year + 1 if (born_on.month, born_on.day) >= _SCHOOL_YEAR_STARTS else turns_on_year
    last = date(ends_in, _JUNE, _LAST_OF_JUNE)
    last_friday = last - timedelta(days=(last.weekday() - _FRIDAY) % 7)
    return last_friday + timedelta(days=1)
