"""What can happen at school, each as one fact with its moment and who did it. Things made are known by keys, never by row numbers.

Every happening here is one action of the service. `by` is the key of a role, `adult:` and the key of an adult, or `self:` and a child.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from sooner.assessment.baseline import Profile
from sooner.plans.document import Plan as Document


@dataclass(frozen=True, slots=True)
class Happening:
    """Something that somebody did at a moment, mostly about one child."""

    at: datetime
    by: str
    child: str


@dataclass(frozen=True, slots=True)
class Joined(Happening):
    """A member of staff took a role. `child` is empty; `staff` is the role's key."""

    staff: str


@dataclass(frozen=True, slots=True)
class Left(Happening):
    """A member of staff left: every role in the organisation ended."""

    staff: str


@dataclass(frozen=True, slots=True)
class Trained(Happening):
    """A course that a colleague finished was recorded."""

    staff: str
    course: str
    completed_on: date
    evidence: str


@dataclass(frozen=True, slots=True)
class Registered(Happening):
    """The child came on roll, in a class."""

    school_class: str


@dataclass(frozen=True, slots=True)
class Linked(Happening):
    """An adult was linked to the child."""

    adult: str


@dataclass(frozen=True, slots=True)
class YearBegan(Happening):
    """A school year began: children are in their new classes, and staff with them. No action of the service does this yet."""

    year: int


@dataclass(frozen=True, slots=True)
class ConcernNoted(Happening):
    """Somebody noted a concern."""

    key: str
    area: str
    what: str


@dataclass(frozen=True, slots=True)
class ConcernAnswered(Happening):
    """Somebody answered a concern by name."""

    concern: str


@dataclass(frozen=True, slots=True)
class ConcernClosed(Happening):
    """A concern needed nothing more."""

    concern: str
    because: str


@dataclass(frozen=True, slots=True)
class BaselineCompleted(Happening):
    """A baseline was filled in."""

    key: str
    concern: str
    profile: Profile


@dataclass(frozen=True, slots=True)
class BaselineSigned(Happening):
    """A trained person signed it."""

    baseline: str


@dataclass(frozen=True, slots=True)
class AreaAsked(Happening):
    """Nobody at the setting is trained: the area service was asked to sign."""

    baseline: str


@dataclass(frozen=True, slots=True)
class FamilyAsked(Happening):
    """The family was asked a question."""

    key: str
    question: str


@dataclass(frozen=True, slots=True)
class ViewGiven(Happening):
    """A view was given or written down. `answers` is the key of the question it answers."""

    speaker: str
    words: str
    readers: tuple[str, ...] = ()
    answers: str = ""


@dataclass(frozen=True, slots=True)
class SupportStarted(Happening):
    """A support of the catalogue began."""

    key: str
    code: str
    starts_on: date
    until: date
    concern: str


@dataclass(frozen=True, slots=True)
class SessionLogged(Happening):
    """A session was delivered, or cancelled for a reason."""

    provision: str
    on: date
    outcome: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class GoalSet(Happening):
    """A goal on one measure."""

    key: str
    provision: str
    text: str
    measure: str
    direction: str
    baseline: Decimal
    aim: Decimal
    starts_on: date
    aim_on: date


@dataclass(frozen=True, slots=True)
class ScoreLogged(Happening):
    """A score of one day."""

    goal: str
    on: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class GoalClosed(Happening):
    """A goal is measured no longer."""

    goal: str


@dataclass(frozen=True, slots=True)
class PlanSaved(Happening):
    """The child's open plan was written on."""

    content: Document


@dataclass(frozen=True, slots=True)
class PlanShared(Happening):
    """The newest draft went to the family."""


@dataclass(frozen=True, slots=True)
class LineAnswered(Happening):
    """An adult, or the young person, said yes or no to a line."""

    line: str
    agrees: bool
    comment: str


@dataclass(frozen=True, slots=True)
class PlanFinalised(Happening):
    """The newest shared version became final."""

    reason: str


@dataclass(frozen=True, slots=True)
class Decided(Happening):
    """A decision about the child's tier."""

    goal: str
    kind: str
    to_tier: int
    reason: str
    family_view: str
    alternative: str
    evidence: tuple[tuple[str, object], ...]
