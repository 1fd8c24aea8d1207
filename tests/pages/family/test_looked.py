"""Who has looked: role, organisation, day and part; never family members, never what a named decision withheld."""

from datetime import timedelta

from tests.factories import register as make
from tests.factories.family import case, family, main_of, signed_in, young_person

from sooner_service.ehc.actions.export import export_case
from sooner_service.journal.models import Entry
from sooner_service.journal.queries import looks_at


def look(home, days: int = 0, **fields: object) -> Entry:
    """Somebody at the school opened a part of the record, so many days ago."""
    given = {
        "kind": "opened", "name": "plan.see", "record": "plan", "role": "class_teacher", "organisation_id": home.school.pk,
        "organisation_name": home.school.name,
    }  # fmt: skip
    entry = Entry(at=make.NOW - timedelta(days=days), child_id=home.child.pk, **{**given, **fields})
    entry.save()
    return entry


def test_looks_are_grouped_by_day_with_role_place_and_part():
    home = family()
    look(home), look(home), look(home, days=3, record="progress")
    page = main_of(signed_in(home.parent).get(f"{home.here}looked/"))
    assert "Class teacher, Larkfield Primary School: The support plan, 2 times" in page
    assert page.index("24 November 2026") < page.index("21 November 2026")


def test_other_members_of_the_family_are_never_shown():
    home = family()
    other = make.person()
    make.adult(home.child, other, relation="Father")
    signed_in(other).get(home.here)
    signed_in(home.parent).get(home.here)
    assert "Parent or carer" not in main_of(signed_in(home.parent).get(f"{home.here}looked/"))
    person = young_person(home)
    assert "Parent or carer" not in main_of(signed_in(person).get(f"{home.here}looked/"))


def test_a_read_withheld_by_a_named_decision_is_not_shown():
    home = family()
    look(home, is_withheld=True, role="headteacher")
    assert "Headteacher" not in main_of(signed_in(home.parent).get(f"{home.here}looked/"))


def test_where_the_school_is_closed_to_an_adult_its_name_is_too():
    home = family()
    look(home), look(home, role="ehc_co_ordinator", organisation_id=home.area.pk, organisation_name=home.area.name)
    home.parent.children.update(may_see_setting=False)
    page = main_of(signed_in(home.parent).get(f"{home.here}looked/"))
    assert "Larkfield" not in page
    assert "The school or other setting" in page
    assert "Wolds council" in page


def test_many_looks_are_paginated():
    home = family()
    for day in range(70):
        look(home, days=day)
    client = signed_in(home.parent)
    first, second = client.get(f"{home.here}looked/"), client.get(f"{home.here}looked/?page=2")
    assert "24 November 2026" in main_of(first)
    assert "24 November 2026" not in main_of(second)
    assert "Next" in main_of(first)


def test_lists_and_actions_are_not_counted_as_opening_a_record():
    home = family()
    look(home, kind="action", name="plan.edit"), look(home, kind="listed")
    assert not looks_at(child_id=home.child.pk, leaving_out_roles=("parent",)).exists()


def test_a_copy_taken_of_the_case_is_shown_as_one():
    home = family()
    officer = make.viewer(make.role("send_manager", home.area))
    export_case(viewer=officer, case=case(home), purpose="A complaint", form="json")
    page = main_of(signed_in(home.parent).get(f"{home.here}looked/"))
    assert "SEND manager, Wolds council: The EHC case (a copy was taken)" in page
