"""Where a case stands after what happened, which events fit there, and the process drawn."""

from collections.abc import Mapping, Sequence
from functools import cache

from sooner.clocks.case import Case, Event, Refused, read_case
from sooner.clocks.vocabulary import CONTRACT, EVENTS
from sooner.law.england_2014.process import State, Step, process

STARTS = frozenset({"request_received", "became_responsible"})
FIRST = "requested"


@cache
def _states() -> Mapping[str, State]:
    return {state.name: state for state in process().states}


@cache
def _places() -> Mapping[str, int]:
    return {state.name: place for place, state in enumerate(process().states)}


@cache
def _steps() -> Mapping[str, Step]:
    return {step.event: step for step in process().steps}


@cache
def _fits() -> Mapping[str, frozenset[str]]:
    """The states each event fits, for the events that do not fit everywhere."""
    found: dict[str, set[str]] = {}
    for alongside in process().alongside:
        for event in alongside.events:
            found.setdefault(event, set()).update(alongside.states)
    for step in process().steps:
        found.setdefault(step.event.partition("=")[0], set()).update(step.from_)
    for name in ("order", "concession"):
        found.pop(name, None)
    for start in STARTS:
        found[start] = {state.name for state in process().states if state.is_end}
    return {event: frozenset(states) for event, states in found.items()}


def state_words(state: str) -> str:
    """What a state means, in plain words. Raises Refused for a state there is not."""
    if state not in _states():
        raise Refused(f'"{state}" is not a state of the process; use one of {", ".join(_states())}.')
    return _states()[state].words


def allowed_events(state: str) -> frozenset[str]:
    """The events that may be recorded for a case in this state. Raises Refused for a state there is not."""
    state_words(state)
    return frozenset(event for event in EVENTS if event not in _fits() or state in _fits()[event])


def state_after(events: Sequence[Mapping[str, object]]) -> str:
    """The state after these events, in any order. Events may be missing. Raises Refused for a history that cannot be."""
    case = read_case({"pack": "england_2014", "today": "2999-12-31", "events": list(events)})
    state = ""
    for event in case.events:
        state = _after(state, event, case)
    return state or FIRST


def _after(state: str, event: Event, case: Case) -> str:
    if event.event in STARTS:
        return FIRST if not state or _states()[state].is_end else state
    step = _steps().get(event.event if event.value is None else f"{event.event}={event.value}") or _steps().get(event.event)
    if step is None:
        return state
    if not state or state in step.from_ or _is_ahead(state, step):
        return step.to
    if event.event in ("order", "concession"):
        return state
    raise Refused(
        f'{event.event} on "{event.on}" does not fit a case at that point, which reads "{state_words(state)}"; correct the dates or the event.'
    )


def _is_ahead(state: str, step: Step) -> bool:
    """Whether a step starts from a later state than the case has reached, so that only some events are missing."""
    return not _states()[state].is_end and any(_places()[state] < _places()[start] for start in step.from_ if not _states()[start].is_end)


def diagram() -> str:
    """The process as a Mermaid state diagram."""
    lines = ["stateDiagram-v2", f"    [*] --> {FIRST}: {CONTRACT['request_received'].words}"]
    lines += [f"    {state.name}: {state.words}" for state in process().states]
    lines += [f"    {start} --> {step.to}: {step.words}" for step in process().steps for start in step.from_]
    lines += [f"    {state.name} --> [*]" for state in process().states if state.is_end]
    return "\n".join(lines) + "\n"


