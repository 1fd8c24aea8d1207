"""The progress chart: scores over time against a goal, drawn on the server as SVG with its table.

The axes are given by the caller, never guessed from the scores, so that two charts of one measure can be compared by eye.
"""

from dataclasses import dataclass, field, replace
from datetime import date

from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe

from sooner_service.design.axes import (
    DARK_BLUE,
    DARK_GREY,
    DARK_PINK,
    FONT,
    LIGHT_PURPLE,
    TURQUOISE,
    Scale,
    day_ticks,
    number_words,
    value_ticks,
)
from sooner_service.design.session_strip import SessionWeek, sessions_words, strip_of
from sooner_service.design.words import uk_date

WIDTH, HEIGHT = 680, 400
LEFT, RIGHT, TOP, BOTTOM = 62, 590, 46, 340
STRIP = 44
APART = 40
COLOURS = {"score": DARK_BLUE, "baseline": DARK_GREY, "aim": TURQUOISE, "trend": DARK_PINK, "band": LIGHT_PURPLE, "ink": "#0B0C0C"}


@dataclass(frozen=True)
class Score:
    """A score on a day."""

    on: date
    value: float
    note: str = ""


@dataclass(frozen=True)
class Line:
    """A straight line from one score to another."""

    first: Score
    last: Score
    words: str


@dataclass(frozen=True)
class Phase:
    """A change of support on a day."""

    starts_on: date
    words: str


@dataclass(frozen=True)
class BandPoint:
    """How far the true score may lie from the measured one."""

    on: date
    low: float
    high: float


@dataclass(frozen=True)
class ProgressChart:
    """What to draw. `sentence` says in words what it shows; `measure` names the unit; the four limits fix the axes.

    `missing` are the days on which a score was due and none was taken; `sessions` becomes the strip under the axis. `key` makes the ids unique where a page has several charts.
    """

    title: str
    sentence: str
    measure: str
    starts_on: date
    ends_on: date
    lowest: float
    highest: float
    scores: tuple[Score, ...]
    baseline: tuple[Score, ...] = ()
    aimline: Line | None = None
    trend: Line | None = None
    goal: Score | None = None
    phases: tuple[Phase, ...] = ()
    missing: tuple[date, ...] = ()
    band: tuple[BandPoint, ...] = ()
    band_words: str = "Likely range"
    sessions: tuple[SessionWeek, ...] = ()
    key: str = field(default="progress")

    def draw(self) -> SafeString:
        """The figure: sentence, drawing, table."""
        return mark_safe(progress_chart(self))  # noqa: S308


def progress_chart(chart: ProgressChart) -> str:
    """The HTML of the figure. Every text in it is escaped."""
    return str(get_template("design/progress_chart.html").render({"chart": chart, **_Drawing(chart).context()}))


class _Drawing:
    """The places of everything on the drawing."""

    def __init__(self, chart: ProgressChart) -> None:
        self.chart = chart
        self.across = Scale(chart.starts_on.toordinal(), chart.ends_on.toordinal(), LEFT, RIGHT)
        self.up = Scale(chart.lowest, chart.highest, BOTTOM, TOP)

    def context(self) -> dict[str, object]:
        """What the template needs."""
        chart = self.chart
        return {
            "width": WIDTH, "height": HEIGHT + (STRIP if chart.sessions else 0), "left": LEFT, "right": RIGHT, "top": TOP, "bottom": BOTTOM, "middle": (TOP + BOTTOM) / 2,
            "font": FONT, "colours": COLOURS, "description": description(chart), "rows": table_rows(chart),
            "value_ticks": value_ticks(self.up), "day_ticks": day_ticks(chart.starts_on, chart.ends_on, self.across),
            "runs": [" ".join(f"{x},{y}" for x, y in run) for run in self.runs() if len(run) > 1],
            "dots": [self.place(score.on, score.value) for score in chart.scores],
            "triangles": [self.triangle(score) for score in chart.baseline],
            "baseline_label": self.above(chart.baseline[0]) if chart.baseline else None,
            "last": self.label(chart.scores[-1]) if chart.scores else None,
            "lines": [self.line(line, kind) for line, kind in ((chart.aimline, "aim"), (chart.trend, "trend")) if line],
            "goal": self.goal(), "phases": [self.phase(phase, index) for index, phase in enumerate(self.changes())],
            "gaps": [self.across.at(day.toordinal()) for day in chart.missing], "band": self.band(), "strip": strip_of(chart.sessions, self.across),
        }  # fmt: skip

    def place(self, on: date, value: float) -> tuple[float, float]:
        """Across and up."""
        return self.across.at(on.toordinal()), self.up.at(value)

    def runs(self) -> list[list[tuple[float, float]]]:
        """The line of scores, broken where a score is missing or the support changed."""
        breaks = sorted([*self.chart.missing, *(phase.starts_on for phase in self.chart.phases)])
        runs: list[list[tuple[float, float]]] = []
        before: date | None = None
        for score in self.chart.scores:
            if before is None or any(before < day <= score.on for day in breaks):
                runs.append([])
            runs[-1].append(self.place(score.on, score.value))
            before = score.on
        return runs

    def triangle(self, score: Score) -> str:
        """The corners of a baseline mark."""
        x, y = self.place(score.on, score.value)
        return f"{x},{y - 7:.1f} {x - 6.5:.1f},{y + 5:.1f} {x + 6.5:.1f},{y + 5:.1f}"

    def above(self, score: Score) -> dict[str, object]:
        """Words over a mark."""
        x, y = self.place(score.on, score.value)
        return {"x": max(x - 6, LEFT + 4), "y": y - 14, "words": "Start"}

    def label(self, score: Score) -> dict[str, object]:
        """The last score's own number beside it."""
        x, y = self.place(score.on, score.value)
        return {"x": x, "y": y - 12, "words": number_words(score.value)}

    def line(self, line: Line, kind: str) -> dict[str, object]:
        """A straight line with its words at its end."""
        (x1, y1), (x2, y2) = self.place(line.first.on, line.first.value), self.place(line.last.on, line.last.value)
        part = 0.8 if kind == "aim" else 1
        label_x, label_y = round(x1 + part * (x2 - x1), 1), round(y1 + part * (y2 - y1), 1)
        falls = y2 > y1
        return {
            "x1": x1, "y1": y1, "x2": x2, "y2": y2, "kind": kind, "colour": COLOURS[kind], "words": line.words,
            "label_x": label_x + 8, "label_y": label_y + (-8 if falls else 18) if kind == "aim" else label_y + 5,
        }  # fmt: skip

    def goal(self) -> dict[str, object] | None:
        """The goal's diamond and words."""
        if self.chart.goal is None:
            return None
        x, y = self.place(self.chart.goal.on, self.chart.goal.value)
        corners = f"{x},{y - 9:.1f} {x + 9:.1f},{y} {x},{y + 9:.1f} {x - 9:.1f},{y}"
        return {"corners": corners, "x": x, "y": y - 14, "words": f"Goal {number_words(self.chart.goal.value)}"}

    def changes(self) -> list[Phase]:
        """The changes of support, those too near for their words to stand apart as one: the first in words, the others counted."""
        groups: list[list[Phase]] = []
        for phase in sorted(self.chart.phases, key=lambda each: each.starts_on):
            x = self.across.at(phase.starts_on.toordinal())
            if groups and x - self.across.at(groups[-1][0].starts_on.toordinal()) < APART:
                groups[-1].append(phase)
            else:
                groups.append([phase])
        return [first if not others else replace(first, words=f"{first.words} and {len(others)} more") for first, *others in groups]

    def phase(self, phase: Phase, index: int) -> dict[str, object]:
        """A change of support: words in two rows by turns, to the left of the line near the right edge."""
        x = self.across.at(phase.starts_on.toordinal())
        is_far = x > (LEFT + RIGHT) / 2
        return {"x": x, "label_x": x - 5 if is_far else x + 5, "anchor": "end" if is_far else "start", "y": 16 if index % 2 == 0 else 34, "words": phase.words}

    def band(self) -> dict[str, object] | None:
        """The outline of the uncertainty."""
        points = self.chart.band
        if len(points) < 2:
            return None
        outline = [self.place(point.on, point.high) for point in points] + [self.place(point.on, point.low) for point in reversed(points)]
        middle = points[len(points) // 2]
        x, y = self.place(middle.on, middle.low)
        return {"points": " ".join(f"{a},{b}" for a, b in outline), "x": x, "y": min(y + 24, BOTTOM - 6)}


def description(chart: ProgressChart) -> str:
    """The drawing in words, for whoever cannot see it."""
    parts = [f"Line chart of {chart.measure} from {uk_date(chart.starts_on)} to {uk_date(chart.ends_on)}, on a scale from {number_words(chart.lowest)} to {number_words(chart.highest)}."]
    if chart.baseline:
        parts.append("Start: " + ", ".join(f"{number_words(score.value)} on {uk_date(score.on)}" for score in chart.baseline) + ".")
    if chart.scores:
        first, last = chart.scores[0], chart.scores[-1]
        parts.append(f"Scores: {len(chart.scores)}, from {number_words(first.value)} on {uk_date(first.on)} to {number_words(last.value)} on {uk_date(last.on)}.")
    else:
        parts.append("There are no scores yet.")
    if chart.goal:
        parts.append(f"Goal: {number_words(chart.goal.value)} by {uk_date(chart.goal.on)}.")
    parts += [f"{phase.words} from {uk_date(phase.starts_on)}." for phase in chart.phases]
    if chart.missing:
        parts.append(f"No score was taken on {len(chart.missing)} occasion{'s' if len(chart.missing) > 1 else ''}.")
    return " ".join([*parts, *sessions_words(chart.sessions)])


def table_rows(chart: ProgressChart) -> list[tuple[date, str, str]]:
    """Every score, gap and change of support in order of date: day, score, what it is."""
    rows = [(score.on, number_words(score.value), score.note or "Start") for score in chart.baseline]
    rows += [(score.on, number_words(score.value), score.note) for score in chart.scores]
    rows += [(day, "–", "No score taken") for day in chart.missing]
    rows += [(phase.starts_on, "–", phase.words) for phase in chart.phases]
    if chart.goal:
        rows.append((chart.goal.on, number_words(chart.goal.value), "Goal"))
    return sorted(rows, key=lambda row: row[0])
