"""Tells a story in bulk: rows are made in memory with the numbers the database would give, and written together.

It must leave what the actions leave, row for row and entry for entry; a test tells one school both ways and compares everything.
"""

from collections.abc import Callable, Iterable
from typing import Any

from sooner_service.attendance.models import AttendanceCount
from sooner_service.journal.models import Entry
from sooner_service.plans.models import Score, Session
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.made import Gathered, Made
from sooner_service.project.demonstration.people import FIRST_ROLES
from sooner_service.project.demonstration.set_up import bring_training, set_up
from sooner_service.project.demonstration.stories.roll import OWN_TRAINING
from sooner_service.project.demonstration.tellers.bulk_first_look import FirstLookInBulk
from sooner_service.project.demonstration.tellers.bulk_roll import RollInBulk
from sooner_service.project.demonstration.tellers.bulk_support import SupportInBulk
from sooner_service.register.models import Notice

NEVER_CHANGED = (Entry, Notice, Session, Score, AttendanceCount)


class InBulk:
    """Writes a blueprint and its story in memory first."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint, self.made, self.keeper = blueprint, Made(), Gathered(final=NEVER_CHANGED)
        given = (blueprint, self.made, self.keeper)
        roll, look, help_ = RollInBulk(*given), FirstLookInBulk(*given), SupportInBulk(*given)
        self._tellers: dict[type[h.Happening], Callable[[Any], None]] = {
            h.Joined: roll.joined, h.Left: roll.left, h.Trained: roll.trained, h.Registered: roll.registered, h.Linked: roll.linked,
            h.YearBegan: roll.year_began, h.ConcernNoted: look.concern_noted, h.ConcernAnswered: look.concern_answered,
            h.ConcernClosed: look.concern_closed, h.BaselineCompleted: look.baseline_completed, h.BaselineSigned: look.baseline_signed,
            h.AreaAsked: look.area_asked, h.FamilyAsked: look.family_asked, h.ViewGiven: look.view_given, h.SupportStarted: help_.support_started,
            h.SessionLogged: help_.session_logged, h.GoalSet: help_.goal_set, h.GoalClosed: help_.goal_closed, h.ScoreLogged: help_.score_logged,
            h.PlanSaved: help_.plan_saved, h.PlanShared: help_.plan_shared, h.LineAnswered: help_.line_answered,
            h.PlanFinalised: help_.plan_finalised, h.Decided: help_.decided,
        }

    def tell(self, story: Iterable[h.Happening]) -> None:
        """Set up, then everything that happened."""
        set_up(self.blueprint, self.made, self.keeper)
        for member in self.blueprint.staff:
            if member.role in FIRST_ROLES and member.role not in OWN_TRAINING:
                bring_training(member, self.made, self.keeper)
        for happening in story:
            self._tellers[type(happening)](happening)
