"""Which decisions about support are due, and what the evidence proposes for each. A person decides; nothing here does.

Where the error of a score is known the Bayes rule reads the scores, else the middle one of the last three (`sooner.assessment.judging`).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from statistics import median

from django.db.models import Max

from sooner.assessment.judging import Judgement, judge
from sooner.assessment.movement import Evidence, Proposal, proposed
from sooner.assessment.reviews import (
    PastDecision,
    counted_since,
    level_against,
    review_due_on,
    reviews_above_in_a_row,
    was_changed_in_tier,
    whole_weeks,
)
from sooner.law.report_2024.decision_rule import decision_rule
from sooner.measures.aimline import LEAST_FOR_MEDIAN
from sooner.plans.ledger import Ledger, total
from sooner_service.assessment.models import TierMove
from sooner_service.attendance.queries import attendance_by_child
from sooner_service.plans.judged import Window, series_for, window_of
from sooner_service.plans.models import Goal, Provision, Score
from sooner_service.plans.queries import delivery_between, latest_scores
from sooner_service.register.access import Viewer, children_for, must
from sooner_service.register.models import Child

SOON_DAYS = 7
# All that the day of a decision depends on, beside the last decision.
_DATES = ("child__tier", "starts_on", "aim_on", "error_sd")


@dataclass(frozen=True)
class DecisionDue:
    """A goal whose support is to be looked at: by when, and how many days late."""

    child: Child
    goal: Goal
    due_on: date
    days_late: int

    @property
    def is_late(self) -> bool:
        """Whether the day has passed."""
        return self.days_late > 0


@dataclass(frozen=True)
class Review:
    """A goal with all that a decision needs: the scores, the delivery, what the rule says and what is proposed."""

    due: DecisionDue
    scores: tuple[Score, ...]
    delivery: Ledger | None
    judgement: Judgement
    since: date
    proposal: Proposal
    evidence: dict[str, object]


def decisions_due(viewer: Viewer, *, within_days: int = SOON_DAYS) -> list[DecisionDue]:
    """Every goal due for a decision by the viewer within so many days, the longest overdue first. Four queries."""
    goals = _goals(goals_due(viewer, within_days=within_days))
    return _dues(goals, _decided(goal.pk for goal in goals), on=viewer.on)


def goals_due(viewer: Viewer, *, within_days: int = SOON_DAYS) -> list[int]:
    """The numbers of the same goals in the same order, without reading more of each than its dates. Two queries."""
    children = children_for(viewer, record="decision", action="decide")
    goals = Goal.objects.filter(child__in=children, closed_on__isnull=True).order_by().values_list("pk", *_DATES, "child__family_name", "child__given_name")
    decided = _decided(number for number, *_ in goals)
    last_day = viewer.on + timedelta(days=within_days)
    due = [(_due_on(tier, starts_on, aim_on, error, decided.get(number)), *names, number) for number, tier, starts_on, aim_on, error, *names in goals]
    return [number for due_on, *_, number in sorted(due) if due_on <= last_day]


def decision_meeting(viewer: Viewer, numbers: Sequence[int] | None = None) -> list[Review]:
    """The goals due with the proposal for each, for one sitting: all, or those of one page. Queries do not grow with pupils."""
    return reviews_for(viewer, _goals(goals_due(viewer) if numbers is None else numbers))


def _goals(numbers: Sequence[int]) -> list[Goal]:
    found = Goal.objects.select_related("child__school_class", "provision").in_bulk(numbers)
    return [found[number] for number in numbers]


def proposal_for(viewer: Viewer, child: Child, goal: Goal) -> tuple[Proposal, dict[str, object]]:
    """What is proposed for a child on one goal, and the evidence as it is kept with the decision. Raises Refused."""
    review = review_of(viewer, child, goal)
    return review.proposal, review.evidence


def review_of(viewer: Viewer, child: Child, goal: Goal) -> Review:
    """One goal with all that a decision needs. Raises Refused."""
    must(viewer, record="decision", action="see", child=child)
    return reviews_for(viewer, [goal])[0]


def decisions_of(viewer: Viewer, child: Child) -> list[TierMove]:
    """Every decision about a child's tier, newest first. Raises Refused."""
    must(viewer, record="decision", action="see", child=child)
    return list(TierMove.objects.filter(child=child).select_related("decided_by", "goal").order_by("-decided_at", "-pk"))


def decision_for(viewer: Viewer, child: Child, number: int) -> TierMove | None:
    """One decision about this child; None where there is none of this number. Raises Refused."""
    return next((move for move in decisions_of(viewer, child) if move.pk == number), None)


def reviews_for(viewer: Viewer, goals: Sequence[Goal]) -> list[Review]:
    """The reviews of goals of children the caller has reached already, in their order. Six queries, however many there are."""
    if not goals:
        return []
    moves = _moves_of(goals)
    since = {goal.pk: counted_since(support_from=goal.starts_on, decisions=_past(moves.get(goal.child_id, []))) for goal in goals}
    delivery = _delivery(goals, since, on=viewer.on)
    attended = attendance_by_child({goal.child_id: since[goal.pk] for goal in goals})
    scores = latest_scores(goals)
    decided = {move.goal_id: move.decided_on for of_child in moves.values() for move in sorted(of_child, key=lambda move: move.decided_on)}
    dues = _dues(goals, decided, on=viewer.on)
    shares = {child_id: rates.attendance_share for child_id, rates in attended.items()}
    says = dict(zip([goal.pk for goal in goals], judge([series_for(goal, scores[goal.pk], since[goal.pk]) for goal in goals]), strict=True))
    known = {
        goal.pk: _Known(
            scores[goal.pk], says[goal.pk], moves.get(goal.child_id, []), since[goal.pk], delivery[goal.pk], shares.get(goal.child_id)
        )
        for goal in goals
    }
    return [_review(due, known[due.goal.pk], on=viewer.on) for due in dues]


@dataclass(frozen=True)
class _Known:
    """What has been read and reckoned of one goal, for all goals of a page at once."""

    scores: Sequence[Score]
    says: Judgement
    moves: Sequence[TierMove]
    since: date
    delivery: Ledger | None
    attended: float | None


def _moves_of(goals: Sequence[Goal]) -> dict[int, list[TierMove]]:
    found: dict[int, list[TierMove]] = {}
    for move in TierMove.objects.filter(child__in={goal.child_id for goal in goals}).order_by("decided_at", "pk"):
        found.setdefault(move.child_id, []).append(move)
    return found


def _decided(goals: Iterable[int]) -> dict[int | None, date]:
    """The day of the last decision on each goal that has one."""
    return dict(TierMove.objects.filter(goal__in=list(goals)).order_by().values_list("goal_id").annotate(Max("decided_on")))


def _past(moves: Iterable[TierMove]) -> list[PastDecision]:
    return [
        PastDecision(move.decided_on, move.kind, move.from_tier, move.to_tier, str(move.evidence.get("rule_says", ""))) for move in moves
    ]


def _dues(goals: Iterable[Goal], decided: Mapping[int | None, date], *, on: date) -> list[DecisionDue]:
    found = []
    for goal in goals:
        due_on = _due_on(goal.child.tier, goal.starts_on, goal.aim_on, goal.error_sd, decided.get(goal.pk))
        found.append(DecisionDue(goal.child, goal, due_on, max(0, (on - due_on).days)))
    return found


def _due_on(tier: int, starts_on: date, aim_on: date, error: Decimal | None, decided_on: date | None) -> date:
    first_look_weeks = decision_rule().bayes.first_look_weeks if error is not None else 0
    return review_due_on(tier=tier, starts_on=starts_on, aim_on=aim_on, decided_on=decided_on, first_look_weeks=first_look_weeks)


def _delivery(goals: Sequence[Goal], since: dict[int, date], *, on: date) -> dict[int, Ledger | None]:
    """The ledger of the support that serves each goal: its own where one is named, else all support of the child in the window."""
    children = {goal.child_id: goal.child for goal in goals}
    provisions: dict[int, list[Provision]] = {}
    for each in Provision.objects.filter(child__in=children, starts_on__lte=on):
        each.child = children[each.child_id]
        provisions.setdefault(each.child_id, []).append(each)
    asked = [
        (goal, each)
        for goal in goals
        for each in provisions.get(goal.child_id, [])
        if goal.provision_id in (None, each.pk) and (each.until is None or each.until > since[goal.pk])
    ]
    ledgers = delivery_between([(each, since[goal.pk]) for goal, each in asked], on=on)
    by_goal: dict[int, list[Ledger]] = {}
    for (goal, _), found in zip(asked, ledgers, strict=True):
        by_goal.setdefault(goal.pk, []).append(found)
    return {goal.pk: total(by_goal[goal.pk]) if goal.pk in by_goal else None for goal in goals}


def _review(due: DecisionDue, known: _Known, *, on: date) -> Review:
    goal, child, delivery = due.goal, due.child, known.delivery
    past = _past(known.moves)
    last = [float(score.value) for score in known.scores[-LEAST_FOR_MEDIAN:]]
    of_this_goal = [each for each, move in zip(past, known.moves, strict=True) if move.goal_id == goal.pk]
    expected = float(goal.expected) if goal.expected is not None else None
    facts = Evidence(
        rule_outcome=known.says.outcome,
        delivery_share=delivery.delivered_share if delivery else None,
        attendance_share=known.attended,
        level_vs_benchmark=level_against(value=median(last) if last else None, expected=expected, direction=goal.direction),
        weeks_in_tier=whole_weeks(known.since, on),
        reviews_above=reviews_above_in_a_row(outcome=known.says.outcome, decisions=of_this_goal),
        changed_before=was_changed_in_tier(tier=child.tier, decisions=past),
        tier=child.tier,
    )
    proposal = proposed(facts)
    return Review(due, tuple(known.scores), delivery, known.says, known.since, proposal, _evidence(goal, known, last, facts, proposal))


def aim_on_day(goal: Goal, on: date, window: Window | None = None) -> float:
    """Where the line to the goal is on a day, from the goal's start or from the window's; the aim itself from its date on."""
    starts_on, baseline = (window.starts_on, window.baseline) if window else (goal.starts_on, float(goal.baseline))
    part = min(1.0, max(0.0, (on - starts_on) / (goal.aim_on - starts_on)))
    return baseline + part * (float(goal.aim) - baseline)


def _evidence(goal: Goal, known: _Known, last: list[float], facts: Evidence, proposal: Proposal) -> dict[str, object]:
    """What is kept with the decision (TM-3): rule and version, data window, numbers, delivery, attendance, and the proposal itself."""
    delivery, window = known.delivery, window_of(goal, known.scores, known.since)
    scores = window.scores
    return {
        **_rule(goal, known.says),
        "baseline_used": window.baseline,
        "baseline_on": window.starts_on.isoformat(),
        "rules_version": proposal.rules_version,
        "rules": list(proposal.rules),
        "scores_used": len(scores),
        "last_scores": last,
        "data_from": scores[0].on.isoformat() if scores else None,
        "data_until": scores[-1].on.isoformat() if scores else None,
        "aim_at_last_score": round(aim_on_day(goal, scores[-1].on, window), 3) if scores else None,
        "counted_since": known.since.isoformat(),
        "promised": delivery.promised if delivery else None,
        "delivered": delivery.delivered if delivery else None,
        "delivery_share": facts.delivery_share,
        "attendance_share": facts.attendance_share,
        "weeks_in_tier": facts.weeks_in_tier,
        "reviews_above": facts.reviews_above,
        "changed_before": facts.changed_before,
        "tier": facts.tier,
        "level": facts.level_vs_benchmark,
        "proposal": proposal.kind,
        "proposed_tier": proposal.target_tier,
        "sentence": proposal.sentence,
        "reasons": list(proposal.reasons),
    }


def _rule(goal: Goal, says: Judgement) -> dict[str, object]:
    """The rule, its version and parameters, and what it said."""
    return {
        "rule": says.rule,
        "rule_version": says.version,
        "rule_says": says.outcome,
        "rule_sentence": says.sentence,
        "error_sd": None if goal.error_sd is None else float(goal.error_sd),
        "error_source": goal.error_source,
        "chance_too_slow": _rounded(says.surety),
        "chance_of_goal": _rounded(says.reaches),
        "growth_a_week": _rounded(says.growth_a_week),
        "aimed_a_week": _rounded(says.aimed_a_week),
        "weeks_more": says.more_weekly,
        "weeks_more_with_three": says.more_often,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
