"""The addresses of plans, sessions and progress."""

from sooner_service.pages.framework import Address, child_page, organisation_page
from sooner_service.pages.school.sessions import child as child_sessions
from sooner_service.pages.school.sessions import today

_CHILD = "children/<str:child>/"

SESSIONS: tuple[Address, ...] = (
    organisation_page("sessions/", today.today, name="sessions_today", record="session", action="list"),
    child_page(f"{_CHILD}sessions/", child_sessions.sessions, name="child_sessions", record="session", action="see"),
    child_page(f"{_CHILD}sessions/<int:provision>/", child_sessions.support, name="support_sessions", record="session", action="log"),
    child_page(f"{_CHILD}sessions/<int:provision>/end/", child_sessions.end_support, name="end_support", record="support", action="stop"),
)

PLANNING: tuple[Address, ...] = (*SESSIONS,)
