"""A plan from its first line: written by the SENCO, shared, answered by the family line by line, and made final, or not yet."""

from datetime import date, timedelta

from sooner.plans.document import Line, Outcome, Plan, problems
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.phrases import support_words
from sooner_service.project.demonstration.stories.help_given import HelpGiven
from sooner_service.project.demonstration.stories.telling import Telling

CALL_HOME = "call-home"
REVIEW_AFTER = timedelta(days=84)


def write_plan(telling: Telling, given: HelpGiven, *, answers: float = 0.8) -> None:
    """The steps of the plan for an individual support, each on its day; none where the support is over before they are.

    `answers` is how likely each adult answers.
    """
    start = given.period.starts_on
    written = telling.later(start, 1, 8)
    shared = telling.later(written, 1, 6)
    final = telling.later(shared, 6, 16)
    if final >= given.period.until:
        return
    content = _content(telling, given, written, final)
    telling.say(h.PlanSaved, written, telling.senco, content, hour=10)
    telling.say(h.PlanShared, shared, telling.senco, hour=11)
    agreed, all_answered = _answer(telling, content, shared, answers)
    if telling.draw.happens(0.85 if agreed and all_answered else 0.45):
        is_settled = agreed and all_answered and not problems(content)
        reason = "" if is_settled else telling.draw.one_of(support_words().reasons_final)
        telling.say(h.PlanFinalised, final, telling.senco, reason, hour=15)


def _content(telling: Telling, given: HelpGiven, written: date, final: date) -> Plan:
    period, words = given.period, support_words()
    review = telling.school_day(written + REVIEW_AFTER)
    known = {"increase": "from", "decrease": "down from"}[given.words.direction]
    outcome = Outcome("outcome-1", f"{given.words.text}: {known} {given.baseline} to {given.aim}", period.until, given.words.measure)
    lines = [
        Line(
            key=period.support.code, outcome_key="outcome-1", what=period.support.name, code=period.support.code, minutes=period.support.minutes,
            times_a_week=period.support.times_a_week, group_size=1, who=period.support.who, starts_on=period.starts_on, until=period.until,
        )
    ]
    if telling.draw.happens(0.35):
        lines.append(
            Line(
                key=CALL_HOME, outcome_key="outcome-1", what="Call home on Friday to say how the week went", code="", minutes=10, times_a_week=1.0,
                group_size=1, who="Class teacher", starts_on=final, until=review,
            )
        )
    child_views = "Asked in a talk with pictures: knows who helps and when." if telling.child.year_group <= 2 else "Has read this page and wants to keep the same adult."
    return Plan((outcome,), tuple(lines), telling.words(telling.draw.one_of(words.family_views)), child_views, review)


def _answer(telling: Telling, content: Plan, shared: date, answers: float) -> tuple[bool, bool]:
    """What the adults say. Whether nobody says no, and whether every line has an answer."""
    words, agreed, answered = support_words(), True, False
    for adult in telling.parents(shared):
        if not telling.draw.happens(answers):
            continue
        answered = True
        day = telling.later(shared, 1, 5)
        for line in content.lines:
            agrees = telling.draw.happens(0.9)
            comment = telling.words(telling.draw.one_of(words.comments_yes if agrees else words.comments_no))
            telling.say(h.LineAnswered, day, f"adult:{adult.key}", line.key, agrees, comment, hour=19)
            agreed = agreed and agrees
    return agreed, answered
