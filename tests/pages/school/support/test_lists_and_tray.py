"""The class list, the list of children and the work tray."""

from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import assessment
from tests.factories import register as make

from sooner_service.journal.models import Entry

pytestmark = pytest.mark.django_db
LISTS = ["/school/class/", "/school/children/", "/school/tray/"]


def page(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize(("address", "heading"), [("/school/class/", "My class"), ("/school/children/", "Children"), ("/school/tray/", "Work tray")])
def test_a_list_has_one_heading_an_empty_state_and_one_journal_entry(teacher, address, heading):
    html = page(teacher, address)
    assert html.count("<h1") == 1
    assert f"{heading}</h1>" in html
    assert "sooner-empty" in html
    assert Entry.objects.filter(kind="listed").count() == 1


def test_lists_show_initials_until_names_are_asked_for_and_remember_it(teacher, child):
    assert "Castellane" not in page(teacher, "/school/class/")
    assert "IC" in page(teacher, "/school/class/")
    assert "Imani Castellane" in page(teacher, "/school/class/?show=names")
    assert "Imani Castellane" in page(teacher, "/school/children/")
    assert "Castellane" not in page(teacher, "/school/children/?show=initials")


def test_the_class_list_holds_only_the_teachers_own_children(teacher, school, child):
    other = make.child(school, make.school_class(school, name="Heron"))
    html = page(teacher, "/school/class/")
    assert child.reference in html
    assert other.reference not in html
    assert f"/school/children/{child.reference}/concern/" in html


def test_the_list_is_searched_narrowed_sorted_and_counted(senco, school, child):
    make.child(school, None, given_name="Otis", family_name="Vane", tier=2)
    assert "2 children" in page(senco, "/school/children/?sort=name")
    found = page(senco, "/school/children/?search=castellane")
    assert "1 children" in found or "1 child" in found
    assert child.reference in found
    assert child.reference not in page(senco, "/school/children/?tier=2")
    assert "No child matches." in page(senco, "/school/children/?search=nobody")
    assert "Castellane" not in str(Entry.objects.filter(kind="listed").values_list("details", flat=True))


def test_long_lists_have_pages(senco, school, own_class):
    for _ in range(27):
        make.child(school, own_class)
    html = page(senco, "/school/children/")
    assert "1 to 25 of 27" in html
    assert "26 to 27 of 27" in page(senco, "/school/children/?page=2")


@pytest.mark.parametrize("address", LISTS)
def test_queries_do_not_grow_with_rows(senco, school, own_class, address):
    def queries():
        with CaptureQueriesContext(connection) as counted:
            senco.get(address)
        return sum("SAVEPOINT" not in query["sql"] for query in counted.captured_queries)

    assessment.concern(make.child(school, own_class))
    senco.get(address)
    few = queries()
    for _ in range(8):
        assessment.baseline(make.child(school, own_class), concern=None)
        assessment.concern(make.child(school, own_class))
    assert queries() <= few + 1
    assert few <= 15


def test_the_tray_puts_the_overdue_first_with_one_action_in_each_row(senco, school, own_class, child):
    assessment.concern(child)
    late = make.child(school, own_class)
    assessment.concern(late, noted_on=date(2026, 10, 20), noted_at=datetime(2026, 10, 20, 9, 0, tzinfo=UTC))
    html = page(senco, "/school/tray/")
    assert "2 things are late" in html
    assert html.index(late.reference) < html.index(child.reference)
    assert "Late by 20 school days" in html
    assert f"/school/children/{child.reference}/baseline/" in html
    only_late = page(senco, "/school/tray/?when=late")
    assert child.reference not in only_late
    assert "Fill in the baseline" in page(senco, "/school/tray/?to_do=baseline")
    assert "Nothing matches." in page(senco, "/school/tray/?to_do=review")
    backwards = page(senco, "/school/tray/?sort=-act_by")
    assert backwards.index(child.reference) < backwards.index(late.reference)
