"""Who works with a child on a day, and who of them may sign a baseline then."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sooner.assessment.baseline import Phase
from sooner.training.competence import Completion, may_sign_baseline
from sooner_service.project.demonstration.blueprint import Blueprint, ChildPlan, CompletionPlan, StaffPlan
from sooner_service.project.demonstration.school_years import at, year_of

DAYS_TO_RECORD = 4


def recorded_at(member: StaffPlan, completion: CompletionPlan) -> datetime:
    """When the setting records a course: some days after it ended, and never before the person came."""
    return at(max(member.joins_on + timedelta(days=2), completion.completed_on + timedelta(days=DAYS_TO_RECORD)), 15, 10)


class Who:
    """Finds the keys of roles by what they are to a child."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint = blueprint
        self.staff = {member.key: member for member in blueprint.staff}

    def teacher(self, child: ChildPlan, day: date) -> str:
        """The class teacher of the child's class on a day."""
        year_group, form = self.blueprint.form_at(child, year_of(day))
        return f"{child.setting}/class_teacher/{year_group}/{form}"

    def assistant(self, child: ChildPlan, day: date) -> str:
        """The teaching assistant of the child's year group on a day."""
        return f"{child.setting}/teaching_assistant/{self.blueprint.form_at(child, year_of(day))[0]}"

    def senco(self, child: ChildPlan) -> str:
        """The SENCO of the child's setting."""
        return f"{child.setting}/senco/0"

    def may_sign(self, role: str, day: date, phase: Phase) -> bool:
        """Whether a member of staff may sign a baseline on a day, by the training recorded until then."""
        member = self.staff[role]
        known = [Completion(each.course, each.completed_on) for each in member.completions if recorded_at(member, each).date() <= day]
        return may_sign_baseline(known, day, phase=phase).allowed

    def signer(self, child: ChildPlan, day: date, phase: Phase, first: Iterable[str]) -> str:
        """Who signs the child's baseline on a day: one of those named first, else the SENCO; empty where none of them may."""
        return next((role for role in (*first, self.senco(child)) if self.may_sign(role, day, phase)), "")

    def anybody_may_sign(self, setting: str, day: date, phase: Phase) -> bool:
        """Whether anybody at a setting may sign on a day."""
        return any(
            self.may_sign(member.key, day, phase)
            for member in self.blueprint.staff
            if member.organisation == setting and member.completions and not (member.leaves_on and member.leaves_on <= day)
        )


def phase_at(year_group: int) -> Phase:
    """The phase of a year group, as the register counts it."""
    if year_group < 0:
        return "nursery"
    if year_group <= 6:
        return "primary"
    return "secondary" if year_group <= 11 else "college"
