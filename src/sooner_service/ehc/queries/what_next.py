"""What a family can do now when a limit was missed or a decision went against them: the routes in order (law CQ-1 to CQ-4)."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner.clocks import Deadline
from sooner_service.design.words import uk_date
from sooner_service.ehc.dates import dates_of
from sooner_service.ehc.models import Case
from sooner_service.ehc.queries.file import BODIES, owner_words
from sooner_service.register.access import Viewer


@dataclass(frozen=True)
class Route:
    """One thing that can be done, in the family's words."""

    words: str


@dataclass(frozen=True)
class LateDuty:
    """One late duty as a family is shown it."""

    deadline: Deadline
    owner: str
    routes: tuple[Route, ...]
    letter: str


WRITE = Route("Write to the head of the SEND team. Say which date was missed. You can use the letter we have filled in for you.")
COMPLAIN = Route("Make a formal complaint to the council. Ask for an answer in writing.")
OMBUDSMAN = Route("If the answer does not put it right, go to the Local Government and Social Care Ombudsman. It is free. Delay is a fault.")
NO_APPEAL = Route("You cannot appeal yet, because nothing has been decided.")
STILL_OWED = Route("The council must still keep its own dates, even when others are late.")
TELL_BODY = Route("Complain to the service that is late as well. In health, ask for the Designated Clinical Officer.")
APPEAL_LATER = Route("Your right to appeal starts when you get the final plan. Losing that time counts in a complaint.")
URGENT = Route("In an urgent case a solicitor can ask a court to act. There is a time limit of three months.")
ADVICE = Route("The free advice service can help you with each of these steps.")

LATE: Mapping[str, tuple[Route, ...]] = {
    "EHC-04": (WRITE, COMPLAIN, OMBUDSMAN, NO_APPEAL, ADVICE),
    "EHC-06": (STILL_OWED, TELL_BODY, COMPLAIN, ADVICE),
    "EHC-08": (WRITE, COMPLAIN, OMBUDSMAN, NO_APPEAL, ADVICE),
    "EHC-17": (WRITE, COMPLAIN, OMBUDSMAN, APPEAL_LATER, URGENT, ADVICE),
}


def what_next(deadline: Deadline) -> tuple[Route, ...]:
    """The routes open to the family when this duty is late by every reading (law C-5, C-9); none where no route hangs on it."""
    return LATE.get(deadline.rule, ()) if deadline.family_status == "late" and deadline.done_on is None else ()


def late_for_family(viewer: Viewer, case: Case) -> list[LateDuty]:
    """Each kind of duty that is late in this case, once, with the routes and the letter filled in from the case."""
    found: dict[str, LateDuty] = {}
    for each in dates_of(case, on=viewer.on).deadlines:
        routes = what_next(each)
        if routes and each.rule not in found:
            found[each.rule] = LateDuty(each, BODIES.get(each.for_.fields.get("body")) or owner_words(each.owner), routes, model_letter(case, each))
    return list(found.values())


def model_letter(case: Case, deadline: Deadline) -> str:
    """A letter about one missed date, filled in from the case. It names the reference, never the child. Law that is unverified is not quoted."""
    law = f" ({deadline.authority})" if deadline.checked != "R" else ""
    return (
        f"To the head of the SEND team, {case.authority.name}\n\nReference {case.reference}\n\n"
        f"You received the request on {uk_date(case.received_on)}. This had to happen by {uk_date(deadline.limit_on)}{law}: {deadline.duty}.\n\n"
        "It has not happened. Please tell me in writing within five working days what you will do and on which day. "
        "If there is a legal reason for the delay, please tell me what it is.\n\n"
        "If I do not hear from you, I will make a formal complaint.\n\nYours faithfully\n\n"
    )
