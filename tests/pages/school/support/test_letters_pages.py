"""Families without e-mail: letters and calls are listed, printed, checked and recorded as done."""

import pytest
from django.test import Client
from tests.factories import assessment
from tests.factories import register as make

from sooner_service.assessment.actions.concerns import acknowledge_concern
from sooner_service.journal.models import Entry
from sooner_service.register.access import Refused
from sooner_service.register.actions.letters import mark_told
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(school, child):
    """A paper family is told that a concern was answered."""
    make.adult(child, make.person(email=None, name="Nadia Castellane", contact_by="paper"), home_address="4 Mill Lane, Wrenfield")
    acknowledge_concern(viewer=make.viewer(make.role("senco", school)), concern=assessment.concern(child))
    return Notice.objects.get()


def test_a_paper_familys_letter_waits_in_the_tray_and_on_the_list(senco, letter):
    assert "1 letter or call" in senco.get("/school/tray/").content.decode()
    html = senco.get("/school/letters/").content.decode()
    assert "Letters to post and calls to make</h1>" in html
    assert "Nadia Castellane" in html


def test_the_letter_carries_the_address_and_names_no_child(senco, letter):
    html = senco.get(f"/school/letters/{letter.pk}/").content.decode()
    assert "4 Mill Lane" in html
    assert "A concern has been answered" in html
    assert "Imani" not in html


def test_it_is_recorded_as_done_once_with_one_journal_entry(senco, school, letter):
    check = senco.get(f"/school/letters/{letter.pk}/told/").content.decode()
    assert "Did you post this letter?</h1>" in check
    assert "Wrenfield" in check
    assert senco.post(f"/school/letters/{letter.pk}/told/").url == "/school/letters/?done=told"
    letter.refresh_from_db()
    assert letter.sent_at == make.NOW
    assert Entry.objects.filter(name="letter.send").count() == 1
    assert "No letter or call is waiting" in senco.get("/school/letters/").content.decode()
    assert senco.get(f"/school/letters/{letter.pk}/told/").status_code == 404
    with pytest.raises(CannotDo, match="already"):
        mark_told(viewer=make.viewer(make.role("senco", school)), letter=letter)


def test_the_office_sends_letters_and_others_do_not(signed_in, school, letter):
    assert signed_in("school_administrator").get("/school/letters/").status_code == 200
    assert signed_in("class_teacher").get("/school/letters/").status_code == 403
    assert Client().get("/school/letters/").status_code == 302
    with pytest.raises(Refused):
        mark_told(viewer=make.viewer(make.role("governor", school)), letter=letter)


def test_another_schools_letter_and_an_authoritys_are_not_found(senco, foreign_child, child):
    other = {"recipient": make.person(), "channel": "paper", "step": "x", "subject": "x", "body": "x", "at": make.NOW}
    elsewhere = Notice.objects.create(child=foreign_child, reference=foreign_child.reference, **other)
    of_a_case = Notice.objects.create(child=child, reference="EHC-00001", **other)
    for each in (elsewhere, of_a_case):
        assert senco.get(f"/school/letters/{each.pk}/").status_code == 404
