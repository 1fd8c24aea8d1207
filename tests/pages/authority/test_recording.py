"""Recording something that happened, page by page: only what fits is offered, the check shows the dates, the engine's refusals are read."""

from datetime import date

import pytest
from tests.factories import ehc, register

from sooner_service.ehc.models import CaseEvent, CaseNotice

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused(area, case):
    """A case in which the authority decided not to assess on 24 November 2026."""
    viewer = ehc.authority_viewer(area)
    ehc.decide_to_assess(viewer=viewer, case=case, is_yes=False, legal_test=ehc.LIMBS, reasons="No.", rights=ehc.RIGHTS)
    return case


def walk(client, case, **steps):
    start = f"/authority/cases/{case.reference}/record/"
    for key, typed in steps.items():
        client.post(f"{start}{key}/", typed)
    return start


def day(on: date) -> dict[str, str]:
    return {"on-day": str(on.day), "on-month": str(on.month), "on-year": str(on.year)}


def test_only_what_fits_the_state_is_offered(officer, case, refused) -> None:
    text = officer.get(f"/authority/cases/{refused.reference}/record/group/").content.decode()
    assert "An appeal, an order or a concession" in text
    assert "The annual review" not in text


def test_an_appeal_is_recorded_in_four_steps_and_the_check_shows_the_dates(officer, refused, heading) -> None:
    start = walk(officer, refused, group={"group": "tribunal"}, event={"event": "appeal_sent_to_authority"}, details=day(register.TODAY))
    check = officer.get(f"{start}check/")
    assert heading(check) == "Check your answers"
    assert "Answer the appeal" in check.content.decode()
    answer = officer.post(f"{start}check/")
    assert answer.url.endswith("?done=recorded")
    assert refused.events.filter(event="appeal_sent_to_authority").count() == 1


def test_a_certificate_names_its_notice(officer, refused) -> None:
    mark = refused.events.get(event="notice_sent").fields["id"]
    start = walk(officer, refused, group={"group": "mediation"}, event={"event": "mediation_certificate"}, details={**day(register.TODAY), "notice": mark})
    officer.post(f"{start}check/")
    assert refused.events.get(event="mediation_certificate").fields == {"notice": mark}


def test_an_impossible_day_is_refused_in_words_on_the_check(officer, refused) -> None:
    start = walk(officer, refused, group={"group": "mediation"}, event={"event": "mediation_certificate"}, details=day(date(2026, 11, 2)))
    assert "comes before the earliest notice_sent" in officer.get(f"{start}check/").content.decode()
    officer.post(f"{start}check/")
    assert not refused.events.filter(event="mediation_certificate").exists()


def test_a_review_decision_goes_out_with_its_notice(officer, area, case) -> None:
    viewer = ehc.authority_viewer(area)
    CaseEvent.objects.bulk_create(
        CaseEvent(case=case, event=event, on=on, fields=fields, recorded_at=register.NOW)
        for event, on, fields in [
            ("decision_assess", date(2026, 10, 6), {"decision": "yes"}), ("decision_issue", date(2026, 10, 7), {"decision": "yes"}),
            ("draft_served", date(2026, 10, 8), {"method": "email"}), ("plan_finalised", date(2026, 10, 30), {}),
            ("review_meeting", date(2026, 11, 10), {}),
        ]
    )  # fmt: skip
    case.state = "in_review"
    case.save(update_fields=["state"])
    person = case.child.adults.first().person
    details = {**day(viewer.on), "decision": "maintain", "reasons": "The outcomes are being met.", "how_told": "now"}
    rights = {key: ehc.RIGHTS[key] for key in ("mediation", "disagreement", "advice")}
    start = walk(officer, case, group={"group": "review"}, event={"event": "review_decision"}, details=details, rights=rights, told={"told": [str(person.pk)]})
    answer = officer.post(f"{start}check/")
    assert answer.status_code == 302, answer.content.decode()
    assert CaseNotice.objects.get(case=case, kind="keep_plan").appeal_by == date(2027, 1, 25)


def test_what_was_recorded_wrongly_is_taken_back(officer, refused, heading) -> None:
    start = walk(officer, refused, group={"group": "mediation"}, event={"event": "mediation_contact"}, details=day(register.TODAY))
    officer.post(f"{start}check/")
    made = refused.events.get(event="mediation_contact")
    address = f"/authority/cases/{refused.reference}/history/{made.pk}/take-back/"
    assert heading(officer.get(address)).startswith("Take back")
    officer.post(address, {"because": "Wrong family."})
    assert refused.events.get(pk=made.pk).withdrawn_because == "Wrong family."


def test_a_parent_and_another_authority_cannot_record(case, sign_in) -> None:
    address = f"/authority/cases/{case.reference}/record/group/"
    assert sign_in("ehc_co_ordinator", register.authority()).get(address).status_code == 404
    assert sign_in("senco", case.child.setting).get(address).status_code == 403
