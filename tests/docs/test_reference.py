"""Generated pages are fresh, settings and commands are documented, links lead somewhere."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from sooner_command.main import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\[[^\]]+\]\((?!https?:|mailto:|#)([^)#]+)")


def test_the_generated_pages_are_fresh():
    done = subprocess.run([sys.executable, "tools/write_reference.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr[-2000:]


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_links_between_documents_lead_somewhere(path):
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), f"{path.relative_to(ROOT)} links to {target}, which is not there"


def test_every_setting_that_is_read_is_in_the_sample_file():
    read = set(re.findall(r'_(?:word|yes|day|kept_secret)\("([A-Z_]+)"', (ROOT / "src/sooner_service/project/settings.py").read_text()))
    sample = set(re.findall(r"^([A-Z_]+)=", (ROOT / ".env.sample").read_text(), re.MULTILINE))
    assert read == sample


@pytest.mark.parametrize("name", [name for name in COMMANDS if name != "manage"])
def test_every_command_explains_itself_with_an_example(name):
    done = subprocess.run([sys.executable, "-m", "sooner_command.main", name, "--help"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "Example" in done.stdout or "example" in done.stdout


def test_every_decision_has_context_choice_and_price():
    for path in sorted((ROOT / "docs" / "decisions").glob("*.md")):
        text = path.read_text(encoding="utf-8")
        assert all(f"**{part}.**" in text for part in ("Context", "Choice", "Price")), path.name
