"""Tells a story through the actions of the service, each by the person who did it, on the day and in the role of that day."""

from collections.abc import Callable, Iterable
from typing import Any

from sooner.evidence.supports import support
from sooner_service.assessment.actions.baselines import ask_area_to_sign, complete_baseline, sign_baseline
from sooner_service.assessment.actions.concerns import acknowledge_concern, close_concern, note_concern
from sooner_service.assessment.actions.decisions import decide
from sooner_service.assessment.actions.support import start_support
from sooner_service.assessment.actions.views import add_view, ask_family
from sooner_service.plans.actions.finalising import finalise_plan
from sooner_service.plans.actions.goals import close_goal, log_score, set_goal
from sooner_service.plans.actions.plans import respond_to_line, save_plan, share_plan
from sooner_service.plans.actions.sessions import log_session
from sooner_service.plans.models import Plan, PlanVersion
from sooner_service.plans.queries.measures import precision_named
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.blueprint import AdultPlan, Blueprint
from sooner_service.project.demonstration.made import Made, OneByOne
from sooner_service.project.demonstration.people import FIRST_ROLES
from sooner_service.project.demonstration.set_up import UNUSABLE, begin_year, bring_training, complete_roll, set_up
from sooner_service.project.demonstration.settings import class_key
from sooner_service.project.demonstration.stories.roll import OWN_TRAINING
from sooner_service.register import chance
from sooner_service.register.actions.people import join, leave
from sooner_service.register.actions.roll import NewAdult, NewChild, link_adult, register_child
from sooner_service.register.models import Child, ClassStaff, Person, Registration
from sooner_service.training.actions import record_completion


class ThroughActions:
    """Writes a blueprint and its story, one action at a time."""

    def __init__(self, blueprint: Blueprint) -> None:
        self.blueprint, self.made, self.keeper = blueprint, Made(), OneByOne()
        self.staff = {member.key: member for member in blueprint.staff}
        self.children = {child.key: child for child in blueprint.children}
        self._tellers: dict[type[h.Happening], Callable[[Any], None]] = {
            h.Joined: self._joined, h.Left: self._left, h.Trained: self._trained, h.Registered: self._registered, h.Linked: self._linked,
            h.YearBegan: self._year_began, h.ConcernNoted: self._concern_noted, h.ConcernAnswered: self._concern_answered,
            h.ConcernClosed: self._concern_closed, h.BaselineCompleted: self._baseline_completed, h.BaselineSigned: self._baseline_signed,
            h.AreaAsked: self._area_asked, h.FamilyAsked: self._family_asked, h.ViewGiven: self._view_given, h.SupportStarted: self._support_started,
            h.SessionLogged: self._session_logged, h.GoalSet: self._goal_set, h.GoalClosed: self._goal_closed, h.ScoreLogged: self._score_logged,
            h.PlanSaved: self._plan_saved, h.PlanShared: self._plan_shared, h.LineAnswered: self._line_answered,
            h.PlanFinalised: self._plan_finalised, h.Decided: self._decided,
        }

    def tell(self, story: Iterable[h.Happening]) -> None:
        """Set up, then everything that happened."""
        set_up(self.blueprint, self.made, self.keeper)
        for member in self.blueprint.staff:
            if member.role in FIRST_ROLES and member.role not in OWN_TRAINING:
                bring_training(member, self.made, self.keeper)
        for happening in story:
            self._tellers[type(happening)](happening)
        # An unusable password has random letters, so that links to set one differ; nobody sets one for an invented person.
        Person.objects.filter(is_invented=True).update(password=UNUSABLE)

    def _who(self, happening: h.Happening) -> dict[str, Any]:
        return {"viewer": self.made.viewer(happening.by, happening.at)}

    def _about(self, happening: h.Happening) -> dict[str, Any]:
        """The viewer and the child as the service reads them now."""
        child = Child.objects.select_related("setting", "person", "authority").get(pk=self.made.children[happening.child].pk)
        return {**self._who(happening), "child": child}

    def _again(self, key: str) -> Any:
        """Something made earlier, read again as a page would."""
        thing = self.made.things[key]
        return type(thing)._default_manager.get(pk=thing.pk)

    def _joined(self, it: h.Joined) -> None:
        member = self.staff[it.staff]
        classes = [self.made.classes[class_key(member.organisation, self.blueprint.years[0], *form)] for form in member.forms]
        held = join(**self._who(it), name=member.name, email=member.email, role=member.role, classes=classes)
        self.made.roles[it.staff] = held
        self.made.class_staff[it.staff] = list(ClassStaff.objects.filter(role_held=held).order_by("pk"))
        if member.role not in OWN_TRAINING:
            bring_training(member, self.made, self.keeper)

    def _left(self, it: h.Left) -> None:
        leave(**self._who(it), person=self.made.roles[it.staff].person)

    def _trained(self, it: h.Trained) -> None:
        person = self.made.roles[it.staff].person
        record_completion(**self._who(it), person=person, course=it.course, completed_on=it.completed_on, evidence=it.evidence)

    def _registered(self, it: h.Registered) -> None:
        plan = self.children[it.child]
        new = NewChild(
            given_name=plan.given_name, family_name=plan.family_name, known_as=plan.known_as, born_on=plan.born_on, first_language=plan.first_language,
            school_class=self.made.classes[it.school_class], is_in_care="in_care" in plan.marks, is_adopted="adopted" in plan.marks,
        )
        with chance.seeded(f"{self.blueprint.seed}:reference:{it.child}"):
            child = register_child(**self._who(it), new=new)
        self.made.children[it.child] = child
        self.made.registrations[it.child] = Registration.objects.get(child=child)
        complete_roll(plan, self.made, self.keeper)

    def _linked(self, it: h.Linked) -> None:
        plan = next(adult for adult in self.children[it.child].adults if adult.key == it.adult)
        link = link_adult(**self._about(it), new=new_adult(plan))
        self.made.adults[it.adult] = link.person

    def _year_began(self, it: h.YearBegan) -> None:
        begin_year(self.blueprint, it.year, self.made, self.keeper)

    def _concern_noted(self, it: h.ConcernNoted) -> None:
        self.made.things[it.key] = note_concern(**self._about(it), area=it.area, what=it.what)

    def _concern_answered(self, it: h.ConcernAnswered) -> None:
        concern = self._again(it.concern)
        if concern.acknowledged_on is None:
            acknowledge_concern(**self._who(it), concern=concern)

    def _concern_closed(self, it: h.ConcernClosed) -> None:
        close_concern(**self._who(it), concern=self._again(it.concern), because=it.because)

    def _baseline_completed(self, it: h.BaselineCompleted) -> None:
        self.made.things[it.key] = complete_baseline(**self._about(it), concern=self._again(it.concern), profile=it.profile)

    def _baseline_signed(self, it: h.BaselineSigned) -> None:
        sign_baseline(**self._who(it), baseline=self._again(it.baseline))

    def _area_asked(self, it: h.AreaAsked) -> None:
        ask_area_to_sign(**self._who(it), baseline=self._again(it.baseline))

    def _family_asked(self, it: h.FamilyAsked) -> None:
        self.made.things[it.key] = ask_family(**self._about(it), question=it.question)

    def _view_given(self, it: h.ViewGiven) -> None:
        request = self._again(it.answers) if it.answers else None
        add_view(**self._about(it), speaker=it.speaker, words=it.words, readers=it.readers, request=request)

    def _support_started(self, it: h.SupportStarted) -> None:
        chosen = support(it.code)
        made = start_support(**self._about(it), support=chosen, starts_on=it.starts_on, until=it.until, concern=self._again(it.concern))
        self.made.things[it.key] = made

    def _session_logged(self, it: h.SessionLogged) -> None:
        log_session(**self._who(it), provision=self._again(it.provision), on=it.on, outcome=it.outcome, reason=it.reason)

    def _goal_set(self, it: h.GoalSet) -> None:
        provision = self._again(it.provision)
        self.made.things[it.key] = set_goal(
            **self._about(it), text=it.text, measure=it.measure, direction=it.direction, decimals=0, baseline=it.baseline, starts_on=it.starts_on,
            aim=it.aim, aim_on=it.aim_on, provision=provision, plan=provision.plan, precision=precision_named(it.measure),
        )

    def _goal_closed(self, it: h.GoalClosed) -> None:
        if it.goal in self.made.things:
            close_goal(**self._who(it), goal=self._again(it.goal))

    def _score_logged(self, it: h.ScoreLogged) -> None:
        log_score(**self._who(it), goal=self._again(it.goal), on=it.on, value=it.value)

    def _latest(self, it: h.Happening) -> PlanVersion:
        plan = Plan.objects.get(child=self.made.children[it.child], closed_on__isnull=True)
        return PlanVersion.objects.select_related("plan__child").filter(plan=plan).order_by("-number")[0]

    def _plan_saved(self, it: h.PlanSaved) -> None:
        latest = self._latest(it)
        save_plan(**self._who(it), plan=latest.plan, content=it.content, edit=latest.edit)

    def _plan_shared(self, it: h.PlanShared) -> None:
        share_plan(**self._who(it), version=self._latest(it))

    def _line_answered(self, it: h.LineAnswered) -> None:
        respond_to_line(**self._who(it), version=self._latest(it), line_key=it.line, agrees=it.agrees, comment=it.comment)

    def _plan_finalised(self, it: h.PlanFinalised) -> None:
        finalise_plan(**self._who(it), version=self._latest(it), reason=it.reason)

    def _decided(self, it: h.Decided) -> None:
        goal = self._again(it.goal) if it.goal in self.made.things else None
        decide(
            **self._about(it), goal=goal, kind=it.kind, to_tier=it.to_tier, reason=it.reason, family_view=it.family_view, alternative=it.alternative,
            evidence=dict(it.evidence),
        )


def new_adult(plan: AdultPlan) -> NewAdult:
    """What the office records of an adult."""
    return NewAdult(
        name=plan.name, relation=plan.relation, checked_how=plan.checked_how, email=plan.email, telephone=plan.telephone, contact_by=plan.contact_by,
        language=plan.language, needs_interpreter=plan.needs_interpreter, has_parental_responsibility=plan.has_parental_responsibility,
        is_restricted=bool(plan.restriction_reason), restriction_reason=plan.restriction_reason, rights=plan.rights,
        lives_with_child=plan.lives_with_child, home_address=plan.home_address,
    )
