"""Who is kept out of the pages of support: strangers, other roles and other schools."""

import pytest
from django.test import Client

from sooner_service.journal.models import Entry

pytestmark = pytest.mark.django_db

PLACES = [
    "", "people/", "people/looked/", "history/", "views/", "views/ask/", "concern/", "concern/noted/", "concern/1/", "baseline/",
    "baseline/strengths/", "baseline/check/", "baseline/sign/", "support/", "support/words-first/", "support/words-first/started/",
]
LISTS = ["/school/class/", "/school/children/", "/school/tray/", "/school/training/", "/school/training/book/", "/school/training/record/"]


@pytest.mark.parametrize("place", PLACES)
def test_a_visitor_is_asked_to_sign_in(child, place):
    answer = Client().get(f"/school/children/{child.reference}/{place}")
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


@pytest.mark.parametrize("place", PLACES)
def test_a_child_of_another_school_does_not_exist_here(senco, foreign_child, place):
    assert senco.get(f"/school/children/{foreign_child.reference}/{place}").status_code == 404
    assert Entry.objects.filter(kind="refused").count() == 1


@pytest.mark.parametrize("place", [place for place in PLACES if place])
def test_the_office_is_refused(signed_in, child, place):
    assert signed_in("school_administrator").get(f"/school/children/{child.reference}/{place}").status_code == 403


@pytest.mark.parametrize("address", LISTS)
def test_a_governor_is_refused_every_list(signed_in, address):
    assert signed_in("governor").get(address).status_code == 403


@pytest.mark.parametrize("address", LISTS)
def test_a_visitor_is_sent_from_every_list_to_sign_in(db, address):
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("place", ["concern/1/", "people/looked/"])
def test_a_class_teacher_is_refused_what_the_senco_does(teacher, child, place):
    assert teacher.get(f"/school/children/{child.reference}/{place}").status_code == 403


def test_a_teacher_does_not_record_training(teacher):
    assert teacher.get("/school/training/record/").status_code == 403
