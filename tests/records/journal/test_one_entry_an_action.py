"""Each action leaves one entry in the journal, which holds ids and codes and never what somebody wrote about a child."""

import ast
import json
import re
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.factories import ehc
from tests.factories import register as make
from tests.factories.family import Family, family

import sooner_service
from sooner_service.ehc.actions.family import give_family_advice
from sooner_service.ehc.actions.steps import ask_for_advice
from sooner_service.journal.models import Entry
from sooner_service.register.actions.exports import make_export
from sooner_service.register.actions.letters import mark_told
from sooner_service.register.actions.organisations import NewOrganisation, add_class, add_organisation, add_term
from sooner_service.register.actions.roll import NewAdult, NewChild, link_adult, register_child
from sooner_service.register.models import Notice

pytestmark = pytest.mark.django_db
SERVICE, TESTS = Path(sooner_service.__file__).parent, Path(__file__).resolve().parents[2]
THROUGH_OTHERS = {"step"}
"""Used by other actions, which are covered themselves."""
WORDS = "Quillfeather"


def actions() -> Iterator[str]:
    """Every function that keeps an entry by itself."""
    for module in (*SERVICE.glob("*/actions/*.py"), *SERVICE.glob("*/actions.py")):
        for part in ast.parse(module.read_text()).body:
            if isinstance(part, ast.FunctionDef) and not part.name.startswith("_") and "with acting" in ast.unparse(part):
                yield part.name


def test_every_action_is_called_by_a_records_test_that_reads_the_journal():
    counting = [text for text in (each.read_text() for each in (TESTS / "records").rglob("test_*.py")) if "Entry.objects" in text]
    forgotten = {name for name in actions() if not any(re.search(rf"\b{name}\(", text) for text in counting)}
    assert forgotten - THROUGH_OTHERS == set()


def test_no_action_opens_two_entries():
    for module in (*SERVICE.glob("*/actions/*.py"), *SERVICE.glob("*/actions.py")):
        for part in ast.parse(module.read_text()).body:
            if isinstance(part, ast.FunctionDef):
                assert ast.unparse(part).count("with acting") <= 1, f"{module.name}: {part.name}"


@pytest.fixture
def home() -> Family:
    return family()


def entry_of(name: str) -> Entry:
    """The one entry there is, which says nothing that somebody wrote."""
    entry = Entry.objects.get()
    assert entry.name == name
    assert WORDS not in json.dumps(entry.details)
    return entry


def at(home: Family, role: str):
    """Somebody in a role at the school."""
    return make.viewer(make.role(role, home.school))


def test_a_child_comes_on_roll(home):
    new = NewChild(WORDS, WORDS, WORDS, date(2019, 1, 2), "English", home.child.school_class)
    made = register_child(viewer=at(home, "school_administrator"), new=new)
    assert entry_of("roll.register").child_id == made.pk


def test_an_adult_is_linked(home):
    new = NewAdult(name=WORDS, relation=WORDS, checked_how=WORDS, is_restricted=True, restriction_reason=WORDS, home_address=WORDS)
    link_adult(viewer=at(home, "senco"), child=home.child, new=new)
    assert entry_of("adult_link.add").details == {"rights": [], "is_restricted": True}


def test_a_letter_is_posted(home):
    letter = Notice.objects.create(
        child=home.child, recipient=home.parent, channel="paper", step="plan_final", reference=home.child.reference, subject=WORDS,
        body=WORDS, at=make.NOW,
    )  # fmt: skip
    mark_told(viewer=at(home, "senco"), letter=letter)
    assert entry_of("letter.send").child_id == home.child.pk


def test_an_organisation_a_class_and_a_half_term_are_added(home):
    officer = make.viewer(make.role("authority_administrator", home.area))
    add_organisation(viewer=officer, new=NewOrganisation("school", WORDS, WORDS, "first@school.example"))
    head, start = at(home, "headteacher"), date(2027, 1, 4)
    add_class(viewer=head, name=WORDS, year_group=3)
    add_term(viewer=head, name=WORDS, first_day=start, last_day=start + timedelta(days=39))
    assert sorted(Entry.objects.values_list("name", flat=True)) == ["organisation.add", "school_year.set", "school_year.set"]
    assert WORDS not in json.dumps(list(Entry.objects.values_list("details", flat=True)))


def test_data_are_taken_out_with_the_reason_as_the_purpose(home):
    make_export(viewer=at(home, "senco"), what="register", purpose="review", why="Asked by governors", rows=3, with_names=False)
    assert entry_of("export.make").purpose == "review: Asked by governors"


def test_advice_is_asked_for_and_given_by_the_family(home):
    officer = ehc.authority_viewer(home.area)
    case = ehc.assessing(ehc.case(home.child), officer)
    before = Entry.objects.count()
    asked = ask_for_advice(viewer=officer, case=case, body="family", organisation=None, question=WORDS)
    give_family_advice(viewer=home.viewer, request=asked, answer=WORDS)
    assert Entry.objects.count() == before + 2
    assert WORDS not in json.dumps(list(Entry.objects.values_list("details", flat=True)))
