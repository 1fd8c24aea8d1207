"""Adding words, answering a question, the child's choice of readers, and words of harm."""

import pytest
from tests.factories import assessment
from tests.factories import register as make
from tests.factories.family import family, signed_in, young_person

from sooner_service.assessment.models import View


def test_a_parent_adds_words_and_sees_them():
    home = family()
    client = signed_in(home.parent)
    sent = client.post(f"{home.here}views/add/mine/", {"words": "Mornings are hard for her", "token": "one"})
    assert sent.headers["Location"] == f"{home.here}views/kept/"
    assert "We have your words" in client.get(f"{home.here}views/kept/").content.decode()
    assert "Mornings are hard for her" in client.get(f"{home.here}views/").content.decode()


def test_nothing_typed_is_said_kindly():
    home = family()
    page = signed_in(home.parent).post(f"{home.here}views/add/mine/", {"words": ""}).content.decode()
    assert "There is a problem" in page
    assert not View.objects.exists()


def test_a_question_from_the_school_is_answered_once():
    home = family()
    asked = assessment.view_request(home.child)
    client = signed_in(home.parent)
    assert "What helps at home?" in client.get(f"{home.here}views/").content.decode()
    client.post(f"{home.here}views/questions/{asked.pk}/", {"words": "Pictures help"})
    asked.refresh_from_db()
    assert asked.answer is not None
    assert client.get(f"{home.here}views/questions/{asked.pk}/").status_code == 404


def test_one_adult_never_reads_anothers_words():
    home = family()
    other = make.person()
    make.adult(home.child, other, relation="Father")
    assessment.view(home.child, words="I am worried about weekends", given_by=other)
    assert "worried about weekends" not in signed_in(home.parent).get(f"{home.here}views/").content.decode()


@pytest.mark.parametrize(("readers", "is_shown"), [(["family"], True), (["staff", "authority"], False), ([], False)])
def test_the_childs_words_are_read_only_by_the_childs_choice(readers, is_shown):
    home = family()
    assessment.view(home.child, speaker="child", words="I like the quiet room", readers=readers)
    assert ("I like the quiet room" in signed_in(home.parent).get(f"{home.here}views/").content.decode()) == is_shown


def test_the_childs_words_need_a_choice_of_readers():
    home = family()
    client = signed_in(home.parent)
    page = client.post(f"{home.here}views/add/child/", {"words": "I like drawing"}).content.decode()
    assert "Ask your child who may read this" in page
    client.post(f"{home.here}views/add/child/", {"words": "I like drawing", "readers": ["staff"]})
    assert View.objects.get().readers == ["staff"]
    client.post(f"{home.here}views/add/child/", {"words": "This is mine", "readers": ["nobody"]})
    assert View.objects.filter(readers=[]).exists()


@pytest.mark.parametrize("speaker", ["child", "family"])
def test_words_of_harm_show_on_no_family_page_whoever_looks(speaker):
    home = family()
    harm = {"words": "He hits me when we are at home", "goes_to_safeguarding": True}
    assessment.view(home.child, speaker=speaker, readers=["family", "staff"], given_by=home.parent, **harm)
    assert "hits me" not in signed_in(home.parent).get(f"{home.here}views/").content.decode()
    person = young_person(home)
    assert "hits me" not in signed_in(person).get(f"{home.here}views/").content.decode()


def test_the_page_after_words_of_harm_is_the_same_as_after_any_words():
    home = family()
    client = signed_in(home.parent)
    calm = client.post(f"{home.here}views/add/child/", {"words": "I like maths", "readers": ["staff"]})
    harm = client.post(f"{home.here}views/add/child/", {"words": "My uncle hits me", "readers": ["staff"]})
    assert calm.headers["Location"] == harm.headers["Location"]


def test_a_young_person_writes_for_themselves():
    home = family()
    client = signed_in(young_person(home))
    assert client.get(f"{home.here}views/add/").headers["Location"] == f"{home.here}views/add/child/"
    client.post(f"{home.here}views/add/child/", {"words": "I want to stay at college", "readers": ["nobody"]})
    assert "I want to stay at college" in client.get(f"{home.here}views/").content.decode()


def test_a_foreign_question_is_not_found():
    home, other = family(), family()
    asked = assessment.view_request(other.child)
    assert signed_in(home.parent).get(f"{home.here}views/questions/{asked.pk}/").status_code == 404
