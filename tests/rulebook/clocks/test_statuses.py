"""What becomes of a duty: met, late, disapplied, no longer owed, ended; rule by rule."""

from datetime import date

import pytest
from tests.factories.facts import answered, row, rows, statuses

REQUEST = "request_received 2026-01-12"


def test_ehc_04_done_on_the_limit_is_met_and_a_day_after_is_late_by_one_day():
    on_limit = row(answered(REQUEST, "decision_assess 2026-02-23 decision=yes"), "EHC-04")
    assert (on_limit.status, on_limit.done_on, on_limit.days_late) == ("met", date(2026, 2, 23), None)
    after = row(answered(REQUEST, "decision_assess 2026-02-24 decision=no"), "EHC-04")
    assert (after.status, after.done_on, after.days_late) == ("late", date(2026, 2, 24), 1)


def test_ehc_04_not_done_is_open_through_the_limit_and_late_from_the_next_day():
    assert row(answered(REQUEST, today="2026-02-23"), "EHC-04").status == "open"
    late = row(answered(REQUEST, today="2026-02-24"), "EHC-04")
    assert (late.status, late.days_late, late.done_on) == ("late", 1, None)


def test_ehc_06_each_request_for_advice_has_its_own_row_and_answer():
    found = rows(
        answered(
            "advice_requested 2026-02-23 body=ep id=a", "advice_requested 2026-02-24 body=health id=b", "advice_received 2026-03-20 id=b",
            today="2026-04-07",
        ),
        "EHC-06",
    )
    assert [(each.for_.id, each.status, each.done_on, each.days_late) for each in found] == [
        ("a", "late", None, 1), ("b", "met", date(2026, 3, 20), None)
    ]


def test_ehc_06_a_second_request_with_the_same_id_is_answered_from_then_on():
    found = rows(answered("advice_requested 2026-02-02 body=ep id=a", "advice_requested 2026-03-02 body=ep id=a", "advice_received 2026-03-20 id=a"), "EHC-06")
    assert [each.status for each in found] == ["late", "met"]


@pytest.mark.parametrize(("asked", "came"), [("", ""), ("", " id=1"), (" id=1", "")])
def test_ehc_06_one_request_is_answered_whether_or_not_ids_were_kept(asked, came):
    assert row(answered(f"advice_requested 2026-02-23 body=ep{asked}", f"advice_received 2026-03-02{came}"), "EHC-06").status == "met"


def test_ehc_08_is_met_by_a_no_plan_notice_and_closed_by_a_draft_or_a_final_plan():
    assert row(answered(REQUEST, "decision_issue 2026-05-04 decision=no"), "EHC-08").status == "met"
    for closing in ("draft_served 2026-05-10", "plan_finalised 2026-05-20", "decision_assess 2026-02-20 decision=no"):
        assert row(answered(REQUEST, closing), "EHC-08").status == "not_applicable"
    assert row(answered(REQUEST, "decision_issue 2026-04-01 decision=yes", today="2026-05-05"), "EHC-08").status == "late"


@pytest.mark.parametrize("closing", ["decision_assess 2026-02-20 decision=no", "decision_issue 2026-04-20 decision=no"])
def test_ehc_09_11_17_no_longer_apply_once_a_refusal_or_no_plan_is_notified(closing):
    found = statuses(answered(REQUEST, "draft_served 2026-02-20" if "issue" in closing else REQUEST, closing))
    assert found["EHC-17"] == "not_applicable"
    if "issue" in closing:
        assert found["EHC-09"] == "met"
    else:
        assert found["EHC-09"] == "not_applicable"


def test_ehc_11_an_open_window_closes_when_no_plan_is_notified():
    assert row(answered(REQUEST, "draft_served 2026-04-20", "decision_issue 2026-04-25 decision=no"), "EHC-11").status == "not_applicable"


def test_ehc_17_a_plan_ordered_after_a_no_plan_notice_does_not_make_the_first_limit_late():
    found = statuses(
        answered(
            REQUEST, "decision_issue 2026-04-20 decision=no", "order 2026-12-18 kind=make_plan", "draft_served 2027-01-20",
            "plan_finalised 2027-03-01",
        )
    )
    assert found["EHC-17"] == found["EHC-09"] == "not_applicable"
    assert found["TR-20/draft"] == found["TR-20/final"] == "met"


def test_a_withdrawn_request_leaves_no_duty_open():
    found = statuses(answered(REQUEST, "advice_requested 2026-02-01 body=ep id=a", "request_withdrawn 2026-02-03"))
    assert set(found.values()) == {"not_applicable"}


def test_ehc_11_a_family_is_never_late():
    assert row(answered("draft_served 2026-05-06", today="2026-05-20"), "EHC-11").status == "open"
    ended = row(answered("draft_served 2026-05-06", today="2026-05-21"), "EHC-11")
    assert (ended.status, ended.days_late) == ("ended", None)
    answered_late = row(answered("draft_served 2026-05-06", "representations_received 2026-05-25"), "EHC-11")
    assert (answered_late.status, answered_late.days_late, answered_late.done_on) == ("ended", None, date(2026, 5, 25))
    assert row(answered("draft_served 2026-05-06", "representations_received 2026-05-20"), "EHC-11").status == "met"


def test_ehc_11_a_new_draft_starts_a_new_window():
    found = rows(answered("draft_served 2026-05-06", "draft_served 2026-05-13", "representations_received 2026-05-14"), "EHC-11")
    assert [(each.limit_on, each.status) for each in found] == [(date(2026, 5, 20), "ended"), (date(2026, 5, 27), "met")]


def test_ehc_13_each_setting_answers_its_own_consultation():
    found = rows(answered("setting_consulted 2026-05-06 id=a", "setting_consulted 2026-05-06 id=b", "setting_replied 2026-05-20 id=b"), "EHC-13")
    assert [(each.for_.id, each.status, each.standing) for each in found] == [("a", "late", "statutory_guidance"), ("b", "met", "statutory_guidance")]


def test_ehc_17_140_days_is_in_time_and_141_is_late():
    assert row(answered("request_received 2026-03-03", "plan_finalised 2026-07-21"), "EHC-17").status == "met"
    assert row(answered("request_received 2026-03-03", "plan_finalised 2026-07-22"), "EHC-17").days_late == 1


def test_ar_01_is_met_by_the_decision_and_the_next_year_runs_from_it():
    found = rows(answered("plan_finalised 2026-05-04", "review_meeting 2027-03-05", "review_decision 2027-04-01 decision=amend", today="2027-06-01"), "AR-01")
    assert [(each.limit_on, each.status) for each in found] == [(date(2027, 5, 3), "met"), (date(2028, 3, 31), "open")]


def test_ar_01_a_meeting_alone_does_not_end_the_review():
    assert row(answered("plan_finalised 2026-05-04", "review_meeting 2027-04-30", today="2027-05-04"), "AR-01").status == "late"


def test_ar_01_a_decision_not_to_change_after_all_is_not_a_new_review():
    found = answered(
        "plan_finalised 2026-05-04", "review_meeting 2027-03-05", "review_decision 2027-04-01 decision=amend", "amendment_notice 2027-04-01",
        "review_decision 2027-05-01 decision=maintain", today="2027-06-01",
    )
    assert [(each.limit_on, each.status) for each in rows(found, "AR-01")] == [(date(2027, 5, 3), "met"), (date(2028, 3, 31), "open")]
    assert row(found, "AR-10").status == "met"
    assert row(found, "AR-09").status == "not_applicable"


def test_ar_01_a_decision_long_after_a_notice_is_a_review_of_its_own():
    found = answered("plan_finalised 2026-05-04", "amendment_notice 2026-06-01", "review_decision 2027-05-01 decision=maintain")
    assert rows(found, "AR-01")[0].status == "met"


def test_ar_01_passes_to_mv_04_when_the_plan_moves():
    found = statuses(answered("plan_finalised 2026-05-04", "transferred 2026-12-10", today="2027-05-10"))
    assert (found["AR-01"], found["MV-04"]) == ("not_applicable", "late")


def test_ar_06_and_ar_07_a_decision_to_keep_the_plan_needs_no_notice_of_changes():
    found = statuses(answered("review_meeting 2026-11-13", "review_report 2026-11-27", "review_decision 2026-12-11 decision=maintain"))
    assert (found["AR-05"], found["AR-06"], found["AR-07"], found["AR-09"]) == ("met", "met", "not_applicable", "not_applicable")


def test_ar_07_a_decision_to_amend_without_its_notice_is_late():
    found = statuses(answered("review_meeting 2026-11-13", "review_decision 2026-12-11 decision=amend", today="2026-12-12"))
    assert (found["AR-06"], found["AR-07"], found["AR-09"]) == ("met", "late", "open")


def test_ar_08_is_the_familys_and_ends():
    assert row(answered("amendment_notice 2026-11-20", today="2026-12-05"), "AR-08").status == "ended"
    assert row(answered("amendment_notice 2026-11-20", "representations_received 2026-12-04"), "AR-08").status == "met"


def test_ar_09_is_one_row_that_hangs_on_the_meeting():
    found = row(answered("review_meeting 2026-11-13", "amendment_notice 2026-11-20", "amended_plan_final 2027-01-16"), "AR-09")
    assert (found.for_.event, found.status, found.days_late) == ("review_meeting", "late", 1)


def test_ar_09_a_notice_after_a_finished_review_has_its_own_eight_weeks():
    found = rows(answered("review_meeting 2025-11-14", "review_decision 2025-12-01 decision=maintain", "amendment_notice 2026-06-01"), "AR-09")
    assert [(each.for_.event, each.limit_on, each.status) for each in found] == [
        ("review_meeting", date(2026, 2, 6), "not_applicable"), ("amendment_notice", date(2026, 7, 27), "late")
    ]


def test_ar_09_a_notice_of_another_decision_leaves_the_review_as_it_is():
    found = answered("review_meeting 2026-11-13", "notice_sent 2026-11-16 decision=cease id=n", "order 2026-11-17 kind=cease", "amendment_notice 2026-11-20")
    assert (row(found, "AR-09").for_.event, row(found, "AR-09").limit_on) == ("review_meeting", date(2027, 1, 15))


def test_ar_09_a_notice_after_the_amended_plan_is_a_change_of_its_own():
    found = rows(answered("review_meeting 2026-11-13", "amendment_notice 2026-11-20", "amended_plan_final 2027-01-10", "amendment_notice 2027-02-01"), "AR-09")
    assert [(each.for_.event, each.limit_on) for each in found] == [("review_meeting", date(2027, 1, 15)), ("amendment_notice", date(2027, 3, 29))]


def test_ar_13_is_met_by_the_amended_plan_whenever_the_move_was_recorded():
    early = row(answered("phase_transfer 2026-09-01 year=2027 kind=secondary", "amended_plan_final 2027-02-14"), "AR-13")
    late_record = row(answered("phase_transfer 2027-02-20 year=2027 kind=secondary", "amended_plan_final 2027-02-12"), "AR-13")
    assert early.status == late_record.status == "met"
    too_old = row(answered("phase_transfer 2026-09-01 year=2027 kind=secondary", "amended_plan_final 2026-03-01", today="2027-02-15"), "AR-13")
    assert (too_old.status, too_old.days_late) == ("late", 1)


def test_ar_15_counts_the_year_before_the_course():
    found = row(answered("phase_transfer 2027-03-01 year=2027 kind=post16_to_post16 starts_on=2027-09-06", "amended_plan_final 2026-10-01"), "AR-15")
    assert found.status == "met"


def test_ar_17_is_met_by_the_meeting_and_dropped_once_the_plan_names_the_school():
    moving = "phase_transfer 2026-09-01 year=2027 kind=secondary"
    assert row(answered(moving, "review_meeting 2026-11-20"), "AR-17").status == "met"
    assert row(answered(moving, "amended_plan_final 2027-02-01"), "AR-17").status == "not_applicable"
    assert row(answered(moving), "AR-17").standing == "derived"


def test_re_04_starts_only_with_a_decision_to_reassess():
    assert rows(answered("reassessment_requested 2027-02-03", "reassessment_decision 2027-02-10 decision=no"), "RE-04") == []
    found = statuses(answered("reassessment_requested 2027-02-03", "reassessment_decision 2027-02-18 decision=yes", "reassessed_plan_final 2027-05-27"))
    assert found == {"RE-02": "met", "RE-04": "met"}


def test_mv_01_to_mv_04_are_met_by_the_transfer_the_letter_and_the_review():
    found = statuses(
        answered(
            "plan_finalised 2026-05-04", "move_known 2026-11-20", "moved_in 2026-12-01", "transferred 2026-12-10", "transfer_notified 2027-01-21",
            "first_review_after_transfer 2027-05-03", today="2027-05-04",
        )
    )
    assert (found["MV-01"], found["MV-03"], found["MV-04"]) == ("met", "met", "met")


def test_mv_01_a_second_move_has_its_own_notice():
    found = rows(answered("move_known 2026-11-02", "moved_in 2026-12-01", "transferred 2026-12-01", "move_known 2027-03-01", "moved_in 2027-03-02"), "MV-01")
    assert [each.limit_on for each in found] == [date(2026, 12, 1), date(2027, 3, 19)]


def test_tr_02_is_needed_for_every_notice_but_one_about_section_i_alone():
    assert rows(answered("notice_sent 2026-10-01 decision=section_i id=n"), "TR-02") == []
    found = row(answered("notice_sent 2026-10-01 decision=contents id=n", "mediation_contact 2026-12-01"), "TR-02")
    assert found.status == "met"
    assert row(answered("notice_sent 2026-10-01 decision=contents id=n", today="2026-12-02"), "TR-02").status == "ended"


def test_tr_03_05_08_run_from_what_the_family_chose():
    found = statuses(answered("mediation_declined 2026-11-05", "mediation_certificate 2026-11-10"))
    assert found == {"TR-03": "met"}
    found = statuses(answered("mediation_wanted 2026-11-05", "mediation_held 2026-12-04", "mediation_certificate 2026-12-10"))
    assert found == {"TR-05": "met", "TR-08": "late"}
    assert statuses(answered("mediation_wanted 2026-11-05", "mediation_declined 2026-11-20"))["TR-05"] == "not_applicable"


def test_tr_10_each_notice_has_a_row_and_a_certificate_moves_only_its_own():
    found = rows(
        answered(
            "notice_sent 2026-10-01 decision=contents id=a", "notice_sent 2026-10-01 decision=section_i id=b",
            "mediation_certificate 2026-11-20", today="2026-11-25",
        ),
        "TR-10",
    )
    assert {each.for_.id: each.limit_on for each in found} == {"a": date(2026, 12, 21), "b": date(2026, 12, 1)}


def test_tr_10_a_certificate_without_a_name_belongs_to_the_latest_earlier_notice_that_needs_one():
    found = rows(
        answered(
            "notice_sent 2026-09-01 decision=refuse_assess id=a", "notice_sent 2026-10-01 decision=contents id=b",
            "notice_sent 2026-10-02 decision=section_i id=c", "mediation_certificate 2026-11-20",
        ),
        "TR-10",
    )
    assert {each.for_.id: each.limit_on for each in found} == {"a": date(2026, 11, 2), "b": date(2026, 12, 21), "c": date(2026, 12, 2)}


def test_tr_10_act_by_is_the_limit_itself_and_a_late_appeal_is_ended_not_late():
    found = row(answered("notice_sent 2026-06-12 decision=section_i id=n", "appeal_registered 2026-09-02"), "TR-10")
    assert (found.act_by, found.status, found.days_late) == (date(2026, 9, 1), "ended", None)
    assert row(answered("notice_sent 2026-06-12 decision=section_i id=n", "appeal_registered 2026-09-01"), "TR-10").status == "met"


def test_tr_14_no_answer_is_owed_once_the_council_concedes():
    assert row(answered("appeal_sent_to_authority 2026-12-01", "concession 2026-12-10 kind=contents"), "TR-14").status == "not_applicable"


def test_tr_20_steps_are_met_by_the_step_or_by_the_event_itself():
    found = statuses(
        answered("order 2026-12-18 kind=assess", "order_step_done 2027-01-01 kind=assess step=notify", "decision_issue 2027-02-26 decision=no")
    )
    assert found == {"TR-20/notify": "met", "TR-20/no_plan": "met", "TR-20/final": "not_applicable"}
    found = statuses(answered("order 2026-12-18 kind=assess", "decision_assess 2026-12-20 decision=yes", "plan_finalised 2027-03-27"))
    assert found | {"AR-01": "late"} == {"TR-20/notify": "met", "TR-20/no_plan": "not_applicable", "TR-20/final": "late", "AR-01": "late"}
    found = statuses(answered("order 2026-12-18 kind=setting", "order_step_done 2026-12-31 kind=setting step=name"))
    assert found == {"TR-20/name": "met"}


@pytest.mark.parametrize("kind", ["continue", "cease"])
def test_tr_20_what_must_be_done_at_once_has_no_dated_step(kind):
    assert rows(answered(f"order 2026-12-18 kind={kind}"), "TR-20") == []


def test_ce_a_ceased_plan_leaves_no_review_duty():
    assert row(answered("plan_finalised 2026-05-04", "plan_ceased 2026-09-01"), "AR-01").status == "not_applicable"


def test_c_8_a_target_well_before_the_limit_is_offered_and_is_not_the_limit():
    found = row(answered(REQUEST), "EHC-17")
    assert (found.practicable_on, found.act_by) == (date(2026, 5, 22), date(2026, 6, 1))
    assert row(answered(REQUEST), "EHC-09").practicable_on is None


def test_c_9_a_family_is_not_told_late_on_the_one_day_by_which_readings_differ():
    early = row(answered(REQUEST, "plan_finalised 2026-06-01", counting="inclusive"), "EHC-17")
    assert (early.status, early.days_late, early.family_status) == ("late", 1, "met")
    early = row(answered(REQUEST, counting="inclusive", today="2026-06-01"), "EHC-17")
    assert (early.status, early.family_status) == ("late", "open")
    assert row(answered(REQUEST, counting="inclusive", today="2026-06-02"), "EHC-17").family_status == "late"


def test_c_5_where_two_days_of_receipt_are_possible_a_family_is_told_late_only_after_the_later():
    found = row(answered("request_received 2026-09-05 latest_on=2026-09-07", today="2026-10-19"), "EHC-04")
    assert (found.status, found.family_status, found.family_limit_on) == ("late", "open", date(2026, 10, 19))
    assert row(answered("request_received 2026-09-05 latest_on=2026-09-07", today="2026-10-20"), "EHC-04").family_status == "late"


def test_pr_01_is_proposed_shown_only_on_request_and_says_so():
    move = "phase_transfer 2029-09-01 year=2030 kind=secondary"
    assert rows(answered(move), "PR-01") == []
    found = answered(move, pack="proposals_2026")
    assert row(found, "PR-01").standing == "proposed"
    assert "not law" in found.warnings[0]
    assert row(found, "AR-13").standing == "in_force"
    assert rows(answered("phase_transfer 2028-09-01 year=2029 kind=secondary", pack="proposals_2026"), "PR-01") == []
