"""The evidence beside a decision: the numbers, what would settle an open question, and how often the rule is wrong."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sooner.assessment.judging import chance_words
from sooner.law.report_2024.decision_rule import ErrorRates, MedianRates, Study, decision_rule
from sooner_service.assessment.queries.decisions import Review
from sooner_service.design.words import uk_date
from sooner_service.pages.school.progress.numbers import score_words, share_words

if TYPE_CHECKING:
    from sooner_service.plans.models import Goal

RULES = {"bayes_aim": "how sure growth is too slow (Bayes rule)", "median_3": "the middle one of the last three scores"}
LEVELS = {"at_or_above": "At or above most pupils of this age", "below": "Below most pupils of this age"}
UNKNOWN_LEVEL = "Not known: no level was given for this goal"
OPEN = ("insufficient", "undetermined")


def evidence_rows(goal: "Goal", review: Review) -> list[tuple[str, str]]:
    """The numbers behind the proposal, as questions and answers."""
    seen, delivery, says = review.evidence, review.delivery, review.judgement
    last_scores = seen["last_scores"]
    last = ", ".join(score_words(value, goal.decimals) for value in last_scores) if isinstance(last_scores, list) else ""
    aim, level = seen["aim_at_last_score"], str(seen["level"])
    given = "No support runs for this goal"
    if delivery:
        share = share_words(delivery.delivered_share)
        given = f"{delivery.delivered} of {delivery.promised} sessions promised since {uk_date(review.since)} ({share})"
    return [
        ("What the rule says", says.sentence),
        *_growth_rows(review),
        ("Last scores", last or "None yet"),
        ("The line to the goal at the last score", f"{aim:.1f}" if isinstance(aim, float) else "–"),
        ("Delivered", given),
        ("Attendance", share_words(_share(seen["attendance_share"]))),
        ("Weeks counted in this tier", str(seen["weeks_in_tier"])),
        ("Changed before in this tier", "Yes" if seen["changed_before"] else "No"),
        ("Reviews above the aim in a row", str(seen["reviews_above"])),
        ("Level", LEVELS.get(level, UNKNOWN_LEVEL)),
        ("Scores used", _window(review)),
        ("Rule and version", f"{RULES[says.rule]}, version {says.version}; tier rules {seen['rules_version']} ({', '.join(review.proposal.rules)})"),
    ]


def settling(review: Review) -> str:
    """What would settle an open question: weeks more with one score a week, or with three. Empty where nothing is open."""
    says = review.judgement
    if says.rule == "median_3" or says.outcome not in OPEN:
        return ""
    if says.more_weekly is None:
        return "Even two more years of scores would not settle it: choose a finer measure or a bolder aim."
    if says.more_weekly == 0:
        return "Growth at half the pace would have shown by now. It may still be a little slower than the aim: look at the goal, and judge by what else you know."
    faster = "" if says.more_often is None or says.more_often >= says.more_weekly else f" With three scores a week, {_weeks(says.more_often)}."
    return f"{_weeks(says.more_weekly).capitalize()} of one score a week would tell growth on course from growth at half the pace.{faster}"


@dataclass(frozen=True)
class RateRow:
    """One row of the study in words: the error SD of a score, and what share was flagged or found by its last week."""

    error_sd: float
    on_course: str
    half_pace: str
    no_growth: str
    is_nearest: bool = False


@dataclass(frozen=True)
class Rates:
    """How often the rule in use is wrong: the row nearest to this goal, all rows, and whether the goal lies outside the study."""

    rule: str
    nearest: RateRow
    rows: tuple[RateRow, ...]
    one_look: str
    if_error_too_small: str
    is_outside: bool
    study: Study


def rates_for(review: Review) -> Rates:
    """The rates of the study whose error, in relation to the aim, is nearest to this goal's."""
    study, says = decision_rule().study, review.judgement
    one_look, too_small = share_words(study.median.on_aim_flagged_one_look), share_words(study.wrong_error.on_aim_flagged_too_small)
    if says.rule == "median_3":
        only = _row(study.median, is_nearest=True)
        return Rates(says.rule, only, (only,), one_look, too_small, False, study)
    relative = float(review.due.goal.error_sd or 0) / abs(says.aimed_a_week)
    near = _nearest(study, relative)
    rows = tuple(_row(each, is_nearest=each is near) for each in study.bayes)
    nearest = next(row for row in rows if row.is_nearest)
    return Rates(says.rule, nearest, rows, one_look, too_small, not _lowest(study) <= relative <= _highest(study), study)


def _row(rates: ErrorRates | MedianRates, *, is_nearest: bool) -> RateRow:
    return RateRow(
        rates.error_sd, chance_words(rates.on_aim_flagged), chance_words(rates.half_found), chance_words(rates.none_found), is_nearest
    )


def _nearest(study: Study, relative: float) -> ErrorRates:
    return min(study.bayes, key=lambda each: abs(each.error_sd / study.aim_a_week - relative))


def _lowest(study: Study) -> float:
    return min(each.error_sd for each in study.bayes) / study.aim_a_week


def _highest(study: Study) -> float:
    return max(each.error_sd for each in study.bayes) / study.aim_a_week


def _growth_rows(review: Review) -> list[tuple[str, str]]:
    says = review.judgement
    if says.rule == "median_3" or says.surety is None or says.growth_a_week is None:
        return []
    return [
        ("Chance that growth is slower than the aim asks", chance_words(says.surety)),
        ("Chance of reaching the aim on its day", "Not known" if says.reaches is None else chance_words(says.reaches)),
        ("Growth a week", f"{says.growth_a_week:.2f}; the aim asks for {says.aimed_a_week:.2f}"),
        ("What would settle it", settling(review) or "Nothing is open"),
    ]


def _window(review: Review) -> str:
    seen = review.evidence
    if not seen["scores_used"]:
        return "None"
    restarted = f", counted anew from {uk_date(seen['baseline_on'])}" if seen["baseline_on"] != review.due.goal.starts_on.isoformat() else ""
    return f"{seen['scores_used']}, from {uk_date(seen['data_from'])} to {uk_date(seen['data_until'])}{restarted}"


def _share(value: object) -> float | None:
    return value if isinstance(value, float) else None


def _weeks(number: int) -> str:
    return "1 more week" if number == 1 else f"{number} more weeks"
