"""The service's rows in a form that does not depend on the database: for backups, for checks, for the demonstration's hash."""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.serializers.json import DjangoJSONEncoder
from django.db.models import Field, Model

LEFT_OUT = frozenset({"sessions", "contenttypes", "usersessions", "messages", "staticfiles", "humanize", "csp", "design"})
_CHUNK = 2000


def kept_models() -> list[type[Model]]:
    """Every model whose rows are content, those that others point to first."""
    waiting = [model for model in apps.get_models() if model._meta.app_label not in LEFT_OUT and model._meta.label != "auth.Permission"]
    ordered: list[type[Model]] = []
    while waiting:
        ready = [model for model in waiting if _needs(model) <= {*ordered, model} | _outside(waiting, ordered)]
        ordered.extend(ready)
        waiting = [model for model in waiting if model not in ready]
    return ordered


def _needs(model: type[Model]) -> set[Any]:
    return {field.related_model for field in model._meta.concrete_fields if field.is_relation}


def _outside(waiting: list[type[Model]], ordered: list[type[Model]]) -> set[Any]:
    return {model for model in apps.get_models() if model not in waiting and model not in ordered}


def rows_of(model: type[Model]) -> Iterator[dict[str, Any]]:
    """Each row as column name to plain value, by primary key."""
    fields = list(model._meta.concrete_fields)
    for instance in model._default_manager.order_by("pk").iterator(chunk_size=_CHUNK):
        yield {field.attname: _plain(field, instance) for field in fields}


def _plain(field: "Field[Any, Any]", instance: Model) -> object:
    return field.value_from_object(instance)


def line_of(model: type[Model], row: dict[str, Any]) -> str:
    """One row as one line of JSON."""
    return json.dumps({"model": model._meta.label_lower, "row": row}, cls=DjangoJSONEncoder, sort_keys=True)


def content_hash() -> str:
    """A fingerprint of everything the service keeps, the same on SQLite and PostgreSQL for the same rows."""
    digest = hashlib.sha256()
    for model in kept_models():
        for row in rows_of(model):
            digest.update(line_of(model, row).encode())
    return digest.hexdigest()
