"""The adviser's families: only while the family's grant lasts, only to read; and sealed notes that nobody else opens."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.factories import assessment, plans
from tests.factories import register as make
from tests.factories.family import Family, case, family, main_of, signed_in, supported

from sooner_service.advice.models import CaseNote, Grant
from sooner_service.journal.models import Entry
from sooner_service.register.models import Draft

PASSPHRASE = "four unusual quiet words"
SECRET = "The mother fears a tribunal about transport"
TABS = ("", "support/", "plan/", "progress/", "ehc/", "views/", "notes/")


@pytest.fixture
def home() -> Family:
    made = family()
    make.access(made.child, made.advice, "granted")
    return made


def there(home: Family) -> str:
    return f"/adviser/families/{home.child.reference}/"


def opened(home: Family) -> Client:
    """The adviser's browser with the service's notes open."""
    client = signed_in(home.adviser)
    client.post("/adviser/notes/passphrase/", {"passphrase": PASSPHRASE, "again": PASSPHRASE})
    client.post("/adviser/notes/open/", {"passphrase": PASSPHRASE})
    return client


def noted(home: Family) -> Client:
    client = opened(home)
    client.post(f"{there(home)}notes/write/", {"theme": "placement", "words": SECRET, "token": "note"})
    return client


def test_the_list_shows_only_families_that_opened_their_record(home):
    other = family()
    page = main_of(signed_in(home.adviser).get("/adviser/families/"))
    assert home.child.full_name in page
    assert other.child.full_name not in page
    assert Entry.objects.filter(kind="listed", role="sendiass_adviser").count() == 1


def test_queries_of_the_list_do_not_grow(home):
    client = signed_in(home.adviser)
    client.get("/adviser/families/")
    with CaptureQueriesContext(connection) as one:
        client.get("/adviser/families/")
    for _ in range(5):
        make.access(make.child(home.school), home.advice, "granted")
    with CaptureQueriesContext(connection) as six:
        client.get("/adviser/families/")
    assert len(six) == len(one) <= 15, "\n".join(query["sql"][:110] for query in six)


def test_the_list_is_searched_and_says_when_nothing_fits(home):
    client = signed_in(home.adviser)
    assert home.child.full_name in main_of(client.get(f"/adviser/families/?search={home.child.family_name}"))
    assert "No family matches" in main_of(client.get("/adviser/families/?search=Nobody"))


@pytest.mark.parametrize("tab", TABS)
def test_each_tab_opens_full_and_empty_with_one_heading(home, tab):
    client = signed_in(home.adviser)
    empty = client.get(f"{there(home)}{tab}")
    supported(home), plans.plan(home.child, status="final"), case(home)
    full = client.get(f"{there(home)}{tab}")
    for answer in (empty, full):
        assert answer.status_code == 200
        assert main_of(answer).count("<h1") == 1


@pytest.mark.parametrize("tab", TABS)
def test_without_a_grant_nothing_is_there(home, tab):
    assert signed_in(home.adviser).get(f"/adviser/families/{family().child.reference}/{tab}").status_code == 404


@pytest.mark.parametrize("tab", TABS)
def test_when_the_family_closes_the_record_it_is_closed(home, tab):
    home.child.access.update(until=make.TODAY)
    assert signed_in(home.adviser).get(f"{there(home)}{tab}").status_code == 404


def test_a_draft_plan_is_not_the_advisers_to_read(home):
    plans.plan(home.child)
    assert "Reading aloud" not in main_of(signed_in(home.adviser).get(f"{there(home)}plan/"))


def test_the_childs_own_words_are_not_the_advisers_to_read(home):
    assessment.view(home.child, words="Mornings are hard", given_by=home.parent)
    assessment.view(home.child, speaker="child", words="I like the quiet room", readers=["staff", "family", "authority"])
    page = main_of(signed_in(home.adviser).get(f"{there(home)}views/"))
    assert "Mornings are hard" in page
    assert "quiet room" not in page


def test_nothing_in_the_record_can_be_changed_by_the_adviser(home):
    plans.plan(home.child, status="shared")
    client = signed_in(home.adviser)
    for address in (f"{home.here}plan/lines/line-1/", f"{home.here}access/give/", f"{home.here}ehc/ask/check/"):
        assert client.post(address, {"agrees": "yes", "token": "x"}).status_code in {403, 404}


def test_a_note_is_written_and_read_with_the_passphrase(home):
    page = main_of(noted(home).get(f"{there(home)}notes/"))
    assert SECRET in page
    assert "School or placement" in page
    assert Entry.objects.filter(name="case_note.write").count() == 1


def test_without_the_passphrase_a_note_is_only_known_to_be_there(home):
    noted(home)
    page = main_of(signed_in(home.adviser).get(f"{there(home)}notes/"))
    assert SECRET not in page
    assert "Sealed. Open the notes to read it." in page


def test_the_key_travels_in_a_cookie_no_script_can_read_that_ends_with_the_browser(home):
    cookie = opened(home).cookies["advice_notes"]
    assert cookie["httponly"]
    assert cookie["path"] == "/adviser/"
    assert cookie["samesite"] == "Strict"
    assert not cookie["expires"] and not cookie["max-age"]


def test_a_stolen_cookie_opens_nothing_for_anybody_else(home):
    stolen = noted(home).cookies["advice_notes"].value
    colleague = make.role("sendiass_adviser", home.advice, make.person(is_staff_account=True)).person
    client = signed_in(colleague)
    client.cookies["advice_notes"] = stolen
    assert SECRET not in main_of(client.get(f"{there(home)}notes/"))


def test_closing_the_notes_closes_them(home):
    client = noted(home)
    client.post("/adviser/notes/close/")
    assert SECRET not in main_of(client.get(f"{there(home)}notes/"))


def test_a_wrong_passphrase_is_said_plainly_and_tries_are_limited(home):
    client = opened(home)
    for _ in range(9):
        page = client.post("/adviser/notes/open/", {"passphrase": "not the right words"})
    assert "does not open the notes" in main_of(page)
    assert client.post("/adviser/notes/open/", {"passphrase": "not the right words"}).status_code == 429


def test_two_different_passphrases_are_not_taken(home):
    page = signed_in(home.adviser).post("/adviser/notes/passphrase/", {"passphrase": PASSPHRASE, "again": "something else here"})
    assert "The two passphrases differ" in main_of(page)


@pytest.mark.parametrize("role", ["ehc_co_ordinator", "send_manager", "data_officer", "authority_administrator"])
def test_the_authority_never_reads_a_note(home, role):
    noted(home)
    make.access(home.child, home.area, "case_authority")
    client = signed_in(make.role(role, home.area, make.person(is_staff_account=True)).person)
    for address in (f"{there(home)}notes/", f"{there(home)}notes/write/", "/adviser/notes/open/", "/adviser/families/"):
        assert client.get(address).status_code in {403, 404}


def test_neither_the_database_nor_the_journal_holds_the_words(home):
    noted(home)
    assert SECRET not in str(list(CaseNote.objects.values()))
    assert SECRET not in str(list(Entry.objects.values()))
    assert PASSPHRASE not in str(list(Entry.objects.values()))


def test_a_lost_session_keeps_neither_a_note_nor_a_passphrase_anywhere(home):
    client = opened(home)
    client.logout()
    client.post(f"{there(home)}notes/write/", {"theme": "placement", "words": SECRET})
    client.post("/adviser/notes/open/", {"passphrase": PASSPHRASE})
    assert not Draft.objects.exists()
    assert not CaseNote.objects.exists()


def test_another_advice_service_reads_no_note_of_this_one(home):
    noted(home)
    other = make.organisation("advice_service", phase="")
    make.access(home.child, other, "granted")
    client = signed_in(make.role("sendiass_adviser", other, make.person(is_staff_account=True)).person)
    page = main_of(client.get(f"{there(home)}notes/"))
    assert "There is no note about this family yet" in page


def test_the_manager_sees_themes_counted_and_no_family(home):
    noted(home)
    manager = make.role("advice_manager", home.advice, make.person(is_staff_account=True)).person
    page = main_of(signed_in(manager).get("/adviser/families/"))
    assert "School or placement: 1" in page
    assert home.child.full_name not in page
    assert signed_in(manager).get("/adviser/staff/").status_code == 200


def test_a_visitor_is_asked_to_sign_in():
    assert Client().get("/adviser/families/").headers["Location"].startswith("/sign-in/")


def test_a_grant_given_on_the_familys_page_reaches_the_adviser():
    home = family()
    signed_in(home.parent).post(f"{home.here}access/give/", {"service": str(home.advice.pk)})
    assert Grant.objects.count() == 1
    assert signed_in(home.adviser).get(there(home)).status_code == 200
