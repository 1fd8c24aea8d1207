"""The baseline in eight steps: kept as typed, resumable, checked; signed by the trained, handed on kindly by others."""

import pytest
from tests.factories import assessment
from tests.factories import register as make
from tests.factories.training import completion

from sooner_service.assessment.models import Baseline, View, ViewRequest

pytestmark = pytest.mark.django_db
STEPS = {
    "communication-and-interaction": {"level": "2", "note": "Finds instructions hard"},
    "cognition-and-learning": {"level": "0", "note": ""},
    "social-emotional-and-mental-health": {"level": "1", "note": ""},
    "sensory-and-or-physical": {"level": "0", "note": ""},
    "strengths": {"strengths": "Builds careful tracks"},
    "child-words": {"words": "Drawing it first helps", "readers": ["my_teachers"]},
    "family": {"source": "told_to_staff", "words": "Pictures help at home"},
    "tried": {"tried": "Sitting at the front"},
}


def at(child, place=""):
    return f"/school/children/{child.reference}/baseline/{place}"


def fill_in(client, child, **changed):
    for key, answers in STEPS.items():
        sent = client.post(at(child, f"{key}/"), changed.get(key.replace("-", "_"), answers))
        assert sent.status_code == 302, sent.content.decode()
    return sent


def test_an_untrained_teacher_is_told_kindly_why_who_can_and_how_to_book(teacher, signed_in, child):
    trained = signed_in("senco")
    completion(trained.person)
    html = teacher.get(at(child)).content.decode()
    assert "Baseline for Imani</h1>" in html
    assert "You may fill it in" in html
    assert "needs core SEND training" in html
    assert trained.person.name in html
    assert "/school/training/book/" in html
    assert f"/school/children/{child.reference}/support/" in html


def test_each_step_has_one_heading_and_its_number(teacher, child):
    for number, key in enumerate(STEPS, start=1):
        html = teacher.get(at(child, f"{key}/")).content.decode()
        assert html.count("<h1") == 1
        assert f"step {number} of 8" in html
    first = teacher.get(at(child, "communication-and-interaction/")).content.decode()
    assert "Follows instructions given to the whole class." in first


def test_a_trained_teacher_checks_signs_and_is_offered_support(teacher, child):
    completion(teacher.person)
    concern = assessment.concern(child)
    assert fill_in(teacher, child).url == at(child, "check/")
    html = teacher.get(at(child, "check/")).content.decode()
    assert "Check your answers</h1>" in html
    assert "Sign the baseline" in html
    signed = teacher.post(at(child, "check/"))
    assert signed.url == f"/school/children/{child.reference}/support/?done=signed"
    baseline = Baseline.objects.get()
    assert (baseline.status, baseline.signed_by, baseline.concern) == ("signed", teacher.person, concern)
    assert "The baseline is signed" in teacher.get(signed.url).content.decode()


def test_an_untrained_teacher_finishes_and_a_colleague_signs(teacher, senco, child):
    completion(senco.person)
    fill_in(teacher, child)
    assert "Finish, ready to be signed" in teacher.get(at(child, "check/")).content.decode()
    assert teacher.post(at(child, "check/")).url == at(child, "sign/?done=ready")
    waiting = teacher.get(at(child, "sign/")).content.decode()
    assert senco.person.name in waiting
    assert ">\n  Sign the baseline" not in waiting
    assert teacher.post(at(child, "sign/")).status_code == 403
    assert "Sign the baseline" in senco.get(at(child, "sign/")).content.decode()
    assert senco.post(at(child, "sign/")).url.endswith("/support/?done=signed")
    assert Baseline.objects.get().signed_by == senco.person


def test_where_nobody_is_trained_the_area_service_is_asked(teacher, area, child):
    service = make.organisation("specialist_service", authority=area, name="Area inclusion team", phase="all")
    assessment.baseline(child)
    assert "Ask the area service to sign" in teacher.get(at(child, "sign/")).content.decode()
    assert teacher.post(at(child, "sign/"), {"do": "ask"}).url == at(child, "sign/?done=asked")
    html = teacher.get(at(child, "sign/?done=asked")).content.decode()
    assert "Area inclusion team must sign by <strong>26 November 2026</strong>" in html
    assert Baseline.objects.get().asked_area == service


def test_an_area_without_a_service_says_what_to_do(teacher, child):
    assessment.baseline(child)
    assert "Call the authority" in teacher.post(at(child, "sign/"), {"do": "ask"}).content.decode()


def test_answers_are_kept_as_typed_and_resumed(teacher, child):
    saved = teacher.post(at(child, "strengths/"), {"strengths": "Half a thou"}, headers={"X-Autosave": "yes"})
    assert saved.status_code == 204
    assert "Half a thou" in teacher.get(at(child, "strengths/")).content.decode()
    left = teacher.post(at(child, "strengths/"), {"strengths": "Half a thou", "leave": "yes"})
    assert left.url == at(child)
    assert "Go on where you stopped" in teacher.get(at(child)).content.decode()
    assert teacher.get(at(child, "check/")).url == at(child, "communication-and-interaction/")


@pytest.mark.parametrize(("key", "answers", "words"), [
    ("cognition-and-learning", {"level": "3", "note": ""}, "Say in a sentence what you have seen"),
    ("cognition-and-learning", {"note": "x"}, "Choose how much concern there is"),
    ("child-words", {"words": "x"}, "Ask the child who may read the words"),
    ("child-words", {"words": "x", "readers": ["nobody_else", "my_family"]}, "Select the choices that apply"),
    ("family", {"source": "told_to_staff", "words": ""}, "Write down what the family says"),
    ("family", {"source": "written_by_family"}, "Choose how you have"),
])
def test_a_mistake_is_named_on_its_step(teacher, child, key, answers, words):
    html = teacher.post(at(child, f"{key}/"), answers).content.decode()
    assert "There is a problem" in html
    assert words in html


def test_a_family_that_was_not_asked_yet_is_asked_on_finishing(teacher, child):
    make.adult(child)
    fill_in(teacher, child, family={"source": "asked_no_reply"})
    teacher.post(at(child, "check/"))
    assert ViewRequest.objects.count() == 1


def test_the_familys_own_words_are_used_as_they_wrote_them(teacher, child):
    parent = make.adult(child).person
    assessment.view(child, "family", words="He hums when happy", given_by=parent)
    assert "He hums when happy" in teacher.get(at(child, "family/")).content.decode()
    fill_in(teacher, child, family={"source": "written_by_family"})
    teacher.post(at(child, "check/"))
    assert Baseline.objects.get().profile["family_view"] == "He hums when happy"


def test_words_of_harm_lead_to_the_safeguarding_page(teacher, child):
    fill_in(teacher, child, child_words={"words": "My uncle hurt me", "readers": ["my_family"]})
    sent = teacher.post(at(child, "check/"))
    html = teacher.get(sent.url).content.decode()
    assert "Tell your safeguarding lead now</h1>" in html
    assert View.objects.get(speaker="child").goes_to_safeguarding


def test_a_second_baseline_leads_to_the_waiting_one(teacher, child):
    fill_in(teacher, child)
    assessment.baseline(child)
    assert "waits to be signed" in teacher.get(at(child)).content.decode()
    assert "already waiting to be signed" in teacher.post(at(child, "check/")).content.decode()
    assert Baseline.objects.count() == 1


def test_the_childs_words_are_hidden_from_those_the_child_did_not_choose(senco, child):
    words = assessment.view(child, "child", words="Only for me", readers=[])
    assessment.baseline(child, child_words=words)
    html = senco.get(at(child, "sign/")).content.decode()
    assert "Only for me" not in html
    assert "are not shown to you, by Imani" in html


def test_with_nothing_to_sign_the_way_leads_back_to_the_record(senco, child):
    assert senco.get(at(child, "sign/")).url == f"/school/children/{child.reference}/"


def test_a_changed_answer_leads_straight_back_to_the_check(teacher, child):
    fill_in(teacher, child)
    assert f'{at(child, "strengths/")}?return=check' in teacher.get(at(child, "check/")).content.decode()
    assert teacher.post(at(child, "strengths/?return=check"), {"strengths": "Sings"}).url == at(child, "check/")
