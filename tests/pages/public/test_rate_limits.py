"""The limit on how often a form may be sent from one place."""

from datetime import timedelta

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.test import RequestFactory
from tests.factories import register as make

from sooner_service.pages.rate_limits import HOUR, at_most
from sooner_service.register.access import visitor


def answered(view, *, method: str = "post", later: timedelta = timedelta(), sender: str = "192.0.2.1", **headers: str) -> int:
    request = getattr(RequestFactory(), method)("/", REMOTE_ADDR=sender, headers=headers)
    now = make.NOW + later
    request.viewer = visitor(now=now, on=now.date())
    return view(request).status_code


@pytest.fixture
def view(db):
    @at_most(2, within=HOUR, name="test")
    def page(request) -> HttpResponse:
        return HttpResponse("done")

    return page


def test_the_third_sending_is_stopped(view) -> None:
    assert [answered(view) for _ in range(3)] == [200, 200, 429]


def test_another_sender_is_not_stopped(view) -> None:
    assert [answered(view) for _ in range(3)][-1] == 429
    assert answered(view, sender="192.0.2.2") == 200


def test_the_next_period_begins_again(view) -> None:
    assert [answered(view) for _ in range(3)][-1] == 429
    assert answered(view, later=timedelta(hours=1)) == 200


def test_looking_and_saving_while_typing_do_not_count(view) -> None:
    assert {answered(view, method="get") for _ in range(5)} == {200}
    assert {answered(view, **{"X-Autosave": "yes"}) for _ in range(5)} == {200}
    assert answered(view) == 200


def test_two_forms_are_counted_apart(view) -> None:
    other = at_most(2, within=HOUR, name="other")(lambda request: HttpResponse("done"))
    assert [answered(view) for _ in range(3)][-1] == 429
    assert answered(other) == 200


def test_the_network_address_itself_is_not_kept(view, monkeypatch: pytest.MonkeyPatch) -> None:
    kept: list[str] = []
    monkeypatch.setattr(cache, "set", lambda key, value, timeout: kept.append(key))
    answered(view, sender="192.0.2.77")
    assert kept
    assert "192.0.2.77" not in kept[0]
