"""Advice, representations, settings, taking back, exemptions, holders: each one journal entry, refused out of turn."""

from datetime import date, timedelta

import pytest
from tests.factories import ehc, register

from sooner_service.ehc.actions import exemptions, holders, steps
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.dates import dates_of
from sooner_service.ehc.models import AdviceRequest, Case
from sooner_service.ehc.queries.exemptions import exemptions_of
from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused
from sooner_service.register.models import ChildAccess

pytestmark = pytest.mark.django_db
ILLNESS = exemptions.Exemption("X-3", "Letter of the hospital, 2 November 2026", "No adviser could see the child.", planned_on=date(2027, 2, 1), starts_on=date(2026, 10, 20))


@pytest.fixture
def area():
    return register.authority()


@pytest.fixture
def viewer(area):
    return ehc.authority_viewer(area)


@pytest.fixture
def case(area):
    return ehc.case(ehc.child_with_parent(area))


def row(case: Case, rule: str, on: date = register.TODAY):
    return next(each for each in dates_of(case, on=on).deadlines if each.rule == rule)


def test_asking_several_bodies_gives_each_its_own_six_weeks(case, viewer, area) -> None:
    ehc.assessing(case, viewer)
    service = register.organisation("specialist_service", authority=area)
    bodies = [("school", case.child.setting), ("ep", service), ("family", None)]
    before = Entry.objects.count()
    steps.ask_several(viewer=viewer, case=case, bodies=bodies, question="Which needs?")
    due = [each.limit_on for each in dates_of(case, on=viewer.on).deadlines if each.rule == "EHC-06"]
    assert due == [viewer.on + timedelta(weeks=6)] * 3
    assert Entry.objects.count() == before + 3


def test_a_body_that_is_asked_reaches_the_child(case, viewer, area) -> None:
    ehc.assessing(case, viewer)
    service = register.organisation("specialist_service", authority=area)
    ehc.advice_request(case, viewer, organisation=service)
    assert ChildAccess.objects.filter(child=case.child, organisation=service, relationship="allocated").exists()


def test_the_same_question_to_the_same_body_is_not_sent_twice_and_none_of_the_others_goes(case, viewer) -> None:
    ehc.assessing(case, viewer)
    ehc.advice_request(case, viewer)
    with pytest.raises(CannotStep, match="sent twice"):
        steps.ask_several(viewer=viewer, case=case, bodies=[("family", None), ("school", case.child.setting)], question="Again?")
    assert AdviceRequest.objects.count() == 1


def test_a_senco_answers_in_time(case, viewer) -> None:
    asked = ehc.advice_request(ehc.assessing(case, viewer), viewer)
    senco = register.viewer(register.role("senco", case.child.setting))
    before = Entry.objects.count()
    steps.answer_advice(viewer=senco, request=asked, answer="Needs small group teaching.")
    assert row(case, "EHC-06").status == "met"
    assert Entry.objects.count() == before + 1


def test_an_answer_is_given_once_and_only_by_those_who_were_asked(case, viewer, area) -> None:
    asked = ehc.advice_request(ehc.assessing(case, viewer), viewer)
    senco = register.viewer(register.role("senco", case.child.setting))
    with pytest.raises(CannotStep, match="Write the advice"):
        steps.answer_advice(viewer=senco, request=asked, answer="  ")
    steps.answer_advice(viewer=senco, request=asked, answer="One.")
    with pytest.raises(CannotStep, match="already"):
        steps.answer_advice(viewer=senco, request=asked, answer="Two.")
    with pytest.raises(Refused):
        steps.answer_advice(viewer=register.viewer(register.role("senco", register.organisation(authority=area))), request=asked, answer="x")


def test_advice_that_came_by_post_is_entered_with_the_day_it_came(case, viewer) -> None:
    asked = ehc.advice_request(ehc.assessing(case, viewer), viewer)
    steps.record_answer(viewer=viewer, request=asked, answer="By letter.", on=date(2026, 11, 20))
    assert row(case, "EHC-06").done_on == date(2026, 11, 20)
    with pytest.raises(CannotStep):
        steps.record_answer(viewer=viewer, request=asked, answer="Again.", on=date(2026, 11, 20))


def test_taking_back_needs_words_and_ends_the_case(case, viewer) -> None:
    with pytest.raises(CannotStep, match="who took the request back"):
        steps.withdraw(viewer=viewer, case=case, reasons=" ")
    steps.withdraw(viewer=viewer, case=case, reasons="The mother, by telephone.")
    assert case.state == "withdrawn"
    assert case.next_limit_on is None


def test_an_exemption_disapplies_a_late_limit_and_leaves_it_where_it_was(area, viewer) -> None:
    case = ehc.case(ehc.child_with_parent(area), received_on=date(2026, 10, 1))
    before = row(case, "EHC-04")
    assert before.status == "late"
    exemptions.exempt(viewer=viewer, case=case, exemption=ILLNESS)
    after = row(case, "EHC-04")
    assert after.status == "disapplied"
    assert after.limit_on == before.limit_on
    assert (case.next_rule, case.next_limit_on, case.next_act_by) == ("EHC-04", None, date(2027, 2, 1)), "it is still to be done"


def test_taking_an_exemption_back_restores_the_status(area, viewer) -> None:
    case = ehc.case(ehc.child_with_parent(area), received_on=date(2026, 10, 1))
    kept = exemptions.exempt(viewer=viewer, case=case, exemption=ILLNESS)
    exemptions.end_exemption(viewer=viewer, case=case, event=kept, because="The child was well again.")
    assert row(case, "EHC-04").status == "late"
    assert exemptions_of(case)[0].event.withdrawn_because == "The child was well again."
    assert case.planned_on is None


@pytest.mark.parametrize(
    ("ground", "words"), [("X-6", "never one"), ("X-4", "first day"), ("X-1", "first day"), ("X-3", "first day")]
)
def test_an_exemption_without_its_ground_or_span_is_refused(case, viewer, ground, words) -> None:
    with pytest.raises(CannotStep, match=words):
        exemptions.exempt(viewer=viewer, case=case, exemption=exemptions.Exemption(ground, "Evidence.", "Impractical."))


def test_christmas_is_too_short_for_an_exemption(case, viewer) -> None:
    short = exemptions.Exemption("X-4", "Away.", "Away.", starts_on=date(2026, 10, 20), until=date(2026, 11, 5))
    with pytest.raises(CannotStep, match="28 days"):
        exemptions.exempt(viewer=viewer, case=case, exemption=short)


def test_a_consulted_setting_has_fifteen_days_and_silence_stays_open(case, viewer) -> None:
    ehc.drafted(case, viewer, on=date(2026, 11, 2))
    kept = steps.consult_setting(viewer=viewer, case=case, setting_name="Harbour School")
    assert row(case, "EHC-13").limit_on == viewer.on + timedelta(days=15)
    steps.record_setting_reply(viewer=viewer, case=case, mark=kept.fields["id"], on=viewer.on, words="We can meet need.")
    assert row(case, "EHC-13").status == "met"


def test_a_leavers_cases_are_handed_over_in_one_action(area, case) -> None:
    leaver, taker = register.role("ehc_co_ordinator", area), register.role("ehc_co_ordinator", area)
    manager = ehc.authority_viewer(area, "send_manager")
    other = ehc.case(ehc.child_with_parent(area))
    for each in (case, other):
        holders.assign(viewer=manager, case=each, holder=leaver)
    before = Entry.objects.count()
    assert holders.hand_over(viewer=manager, leaver=leaver, to=taker) == 2
    assert Entry.objects.count() == before + 1
    assert set(Case.objects.values_list("co_ordinator", flat=True)) == {taker.pk}


def test_only_a_manager_assigns_and_only_to_somebody_of_the_authority(area, case, viewer) -> None:
    with pytest.raises(Refused):
        holders.assign(viewer=viewer, case=case, holder=viewer.role_held)
    with pytest.raises(CannotStep):
        holders.assign(
            viewer=ehc.authority_viewer(area, "send_manager"), case=case, holder=register.role("ehc_co_ordinator", register.authority())
        )


def test_a_co_ordinator_takes_a_free_case_but_not_a_held_one(area, case, viewer) -> None:
    holders.take(viewer=viewer, case=case)
    assert case.co_ordinator == viewer.role_held
    with pytest.raises(CannotStep, match="holds this case"):
        holders.take(viewer=ehc.authority_viewer(area), case=case)


def test_a_missed_appointment_disapplies_only_that_advisers_six_weeks(area, viewer) -> None:
    case = ehc.case(ehc.child_with_parent(area), received_on=date(2026, 9, 1))
    ehc.assessing(case, viewer)
    asked = ehc.advice_request(case, viewer)
    missed = exemptions.Exemption("X-5", "The clinic's list.", "No test, no advice.", starts_on=date(2026, 10, 1), advice_id=str(asked.pk))
    exemptions.exempt(viewer=viewer, case=case, exemption=missed)
    assert row(case, "EHC-06").status == "disapplied"
    assert row(case, "EHC-17").status == "open"
