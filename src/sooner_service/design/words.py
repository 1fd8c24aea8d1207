"""Dates, names and counts as people read them."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def as_day(value: object) -> date | None:
    """The day of a date, of a moment as London counts it, or of an ISO text; None for anything else."""
    if isinstance(value, datetime):
        return (value.astimezone(LONDON) if value.tzinfo else value).date()
    if isinstance(value, date):
        return value
    if isinstance(value, str):
        try:
            return date.fromisoformat(value[:10])
        except ValueError:
            return None
    return None


def uk_date(value: object) -> str:
    """3 March 2027; empty for no date."""
    day = as_day(value)
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}" if day else ""


def uk_date_short(value: object) -> str:
    """3 Mar 2027; empty for no date."""
    day = as_day(value)
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}" if day else ""


def uk_moment(value: object) -> str:
    """3 March 2027 at 2:05pm; empty for no moment."""
    if not isinstance(value, datetime):
        return uk_date(value)
    local = value.astimezone(LONDON) if value.tzinfo else value
    half = "am" if local.hour < 12 else "pm"
    return f"{uk_date(local)} at {local.hour % 12 or 12}:{local.minute:02d}{half}"


def in_days(value: object, today: object) -> str:
    """How far a day is from today: today, tomorrow, yesterday, in 4 days, 4 days ago; empty when either is missing."""
    day, now = as_day(value), as_day(today)
    if day is None or now is None:
        return ""
    away = (day - now).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    return near.get(away) or (f"in {away} days" if away > 0 else f"{-away} days ago")


def initials(name: object) -> str:
    """The first letters of a name, for lists on shared screens: Amara Okafor-Bell is AO."""
    parts = [part for part in str(name or "").split() if part[:1].isalpha()]
    return "".join(part[0].upper() for part in (parts[:1] + parts[-1:] if len(parts) > 1 else parts))


def in_words(value: object) -> str:
    """An answer as a person would say it: dates in full, yes and no, lists with commas, nothing as "Not answered"."""
    if value is None or value == "" or value == []:
        return "Not answered"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        return uk_moment(value)
    if isinstance(value, date):
        return uk_date(value)
    if isinstance(value, list | tuple | set | frozenset):
        return ", ".join(in_words(each) for each in value)
    return str(value)


def lower_first(text: str) -> str:
    """The text to go inside a sentence: EHC plan stays, Date of birth becomes date of birth."""
    return text if len(text) > 1 and text[1].isupper() else text[:1].lower() + text[1:]
