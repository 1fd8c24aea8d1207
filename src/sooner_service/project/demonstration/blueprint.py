"""Who and what is in the invented area, as plain facts: settings, classes, staff, families and children. Nothing is written yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sooner_service.project.demonstration.school_days import SchoolDays
from sooner_service.project.demonstration.shapes import SettingShape

HISTORY_YEARS = 3
NEW_PLAN = "new_plan"


@dataclass(frozen=True, slots=True)
class OrganisationPlan:
    """An organisation. `key` names it here; `reference` is in no real list."""

    key: str
    kind: str
    name: str
    reference: str
    telephone: str
    email: str
    phase: str = ""
    in_trust: bool = False


@dataclass(frozen=True, slots=True)
class ClassPlan:
    """A class of one school year: `key` is setting/year/year group/form."""

    key: str
    setting: str
    name: str
    year: int
    year_group: int


@dataclass(frozen=True, slots=True)
class CompletionPlan:
    """Training somebody finished; `is_earlier` where it was finished before the person came."""

    course: str
    completed_on: date
    evidence: str


@dataclass(frozen=True, slots=True)
class StaffPlan:
    """A member of staff in one role. `forms` are the (year group, form) they work with in every school year."""

    key: str
    organisation: str
    role: str
    name: str
    email: str
    joins_on: date
    forms: tuple[tuple[int, int], ...] = ()
    leaves_on: date | None = None
    completions: tuple[CompletionPlan, ...] = ()


@dataclass(frozen=True, slots=True)
class AdultPlan:
    """An adult and what is recorded of them for one child."""

    key: str
    name: str
    relation: str
    email: str
    telephone: str
    contact_by: str
    checked_how: str
    language: str = "English"
    needs_interpreter: bool = False
    has_parental_responsibility: bool = True
    restriction_reason: str = ""
    rights: frozenset[str] = frozenset()
    lives_with_child: bool = True
    home_address: str = ""


@dataclass(frozen=True, slots=True)
class ChildPlan:
    """A child on roll. `marks` are the hard cases it stands for: in_care, twin, paper_family and so on."""

    key: str
    setting: str
    form: int
    year_group: int
    given_name: str
    family_name: str
    known_as: str
    born_on: date
    sex: str
    first_language: str
    joins_on: date
    adults: tuple[AdultPlan, ...]
    sen_status: str = "N"
    primary_need: str = ""
    has_free_meals: bool = False
    own_email: str = ""
    marks: frozenset[str] = frozenset()

    @property
    def had_plan_before(self) -> bool:
        """Whether the child had an EHC plan before the story begins; another gets it within the story."""
        return self.sen_status == "E" and NEW_PLAN not in self.marks


@dataclass(frozen=True)
class Blueprint:
    """The whole area on a day."""

    seed: int
    today: date
    school_year: int
    days: SchoolDays
    organisations: tuple[OrganisationPlan, ...]
    classes: tuple[ClassPlan, ...]
    staff: tuple[StaffPlan, ...]
    children: tuple[ChildPlan, ...]
    settings: Mapping[str, SettingShape] = field(default_factory=dict)

    @property
    def years(self) -> tuple[int, ...]:
        """The school years that the area has a record of, the present one last."""
        return tuple(range(self.school_year - HISTORY_YEARS, self.school_year + 1))

    @property
    def begins_on(self) -> date:
        """The day from which the area uses Sooner."""
        return date(self.years[0], 8, 28)

    def form_at(self, child: ChildPlan, year: int) -> tuple[int, int]:
        """The year group and form of a child in a school year."""
        setting = self.settings[child.setting]
        year_group = max(child.year_group - (self.school_year - year), min(setting.forms))
        return year_group, child.form % setting.forms[year_group]
