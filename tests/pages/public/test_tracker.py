"""The tracker: a posted code, a stage and a date, and never a name."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from tests.factories import ehc as make_ehc
from tests.factories import register as make

from sooner.advice import article
from sooner_service.ehc.models import Case
from sooner_service.ehc.tracker_codes import new_code, tracker_hash
from sooner_service.pages.public.tracker.tracker import UNKNOWN, WHAT_YOU_CAN_DO
from sooner_service.register.models import Organisation

LONG_AGO = make.TODAY - timedelta(days=60)


@pytest.fixture
def code(area: Organisation) -> str:
    made = new_code()
    case = make_ehc.unmatched_case(area)
    Case.objects.filter(pk=case.pk).update(tracker_hash=tracker_hash(made), tracker_until=make.TODAY)
    return made


def shown(visitor: Client, code: str) -> str:
    page = visitor.post("/tracker/", {"code": code})
    assert page.status_code == 200
    return page.content.decode()


def summary(page: str) -> str:
    found = re.search(r'class="govuk-error-summary".*?</ul>', page, flags=re.DOTALL)
    return found.group() if found else ""


def test_a_code_shows_stage_next_step_and_date(visitor: Client, code: str) -> None:
    page = shown(visitor, code)
    assert Case.objects.get().reference in page
    assert "What happens next" in page
    assert "Why this date" in page
    assert "01632 960 100" in page


def test_a_code_may_be_typed_in_any_way(visitor: Client, code: str) -> None:
    assert Case.objects.get().reference in shown(visitor, f" {code.lower().replace('-', ' ')} ")


def test_no_name_is_ever_shown(visitor: Client, code: str) -> None:
    case = Case.objects.get()
    page = shown(visitor, code)
    for words in (case.request.get("child_name"), case.request.get("your_name")):
        assert not words or str(words) not in page


def test_an_unknown_and_an_expired_code_get_the_same_words(visitor: Client, code: str) -> None:
    unknown = summary(shown(visitor, "AAAA-BBBB-CCCC"))
    Case.objects.update(tracker_until=make.TODAY - timedelta(days=1))
    assert summary(shown(visitor, code)) == unknown
    assert UNKNOWN in unknown


def test_an_empty_code_has_an_error_summary(visitor: Client) -> None:
    assert "Enter your code" in summary(shown(visitor, ""))


def test_a_code_in_the_address_is_not_read(visitor: Client, code: str) -> None:
    assert Case.objects.get().reference not in visitor.get("/tracker/", {"code": code}).content.decode()


def test_a_late_step_leads_to_what_the_family_can_do(visitor: Client, area: Organisation, code: str) -> None:
    Case.objects.all().delete()
    case = make_ehc.unmatched_case(area, received_on=LONG_AGO)
    Case.objects.filter(pk=case.pk).update(tracker_hash=tracker_hash(code), tracker_until=make.TODAY)
    page = shown(visitor, code)
    assert "This is late" in page
    assert 'href="/advice/no-answer-after-six-weeks/"' in page


def test_every_article_that_a_late_step_leads_to_exists() -> None:
    assert all(article(key) for key in {*WHAT_YOU_CAN_DO.values(), "complain-about-the-council"})


def test_guessing_is_stopped_after_ten_tries(visitor: Client) -> None:
    statuses = [visitor.post("/tracker/", {"code": f"AAAA-{number:04}"}).status_code for number in range(11)]
    assert statuses == [200] * 10 + [429]
    assert "Too many tries" in visitor.post("/tracker/", {"code": "x"}).content.decode()
