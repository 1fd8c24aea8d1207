"""A setting's own measures."""

from decimal import Decimal

import pytest
from tests.factories import plans, register

from sooner_service.journal.models import Entry
from sooner_service.plans.actions.goals import log_score, set_goal
from sooner_service.plans.actions.measures import Described, add_measure, retire_measure
from sooner_service.plans.precision import Precision
from sooner_service.plans.queries.measures import measure_by_key, measures_for, own_measure, own_measures
from sooner_service.plans.refusals import CannotMeasure
from sooner_service.register.access import NotFound, Refused

pytestmark = pytest.mark.django_db

SOUNDS = {"name": "Sounds named of 40", "direction": "increase", "decimals": 0, "lowest": Decimal(0), "highest": Decimal(40)}


@pytest.fixture
def setting():
    return register.organisation(authority=register.authority())


@pytest.fixture
def senco(setting):
    return register.viewer(register.role("senco", setting))


def add(viewer, **changes):
    return add_measure(viewer=viewer, described=Described(**{**SOUNDS, **changes}))


def test_a_measure_is_added_with_one_journal_entry(senco, setting):
    made = add(senco)
    assert [each.pk for each in own_measures(senco)] == [made.pk]
    assert Entry.objects.filter(name="measure.define").count() == 1


def test_a_teacher_does_not_define_measures(setting):
    with pytest.raises(Refused):
        add(register.viewer(register.role("class_teacher", setting)))
    assert not Entry.objects.filter(kind=Entry.Kind.ACTION).exists()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"name": " "}, "Give the measure a name"),
        ({"direction": "up"}, "more or less"),
        ({"decimals": 4}, "three decimals"),
        ({"lowest": Decimal(40)}, "highest score must be above"),
        ({"error_sd": Decimal(3)}, "have its source"),
        ({"error_sd": Decimal(0), "error_source": "x"}, "above 0"),
        ({"usual_gain": Decimal(3)}, "have its source"),
    ],
)
def test_a_measure_that_is_not_sound_is_refused_in_words(senco, wrong, sentence):
    with pytest.raises(CannotMeasure, match=sentence):
        add(senco, **wrong)


def test_a_name_is_used_once_until_its_measure_is_off_the_list(senco):
    first = add(senco)
    with pytest.raises(CannotMeasure, match="of this name already"):
        add(senco, name="sounds NAMED of 40")
    retire_measure(viewer=senco, measure=first)
    assert own_measures(senco) == []
    assert add(senco).pk != first.pk
    with pytest.raises(CannotMeasure, match="off the list already"):
        retire_measure(viewer=senco, measure=first)


def test_another_setting_sees_and_retires_nothing_of_this_one(senco):
    made = add(senco)
    other = register.viewer(register.role("senco", register.organisation(name="Other School", authority=senco.organisation.authority)))
    with pytest.raises(NotFound):
        own_measure(other, made.pk)
    with pytest.raises(Refused):
        retire_measure(viewer=other, measure=made)


def test_a_goal_may_use_the_settings_measures_before_the_shared_ones(senco, setting):
    made = add(senco, error_sd=Decimal("2.5"), error_source="Our own pairs of tries", usual_gain=Decimal("0.5"), usual_gain_source="Last year's class")
    first, *shared = measures_for(setting)
    assert (first.key, first.error_sd, first.growth[0].middle) == (f"own-{made.pk}", 2.5, 0.5)
    assert shared[0].key == "words_read_aloud"
    assert measure_by_key(setting, f"own-{made.pk}") == first
    assert measure_by_key(None, f"own-{made.pk}") is None


def test_a_goal_keeps_the_scale_and_error_of_its_day_and_refuses_scores_off_the_scale(senco, setting):
    child = register.child(setting, register.school_class(setting), tier=1)
    template = plans.goal(child)
    precision = Precision(Decimal(0), Decimal(40), Decimal("2.5"), "Our own pairs", 3)
    given = {
        "viewer": senco, "child": child, "text": "t", "measure": "Sounds", "direction": "increase", "decimals": 0, "baseline": Decimal(5),
        "starts_on": template.starts_on, "aim_on": template.aim_on, "precision": precision,
    }  # fmt: skip
    goal = set_goal(aim=Decimal(30), **given)
    assert (goal.error_sd, goal.error_source, goal.baseline_tries) == (Decimal("2.5"), "Our own pairs", 3)
    with pytest.raises(CannotMeasure, match="no score above 40"):
        set_goal(aim=Decimal(50), **given)
    with pytest.raises(CannotMeasure, match="no score below 0"):
        log_score(viewer=senco, goal=goal, on=senco.on, value=Decimal(-1))
