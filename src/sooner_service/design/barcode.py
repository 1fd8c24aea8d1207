"""A case reference as a Code 39 barcode, so that a letter that comes back can be scanned to its case."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

# Nine elements to a character, bar first: w is wide, n is narrow (ISO/IEC 16388).
BARS_AND_SPACES = (
    "nnnwwnwnn wnnwnnnnw nnwwnnnnw wnwwnnnnn nnnwwnnnw wnnwwnnnn nnwwwnnnn nnnwnnwnw wnnwnnwnn nnwwnnwnn "
    "wnnnnwnnw nnwnnwnnw wnwnnwnnn nnnnwwnnw wnnnwwnnn nnwnwwnnn nnnnnwwnw wnnnnwwnn nnwnnwwnn nnnnwwwnn "
    "wnnnnnnww nnwnnnnww wnwnnnnwn nnnnwnnww wnnnwnnwn nnwnwnnwn nnnnnnwww wnnnnnwwn nnwnnnwwn nnnnwnwwn "
    "wwnnnnnnw nwwnnnnnw wwwnnnnnn nwnnwnnnw wwnnwnnnn nwwnwnnnn nwnnnnwnw wwnnnnwnn nwwnnnwnn nwnnwnwnn"
)
WIDTHS = dict(
    zip(
        "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ-. *",
        BARS_AND_SPACES.split(),
        strict=True,
    )
)
NARROW, WIDE, HEIGHT = 1, 3, 30


def barcode(reference: str) -> SafeString:
    """The barcode with the reference printed under it. Letters are read as capitals; other characters are refused with ValueError."""
    text = reference.upper()
    unknown = sorted(set(text) - set(WIDTHS) | ({"*"} & set(text)))
    if unknown:
        raise ValueError(f"The reference {reference!r} has {unknown[0]!r}, which a Code 39 barcode cannot hold.")
    bars, width = _bars(f"*{text}*")
    drawn = format_html_join("", '<rect x="{}" y="0" width="{}" height="{}"/>', ((place, size, HEIGHT) for place, size in bars))
    return format_html(
        '<svg class="sooner-barcode" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        'role="img"><title>Barcode of {reference}</title>{bars}</svg>',
        width=width, height=HEIGHT, reference=reference, bars=drawn,
    )  # fmt: skip


def _bars(text: str) -> tuple[list[tuple[int, int]], int]:
    bars, place = [], 0
    for character in text:
        for index, element in enumerate(WIDTHS[character]):
            size = WIDE if element == "w" else NARROW
            if index % 2 == 0:
                bars.append((place, size))
            place += size
        place += NARROW
    return bars, place - NARROW
