"""However a record is asked for, the look is kept: no method and no empty form shows a child's page without an entry in the journal."""

import pytest
from tests.factories import family as families
from tests.factories import register as make

from sooner_service.journal.models import Entry
from sooner_service.project import clock

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: make.NOW)
    return families.family()


@pytest.mark.parametrize("method", ["OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "ANYTHING"])
def test_a_page_answers_only_to_looking_and_sending(family, method):
    client = families.signed_in(family.parent)
    answer = client.generic(method, f"{family.here}support/")
    assert answer.status_code == 405
    assert answer.content == b""


def test_a_form_sent_to_a_page_that_has_none_is_a_look_like_any_other(family):
    answer = families.signed_in(family.parent).post(f"{family.here}support/", {})
    assert answer.status_code == 200
    assert Entry.objects.get(kind="opened").name == "session.see"


def test_a_form_that_comes_back_with_a_mistake_shows_the_record_again_and_is_kept_as_a_look(family):
    answer = families.signed_in(family.parent).post(f"{family.here}worry/", {"area": "", "what": ""})
    assert "There is a problem" in answer.content.decode()
    assert Entry.objects.filter(kind="opened", name="concern.see").count() == 1


def test_asking_for_the_head_alone_brings_no_words(family):
    answer = families.signed_in(family.parent).head(f"{family.here}support/")
    assert (answer.status_code, answer.content) == (200, b"")
