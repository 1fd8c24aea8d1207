"""Every address of the service, as every role, for own and for foreign records: generated from the list of addresses.

What should happen is read from the permission table's own rows, so that a page that forgets its guard fails here.
"""

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from django.db import transaction
from django.test import Client
from tests.factories import register as make
from tests.factories.world import World, world

from sooner_service.journal.models import Entry
from sooner_service.pages.framework import ROLES_OF_AUDIENCE, Address
from sooner_service.project import clock
from sooner_service.project.urls import AUDIENCES
from sooner_service.project.viewing import NAVIGATION

TABLE = Path(__file__).resolve().parents[3] / "src" / "sooner_service" / "register" / "permissions.csv"
EVERY = [(audience, prefix, address) for audience, (prefix, addresses) in AUDIENCES.items() for address in addresses]
GUARDED = [each for each in EVERY if each[2].scope != "public"]
OF_CHILDREN = [each for each in GUARDED if each[2].scope in {"child", "case"}]
RELATIONSHIP = {
    "class_teacher": {"own_class", "own_setting"}, "teaching_assistant": {"own_class", "own_setting"}, "senco": {"own_setting"},
    "headteacher": {"own_setting"}, "governor": {"own_setting"}, "school_administrator": {"own_setting"},
    "specialist": {"allocated"}, "service_manager": {"allocated"}, "ehc_co_ordinator": {"case_authority", "own_organisation"},
    "send_manager": {"case_authority", "own_organisation"}, "data_officer": {"case_authority", "own_organisation"},
    "authority_administrator": {"case_authority", "own_organisation"}, "sendiass_adviser": {"granted"}, "advice_manager": {"granted"},
    "parent": {"parental_responsibility"}, "young_person": {"self"},
}  # fmt: skip
ALLOWED = {200, 302}

pytestmark = pytest.mark.django_db


def rows() -> set[tuple[str, str, str, str]]:
    """The table's single combinations, read without the service's own reader."""
    found = set()
    for row in csv.DictReader(TABLE.read_text().splitlines()):
        for role in row["roles"].split("|"):
            for relationship in row["relationships"].split("|"):
                found.update((role, relationship, row["record"], action) for action in row["actions"].split("|"))
    return found


ROWS = rows()


def named(each: tuple[str, str, Address]) -> str:
    return f"{each[0]}:{each[2].name}"


def at(prefix: str, address: Address, *, child: str = "", case: str = "") -> str:
    """The address filled in; what is neither child nor case gets something that does not exist."""
    filled = address.path.replace("<str:child>", child).replace("<str:case>", case)
    filled = re.sub(r"<int:\w+>", "999999", filled)
    return "/" + prefix + re.sub(r"<\w+:\w+>", "no-such-thing", filled)


@cache
def signed_in(person) -> Client:
    client = Client()
    client.force_login(person)
    session = client.session
    session["signed_in_as_invented"] = True
    session.save()
    return client


@pytest.fixture(scope="module")
def here(django_db_setup, django_db_blocker) -> Iterator[World]:
    """One world for all addresses, with everybody signed in once: looking changes nothing but the journal."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(clock, "now", lambda: make.NOW)
        made = world()
        for person in (*made.people.values(), *made.traps.values()):
            signed_in(person)
        yield made
        signed_in.cache_clear()
        transaction.set_rollback(True)


def is_allowed(role: str, address: Address, audience: str) -> bool:
    """Whether the page is the role's, and the table lets it do what the address needs through any relationship to its own records."""
    if role not in ROLES_OF_AUDIENCE.get(audience, {role}):
        return False
    through = {"own_organisation"} if address.scope == "organisation" else RELATIONSHIP[role]
    if address.scope == "child":
        through = through - {"own_organisation"}
    if address.scope == "case" and role not in {"ehc_co_ordinator", "send_manager"}:
        through = through - {"own_organisation"}
        return (any((role, each, "ehc_case", "see") in ROWS for each in through)
                and any((role, each, address.record, address.action) in ROWS for each in through))  # fmt: skip
    if address.scope == "case":
        through = {"own_organisation"}
    return any((role, each, address.record, address.action) in ROWS for each in through)


@pytest.mark.parametrize("each", GUARDED, ids=named)
def test_a_visitor_is_asked_to_sign_in(each, here):
    _, prefix, address = each
    answer = Client().get(at(prefix, address, child=here.foreign.reference, case=here.foreign_case.reference))
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/sign-in/")


@pytest.mark.parametrize("each", GUARDED, ids=named)
def test_each_role_reaches_its_own_records_only_as_the_table_says(each, here):
    audience, prefix, address = each
    for role, person in here.people.items():
        client = signed_in(person)
        answer = client.get(at(prefix, address, child=here.own[role].reference, case=here.own_case[role].reference))
        if address.scope == "signed_in":
            assert answer.status_code in ALLOWED, f"{role} got {answer.status_code}"
        elif address.scope == "family":
            expected = ALLOWED if role in {"parent", "young_person"} else {403}
            assert answer.status_code in expected, f"{role} got {answer.status_code}"
        elif not is_allowed(role, address, audience):
            assert answer.status_code in {403, 404}, f"{role} got {answer.status_code} and may not {address.action} {address.record}"
        else:  # a page of another audience may be stricter than the table, never looser
            has_more = len(re.findall(r"<\w+:\w+>", address.path)) > (1 if address.scope in {"child", "case"} else 0)
            stricter = set() if NAVIGATION[role][0][1].startswith(f"/{prefix}") else {403, 404}
            assert answer.status_code in ALLOWED | stricter | ({404} if has_more else set()), f"{role} got {answer.status_code}"


@pytest.mark.parametrize("each", OF_CHILDREN, ids=named)
def test_nobody_reaches_a_foreign_child(each, here):
    _, prefix, address = each
    for role, person in here.people.items():
        answer = signed_in(person).get(at(prefix, address, child=here.foreign.reference, case=here.foreign_case.reference))
        assert answer.status_code == 404, f"{role} got {answer.status_code}"


@pytest.mark.parametrize("each", OF_CHILDREN, ids=named)
def test_the_named_traps_stay_shut(each, here):
    _, prefix, address = each
    for words, person in here.traps.items():
        client = signed_in(person)
        for role in ("parent", "sendiass_adviser"):
            answer = client.get(at(prefix, address, child=here.own[role].reference, case=here.own_case[role].reference))
            if words == "parent with restricted contact" and address.record in {"notice", "family_page"}:
                continue
            assert answer.status_code in {403, 404}, f"{words} got {answer.status_code} at {address.name}"
        grown = here.own["young_person"].reference
        if words == "parent past the day of own rights":
            answer = client.get(at(prefix, address, child=grown, case=here.own_case["young_person"].reference))
            assert answer.status_code in {403, 404}, f"{words} got {answer.status_code} at {address.name}"


def test_every_refused_page_is_kept_in_the_journal(here):
    before = Entry.objects.filter(kind="refused").count()
    signed_in(here.people["governor"]).get(f"/school/children/{here.foreign.reference}/")
    assert Entry.objects.filter(kind="refused").count() == before + 1
