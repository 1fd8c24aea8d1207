"""Each page of a case opens with one heading for those who work it, and is closed to everybody else."""

import pytest
from django.test import Client
from tests.factories import ehc, register

PAGES = [
    "", "dates/", "request/", "history/", "evidence/", "assess/has_or_may_have/", "issue/found/", "advice/", "advice/ask/", "plan/", "plan/write/",
    "plan/serve/", "plan/final/", "representations/", "consult/", "exempt/", "withdraw/", "export/", "match/", "new-code/", "adults/",
]
LISTS = ["tray/", "cases/", "letters/", "cases/paper/received/"]


@pytest.mark.parametrize("rest", PAGES)
def test_a_co_ordinator_opens_each_page_of_a_case(officer, case, rest, heading) -> None:
    answer = officer.get(f"/authority/cases/{case.reference}/{rest}")
    assert answer.status_code == 200
    assert heading(answer)


@pytest.mark.parametrize("rest", PAGES)
def test_another_authority_finds_nothing(sign_in, case, rest) -> None:
    answer = sign_in("ehc_co_ordinator", register.authority()).get(f"/authority/cases/{case.reference}/{rest}")
    assert answer.status_code == 404


@pytest.mark.parametrize("rest", PAGES)
def test_a_parent_is_refused_the_authoritys_pages(case, rest) -> None:
    client = Client()
    client.force_login(case.child.adults.first().person)
    answer = client.get(f"/authority/cases/{case.reference}/{rest}")
    assert answer.status_code == 403

@pytest.mark.parametrize("rest", PAGES)
def test_the_childs_own_senco_is_refused_the_authoritys_pages(sign_in, case, rest) -> None:
    assert sign_in("senco", case.child.setting).get(f"/authority/cases/{case.reference}/{rest}").status_code == 403


@pytest.mark.parametrize("rest", PAGES)
def test_a_visitor_is_asked_to_sign_in(case, rest) -> None:
    answer = Client().get(f"/authority/cases/{case.reference}/{rest}")
    assert answer.status_code == 302
    assert answer.url.startswith("/sign-in/")


@pytest.mark.parametrize("rest", LISTS)
def test_a_co_ordinator_opens_each_list(officer, case, rest, heading) -> None:
    answer = officer.get(f"/authority/{rest}")
    assert answer.status_code == 200
    assert heading(answer)


@pytest.mark.parametrize("rest", [*LISTS, "hand-over/", "timeliness/", "tier-words/"])
def test_a_teacher_is_refused_each_list(sign_in, area, rest) -> None:
    school = register.organisation(authority=area)
    answer = sign_in("class_teacher", school).get(f"/authority/{rest}")
    assert answer.status_code == 403 or rest == "tray/"


@pytest.mark.parametrize("rest", ["hand-over/", "timeliness/", "tier-words/"])
def test_a_manager_opens_the_managers_pages_and_a_co_ordinator_does_not(manager, officer, case, rest, heading) -> None:
    answer = manager.get(f"/authority/{rest}")
    assert answer.status_code == 200
    assert heading(answer)
    assert officer.get(f"/authority/{rest}").status_code == 403


def test_a_case_at_each_stage_opens(officer, area) -> None:
    viewer = ehc.authority_viewer(area)
    unmatched = ehc.unmatched_case(area)
    assessing = ehc.assessing(ehc.case(ehc.child_with_parent(area)), viewer)
    ehc.advice_request(assessing, viewer)
    drafted = ehc.drafted(ehc.case(ehc.child_with_parent(area)), viewer, on=register.TODAY)
    for each in (unmatched, assessing, drafted):
        for rest in ("", "dates/", "request/", "history/", "advice/", "plan/"):
            assert officer.get(f"/authority/cases/{each.reference}/{rest}").status_code == 200, (each.state, rest)
