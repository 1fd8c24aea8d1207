"""Whatever is written into any field of any record is shown as words: no page lets it become part of the page.

Every free text of the database is replaced by a hostile one; then every address is opened by everybody who may.
"""

import re
from collections.abc import Iterator

import pytest
from django.apps import apps
from django.db import models, transaction
from django.test import Client
from tests.factories import register as make
from tests.factories.family import signed_in
from tests.factories.world import World, world
from tests.pages.access.test_objects_belong_to_their_address import kind_of, records_of

from sooner_service.project import clock
from sooner_service.project.urls import AUDIENCES

pytestmark = pytest.mark.django_db
HOSTILE = "'\"><script>attack()</script><img src=x onerror=attack()>{{ 7 }}"
APPS = {"register", "assessment", "plans", "ehc", "advice", "training"}
CODES = {
    "reference", "role", "holder", "journey", "about", "token", "tracker_hash", "noted_by_role", "decided_by_role", "language", "password",
    "salt", "wrapped_key", "sealed", "event", "line_key", "code", "state", "next_rule", "next_owner", "primary_need", "email", "phase",
    "relationship", "contact_by", "body", "mode", "article", "course", "source",
}  # fmt: skip
EVERY = [(prefix, address, audience) for audience, (prefix, addresses) in AUDIENCES.items() for address in addresses]


def is_free(field: models.Field) -> bool:
    """Whether anybody's words may stand in this column."""
    if not isinstance(field, models.CharField | models.TextField) or isinstance(field, models.EmailField):
        return False
    if type(field).__name__ == "EncryptedJSONField" or field.choices or field.unique or field.name in CODES:
        return False
    return field.max_length is None or field.max_length >= 30


def poisoned(value: object) -> object:
    """A stored document with every text in it made hostile, but not its keys, dates and codes."""
    if isinstance(value, dict):
        return {key: HOSTILE if isinstance(part, str) and key in WORDY else poisoned(part) for key, part in value.items()}
    return [poisoned(part) for part in value] if isinstance(value, list) else value


WORDY = {"text", "what", "who", "measure", "family_views", "child_views", "title", "words", "strengths", "tried", "note", "helps", "A", "B", "F"}


def poison() -> int:
    """Put hostile words into every free text there is. Returns how many columns."""
    count = 0
    for model in apps.get_models():
        if model._meta.app_label not in APPS:
            continue
        for field in model._meta.concrete_fields:
            if is_free(field):
                limit = field.max_length or len(HOSTILE)
                model.objects.exclude(**{field.name: ""}).update(**{field.name: HOSTILE[:limit]})
                count += 1
            elif isinstance(field, models.JSONField):
                for row in model.objects.all():
                    model.objects.filter(pk=row.pk).update(**{field.name: poisoned(getattr(row, field.name))})
    return count


@pytest.fixture(scope="module")
def hostile(django_db_setup, django_db_blocker) -> Iterator[tuple[World, dict[str, int], dict[str, Client]]]:
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(clock, "now", lambda: make.NOW)
        here = world()
        records = records_of(here.own["parent"], here, number=3)
        assert poison() > 30
        yield here, records, {role: signed_in(person) for role, person in here.people.items()}
        transaction.set_rollback(True)


def opened_by_all(each, hostile) -> Iterator[tuple[str, str]]:
    """The page at an address as each role gets it for its own child."""
    prefix, address, audience = each
    here, records, clients = hostile
    number = str(records[kind_of(audience, address)]) if "<int:" in address.path else ""
    for role, client in clients.items():
        filled = address.path.replace("<str:child>", here.own[role].reference).replace("<str:case>", here.own_case[role].reference)
        answer = client.get("/" + prefix + re.sub(r"<int:\w+>", number, filled))
        yield role, answer.content.decode(errors="replace")


@pytest.mark.parametrize("each", EVERY, ids=lambda each: f"{each[2]}:{each[1].name}")
def test_hostile_words_stay_words(each, hostile):
    for role, page in opened_by_all(each, hostile):
        for dangerous in ("<script>attack", "<img src=x", "\"><script", "'\">"):
            assert dangerous not in page, f"{role} at {each[1].name}"


def test_the_hostile_words_are_really_shown(hostile):
    shown = {each[1].name for each in EVERY if any("&lt;script&gt;attack" in page for _, page in opened_by_all(each, hostile))}
    assert len(shown) > len(EVERY) / 3, sorted(shown)
