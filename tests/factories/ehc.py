"""Builders for EHC cases: each takes a case through the real actions, on given days, up to where a test begins."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from tests.factories import register

from sooner_service.ehc.actions.decisions import decide_to_assess, decide_to_issue
from sooner_service.ehc.actions.documents import SECTIONS, save_document, serve_draft
from sooner_service.ehc.actions.request import Asker, ask_signed_in, enter_paper_request
from sooner_service.ehc.actions.steps import ask_for_advice
from sooner_service.ehc.models import AdviceRequest, Case
from sooner_service.register.access import Viewer
from sooner_service.register.models import Child, Organisation

RECEIVED_ON = date(2026, 10, 5)
LIMBS = {"has_or_may_have": "Yes. Reads at the level of a child of five.", "may_be_necessary": "Yes. More than the school can give."}
FOUND = {"found": "Yes. Speech and language needs.", "is_necessary": "Yes. Weekly therapy is not otherwise available."}
RIGHTS = {
    "mediation": "Harbour Mediation, 01632 960 011",
    "disagreement": "Harbour Mediation, 01632 960 012",
    "advice": "Estuary SENDIASS, 01632 960 013",
    "schools": "The Local Offer, localoffer.example.org",
}
TEXT = {key: f"What section {key} says." for key in SECTIONS if key != "I"}


def on_day(viewer: Viewer, day: date) -> Viewer:
    """The same person on another day."""
    return replace(viewer, on=day, now=datetime(day.year, day.month, day.day, 10, 0, tzinfo=UTC), links={})


def authority_viewer(area: Organisation, role: str = "ehc_co_ordinator") -> Viewer:
    """Somebody who works for the authority."""
    return register.viewer(register.role(role, area))


def child_with_parent(area: Organisation, **fields: object) -> Child:
    """A child at a school of the area, with one parent who has messages."""
    school = register.organisation(authority=area)
    child = register.child(school, register.school_class(school), **fields)
    register.adult(child)
    return child


def case(child: Child, *, received_on: date = RECEIVED_ON) -> Case:
    """A request by the parent, on a day."""
    parent = child.adults.first()
    viewer = on_day(register.family_viewer(parent.person), received_on)
    return ask_signed_in(viewer=viewer, child=child, reasons="Reading is very hard.", why="not_enough")


def unmatched_case(area: Organisation, *, received_on: date = RECEIVED_ON, **fields: str) -> Case:
    """A request on paper about a child who is not matched yet."""
    asker = Asker(
        **{
            "your_name": "Ines Marlowe", "relation": "Aunt", "email": "", "telephone": "", "address": "1 Quay Lane, Harbourton",
            "child_name": "Ottoline Testname", "child_born_on": "2019-10-04", "setting_name": "Quay School", "reasons": "Reading.", **fields,
        }
    )
    return enter_paper_request(viewer=authority_viewer(area), asker=asker, source="parent", why="", received_on=received_on).case


def assessing(case: Case, viewer: Viewer, *, on: date | None = None) -> Case:
    """A case in which it was decided to assess."""
    day = on or case.received_on + timedelta(days=21)
    decide_to_assess(viewer=on_day(viewer, day), case=case, is_yes=True, legal_test=LIMBS, reasons="You asked, and the school agrees.", rights=RIGHTS)
    return case


def advice_request(case: Case, viewer: Viewer, *, on: date | None = None, organisation: Organisation | None = None) -> AdviceRequest:
    """A question to the child's own setting, or to another organisation."""
    day = on or case.received_on + timedelta(days=22)
    asked = organisation or case.child.setting
    body = "school" if organisation is None else "ep"
    return ask_for_advice(viewer=on_day(viewer, day), case=case, body=body, organisation=asked, question="Which needs do you see?")


def drafted(case: Case, viewer: Viewer, *, on: date | None = None) -> Case:
    """A case with its draft sent to the family."""
    day = on or case.received_on + timedelta(days=100)
    assessing(case, viewer)
    acting = on_day(viewer, day)
    decide_to_issue(viewer=acting, case=case, is_yes=True, legal_test=FOUND, reasons="The advice agrees.")
    save_document(viewer=acting, case=case, sections=TEXT, edit=0)
    serve_draft(viewer=acting, case=case, method="email", rights=RIGHTS)
    return case
