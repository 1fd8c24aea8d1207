"""How long things may be before somebody looks again, and marks that must not be left behind."""

import ast
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCE = sorted(path for path in (ROOT / "src").rglob("*.py") if "migrations" not in path.parts)
TEMPLATES = sorted((ROOT / "src").rglob("*.html"))
LONGEST_MODULE, LONGEST_FUNCTION, LONGEST_TEMPLATE = 500, 60, 200
UNFINISHED = re.compile(r"NotImplementedError|\bTODO\b|\bFIXME\b|\bXXX\b|not yet implemented|coming soon", re.IGNORECASE)
FORBIDDEN_WORDS = {"helpers", "utils", "manager", "handler", "base", "common", "misc"}
ADDRESSES = re.compile("|".join(["py" + "pi[.]org", "python" + "hosted", "registry[.]npm" + "js", "deb[.]deb" + "ian", "/wor" + "k/main"]))


def named(path: Path) -> str:
    return str(path.relative_to(ROOT / "src"))


@pytest.mark.parametrize("path", SOURCE, ids=named)
def test_modules_and_functions_stay_short(path):
    text = path.read_text()
    assert text.count("\n") <= LONGEST_MODULE, f"{path} has {text.count(chr(10))} lines"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= LONGEST_FUNCTION, f"{path}:{node.lineno} {node.name} has {length} lines"


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_templates_stay_short_and_safe(path):
    text = path.read_text()
    assert text.count("\n") <= LONGEST_TEMPLATE
    assert "|safe" not in text, f"{path} marks text as safe"
    assert not re.search(r"\sstyle=|\son(click|load|change|submit)=", text), f"{path} has inline style or script"
    assert not re.search(r"<script(?![^>]*\bsrc=)", text), f"{path} has an inline script"


@pytest.mark.parametrize("path", SOURCE, ids=named)
def test_nothing_unfinished_is_left_behind(path):
    assert not UNFINISHED.search(path.read_text())


@pytest.mark.parametrize("path", SOURCE, ids=named)
def test_every_module_says_what_it_is_for(path):
    assert ast.get_docstring(ast.parse(path.read_text())), f"{path} has no docstring"


def test_names_are_the_domains():
    for path in SOURCE:
        words = set(re.split(r"[_.]", path.stem))
        assert not words & FORBIDDEN_WORDS, f"{path} is named after nothing in the domain"


def test_the_tree_names_no_registry_and_no_machine():
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False).stdout.split("\n")
    for name in listed:
        path = ROOT / name
        if path.is_file() and path.stat().st_size < 2_000_000:
            try:
                text = path.read_text(encoding="utf-8")
            except UnicodeDecodeError:
                continue
            assert not ADDRESSES.search(text), f"{name} names a registry or a machine"


def test_decision_records_have_numbers_of_their_own():
    numbers = [path.name[:4] for path in (ROOT / "docs" / "decisions").glob("[0-9]*.md")]
    assert numbers, "there are no decision records"
    assert len(numbers) == len(set(numbers))
