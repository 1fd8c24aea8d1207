"""A list costs as many queries with thirty rows as with three, and never more than fifteen."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.factories import assessment, family, plans, register, world

from sooner_service.attendance.models import AttendanceCount
from sooner_service.journal.models import Entry
from sooner_service.plans.models import Goal
from sooner_service.project import clock
from sooner_service.register.models import Child, Notice, Person, SchoolClass

pytestmark = pytest.mark.django_db

MOST, FEW, MANY = 15, 3, 30
A_FEW_ROWS = 1000  # characters
SEPTEMBER = date(2026, 9, 7)
Grow = Callable[[family.Family, int], None]


@pytest.fixture(autouse=True)
def _frozen(monkeypatch):
    monkeypatch.setattr(clock, "now", lambda: register.NOW)


@pytest.fixture
def own():
    """One school, one council, one advice service, one family."""
    return family.family()


def pupil(own: family.Family) -> Child:
    """A child with everything that a list of a school says something about."""
    child = register.child(own.school, SchoolClass.objects.get(setting=own.school), tier=1)
    concern = assessment.concern(child, noted_on=SEPTEMBER)
    support = plans.provision(child)
    assessment.chosen_support(concern, support)
    plans.session(support, date(2026, 9, 15))
    plans.session(support, date(2026, 9, 17), "cancelled")
    assessment.baseline(child, concern=concern)
    AttendanceCount.objects.create(child=child, setting=own.school, half_term="2026-27 1", starts_on=date(2026, 9, 1), counts={"/": 30, "I": 4})
    _with_goal(child)
    return child


def _with_goal(child: Child) -> Goal:
    goal = plans.goal(child)
    for week, value in enumerate((21, 22, 23), start=1):
        plans.score(goal, SEPTEMBER + timedelta(weeks=week), value)
    assessment.move(child, goal=goal, decided_on=date(2026, 9, 28))
    return goal


def pupils(own: family.Family, number: int) -> None:
    """More children of the school, each with everything."""
    for _ in range(number):
        pupil(own)


def letters(own: family.Family, number: int) -> None:
    """More letters to post, each to another family."""
    for _ in range(number):
        child = pupil(own)
        notice(child, register.adult(child).person, channel="paper", sent_at=None)


def cases(own: family.Family, number: int) -> None:
    """More EHC cases of the council, late for their decision, each with a family that waits for a letter."""
    for _ in range(number):
        child = register.child(own.school)
        register.access(child, own.area, "case_authority")
        case = world.case_of(child, received_on=date(2026, 10, 5))
        notice(child, register.adult(child).person, channel="paper", sent_at=None, reference=case.reference)


def families(own: family.Family, number: int) -> None:
    """More families that asked the advice service for help."""
    for _ in range(number):
        child = register.child(own.school)
        register.access(child, own.advice, "granted")
        world.case_of(child)
        register.adult(child)


def to_sign(own: family.Family, number: int) -> None:
    """More baselines that the area service was asked to sign."""
    service = specialist(own).roles.get().organisation
    for _ in range(number):
        child = register.child(own.school)
        register.access(child, service, "allocated")
        assessment.baseline(child, status="with_area", asked_area=service, asked_area_at=register.NOW, sign_by=date(2026, 11, 26))


def messages(own: family.Family, number: int) -> None:
    """More messages to one parent."""
    for _ in range(number):
        notice(own.child, own.parent)


def looks(own: family.Family, number: int) -> None:
    """More looks at one child, each by another person on another day."""
    for days in range(number):
        held = register.role("class_teacher", own.school)
        Entry.objects.create(
            at=register.NOW - timedelta(days=days), kind=Entry.Kind.OPENED, name="child.see", person_id=held.person_id, role=held.role,
            organisation_id=own.school.pk, organisation_name=own.school.name, child_id=own.child.pk, record="child",
        )  # fmt: skip


def notice(child: Child, who: Person, **fields: object) -> Notice:
    """A message, by e-mail and sent unless told otherwise."""
    given = {
        "channel": "email", "step": "concern_acknowledged", "reference": child.reference, "subject": "Somebody has answered", "body": "Sign in to read it.",
        "at": register.NOW, "sent_at": register.NOW,
    }  # fmt: skip
    return Notice.objects.create(child=child, recipient=who, **{**given, **fields})


def staff(role: str, own: family.Family) -> Person:
    """Somebody of the school or the council, in the class where the role needs one."""
    at = own.area if role in {"ehc_co_ordinator", "send_manager"} else own.school
    classes = [SchoolClass.objects.get(setting=own.school)] if role == "class_teacher" else []
    return register.role(role, at, register.person(is_staff_account=True), classes).person


def specialist(own: family.Family) -> Person:
    """The one specialist of the area."""
    known = Person.objects.filter(roles__role="specialist").first()
    return known or register.role("specialist", register.organisation("specialist_service", authority=own.area, phase="all")).person


LISTS: dict[str, tuple[str, str, Grow]] = {
    "work tray of a SENCO": ("senco", "/school/tray/", letters),
    "children of a setting": ("senco", "/school/children/", pupils),
    "own class": ("class_teacher", "/school/class/", pupils),
    "today's sessions": ("class_teacher", "/school/sessions/", pupils),
    "scores of a class": ("class_teacher", "/school/scores/", pupils),
    "decision meeting": ("senco", "/school/decisions/?within=28", pupils),
    "overview of a setting": ("headteacher", "/school/overview/", pupils),
    "letters of a setting": ("school_administrator", "/school/letters/", letters),
    "work tray of a co-ordinator": ("ehc_co_ordinator", "/authority/tray/?whose=all", cases),
    "cases of an authority": ("ehc_co_ordinator", "/authority/cases/", cases),
    "letters of an authority": ("ehc_co_ordinator", "/authority/letters/", cases),
    "timeliness": ("send_manager", "/authority/timeliness/", cases),
    "families of an adviser": ("sendiass_adviser", "/adviser/families/", families),
    "work tray of a specialist": ("specialist", "/specialist/tray/", to_sign),
    "messages of a parent": ("parent", "/family/messages/", messages),
    "who has looked": ("parent", "/family/{child}/looked/", looks),
}


@pytest.mark.parametrize("name", LISTS)
def test_thirty_rows_cost_no_more_queries_than_three(name, own):
    role, place, grow = LISTS[name]
    known = {"parent": lambda: own.parent, "sendiass_adviser": lambda: own.adviser, "specialist": lambda: specialist(own)}
    browser = family.signed_in(known.get(role, lambda: staff(role, own))())
    address = place.format(child=own.child.reference)
    grow(own, FEW)
    few = queries(browser, address)
    page_of_few = len(browser.get(address).content)
    grow(own, MANY - FEW)
    many = queries(browser, address)
    assert many == few, f"{address}: {few} queries for {FEW} rows and {many} for {MANY}"
    assert many <= MOST, address
    if name not in WITHOUT_ROWS:
        assert len(browser.get(address).content) > page_of_few + A_FEW_ROWS, f"{address} shows no more with {MANY} rows: it was not the list that was counted"


# These add up what they read; the number of rows does not show on the page.
WITHOUT_ROWS = {"overview of a setting", "timeliness"}


def queries(browser: object, address: str) -> int:
    """How many queries one look at a warm page costs."""
    assert browser.get(address).status_code == 200
    with CaptureQueriesContext(connection) as caught:
        browser.get(address)
    return sum("SAVEPOINT" not in each["sql"] for each in caught.captured_queries)
