"""Writes many rows of one table at once. `bulk_create` asks every field about every value; here most values go as they are."""

from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import Any

from django.db import connection, models

AS_IT_IS = frozenset(
    {
        models.BigAutoField, models.ForeignKey, models.OneToOneField, models.CharField, models.EmailField, models.TextField, models.BooleanField,
        models.SmallIntegerField, models.PositiveSmallIntegerField, models.PositiveIntegerField, models.BigIntegerField,
    }
)


def write_rows(kind: type[models.Model], rows: Sequence[models.Model]) -> None:
    """Insert the rows, which have their numbers already. Constraints between tables are checked when the transaction ends."""
    if not rows:
        return
    fields = kind._meta.concrete_fields
    quote = connection.ops.quote_name
    columns = ", ".join(quote(str(field.column)) for field in fields)
    places = ", ".join(["%s"] * len(fields))
    values_of = attrgetter(*(field.attname for field in fields))
    prepared = [(place, _prepared(field)) for place, field in enumerate(fields) if type(field) not in AS_IT_IS]
    with connection.cursor() as cursor:
        cursor.executemany(
            f"INSERT INTO {quote(kind._meta.db_table)} ({columns}) VALUES ({places})",  # noqa: S608  (names of our own tables and columns)
            [_row(values_of(row), prepared) for row in rows],
        )


def _prepared(field: "models.Field[Any, Any]") -> Callable[[Any], Any]:
    return lambda value: None if value is None else field.get_db_prep_save(value, connection)


def _row(values: tuple[Any, ...], prepared: Sequence[tuple[int, Callable[[Any], Any]]]) -> list[Any]:
    row = list(values)
    for place, prepare in prepared:
        row[place] = prepare(row[place])
    return row
