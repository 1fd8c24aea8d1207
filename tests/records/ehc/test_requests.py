"""Requests: received on the lawful day, acknowledged, matched once, codes renewed, evidence never unasked, letters and exports journalled."""

from datetime import date, timedelta

import pytest
from django.core import mail
from tests.factories import ehc, register

from sooner_service.assessment.models import TierMove
from sooner_service.ehc.actions.evidence import CannotAttach, answer_offer, attach, offer_evidence
from sooner_service.ehc.actions.export import export_case
from sooner_service.ehc.actions.letters import mark_sent
from sooner_service.ehc.actions.request import (
    Asker,
    CannotAsk,
    ask_in_public,
    enter_paper_request,
    match_child,
    match_new_child,
    new_tracker_code,
)
from sooner_service.ehc.dates import dates_of
from sooner_service.ehc.queries.evidence import offerable
from sooner_service.ehc.queries.public import tracked
from sooner_service.journal.models import Entry
from sooner_service.register.access import NotFound, Refused, visitor
from sooner_service.register.models import ChildAccess, Notice

pytestmark = pytest.mark.django_db
ASKER = Asker("Ines Marlowe", "Mother", "ines@example.org", "", "1 Quay Lane", "Ottoline Testname", "2019-10-04", "Quay School", "Reading.")


@pytest.fixture
def area():
    return register.authority()


@pytest.fixture
def viewer(area):
    return ehc.authority_viewer(area)


def test_a_public_request_is_acknowledged_at_once_without_a_name_or_code(area, django_capture_on_commit_callbacks) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        made = ask_in_public(viewer=visitor(now=register.NOW, on=register.TODAY), asker=ASKER, source="parent", why="other", authority=area)
    message = mail.outbox[-1]
    assert message.to == ["ines@example.org"]
    assert "5 January 2027" in message.body
    assert made.tracker_code not in message.body and "Ottoline" not in message.body + message.subject


def test_the_later_reading_of_receipt_keeps_a_family_from_being_told_late(area, viewer) -> None:
    made = enter_paper_request(
        viewer=viewer, asker=ASKER, source="parent", why="", received_on=date(2026, 10, 10), latest_on=date(2026, 10, 12)
    )
    row = next(each for each in dates_of(made.case, on=date(2026, 11, 22)).deadlines if each.rule == "EHC-04")
    assert (row.status, row.family_status) == ("late", "open")


def test_a_paper_request_is_one_entry_and_not_for_schools(area, viewer) -> None:
    before = Entry.objects.count()
    enter_paper_request(viewer=viewer, asker=ASKER, source="parent", why="", received_on=register.TODAY)
    assert Entry.objects.count() == before + 1
    with pytest.raises(Refused):
        senco = register.viewer(register.role("senco", register.organisation(authority=area)))
        enter_paper_request(viewer=senco, asker=ASKER, source="parent", why="", received_on=register.TODAY)


def test_matching_lets_the_authority_in_once(area, viewer) -> None:
    case, child = ehc.unmatched_case(area), ehc.child_with_parent(area)
    before = Entry.objects.count()
    match_child(viewer=viewer, case=case, child=child)
    assert ChildAccess.objects.filter(child=child, organisation=area, relationship="case_authority").count() == 1
    assert Entry.objects.count() == before + 1
    with pytest.raises(CannotAsk, match="already matched"):
        match_child(viewer=viewer, case=case, child=child)
    with pytest.raises(CannotAsk, match="open case"):
        match_child(viewer=viewer, case=ehc.unmatched_case(area), child=child)


def test_a_known_child_is_not_made_a_second_time(area, viewer) -> None:
    child = ehc.child_with_parent(area)
    with pytest.raises(CannotAsk, match="Search for the name"):
        match_new_child(
            viewer=viewer, case=ehc.unmatched_case(area), given_name=child.given_name.upper(), family_name=child.family_name, born_on=child.born_on
        )


def test_a_new_code_opens_the_tracker_and_the_old_one_does_not(area, viewer) -> None:
    made = enter_paper_request(viewer=viewer, asker=ASKER, source="parent", why="", received_on=register.TODAY)
    code = new_tracker_code(viewer=viewer, case=made.case)
    guest = visitor(now=register.NOW, on=register.TODAY)
    assert tracked(guest, code=code).reference == made.case.reference
    with pytest.raises(NotFound):
        tracked(guest, code=made.tracker_code)


def test_evidence_is_attached_only_after_it_was_offered_and_agreed(area, viewer) -> None:
    child = ehc.child_with_parent(area)
    case = ehc.case(child)
    TierMove.objects.create(child=child, kind="keep", from_tier=1, to_tier=1, reason="x", decided_on=register.TODAY, decided_at=register.NOW)
    senco = register.viewer(register.role("senco", child.setting))
    item = offer_evidence(viewer=senco, case=case, items=offerable(senco, case))[0]
    with pytest.raises(CannotAttach, match="not agreed"):
        attach(viewer=viewer, item=item)
    answer_offer(viewer=register.family_viewer(child.adults.first().person), item=item, is_yes=True)
    before = Entry.objects.count()
    attach(viewer=viewer, item=item)
    assert Entry.objects.count() == before + 1
    assert offerable(senco, case) == []


def test_a_letter_is_marked_once_and_only_by_its_authority(area, viewer) -> None:
    child = ehc.child_with_parent(area)
    child.adults.update(person=register.person(email=None))
    case = ehc.case(child)
    letter = Notice.objects.get()
    with pytest.raises(Refused):
        mark_sent(viewer=ehc.authority_viewer(register.authority()), case=case, letter=letter)
    before = Entry.objects.count()
    mark_sent(viewer=viewer, case=case, letter=letter)
    assert letter.sent_at == register.NOW
    assert Entry.objects.count() == before + 1


def test_evidence_leaves_only_with_a_purpose_and_by_its_authority(area, viewer) -> None:
    case = ehc.case(ehc.child_with_parent(area))
    with pytest.raises(Exception, match="what you need"):
        export_case(viewer=viewer, case=case, purpose=" ", form="json")
    with pytest.raises(Refused):
        export_case(viewer=register.viewer(register.role("senco", case.child.setting)), case=case, purpose="x", form="json")
    export_case(viewer=viewer, case=case, purpose="Tribunal bundle", form="json")
    assert Entry.objects.latest("pk").details["purpose"] == "Tribunal bundle"


def test_a_code_ends_after_its_time(area, viewer) -> None:
    made = enter_paper_request(viewer=viewer, asker=ASKER, source="parent", why="", received_on=register.TODAY)
    later = register.TODAY + timedelta(days=800)
    with pytest.raises(NotFound):
        tracked(visitor(now=register.NOW, on=later), code=made.tracker_code)
