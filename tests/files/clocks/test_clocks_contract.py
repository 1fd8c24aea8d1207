"""`sooner clocks`: the fifteen numbered sentences of its contract, each under its number, and the ways a file can be wrong."""

import io
import json
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest
from tests.factories.facts import answered, case, event, row, rows

from sooner.cli.clocks import main
from sooner.clocks import Refused, answer
from sooner.clocks.vocabulary import CONTRACT

REQUEST = "request_received 2026-01-12"


@pytest.fixture
def run(monkeypatch, capsys):
    """Runs the command on one document from standard input; gives status, output and error."""

    def with_input(document: object, arguments: tuple[str, ...] = ("--json",)) -> tuple[int, str, str]:
        text = document if isinstance(document, bytes) else json.dumps(document, default=str).encode()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text), encoding="utf-8"))
        status = main(["-", *arguments])
        printed = capsys.readouterr()
        return status, printed.out, printed.err

    return with_input


# 1 ---------------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("document", "value"),
    [
        ("just text", "just text"),
        (7, "7"),
        (None, "null"),
        ({"today": "2026-05-01", "events": []}, "pack"),
        ({"pack": "england_2014", "events": []}, "today"),
        ({**case(), "pack": "wales_2018"}, "wales_2018"),
        ({**case(), "pack": 3}, "3"),
        ({**case(), "colour": "red"}, "colour"),
        ({**case(), "counting": "roughly"}, "roughly"),
        ({**case(), "first_class_days": 3}, "3"),
        ({**case(), "first_class_days": True}, "true"),
        ({**case(), "first_class_days": "2"}, '"2"'),
        ({**case(), "today": "2026-02-30"}, "2026-02-30"),
        ({**case(), "today": "01/05/2026"}, "01/05/2026"),
        ({**case(), "today": "20260501"}, "20260501"),
        ({**case(), "today": "2026-05-01T10:00"}, "2026-05-01T10:00"),
        ({**case(), "today": None}, "null"),
        ({**case(), "today": "1600-01-01"}, "1600-01-01"),
        ({**case(), "events": "none"}, "none"),
        ({**case(), "events": 4}, "4"),
        ({**case(), "events": {"event": "request_received"}}, "request_received"),
        ({**case(), "events": ["request_received"]}, "request_received"),
        ({**case(), "events": [{"on": "2026-01-12"}]}, "null"),
        ({**case(), "events": [{"event": "request_recieved", "on": "2026-01-12"}]}, "request_recieved"),
        ({**case(), "events": [{"event": ["request_received"], "on": "2026-01-12"}]}, "request_received"),
        ({**case(), "events": [{"event": "request_received"}]}, "'on'"),
        (case("request_received 2026-02-29"), "2026-02-29"),
        (case("request_received 2026-1-5"), "2026-1-5"),
        (case("request_received 2026-01-12 colour=red"), "colour"),
        (case("request_received 2026-01-12 decision=yes"), "decision"),
        (case("decision_assess 2026-01-12"), "'decision'"),
        (case("decision_assess 2026-01-12 decision=maybe"), "maybe"),
        (case("draft_served 2026-01-12 method=pigeon"), "pigeon"),
        (case("advice_requested 2026-01-12 body=dentist"), "dentist"),
        (case("school_closed 2026-01-12"), "'until'"),
        (case("school_closed 2026-01-12 until=2026-02-31"), "2026-02-31"),
        (case("school_closed 2026-01-12 until=2026-02-20 body=ep"), "ep"),
        (case("exemption 2026-01-12 ground=X-6"), "X-6"),
        (case("exemption 2026-01-12 ground=X-3 impractical=perhaps"), "perhaps"),
        (case("exemption 2026-01-12 ground=X-3 rules=EHC-99"), "EHC-99"),
        ({**case(), "events": [{**event("exemption 2026-01-12 ground=X-3"), "rules": "EHC-17"}]}, "EHC-17"),
        ({**case(), "events": [{**event("exemption 2026-01-12 ground=X-3"), "rules": [1]}]}, "[1]"),
        (case("phase_transfer 2026-09-01 kind=secondary"), "'year'"),
        (case("phase_transfer 2026-09-01 year=99999 kind=secondary"), "99999"),
        ({**case(), "events": [{"event": "phase_transfer", "on": "2026-09-01", "year": "2027", "kind": "secondary"}]}, "2027"),
        (case("phase_transfer 2026-09-01 year=2027 kind=nursery"), "nursery"),
        (case("phase_transfer 2026-09-01 year=2027 kind=post16_to_post16"), "starts_on"),
        (case("order 2026-09-01 kind=apologise"), "apologise"),
        (case("order_step_done 2026-09-01 kind=assess step=sign"), "sign"),
        (case("notice_sent 2026-09-01 decision=shrug id=n"), "shrug"),
        ({**case(), "events": [{"event": "advice_requested", "on": "2026-01-12", "id": 1.5}]}, "1.5"),
    ],
)
def test_01_a_case_outside_the_schema_is_refused_with_the_value(run, document, value):
    status, out, err = run(document)
    assert (status, out) == (1, "")
    assert value in err
    assert err.count("\n") == 1
    assert err.rstrip().endswith(".")


@pytest.mark.parametrize(
    ("lines", "value"),
    [
        (("decision_assess 2026-01-11 decision=yes", REQUEST), "2026-01-11"),
        (("decision_issue 2026-01-11 decision=no", REQUEST, "became_responsible 2026-02-01"), "2026-01-11"),
        (("advice_received 2026-02-01 id=a", "advice_requested 2026-02-02 body=ep id=a"), "2026-02-01"),
        (("review_report 2026-02-01", "review_meeting 2026-02-02"), "2026-02-01"),
        (("review_decision 2026-02-01 decision=maintain", "review_meeting 2026-02-02"), "2026-02-01"),
        (("reassessment_decision 2026-02-01 decision=yes", "reassessment_requested 2026-02-02"), "2026-02-01"),
        (("mediation_certificate 2026-02-01", "notice_sent 2026-02-02 decision=contents id=n"), "2026-02-01"),
    ],
)
def test_01_an_answer_before_everything_it_could_answer_is_refused(run, lines, value):
    status, out, err = run(case(*lines))
    assert (status, out) == (1, "")
    assert value in err


@pytest.mark.parametrize(
    "lines",
    [
        ("decision_assess 2026-01-11 decision=yes",),
        ("decision_assess 2026-01-13 decision=yes", REQUEST, "request_received 2026-02-01"),
        ("decision_assess 2026-01-12 decision=yes", REQUEST),
        ("advice_received 2026-02-01 id=b", "advice_requested 2026-02-02 body=ep id=a"),
        ("review_report 2026-02-01",),
        ("mediation_certificate 2026-02-01",),
        ("draft_served 2026-01-01", REQUEST),
        ("representations_received 2026-01-01", "draft_served 2026-02-01"),
        ("plan_finalised 2026-05-07", "draft_served 2026-05-06"),
    ],
)
def test_01_any_event_may_be_missing_and_anything_else_odd_is_not_refused(lines):
    answered(*lines)


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (("draft_served 2026-01-01", REQUEST), "comes before every"),
        (("representations_received 2026-01-01", "draft_served 2026-02-01"), "comes before every"),
        (("plan_finalised 2026-05-10", "draft_served 2026-05-06"), "15 days"),
        (("amended_plan_final 2026-05-10", "amendment_notice 2026-05-06"), "15 days"),
        (("moved_in 2026-05-10",), "move_known"),
        (("transferred 2026-05-10",), "3 months only"),
        (("school_closed 2026-05-10 until=2026-05-10",), "no closure at all"),
        (("order 2026-05-01 kind=contents", "order_step_done 2026-05-10 kind=contents step=draft"), "not a dated step"),
        (("notice_sent 2026-05-10 decision=section_i id=n", "mediation_certificate 2026-05-11"), "belongs to no notice"),
        (("notice_sent 2026-05-10 decision=contents id=n", "mediation_certificate 2026-05-11", "mediation_certificate 2026-05-12"), "second"),
        (("advice_requested 2026-02-02 id=a", "advice_requested 2026-02-02 id=b", "advice_received 2026-02-03 id=c"), '"c"'),
        ((REQUEST, "decision_assess 2026-02-01 decision=no", "decision_assess 2026-03-01 decision=yes"), "follows a refusal"),
    ],
)
def test_01_what_is_odd_is_a_warning(lines, words):
    assert any(words in warning for warning in answered(*lines).warnings)


@pytest.mark.parametrize(
    "lines",
    [
        (REQUEST, "decision_assess 2026-02-20 decision=yes", "advice_requested 2026-02-20 body=ep id=a", "advice_received 2026-03-20 id=a",
         "decision_issue 2026-04-20 decision=yes", "draft_served 2026-05-01", "representations_received 2026-05-10", "plan_finalised 2026-05-20"),
        (REQUEST, "draft_served 2026-05-01", "plan_finalised 2026-05-16"),
        ("review_meeting 2026-11-13", "review_decision 2026-12-01 decision=amend", "amendment_notice 2026-12-01", "amended_plan_final 2026-12-16"),
        ("notice_sent 2026-05-10 decision=contents id=n", "mediation_certificate 2026-05-11 notice=n", "appeal_registered 2026-06-01"),
    ],
)
def test_01_an_ordinary_case_has_no_warning(lines):
    assert answered(*lines, today="2027-01-01").warnings == ()


# 2 ---------------------------------------------------------------------------------------------------------------------------


def test_02_the_order_of_the_list_has_no_meaning():
    lines = [REQUEST, "decision_assess 2026-02-20 decision=yes", "draft_served 2026-05-01", "representations_received 2026-05-10"]
    assert answered(*lines) == answered(*reversed(lines))


def test_02_events_of_one_day_count_in_the_order_of_the_vocabulary():
    same_day = ["decision_assess 2026-01-12 decision=yes", REQUEST]
    assert row(answered(*same_day), "EHC-04").status == "met"
    names = list(CONTRACT)
    assert names.index("request_received") < names.index("decision_assess") < names.index("draft_served") < names.index("order_step_done")


# 3 ---------------------------------------------------------------------------------------------------------------------------


def test_03_today_only_separates_open_from_late():
    early, late = (answered(REQUEST, "draft_served 2026-05-01", today=today) for today in ("2026-05-02", "2026-12-01"))
    for before, after in zip(early.deadlines, late.deadlines, strict=True):
        assert before[:3] == after[:3]
        assert (before.status, after.status) in {("open", "late"), ("open", "ended"), ("late", "late"), ("met", "met"), ("not_applicable",) * 2}


def test_03_an_event_after_today_moves_limits_warns_and_never_meets_a_duty():
    found = answered(REQUEST, "decision_assess 2026-02-20 decision=yes", "draft_served 2026-05-01", today="2026-02-01")
    assert row(found, "EHC-04").status == "open"
    assert row(found, "EHC-08").status == "open"
    assert row(found, "EHC-11").limit_on == date(2026, 5, 15)
    assert len(found.warnings) == 2
    planned = answered("notice_sent 2026-10-01 decision=contents id=n", "mediation_certificate 2026-11-20", today="2026-10-05")
    assert row(planned, "TR-10").limit_on == date(2026, 12, 21)


# 4 ---------------------------------------------------------------------------------------------------------------------------


def test_04_one_row_a_rule_and_trigger_sorted_by_limit_and_then_rule():
    found = answered(
        REQUEST, "request_received 2026-01-19", "order 2026-12-18 kind=assess", "order 2026-12-18 kind=make_plan", "review_meeting 2026-11-13"
    )
    keys = [(each.limit_on, each.rule) for each in found.deadlines]
    assert keys == sorted(keys)
    assert len({(each.rule, each.step, each.for_) for each in found.deadlines}) == len(found.deadlines)
    assert [each.step for each in rows(found, "TR-20")] == ["notify", "draft", "no_plan", "final", "final"]


# 5 ---------------------------------------------------------------------------------------------------------------------------


def test_05_met_late_and_days_late():
    assert (row(answered(REQUEST, today="2026-02-24"), "EHC-04").days_late) == 1
    done_late = row(answered(REQUEST, "decision_assess 2026-03-02 decision=no", today="2027-01-01"), "EHC-04")
    assert (done_late.status, done_late.days_late) == ("late", 7)
    on_limit = row(answered(REQUEST, "decision_assess 2026-02-23 decision=no", today="2027-01-01"), "EHC-04")
    assert (on_limit.status, on_limit.days_late) == ("met", None)


# 6 ---------------------------------------------------------------------------------------------------------------------------


def test_06_disapplied_keeps_the_limit_and_a_family_is_never_late():
    found = answered(REQUEST, "exemption 2026-02-01 ground=X-3 impractical=true", "notice_sent 2026-01-20 decision=contents id=n", "amendment_notice 2026-01-20")
    assert (row(found, "EHC-17").status, row(found, "EHC-17").limit_on) == ("disapplied", date(2026, 6, 1))
    assert {row(found, rule).status for rule in ("AR-08", "TR-02", "TR-10")} == {"ended"}
    assert all(each.limit_on is not None for each in found.deadlines)


# 7 and 8 ---------------------------------------------------------------------------------------------------------------------


def test_07_the_latest_workable_draft_is_15_days_before_the_final_limit_and_derived():
    found = answered(REQUEST)
    assert (row(found, "EHC-17").limit_on - row(found, "EHC-09").limit_on).days == 15
    assert row(found, "EHC-09").standing == "derived"


def test_08_inclusive_takes_one_day_from_four_rules_only():
    lines = (REQUEST, "advice_requested 2026-02-01 body=ep", "draft_served 2026-05-01", "review_meeting 2026-11-13", "reassessment_requested 2027-01-01")
    both = zip(rows_by_rule(answered(*lines)), rows_by_rule(answered(*lines, counting="inclusive")), strict=True)
    moved = {one.rule: (one.limit_on - other.limit_on).days for one, other in both}
    assert {rule: days for rule, days in moved.items() if days} == {"EHC-04": 1, "EHC-08": 1, "EHC-09": 1, "EHC-17": 1}


def rows_by_rule(found):
    """The rows in an order that does not depend on their limits."""
    return sorted(found.deadlines, key=lambda each: (each.rule, each.for_.on))


# 9, 10 and 11 are worked cases of the rulebook as well -------------------------------------------------------------------------


def test_09_the_next_review_period_runs_from_the_decision():
    found = rows(answered("plan_finalised 2028-02-29", "review_decision 2029-02-27 decision=maintain", today="2029-03-01"), "AR-01")
    assert [(each.limit_on, each.status) for each in found] == [(date(2029, 2, 28), "met"), (date(2030, 2, 26), "open")]


def test_10_report_and_decision_hang_on_the_meeting_and_the_amended_plan_is_one_row():
    found = answered("review_meeting 2026-11-13", "amendment_notice 2026-11-20")
    assert row(found, "AR-05").for_.event == row(found, "AR-06").for_.event == "review_meeting"
    assert row(found, "AR-09").limit_on == date(2027, 1, 15)


def test_11_a_certificate_that_names_its_notice_moves_only_that_one():
    found = rows(
        answered("notice_sent 2026-09-01 decision=contents id=a", "notice_sent 2026-10-01 decision=contents id=b", "mediation_certificate 2026-11-20 notice=a"),
        "TR-10",
    )
    assert {each.for_.id: (each.limit_on, each.act_by) for each in found} == {
        "a": (date(2026, 12, 21), date(2026, 12, 21)), "b": (date(2026, 12, 1), date(2026, 12, 1))
    }


# 12 --------------------------------------------------------------------------------------------------------------------------


def test_12_each_start_has_its_own_clocks_and_a_later_event_answers_the_latest_one():
    found = answered(REQUEST, "became_responsible 2026-02-02", "decision_assess 2026-02-20 decision=yes", "plan_finalised 2026-06-05")
    assert [(each.for_.event, each.status) for each in rows(found, "EHC-04")] == [("request_received", "late"), ("became_responsible", "met")]
    assert [(each.for_.event, each.status) for each in rows(found, "EHC-17")] == [("request_received", "late"), ("became_responsible", "met")]


# 13 and 14 are in the rulebook's exemptions; here, what lies beyond the loaded years --------------------------------------------


def test_14_beyond_the_loaded_bank_holidays_only_weekends_are_skipped_and_a_warning_says_so():
    found = answered("notice_sent 2030-10-25 decision=contents id=n")
    assert row(found, "TR-10").limit_on == date(2031, 1, 2)
    assert any("Bank holidays" in warning for warning in found.warnings)
    assert answered("notice_sent 2026-10-25 decision=contents id=n").warnings == ()


# 15 --------------------------------------------------------------------------------------------------------------------------


def test_15_a_refusal_prints_nothing_but_one_sentence_with_or_without_json(run):
    for arguments in (("--json",), ()):
        status, out, err = run(case("request_received 2026-02-30"), arguments)
        assert (status, out) == (1, "")
        assert "2026-02-30" in err
        assert err.count("\n") == 1


def test_15_one_wrong_case_of_a_list_refuses_the_list_and_says_which(run):
    status, out, err = run([case(REQUEST), case("request_received 2026-02-30")])
    assert (status, out) == (1, "")
    assert err.startswith("Case 2:")


# The document ----------------------------------------------------------------------------------------------------------------


def test_the_answer_is_one_document_with_every_field(run):
    status, out, err = run(case(REQUEST, today="2026-05-01"))
    assert (status, err) == (0, "")
    first = json.loads(out)["deadlines"][0]
    assert first == {
        "rule": "EHC-04", "for": {"event": "request_received", "on": "2026-01-12", "id": None}, "step": None,
        "duty": "Decide whether to assess, and tell the family", "owner": "local_authority", "limit_on": "2026-02-23", "act_by": "2026-02-23",
        "status": "late", "done_on": None, "days_late": 67, "authority": "SEND Regulations 2014 reg 5(1)", "standing": "in_force", "checked": "V",
        "because": "The request was received on 12 January 2026 and the council has 6 weeks, so the last day is 23 February 2026; it is 67 days late.",
    }


def test_a_list_of_cases_gives_a_list_of_answers_in_order(run):
    _, out, _ = run([case(REQUEST), case(), case("review_meeting 2026-11-13", "review_report 2026-11-20")])
    answers = json.loads(out)
    assert [len(each["deadlines"]) for each in answers] == [4, 0, 4]
    assert [each["done_on"] for each in answers[2]["deadlines"] if each["rule"] == "AR-05"] == ["2026-11-20"]
    assert json.loads(run([])[1]) == []


def test_defaults_are_exclusive_counting_and_two_days_for_first_class(run):
    lines = (REQUEST, "draft_served 2026-05-01 method=first_class")
    assert run(case(*lines))[1] == run(case(*lines, counting="exclusive", first_class_days=2))[1]


def test_an_id_comes_back_as_it_was_given(run):
    _, out, _ = run({**case(), "events": [{"event": "advice_requested", "on": "2026-01-12", "id": 7, "body": None}]})
    assert json.loads(out)["deadlines"][0]["for"]["id"] == 7


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b"{not json", "{not json"),
        (b"", "line 1"),
        (b'{"pack": NaN}', "NaN"),
        (b'{"pack": "a", "pack": "b"}', "pack"),
        (b"\xff\xfe", "0xff"),
        (b"[" * 100_000, "nested"),
        (b'{"first_class_days": ' + b"1" * 5000 + b"}", "digits"),
        (b'{"pack": "england_2014",\n "today": 2026-05-01}', "2026-05-01"),
    ],
)
def test_what_is_not_json_is_refused_in_one_sentence(run, text, value):
    status, out, err = run(text)
    assert (status, out) == (1, "")
    assert value in err
    assert err.count("\n") == 1


def test_a_file_is_read_with_or_without_a_byte_order_mark(tmp_path, capsys):
    path = tmp_path / "case.json"
    path.write_bytes(b"\xef\xbb\xbf" + json.dumps(case(REQUEST)).encode())
    assert main([str(path), "--json"]) == 0
    assert "EHC-17" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(capsys):
    assert main(["nowhere.json"]) == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "nowhere.json" in printed.err


@pytest.mark.parametrize("arguments", [[], ["a.json", "b.json"], ["--yaml", "a.json"]])
def test_wrong_usage_is_2(arguments, capsys):
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().err


def test_help_has_an_example(capsys):
    assert main(["--help"]) == 0
    assert "example" in capsys.readouterr().out


def test_without_json_a_person_can_read_it(tmp_path, capsys):
    path = tmp_path / "cases.json"
    path.write_text(json.dumps([case(REQUEST, "order 2026-12-18 kind=setting", today="2026-03-01"), case()]), encoding="utf-8")
    assert main([str(path)]) == 0
    out = capsys.readouterr().out
    assert "2026-02-23  EHC-04             late by 6 days" in out
    assert "TR-20 name" in out
    assert "Note: order on 2026-12-18 is after today" in out
    assert out.rstrip().endswith("Case 2\nNothing in this case starts a time limit.")


def test_dates_may_be_date_objects_but_not_moments():
    from_objects = answer({"pack": "england_2014", "today": date(2026, 5, 1), "events": [{"event": "request_received", "on": date(2026, 1, 12)}]})
    assert from_objects == answered(REQUEST, today="2026-05-01")
    with pytest.raises(Refused, match="not a date"):
        answer({"pack": "england_2014", "today": datetime(2026, 5, 1, tzinfo=UTC), "events": []})


def test_the_command_starts_without_django_or_numpy():
    code = (
        "import sys; from sooner_command.main import main; status = main(['clocks', '-', '--json']);"
        "heavy = {name.split('.')[0] for name in sys.modules} & {'django', 'numpy', 'pandas', 'scipy'};"
        "sys.exit(9 if heavy else status)"
    )
    done = subprocess.run([sys.executable, "-c", code], input=json.dumps(case(REQUEST)), capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["deadlines"]


def test_one_case_without_json_has_no_case_number(run):
    _, out, _ = run(case(REQUEST, today="2026-03-01"), ())
    assert out.startswith("2026-02-23  EHC-04")
