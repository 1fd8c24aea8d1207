"""A real service with the tiny invented area for each module, on a day that never changes by itself, and a real browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.journeys.running import Service, copy_of, prepare
from tests.journeys.walking import Walker

ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip


@pytest.fixture(scope="session")
def prepared(tmp_path_factory) -> Path:
    """The folder of an area that nobody has used yet."""
    return prepare(tmp_path_factory.mktemp("prepared"))


@pytest.fixture(scope="module")
def service(prepared, tmp_path_factory) -> Iterator[Service]:
    """A running service with its own copy of the area."""
    started = Service(copy_of(prepared, tmp_path_factory.mktemp("instance"))).start()
    yield started
    started.stop()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the machine's own packages."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def walker(service, browser) -> Iterator[Walker]:
    """Somebody at a wide screen with script."""
    yield from _walk(service, browser)


@pytest.fixture
def colleague(service, browser) -> Iterator[Walker]:
    """Somebody else at another computer at the same time."""
    yield from _walk(service, browser)


@pytest.fixture
def phone(service, browser) -> Iterator[Walker]:
    """Somebody at a screen 320 pixels wide, which is a wide screen at 400 per cent."""
    yield from _walk(service, browser, viewport={"width": 320, "height": 640})


@pytest.fixture
def without_script(service, browser) -> Iterator[Walker]:
    """Somebody whose browser runs no script."""
    yield from _walk(service, browser, java_script_enabled=False)


def _walk(service: Service, browser: Browser, **options: object) -> Iterator[Walker]:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(10_000)
    page = context.new_page()
    yield Walker(address=service.address, page=page, runs_script=options.get("java_script_enabled", True) is not False)
    context.close()
