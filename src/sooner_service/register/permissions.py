"""The permission table as data: role x relationship x record x action, with a condition in words. Pure Python.

This is the only permission mechanism. A combination that is not a row is refused.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

ROLES: Mapping[str, str] = {
    "class_teacher": "Class teacher",
    "teaching_assistant": "Teaching assistant",
    "senco": "SENCO",
    "headteacher": "Headteacher",
    "governor": "Governor",
    "school_administrator": "School office",
    "specialist": "Specialist",
    "service_manager": "Service manager",
    "ehc_co_ordinator": "EHC co-ordinator",
    "send_manager": "SEND manager",
    "data_officer": "Data officer",
    "authority_administrator": "Authority administrator",
    "sendiass_adviser": "SENDIASS adviser",
    "advice_manager": "Advice service manager",
    "parent": "Parent or carer",
    "young_person": "Young person",
}
FAMILY_ROLES = frozenset({"parent", "young_person"})
RELATIONSHIPS: Mapping[str, str] = {
    "own_class": "works with the child's class",
    "own_setting": "works at the child's setting",
    "allocated": "belongs to a service that was asked to help",
    "case_authority": "belongs to the authority that runs the child's EHC case",
    "granted": "belongs to the advice service that the family chose",
    "parental_responsibility": "has parental responsibility",
    "limited_contact": "has limited or restricted contact",
    "parent_past_own_rights": "is a parent of a young person who now decides",
    "self": "is the young person, with rights of their own",
    "own_organisation": "belongs to the organisation that holds the record",
    "none": "has no connection",
}
CONDITIONS: Mapping[str, str] = {
    "trained": "has current core training on the day",
    "signed": "the baseline is signed",
    "shared": "the plan is shared or final",
    "may_message": "messages are opened to this adult",
    "something_opened": "at least one thing is opened to this adult",
    "child_shares_with_staff": "the child chose that staff may read it",
    "child_shares_with_family": "the child chose that the family may read it",
    "child_shares_with_authority": "the child chose that the authority may read it",
}


@dataclass(frozen=True)
class Row:
    """One permission: who (by role and relationship) may do what to which record, and under which condition."""

    role: str
    relationship: str
    record: str
    action: str
    condition: str
    words: str


@dataclass(frozen=True)
class Ruling:
    """Whether something is allowed, and the sentence that says why or why not."""

    is_allowed: bool
    sentence: str


class BadTable(ValueError):
    """The permission table names something unknown. The message says the line and the word."""


@cache
def table() -> tuple[Row, ...]:
    """Every permission, one row per single combination. Raises BadTable."""
    lines = files("sooner_service.register").joinpath("permissions.csv").read_text(encoding="utf-8").splitlines()
    return tuple(_rows(csv.DictReader(lines)))


def _rows(records: Iterable[Mapping[str, str]]) -> Iterable[Row]:
    for number, record in enumerate(records, start=2):
        roles, relationships = record["roles"].split("|"), record["relationships"].split("|")
        _must_be_known(number, roles, ROLES)
        _must_be_known(number, relationships, RELATIONSHIPS)
        _must_be_known(number, [record["condition"]] if record["condition"] else [], CONDITIONS)
        for role in roles:
            for relationship in relationships:
                for action in record["actions"].split("|"):
                    yield Row(role, relationship, record["record"], action, record["condition"], record["words"])


def _must_be_known(number: int, words: list[str], known: Mapping[str, str]) -> None:
    for word in words:
        if word not in known:
            raise BadTable(f"permissions.csv line {number}: {word!r} is not known. Use one of {', '.join(known)}.")


@cache
def _by_key() -> dict[tuple[str, str, str, str], Row]:
    return {(row.role, row.relationship, row.record, row.action): row for row in table()}


def ruling(*, role: str, relationships: Iterable[str], record: str, action: str, facts: Mapping[str, bool]) -> Ruling:
    """Whether a role with these relationships may do the action on the record.

    `facts` says which conditions hold now; a condition that is not stated does not hold.
    """
    unmet: Row | None = None
    for relationship in relationships:
        row = _by_key().get((role, relationship, record, action))
        if row is None:
            continue
        if not row.condition or facts.get(row.condition, False):
            return Ruling(True, row.words)
        unmet = row
    if unmet is not None:
        return Ruling(False, unmet.words)
    if role in FAMILY_ROLES:
        return Ruling(False, "This part is not open to you.")
    return Ruling(False, f"{ROLES.get(role, 'Your role')} is not a role that may do this here.")


@cache
def relationships_allowing(*, role: str, record: str, action: str) -> frozenset[str]:
    """The relationships through which a role may do the action, whatever the condition."""
    return frozenset(row.relationship for row in table() if (row.role, row.record, row.action) == (role, record, action))


@cache
def relationships_known_for(role: str) -> frozenset[str]:
    """The relationships to a child through which a role may do anything at all."""
    return frozenset(row.relationship for row in table() if row.role == role and row.relationship != "own_organisation")


def records_and_actions() -> frozenset[tuple[str, str]]:
    """Every record and action that the table speaks of."""
    return frozenset((row.record, row.action) for row in table())
