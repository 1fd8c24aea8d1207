"""Sessions as they happen: delivered, or cancelled with a reason. A mistake is taken back, never rubbed out."""

from collections.abc import Sequence
from datetime import date

from django.db import transaction

from sooner_service.plans.models import Provision, Session
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting, hold

REASONS: tuple[tuple[str, str], ...] = (
    ("child_absent", "The child was away"),
    ("staff_absent", "The adult was away"),
    ("adult_needed_elsewhere", "The adult was needed elsewhere"),
    ("trip_or_event", "A trip, test or event"),
    ("no_room", "There was no room"),
    ("child_did_not_want_to", "The child did not want to"),
    ("other", "Another reason"),
)


class CannotLog(Exception):
    """This session cannot be logged like this. The message is a sentence that says what to change."""


def log_session(
    *, viewer: Viewer, provision: Provision, on: date, outcome: str, reason: str = "", is_another: bool = False
) -> Session:
    """Log one session of a day. The same tap twice makes one record; the other outcome takes the first one back.

    `is_another` adds a second session on the same day. `reason` is one of REASONS, needed when cancelled. Raises CannotLog, Refused.
    """
    with acting(viewer, record="session", action="log", child=provision.child) as act:
        hold(provision)
        _must_fit(viewer, provision, on, outcome, reason)
        there = list(Session.objects.filter(provision=provision, on=on).exclude(outcome=Session.Outcome.TAKEN_BACK))
        same = next((each for each in there if (each.outcome, each.reason) == (outcome, reason)), None)
        if same is not None and not is_another:
            act.made, act.details = same, {"already": True}
            return same
        if not is_another:
            for each in there:
                _take_back(each)
            there = []
        session = Session.objects.create(
            provision=provision, on=on, number_on_day=max((each.number_on_day for each in there), default=0) + 1, outcome=outcome,
            reason=reason, logged_by=viewer.person, logged_at=viewer.now,
        )
        act.made = session
        act.details = {"outcome": outcome, "on": on.isoformat()}
        return session


def log_group(*, viewer: Viewer, provisions: Sequence[Provision], on: date) -> list[Session]:
    """Log one delivered session for several children who had it together: all or none."""
    with transaction.atomic():
        return [log_session(viewer=viewer, provision=each, on=on, outcome=Session.Outcome.DELIVERED) for each in provisions]


def correct_session(*, viewer: Viewer, session: Session) -> Session:
    """Take a session back that was logged by mistake. It stays on record and no longer counts. Raises CannotLog, Refused."""
    with acting(viewer, record="session", action="log", child=session.provision.child) as act:
        hold(session)
        if session.outcome == Session.Outcome.TAKEN_BACK:
            raise CannotLog("This session was taken back already. Nothing was changed.")
        act.made = session
        act.details = {"taken_back": session.outcome, "on": session.on.isoformat()}
        return _take_back(session)


def _take_back(session: Session) -> Session:
    session.outcome, session.reason = Session.Outcome.TAKEN_BACK, session.outcome
    session.save(update_fields=["outcome", "reason"])
    return session


def _must_fit(viewer: Viewer, provision: Provision, on: date, outcome: str, reason: str) -> None:
    if outcome not in {Session.Outcome.DELIVERED, Session.Outcome.CANCELLED}:
        raise CannotLog("Say whether the session was delivered or cancelled.")
    if outcome == Session.Outcome.CANCELLED and reason not in dict(REASONS):
        raise CannotLog("Say why the session did not happen. The family sees the reason.")
    if outcome == Session.Outcome.DELIVERED and reason:
        raise CannotLog("A delivered session needs no reason.")
    if on > viewer.on:
        raise CannotLog("This day has not come yet. Log a session on its day or later.")
    if on < provision.starts_on or (provision.until is not None and on >= provision.until):
        raise CannotLog("This support was not running on that day. Choose a day between its start and its end.")
