"""Who is trained on a date, and who may sign a baseline."""

from datetime import date

import pytest

from sooner.training.competence import NEVER_STOPS, Completion, competence, may_sign_baseline, senco_must_qualify_by
from sooner.training.pathways import all_pathways, pathway, pathways_for

TRAINED = Completion("core-primary", date(2023, 9, 4))


def test_core_training_is_current_until_the_day_it_lapses():
    assert competence([TRAINED], date(2026, 9, 3)).current
    lapsed = competence([TRAINED], date(2026, 9, 4))
    assert (lapsed.current, len(lapsed.lapsed)) == ((), 1)


def test_training_completed_later_does_not_count_yet():
    assert competence([TRAINED], date(2023, 9, 3)).current == ()


def test_the_latest_completion_of_a_pathway_is_the_one_that_counts():
    again = Completion("core-primary", date(2026, 1, 12))
    found = competence([again, TRAINED], date(2026, 10, 1))
    assert [held.completed_on for held in found.current] == [date(2026, 1, 12)]
    assert found.lapsed == ()


def test_training_about_to_lapse_is_named_ninety_days_before():
    assert competence([TRAINED], date(2026, 6, 5)).lapsing_soon == ()
    assert competence([TRAINED], date(2026, 6, 6)).lapsing_soon


def test_training_of_29_february_lapses_on_1_march():
    held = competence([Completion("core-primary", date(2024, 2, 29))], date(2024, 3, 1)).current[0]
    assert held.until == date(2027, 3, 1)


def test_current_core_training_lets_someone_sign():
    permission = may_sign_baseline([TRAINED], date(2026, 1, 5))
    assert permission.allowed
    assert permission.sentence == "You may sign baselines until 4 September 2026: Core SEND training: primary is current."
    assert permission.how_to_regain == ""


def test_lapsed_training_removes_the_right_and_says_how_to_regain_it():
    permission = may_sign_baseline([TRAINED], date(2026, 9, 4), phase="primary")
    assert not permission.allowed
    assert permission.sentence.startswith("Core SEND training: primary lapsed on 4 September 2026, so you cannot sign.")
    assert permission.how_to_regain.startswith("Complete: Core SEND training: primary (12 hours).")
    assert "the area service signs the baseline within two school days" in permission.how_to_regain


def test_the_gate_never_stops_a_concern_support_or_a_request():
    for completions in ([], [TRAINED]):
        assert NEVER_STOPS in may_sign_baseline(completions, date(2030, 1, 1)).sentence
    assert "EHC needs assessment" in NEVER_STOPS


def test_core_training_for_another_phase_does_not_count_where_the_phase_is_given():
    assert not may_sign_baseline([TRAINED], date(2026, 1, 5), phase="college").allowed


def test_specialist_training_alone_does_not_let_someone_sign():
    assert not may_sign_baseline([Completion("specialist-autism", date(2025, 9, 1))], date(2026, 1, 5)).allowed


def test_the_senco_qualification_never_lapses():
    permission = may_sign_baseline([Completion("senco-qualification", date(2010, 7, 1)), TRAINED], date(2040, 1, 1))
    assert permission.allowed
    assert permission.sentence.startswith("You may sign baselines: SENCO qualification")


def test_a_new_senco_has_three_years_to_qualify():
    assert senco_must_qualify_by(date(2025, 9, 1)) == date(2028, 9, 1)


def test_a_pathway_that_does_not_exist_is_refused():
    with pytest.raises(ValueError, match="'core' is not a training pathway. Use one of: core-nursery"):
        pathway("core")


@pytest.mark.parametrize("phase", ["nursery", "primary", "secondary", "college"])
def test_every_phase_has_core_training_for_teachers_and_assistants(phase):
    for role in ("teacher", "assistant"):
        assert pathways_for(phase=phase, role=role)[0].level == "core"


def test_initial_teacher_training_is_a_core_pathway():
    assert pathways_for(phase="secondary", role="trainee")[0].code == "core-initial"


def test_every_type_of_need_that_can_be_trained_for_has_a_specialist_pathway():
    covered = {need for each in all_pathways().pathways for need in each.needs}
    assert covered == {"ASD", "SLCN", "SEMH", "SPLD", "MLD", "SLD", "PMLD", "DS", "HI", "VI", "MSI", "PD"}
