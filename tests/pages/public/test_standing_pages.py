"""The pages that anyone may read: each has its heading, reads easily and knows its neighbours."""

import re

import pytest
from django.test import Client
from tests.factories import register as make

from sooner.advice import articles, reading_grade, unexplained_acronyms
from sooner_service.project.urls import AUDIENCES
from sooner_service.register.models import Organisation

PAGES = {
    "/": "Help for children with special needs, sooner",
    "/about/": "About Sooner",
    "/about/tiers/": "Levels of support, side by side",
    "/who-can-help/": "Who can help",
    "/privacy/": "Privacy, in plain words",
    "/cookies/": "Cookies",
    "/accessibility/": "Accessibility",
    "/advice/": "Find advice",
    "/request-ehc/": "Ask for an EHC needs assessment",
    "/tracker/": "Follow a request",
}
BLOCK = re.compile(r"</?(?:p|li|h\d|dt|dd|td|th|br|tr|div|button|label|summary)\b[^>]*>")
TAG = re.compile(r"<[^>]+>|&[#\w]+;")


def main_words(page: str) -> str:
    """What a reader sees between the header and the footer, one block a line."""
    main = page.split("<main", 1)[1].split("</main>", 1)[0]
    main = re.sub(r"<(?:script|style)\b.*?</(?:script|style)>", " ", main, flags=re.DOTALL)
    return TAG.sub(" ", BLOCK.sub("\n", main)).split(">", 1)[1]


@pytest.mark.parametrize(("address", "heading"), PAGES.items())
def test_a_page_opens_with_one_heading(visitor: Client, address: str, heading: str) -> None:
    page = visitor.get(address)
    assert page.status_code == 200
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", page.content.decode(), flags=re.DOTALL) == [heading]
    assert "Leave this page quickly" in page.content.decode()


@pytest.mark.parametrize("address", PAGES)
def test_a_page_reads_easily_and_explains_its_short_forms(visitor: Client, address: str) -> None:
    words = main_words(visitor.get(address).content.decode())
    assert reading_grade(words) <= 7
    assert unexplained_acronyms(words) == ()


@pytest.mark.parametrize("address", ["/", "/about/", "/privacy/", "/cookies/", "/accessibility/", "/advice/", "/request-ehc/", "/tracker/"])
def test_a_first_look_starts_no_session(visitor: Client, address: str) -> None:
    assert "sessionid" not in visitor.get(address).cookies


def test_the_home_page_has_three_doors(visitor: Client) -> None:
    page = visitor.get("/").content.decode()
    for door in ("/advice/", "/request-ehc/", "/tracker/", "/account/login/code/", "/account/login/"):
        assert f'href="{door}"' in page
    assert "This is a demonstration" in page


def test_the_areas_own_advice_service_is_named(visitor: Client, area: Organisation) -> None:
    assert "We have no number for it here" in visitor.get("/who-can-help/").content.decode()
    make.organisation("advice_service", name="Estuary Advice", telephone="01632 960 777", phase="", authority=area)
    page = visitor.get("/who-can-help/").content.decode()
    assert "Estuary Advice" in page
    assert "01632 960 777" in page


@pytest.mark.parametrize("each", articles(), ids=lambda each: each.key)
def test_every_article_opens(visitor: Client, each) -> None:
    page = visitor.get(f"/advice/{each.key}/")
    assert page.status_code == 200
    assert "The law behind this" in page.content.decode()


def test_an_unknown_article_is_not_found(visitor: Client) -> None:
    assert visitor.get("/advice/no-such-article/").status_code == 404


def test_every_public_address_is_tested_here() -> None:
    fixed = {f"/{address.path}" for address in AUDIENCES["public"][1] if "<" not in address.path}
    assert fixed - set(PAGES) == {"/request-ehc/kept/", "/request-ehc/check/", "/request-ehc/sent/"}
