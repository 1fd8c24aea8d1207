"""The one number: days from the first recorded concern to the first delivered session of a support chosen for it.

Open waits count (Kaplan-Meier), and the median is never shown alone: concerns per 100 pupils and support still running at six
weeks stand beside it, so that neither silence nor a token session makes it look better.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sooner.law.report_2024.thresholds import thresholds
from sooner.measures.survival import kaplan_meier

SMALLEST_PUBLISHED = 10
BANDS: tuple[tuple[int, str], ...] = (
    (7, "within a week"),
    (14, "one to two weeks"),
    (28, "two to four weeks"),
    (56, "four to eight weeks"),
    (112, "eight to sixteen weeks"),
)
LONGEST_BAND = "more than sixteen weeks"
NOT_HALF_YET = "fewer than half have started support yet"


@dataclass(frozen=True)
class Concern:
    """A concern and the delivered sessions of supports chosen for it (not of others).

    `goal_met` marks support that ended because it worked, so that a short success is not counted as support that lapsed.
    """

    key: str
    noted_on: date
    first_session_on: date | None = None
    last_session_on: date | None = None
    goal_met: bool = False


@dataclass(frozen=True)
class Wait:
    """Days waited; `is_open` where support has not started, and the days are only those waited so far."""

    key: str
    days: int
    is_open: bool


@dataclass(frozen=True)
class Headline:
    """The number with what keeps it honest. `median_days` is None while fewer than half have started; shares are 0 to 1."""

    on: date
    median_days: float | None
    concerns: int
    open_waits: int
    concerns_per_100: float | None
    running_share: float | None
    running_of: int


@dataclass(frozen=True)
class Published:
    """A figure as anyone may see it: a band, or None with the reason nothing is shown."""

    band: str | None
    reason: str | None


def waits(concerns: Sequence[Concern], *, on: date) -> tuple[Wait, ...]:
    """The wait of each concern noted by a date; one without a session by then is open and counts the days so far.

    Support that began before somebody wrote the concern down waited 0 days.
    """
    return tuple(_wait(concern, on) for concern in concerns if concern.noted_on <= on)


def _wait(concern: Concern, on: date) -> Wait:
    first = concern.first_session_on
    if first is None or first > on:
        return Wait(concern.key, (on - concern.noted_on).days, is_open=True)
    return Wait(concern.key, max(0, (first - concern.noted_on).days), is_open=False)


def headline(concerns: Sequence[Concern], *, pupils: int, on: date) -> Headline:
    """The figures of a school or area on a date, for those who may see its children; `pupils` is the number on roll."""
    found = waits(concerns, on=on)
    running = _running(concerns, on)
    return Headline(
        on=on,
        median_days=_median(found),
        concerns=len(found),
        open_waits=sum(wait.is_open for wait in found),
        concerns_per_100=100 * len(found) / pupils if pupils else None,
        running_share=sum(running) / len(running) if running else None,
        running_of=len(running),
    )


def _median(found: Sequence[Wait]) -> float | None:
    if not found:
        return None
    middle = kaplan_meier([float(wait.days) for wait in found], [not wait.is_open for wait in found]).median
    return None if middle is None else float(middle)


def _running(concerns: Sequence[Concern], on: date) -> tuple[bool, ...]:
    """Whether each support spanned six weeks, for those old enough to judge (days of grace included) that did not end in success."""
    rule = thresholds().running
    judged_from = on - timedelta(days=rule.six_weeks_in_days + rule.grace_days)
    return tuple(
        concern.last_session_on is not None
        and (concern.last_session_on - concern.first_session_on).days >= rule.six_weeks_in_days
        for concern in concerns
        if concern.first_session_on is not None and concern.first_session_on <= judged_from and not concern.goal_met
    )


def published_band(days: float | None, *, children: int) -> Published:
    """The band that may be published for a median over a number of children; none for fewer than ten (bands end inclusively)."""
    if children < SMALLEST_PUBLISHED:
        return Published(None, f"Not shown: fewer than {SMALLEST_PUBLISHED} children, so that nobody can be recognised.")
    if days is None:
        return Published(NOT_HALF_YET, None)
    return Published(next((band for end, band in BANDS if days <= end), LONGEST_BAND), None)


def longest_wait(found: Sequence[Wait], *, may_see_the_child: bool) -> Wait | None:
    """The longest wait, open or ended, only for someone who may see the child it belongs to; None otherwise or with no waits."""
    if not may_see_the_child:
        return None
    return max(found, key=lambda wait: wait.days, default=None)
