"""Builders for plans, provision, sessions, goals and scores."""

from datetime import date, datetime
from decimal import Decimal

from tests.factories.register import NOW, TODAY

from sooner.plans.document import Line, Outcome, to_json
from sooner.plans.document import Plan as Document
from sooner_service.plans.models import Goal, Plan, PlanVersion, Provision, Score, Session
from sooner_service.register.models import Child


def outcome(key: str = "outcome-1", **fields: object) -> Outcome:
    """An outcome with everything it needs."""
    given = {"text": "Reads a page of a story aloud to a friend", "by_on": date(2027, 3, 26), "measure": "Words read correctly in a minute"}
    return Outcome(key=key, **{**given, **fields})


def line(key: str = "line-1", **fields: object) -> Line:
    """An individual line of provision, twice a week."""
    given = {
        "outcome_key": "outcome-1", "what": "Reading aloud with an adult", "code": "", "minutes": 20, "times_a_week": 2.0, "group_size": 1,
        "who": "Teaching assistant", "starts_on": TODAY, "until": None,
    }  # fmt: skip
    return Line(key=key, **{**given, **fields})


def document(**fields: object) -> Document:
    """A plan without any problem."""
    given = {
        "outcomes": (outcome(),), "lines": (line(),), "family_views": "We read together every night.",
        "child_views": "I like stories about boats.", "review_on": date(2027, 2, 9),
    }  # fmt: skip
    return Document(**{**given, **fields})


def plan(of: Child, content: Document | None = None, *, status: str = "draft", now: datetime = NOW, **fields: object) -> PlanVersion:
    """A plan with one version; a final one has its moment."""
    made = Plan.objects.create(child=of, opened_on=TODAY)
    moments = {"shared_at": None if status == "draft" else now, "final_at": now if status == "final" else None}
    given = {"number": 1, "status": status, "content": to_json(content or document()), "edited_at": now, **moments}
    return PlanVersion.objects.create(plan=made, **{**given, **fields})


def provision(of: Child, **fields: object) -> Provision:
    """A group support, twice a week since the start of term."""
    given = {
        "code": "", "what": "Reading group", "who": "Teaching assistant", "minutes": 20, "times_a_week": Decimal("2"), "group_size": 4,
        "starts_on": date(2026, 9, 7), "until": None,
    }  # fmt: skip
    return Provision.objects.create(child=of, **{**given, **fields})


def session(of: Provision, on: date = TODAY, outcome: str = "delivered", **fields: object) -> Session:
    """One session."""
    given = {"reason": "" if outcome == "delivered" else "staff_absent", "logged_at": NOW}
    return Session.objects.create(provision=of, on=on, outcome=outcome, **{**given, **fields})


def goal(of: Child, **fields: object) -> Goal:
    """Words read in a minute: from 20 in September to 60 in July."""
    given = {
        "text": "Reads aloud more easily", "measure": "Words read correctly in a minute", "decimals": 0, "direction": "increase",
        "baseline": Decimal(20), "starts_on": date(2026, 9, 7), "aim": Decimal(60), "aim_on": date(2027, 7, 5),
    }  # fmt: skip
    return Goal.objects.create(child=of, **{**given, **fields})


def score(of: Goal, on: date, value: float | str, **fields: object) -> Score:
    """One score."""
    return Score.objects.create(goal=of, on=on, value=Decimal(str(value)), logged_at=fields.pop("logged_at", NOW), **fields)
