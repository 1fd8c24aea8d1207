"""The support a child gets as the family reads it: promised, delivered and owed, and each session with its day."""

from dataclasses import dataclass
from datetime import date

from sooner.plans.ledger import Ledger, total
from sooner_service.advice.line_words import how_often, in_group
from sooner_service.advice.rights import rights_of
from sooner_service.plans.actions.sessions import REASONS
from sooner_service.plans.queries import ledger_of, provision_for, sessions_of
from sooner_service.register.access import Viewer
from sooner_service.register.models import Child


@dataclass(frozen=True)
class SupportLine:
    """One support with its three numbers. `who` is empty where names of staff are closed to this adult."""

    number: int
    what: str
    often: str
    who: str
    starts_on: date
    until: date | None
    is_running: bool
    promised: int
    delivered: int
    cancelled: int
    owed: int
    sentence: str


@dataclass(frozen=True)
class SupportPage:
    """Every support, those running first, and all of them added up."""

    lines: tuple[SupportLine, ...]
    total: Ledger
    sees_days: bool

    @property
    def running(self) -> tuple[SupportLine, ...]:
        """What runs now."""
        return tuple(line for line in self.lines if line.is_running)

    @property
    def ended(self) -> tuple[SupportLine, ...]:
        """What ran before."""
        return tuple(line for line in self.lines if not line.is_running)


@dataclass(frozen=True)
class SessionLine:
    """One session on a day: whether it took place, else the reason that was given."""

    on: date
    took_place: bool
    reason: str


def support_of(viewer: Viewer, child: Child) -> SupportPage:
    """All the support of a child to today. Raises Refused."""
    rows = ledger_of(viewer, child, viewer.on)
    rights = rights_of(viewer, child)
    lines = [
        SupportLine(
            number=row.provision.pk, what=row.provision.what,
            often=f"{row.provision.minutes} minutes, {how_often(row.provision.times_a_week)}, {in_group(row.provision.group_size)}",
            who=row.provision.who if rights.sees_staff_names else "", starts_on=row.provision.starts_on, until=row.provision.until,
            is_running=row.is_running, promised=row.promised, delivered=row.delivered, cancelled=row.cancelled, owed=row.owed,
            sentence=ledger_sentence(row.ledger),
        )
        for row in rows
    ]
    return SupportPage(tuple(sorted(lines, key=lambda line: not line.is_running)), total(row.ledger for row in rows), rights.sees_timetable)


def support_line(viewer: Viewer, child: Child, number: int) -> tuple[SupportLine, list[SessionLine]]:
    """One support with its sessions, newest first. Where the timetable is closed to this adult there are no days. Raises NotFound, Refused."""
    provision = provision_for(viewer, child, number)
    line = next(line for line in support_of(viewer, child).lines if line.number == provision.pk)
    if not rights_of(viewer, child).sees_timetable:
        return line, []
    words = dict(REASONS)
    return line, [SessionLine(each.on, each.outcome == "delivered", words.get(each.reason, each.reason)) for each in sessions_of(viewer, provision)]


def ledger_sentence(ledger: Ledger) -> str:
    """The three numbers in one or two short sentences."""
    if ledger.promised == 0:
        return "No session was due yet." if ledger.delivered == 0 else f"{_sessions(ledger.delivered)} took place. None was due yet."
    owed = "Nothing is owed." if ledger.owed == 0 else f"{_sessions(ledger.owed)} {'is' if ledger.owed == 1 else 'are'} owed."
    return f"{ledger.delivered} of {ledger.promised} promised sessions took place. {owed}"


def _sessions(number: int) -> str:
    return "One session" if number == 1 else f"{number} sessions"
