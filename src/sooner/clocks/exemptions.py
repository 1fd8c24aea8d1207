"""Exemptions as predicates with evidence (X-1 to X-7). One that holds disapplies a limit and never moves it (C-11)."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache

from sooner.clocks.case import Case, Event, Refused, shown
from sooner.clocks.deadline import plain_date
from sooner.law.england_2014.duties import Duty, duties

CLOSED_DAYS = 28
WINDOW = timedelta(days=7)
ABSENT_DAYS: Mapping[str, int] = {"X-4": 28, "X-7": 14}
BODY: Mapping[str, str] = {"X-1": "school", "X-2": "early_years"}
ONE_DAY = timedelta(days=1)


@cache
def _reach() -> Mapping[str, frozenset[str]]:
    """Which grounds each rule can be disapplied by."""
    return {duty.id: frozenset(duty.exempt) for duty in duties()}


def must_be_known_rules(case: Case) -> None:
    """Raises Refused for an exemption that names a rule there is not."""
    for exemption in case.named("exemption"):
        for rule in _rules(exemption):
            if rule not in _reach():
                raise Refused(f"The exemption of {exemption.on} names the rule {shown(rule)}, which is not a dated rule here; correct it.")


def _rules(exemption: Event) -> Sequence[str]:
    named = exemption.fields.get("rules")
    return [str(rule) for rule in named] if isinstance(named, list | tuple) else []


def ground_for(case: Case, duty: Duty, trigger: Event, limit: date) -> Event | None:
    """The first exemption that disapplies this limit, or nothing. One dated after today is a plan and disapplies nothing yet."""
    for exemption in case.happened("exemption"):
        if holds(case, exemption, duty, trigger, limit):
            return exemption
    return None


def holds(case: Case, exemption: Event, duty: Duty, trigger: Event, limit: date) -> bool:
    """Whether one exemption reaches a duty and its test is met within the duty's own time."""
    ground, rules = str(exemption.fields["ground"]), _rules(exemption)
    if ground not in duty.exempt or exemption.fields.get("impractical") is not True or (rules and duty.id not in rules):
        return False
    if ground in BODY:
        return any(trigger.on <= asked <= limit for asked in _asked_in_window(case, BODY[ground]))
    if ground == "X-5":
        missed = case.happened("appointment_missed")
        return any(each.id == trigger.id and trigger.on <= each.on <= limit for each in missed)
    until = exemption.fields.get("until")
    if ground == "X-3" or (ground == "X-7" and until is None):
        return trigger.on <= exemption.on <= limit
    return isinstance(until, date) and _days_within(exemption.on, until, trigger.on, limit) >= ABSENT_DAYS[ground]


def _days_within(starts_on: date, until: date, first: date, last: date) -> int:
    return (min(until, last + ONE_DAY) - max(starts_on, first)).days


def closures_of(case: Case, body: str) -> list[tuple[date, date]]:
    """When this kind of setting is closed, each from its first day to before the day it re-opens. A closure may lie ahead."""
    found = []
    for closure in case.named("school_closed"):
        until = closure.fields["until"]
        if closure.fields.get("body", "school") == body and isinstance(until, date):
            found.append((closure.on, until))
    return found


def _asked_in_window(case: Case, body: str) -> list[date]:
    """The days on which this body was asked for advice from 7 days before a long closure to 7 days before it re-opens."""
    long = [(on, until) for on, until in closures_of(case, body) if (until - on).days >= CLOSED_DAYS]
    asked = [each.on for each in case.happened("advice_requested") if each.fields.get("body") == body]
    return [day for day in asked if any(on - WINDOW <= day <= until - WINDOW for on, until in long)]


def why_not(case: Case, exemption: Event) -> str:
    """Why an exemption disapplies nothing, as a warning."""
    ground = str(exemption.fields["ground"])
    start = f"The exemption {ground} of {exemption.on} disapplies nothing, because"
    if exemption.fields.get("impractical") is not True:
        return f"{start} it does not say that keeping the limit was impractical."
    if ground in BODY:
        return f"{start} {_why_no_closure(case, BODY[ground])}."
    until = exemption.fields.get("until")
    if ground == "X-4" and not isinstance(until, date):
        return f"{start} the end of the absence ('until') is not given."
    if ground in ABSENT_DAYS and isinstance(until, date):
        return f"{start} the absence until {plain_date(until)} does not put {ABSENT_DAYS[ground]} days in a row inside the time of a duty."
    if ground == "X-5":
        return f"{start} no appointment was missed inside the 6 weeks of that advice."
    return f"{start} it lies outside the time of every duty it could reach."


def _why_no_closure(case: Case, body: str) -> str:
    name = body.replace("_", " ")
    longest = max(((until - on).days for on, until in closures_of(case, body)), default=None)
    if longest is None:
        return f"no closure of the {name} setting is recorded" if body != "school" else "no closure of the school is recorded"
    if longest < CLOSED_DAYS:
        return f"the longest closure is {longest} days and it takes {CLOSED_DAYS}"
    return f"no advice was asked for from the {name} between 7 days before the closure and 7 days before it re-opens, in the time of a duty"


def out_of_reach(exemption: Event) -> list[str]:
    """Warnings for the rules an exemption names that its ground cannot reach."""
    ground = str(exemption.fields["ground"])
    return [
        f"The exemption {ground} of {exemption.on} cannot disapply {rule}, which is not among the rules of that ground."
        for rule in _rules(exemption)
        if ground not in _reach()[rule]
    ]
