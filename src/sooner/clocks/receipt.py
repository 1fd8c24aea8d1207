"""The day on which something sent at a moment was received, where published readings differ (C-5)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sooner.clocks.working_days import is_working_day, on_or_after

LONDON = ZoneInfo("Europe/London")
OFFICE_CLOSES_AT = 17


def received_on(moment: datetime) -> date:
    """The day in London on which it arrived, working day or not. Raises ValueError for a moment without a time zone."""
    return _in_london(moment).date()


def latest_on(moment: datetime) -> date:
    """The later published reading: after 5pm or on a day that is not a working day, it counts from the next working day."""
    local = _in_london(moment)
    day = local.date()
    is_next = local.hour >= OFFICE_CLOSES_AT and is_working_day(day)
    return on_or_after(day + timedelta(days=1) if is_next else day)


def _in_london(moment: datetime) -> datetime:
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone. Give the moment with its zone, so that its day in London is certain.")
    return moment.astimezone(LONDON)
