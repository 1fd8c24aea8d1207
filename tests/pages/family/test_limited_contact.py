"""An adult with limited or restricted contact sees only what was opened, right by right (Safety 1)."""

import pytest
from tests.factories import plans
from tests.factories import register as make
from tests.factories.family import Family, case, family, signed_in, supported

RIGHTS = {
    "may_see_setting": "Larkfield Primary School",
    "may_see_timetable": "Reading group",
    "may_see_staff_names": "Petra Quill",
    "may_see_address": "4 Invented Lane",
    "may_message": "Read your messages",
}
CLOSED = dict.fromkeys(RIGHTS, False)
OTHER_PAGES = ("support/", "plan/", "progress/", "baseline/", "views/", "ehc/", "ehc/ask/", "looked/", "access/", "pulse/", "sharing/")


@pytest.fixture
def home() -> Family:
    made = family()
    supported(made)
    plans.plan(made.child, status="shared")
    case(made)
    make.role("class_teacher", made.school, make.person(name="Petra Quill"), [made.child.school_class])
    made.parent.children.update(lives_with_child=True, home_address="4 Invented Lane")
    return made


def restricted(home: Family, **opened: bool):
    """An adult with responsibility whose contact is restricted, with these rights opened."""
    who = make.person()
    make.adult(home.child, who, is_restricted=True, restriction_reason="An order", **{**CLOSED, **opened})
    return signed_in(who)


def test_with_nothing_opened_there_is_no_page_and_no_child_on_the_home(home):
    client = restricted(home)
    assert client.get(home.here).status_code == 403
    assert "Maya" not in client.get("/family/").content.decode()


@pytest.mark.parametrize("right", RIGHTS)
def test_each_right_opens_its_own_part_and_no_other(home, right):
    page = restricted(home, **{right: True}).get(home.here).content.decode()
    for name, words in RIGHTS.items():
        assert (words in page) == (name == right), f"{words} with only {right} opened"


def test_a_name_of_staff_stays_off_the_timetable_unless_names_are_open(home):
    page = restricted(home, may_see_timetable=True).get(home.here).content.decode()
    assert "Teaching assistant" not in page
    both = restricted(home, may_see_timetable=True, may_see_staff_names=True).get(home.here).content.decode()
    assert "with Teaching assistant" in both


def test_the_restriction_itself_is_not_explained_on_any_page(home):
    client = restricted(home, may_see_setting=True)
    assert "An order" not in client.get(f"{home.here}me/").content.decode()
    assert "An order" not in client.get(home.here).content.decode()


@pytest.mark.parametrize("address", OTHER_PAGES)
def test_every_other_page_is_closed_even_with_every_right(home, address):
    client = restricted(home, **dict.fromkeys(RIGHTS, True))
    assert client.get(f"{home.here}{address}").status_code == 403


def test_an_adult_without_responsibility_is_limited_too(home):
    who = make.person()
    make.adult(home.child, who, relation="Grandfather", has_parental_responsibility=False, **{**CLOSED, "may_see_setting": True})
    page = signed_in(who).get(home.here).content.decode()
    assert "Larkfield Primary School" in page
    assert "Reading group" not in page


def test_a_parent_with_responsibility_gets_only_the_details_that_are_open(home):
    home.parent.children.update(**CLOSED)
    client = signed_in(home.parent)
    first, support, sessions = (client.get(f"{home.here}{address}").content.decode() for address in ("", "support/", "support/1/"))
    for page in (first, support, sessions):
        assert "Larkfield" not in page
        assert "01632 960 200" not in page
        assert "Amara Okafor" not in page
    assert "Teaching assistant" not in support
    assert "Teaching assistant" not in client.get(f"{home.here}plan/").content.decode()


def test_messages_close_with_the_right_to_them(home):
    from_before = make.person()
    link = make.adult(home.child, from_before, **{**CLOSED, "may_message": True, "is_restricted": True})
    client = signed_in(from_before)
    assert client.get("/family/messages/").status_code == 200
    home.child.notices.create(recipient=from_before, channel="email", step="x", reference="SNR-1", subject="Something new", body="Look", at=make.NOW)
    assert "Something new" in client.get("/family/messages/").content.decode()
    type(link).objects.filter(pk=link.pk).update(may_message=False)
    assert "Something new" not in client.get("/family/messages/").content.decode()


def test_what_is_closed_says_so_in_a_family_s_words_and_leads_to_the_right_to_ask(home):
    client = restricted(home, may_message=True)
    page = client.get(f"{home.here}ehc/ask/").content.decode()
    assert "This part is not open to you." in page and "/request-ehc/" in page
    assert "where you work" not in page and "is not a role" not in page
    assert "/request-ehc/" in client.get(home.here).content.decode()
