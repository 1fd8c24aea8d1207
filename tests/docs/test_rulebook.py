"""The rulebook page is fresh, and says each rule once with a source and a mark."""

import subprocess
import sys
from pathlib import Path

from sooner.law.england_2014.duties import duties, tables
from sooner.law.england_2014.rulebook.paragraphs import chapters
from sooner.law.proposals_2026.changes import changes
from sooner.law.proposals_2026.duties import proposed, proposed_duties

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_what_the_rules_and_tests_say():
    done = subprocess.run([sys.executable, "tools/write_rulebook.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_each_rule_has_one_place_a_sentence_and_a_source():
    dated = {duty.id for duty in (*duties(), *proposed_duties())}
    undated = [paragraph for chapter in (*chapters().values(), changes()) for paragraph in chapter.paragraphs]
    ids = [paragraph.id for paragraph in undated]
    assert len(set(ids)) == len(ids)
    assert not dated & set(ids)
    assert all(paragraph.says.endswith(".") and paragraph.authority for paragraph in undated)
    assert all(table.about.source and table.about.checked for table in (*tables().values(), proposed()))


def test_what_is_proposed_says_so_and_nothing_in_force_does():
    assert {duty.standing for duty in proposed_duties()} == {"proposed"}
    assert all(duty.standing != "proposed" for duty in duties())
    assert all((paragraph.standing == "proposed") == paragraph.id.startswith("PR-") for paragraph in changes().paragraphs)


def test_the_page_names_every_rule():
    page = (ROOT / "docs" / "reference" / "rulebook.md").read_text(encoding="utf-8")
    for rule in {duty.id for duty in duties()} | {paragraph.id for chapter in chapters().values() for paragraph in chapter.paragraphs}:
        assert page.count(f"\n### {rule}\n") == 1, rule
