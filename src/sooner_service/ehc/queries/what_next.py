"""What a family can do now when a limit was missed or a decision went against them: the routes in order (law CQ-1 to CQ-4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sooner.clocks import Deadline
from sooner.clocks.vocabulary import EVENTS
from sooner_service.design.words import lower_first, uk_date
from sooner_service.ehc.dates import dates_of, limit_of, started_by
from sooner_service.ehc.models import Case
from sooner_service.ehc.queries.file import BODIES, owner_words
from sooner_service.ehc.recordable import value_words
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
TALK = Route("Talk to the mediation adviser before the first date. You get a certificate. You do not have to take part in mediation.")
APPEAL = Route("Send your appeal to the Tribunal. It must get there by the second date, or one month after the certificate if that is later.")
ASK_AGAIN = Route("You can also ask for an assessment again at any time, with anything new that you know.")
ADVICE = Route("The free advice service can help you with each of these steps.")

REASON_OR_DATE = Route("Ask for the report in writing. The school sends it; where it does not, the council must.")
TIME_IS_LOST = Route("Time to get ready for the move is being lost. Say so. In an urgent case a solicitor can ask a court to act within three months.")
ORDER_STANDS = Route("The Tribunal has decided. The council must do it in time. You can also complain to the Secretary of State for Education.")
NOT_YET_APPEAL = Route("Your right to appeal starts with the decision. Losing that time counts in a complaint.")
MEDIATOR = Route("The mediation adviser must send the certificate. Call the adviser first, then tell the council that it is late.")

USUAL = (WRITE, COMPLAIN, OMBUDSMAN, ADVICE)
LATE: Mapping[str, tuple[Route, ...]] = {
    "EHC-04": (WRITE, COMPLAIN, OMBUDSMAN, NO_APPEAL, ADVICE),
    "EHC-06": (STILL_OWED, TELL_BODY, COMPLAIN, ADVICE),
    "EHC-08": (WRITE, COMPLAIN, OMBUDSMAN, NO_APPEAL, ADVICE),
    "EHC-17": (WRITE, COMPLAIN, OMBUDSMAN, APPEAL_LATER, URGENT, ADVICE),
    "AR-01": (WRITE, COMPLAIN, OMBUDSMAN, ADVICE),
    "AR-05": (REASON_OR_DATE, WRITE, COMPLAIN, ADVICE),
    "AR-06": (WRITE, COMPLAIN, OMBUDSMAN, NOT_YET_APPEAL, ADVICE),
    "AR-09": (WRITE, COMPLAIN, OMBUDSMAN, NOT_YET_APPEAL, ADVICE),
    "AR-13": (WRITE, COMPLAIN, OMBUDSMAN, TIME_IS_LOST, ADVICE),
    "AR-14": (WRITE, COMPLAIN, OMBUDSMAN, TIME_IS_LOST, ADVICE),
    "AR-15": (WRITE, COMPLAIN, OMBUDSMAN, TIME_IS_LOST, ADVICE),
    "TR-03": (MEDIATOR, WRITE, ADVICE),
    "TR-06": (MEDIATOR, WRITE, ADVICE),
    "TR-08": (MEDIATOR, WRITE, ADVICE),
    "TR-20": (WRITE, ORDER_STANDS, COMPLAIN, OMBUDSMAN, URGENT, ADVICE),
}
IN_FORCE = frozenset({"in_force", "statutory_guidance"})
OWED_BY_COUNCIL = "local_authority"


def what_next(deadline: Deadline) -> tuple[Route, ...]:
    """The routes open to the family when this duty is late by every reading (law C-5, C-9). None for a day that is not itself law."""
    if deadline.family_status != "late" or deadline.done_on is not None or deadline.standing not in IN_FORCE:
        return ()
    return LATE.get(deadline.rule, USUAL if deadline.owner == OWED_BY_COUNCIL else ())


@dataclass(frozen=True)
class Adverse:
    """A decision that can be appealed: what it was about, the last days, and the routes in order."""

    words: str
    mediation_by: date | None
    appeal_by: date
    routes: tuple[Route, ...]


def adverse_for_family(viewer: Viewer, case: Case) -> list[Adverse]:
    """Each decision of the case that can still be appealed, with the two dates and the routes (law CQ-2)."""
    rows = dates_of(case, on=viewer.on).deadlines
    found = []
    for each in rows:
        if each.rule != "TR-10" or each.status != "open" or each.done_on is not None:
            continue
        mark = started_by(each)
        again = (ASK_AGAIN,) if each.for_.value == "refuse_assess" else ()
        found.append(
            Adverse(value_words("notice_sent", str(each.for_.value)), limit_of(rows, "TR-02", mark), each.limit_on, (TALK, APPEAL, *again, ADVICE))
        )
    return found


def late_for_family(viewer: Viewer, case: Case) -> list[LateDuty]:
    """Each kind of duty that is late in this case, once, with the routes and the letter filled in from the case."""
    found: dict[tuple[str, str], LateDuty] = {}
    for each in dates_of(case, on=viewer.on).deadlines:
        routes = what_next(each)
        key = (each.rule, each.step or "")
        if routes and key not in found:
            owner = BODIES.get(each.for_.fields.get("body")) or owner_words(each.owner)
            found[key] = LateDuty(each, owner, routes, model_letter(case, each))
    return list(found.values())


def model_letter(case: Case, deadline: Deadline) -> str:
    """A letter about one missed date, filled in from the case. It names the reference, never the child. Law that is unverified is not quoted."""
    law = f" ({deadline.authority})" if deadline.checked != "R" else ""
    start = f"{EVENTS[deadline.for_.event].words} on {uk_date(deadline.for_.on)}"
    whose = "" if deadline.owner == OWED_BY_COUNCIL else " It was not for the council to do, but I ask you to see that it is done and to keep your own dates."
    return (
        f"To the head of the SEND team, {case.authority.name}\n\nReference {case.reference}\n\n"
        f"{start}. This had to happen by {uk_date(deadline.family_limit_on)}{law}: {lower_first(deadline.duty)}.\n\n"
        f"It has not happened.{whose} Please tell me in writing within five working days what you will do and on which day. "
        "If there is a legal reason for the delay, please tell me what it is.\n\n"
        "If I do not hear from you, I will make a formal complaint.\n\nYours faithfully\n\n"
    )
