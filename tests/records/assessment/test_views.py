"""Views: the child's words by the child's choice, the family's by the table, words of harm never to families."""

import pytest
from tests.factories import assessment
from tests.factories import register as make

from sooner_service.assessment.actions.views import add_view, ask_family
from sooner_service.assessment.models import View, ViewRequest
from sooner_service.assessment.queries.views import open_requests, request_for, views_of
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db
HARM = "My uncle hurt me"


@pytest.fixture
def school():
    return make.organisation("school", authority=make.authority())


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
def parent(child):
    return make.family_viewer(make.adult(child).person)


def test_a_parent_answers_a_question_on_their_own_page(teacher, parent, child):
    asked = ask_family(viewer=teacher, child=child, question="What helps at home?")
    assert open_requests(parent, child) == [asked]
    view = add_view(viewer=parent, child=child, speaker="family", words="Pictures help", request=asked)
    assert (view.given_by, view.written_down_by) == (parent.person, None)
    assert open_requests(parent, child) == []
    assert [entry.name for entry in Entry.objects.order_by("pk")] == ["views.ask", "views.add"]
    with pytest.raises(CannotAssess, match="answered already"):
        add_view(viewer=parent, child=child, speaker="family", words="Again", request=asked)


def test_the_question_reaches_each_entitled_adult_without_a_name(teacher, parent, child):
    make.adult(child, may_message=False)
    ask_family(viewer=teacher, child=child, question="What helps at home?")
    ask_family(viewer=teacher, child=child, question="What helps at home?")
    notice = Notice.objects.get()
    assert notice.recipient == parent.person
    assert child.given_name not in notice.subject + notice.body
    assert ViewRequest.objects.count() == 1


def test_staff_write_down_what_a_family_says(teacher, child):
    view = add_view(viewer=teacher, child=child, speaker="family", words="Mornings are hard")
    assert (view.given_by, view.written_down_by) == (None, teacher.person)


def test_empty_words_and_unknown_readers_are_not_kept(teacher, child):
    for words, readers in (("  ", []), ("Fine", ["neighbours"])):
        with pytest.raises(CannotAssess):
            add_view(viewer=teacher, child=child, speaker="child", words=words, readers=readers)
    assert not View.objects.exists()


def test_the_office_adds_and_asks_nothing(school, child):
    office = make.viewer(make.role("school_administrator", school))
    with pytest.raises(Refused):
        add_view(viewer=office, child=child, speaker="family", words="x")
    with pytest.raises(Refused):
        ask_family(viewer=office, child=child, question="x")


@pytest.mark.parametrize(("readers", "staff_read", "family_reads"), [
    ([], False, False), (["staff"], True, False), (["family"], False, True), (["staff", "family", "authority"], True, True),
])
def test_the_childs_words_are_read_by_those_the_child_chose(school, parent, child, readers, staff_read, family_reads):
    words = assessment.view(child, "child", words="Drawing helps", readers=readers)
    senco = make.viewer(make.role("senco", school))
    assert (words in views_of(senco, child)) is staff_read
    assert (words in views_of(parent, child)) is family_reads


def test_whoever_wrote_the_words_down_may_read_them(teacher, child):
    words = assessment.view(child, "child", words="Drawing helps", readers=[], written_down_by=teacher.person)
    assert views_of(teacher, child) == [words]


def test_words_of_harm_go_to_the_head_and_never_to_the_family(school, teacher, parent, child):
    words = add_view(viewer=teacher, child=child, speaker="child", words=HARM, readers=["family"])
    assert words.goes_to_safeguarding
    assert views_of(parent, child) == []
    assert views_of(make.viewer(make.role("headteacher", school)), child) == [words]
    assert views_of(make.viewer(make.role("senco", school)), child) == []
    assert HARM not in str(Entry.objects.get().details)


def test_reading_views_takes_the_same_queries_however_many_there_are(teacher, child, django_assert_num_queries):
    for number in range(6):
        assessment.view(child, "child", words=f"Words {number}", readers=["staff"])
    with django_assert_num_queries(3):
        assert len(views_of(teacher, child)) == 6


def test_one_question_is_found_only_while_open(teacher, child):
    asked = assessment.view_request(child)
    assert request_for(teacher, child, asked.pk) == asked
    asked.answer = assessment.view(child)
    asked.save()
    assert request_for(teacher, child, asked.pk) is None
