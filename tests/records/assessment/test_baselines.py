"""Baselines: anyone in the class fills one in, only current core training signs, and the area service signs where nobody can."""

from datetime import date

import pytest
from tests.factories import assessment
from tests.factories import register as make
from tests.factories.training import completion

from sooner.assessment.baseline import AreaView
from sooner_service.assessment.actions.baselines import ask_area_to_sign, complete_baseline, sign_baseline
from sooner_service.assessment.models import Baseline, View, ViewRequest
from sooner_service.assessment.profiles import as_json, profile_of, readers_from
from sooner_service.assessment.queries.baselines import (
    baseline_to_sign,
    baselines_of,
    sentences_of,
    signing_of,
    supports_for,
    waiting_for_service,
)
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused, children_for
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def area():
    return make.authority()


@pytest.fixture
def school(area):
    school = make.organisation("school", authority=area)
    make.term(school)
    return school


@pytest.fixture
def own_class(school):
    return make.school_class(school)


@pytest.fixture
def child(school, own_class):
    return make.child(school, own_class)


@pytest.fixture
def teacher(school, own_class):
    return make.viewer(make.role("class_teacher", school, classes=[own_class]))


@pytest.fixture
def service(area):
    return make.organisation("specialist_service", authority=area, phase="all")


def test_completing_keeps_the_childs_words_in_one_place_with_the_childs_choice(teacher, child):
    concern = assessment.concern(child)
    baseline = complete_baseline(viewer=teacher, child=child, concern=concern, profile=assessment.profile())
    assert baseline.status == Baseline.Status.READY
    assert "draw it first" not in str(baseline.profile)
    words = View.objects.get(speaker="child")
    assert (words.readers, words.written_down_by) == (["staff", "family"], teacher.person)
    assert profile_of(baseline) == assessment.profile()
    concern.refresh_from_db()
    assert concern.acknowledged_by == teacher.person
    entry = Entry.objects.get()
    assert (entry.name, entry.record_id) == ("baseline.complete", baseline.pk)
    assert "draw" not in str(entry.details)


def test_a_family_that_has_not_replied_is_asked_on_its_own_page(teacher, child):
    make.adult(child)
    unheard = assessment.profile(family_view="", family_view_source="asked_no_reply")
    complete_baseline(viewer=teacher, child=child, concern=None, profile=unheard)
    assert ViewRequest.objects.get().answer is None
    assert [notice.step for notice in Notice.objects.all()] == ["view_asked"]


def test_an_incomplete_profile_is_not_taken_and_says_what_to_add(teacher, child):
    thin = assessment.profile(strengths="", areas={"communication_and_interaction": AreaView(2, "")})
    with pytest.raises(CannotAssess, match="does well or enjoys"):
        complete_baseline(viewer=teacher, child=child, concern=None, profile=thin)
    assert not Baseline.objects.exists()
    assert not Entry.objects.exists()


def test_a_second_baseline_waits_until_the_first_is_signed(teacher, child):
    assessment.baseline(child)
    with pytest.raises(CannotAssess, match="already waiting"):
        complete_baseline(viewer=teacher, child=child, concern=None, profile=assessment.profile())


def test_a_teacher_without_current_training_may_not_sign_and_nothing_changes(teacher, child):
    baseline = assessment.baseline(child)
    completion(teacher.person, on=date(2020, 1, 1))
    with pytest.raises(Refused, match="current core training"):
        sign_baseline(viewer=teacher, baseline=baseline)
    baseline.refresh_from_db()
    assert baseline.status == Baseline.Status.READY
    assert not Entry.objects.exists()


def test_a_trained_colleague_signs_and_the_family_is_told_without_a_name(teacher, child):
    make.adult(child)
    completion(teacher.person)
    signed = sign_baseline(viewer=teacher, baseline=assessment.baseline(child))
    assert (signed.status, signed.signed_by) == (Baseline.Status.SIGNED, teacher.person)
    assert Entry.objects.get().name == "baseline.sign"
    notice = Notice.objects.get()
    assert notice.step == "baseline_signed"
    assert child.given_name not in notice.body
    with pytest.raises(CannotAssess, match="already signed"):
        sign_baseline(viewer=teacher, baseline=signed)


def test_training_for_another_phase_does_not_sign(teacher, child):
    completion(teacher.person, course="core-secondary")
    with pytest.raises(Refused):
        sign_baseline(viewer=teacher, baseline=assessment.baseline(child))


def test_where_nobody_is_trained_the_area_service_signs_within_two_school_days(teacher, child, service):
    specialist = make.viewer(make.role("specialist", service))
    completion(specialist.person)
    baseline = ask_area_to_sign(viewer=teacher, baseline=assessment.baseline(child))
    assert (baseline.status, baseline.asked_area, baseline.sign_by) == (Baseline.Status.WITH_AREA, service, date(2026, 11, 26))
    assert Entry.objects.get().name == "baseline.ask_area"
    assert list(waiting_for_service(specialist)) == [baseline]
    assert baseline_to_sign(specialist, child) == baseline
    sign_baseline(viewer=specialist, baseline=baseline)
    assert not waiting_for_service(specialist).exists()
    assert not children_for(specialist).exists()


def test_the_area_service_is_not_asked_while_a_colleague_may_sign(teacher, child, school, service):
    senco = make.role("senco", school)
    completion(senco.person)
    with pytest.raises(CannotAssess, match=f"{senco.person.name} may sign"):
        ask_area_to_sign(viewer=teacher, baseline=assessment.baseline(child))


def test_an_area_without_a_service_says_whom_to_call(teacher, child):
    with pytest.raises(CannotAssess, match="Call the authority"):
        ask_area_to_sign(viewer=teacher, baseline=assessment.baseline(child))


def test_a_teaching_assistant_does_not_ask_the_area(school, own_class, child, service):
    viewer = make.viewer(make.role("teaching_assistant", school, classes=[own_class]))
    with pytest.raises(Refused):
        ask_area_to_sign(viewer=viewer, baseline=assessment.baseline(child))


def test_a_specialist_helping_with_something_else_does_not_sign_unasked(child, service):
    specialist = make.viewer(make.role("specialist", service))
    completion(specialist.person)
    make.access(child, service, "allocated")
    with pytest.raises(CannotAssess, match="not asked your service"):
        sign_baseline(viewer=specialist, baseline=assessment.baseline(child))


def test_families_read_signed_baselines_only(child):
    parent = make.family_viewer(make.adult(child).person)
    signed = assessment.signed_baseline(child)
    assessment.baseline(child)
    assert baselines_of(parent, child) == [signed]
    assert baseline_to_sign(parent, child) is None


def test_signing_says_who_may(teacher, school, child):
    assert signing_of(teacher, child).nobody_is_trained
    senco = make.role("senco", school)
    completion(senco.person)
    found = signing_of(teacher, child)
    assert not found.may_sign
    assert [each.person for each in found.signers] == [senco.person]
    assert "Core SEND training: primary" in found.how_to_regain


def test_a_baseline_reads_as_sentences_without_the_childs_words(child):
    said = " ".join(sentences_of(assessment.baseline(child)))
    assert "train tracks" in said
    assert "draw it first" not in said


def test_supports_follow_the_baseline_and_before_it_the_concerns(teacher, child):
    assessment.concern(child, area="sensory_and_or_physical")
    assert {area for match in supports_for(teacher, child) for area in match.areas} == {"sensory_and_or_physical"}
    assessment.baseline(child)
    assert supports_for(teacher, child)[0].areas == ("communication_and_interaction",)


def test_an_unsure_concern_opens_every_area(teacher, child):
    assessment.concern(child, area="not_sure")
    assert len({area for match in supports_for(teacher, child) for area in match.areas}) == 4


def test_the_childs_choice_of_readers_becomes_those_who_may_read():
    assert readers_from(("nobody_else",)) == []
    assert readers_from(("my_family",)) == ["family"]
    assert readers_from(("everyone_helping_me",)) == ["staff", "family", "authority"]
    assert "child_words" not in as_json(assessment.profile())
