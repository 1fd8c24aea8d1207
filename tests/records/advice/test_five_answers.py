"""The five answers from facts alone: what comes first, who is late, what is always offered."""

from dataclasses import replace
from datetime import date

import pytest

from sooner_service.advice.case_words import OUR_READING, happening_in_case, owner_words, step_words, why_this_date
from sooner_service.advice.five_answers import CaseFacts, Contact, Duty, Facts, SupportFacts, five_answers
from sooner_service.advice.line_words import how_often

TODAY = date(2026, 11, 24)
NOTHING = Facts("Maya", False, TODAY, "SNR-1", Contact("who leads on extra help (the SENCO)", "Amara Okafor", "01632 960 201"))
CASE = CaseFacts("request_received", "", date(2026, 11, 2), (Duty("EHC-04", "local_authority", date(2026, 12, 14), False),))


def test_with_nothing_open_it_says_so_and_still_names_somebody():
    answers = five_answers(NOTHING)
    assert "No worry is open about Maya" in answers.happening
    assert answers.who == "Amara Okafor, who leads on extra help (the SENCO)"
    assert answers.late_words == ""


def test_asking_for_an_assessment_is_offered_until_it_is_asked_for():
    assert any("ehc/ask/" in address for _, address in five_answers(NOTHING).can_do)
    assert not any("ehc/ask/" in address for _, address in five_answers(replace(NOTHING, may_ask_ehc=False)).can_do)


def test_what_is_late_comes_next_before_what_is_due_sooner():
    facts = replace(NOTHING, concern_on=date(2026, 11, 2), concern_answer_due=date(2026, 11, 20), case=CASE)
    answers = five_answers(facts)
    assert answers.by_on == date(2026, 11, 20)
    assert answers.late_words == "The school is late by 4 days."
    assert [step.by_on for step in answers.also] == [date(2026, 12, 14)]


@pytest.mark.parametrize(("late_on", "words"), [(date(2026, 11, 23), "by 1 day."), (date(2026, 11, 24), "")])
def test_on_the_last_day_nothing_is_late(late_on, words):
    assert five_answers(replace(NOTHING, baseline_due=late_on)).late_words.endswith(words)


def test_who_to_talk_to_is_whoever_must_act_next():
    council = Contact("EHC co-ordinator at the council", "Idris Bell", "01632 960 111")
    facts = replace(NOTHING, case=CASE, case_contact=council)
    assert five_answers(facts).who.startswith("Idris Bell")
    assert five_answers(replace(facts, concern_answer_due=date(2026, 11, 20))).who.startswith("Amara Okafor")


def test_support_is_told_with_its_sessions_unless_weightier_things_come_first():
    support = SupportFacts(("Reading group", "Word games"), 8, 6, 2)
    alone = five_answers(replace(NOTHING, support=support)).happening
    assert alone == "Help for Maya now: reading group and 1 more kind of help. 6 of 8 promised sessions took place so far. 2 sessions are still owed."
    assert "6 of 8" not in five_answers(replace(NOTHING, support=support, case=CASE)).happening


def test_a_young_person_is_spoken_to():
    support = SupportFacts(("Reading group",), 0, 0, 0)
    assert five_answers(replace(NOTHING, is_self=True, support=support)).happening == "Your help now: reading group."


def test_a_step_without_a_date_says_so():
    answers = five_answers(replace(NOTHING, plan_to_answer=2, plan_status="shared"))
    assert answers.by_on is None
    assert answers.by_when == "There is no set date for this."


def test_a_review_is_only_due_for_a_final_plan():
    shared = replace(NOTHING, plan_status="shared", review_on=date(2026, 11, 1))
    assert not five_answers(shared).also and five_answers(shared).by_on is None
    assert five_answers(replace(shared, plan_status="final")).late_words == "The school is late by 23 days."


def test_a_name_that_is_closed_leaves_the_part():
    assert Contact("EHC co-ordinator at the council").words == "EHC co-ordinator at the council"


def test_unknown_steps_of_the_law_are_said_in_the_laws_words():
    assert step_words("XX-99", "send the notice") == "Send the notice."
    assert step_words("EHC-17", "whatever") == "The council sends you the final plan."
    assert owner_words("local_authority") == "the council"
    assert happening_in_case("something_new", "", TODAY).startswith("The council is working on the EHC case.")


def test_our_own_reading_of_the_law_cites_nothing():
    assert why_this_date("Because.", "Section 1", standing="in_force", checked="R") == f"Because. {OUR_READING}"
    assert why_this_date("Because.", "Section 1", standing="derived", checked="V").startswith("Because. (Source: Section 1.)")
    assert "not law" in why_this_date("Because.", "", standing="practice", checked="V")


@pytest.mark.parametrize(("times", "words"), [(0.5, "once every two weeks"), (1, "once a week"), (2.0, "twice a week"), (3, "3 times a week"), (None, "")])
def test_how_often_is_said_as_people_say_it(times, words):
    assert how_often(times) == words
