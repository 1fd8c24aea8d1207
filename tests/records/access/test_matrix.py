"""The full permission matrix in pure Python: role x relationship x record x action, with and without each condition."""

import csv
from itertools import product
from pathlib import Path

import pytest

from sooner_service.register.permissions import CONDITIONS, RELATIONSHIPS, ROLES, BadTable, records_and_actions, ruling, table
from sooner_service.register.permissions import _rows as rows_of

TABLE = Path(__file__).resolve().parents[3] / "src" / "sooner_service" / "register" / "permissions.csv"


def expected() -> dict[tuple[str, str, str, str], str]:
    """Each allowed combination and its condition, read from the file as text."""
    found = {}
    for row in csv.DictReader(TABLE.read_text().splitlines()):
        for role, relationship, action in product(row["roles"].split("|"), row["relationships"].split("|"), row["actions"].split("|")):
            key = (role, relationship, row["record"], action)
            assert key not in found, f"{key} is in the table twice"
            found[key] = row["condition"]
    return found


EXPECTED = expected()


@pytest.mark.parametrize("role", ROLES)
def test_every_combination_is_ruled_as_the_table_says_and_nothing_else_is_allowed(role):
    everything = dict.fromkeys(CONDITIONS, True)
    for relationship, (record, action) in product(RELATIONSHIPS, records_and_actions()):
        key = (role, relationship, record, action)
        asked = {"role": role, "relationships": [relationship], "record": record, "action": action}
        assert ruling(**asked, facts=everything).is_allowed == (key in EXPECTED), key
        assert ruling(**asked, facts={}).is_allowed == (EXPECTED.get(key) == ""), key


@pytest.mark.parametrize("key", [key for key, condition in EXPECTED.items() if condition], ids=str)
def test_a_conditional_right_depends_on_its_own_condition_alone(key):
    role, relationship, record, action = key
    others = {name: True for name in CONDITIONS if name != EXPECTED[key]}
    assert not ruling(role=role, relationships=[relationship], record=record, action=action, facts=others).is_allowed
    only = {EXPECTED[key]: True}
    assert ruling(role=role, relationships=[relationship], record=record, action=action, facts=only).is_allowed


def test_nobody_without_a_connection_may_do_anything():
    assert not [row for row in table() if row.relationship in {"none", "parent_past_own_rights"}]


def test_the_authority_may_never_read_the_advice_services_casework():
    assert {row.role for row in table() if row.record == "case_note"} == {"sendiass_adviser"}


def test_every_row_says_in_words_what_it_means():
    assert all(row.words.endswith(".") and len(row.words.split()) >= 4 for row in table())


def test_a_row_with_an_unknown_word_is_refused_with_its_line():
    wrong = {"roles": "wizard", "relationships": "own_class", "record": "child", "actions": "see", "condition": "", "words": "A."}
    with pytest.raises(BadTable, match=r"line 2: 'wizard' is not known"):
        list(rows_of([wrong]))
