"""Decisions about support: what is due, what is proposed, what a person decides."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.factories import plans, register

from sooner_service.assessment.actions.decisions import decide
from sooner_service.assessment.models import TierMove
from sooner_service.assessment.queries.decisions import (
    aim_on_day,
    decision_for,
    decision_meeting,
    decisions_due,
    decisions_of,
    proposal_for,
    review_of,
)
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.attendance.models import AttendanceCount
from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)
SEPTEMBER = date(2026, 9, 7)


@pytest.fixture
def setting():
    made = register.organisation(authority=register.authority())
    register.term(made)
    return made


@pytest.fixture
def school_class(setting):
    return register.school_class(setting)


@pytest.fixture
def child(setting, school_class):
    return register.child(setting, school_class, tier=1)


@pytest.fixture
def senco(setting):
    return register.viewer(register.role("senco", setting))


@pytest.fixture
def goal(child):
    """From 20 to 60 words: the line rises by about 0.93 a week."""
    return plans.goal(child)


def with_scores(goal, values, first=SEPTEMBER + WEEK):
    for number, value in enumerate(values):
        plans.score(goal, first + number * WEEK, value)


def with_delivery(child, sessions):
    support = plans.provision(child)
    for number in range(sessions):
        plans.session(support, SEPTEMBER + timedelta(days=number))
    return support


def a_move(child, goal, **fields):
    given = {"kind": "keep", "from_tier": 1, "to_tier": 1, "reason": "r", "decided_on": SEPTEMBER, "decided_at": register.NOW}
    return TierMove.objects.create(child=child, goal=goal, **{**given, **fields})


def test_fewer_than_three_scores_are_not_enough_to_say_anything(senco, child, goal):
    with_delivery(child, 22)
    with_scores(goal, [10, 10])
    proposal, evidence = proposal_for(senco, child, goal)
    assert evidence["rule_says"] == "insufficient"
    assert proposal.kind == "not_enough_information"


def test_scores_below_the_line_with_support_delivered_propose_a_change(senco, child, goal):
    with_delivery(child, 22)
    with_scores(goal, [20, 20, 19, 20])
    proposal, evidence = proposal_for(senco, child, goal)
    assert (evidence["rule_says"], proposal.kind, proposal.target_tier) == ("below", "change", 1)
    assert (evidence["promised"], evidence["delivered"], evidence["weeks_in_tier"]) == (22, 22, 11)


def test_delivery_under_eighty_per_cent_comes_before_anything_else(senco, child, goal):
    with_delivery(child, 17)
    with_scores(goal, [20, 20, 19, 20])
    proposal, evidence = proposal_for(senco, child, goal)
    assert proposal.kind == "restore_delivery"
    assert evidence["delivery_share"] == 17 / 22


def test_support_changed_once_already_in_this_tier_proposes_a_step_up(senco, child, goal):
    with_delivery(child, 22)
    with_scores(goal, [20, 20, 19, 20])
    a_move(child, goal, kind="change")
    proposal, _ = proposal_for(senco, child, goal)
    assert (proposal.kind, proposal.target_tier) == ("step_up", 2)


def test_after_restoring_delivery_the_weeks_and_sessions_count_again(senco, child, goal):
    with_delivery(child, 17)
    with_scores(goal, [20, 20, 19, 20])
    a_move(child, goal, kind="restore_delivery", decided_on=date(2026, 11, 16))
    proposal, evidence = proposal_for(senco, child, goal)
    assert (evidence["counted_since"], evidence["weeks_in_tier"], evidence["promised"]) == ("2026-11-16", 1, 2)
    assert proposal.kind == "restore_delivery"


def test_low_attendance_is_looked_at_before_the_support_is_blamed(senco, child, goal, setting):
    with_delivery(child, 22)
    with_scores(goal, [20, 20, 19, 20])
    AttendanceCount.objects.create(child=child, setting=setting, half_term="2026-27/1", starts_on=SEPTEMBER, counts={"/": 70, "I": 30})
    proposal, evidence = proposal_for(senco, child, goal)
    assert evidence["attendance_share"] == 0.7
    assert proposal.kind == "not_enough_information"
    assert "Absence may explain" in proposal.sentence


def test_three_reviews_above_at_the_level_expected_propose_to_fade(senco, child, goal):
    goal.expected = Decimal(25)
    goal.save()
    with_delivery(child, 22)
    with_scores(goal, [40, 41, 42])
    for day in (date(2026, 10, 1), date(2026, 10, 15)):
        a_move(child, goal, decided_on=day, evidence={"rule_says": "above"})
    proposal, evidence = proposal_for(senco, child, goal)
    assert (evidence["reviews_above"], evidence["level"], proposal.kind, proposal.target_tier) == (3, "at_or_above", "fade", 0)


def test_without_a_known_level_fading_is_never_proposed(senco, child, goal):
    with_delivery(child, 22)
    with_scores(goal, [40, 41, 42])
    for day in (date(2026, 10, 1), date(2026, 10, 15)):
        a_move(child, goal, decided_on=day, evidence={"rule_says": "above"})
    assert proposal_for(senco, child, goal)[0].kind == "keep"


def test_where_less_is_better_scores_under_the_line_are_above_the_aim(senco, child):
    goal = plans.goal(child, direction="decrease", baseline=Decimal(20), aim=Decimal(5), measure="Times a week out of class")
    with_delivery(child, 22)
    with_scores(goal, [8, 7, 6])
    assert review_of(senco, child, goal).evidence["rule_says"] == "above"


def test_the_line_to_the_goal_is_straight_and_stays_at_the_aim(child, goal):
    assert aim_on_day(goal, SEPTEMBER) == 20
    assert aim_on_day(goal, date(2026, 12, 7)) == pytest.approx(20 + 40 * 91 / 301)
    assert aim_on_day(goal, date(2028, 1, 1)) == 60


def test_a_corrected_score_counts_with_its_new_value_only(senco, child, goal):
    with_delivery(child, 22)
    with_scores(goal, [40, 41, 2])
    wrong = goal.scores.last()
    wrong.replaced_by = plans.score(goal, wrong.on, 42)
    wrong.save()
    assert review_of(senco, child, goal).evidence["last_scores"] == [40.0, 41.0, 42.0]


def test_a_decision_moves_the_tier_and_is_kept_with_its_evidence(senco, child, goal):
    proposal, evidence = proposal_for(senco, child, goal)
    made = decide(viewer=senco, child=child, goal=goal, kind="step_up", to_tier=2, reason="Needs more now", evidence=evidence)
    child.refresh_from_db()
    assert (made.from_tier, made.to_tier, child.tier, made.proposed_kind) == (1, 2, 2, proposal.kind)
    assert made.evidence["rule"] == "median_3"
    assert [entry.name for entry in Entry.objects.all()] == ["decision.decide"]
    assert decision_for(senco, child, made.pk) == made
    assert decision_for(senco, child, made.pk + 1) is None


def test_a_child_can_move_down_again(senco, child, goal):
    decide(viewer=senco, child=child, goal=goal, kind="fade", to_tier=0, reason="Doing well", evidence={})
    child.refresh_from_db()
    assert child.tier == 0


def test_the_family_is_told_without_a_name(senco, child, goal):
    mother = register.adult(child).person
    decide(viewer=senco, child=child, goal=goal, kind="keep", to_tier=1, reason="Going well", evidence={})
    notice = Notice.objects.get()
    assert (notice.recipient, notice.reference, notice.step) == (mother, child.reference, "support_decided")
    assert child.given_name not in notice.subject + notice.body


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"reason": "  "}, "Give the reason"),
        ({"kind": "not_a_kind"}, "what happens"),
        ({"kind": "step_up"}, "higher tier"),
        ({"kind": "fade", "to_tier": 2}, "present tier or a lower"),
        ({"kind": "keep", "to_tier": 2}, "leaves the tier"),
        ({"kind": "step_up", "to_tier": 4}, "tier that exists"),
    ],
)
def test_a_decision_that_makes_no_sense_is_refused(senco, child, goal, changed, sentence):
    with pytest.raises(CannotAssess, match=sentence):
        decide(**{"viewer": senco, "child": child, "goal": goal, "kind": "keep", "to_tier": 1, "reason": "r", "evidence": {}, **changed})
    assert not TierMove.objects.exists()
    assert not Entry.objects.exists()


def test_a_class_teacher_sees_and_does_not_decide(setting, school_class, child, goal):
    teacher = register.viewer(register.role("class_teacher", setting, classes=[school_class]))
    assert decisions_of(teacher, child) == []
    with pytest.raises(Refused):
        decide(viewer=teacher, child=child, goal=goal, kind="keep", to_tier=1, reason="r", evidence={})


def test_decisions_are_due_in_order_and_only_those_of_the_own_setting(senco, child, goal, setting):
    later = plans.goal(register.child(setting, tier=2))
    plans.goal(register.child(setting, tier=1), starts_on=register.TODAY)
    plans.goal(register.child(register.organisation(authority=register.authority()), tier=1))
    due = decisions_due(senco)
    assert [(each.goal, each.due_on, each.days_late) for each in due] == [
        (goal, date(2026, 10, 19), 36),
        (later, date(2026, 11, 9), 15),
    ]
    assert due[0].is_late


def test_a_decided_goal_is_not_due_again_at_once(senco, child, goal):
    decide(viewer=senco, child=child, goal=goal, kind="keep", to_tier=1, reason="Going well", evidence={})
    assert decisions_due(senco) == []


def test_queries_of_a_meeting_do_not_grow_with_pupils(senco, child, goal, setting, django_assert_num_queries):
    for number in range(5):
        friend = register.child(setting, tier=1, given_name=f"Friend{number}")
        with_scores(plans.goal(friend), [30, 31, 32])
        with_delivery(friend, 3)
    with django_assert_num_queries(9):
        assert len(decision_meeting(senco)) == 6


@pytest.fixture
def known_goal(child):
    """The same goal on a measure whose error is known."""
    return plans.goal(child, error_sd=Decimal(4), error_source="Pairs of tries in one week", baseline_tries=3)


def test_where_the_error_is_known_the_bayes_rule_reads_the_scores_and_is_kept_with_its_numbers(senco, child, known_goal):
    with_delivery(child, 22)
    with_scores(known_goal, [20, 21, 19, 20, 20, 21, 19, 20, 20, 21])
    proposal, evidence = proposal_for(senco, child, known_goal)
    assert (evidence["rule"], evidence["rule_says"], proposal.kind) == ("bayes_aim", "below", "change")
    assert evidence["chance_too_slow"] > 0.9
    assert (evidence["error_sd"], evidence["error_source"]) == (4.0, "Pairs of tries in one week")
    assert evidence["rule_version"] and evidence["rules_version"]
    assert (evidence["data_from"], evidence["data_until"]) == ("2026-09-14", "2026-11-16")


def test_the_simple_rule_says_so_and_has_no_chances(senco, child, goal):
    with_scores(goal, [20, 20, 19, 20])
    evidence = proposal_for(senco, child, goal)[1]
    assert (evidence["rule"], evidence["chance_too_slow"], evidence["weeks_more"]) == ("median_3", None, None)


def test_before_week_eight_the_bayes_rule_says_nothing_and_asks_nobody_to_decide(senco, child, known_goal):
    with_scores(known_goal, [20, 20, 19, 20])
    review = review_of(senco, child, known_goal)
    assert review.judgement.outcome == "insufficient"
    assert review.due.due_on == SEPTEMBER + 8 * WEEK


def test_after_a_change_the_scores_count_from_where_the_child_was(senco, child, known_goal):
    with_scores(known_goal, [20, 21, 19, 20, 26, 29, 33, 36, 40, 44])
    a_move(child, known_goal, kind="change", decided_on=SEPTEMBER + 4 * WEEK)
    evidence = proposal_for(senco, child, known_goal)[1]
    assert (evidence["baseline_used"], evidence["baseline_on"], evidence["scores_used"]) == (20.0, "2026-10-05", 6)
    assert evidence["data_from"] == "2026-10-12"
    assert aim_on_day(known_goal, date(2026, 10, 5)) > 20


def test_many_reviews_cost_no_more_queries_with_a_known_error(senco, setting, school_class, django_assert_max_num_queries):
    for number in range(6):
        of = register.child(setting, school_class, tier=1, given_name=f"Child {number}")
        with_scores(plans.goal(of, error_sd=Decimal(4), error_source="s"), [20] * 9)
    with django_assert_max_num_queries(12):
        assert len(decision_meeting(senco)) == 6
