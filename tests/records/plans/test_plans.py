"""Plans are written, shared, answered and made final; nothing that anybody wrote is lost."""

from datetime import date
from decimal import Decimal

import pytest
from tests.factories import plans, register

from sooner_service.journal.models import Entry
from sooner_service.plans.actions.finalising import finalise_plan, still_open
from sooner_service.plans.actions.plans import (
    CannotPlan,
    Conflict,
    open_plan,
    respond_to_line,
    save_child_version,
    save_plan,
    share_plan,
    write_down_answer,
)
from sooner_service.plans.models import LineResponse, Plan, PlanVersion, Provision
from sooner_service.plans.queries import answers_to, history_of, plan_of, version_of
from sooner_service.register.access import NotFound, Refused
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def setting():
    return register.organisation(authority=register.authority())


@pytest.fixture
def school_class(setting):
    return register.school_class(setting)


@pytest.fixture
def child(setting, school_class):
    return register.child(setting, school_class)


@pytest.fixture
def senco(setting):
    return register.viewer(register.role("senco", setting))


@pytest.fixture
def teacher(setting, school_class):
    return register.viewer(register.role("class_teacher", setting, classes=[school_class]))


@pytest.fixture
def mother(child):
    return register.family_viewer(register.adult(child).person)


def test_opening_twice_gives_the_same_plan(teacher, child):
    first = open_plan(viewer=teacher, child=child)
    assert open_plan(viewer=teacher, child=child) == first
    assert Plan.objects.count() == PlanVersion.objects.count() == 1


def test_saving_a_draft_counts_the_edit_and_leaves_one_journal_entry(teacher, child):
    version = plans.plan(child)
    saved = save_plan(viewer=teacher, plan=version.plan, content=plans.document(family_views="New words"), edit=1)
    assert (saved.pk, saved.edit, saved.document.family_views) == (version.pk, 2, "New words")
    assert Entry.objects.get().name == "plan.edit"


def test_the_second_of_two_editors_sees_both_texts_and_nothing_is_written(teacher, senco, child):
    version = plans.plan(child)
    save_plan(viewer=senco, plan=version.plan, content=plans.document(family_views="From the SENCO"), edit=1)
    with pytest.raises(Conflict) as found:
        save_plan(viewer=teacher, plan=version.plan, content=plans.document(family_views="From the teacher"), edit=1)
    assert found.value.theirs.document.family_views == "From the SENCO"
    assert found.value.yours.family_views == "From the teacher"
    assert PlanVersion.objects.get().document.family_views == "From the SENCO"


@pytest.mark.parametrize("status", ["shared", "final"])
def test_a_version_that_the_family_has_read_is_never_changed(teacher, child, status):
    version = plans.plan(child, status=status)
    saved = save_plan(viewer=teacher, plan=version.plan, content=plans.document(child_views="Changed"), edit=1)
    version.refresh_from_db()
    assert (saved.number, saved.status, saved.edit) == (2, "draft", 2)
    assert version.document.child_views == "I like stories about boats."


def test_a_teaching_assistant_may_not_write_the_plan(setting, school_class, child):
    version = plans.plan(child)
    assistant = register.viewer(register.role("teaching_assistant", setting, classes=[school_class]))
    with pytest.raises(Refused):
        save_plan(viewer=assistant, plan=version.plan, content=plans.document(), edit=1)


def test_sharing_tells_each_entitled_adult_without_a_name(teacher, child, mother):
    share_plan(viewer=teacher, version=plans.plan(child))
    notice = Notice.objects.get()
    assert (notice.recipient, notice.reference) == (mother.person, child.reference)
    assert child.given_name not in notice.subject + notice.body
    assert Entry.objects.filter(kind="action").count() == 1


def test_a_plan_without_provision_is_not_shared(teacher, child):
    with pytest.raises(CannotPlan, match="no provision yet"):
        share_plan(viewer=teacher, version=plans.plan(child, plans.document(lines=())))


def test_a_parent_reads_and_answers_only_a_shared_plan(mother, child):
    version = plans.plan(child)
    assert plan_of(mother, child) is None
    with pytest.raises(Refused):
        respond_to_line(viewer=mother, version=version, line_key="line-1", agrees=True)
    PlanVersion.objects.update(status="shared")
    read = plan_of(mother, child)
    respond_to_line(viewer=mother, version=read.latest, line_key="line-1", agrees=True)
    assert [each.agrees for each in answers_to(mother, read.latest)["line-1"]] == [True]


def test_a_later_answer_adds_and_the_newest_is_shown(mother, teacher, child):
    version = plans.plan(child, status="shared")
    respond_to_line(viewer=mother, version=version, line_key="line-1", agrees=True)
    respond_to_line(viewer=mother, version=version, line_key="line-1", agrees=False, comment="Mornings are better")
    [answer] = answers_to(teacher, version)["line-1"]
    assert (answer.relation, answer.words, answer.comment) == ("Mother", "Would change this", "Mornings are better")
    assert LineResponse.objects.count() == 2


def test_a_no_needs_a_few_words_and_an_unknown_line_is_refused(mother, child):
    version = plans.plan(child, status="shared")
    with pytest.raises(CannotPlan, match="few words"):
        respond_to_line(viewer=mother, version=version, line_key="line-1", agrees=False)
    with pytest.raises(CannotPlan, match="not in the plan"):
        respond_to_line(viewer=mother, version=version, line_key="gone", agrees=True)


def test_one_parent_does_not_read_the_other_parents_answers(mother, teacher, child):
    father = register.family_viewer(register.adult(child, relation="Father").person)
    version = plans.plan(child, status="shared")
    respond_to_line(viewer=father, version=version, line_key="line-1", agrees=True)
    assert answers_to(mother, version) == {}
    assert len(answers_to(teacher, version)["line-1"]) == 1


def test_staff_write_down_the_answer_of_an_entitled_adult_only(teacher, child, mother):
    version = plans.plan(child, status="shared")
    made = write_down_answer(viewer=teacher, version=version, line_key="line-1", agrees=True, comment="", by=mother.person)
    assert made.written_down_by == teacher.person
    with pytest.raises(CannotPlan, match="may not answer"):
        write_down_answer(viewer=teacher, version=version, line_key="line-1", agrees=True, comment="", by=register.person())


def test_a_final_plan_is_locked_and_starts_its_provision(senco, child, mother):
    version = plans.plan(child, status="shared")
    respond_to_line(viewer=mother, version=version, line_key="line-1", agrees=True)
    final = finalise_plan(viewer=senco, version=version)
    assert (final.status, final.final_by) == ("final", senco.person)
    made = Provision.objects.get()
    assert (made.what, made.line_key, made.times_a_week, made.plan) == ("Reading aloud with an adult", "line-1", 2, version.plan)
    assert Entry.objects.filter(name="plan.finalise").count() == 1
    assert Notice.objects.filter(step="plan_final").count() == 1


def test_a_final_plan_needs_to_have_been_shared(senco, child):
    with pytest.raises(CannotPlan, match="Share the newest version"):
        finalise_plan(viewer=senco, version=plans.plan(child))


def test_a_teacher_may_not_make_a_plan_final(teacher, child):
    with pytest.raises(Refused):
        finalise_plan(viewer=teacher, version=plans.plan(child, status="shared"))


def test_what_is_still_open_needs_a_reason(senco, child, mother):
    vague = plans.line(what="Support as required")
    version = plans.plan(child, plans.document(lines=(vague,)), status="shared")
    left = still_open(version)
    assert left.warnings and left.not_answered == ("line-1",) and left.needs_reason
    with pytest.raises(CannotPlan, match="Say why"):
        finalise_plan(viewer=senco, version=version)
    assert finalise_plan(viewer=senco, version=version, reason="Agreed by telephone").override_reason == "Agreed by telephone"


def test_a_missing_amount_stops_a_final_plan_whatever_the_reason(senco, child):
    version = plans.plan(child, plans.document(lines=(plans.line(minutes=None),)), status="shared")
    with pytest.raises(CannotPlan, match="how long a session is"):
        finalise_plan(viewer=senco, version=version, reason="Because")
    assert not Provision.objects.exists()


def test_a_new_final_version_stops_and_changes_provision_from_today(senco, child):
    first = plans.plan(child, status="final")
    kept = plans.provision(
        child, plan=first.plan, line_key="line-1", what="Reading aloud with an adult", group_size=1, starts_on=date(2026, 9, 7)
    )
    dropped = plans.provision(child, plan=first.plan, line_key="line-9", group_size=1)
    content = plans.document(lines=(plans.line(times_a_week=3.0, starts_on=date(2026, 9, 7)),))
    save_plan(viewer=senco, plan=first.plan, content=content, edit=1)
    share_plan(viewer=senco, version=plan_of(senco, child).latest)
    finalise_plan(viewer=senco, version=plan_of(senco, child).latest, reason="Agreed at the meeting")
    kept.refresh_from_db()
    dropped.refresh_from_db()
    assert kept.until == dropped.until == register.TODAY
    new = Provision.objects.get(until__isnull=True)
    assert (new.times_a_week, new.starts_on) == (Decimal(3), register.TODAY)


def test_an_unchanged_line_goes_on_without_a_break(senco, child):
    version = plans.plan(child, status="shared")
    running = plans.provision(
        child, plan=version.plan, line_key="line-1", what="Reading aloud with an adult", group_size=1, starts_on=date(2026, 11, 2)
    )
    finalise_plan(viewer=senco, version=version, reason="Agreed by telephone")
    assert Provision.objects.get() == running


def test_a_group_support_that_joins_a_plan_is_not_promised_twice(senco, child):
    running = plans.provision(child, code="reading_group")
    same = plans.line(code="reading_group", what="Reading group", group_size=4)
    version = plans.plan(child, plans.document(lines=(same,)), status="shared")
    finalise_plan(viewer=senco, version=version, reason="Agreed by telephone")
    running.refresh_from_db()
    assert (Provision.objects.count(), running.plan, running.line_key) == (1, version.plan, "line-1")


def test_the_history_says_in_sentences_what_changed(teacher, child):
    version = plans.plan(child, status="shared")
    save_plan(viewer=teacher, plan=version.plan, content=plans.document(lines=(plans.line(times_a_week=3.0),)), edit=1)
    newest, oldest = history_of(plan_of(teacher, child))
    assert newest.changes == ("Reading aloud with an adult: more time, 20 minutes 3 times a week (was 20 minutes 2 times a week).",)
    assert oldest.changes == ()


def test_a_childs_version_is_kept_until_the_plan_is_final(teacher, child):
    version = plans.plan(child)
    save_child_version(viewer=teacher, version=version, words={"helps": "Reading with Mr Bo"})
    assert PlanVersion.objects.get().child_version == {"helps": "Reading with Mr Bo"}
    final = plans.plan(register.child(child.setting, child.school_class), status="final")
    with pytest.raises(CannotPlan, match="stays as it is"):
        save_child_version(viewer=teacher, version=final, words={})


def test_a_version_that_is_not_there_or_not_theirs_is_not_found(teacher, mother, child):
    plans.plan(child)
    with pytest.raises(NotFound):
        version_of(teacher, child, 7)
    with pytest.raises(NotFound):
        version_of(mother, child, 1)
