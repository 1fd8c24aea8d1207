"""A notice goes to each adult by that adult's own right, and never carries the child's name."""

from datetime import timedelta

import pytest
from tests.factories import register as make

from sooner_service.register.models import Notice
from sooner_service.register.notices import NamesAChild, WrongRecipient, entitled_people, tell_family, tell_person

pytestmark = pytest.mark.django_db
SAID = {"step": "a_step", "reference": "SNR-00001", "subject": "A decision"}


def told(child, words: str) -> list[Notice]:
    """The notices sent to this child's family by a SENCO."""
    viewer = make.viewer(make.role("senco", child.setting or make.organisation()))
    return tell_family(viewer, child=child, body=words, **SAID)


@pytest.fixture
def child():
    made = make.child(make.organisation(authority=make.authority()), given_name="Maya", family_name="Ali-Reed", known_as="Mimi Rose")
    make.adult(made)
    return made


@pytest.mark.parametrize(
    "words", ["We met Maya.", "Maya's plan is final.", "Maya’s plan.", "About “Maya”", "MAYA", "Ms Reed called.", "the ALI family", "Ask Mimi", "For Rose,"]
)
def test_no_part_of_a_childs_name_is_sent_however_it_is_written(child, words):
    with pytest.raises(NamesAChild):
        told(child, words)
    assert not Notice.objects.exists()


@pytest.mark.parametrize(("given", "family"), [("Will", "May"), ("An", "You"), ("See", "Help")])
def test_a_name_that_is_also_an_everyday_word_stops_no_notice(given, family):
    child = make.child(given_name=given, family_name=family)
    make.adult(child)
    assert len(told(child, "You can see what will help. It may change. An answer comes soon. See your page. Help starts.")) == 1


def test_an_adult_to_whom_messages_are_closed_is_told_nothing(child):
    shut = make.adult(child, may_message=False)
    ended = make.adult(child, until=make.TODAY)
    recipients = {each.recipient_id for each in told(child, "It is ready.")}
    assert not recipients & {shut.person_id, ended.person_id}
    viewer = make.viewer(make.role("senco", child.setting))
    with pytest.raises(WrongRecipient):
        tell_person(viewer, person=shut.person, child=child, body="It is ready.", **SAID)


def test_from_the_day_of_own_rights_only_the_young_person_and_those_they_chose_are_told(child):
    viewer = make.viewer(make.role("senco", child.setting))
    child.own_rights_from = viewer.on + timedelta(days=1)
    assert len(entitled_people(child, viewer=viewer)) == 1
    child.own_rights_from, child.person = viewer.on, make.person()
    assert entitled_people(child, viewer=viewer) == [child.person]
    chosen = make.adult(child, after_own_rights="agrees")
    assert entitled_people(child, viewer=viewer) == [child.person, chosen.person]
