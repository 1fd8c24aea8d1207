"""Reading plans, provision, sessions, goals and scores, always from who is asking. What other apps and pages call is named here."""

from sooner_service.plans.queries.plans import answers_to, history_of, line_answers, plan_of, version_of
from sooner_service.plans.queries.progress import classes_with_goals, goal_for, goals_in_grid, goals_of, latest_scores, series_of
from sooner_service.plans.queries.provision import (
    LedgerRow,
    children_with_sessions,
    classes_with_sessions,
    delivery_between,
    ledger_of,
    provision_for,
    provision_of,
    session_for,
    sessions_of,
    sessions_on,
    sessions_today,
    total_of,
)

__all__ = [
    "LedgerRow",
    "answers_to",
    "children_with_sessions",
    "classes_with_goals",
    "classes_with_sessions",
    "delivery_between",
    "goal_for",
    "goals_in_grid",
    "goals_of",
    "history_of",
    "latest_scores",
    "ledger_of",
    "line_answers",
    "plan_of",
    "provision_for",
    "provision_of",
    "series_of",
    "session_for",
    "sessions_of",
    "sessions_on",
    "sessions_today",
    "total_of",
    "version_of",
]
