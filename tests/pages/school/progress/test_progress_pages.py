"""Goals, scores, the class grid, the decision page and the decision meeting in the browser."""

import re
from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import plans, register

from sooner_service.assessment.models import TierMove
from sooner_service.journal.models import Entry
from sooner_service.plans.models import Goal, Score
from sooner_service.project import clock
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db

WEEK = timedelta(days=7)
SEPTEMBER = date(2026, 9, 7)


@pytest.fixture(autouse=True)
def _frozen(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: register.NOW)


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
def goal(child):
    return plans.goal(child)


def as_role(name, setting, classes=None) -> Client:
    client = Client()
    client.force_login(register.role(name, setting, classes=classes).person)
    return client


@pytest.fixture
def senco(setting):
    return as_role("senco", setting)


@pytest.fixture
def teacher(setting, school_class):
    return as_role("class_teacher", setting, [school_class])


def at(child, place="") -> str:
    return f"/school/children/{child.reference}/progress/{place}"


def words(answer) -> str:
    return answer.content.decode()


def below_with_delivery(child, goal):
    """Scores that stay flat under the line, with every session delivered."""
    support = plans.provision(child)
    for number in range(22):
        plans.session(support, SEPTEMBER + timedelta(days=number))
    for number, value in enumerate((20, 20, 19, 20)):
        plans.score(goal, SEPTEMBER + (number + 1) * WEEK, value)


def shown_mark(answer) -> str:
    return re.search(r'name="shown" value="(\w+)"', words(answer)).group(1)


def test_a_child_without_a_goal_is_told_how_to_begin(teacher, child):
    assert "No goal is set for this child" in words(teacher.get(at(child)))


def test_a_goal_is_set_from_its_form(teacher, child):
    typed = {
        "text": "Reads aloud more easily", "measure": "Words in a minute", "direction": "increase", "decimals": "0", "baseline": "20",
        "starts_on-day": "7", "starts_on-month": "9", "starts_on-year": "2026", "aim": "60", "aim_on-day": "5", "aim_on-month": "7",
        "aim_on-year": "2027",
    }  # fmt: skip
    assert "must be above the first score" in words(teacher.post(at(child, "goal/"), {**typed, "aim": "10"}))
    answer = teacher.post(at(child, "goal/"), typed)
    made = Goal.objects.get()
    assert answer.url == f"{at(child)}?done=goal#goal-{made.pk}-row"
    assert (made.aim, made.expected, made.provision) == (Decimal(60), None, None)


def test_the_tab_draws_the_goal_with_its_table_and_empty_weeks(teacher, child, goal):
    below_with_delivery(child, goal)
    shown = words(teacher.get(at(child)))
    assert "The middle one of the last three scores is not as good as the line to the goal." in shown
    assert "<svg" in shown and "The numbers in a table" in shown and "No score taken" in shown
    assert "Late" in shown
    assert Entry.objects.filter(kind="opened").count() == 1


def test_a_score_is_kept_in_two_taps_and_a_wrong_one_is_explained(teacher, child, goal):
    answer = teacher.post(at(child), {"goal": goal.pk, "value": "thirty"})
    assert "Write a number that is 0 or more, such as 31." in words(answer) and 'value="thirty"' in words(answer)
    teacher.post(at(child), {"goal": goal.pk, "value": "31"})
    teacher.post(at(child), {"goal": goal.pk, "value": "31"})
    assert Score.objects.get().value == 31


def test_a_score_of_another_day_corrects_the_one_that_is_there(teacher, child, goal):
    plans.score(goal, date(2026, 9, 14), 13)
    typed = {"on-day": "14", "on-month": "9", "on-year": "2026", "value": "31"}
    teacher.post(at(child, f"{goal.pk}/"), typed)
    assert Score.objects.get(replaced_by__isnull=True).value == 31
    assert "began on 7 September" in words(teacher.post(at(child, f"{goal.pk}/"), {**typed, "on-day": "1"}))


def test_measuring_stops_only_after_asking(teacher, child, goal):
    assert "Confirm that measuring stops" in words(teacher.post(at(child, f"{goal.pk}/close/"), {"nothing": ""}))
    teacher.post(at(child, f"{goal.pk}/close/"), {"is_sure": "on"})
    goal.refresh_from_db()
    assert goal.closed_on == register.TODAY
    assert "Goals no longer measured" in words(teacher.get(at(child)))


def test_the_class_grid_keeps_a_column_of_scores(teacher, child, goal, setting, school_class):
    second = plans.goal(register.child(setting, school_class), decimals=1)
    plans.score(goal, date(2026, 11, 17), 30)
    assert "Leave a cell empty" in words(teacher.get("/school/scores/"))
    answer = teacher.post("/school/scores/", {f"score-{goal.pk}": "31", f"score-{second.pk}": ""})
    assert answer.url == "/school/scores/?done=1"
    assert Score.objects.get(goal=goal, on=register.TODAY).value == 31
    assert not Score.objects.filter(goal=second).exists()
    assert "One score is kept" in words(teacher.get(answer.url))


def test_one_wrong_row_keeps_everything_back_and_loses_no_typing(teacher, child, goal, setting, school_class):
    second = plans.goal(register.child(setting, school_class))
    answer = teacher.post("/school/scores/", {f"score-{goal.pk}": "31", f"score-{second.pk}": "30,5"})
    assert "This measure needs a whole number" in words(answer) and 'value="31"' in words(answer) and 'value="30,5"' in words(answer)
    assert f'href="#score-{second.pk}"' in words(answer)
    assert not Score.objects.exists()
    for typed in ("x", "-3", "1e5", "NaN"):
        assert "Write a number" in words(teacher.post("/school/scores/", {f"score-{second.pk}": typed}))


def test_the_grid_of_an_earlier_day_shows_and_corrects_its_scores(teacher, child, goal):
    plans.score(goal, date(2026, 9, 14), 13)
    place = "/school/scores/?on-day=14&on-month=9&on-year=2026"
    assert 'value="13"' in words(teacher.get(place))
    teacher.post(place, {f"score-{goal.pk}": "31"})
    assert Score.objects.get(replaced_by__isnull=True).value == 31


def test_typing_in_the_grid_is_kept(teacher, child, goal):
    assert teacher.post("/school/scores/", {f"score-{goal.pk}": "3"}, headers={"x-autosave": "yes"}).status_code == 204
    assert not Score.objects.exists()
    assert 'value="3"' in words(teacher.get("/school/scores/"))


def test_a_foreign_goal_in_the_grid_is_left_out(teacher, child, goal, setting):
    foreign = plans.goal(register.child(setting, register.school_class(setting, name="Wren")))
    teacher.post("/school/scores/", {f"score-{foreign.pk}": "31", f"score-{goal.pk}": "30"})
    assert [score.goal for score in Score.objects.all()] == [goal]


def test_queries_of_the_grid_and_the_meeting_do_not_grow(senco, child, goal, setting, school_class):
    for place in ("/school/scores/", "/school/decisions/"):
        senco.get(place)
        with CaptureQueriesContext(connection) as few:
            senco.get(place)
        for number in range(4):
            friend = register.child(setting, school_class, tier=1, given_name=f"Friend{number}")
            below_with_delivery(friend, plans.goal(friend))
        with CaptureQueriesContext(connection) as many:
            senco.get(place)
        assert len(many) <= len(few) + 1
        assert len(many) <= 20


def test_the_decision_page_shows_proposal_evidence_and_who_is_told(senco, child, goal):
    below_with_delivery(child, goal)
    mother = register.adult(child).person
    shown = words(senco.get(at(child, f"{goal.pk}/decision/")))
    assert "Change or intensify the support within this tier." in shown
    assert "22 of 22 sessions promised" in shown and "is not as good as the line to the goal" in shown
    assert "Change the support within this tier (proposed)" in shown
    assert "You can ask the council for an EHC needs assessment at any time" in shown
    assert "it calls 50% of pupils who are exactly on course" in shown
    assert mother.name in shown


def test_a_decision_is_kept_the_child_moved_and_the_family_told(senco, child, goal):
    below_with_delivery(child, goal)
    register.adult(child)
    place = at(child, f"{goal.pk}/decision/")
    mark = shown_mark(senco.get(place))
    answer = senco.post(place, {"kind": "step_up", "up_to": "2", "reason": "A specialist should look", "shown": mark}, follow=True)
    child.refresh_from_db()
    move = TierMove.objects.get()
    assert (child.tier, move.proposed_kind, move.evidence["rule_says"]) == (2, "change", "below")
    assert "This is not what was proposed" in words(answer) and "1 adult has been told" in words(answer)
    assert Notice.objects.count() == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Choose what happens with the support"),
        ({"kind": "keep"}, "Give the reason"),
        ({"kind": "step_up", "reason": "r"}, "Choose the tier"),
        ({"kind": "keep", "reason": "r", "shown": "earlier"}, "evidence changed"),
    ],
)
def test_a_decision_that_is_not_complete_is_explained(senco, child, goal, typed, sentence):
    place = at(child, f"{goal.pk}/decision/")
    mark = shown_mark(senco.get(place))
    assert sentence in words(senco.post(place, {"shown": mark, **typed}))
    assert not TierMove.objects.exists()


def test_a_half_written_reason_is_kept_and_chooses_nothing(senco, child, goal):
    place = at(child, f"{goal.pk}/decision/")
    assert senco.post(place, {"reason": "Half a thought"}, headers={"x-autosave": "yes"}).status_code == 204
    shown = words(senco.get(place))
    assert "Half a thought" in shown and "There is a problem" not in shown
    assert not TierMove.objects.exists()


def test_the_highest_tier_offers_no_step_up(senco, child, goal):
    type(child).objects.filter(pk=child.pk).update(tier=3)
    assert 'value="step_up"' not in words(senco.get(at(child, f"{goal.pk}/decision/")))


def test_the_meeting_lists_every_pupil_due_and_leads_to_the_next(senco, child, goal, setting):
    below_with_delivery(child, goal)
    later = plans.goal(register.child(setting, tier=2))
    shown = words(senco.get("/school/decisions/"))
    assert "Late by 36 days" in shown and shown.index(child.reference) < shown.index(later.child.reference)
    assert child.full_name not in shown and child.full_name in words(senco.get("/school/decisions/?show=names"))
    place = at(child, f"{goal.pk}/decision/")
    done = senco.post(place, {"kind": "keep", "reason": "Going well", "shown": shown_mark(senco.get(place))}, follow=True)
    assert at(later.child, f"{later.pk}/decision/") in words(done) and "1 left" in words(done)


def test_an_empty_meeting_says_how_it_fills(senco):
    assert "Nobody is due" in words(senco.get("/school/decisions/"))


@pytest.mark.parametrize("place", ["", "goal/", "{goal}/", "{goal}/close/"])
def test_every_page_has_one_heading_and_a_foreign_child_is_not_found(teacher, child, goal, place):
    answer = teacher.get(at(child, place.format(goal=goal.pk)))
    assert answer.status_code == 200
    assert words(answer).count("<h1") == 1
    foreign = plans.goal(register.child(register.organisation(authority=register.authority())))
    assert teacher.get(at(foreign.child, place.format(goal=foreign.pk))).status_code == 404
    assert Client().get(at(child, place.format(goal=goal.pk))).url.startswith("/sign-in/")


def test_a_teacher_does_not_decide_and_a_goal_of_another_child_is_not_found(teacher, senco, child, goal, setting):
    assert teacher.get(at(child, f"{goal.pk}/decision/")).status_code == 403
    assert teacher.get("/school/decisions/").status_code == 403
    other = plans.goal(register.child(setting))
    assert senco.get(at(child, f"{other.pk}/decision/")).status_code == 404
    assert senco.get(at(child, "decided/999999/")).status_code == 404


@pytest.mark.parametrize("place", ["/school/scores/", "/school/decisions/"])
def test_a_governor_is_refused_and_a_visitor_is_asked_to_sign_in(setting, place):
    assert as_role("governor", setting).get(place).status_code == 403
    assert Client().get(place).url.startswith("/sign-in/")


def form_of_a_goal(**changes):
    """What a teacher types for a goal on reading aloud, 20 words now and 40 in March."""
    typed = {
        "text": "Reads aloud more easily", "baseline": "20", "baseline_tries": "3", "aim": "40", "expected": "", "provision": "",
        "starts_on-day": "7", "starts_on-month": "9", "starts_on-year": "2026", "aim_on-day": "1", "aim_on-month": "3", "aim_on-year": "2027",
    }  # fmt: skip
    return {**typed, **changes}


def test_a_goal_begins_with_the_choice_of_a_measure(teacher, child):
    shown = words(teacher.get(at(child, "goal/")))
    assert "What will you count or score?" in shown
    assert "Words read correctly in a minute" in shown and "Something else" in shown
    assert "Choose what you will count or score" in words(teacher.get(at(child, "goal/?next=1")))


def test_a_measure_of_the_list_answers_for_itself_and_the_goal_keeps_its_error(teacher, child):
    place = at(child, "goal/?measure=words_read_aloud")
    shown = words(teacher.get(place))
    assert "One score lies about 10 from the true level" in shown
    assert "What is better?" not in shown
    assert teacher.post(place, form_of_a_goal()).status_code == 302
    goal = Goal.objects.get()
    assert (goal.measure, goal.error_sd, goal.baseline_tries, goal.direction) == ("Words read correctly in a minute", 10, 3, "increase")
    assert goal.error_source.startswith("Median over 63,207 probes")


def test_the_calculator_says_how_ambitious_an_aim_is_with_its_source_and_saves_nothing(teacher, child):
    shown = words(teacher.post(at(child, "goal/?measure=words_read_aloud"), form_of_a_goal(work_out="1")))
    assert "0.80 a week" in shown
    assert "The middle half of pupils there grow about this fast: a realistic aim." in shown
    assert "These are not norms for England" in shown and "chart 13405" in shown
    assert "Nothing is saved yet." in shown
    assert not Goal.objects.exists()


def test_where_no_usual_rate_is_known_the_calculator_says_so(teacher, child):
    typed = form_of_a_goal(work_out="1", baseline="2", aim="8")
    shown = words(teacher.post(at(child, "goal/?measure=words_spelled"), typed))
    assert "We do not know a usual rate of growth for this measure." in shown
    assert "Nobody has said how sure one score of this measure is" in shown


def test_an_aim_off_the_scale_is_explained_beside_its_field(teacher, child):
    typed = form_of_a_goal(baseline="2", aim="11")
    assert "This measure has no score above 10." in words(teacher.post(at(child, "goal/?measure=words_spelled"), typed))
    assert not Goal.objects.exists()


def test_with_a_known_error_the_decision_page_gives_chances_and_the_rules_error_rate(senco, child):
    goal = plans.goal(child, error_sd=Decimal(10), error_source="Pairs of tries", baseline_tries=3)
    below_with_delivery(child, goal)
    shown = words(senco.get(at(child, f"{goal.pk}/decision/")))
    assert "Chance that growth is slower than the aim asks" in shown
    assert "of one score a week would tell growth on course from growth at half the pace" in shown
    assert "it wrongly flagged 9 % of pupils who were exactly on course" in shown
    assert "This goal lies outside what was studied." in shown
    assert "Source: Pairs of tries." in shown
    assert "Bayes rule" in shown


def test_a_settings_measure_is_added_used_and_taken_off_the_list(senco, setting, child):
    assert "Your setting has no measures of its own." in words(senco.get("/school/measures/"))
    typed = {"name": "Sounds of forty", "hint": "", "direction": "increase", "decimals": "0", "highest": "40", "lowest": "0", "error_sd": "2.5"}
    assert "have its source" in words(senco.post("/school/measures/add/", typed))
    assert senco.post("/school/measures/add/", {**typed, "error_source": "Pairs of tries in our school"}).status_code == 302
    assert "Pairs of tries in our school" in words(senco.get("/school/measures/"))
    assert "Sounds of forty" in words(senco.get(at(child, "goal/")))
    number = setting.measures.get().pk
    assert "off the list?" in words(senco.get(f"/school/measures/{number}/retire/"))
    senco.post(f"/school/measures/{number}/retire/", {"is_sure": "on"})
    assert "Sounds of forty" not in words(senco.get("/school/measures/"))


def test_a_teacher_may_not_define_measures_and_another_settings_measure_is_not_found(teacher, senco, setting):
    assert teacher.get("/school/measures/").status_code == 403
    assert teacher.get("/school/measures/add/").status_code == 403
    assert senco.get("/school/measures/99999/retire/").status_code == 404
