"""A plan in the browser: read, written one part at a time, agreed, final; and two people writing the same part."""

import re

import pytest
from django.test import Client
from tests.factories import plans, register

from sooner_service.design.tokens import new_token
from sooner_service.plans.actions.plans import respond_to_line, save_plan
from sooner_service.plans.models import LineResponse, Plan, PlanVersion, Provision
from sooner_service.project import clock
from sooner_service.register.models import Draft, Notice

pytestmark = pytest.mark.django_db

LINE = {
    "what": "Reading aloud with an adult", "outcome_key": "outcome-1", "minutes": "20", "times_a_week": "3", "group_size": "1",
    "who": "Teaching assistant", "starts_on-day": "24", "starts_on-month": "11", "starts_on-year": "2026",
}  # fmt: skip


@pytest.fixture(autouse=True)
def _frozen(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: register.NOW)


@pytest.fixture
def setting():
    return register.organisation(authority=register.authority())


@pytest.fixture
def school_class(setting):
    return register.school_class(setting)


@pytest.fixture
def child(setting, school_class):
    return register.child(setting, school_class)


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
    return f"/school/children/{child.reference}/plan/{place}"


def words(answer) -> str:
    return answer.content.decode()


def seen(answer) -> str:
    return re.search(r'name="seen" value="(\w+)"', words(answer)).group(1)


def test_without_a_plan_the_page_says_that_none_is_needed_for_a_group(teacher, child):
    assert "none is needed for support in a group" in words(teacher.get(at(child)))
    assert teacher.post(at(child, "open/")).url == at(child)
    assert Plan.objects.get().child == child
    assert "There is no outcome yet" in words(teacher.get(at(child)))


def test_a_plan_shows_each_line_with_the_answers_to_it(teacher, child):
    version = plans.plan(child, status="shared")
    mother = register.family_viewer(register.adult(child).person)
    respond_to_line(viewer=mother, version=version, line_key="line-1", agrees=False, comment="Mornings are better")
    shown = words(teacher.get(at(child)))
    assert "20 minutes, twice a week, one to one, by Teaching assistant." in shown
    assert "Would change this" in shown and "Mornings are better" in shown and "(Mother)" in shown


def test_a_new_line_goes_into_the_plan(teacher, child):
    plans.plan(child)
    form = teacher.get(at(child, "line/new/"))
    answer = teacher.post(at(child, "line/new/"), {**LINE, "seen": seen(form)})
    assert answer.status_code == 302
    lines = PlanVersion.objects.get().document.lines
    assert [(line.key, line.times_a_week) for line in lines] == [("line-1", 2.0), ("line-3", 3.0)]


def test_a_changed_line_of_a_final_plan_begins_a_draft(teacher, child):
    version = plans.plan(child, status="final")
    form = teacher.get(at(child, "line/line-1/"))
    assert "begins a new draft" in words(form)
    teacher.post(at(child, "line/line-1/"), {**LINE, "seen": seen(form)})
    version.refresh_from_db()
    assert version.document.lines[0].times_a_week == 2.0
    assert PlanVersion.objects.get(number=2).document.lines[0].times_a_week == 3.0


@pytest.mark.parametrize(
    ("place", "typed"),
    [
        ("family-views/text/", {"family_views": "We would like mornings."}),
        ("child-views/text/", {"child_views": "Boats."}),
        ("review/text/", {"review_on-day": "1", "review_on-month": "3", "review_on-year": "2027"}),
        ("outcome/outcome-1/", {"text": "Reads two pages", "measure": "Pages"}),
    ],
)
def test_each_other_part_is_written_on_a_page_of_its_own(teacher, child, place, typed):
    plans.plan(child)
    form = teacher.get(at(child, place))
    assert teacher.post(at(child, place), {**typed, "seen": seen(form)}).status_code == 302
    assert PlanVersion.objects.get().edit == 2


def test_an_incomplete_line_may_be_saved_and_a_wrong_one_is_explained(teacher, child):
    plans.plan(child)
    form = teacher.get(at(child, "line/new/"))
    bare = {"what": "Reading", "seen": seen(form)}
    assert "must be a whole number" in words(teacher.post(at(child, "line/new/"), {**bare, "minutes": "twenty"}))
    assert teacher.post(at(child, "line/new/"), bare).status_code == 302


def test_two_people_writing_different_parts_do_not_meet(teacher, senco, child):
    plans.plan(child)
    form = teacher.get(at(child, "line/line-1/"))
    other = senco.get(at(child, "family-views/text/"))
    senco.post(at(child, "family-views/text/"), {"family_views": "From the SENCO", "seen": seen(other)})
    assert teacher.post(at(child, "line/line-1/"), {**LINE, "seen": seen(form)}).status_code == 302
    document = PlanVersion.objects.get().document
    assert (document.family_views, document.lines[0].times_a_week) == ("From the SENCO", 3.0)


def test_the_second_of_two_writers_sees_both_texts_and_loses_nothing(teacher, senco, child):
    plans.plan(child)
    place = at(child, "family-views/text/")
    form, other = teacher.get(place), senco.get(place)
    senco.post(place, {"family_views": "From the SENCO", "seen": seen(other)})
    met = teacher.post(place, {"family_views": "From the teacher", "seen": seen(form)})
    shown = words(met)
    assert met.status_code == 200
    assert "From the SENCO" in shown and "From the teacher" in shown and "Nothing is lost" in shown
    assert PlanVersion.objects.get().document.family_views == "From the SENCO"
    again = words(teacher.get(place))
    assert "From the SENCO" in again and "From the teacher" in again
    teacher.post(place, {"family_views": "From both", "seen": seen(met)})
    assert PlanVersion.objects.get().document.family_views == "From both"
    assert not Draft.objects.exists()


def test_only_what_differs_is_marked_as_different(teacher, child):
    version = plans.plan(child)
    form = teacher.get(at(child, "line/line-1/"))
    viewer = register.viewer(register.role("senco", child.setting))
    save_plan(viewer=viewer, plan=version.plan, content=plans.document(lines=(plans.line(minutes=30),)), edit=1)
    met = words(teacher.post(at(child, "line/line-1/"), {**LINE, "times_a_week": "2", "seen": seen(form)}))
    assert met.count("Different") == 1


def test_the_second_writer_may_keep_the_first_ones_words(teacher, senco, child):
    version = plans.plan(child)
    place = at(child, "family-views/text/")
    form = teacher.get(place)
    viewer = register.viewer(register.role("senco", child.setting))
    save_plan(viewer=viewer, plan=version.plan, content=plans.document(family_views="Theirs"), edit=1)
    teacher.post(place, {"family_views": "Mine", "seen": seen(form)})
    teacher.post(place, {"family_views": "Mine", "drop": "yes"})
    assert PlanVersion.objects.get().document.family_views == "Theirs"
    assert not Draft.objects.exists()


def test_a_line_taken_out_meanwhile_is_said_and_can_be_put_back(teacher, child):
    version = plans.plan(child)
    form = teacher.get(at(child, "line/line-1/"))
    viewer = register.viewer(register.role("senco", child.setting))
    save_plan(viewer=viewer, plan=version.plan, content=plans.document(lines=()), edit=1)
    met = teacher.post(at(child, "line/line-1/"), {**LINE, "seen": seen(form)})
    assert "took this out of the plan" in words(met)
    teacher.post(at(child, "line/line-1/"), {**LINE, "seen": seen(met)})
    assert [line.key for line in PlanVersion.objects.get().document.lines] == ["line-1"]


def test_what_is_typed_is_kept_and_offered_again(teacher, child):
    plans.plan(child)
    place = at(child, "family-views/text/")
    form = teacher.get(place)
    kept = teacher.post(place, {"family_views": "Half a thought", "seen": seen(form)}, headers={"x-autosave": "yes"})
    assert kept.status_code == 204
    assert PlanVersion.objects.get().document.family_views == "We read together every night."
    shown = words(teacher.get(place))
    assert "Half a thought" in shown and "not saved in the plan yet" in shown
    assert "not saved in the plan yet" in words(teacher.get(at(child)))


def test_the_same_form_sent_twice_saves_once(teacher, child):
    plans.plan(child)
    place = at(child, "family-views/text/")
    typed = {"family_views": "Once", "seen": seen(teacher.get(place)), "token": "the-same-form"}
    assert teacher.post(place, typed).url == teacher.post(place, typed).url
    assert PlanVersion.objects.get().edit == 2


def test_a_part_is_taken_out_only_after_asking(teacher, child):
    plans.plan(child)
    assert "out of the plan?" in words(teacher.get(at(child, "line/line-1/remove/")))
    assert "Somebody changed the plan" in words(teacher.post(at(child, "line/line-1/remove/"), {"edit": "9"}))
    teacher.post(at(child, "line/line-1/remove/"), {"edit": "1"})
    assert PlanVersion.objects.get().document.lines == ()


def test_the_check_names_what_to_put_right_and_where(teacher, child):
    plans.plan(child, plans.document(lines=(plans.line(minutes=None, what="Support as required"),), review_on=None))
    shown = words(teacher.get(at(child, "check/")))
    assert "does not say how long a session is" in shown and at(child, "line/line-1/") in shown and at(child, "review/text/") in shown
    assert "Share with the family" in shown


def test_a_plan_is_shared_and_the_page_says_what_happens_next(teacher, child):
    register.adult(child)
    plans.plan(child)
    assert "by e-mail" in words(teacher.get(at(child, "share/")))
    done = teacher.post(at(child, "share/"), follow=True)
    assert "The plan is with the family" in words(done) and "What happens next" in words(done)
    assert Notice.objects.count() == 1


def test_a_plan_is_made_final_with_a_reason_for_what_is_open(senco, child):
    plans.plan(child, status="shared")
    assert "Say why" in words(senco.post(at(child, "final/"), {"is_asked": "on"}))
    assert "Confirm that the family has been asked" in words(senco.post(at(child, "final/"), {"reason": "Agreed"}))
    done = senco.post(at(child, "final/"), {"reason": "Agreed at the meeting", "is_asked": "on"}, follow=True)
    assert "The plan is final" in words(done)
    assert Provision.objects.count() == 1
    assert "Agreed at the meeting" in words(senco.get(at(child)))


def test_a_final_plan_stays_readable_in_the_same_words(senco, child):
    version = plans.plan(child, status="final", number=1)
    viewer = register.viewer(register.role("senco", child.setting))
    save_plan(viewer=viewer, plan=version.plan, content=plans.document(lines=(plans.line(times_a_week=5.0),)), edit=1)
    assert "twice a week" in words(senco.get(at(child, "versions/1/")))
    assert "5 times a week" in words(senco.get(at(child, "versions/2/")))
    assert "more time, 20 minutes 5 times a week (was 20 minutes 2 times a week)" in words(senco.get(at(child, "versions/")))
    assert "Support plan of" in words(senco.get(at(child, "versions/1/print/")))


def test_answers_given_on_paper_are_written_down(teacher, child):
    mother = register.adult(child).person
    plans.plan(child, status="shared")
    typed = {"by": mother.pk, "said-0": "changes", "words-0": "Mornings"}
    assert teacher.post(at(child, "answers/"), typed).status_code == 302
    made = LineResponse.objects.get()
    assert (made.by, made.agrees, made.comment) == (mother, False, "Mornings")
    assert "few words" in words(teacher.post(at(child, "answers/"), {"by": mother.pk, "said-0": "changes"}))


def test_the_childs_page_begins_with_the_plans_words_and_keeps_its_own(teacher, child):
    plans.plan(child)
    assert "Make them simpler" in words(teacher.get(at(child, "child/")))
    typed = {"working_on": "Reading", "helps": "A quiet place", "who": "Mr Bo", "change": "I tell Mr Bo"}
    teacher.post(at(child, "child/edit/"), typed)
    shown = words(teacher.get(at(child, "child/")))
    assert "A quiet place" in shown and "Make them simpler" not in shown


PLACES = ["", "versions/", "versions/1/", "versions/1/print/", "check/", "child/", "line/line-1/", "line/line-1/remove/", "share/", "answers/"]


@pytest.mark.parametrize("place", PLACES)
def test_every_page_has_one_heading_and_a_foreign_child_is_not_found(teacher, child, place):
    plans.plan(child)
    answer = teacher.get(at(child, place))
    assert answer.status_code == 200
    assert words(answer).count("<h1") == 1
    foreign = register.child(register.organisation(authority=register.authority()))
    plans.plan(foreign)
    assert teacher.get(at(foreign, place)).status_code == 404
    assert Client().get(at(child, place)).url.startswith("/sign-in/")


def test_a_teaching_assistant_reads_and_does_not_write(setting, school_class, child):
    plans.plan(child)
    assistant = as_role("teaching_assistant", setting, [school_class])
    shown = words(assistant.get(at(child)))
    assert "Add provision" not in shown
    for place in ("line/new/", "share/", "final/", "answers/", "child/edit/"):
        assert assistant.get(at(child, place)).status_code == 403


@pytest.mark.parametrize("place", ["check/", "share/", "final/", "answers/", "child/", "child/edit/", "versions/"])
def test_without_a_plan_its_steps_lead_to_where_one_begins(senco, child, place):
    assert senco.get(at(child, place)).url == at(child)


@pytest.mark.parametrize("place", ["nothing/new/", "line/text/", "outcome/gone/", "review/other/", "done/nothing/", "versions/9/"])
def test_what_is_not_in_the_plan_is_not_found(teacher, child, place):
    plans.plan(child)
    assert teacher.get(at(child, place)).status_code == 404


def test_a_session_that_ended_while_typing_loses_nothing(child, setting, school_class):
    plans.plan(child)
    held = register.role("class_teacher", setting, classes=[school_class])
    client, token = Client(), new_token(register.viewer(held))
    client.post(at(child, "family-views/text/"), {"family_views": "Typed before", "seen": "old", "token": token})
    client.force_login(held.person)
    shown = words(client.get(at(child, "family-views/text/")))
    assert "Typed before" in shown
