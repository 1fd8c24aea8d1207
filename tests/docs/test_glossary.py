"""The words to avoid are not on screens, and the words to use are in the glossary once, in order."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("|") and not line.startswith("|---")
][1:]
AVOIDED = [word.strip() for row in ROWS if len(row) > 2 for word in row[2].split(",") if word.strip()]
NEVER = ["failed", "non-compliant", "refuser", "please note", "click here", "in order to"]
TEMPLATES = sorted((ROOT / "src").rglob("*.html"))
MARKUP = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<[^>]+>", re.DOTALL)


def words_on(path: Path) -> str:
    """What a person reads: attributes of tags that are shown count, code does not."""
    text = path.read_text(encoding="utf-8")
    shown = " ".join(re.findall(r'(?:text|why|how|label|hint|summaryText|titleText)="([^"]+)"', text))
    return f"{MARKUP.sub(' ', text)} {shown}".lower()


@pytest.mark.parametrize("word", [*AVOIDED, *NEVER])
def test_no_screen_says_a_word_to_avoid(word):
    found = [str(path.relative_to(ROOT)) for path in TEMPLATES if re.search(rf"\b{re.escape(word.lower())}s?\b", words_on(path))]
    assert not found, f"{word!r} is on {found[:5]}"


def test_the_glossary_is_in_order_and_says_what_each_word_means():
    words = [row[0].lower() for row in ROWS]
    assert words == sorted(words), [pair for pair in zip(words, sorted(words), strict=True) if pair[0] != pair[1]][:2]
    assert len(words) == len(set(words))
    assert all(row[1] for row in ROWS)
