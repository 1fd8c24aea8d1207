"""One picture of the study: for each rule as it is used, how many pupils on aim it flags and how many half-rate growers it finds."""

from collections.abc import Mapping
from typing import Any, Final
from xml.sax.saxutils import escape

ROW, LEFT, WIDE, TOP, BAR = 44, 170, 420, 64, 14
ON_AIM, HALF_RATE = "#d4351c", "#1d70b8"
NAMES: Final[Mapping[str, str]] = {
    "data_point_4": "4 in a row below",
    "median_3": "median of 3",
    "trend_point": "flatter than the aim",
    "trend_test": "trend test",
    "theil_sen_point": "robust slope",
    "interval_75": "75 % interval",
    "cusum_50": "cumulative sum",
    "bayes_aim": "recommended (Bayes)",
}


def chart(found: Mapping[str, Any]) -> str:
    """The picture as SVG; colour is never the only sign, since every bar carries its words and number."""
    cell = found["cells"]["independent/10"]
    rows = [_row(at, name, cell[key]["ever_by_week_20"]) for at, (key, name) in enumerate(NAMES.items())]
    height = TOP + ROW * len(rows) + 10
    title = "Flagged by week 20, error SD 10: pupils exactly on aim (should be few) and pupils growing at half the aim (should be many)"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 680 {height}" role="img" font-family="sans-serif" font-size="13">\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="680" height="{height}" fill="#ffffff"/>\n'
        '<text x="10" y="22" font-size="16" font-weight="bold">Flagged by week 20, as each rule is used</text>\n'
        f'<text x="10" y="44" fill="{ON_AIM}">upper bar: exactly on aim (a false alarm)</text>\n'
        f'<text x="300" y="44" fill="{HALF_RATE}">lower bar: growing at half the aim (a find)</text>\n' + "\n".join(rows) + "\n</svg>\n"
    )


def _row(at: int, name: str, shares: Mapping[str, float]) -> str:
    y = TOP + ROW * at
    bars = [_bar(y, shares["1.5"], ON_AIM), _bar(y + BAR + 2, shares["0.75"], HALF_RATE)]
    return f'<text x="10" y="{y + 18}">{escape(name)}</text>\n' + "\n".join(bars)


def _bar(y: int, share: float, colour: str) -> str:
    length = WIDE * share
    return (
        f'<rect x="{LEFT}" y="{y}" width="{length:.1f}" height="{BAR}" fill="{colour}"/>'
        f'<text x="{LEFT + length + 6:.1f}" y="{y + 12}">{100 * share:.0f} %</text>'
    )
