"""A real service with the tiny demonstration area, on a day that never changes, and a real browser."""

import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright
from tests.journeys.walking import Walker

ROOT = Path(__file__).resolve().parents[2]
TODAY = "2026-11-24"
ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
    "--disable-sync",
]  # fmt: skip


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def address(tmp_path_factory) -> Iterator[str]:
    """Where the service is: started by the same command that people use."""
    port = free_port()
    environment = {
        **{key: value for key, value in os.environ.items() if key not in {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}},
        "SOONER_INSTANCE": str(tmp_path_factory.mktemp("instance")), "SOONER_PRETEND_TODAY": TODAY, "PORT": str(port),
    }  # fmt: skip
    command = [sys.executable, "-m", "sooner_command.main"]
    subprocess.run([*command, "prepare", "--demonstration", "tiny"], cwd=ROOT, env=environment, check=True)
    server = subprocess.Popen([*command, "serve", "--port", str(port), "--workers", "1"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        wait_for(f"http://127.0.0.1:{port}/", server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(timeout=20)


def wait_for(url: str, server: subprocess.Popen) -> None:
    for _ in range(120):
        assert server.poll() is None, "the service stopped while it was starting"
        try:
            urllib.request.urlopen(url, timeout=2)
            return
        except OSError:
            time.sleep(0.25)
    raise AssertionError("the service did not start")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium from the machine's own packages."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))))
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield started
        started.close()


@pytest.fixture
def walker(address, browser) -> Iterator[Walker]:
    """Somebody at a wide screen with script."""
    yield from _walk(address, browser)


@pytest.fixture
def phone(address, browser) -> Iterator[Walker]:
    """Somebody at a screen 320 pixels wide, which is a wide screen at 400 per cent."""
    yield from _walk(address, browser, viewport={"width": 320, "height": 640})


@pytest.fixture
def without_script(address, browser) -> Iterator[Walker]:
    """Somebody whose browser runs no script."""
    yield from _walk(address, browser, java_script_enabled=False)


def _walk(address: str, browser: Browser, **options: object) -> Iterator[Walker]:
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
    context.set_default_timeout(10_000)
    page = context.new_page()
    yield Walker(address=address, page=page, runs_script=options.get("java_script_enabled", True) is not False)
    context.close()
