"""Goals and scores: set, logged one by one or as a class, corrected by adding."""

from datetime import date
from decimal import Decimal

import pytest
from tests.factories import plans, register

from sooner_service.attendance.models import AttendanceCount
from sooner_service.attendance.queries import attendance_of
from sooner_service.journal.models import Entry
from sooner_service.plans.actions.goals import Entry as GridEntry
from sooner_service.plans.actions.goals import RowsWrong, close_goal, log_score, log_scores, set_goal
from sooner_service.plans.models import Score
from sooner_service.plans.queries import goal_for, goals_in_grid, goals_of, latest_scores, series_of
from sooner_service.plans.refusals import CannotMeasure
from sooner_service.register.access import NotFound, Refused

pytestmark = pytest.mark.django_db

GIVEN = {
    "text": "Reads aloud more easily", "measure": "Words in a minute", "direction": "increase", "decimals": 0, "baseline": Decimal(20),
    "starts_on": date(2026, 9, 7), "aim": Decimal(60), "aim_on": date(2027, 7, 5),
}  # fmt: skip


@pytest.fixture
def setting():
    return register.organisation(authority=register.authority())


@pytest.fixture
def school_class(setting):
    return register.school_class(setting)


@pytest.fixture
def child(setting, school_class):
    return register.child(setting, school_class)


@pytest.fixture
def teacher(setting, school_class):
    return register.viewer(register.role("class_teacher", setting, classes=[school_class]))


def test_a_goal_is_set_with_one_journal_entry(teacher, child):
    made = set_goal(viewer=teacher, child=child, **GIVEN)
    assert goals_of(teacher, child) == [made]
    assert Entry.objects.get().name == "progress.set_goal"


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"aim": Decimal(10)}, "above the first score"),
        ({"direction": "decrease"}, "below the first score"),
        ({"aim": Decimal(20)}, "above the first score"),
        ({"aim_on": date(2026, 9, 7)}, "after the date"),
        ({"direction": "sideways"}, "more or less"),
        ({"decimals": 4}, "three decimals"),
        ({"baseline": Decimal("20.5")}, "whole number"),
        ({"aim": Decimal("NaN")}, "six digits"),
    ],
)
def test_a_goal_that_cannot_be_measured_is_refused(teacher, child, changed, sentence):
    with pytest.raises(CannotMeasure, match=sentence):
        set_goal(viewer=teacher, child=child, **{**GIVEN, **changed})


def test_a_teaching_assistant_logs_scores_and_sets_no_goal(setting, school_class, child):
    assistant = register.viewer(register.role("teaching_assistant", setting, classes=[school_class]))
    log_score(viewer=assistant, goal=plans.goal(child), on=register.TODAY, value=Decimal(31))
    with pytest.raises(Refused):
        set_goal(viewer=assistant, child=child, **GIVEN)


def test_the_same_score_twice_is_one_record(teacher, child):
    goal = plans.goal(child)
    first = log_score(viewer=teacher, goal=goal, on=register.TODAY, value=Decimal(31))
    assert log_score(viewer=teacher, goal=goal, on=register.TODAY, value=Decimal(31)) == first
    assert Score.objects.count() == 1


def test_a_correction_adds_and_only_the_newest_counts(teacher, child):
    goal = plans.goal(child)
    wrong = log_score(viewer=teacher, goal=goal, on=register.TODAY, value=Decimal(13))
    right = log_score(viewer=teacher, goal=goal, on=register.TODAY, value=Decimal(31))
    wrong.refresh_from_db()
    assert wrong.replaced_by == right
    assert series_of(goal) == [right]
    assert Score.objects.count() == 2


@pytest.mark.parametrize(
    ("on", "value", "sentence"),
    [
        (date(2026, 11, 25), "31", "not come yet"),
        (date(2026, 9, 1), "31", "began on 7 September 2026"),
        (register.TODAY, "31.5", "whole number"),
        (register.TODAY, "Infinity", "six digits"),
        (register.TODAY, "NaN", "six digits"),
    ],
)
def test_a_score_that_cannot_be_is_refused_with_a_sentence(teacher, child, on, value, sentence):
    with pytest.raises(CannotMeasure, match=sentence):
        log_score(viewer=teacher, goal=plans.goal(child), on=on, value=Decimal(value))


def test_a_closed_goal_takes_no_more_scores_and_keeps_its_own(teacher, child):
    goal = plans.goal(child)
    plans.score(goal, register.TODAY, 31)
    close_goal(viewer=teacher, goal=goal)
    with pytest.raises(CannotMeasure, match="closed"):
        log_score(viewer=teacher, goal=goal, on=register.TODAY, value=Decimal(32))
    with pytest.raises(CannotMeasure, match="closed already"):
        close_goal(viewer=teacher, goal=goal)
    assert goals_of(teacher, child) == []
    assert goals_of(teacher, child, with_closed=True) == [goal]


def test_a_class_is_kept_whole_or_not_at_all(teacher, child, setting, school_class):
    goals = [plans.goal(child), plans.goal(register.child(setting, school_class), decimals=1)]
    with pytest.raises(RowsWrong) as found:
        log_scores(viewer=teacher, entries=[GridEntry(goals[0], Decimal("30.5")), GridEntry(goals[1], Decimal("30.5"))], on=register.TODAY)
    assert list(found.value.problems) == [goals[0].pk]
    assert not Score.objects.exists()
    log_scores(viewer=teacher, entries=[GridEntry(goals[0], Decimal(30)), GridEntry(goals[1], Decimal("30.5"))], on=register.TODAY)
    assert Score.objects.count() == Entry.objects.count() == 2


def test_a_class_with_somebody_elses_child_in_it_is_refused_whole(teacher, child, setting):
    foreign = plans.goal(register.child(setting, register.school_class(setting, name="Wren")))
    with pytest.raises(Refused):
        log_scores(viewer=teacher, entries=[GridEntry(plans.goal(child), Decimal(30)), GridEntry(foreign, Decimal(30))], on=register.TODAY)
    assert not Score.objects.exists()


def test_the_grid_holds_the_open_goals_of_the_own_class(teacher, child, setting):
    mine = plans.goal(child)
    plans.goal(child, closed_on=date(2026, 10, 1))
    plans.goal(register.child(setting, register.school_class(setting, name="Wren")))
    plans.score(mine, date(2026, 9, 14), 22)
    assert list(goals_in_grid(teacher)) == [mine]
    assert [float(each.value) for each in latest_scores([mine])[mine.pk]] == [22.0]


def test_a_goal_of_another_child_is_not_found(teacher, child, setting, school_class):
    other = plans.goal(register.child(setting, school_class))
    with pytest.raises(NotFound):
        goal_for(teacher, child, other.pk)


def test_attendance_counts_from_the_half_term_in_which_the_window_begins(teacher, child, setting):
    for half_term, starts_on, counts in (
        ("2025-26/6", date(2026, 6, 1), {"/": 10, "N": 90}),
        ("2026-27/1", date(2026, 9, 1), {"/": 60, "I": 10}),
        ("2026-27/2", date(2026, 11, 2), {"/": 20, "I": 10}),
    ):
        AttendanceCount.objects.create(child=child, setting=setting, half_term=half_term, starts_on=starts_on, counts=counts)
    assert attendance_of(teacher, child, since=date(2026, 9, 20)).attendance_share == 0.8
    assert attendance_of(teacher, register.child(setting, child.school_class), since=date(2026, 9, 20)) is None
