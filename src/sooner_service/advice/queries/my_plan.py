"""A support plan as the family reads it: only versions that were shared, line by line in plain words, with this adult's own answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sooner.plans.document import Line, Outcome
from sooner_service.advice.line_words import how_often, line_sentence
from sooner_service.advice.rights import Rights, rights_of
from sooner_service.plans.models import LineResponse, PlanVersion
from sooner_service.plans.queries import history_of, plan_of
from sooner_service.plans.queries.plans import PlanRead
from sooner_service.register.access import NotFound, Viewer
from sooner_service.register.models import Child

NAMES_STAFF = "who"
CHILD_HEADINGS: Mapping[str, str] = {
    "working_on": "What I am working on",
    "helps": "What helps me",
    NAMES_STAFF: "Who helps me, and when",
    "good_at": "What I am good at",
    "change": "If I want something to change",
}


@dataclass(frozen=True)
class ReadLine:
    """One line of provision: what it is, the rest of it in a sentence, and what this adult last said about it."""

    key: str
    what: str
    often: str
    sentence: str
    has_answer: bool
    agrees: bool
    comment: str


@dataclass(frozen=True)
class ReadOutcome:
    """What the plan aims at, with the lines that work towards it."""

    text: str
    by_on: date | None
    how_known: str
    lines: tuple[ReadLine, ...]


@dataclass(frozen=True)
class OtherVersion:
    """One version that was shared, and what it changed from the one before."""

    number: int
    words: str
    at: datetime | None
    changes: tuple[str, ...]


@dataclass(frozen=True)
class ReadPlan:
    """One version as it is read, with every version that was shared, newest first."""

    version: PlanVersion
    outcomes: tuple[ReadOutcome, ...]
    loose_lines: tuple[ReadLine, ...]
    review_on: date | None
    child_version: dict[str, str]
    versions: tuple[OtherVersion, ...]

    @property
    def is_open(self) -> bool:
        """Whether it waits for answers."""
        return bool(self.version.status == PlanVersion.Status.SHARED)

    @property
    def lines(self) -> list[ReadLine]:
        """Every line, in the order of the page."""
        return [line for outcome in self.outcomes for line in outcome.lines] + list(self.loose_lines)

    @property
    def child_words(self) -> list[tuple[str, str]]:
        """The child's own page: each heading with its words, in the order of the page."""
        return [(heading, self.child_version[key]) for key, heading in CHILD_HEADINGS.items() if self.child_version.get(key)]

    @property
    def unanswered(self) -> int:
        """How many lines wait for this adult's answer."""
        return sum(not line.has_answer for line in self.lines) if self.is_open else 0


def my_plan(viewer: Viewer, child: Child, *, number: int | None = None) -> ReadPlan | None:
    """The newest version that was shared with the family, or the one of this number; None while nothing was shared.

    Raises NotFound for a version that was never shared, Refused for those who may not read the plan.
    """
    read = plan_of(viewer, child)
    if read is None and number is None:
        return None
    version = next((each for each in read.versions if number in {None, each.number}), None) if read else None
    if read is None or version is None:
        raise NotFound
    return _read(viewer, child, version, read)


def line_of(plan: ReadPlan, key: str) -> ReadLine:
    """One line of a plan. Raises NotFound."""
    found = next((line for line in plan.lines if line.key == key), None)
    if found is None:
        raise NotFound
    return found


def unanswered_lines(viewer: Viewer, version: PlanVersion | None) -> int:
    """How many lines of a shared version this adult has not answered yet."""
    if version is None or version.status != PlanVersion.Status.SHARED:
        return 0
    return len({line.key for line in version.document.lines} - set(_answers(viewer, version)))


def _read(viewer: Viewer, child: Child, version: PlanVersion, read: PlanRead) -> ReadPlan:
    document, answers, rights = version.document, _answers(viewer, version), rights_of(viewer, child)
    lines = {line.key: _line(line, answers.get(line.key), rights) for line in document.lines}
    keys = {outcome.key for outcome in document.outcomes}
    return ReadPlan(
        version=version,
        outcomes=tuple(_outcome(outcome, document.lines, lines) for outcome in document.outcomes),
        loose_lines=tuple(lines[line.key] for line in document.lines if line.outcome_key not in keys),
        review_on=document.review_on,
        child_version={
            key: str(words) for key, words in version.child_version.items() if words and (key != NAMES_STAFF or rights.sees_staff_names)
        },
        versions=tuple(
            OtherVersion(each.version.number, each.version.get_status_display(), each.version.final_at or each.version.shared_at, each.changes)
            for each in history_of(read)
        ),
    )


def _answers(viewer: Viewer, version: PlanVersion) -> dict[str, LineResponse]:
    """This adult's own last answer to each line. What others in the family said is theirs."""
    return {each.line_key: each for each in LineResponse.objects.filter(version=version, by=viewer.person).order_by("at", "pk")}


def _outcome(outcome: Outcome, all_lines: tuple[Line, ...], lines: dict[str, ReadLine]) -> ReadOutcome:
    own = tuple(lines[line.key] for line in all_lines if line.outcome_key == outcome.key)
    return ReadOutcome(outcome.text, outcome.by_on, outcome.measure, own)


def _line(line: Line, answer: LineResponse | None, rights: Rights) -> ReadLine:
    return ReadLine(
        key=line.key,
        what=line.what,
        often=how_often(line.times_a_week),
        sentence=line_sentence(line, with_names=rights.sees_staff_names),
        has_answer=answer is not None,
        agrees=bool(answer and answer.agrees),
        comment=answer.comment if answer else "",
    )
