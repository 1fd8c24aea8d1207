"""The family's first page: one child at once, several as a list, five answers from real records."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import assessment, plans
from tests.factories import register as make
from tests.factories.family import case, family, signed_in, supported, young_person

from sooner_service.journal.models import Entry


def text_of(answer) -> str:
    """The words of a page's main part, without marks."""
    main = answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", main))


def test_with_one_child_the_home_is_that_childs_page():
    home = family()
    assert signed_in(home.parent).get("/family/").headers["Location"] == home.here


def test_with_two_children_the_home_lists_them_without_more_queries():
    home = family()
    client = signed_in(home.parent)
    make.adult(make.child(home.school), home.parent)
    with CaptureQueriesContext(connection) as two:
        page = client.get("/family/")
    assert page.status_code == 200
    for _ in range(4):
        make.adult(make.child(home.school), home.parent)
    with CaptureQueriesContext(connection) as six:
        client.get("/family/")
    assert len(six) <= len(two)
    assert Entry.objects.filter(kind="listed", record="child").count() == 2


def test_an_adult_without_a_child_is_told_how_to_be_linked():
    page = signed_in(make.person()).get("/family/")
    assert "No child is linked to you" in text_of(page)


def test_staff_in_their_role_are_refused():
    home = family()
    assert signed_in(home.adviser).get("/family/").status_code == 403


def test_a_visitor_is_asked_to_sign_in():
    assert Client().get("/family/").headers["Location"].startswith("/sign-in/")


def test_a_foreign_child_does_not_exist():
    home = family()
    assert signed_in(make.person()).get(home.here).status_code == 404


def test_before_anything_is_noted_the_page_says_so_and_offers_the_request():
    home = family()
    page = signed_in(home.parent).get(home.here)
    words = text_of(page)
    assert "No worry is open about Maya" in words
    assert "Amara Okafor" in words
    assert "01632 960 201" in words
    assert f"{home.here}ehc/ask/" in page.content.decode()
    assert page.content.decode().count("<h1") == 1


def test_a_concern_shows_who_answers_by_when_and_who_is_late():
    home = family()
    assessment.concern(home.child, noted_on=date(2026, 11, 9), noted_at=make.NOW)
    words = text_of(signed_in(home.parent).get(home.here))
    assert "A worry was noted on 9 November 2026" in words
    assert "A named person at the school answers the worry" in words
    assert "16 November 2026" in words
    assert "The school is late by 8 days" in words


def test_running_support_is_told_with_promised_delivered_and_owed():
    home = family()
    supported(home)
    words = text_of(signed_in(home.parent).get(home.here))
    assert "Help for Maya now: reading group" in words
    assert re.search(r"1 of \d+ promised sessions took place so far", words)
    assert "still owed" in words


def test_a_shared_plan_comes_first_until_it_is_answered():
    home = family()
    plans.plan(home.child, status="shared")
    words = text_of(signed_in(home.parent).get(home.here))
    assert "A support plan is ready for you to read" in words
    assert "Read the plan and say what you think" in words


def test_an_ehc_case_shows_its_next_date_in_law():
    home = family()
    case(home)
    words = text_of(signed_in(home.parent).get(home.here))
    assert "The council has the request for an EHC needs assessment" in words
    assert "14 December 2026" in words
    assert "Ask the council for an EHC needs assessment" not in words


def test_the_page_names_the_case_holder_only_to_those_who_may_see_names():
    home = family()
    made = case(home)
    made.co_ordinator = make.role("ehc_co_ordinator", home.area, make.person(name="Idris Bell"))
    made.save()
    assert "Idris Bell" in text_of(signed_in(home.parent).get(home.here))
    home.parent.children.update(may_see_staff_names=False)
    assert "Idris Bell" not in text_of(signed_in(home.parent).get(home.here))


def test_the_young_person_is_spoken_to_as_you():
    home = family()
    person = young_person(home)
    supported(home)
    words = text_of(signed_in(person).get(home.here))
    assert "Your help now: reading group" in words
    assert "Who sees my record" in words


def test_opening_the_page_is_one_journal_entry():
    home = family()
    signed_in(home.parent).get(home.here)
    assert Entry.objects.filter(kind="opened", child_id=home.child.pk, role="parent").count() == 1


@pytest.mark.parametrize("number", [1, 6])
def test_queries_of_the_page_do_not_grow_with_its_records(number):
    home = family()
    client = signed_in(home.parent)
    case(home)
    assessment.concern(home.child)
    plans.plan(home.child, status="shared")
    for _ in range(number):
        supported(home)
        assessment.view_request(home.child)
    with CaptureQueriesContext(connection) as queries:
        client.get(home.here)
    assert len(queries) <= 40


def test_before_own_rights_begin_parents_are_warned_within_the_year():
    home = family(born_on=date(2010, 12, 1))
    words = text_of(signed_in(home.parent).get(home.here))
    assert "From 26 June 2027, Maya decides who sees this page" in words


def test_after_own_rights_begin_a_parent_is_told_on_the_home_and_sees_nothing():
    home = family()
    young_person(home)
    client = signed_in(home.parent)
    assert client.get(home.here).status_code == 404
    assert "Maya now decides who sees their record" in text_of(client.get("/family/"))


def test_my_details_show_this_adult_and_nobody_else():
    home = family()
    other = make.person(name="Jonas Elsewhere")
    make.adult(home.child, other, relation="Father", is_restricted=True, restriction_reason="Order of 3 March 2026")
    words = text_of(signed_in(home.parent).get(f"{home.here}me/"))
    assert "Mother" in words
    assert "Jonas" not in words
    assert "Father" not in words
    assert "Order of" not in text_of(signed_in(other).get(f"{home.here}me/"))
