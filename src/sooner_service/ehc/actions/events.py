"""How anything that happens in a case is kept: one event, refused when it cannot be, with state and index written from the facts."""

from collections.abc import Mapping
from datetime import date

from sooner.clocks import Refused as ImpossibleHistory
from sooner.ehc import allowed_events, state_after, state_words
from sooner_service.design.words import lower_first
from sooner_service.ehc.actions.reach import follow_state
from sooner_service.ehc.dates import events_of, keep_index
from sooner_service.ehc.models import Case, CaseEvent
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.notices import tell_family


class CannotStep(Exception):
    """The case is not in a state for this step, or something it needs is missing. The message is a sentence."""


def step(
    viewer: Viewer, case: Case, *, event: str, allowed: str, fields: Mapping[str, object] | None = None, reasons: str = "",
    on: date | None = None, subject: str = "", told: str = "",
) -> CaseEvent:
    """One event by the authority as one action, with a message to the family when `told` says something."""
    with acting(viewer, record="ehc_case", action=allowed, organisation_id=case.authority_id) as act:
        kept = keep_event(viewer, case, event=event, fields=fields, reasons=reasons, on=on)
        act.made, act.child = kept, case.child
        act.details = {"event": event}
        if told and case.child is not None:
            tell_family(viewer, child=case.child, step=event, reference=case.reference, subject=subject, body=told)
        return kept


def keep_event(
    viewer: Viewer, case: Case, *, event: str, fields: Mapping[str, object] | None = None, reasons: str = "",
    legal_test: Mapping[str, str] | None = None, on: date | None = None,
) -> CaseEvent:
    """Add one event, inside an action. Raises CannotStep for a future day, a step out of turn or a history that cannot be."""
    day = on or viewer.on
    if day > viewer.on:
        raise CannotStep("This date is in the future. Record it on the day it happens.")
    if day < case.received_on:
        raise CannotStep("This date is before the day the request was received. Check the date.")
    # Two people may act at the same moment: the second waits here and sees the state that the first one left.
    case.state = Case.objects.select_for_update().values_list("state", flat=True).get(pk=case.pk)
    if event not in allowed_events(case.state):
        raise CannotStep(f"This step does not fit the case as it stands: {lower_first(state_words(case.state))}. Look at the case's history.")
    kept = CaseEvent.objects.create(
        case=case, event=event, on=day, fields=dict(fields or {}), reasons=reasons, legal_test=dict(legal_test or {}),
        recorded_by=viewer.person, recorded_at=viewer.now,
    )
    write_state(viewer, case)
    return kept


def write_state(viewer: Viewer, case: Case) -> None:
    """The state and the index of what is due, from what happened. Raises CannotStep for a history that cannot be."""
    try:
        case.state = state_after(events_of(case))
        keep_index(case, on=viewer.on)
        follow_state(viewer, case)
    except ImpossibleHistory as problem:
        raise CannotStep(f"{problem} Check the dates in the case's history.") from problem
