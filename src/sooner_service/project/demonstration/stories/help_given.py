"""Help that runs for a time: its sessions, its goal and the weekly scores, and the decision at its end."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import cache

from sooner.assessment.baseline import Phase
from sooner.assessment.movement import propose
from sooner.evidence.supports import Match, Support, matching
from sooner.measures.decision import decide
from sooner.plans.ledger import ledger, promised_to_date
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.phrases import GoalWords, support_words
from sooner_service.project.demonstration.stories.telling import Telling

WEEKDAYS = {1: ((0,), (1,), (2,), (3,), (4,)), 2: ((0, 2), (1, 3), (0, 3)), 3: ((0, 2, 4), (0, 1, 3)), 4: ((0, 1, 2, 3), (0, 1, 3, 4)), 5: ((0, 1, 2, 3, 4),)}
MOST_TIMES = 5
PACE = {"above": 1.5, "on": 1.0, "below": 0.35, "flat": 0.0}
REASONS = {"child_absent": 40.0, "staff_absent": 22.0, "adult_needed_elsewhere": 18.0, "trip_or_event": 12.0, "no_room": 5.0, "child_did_not_want_to": 3.0}


@cache
def _matches(levels: tuple[tuple[str, int], ...], phase: Phase) -> tuple[Match, ...]:
    return tuple(each for each in matching(dict(levels), phase) if 1 <= each.support.times_a_week <= MOST_TIMES)


def choose_support(telling: Telling, levels: dict[str, int], day: date, *, is_individual: bool, most_times: int = 4, but_not: str = "") -> Support:
    """A support that fits the baseline: one of the best few of its kind, or the best of any kind where there is none."""
    found = [each.support for each in _matches(tuple(sorted(levels.items())), telling.phase(day)) if each.support.code != but_not]
    fitting = [each for each in found if each.is_individual == is_individual and each.times_a_week <= most_times]
    return telling.draw.one_of((fitting or found)[:4])


@dataclass(frozen=True)
class Period:
    """A support as it was given: how much of it, how fast the child moved, and how often somebody measured."""

    key: str
    support: Support
    starts_on: date
    until: date
    delivery: float
    pace: str
    measured: float


class HelpGiven:
    """Tells one period: start, goal, sessions and scores up to today."""

    def __init__(self, telling: Telling, period: Period, area: str, concern: str) -> None:
        self.telling, self.period, self.area, self.concern = telling, period, area, concern
        self.goal = f"{period.key}/goal"
        self.words: GoalWords = telling.draw.one_of([each for each in support_words().goals if each.area == area])
        self.baseline = telling.draw.between(self.words.lowest, self.words.highest)
        sign = 1 if self.words.direction == "increase" else -1
        self.aim = self.baseline + sign * max(3, self.words.gain + telling.draw.between(-2, 2))
        self.aim = max(self.aim, 0)
        self.scores: list[tuple[date, int]] = []
        self.delivered = 0

    def tell(self, *, with_goal: bool = True) -> None:
        """Everything up to the end of the period or today."""
        telling, period = self.telling, self.period
        by = telling.teacher(period.starts_on) if telling.draw.happens(0.7) else telling.senco
        telling.say(h.SupportStarted, period.starts_on, by, period.key, period.support.code, period.starts_on, period.until, self.concern, hour=8)
        telling.tier = max(1, telling.tier)
        if with_goal:
            self._set_goal()
        for day in self._scheduled():
            self._session(day)
        if with_goal:
            for day in self._measured():
                self._score(day)

    def _set_goal(self) -> None:
        telling, words = self.telling, self.words
        telling.say(
            h.GoalSet, self.period.starts_on, telling.teacher(self.period.starts_on), self.goal, self.period.key, words.text, words.measure,
            words.direction, Decimal(self.baseline), Decimal(self.aim), self.period.starts_on, self.period.until, hour=16,
        )

    def _last(self) -> date:
        return min(self.period.until, self.telling.today)

    def _scheduled(self) -> Iterator[date]:
        weekdays = self.telling.draw.one_of(WEEKDAYS[int(self.period.support.times_a_week)])
        return (day for day in self.telling.days.between(self.period.starts_on, self._last()) if day.weekday() in weekdays)

    def _session(self, day: date) -> None:
        """Delivered, cancelled with a reason, or simply not logged."""
        telling, found = self.telling, self.telling.draw.random()
        by = telling.assistant(day)
        if found < self.period.delivery:
            self.delivered += 1
            telling.say(h.SessionLogged, day, by, self.period.key, day, "delivered", "", hour=14)
        elif found < self.period.delivery + (1 - self.period.delivery) * 0.6:
            telling.say(h.SessionLogged, day, by, self.period.key, day, "cancelled", telling.draw.weighted(REASONS), hour=14)

    def _measured(self) -> Iterator[date]:
        day = self.telling.school_day(self.period.starts_on + timedelta(days=7))
        while day < self._last():
            if self.telling.draw.happens(self.period.measured):
                yield day
            day = self.telling.school_day(day + timedelta(days=7))

    def _score(self, day: date) -> None:
        part = (day - self.period.starts_on).days / max(1, (self.period.until - self.period.starts_on).days)
        scatter = self.telling.draw.between(-self.words.scatter, self.words.scatter)
        value = max(0, round(self.baseline + (self.aim - self.baseline) * part * PACE[self.period.pace]) + scatter)
        self.scores.append((day, value))
        self.telling.say(h.ScoreLogged, day, self.telling.assistant(day), self.goal, day, Decimal(value), hour=15)

    def evidence(self, day: date) -> dict[str, object]:
        """What a decision rests on that day, in the words of the record."""
        period, telling = self.period, self.telling
        weeks = (period.until - period.starts_on).days / 7
        obs = [((on - period.starts_on).days / 7, float(value)) for on, value in self.scores if on <= day]
        says = decide(direction=self.words.direction, b0=float(self.baseline), t0=0.0, goal=float(self.aim), t_goal=weeks, obs=obs).median_3
        school_days = telling.days.between(period.starts_on, day + timedelta(days=1))
        promised = promised_to_date(
            times_a_week=period.support.times_a_week, starts_on=period.starts_on, until=period.until, on=day, school_days=school_days
        )
        given = ledger(promised=promised, delivered=self.delivered)
        facts = {
            "rule_outcome": says, "delivery_share": given.delivered_share, "attendance_share": None, "level_vs_benchmark": None,
            "weeks_in_tier": (day - period.starts_on).days // 7, "reviews_above": int(says == "above"), "changed_before": False, "tier": telling.tier,
        }
        proposal = propose(**facts)  # type: ignore[arg-type]
        return {
            "rule": "median_3", "rule_says": says, "rules_version": proposal.rules_version, "rules": list(proposal.rules), "scores_used": len(obs),
            "last_scores": [value for _, value in obs[-3:]], "counted_since": period.starts_on.isoformat(), "promised": promised,
            "delivered": self.delivered, **{name: facts[name] for name in ("delivery_share", "attendance_share", "weeks_in_tier", "reviews_above", "changed_before", "tier")},
            "proposal": proposal.kind, "proposed_tier": proposal.target_tier, "sentence": proposal.sentence, "reasons": list(proposal.reasons),
        }

    def decided(self, day: date, kind: str) -> None:
        """The SENCO decides, whatever was proposed, and says why."""
        telling, words = self.telling, support_words()
        to_tier = {"step_up": min(2, telling.tier + 1), "fade": max(0, telling.tier - 1)}.get(kind, telling.tier)
        if kind == "step_up" and to_tier <= telling.tier:
            kind, to_tier = "change", telling.tier
        reason = telling.words(telling.draw.one_of(getattr(words.reasons, kind)))
        family = telling.draw.one_of(words.decision_family)
        evidence = tuple(self.evidence(day).items())
        telling.say(h.Decided, day, telling.senco, self.goal, kind, to_tier, reason, family, "", evidence, hour=16)
        if day <= telling.today:
            telling.tier = to_tier
