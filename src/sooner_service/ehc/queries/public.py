"""What anyone may know of a case with its code: the stage, the next step and the date. Never who it is about."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from sooner.clocks import Deadline, answer
from sooner.ehc import Stage, stages
from sooner_service.ehc.dates import as_events, dates_of, next_due
from sooner_service.ehc.models import Case
from sooner_service.ehc.tracker_codes import tracker_hash
from sooner_service.register.access import NotFound, Viewer
from sooner_service.register.models import Organisation


@dataclass(frozen=True)
class Tracked:
    """One case as its tracker shows it."""

    reference: str
    received_on: date
    stages: tuple[Stage, ...]
    next_duty: Deadline | None
    authority_telephone: str
    authority_name: str


def tracked(viewer: Viewer, *, code: str) -> Tracked:
    """The case that a code opens. Raises NotFound for an unknown or expired code, in the same words."""
    in_time = Q(tracker_until__isnull=True) | Q(tracker_until__gte=viewer.on)
    case = Case.objects.filter(in_time, tracker_hash=tracker_hash(code)).exclude(tracker_hash="").select_related("authority").first()
    if case is None:
        raise NotFound
    events = list(case.events.all())
    deadlines = dates_of(case, on=viewer.on, events=events).deadlines
    return Tracked(
        reference=case.reference,
        received_on=case.received_on,
        stages=stages(as_events(events), deadlines),
        next_duty=next_due(deadlines),
        authority_telephone=case.authority.telephone,
        authority_name=case.authority.name,
    )


def decision_limit(received_on: date) -> date:
    """The last day on which the council may decide on a request received on this day (law EHC-04)."""
    facts = {"pack": "england_2014", "today": received_on, "events": [{"event": "request_received", "on": received_on}]}
    return next(each.limit_on for each in answer(facts).deadlines if each.rule == "EHC-04" and each.limit_on)


def area_authority() -> Organisation:
    """The authority that this service serves. Raises NotFound where none is set up yet."""
    authority = Organisation.objects.filter(kind=Organisation.Kind.AUTHORITY).order_by("pk").first()
    if authority is None:
        raise NotFound
    return authority
