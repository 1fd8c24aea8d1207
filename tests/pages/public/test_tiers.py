"""The comparison of levels of support."""

import re

import pytest
from django.test import Client

from sooner.assessment.comparators import all_models


def test_every_model_stands_in_one_table(visitor: Client) -> None:
    page = visitor.get("/about/tiers/")
    words = page.content.decode()
    assert page.status_code == 200
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", words) == ["Levels of support, side by side"]
    for key, model in all_models():
        assert f'href="/about/tiers/{key}/"' in words
        assert model.lesson.replace("'", "&#x27;") in words


@pytest.mark.parametrize("key", [key for key, _ in all_models()])
def test_a_model_shows_each_level_its_standing_and_its_source(visitor: Client, key: str) -> None:
    model = dict(all_models())[key]
    words = visitor.get(f"/about/tiers/{key}/").content.decode()
    for level in model.levels:
        assert f". {level.name}</h2>" in words
    assert model.standing_there.split(".")[0].replace("'", "&#x27;") in words
    assert model.about.version in words


def test_a_statement_from_memory_is_marked(visitor: Client) -> None:
    assert "From memory, to be checked before anyone quotes it" in visitor.get("/about/tiers/italy/").content.decode()


def test_a_model_that_does_not_exist_is_not_found(visitor: Client) -> None:
    assert visitor.get("/about/tiers/mars/").status_code == 404


def test_comparing_starts_no_session(visitor: Client) -> None:
    assert "sessionid" not in visitor.get("/about/tiers/").cookies
