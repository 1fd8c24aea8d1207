"""Asking for an EHC needs assessment: by anybody, at any time, from any tier (law EHC-01)."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta

from django.core.mail import send_mail
from django.db import transaction

from sooner.clocks.own_rights import own_rights_from
from sooner_service.design.words import lower_first, uk_date
from sooner_service.ehc.actions.reach import let_authority_in
from sooner_service.ehc.dates import keep_index
from sooner_service.ehc.models import Case, CaseEvent
from sooner_service.ehc.tracker_codes import new_code, tracker_hash
from sooner_service.register.access import Viewer
from sooner_service.register.acting import Act, acting, acting_openly, hold
from sooner_service.register.actions.roll import new_reference
from sooner_service.register.models import Child, Organisation
from sooner_service.register.notices import tell_family

TRACKER_LASTS = timedelta(days=365)


class CannotAsk(Exception):
    """The request cannot be taken as it stands. The message is a sentence."""


@dataclass(frozen=True)
class Asker:
    """What a request without an account says. It is kept encrypted."""

    your_name: str
    relation: str
    email: str
    telephone: str
    address: str
    child_name: str
    child_born_on: str
    setting_name: str
    reasons: str
    help_so_far: str = ""


@dataclass(frozen=True)
class Made:
    """A new case, and the tracker code that is shown or posted once and never kept in plain."""

    case: Case
    tracker_code: str


def ask_in_public(*, viewer: Viewer, asker: Asker, source: str, why: str, authority: Organisation) -> Made:
    """A request on the public form. It never says whether the child is known here."""
    with acting_openly(viewer, name="ehc_request.make") as act:
        code = new_code()
        case = _open(
            viewer, act, authority=authority, child=None, source=source, way=Case.Way.PUBLIC_FORM, received_on=viewer.on, why=why,
            request=asdict(asker), code=code,
        )
        _acknowledge(case, asker.email)
        return Made(case, code)


def ask_signed_in(*, viewer: Viewer, child: Child, reasons: str, why: str) -> Case:
    """A request by a parent, a young person, the setting or another professional who is signed in."""
    with acting(viewer, record="ehc_request", action="make", child=child) as act:
        hold(child)
        if open_case_of(child) is not None:
            raise CannotAsk("There is already a request for this child. You can follow it, add to it, or ask the authority about it.")
        source = {"parent": Case.Source.PARENT, "young_person": Case.Source.YOUNG_PERSON, "specialist": Case.Source.PROFESSIONAL}
        case = _open(
            viewer, act, authority=child.authority, child=child, source=source.get(viewer.role, Case.Source.SETTING), way=Case.Way.OWN_PAGE,
            received_on=viewer.on, why=why, request={"reasons": reasons},
        )
        let_authority_in(viewer, case, child)
        _tell(viewer, case, child)
        return case


def enter_paper_request(*, viewer: Viewer, asker: Asker, source: str, why: str, received_on: date, latest_on: date | None = None) -> Made:
    """A request on paper, entered with the day it lawfully arrived (law C-5).

    `latest_on` is the day it counts from by the family's reading where that is later; nobody is told "late" before it.
    """
    with acting(viewer, record="ehc_case", action="enter_paper") as act:
        if received_on > viewer.on:
            raise CannotAsk("The day the request arrived cannot be in the future.")
        if latest_on is not None and latest_on < received_on:
            raise CannotAsk("The later reading of the day it arrived cannot be before the day it arrived.")
        if viewer.organisation is None:
            raise CannotAsk("Choose your authority's role first.")
        code = new_code()
        case = _open(
            viewer, act, authority=viewer.organisation, child=None, source=source, way=Case.Way.PAPER, received_on=received_on, why=why,
            request=asdict(asker), code=code, latest_on=latest_on,
        )
        return Made(case, code)


def match_child(*, viewer: Viewer, case: Case, child: Child) -> Case:
    """Say which child a request is about, after a check by staff. From now on the family and the setting see the case."""
    with acting(viewer, record="ehc_case", action="match", organisation_id=case.authority_id) as act:
        hold(case)
        if case.child_id is not None:
            raise CannotAsk("This request is already matched to a child.")
        if child.authority_id != case.authority_id:
            raise CannotAsk("This child lives in another area. Send the request on to that authority.")
        if open_case_of(child) is not None:
            raise CannotAsk("This child already has an open case. Add the request to that case instead.")
        case.child = child
        case.save(update_fields=["child"])
        let_authority_in(viewer, case, child)
        act.made, act.child = case, child
        _tell(viewer, case, child)
        return case


def match_new_child(*, viewer: Viewer, case: Case, given_name: str, family_name: str, born_on: date) -> Case:
    """Put a child who is on no roll here into the record and match the request. Raises CannotAsk, Refused."""
    with acting(viewer, record="ehc_case", action="match", organisation_id=case.authority_id) as act:
        hold(case)
        if case.child_id is not None:
            raise CannotAsk("This request is already matched to a child.")
        known = Child.objects.filter(
            authority=case.authority, given_name__iexact=given_name, family_name__iexact=family_name, born_on=born_on
        ).exists()
        if known:
            raise CannotAsk("A child with this name and date of birth is in the record. Search for the name and match to that child.")
        child = Child.objects.create(
            reference=new_reference(), given_name=given_name, family_name=family_name, born_on=born_on,
            own_rights_from=own_rights_from(born_on), authority=case.authority, is_invented=case.authority.is_invented,
        )
        case.child = child
        case.save(update_fields=["child"])
        let_authority_in(viewer, case, child)
        act.made, act.child = case, child
        return case


def new_tracker_code(*, viewer: Viewer, case: Case) -> str:
    """A new code for a request, in place of a lost one, which stops working. It is shown once and never kept in plain."""
    with acting(viewer, record="ehc_case", action="enter_paper", organisation_id=case.authority_id) as act:
        code = new_code()
        case.tracker_hash, case.tracker_until = tracker_hash(code), viewer.on + TRACKER_LASTS
        case.save(update_fields=["tracker_hash", "tracker_until"])
        act.made, act.child = case, case.child
        return code


def open_case_of(child: Child) -> Case | None:
    """The child's case that has not ended, if there is one."""
    return Case.objects.filter(child=child).exclude(state__in=["withdrawn", "refused_to_assess", "no_plan", "ceased"]).first()


def _acknowledge(case: Case, email: str) -> None:
    """Tell the asker at once that the request is here and what happens by when. It names nobody and brings no code."""
    if email:
        words = (
            f"The council got this request on {uk_date(case.received_on)}.\n\nWhat happens next: {lower_first(case.next_duty)}. "
            f"The last day for this is {uk_date(case.next_limit_on)}.\n\nUse the code that was shown to you to see each step without an account."
        )
        transaction.on_commit(lambda: send_mail(f"{case.reference}: we have the request", words, None, [email]), robust=True)


def _open(
    viewer: Viewer, act: Act, *, authority: Organisation, child: Child | None, source: str, way: str, received_on: date, why: str,
    request: dict[str, object], code: str = "", latest_on: date | None = None,
) -> Case:
    case = Case.objects.create(
        reference=_free_reference(),
        authority=authority,
        child=child,
        source=source,
        way=way,
        why=why,
        asked_by=viewer.person,
        request=request,
        received_on=received_on,
        entered_at=viewer.now,
        tracker_hash=tracker_hash(code) if code else "",
        tracker_until=viewer.on + TRACKER_LASTS if code else None,
    )
    fields = {"latest_on": latest_on.isoformat()} if latest_on else {}
    CaseEvent.objects.create(
        case=case, event="request_received", on=received_on, fields=fields, recorded_by=viewer.person, recorded_at=viewer.now
    )
    keep_index(case, on=viewer.on)
    act.made, act.child = case, child
    act.details = {"reference": case.reference, "way": way, "source": source}
    return case


def _free_reference() -> str:
    while Case.objects.filter(reference=(found := new_reference("EHC"))).exists():
        continue
    return found


def _tell(viewer: Viewer, case: Case, child: Child) -> None:
    tell_family(
        viewer, child=child, step="ehc_requested", reference=case.reference, subject="We have the request for an EHC needs assessment",
        body="The council has the request. It must decide within six weeks of getting it. Your page shows the date and who to talk to.",
    )
