"""The pictures of the documents: each is there, small and used. The browser tests make them (SOONER_KEEP_PICTURES=1 ./test journeys)."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PICTURES = ROOT / "docs" / "pictures"
MOST_PICTURES, MOST_BYTES = 8, 300 * 1024
PNG = b"\x89PNG\r\n\x1a\n"


def referred_to() -> set[Path]:
    """The pictures that the documents show."""
    pages = [ROOT / "README.md", *(ROOT / "docs").rglob("*.md")]
    return {
        (page.parent / place).resolve() for page in pages for place in re.findall(r"!\[[^\]]+\]\(([^)\s]+)\)", page.read_text(encoding="utf-8"))
    }


def test_every_picture_that_a_document_shows_is_there():
    assert referred_to(), "no document shows a picture"
    assert {str(place) for place in referred_to() if not place.is_file()} == set()


def test_no_picture_lies_unused():
    assert set(PICTURES.iterdir()) - referred_to() == set()


def test_pictures_are_few_and_small():
    pictures = list(PICTURES.iterdir())
    assert len(pictures) <= MOST_PICTURES
    for picture in pictures:
        assert picture.read_bytes().startswith(PNG), f"{picture.name} is no PNG"
        assert picture.stat().st_size <= MOST_BYTES, f"{picture.name} is larger than {MOST_BYTES} bytes"
