"""The invented area has the same rows and journal entries however it is told, and the same hash for the same seed."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.apps import apps
from django.db import models, transaction

from sooner_service.journal.models import Entry
from sooner_service.project import content
from sooner_service.project.demonstration import area
from sooner_service.project.demonstration.made import all_models
from sooner_service.register.models import Child, Organisation

pytestmark = pytest.mark.django_db

TODAY = date(2026, 11, 25)
FIRST_SCHOOL = "Kestrel Lane Primary School"


class _Undo(Exception):
    """Raised to take a build back."""


def _lines(*, size: str, way: area.Way, seed: int = 1, scale: float = 1.0, today: date = TODAY) -> list[str]:
    """Every row of one build, which is taken back afterwards."""
    found: list[str] = []
    try:
        with transaction.atomic():
            area.build_scaled(size=size, seed=seed, today=today, scale=scale, way=way)
            found = [content.line_of(model, row) for model in content.kept_models() for row in content.rows_of(model)]
            raise _Undo
    except _Undo:
        return found


def test_a_school_told_through_the_actions_and_in_bulk_has_the_same_rows_and_journal():
    through_actions, in_bulk = _lines(size="tiny", way="actions"), _lines(size="tiny", way="bulk")
    different = [pair for pair in zip(through_actions, in_bulk, strict=False) if pair[0] != pair[1]]
    assert different[:3] == []
    assert len(through_actions) == len(in_bulk) > 5000


def test_the_same_seed_and_day_give_the_same_rows_and_another_seed_does_not():
    first, again = _lines(size="tiny", way="bulk"), _lines(size="tiny", way="bulk")
    assert first == again
    assert first != _lines(size="tiny", way="bulk", seed=2)


@pytest.mark.parametrize("today", [date(2026, 9, 1), date(2027, 1, 1), date(2027, 8, 31), date(2028, 2, 29)])
def test_the_area_can_be_built_on_any_day_of_the_year(today: date):
    assert _lines(size="tiny", way="bulk", today=today)


def test_the_first_school_is_the_same_in_a_larger_area():
    with transaction.atomic():
        area.build_scaled(size="tiny", seed=1, today=TODAY, scale=1.0, way="bulk")
        alone = list(_of_first_school())
        transaction.set_rollback(True)
    with transaction.atomic():
        area.build_scaled(size="small", seed=1, today=TODAY, scale=0.02, way="bulk")
        among_others = list(_of_first_school())
        transaction.set_rollback(True)
    assert alone == among_others
    assert len(alone) > 2000


def _of_first_school() -> Iterator[str]:
    """What is on record of the first school's children, without the numbers that rows happen to have."""
    school = Organisation.objects.get(name=FIRST_SCHOOL)
    references = dict(Child.objects.filter(setting=school).values_list("pk", "reference"))
    for model in all_models():
        if model is Child or "child" not in {field.name for field in model._meta.fields}:
            continue
        yield from sorted(_plain(row, references) for row in model._default_manager.filter(child__in=references).values())
    for entry in sorted(Entry.objects.filter(child_id__in=references).values_list("child_id", "at", "kind", "name", "role", "organisation_name", "record")):
        yield str((references[entry[0]], *entry[1:]))


def _plain(row: dict[str, object], references: dict[int, str]) -> str:
    return str({"child": references[row["child_id"]], **{name: value for name, value in row.items() if not name.endswith("id")}})  # type: ignore[index]


def test_every_table_with_invented_rows_is_one_that_is_counted():
    counted = {model._meta.label for model in all_models()}
    own = {model._meta.label for model in apps.get_models() if issubclass(model, models.Model) and model.__module__.startswith("sooner_service")}
    assert own <= counted
