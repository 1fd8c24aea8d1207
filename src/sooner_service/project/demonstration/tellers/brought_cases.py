"""Keeps cases brought from an earlier system. No action made them, so none is in the journal."""

from datetime import date

from sooner.clocks import answer
from sooner.ehc import state_after
from sooner_service.ehc.dates import as_events, case_as_facts, write_index
from sooner_service.ehc.models import Case, CaseDocument, CaseEvent
from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.made import Keeper, Made
from sooner_service.project.demonstration.school_years import at
from sooner_service.project.demonstration.stories.brought import BroughtCase, brought_case
from sooner_service.register import chance
from sooner_service.register.actions.roll import new_reference
from sooner_service.register.models import ChildAccess


def keep_brought_cases(blueprint: Blueprint, made: Made, keeper: Keeper) -> None:
    """Every brought case with its events, its text and the council's way to the child."""
    taken: set[str] = set()
    for child in blueprint.children:
        found = brought_case(blueprint, child)
        if found is not None:
            _keep(blueprint, found, made, keeper, taken)


def _keep(blueprint: Blueprint, found: BroughtCase, made: Made, keeper: Keeper, taken: set[str]) -> None:
    holder, child = made.roles[found.holder], made.children[found.child.key]
    begins = blueprint.begins_on
    case = Case(
        reference=_reference(blueprint, found, taken), authority=made.organisations["council"], child=child, source=found.source, way="paper",
        received_on=found.received_on,
        entered_at=at(max(begins, found.received_on), 8), co_ordinator=holder,
    )
    case.request = {"reasons": "Brought from the council's earlier system."}
    events = [
        CaseEvent(case=case, event=event, on=on, fields=fields, recorded_by=holder.person, recorded_at=at(max(begins, on), 8))
        for event, on, fields in found.events
    ]
    _write_state(case, events, on=blueprint.today)
    keeper.keep(case)
    for event in events:
        event.case = case
        keeper.keep(event)
    if found.final_on is not None:
        written = at(found.final_on, 15)
        keeper.keep(
            CaseDocument(
                case=case, kind="final", number=1, sections=found.sections, edited_by=holder.person, edited_at=written, locked_at=written
            )
        )
    keeper.keep(
        ChildAccess(
            child=child, organisation=case.authority, relationship="case_authority", because=f"EHC case {case.reference}",
            starts_on=max(begins, found.received_on),
        )
    )


def _reference(blueprint: Blueprint, found: BroughtCase, taken: set[str]) -> str:
    with chance.seeded(f"{blueprint.seed}:brought:{found.child.key}"):
        reference = new_reference("EHC")
        while reference in taken:
            reference = new_reference("EHC")
    taken.add(reference)
    return reference


def _write_state(case: Case, events: list[CaseEvent], *, on: date) -> None:
    """State and index from the facts, as for every case, on the day the area lives on."""
    case.state = state_after(as_events(events))
    write_index(case, answer(case_as_facts(case, events, on=on)).deadlines)
