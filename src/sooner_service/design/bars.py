"""A bar chart of simple counts, from zero, drawn on the server as SVG with its table."""

from dataclasses import dataclass

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from sooner_service.design.axes import DARK_BLUE, FONT, Scale, number_words, value_ticks

WIDTH, LEFT, RIGHT, TOP, ROW, BAR = 680, 210, 610, 12, 38, 24
LONGEST_LABEL = 26


@dataclass(frozen=True)
class Bar:
    """A count with its words; no count where the number is too small to show, with the `note` that says so."""

    words: str
    count: float | None
    note: str = ""


@dataclass(frozen=True)
class BarChart:
    """What to draw. `sentence` says what it shows, `unit` what is counted, `highest` fixes the axis (else the largest count)."""

    title: str
    sentence: str
    unit: str
    bars: tuple[Bar, ...]
    highest: float | None = None
    key: str = "bars"

    def draw(self) -> SafeString:
        """The figure: sentence, drawing, table."""
        return mark_safe(bar_chart(self))  # noqa: S308


def bar_chart(chart: BarChart) -> str:
    """The HTML of the figure. Every text in it is escaped."""
    top = chart.highest or max([bar.count or 0 for bar in chart.bars], default=0) or 1
    scale = Scale(0, top, LEFT, RIGHT)
    foot = TOP + ROW * len(chart.bars)
    drawn = [_bar(bar, TOP + ROW * index, scale) for index, bar in enumerate(chart.bars)]
    context = {
        "chart": chart, "bars": drawn, "ticks": value_ticks(scale), "width": WIDTH, "height": foot + 52, "left": LEFT, "right": RIGHT,
        "top": TOP, "foot": foot, "tick_y": foot + 18, "unit_y": foot + 42, "font": FONT, "colour": DARK_BLUE, "bar_height": BAR,
        "description": _description(chart),
    }  # fmt: skip
    return str(get_template("design/bar_chart.html").render(context))


def _bar(bar: Bar, y: float, scale: Scale) -> dict[str, object]:
    end = scale.at(bar.count or 0)
    value = number_words(bar.count) if bar.count is not None else (bar.note or "not shown")
    label = bar.words if len(bar.words) <= LONGEST_LABEL else bar.words[: LONGEST_LABEL - 1].rstrip() + "…"
    return {
        "words": bar.words, "label": label, "value": value, "note": bar.note, "y": y + 7, "text_y": y + 24, "length": round(end - LEFT, 1), "end": end + 8,
    }  # fmt: skip


def _description(chart: BarChart) -> str:
    parts = [f"{bar.words} {number_words(bar.count) if bar.count is not None else bar.note or 'not shown'}" for bar in chart.bars]
    return f"Bar chart of {chart.unit}, from zero. {'; '.join(parts)}." if parts else f"Bar chart of {chart.unit}. There is nothing to show yet."
