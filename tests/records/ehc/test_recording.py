"""Recording what happens after the plan: each rule with a date can be started and answered, notices go with decisions, the impossible is refused."""

from datetime import date, timedelta

import pytest
from tests.factories import ehc, register

from sooner.clocks.vocabulary import EVENTS
from sooner.law.england_2014.duties import duties
from sooner_service.ehc.actions.documents import finalise, save_document
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.actions.recording import Happened, record_event, take_back_event
from sooner_service.ehc.dates import dates_of
from sooner_service.ehc.models import CaseNotice
from sooner_service.ehc.queries.changes import changes_by
from sooner_service.ehc.recordable import RECORDABLE
from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db
OWN_PAGES = {
    "request_received", "became_responsible", "request_withdrawn", "decision_assess", "advice_requested", "advice_received", "appointment_missed",
    "exemption", "decision_issue", "draft_served", "setting_consulted", "setting_replied", "plan_finalised",
}  # fmt: skip
OF_A_SCHOOL = {"senco_appointed", "senco_qualified", "sen_report_published", "inclusion_grant_accepted", "inclusion_strategy_published"}


@pytest.fixture
def area():
    return register.authority()


@pytest.fixture
def viewer(area):
    return ehc.authority_viewer(area)


@pytest.fixture
def planned(area, viewer):
    """A case with its plan made final on 1 March 2027, and the viewer a year on."""
    case = ehc.drafted(ehc.case(ehc.child_with_parent(area)), viewer)
    then = ehc.on_day(viewer, date(2027, 3, 1))
    save_document(viewer=then, case=case, sections={**ehc.TEXT, "I": "Mainstream school"}, edit=0)
    finalise(viewer=then, case=case, rights=ehc.RIGHTS)
    return case


def happened(event: str, on: date, **fields: object) -> Happened:
    return Happened(event, on, {key: value for key, value in fields.items() if key not in {"reasons", "sends_notice"}}, reasons=str(fields.get("reasons", "")), sends_notice=bool(fields.get("sends_notice")), rights=ehc.RIGHTS)


def row(case, rule: str, on: date):
    return [each for each in dates_of(case, on=on).deadlines if each.rule == rule][-1]


def test_every_event_of_a_case_is_recorded_on_some_page_and_only_those_of_a_school_are_not() -> None:
    named = {name.partition("=")[0] for duty in duties() for name in (*duty.counts_from, *duty.met_by)}
    assert (named & EVENTS.keys()) - RECORDABLE - OWN_PAGES == OF_A_SCHOOL


def test_a_review_is_held_reported_decided_and_its_plan_changed_in_time(planned, viewer) -> None:
    meeting = date(2028, 1, 10)
    for day, event, fields in [
        (date(2027, 12, 1), "review_planned", {"meeting_on": meeting}), (date(2027, 12, 20), "review_invited", {}),
        (meeting, "review_meeting", {}), (date(2028, 1, 20), "review_report", {}), (date(2028, 2, 3), "review_decision", {"decision": "amend"}),
    ]:
        record_event(viewer=ehc.on_day(viewer, day), case=planned, happened=happened(event, day, **fields))
    assert planned.state == "amending"
    then = ehc.on_day(viewer, date(2028, 2, 3))
    record_event(viewer=then, case=planned, happened=happened("amendment_notice", then.on, method="email", reasons="F: weekly, not fortnightly.", sends_notice=True))
    assert row(planned, "AR-08", then.on).limit_on == date(2028, 2, 17)
    last = ehc.on_day(viewer, date(2028, 3, 20))
    record_event(viewer=last, case=planned, happened=happened("amended_plan_final", last.on, sends_notice=True))
    assert row(planned, "AR-09", last.on).status == "met"
    assert planned.state == "plan_final"
    assert row(planned, "TR-10", last.on).limit_on == date(2028, 5, 22)
    assert planned.review_due_on == date(2029, 2, 2)
    assert [each.kind for each in CaseNotice.objects.filter(case=planned)[:2]] == ["amended", "changes"]


def test_a_decision_to_keep_the_plan_goes_out_as_a_notice_with_its_last_day_to_appeal(planned, viewer) -> None:
    record_event(viewer=ehc.on_day(viewer, date(2028, 1, 10)), case=planned, happened=happened("review_meeting", date(2028, 1, 10)))
    then = ehc.on_day(viewer, date(2028, 1, 24))
    record_event(viewer=then, case=planned, happened=happened("review_decision", then.on, decision="maintain", reasons="The outcomes are being met.", sends_notice=True))
    notice = CaseNotice.objects.filter(case=planned).first()
    assert notice is not None
    assert notice.appeal_by == date(2028, 3, 24)
    assert "24 March 2028" in next(part["words"] for part in notice.parts if part["key"] == "appeal")


def test_a_decision_without_reasons_is_not_sent(planned, viewer) -> None:
    record_event(viewer=ehc.on_day(viewer, date(2028, 1, 10)), case=planned, happened=happened("review_meeting", date(2028, 1, 10)))
    then = ehc.on_day(viewer, date(2028, 1, 24))
    with pytest.raises(CannotStep, match="reasons"):
        record_event(viewer=then, case=planned, happened=happened("review_decision", then.on, decision="cease", sends_notice=True))
    assert planned.events.filter(event="review_decision").count() == 0


def test_a_decision_already_sent_on_paper_keeps_the_day_from_which_time_to_appeal_runs(planned, viewer) -> None:
    record_event(viewer=ehc.on_day(viewer, date(2028, 1, 10)), case=planned, happened=happened("review_meeting", date(2028, 1, 10)))
    later = ehc.on_day(viewer, date(2028, 2, 28))
    record_event(viewer=later, case=planned, happened=happened("review_decision", date(2028, 1, 31), decision="cease", reasons="Needs are met."))
    assert row(planned, "TR-10", later.on).limit_on == date(2028, 3, 31)
    assert CaseNotice.objects.filter(case=planned, kind="cease").count() == 0


def test_a_notice_cannot_go_out_for_an_earlier_day(planned, viewer) -> None:
    record_event(viewer=ehc.on_day(viewer, date(2028, 1, 10)), case=planned, happened=happened("review_meeting", date(2028, 1, 10)))
    then = ehc.on_day(viewer, date(2028, 1, 24))
    with pytest.raises(CannotStep, match="goes out today"):
        record_event(viewer=then, case=planned, happened=happened("review_decision", date(2028, 1, 20), decision="maintain", reasons="Met.", sends_notice=True))


def test_a_phase_transfer_starts_the_limit_and_the_last_good_day_for_the_meeting(planned, viewer) -> None:
    then = ehc.on_day(viewer, date(2027, 9, 10))
    record_event(viewer=then, case=planned, happened=happened("phase_transfer", then.on, year=2028, kind="secondary"))
    assert row(planned, "AR-13", then.on).limit_on == date(2028, 2, 14)
    assert row(planned, "AR-17", then.on).limit_on == date(2027, 11, 22)


def test_an_answer_before_its_question_is_refused_with_the_engines_sentence_and_nothing_is_kept(planned, viewer) -> None:
    record_event(viewer=ehc.on_day(viewer, date(2028, 1, 10)), case=planned, happened=happened("review_meeting", date(2028, 1, 10)))
    before = Entry.objects.count()
    with pytest.raises(CannotStep, match="comes before the earliest review_meeting"):
        record_event(viewer=ehc.on_day(viewer, date(2028, 2, 1)), case=planned, happened=happened("review_report", date(2028, 1, 3)))
    assert planned.events.filter(event="review_report").count() == 0
    assert Entry.objects.count() == before


def test_what_does_not_fit_the_state_is_refused(area, viewer) -> None:
    case = ehc.case(ehc.child_with_parent(area))
    with pytest.raises(CannotStep, match="does not fit"):
        record_event(viewer=viewer, case=case, happened=happened("review_meeting", viewer.on))


def test_a_step_with_its_own_page_is_refused_here(area, viewer) -> None:
    with pytest.raises(CannotStep, match="page of its own"):
        record_event(viewer=viewer, case=ehc.case(ehc.child_with_parent(area)), happened=happened("decision_assess", viewer.on, decision="yes"))


def test_recording_is_one_journal_entry_and_tells_the_family_what_changed(planned, viewer) -> None:
    then = ehc.on_day(viewer, date(2028, 1, 10))
    before = Entry.objects.count()
    record_event(viewer=then, case=planned, happened=happened("review_meeting", then.on))
    assert Entry.objects.count() == before + 1
    told = Notice.objects.filter(child=planned.child).order_by("-pk").first()
    assert told is not None
    assert "The review meeting was held, on 10 January 2028." in told.body
    assert "24 January 2028" in told.body


def test_nobody_but_the_authority_records(planned) -> None:
    parent = register.family_viewer(planned.child.adults.first().person)
    senco = register.viewer(register.role("senco", planned.child.setting))
    for other in (parent, senco):
        with pytest.raises(Refused):
            record_event(viewer=ehc.on_day(other, date(2028, 1, 10)), case=planned, happened=happened("review_meeting", date(2028, 1, 10)))


def test_an_order_brings_a_refused_case_back_with_its_own_limits(area, viewer) -> None:
    case = ehc.case(ehc.child_with_parent(area))
    ehc.decide_to_assess(viewer=viewer, case=case, is_yes=False, legal_test=ehc.LIMBS, reasons="No.", rights=ehc.RIGHTS)
    then = ehc.on_day(viewer, viewer.on + timedelta(days=120))
    record_event(viewer=then, case=case, happened=happened("order", then.on, kind="assess"))
    assert case.state == "assessing"
    assert {each.step for each in dates_of(case, on=then.on).deadlines if each.rule == "TR-20"} == {"notify", "no_plan", "final"}


def test_a_plan_that_ends_ends_the_childs_mark_and_the_review(planned, viewer) -> None:
    then = ehc.on_day(viewer, date(2028, 6, 1))
    record_event(viewer=then, case=planned, happened=happened("plan_ceased", then.on))
    assert planned.state == "ceased"
    assert planned.child.sen_status == "K"
    assert planned.review_due_on is None


def test_taking_back_a_wrong_entry_restores_the_dates_and_stays_in_the_history(planned, viewer) -> None:
    then = ehc.on_day(viewer, date(2028, 1, 10))
    made = record_event(viewer=then, case=planned, happened=happened("review_meeting", then.on))
    before = Entry.objects.count()
    take_back_event(viewer=then, case=planned, event=made, because="It was another child's meeting.")
    assert planned.state == "plan_final"
    assert [each.rule for each in dates_of(planned, on=then.on).deadlines if each.rule == "AR-06"] == []
    assert planned.events.get(pk=made.pk).withdrawn_because == "It was another child's meeting."
    assert Entry.objects.count() == before + 1


def test_what_went_out_as_a_notice_is_not_taken_back(planned, viewer) -> None:
    record_event(viewer=ehc.on_day(viewer, date(2028, 1, 10)), case=planned, happened=happened("review_meeting", date(2028, 1, 10)))
    then = ehc.on_day(viewer, date(2028, 1, 24))
    made = record_event(viewer=then, case=planned, happened=happened("review_decision", then.on, decision="maintain", reasons="Met.", sends_notice=True))
    with pytest.raises(CannotStep, match="notice went out"):
        take_back_event(viewer=then, case=planned, event=made, because="Wrong.")


def test_what_would_change_is_shown_before_anything_is_kept(planned, viewer) -> None:
    found = changes_by(planned, "review_meeting", on=date(2028, 1, 10), fields={}, today=date(2028, 1, 10))
    assert {each.rule for each in found.started} == {"AR-05", "AR-06", "AR-07", "AR-09"}
    assert planned.events.filter(event="review_meeting").count() == 0
