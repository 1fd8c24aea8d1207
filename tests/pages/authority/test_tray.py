"""The tray and the list: overdue first, filters, search, sorting, pages, empty, and queries that do not grow."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import ehc, register

from sooner_service.ehc.actions.holders import assign
from sooner_service.journal.models import Entry


def references(answer) -> list[str]:
    return re.findall(r'href="/authority/cases/(EHC-[A-Z0-9]+)/"', answer.content.decode())


@pytest.fixture
def three(area):
    return [ehc.case(ehc.child_with_parent(area), received_on=day) for day in (date(2026, 11, 20), date(2026, 9, 1), date(2026, 10, 20))]


def test_overdue_cases_come_first(officer, three) -> None:
    answer = officer.get("/authority/tray/?whose=all")
    assert references(answer) == [three[1].reference, three[2].reference, three[0].reference]
    assert "Late by 42 days" in answer.content.decode()


def test_a_co_ordinators_tray_begins_with_their_own_cases(area, three, sign_in) -> None:
    held = register.role("ehc_co_ordinator", area)
    assign(viewer=ehc.authority_viewer(area, "send_manager"), case=three[0], holder=held)
    client = sign_in("ehc_co_ordinator", area, None)
    client.force_login(held.person)
    assert references(client.get("/authority/tray/")) == [three[0].reference]


@pytest.mark.parametrize(("query", "places"), [("timing=late", [1]), ("timing=soon", [2]), ("timing=later", [0]), ("sort=-received", [0, 2, 1])])
def test_filters_and_sorting_stand_in_the_address(officer, three, query, places) -> None:
    assert references(officer.get(f"/authority/tray/?whose=all&{query}")) == [three[place].reference for place in places]


def test_search_finds_a_reference_or_a_name_and_says_when_nothing_fits(officer, three) -> None:
    assert references(officer.get(f"/authority/cases/?search={three[2].reference}")) == [three[2].reference]
    assert references(officer.get(f"/authority/cases/?search={three[0].child.family_name}")) == [three[0].reference]
    assert "No case fits" in officer.get("/authority/cases/?search=zzz").content.decode()


def test_the_list_shows_initials_and_not_names(officer, three) -> None:
    page = officer.get("/authority/cases/").content.decode()
    assert three[0].child.family_name not in page
    assert three[0].child.initials in page


def test_an_empty_tray_says_how_it_fills(officer) -> None:
    assert "Nothing needs you now" in officer.get("/authority/tray/").content.decode()


def test_queries_do_not_grow_with_rows_and_the_list_is_one_entry(officer, area) -> None:
    for address in ("/authority/tray/?whose=all", "/authority/cases/", "/authority/letters/"):
        ehc.case(ehc.child_with_parent(area))
        few = queries(officer, address)
        for _ in range(6):
            ehc.case(ehc.child_with_parent(area))
        before = Entry.objects.count()
        many = queries(officer, address)
        assert many <= few <= 15, address
        assert Entry.objects.count() == before + 2, "one entry for each of the two looks"


def queries(client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as caught:
        client.get(address)
    return sum(1 for each in caught.captured_queries if "SAVEPOINT" not in each["sql"])
