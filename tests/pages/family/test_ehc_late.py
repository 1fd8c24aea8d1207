"""A parent sees what to do about a missed date; nobody else's case."""

from datetime import date

from django.test import Client
from tests.factories import ehc, register


def parent_of(child) -> Client:
    client = Client()
    client.force_login(child.adults.first().person)
    return client


def test_a_parent_sees_each_missed_date_with_steps_and_a_letter() -> None:
    case = ehc.case(ehc.child_with_parent(register.authority()), received_on=date(2026, 10, 5))
    address = f"/family/{case.child.reference}/ehc/"
    assert "ehc/late/" in parent_of(case.child).get(address).content.decode()
    page = parent_of(case.child).get(address + "late/").content.decode()
    assert page.count("<h1") == 1
    assert "Ombudsman" in page and case.reference in page


def test_without_a_late_date_the_page_says_so_and_strangers_find_nothing() -> None:
    case = ehc.case(ehc.child_with_parent(register.authority()), received_on=date(2026, 11, 20))
    other = ehc.child_with_parent(register.authority())
    address = f"/family/{case.child.reference}/ehc/late/"
    assert "No date in this case is late today" in parent_of(case.child).get(address).content.decode()
    assert parent_of(other).get(address).status_code == 404
    assert Client().get(address).status_code == 302
