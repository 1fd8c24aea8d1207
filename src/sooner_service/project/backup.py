"""An encrypted copy of everything the service keeps, taken while it serves, and its restoring into an empty service."""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.apps import apps
from django.conf import settings
from django.core.management.color import no_style
from django.db import connection, transaction
from django.db.models import Model

from sooner_service.project.content import kept_models, line_of, rows_of

_HEADER = b"SOONER-BACKUP-1\n"
_LINES = 4000


class CannotRestore(Exception):
    """The file or the service is not fit for restoring. The message says which and what to do."""


def _cipher() -> MultiFernet:
    return MultiFernet([Fernet(key) for key in settings.DATA_KEYS])


def write_backup(file: Path) -> int:
    """Write one consistent, encrypted copy. Returns the number of rows. The file appears only when it is complete."""
    unfinished = file.with_suffix(file.suffix + ".part")
    cipher, number = _cipher(), 0
    with transaction.atomic(), unfinished.open("wb") as out:
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        out.write(_HEADER)
        for chunk in _chunks():
            number += len(chunk)
            out.write(cipher.encrypt(zlib.compress("\n".join(chunk).encode())) + b"\n")
    unfinished.chmod(0o600)
    unfinished.replace(file)
    return number


def _chunks() -> Iterator[list[str]]:
    chunk: list[str] = []
    for model in kept_models():
        for row in rows_of(model):
            chunk.append(line_of(model, row))
            if len(chunk) == _LINES:
                yield chunk
                chunk = []
    if chunk:
        yield chunk


def restore_backup(file: Path) -> int:
    """Put a copy into an empty service, all or nothing. Returns the number of rows. Raises CannotRestore."""
    with transaction.atomic():
        _must_be_empty()
        _clear_what_migrations_made()
        number = sum(_restore_chunk(lines) for lines in _decrypted(file))
        _move_number_series_on()
    return number


def _must_be_empty() -> None:
    person = apps.get_model("register", "Person")
    if person._default_manager.exists():
        raise CannotRestore("This service already has people in it. Restore into a new, empty one: point DATABASE_URL or SOONER_INSTANCE elsewhere.")


def _clear_what_migrations_made() -> None:
    for model in reversed(kept_models()):
        model._default_manager.all()._raw_delete(connection.alias)


def _decrypted(file: Path) -> Iterator[list[str]]:
    try:
        with file.open("rb") as source:
            if source.readline() != _HEADER:
                raise CannotRestore(f"{file} is not a backup of Sooner. Choose a file that `sooner backup` wrote.")
            for token in source:
                yield zlib.decompress(_cipher().decrypt(token.strip())).decode().split("\n")
    except FileNotFoundError as missing:
        raise CannotRestore(f"There is no file {file}. Check the name.") from missing
    except InvalidToken as wrong:
        raise CannotRestore("This backup was written with other data keys, or was changed. Set SOONER_DATA_KEYS to the keys it was made with.") from wrong


def _restore_chunk(lines: list[str]) -> int:
    instances: dict[type[Model], list[Model]] = {}
    for line in lines:
        record = json.loads(line)
        model = apps.get_model(record["model"])
        fields = {field.attname: field for field in model._meta.concrete_fields}
        values = {name: _python(fields[name], value) for name, value in record["row"].items()}
        instances.setdefault(model, []).append(model(**values))
    for model, rows in instances.items():
        model._default_manager.bulk_create(rows, batch_size=500)
    return len(lines)


def _python(field: "object", value: object) -> object:
    if value is None or field.get_internal_type() in {"JSONField", "TextField"}:  # type: ignore[attr-defined]
        return value
    return field.target_field.to_python(value) if field.is_relation else field.to_python(value)  # type: ignore[attr-defined]


def _move_number_series_on() -> None:
    statements = connection.ops.sequence_reset_sql(no_style(), kept_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
