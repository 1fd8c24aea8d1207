"""Training against need."""

from datetime import date

from sooner.training.against_need import training_against_need
from sooner.training.competence import Completion, competence

ON = date(2026, 1, 5)
AUTISM = competence([Completion("specialist-autism", date(2025, 9, 1))], ON)
LANGUAGE = competence([Completion("specialist-language", date(2025, 9, 1))], ON)
LAPSED = competence([Completion("specialist-semh", date(2020, 9, 1))], ON)


def test_a_need_nobody_is_trained_for_comes_first():
    rows = training_against_need({"ASD": 30, "SEMH": 12, "SLCN": 1, "VI": 0}, [AUTISM, LANGUAGE, LANGUAGE, LAPSED])
    assert [row.need for row in rows] == ["SEMH", "ASD", "SLCN"]
    assert rows[0].sentence == "12 pupils and nobody currently trained for this need."
    assert rows[1].pupils_to_each == 30
    assert rows[1].sentence == "30 pupils and 1 member of staff currently trained for this need."
    assert rows[2].sentence == "1 pupil and 2 members of staff currently trained for this need."
