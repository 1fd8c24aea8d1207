"""The rulebook page is fresh and names every rule once."""

import subprocess
import sys
from pathlib import Path

from sooner.law.england_2014.duties import duties
from sooner.law.england_2014.rulebook.paragraphs import chapters

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_what_the_rules_and_tests_say():
    done = subprocess.run([sys.executable, "tools/write_rulebook.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_page_names_every_rule():
    page = (ROOT / "docs" / "reference" / "rulebook.md").read_text(encoding="utf-8")
    for rule in {duty.id for duty in duties()} | {paragraph.id for chapter in chapters().values() for paragraph in chapter.paragraphs}:
        assert page.count(f"\n### {rule}\n") == 1, rule
