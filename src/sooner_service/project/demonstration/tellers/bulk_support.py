"""In bulk: support, sessions, goals, scores and decisions, as the actions of `assessment` and `plans` leave them."""

from sooner.evidence.supports import support
from sooner.plans.document import Line
from sooner_service.assessment.models import Concern, ConcernSupport, TierMove
from sooner_service.plans.models import Goal, Provision, Score, Session
from sooner_service.plans.queries.measures import precision_named
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.tellers.bulk_plans import PlansInBulk

FIRST_TIER = 1


class SupportInBulk(PlansInBulk):
    """Each method leaves what the action of the same name leaves."""

    def support_started(self, it: h.SupportStarted) -> None:
        """As `start_support`: individual support opens the plan, or joins it."""
        viewer, child, chosen = self.who(it), self.child(it), support(it.code)
        concern = self.made.things[it.concern]
        assert isinstance(concern, Concern)
        plan, key = None, ""
        if chosen.is_individual:
            plan, key = self.begin_plan(viewer, child), chosen.code
            line = Line(
                key=key, outcome_key="", what=chosen.name, code=chosen.code, minutes=chosen.minutes, times_a_week=chosen.times_a_week,
                group_size=chosen.group_size, who=chosen.who, starts_on=it.starts_on, until=it.until,
            )
            self.add_line(viewer, plan, line)
        provision = self.begin_provision(
            viewer, child, plan, code=chosen.code, what=chosen.name, who=chosen.who, minutes=chosen.minutes, times_a_week=chosen.times_a_week,
            group_size=chosen.group_size, starts_on=it.starts_on, until=it.until, line_key=key,
        )
        self.made.things[it.key] = provision
        if concern.acknowledged_on is None:
            concern.acknowledged_on, concern.acknowledged_by = viewer.on, viewer.person
        self.rows.keep(ConcernSupport(concern=concern, provision=provision, chosen_at=it.at))
        if child.tier < FIRST_TIER:
            self.rows.keep(
                TierMove(
                    child=child, kind="step_up", from_tier=child.tier, to_tier=FIRST_TIER, reason=f"Support started: {chosen.name}.",
                    evidence={"support": chosen.code}, decided_by=viewer.person, decided_by_role=viewer.role, decided_on=viewer.on, decided_at=it.at,
                )
            )
            child.tier = FIRST_TIER
        self.tell_family(
            viewer, child=child, step="support_started", subject="Extra help is starting",
            body="Extra help is starting. Sign in to see what it is, how often it happens, and to say what you think.",
        )
        details = {"code": chosen.code, "is_individual": chosen.is_individual, "concern": concern.pk}
        self.enter(viewer, "support.start", made=provision, child=child, details=details)

    def session_logged(self, it: h.SessionLogged) -> None:
        """As `log_session`, the first of its day."""
        viewer = self.who(it)
        session = Session(
            provision_id=self.made.things[it.provision].pk, on=it.on, number_on_day=1, outcome=it.outcome, reason=it.reason,
            logged_by=viewer.person, logged_at=it.at,
        )
        self.rows.keep(session)
        self.enter(viewer, "session.log", made=session, child=self.child(it), details={"outcome": it.outcome, "on": it.on.isoformat()})

    def goal_set(self, it: h.GoalSet) -> None:
        """As `set_goal`."""
        viewer, child = self.who(it), self.child(it)
        provision = self.made.things[it.provision]
        assert isinstance(provision, Provision)
        known = precision_named(it.measure)
        goal = Goal(
            lowest=known.lowest, highest=known.highest, error_sd=known.error_sd, error_source=known.error_source, child=child, plan=provision.plan, provision=provision, text=it.text, measure=it.measure, direction=it.direction, decimals=0,
            baseline=it.baseline, starts_on=it.starts_on, aim=it.aim, aim_on=it.aim_on, set_by=viewer.person,
        )
        self.made.things[it.key] = self.rows.keep(goal)
        self.enter(viewer, "progress.set_goal", made=goal, child=child, details={"direction": it.direction, "decimals": 0})

    def goal_closed(self, it: h.GoalClosed) -> None:
        """As `close_goal`."""
        goal = self.made.things.get(it.goal)
        if isinstance(goal, Goal):
            viewer = self.who(it)
            goal.closed_on = viewer.on
            self.enter(viewer, "progress.set_goal", made=goal, child=self.child(it))

    def score_logged(self, it: h.ScoreLogged) -> None:
        """As `log_score`, the first of its day."""
        viewer = self.who(it)
        score = self.rows.keep(Score(goal_id=self.made.things[it.goal].pk, on=it.on, value=it.value, logged_by=viewer.person, logged_at=it.at))
        self.enter(viewer, "progress.log", made=score, child=self.child(it), details={"on": it.on.isoformat(), "corrects": None})

    def decided(self, it: h.Decided) -> None:
        """As `decide`."""
        viewer, child, evidence = self.who(it), self.child(it), dict(it.evidence)
        goal = self.made.things.get(it.goal)
        proposed = str(evidence.get("proposal", ""))
        move = TierMove(
            child=child, goal=goal if isinstance(goal, Goal) else None, kind=it.kind, from_tier=child.tier, to_tier=it.to_tier, proposed_kind=proposed,
            reason=it.reason, family_view=it.family_view, alternative=it.alternative, evidence=evidence, decided_by=viewer.person,
            decided_by_role=viewer.role, decided_on=viewer.on, decided_at=it.at,
        )
        self.rows.keep(move)
        child.tier = it.to_tier
        self.tell_family(
            viewer, child=child, step="support_decided", subject="A decision about support",
            body="The school has looked at the support and decided what happens next. Your page gives the decision and the reason. "
            "You can say what you think. You can ask the council for an EHC needs assessment at any time.",
        )
        details = {"kind": it.kind, "from": move.from_tier, "to": it.to_tier, "proposed": proposed}
        self.enter(viewer, "decision.decide", made=move, child=child, details=details)


