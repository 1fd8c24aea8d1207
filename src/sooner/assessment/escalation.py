"""Which promises to a child are overdue on a date, who must act, and what the family can do about it (rule TM-15)."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sooner.assessment.tiers import Pack, ServiceLevel, tier_model

FAMILY_OPTIONS: tuple[str, ...] = (
    "Ask the person named above what will happen and by when.",
    "Complain to the school or setting: its complaints procedure is on its website.",
    "Ask the council for an EHC needs assessment. You can do this at any time, without the school's agreement.",
    "Talk to SENDIASS, the free advice service that is independent of the council.",
)


@dataclass(frozen=True)
class Overdue:
    """One promise not kept by its last day: how late in school days, who must act and who has been told."""

    service_level: ServiceLevel
    due_on: date
    school_days_late: int
    who_must_act: str
    who_is_told: str
    sentence: str
    family_sentence: str
    family_options: tuple[str, ...] = FAMILY_OPTIONS


def due_on(level: ServiceLevel, *, started_on: date, school_days: Sequence[date]) -> date | None:
    """The last day to keep a promise: its nth school day after `started_on`; None where the calendar does not reach that far."""
    place = bisect_right(school_days, started_on) + level.school_days - 1
    return school_days[place] if place < len(school_days) else None


def overdue(
    happened: Mapping[str, date | None], *, on: date, school_days: Sequence[date], pack: Pack = "report_2024"
) -> tuple[Overdue, ...]:
    """The promises already broken on a date, longest overdue first.

    `happened` gives the day of each event the promises name (concern_noted, baseline_completed, first_session, ...; absent or
    None: not yet); `school_days` is the setting's sorted calendar around those days.
    """
    names = tier_model(pack).events
    for name in happened:
        if name not in names:
            raise ValueError(f"'{name}' is not an event a promise counts from. Use: {', '.join(sorted(names))}.")
    found = (_broken(level, happened, on, school_days) for level in tier_model(pack).service_levels)
    return tuple(sorted((each for each in found if each), key=lambda each: -each.school_days_late))


def _broken(
    level: ServiceLevel, happened: Mapping[str, date | None], on: date, school_days: Sequence[date]
) -> Overdue | None:
    started_on, met_on = happened.get(level.counts_from), happened.get(level.met_by)
    if started_on is None or (met_on is not None and met_on <= on):
        return None
    limit_on = due_on(level, started_on=started_on, school_days=school_days)
    if limit_on is None or on <= limit_on:
        return None
    late = bisect_right(school_days, on) - bisect_right(school_days, limit_on)
    return Overdue(
        service_level=level,
        due_on=limit_on,
        school_days_late=late,
        who_must_act=level.who,
        who_is_told=level.told,
        sentence=f"{level.says}: this was due by {_words(limit_on)}. {level.who} must act, and this goes to: {level.told}.",
        family_sentence=f"We promised: {level.says[0].lower()}{level.says[1:]}. This was due by {_words(limit_on)} "
        f"and has not happened. {level.who} is responsible for putting it right.",
    )


def _words(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
