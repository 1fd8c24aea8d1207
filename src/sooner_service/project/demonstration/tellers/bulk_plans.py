"""In bulk: plans, their versions and answers, and the support that follows a final plan, as the actions of `plans` leave them."""

from datetime import date
from decimal import Decimal

from sooner.plans.document import Line, to_json
from sooner.plans.document import Plan as Document
from sooner_service.plans.actions.plans import EMPTY
from sooner_service.plans.models import LineResponse, Plan, PlanVersion, Provision
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.tellers.scribe import Scribe
from sooner_service.register.access import Viewer
from sooner_service.register.models import Child


class PlansInBulk(Scribe):
    """Each method leaves what the action of the same name leaves. The newest version of a child's plan is kept under the child."""

    def begin_plan(self, viewer: Viewer, child: Child) -> Plan:
        """The open plan, or a new one with an empty draft."""
        already = self.made.things.get(f"plan:{child.reference}")
        if isinstance(already, Plan):
            return already
        plan = self.rows.keep(Plan(child=child, opened_on=viewer.on, opened_by=viewer.person))
        version = PlanVersion(plan=plan, number=1, content=to_json(EMPTY), edited_by=viewer.person, edited_at=viewer.now)
        self.made.things[f"plan:{child.reference}"] = plan
        self.made.things[f"version:{child.reference}"] = self.rows.keep(version)
        return plan

    def add_line(self, viewer: Viewer, plan: Plan, line: Line) -> None:
        """One more line in the draft."""
        now = self._latest(plan.child).document
        lines = (*(each for each in now.lines if each.key != line.key), line)
        self._write(viewer, plan.child, Document(now.outcomes, lines, now.family_views, now.child_views, now.review_on))

    def _latest(self, child: Child) -> PlanVersion:
        found = self.made.things[f"version:{child.reference}"]
        assert isinstance(found, PlanVersion)
        return found

    def _write(self, viewer: Viewer, child: Child, content: Document) -> PlanVersion:
        latest = self._latest(child)
        if latest.status == "draft":
            latest.content, latest.edit, latest.edited_by, latest.edited_at = to_json(content), latest.edit + 1, viewer.person, viewer.now
            return latest
        version = PlanVersion(
            plan=latest.plan, number=latest.number + 1, content=to_json(content), child_version=latest.child_version, edit=latest.edit + 1,
            edited_by=viewer.person, edited_at=viewer.now,
        )
        self.made.things[f"version:{child.reference}"] = self.rows.keep(version)
        return version

    def begin_provision(
        self, viewer: Viewer, child: Child, plan: Plan | None, *, code: str, what: str, who: str, minutes: int, times_a_week: float, group_size: int,
        starts_on: date, until: date | None, line_key: str,
    ) -> Provision:
        """A promise from its first day."""
        provision = self.rows.keep(
            Provision(
                child=child, plan=plan, line_key=line_key, code=code, what=what[:200], who=who[:120], minutes=minutes,
                times_a_week=Decimal(str(times_a_week)), group_size=group_size, starts_on=starts_on, until=until, started_by=viewer.person,
            )
        )
        if plan is not None:
            self._under(plan).append(provision)
        return provision

    def _under(self, plan: Plan) -> list[Provision]:
        found: list[Provision] = plan.__dict__.setdefault("provision_so_far", [])
        return found

    def plan_saved(self, it: h.PlanSaved) -> None:
        """As `save_plan`."""
        viewer, child = self.who(it), self.child(it)
        version = self._write(viewer, child, it.content)
        self.enter(viewer, "plan.edit", made=version, child=child, details={"number": version.number, "edit": version.edit})

    def plan_shared(self, it: h.PlanShared) -> None:
        """As `share_plan`."""
        viewer, child = self.who(it), self.child(it)
        version = self._latest(child)
        version.status, version.shared_at = "shared", it.at
        self.tell_family(
            viewer, child=child, step="plan_shared", subject="A support plan is ready for you to read",
            body="You can read each line, say if you agree and add your own words. Nothing is final until you have been asked.",
        )
        self.enter(viewer, "plan.share", made=version, child=child, details={"number": version.number})

    def line_answered(self, it: h.LineAnswered) -> None:
        """As `respond_to_line`."""
        viewer, child = self.who(it), self.child(it)
        version = self._latest(child)
        response = LineResponse(version=version, line_key=it.line, by=viewer.person, agrees=it.agrees, comment=it.comment, at=it.at)
        self.rows.keep(response)
        self.enter(viewer, "plan.respond", made=response, child=child, details={"agrees": it.agrees, "number": version.number})

    def plan_finalised(self, it: h.PlanFinalised) -> None:
        """As `finalise_plan`: a line that runs already goes on, a new one begins, one that is left out ends."""
        viewer, child = self.who(it), self.child(it)
        version = self._latest(child)
        version.status, version.final_at, version.final_by, version.override_reason = "final", it.at, viewer.person, it.reason
        running = {each.line_key: each for each in self._under(version.plan) if each.until is None or each.until > viewer.on}
        for line in version.document.lines:
            already = running.pop(line.key, None)
            if already is not None:
                already.until = line.until
            else:
                self._begin(viewer, child, version.plan, line)
        for left in running.values():
            left.until = max(viewer.on, left.starts_on)
        self.tell_family(
            viewer, child=child, step="plan_final", subject="A support plan is now final",
            body="It says what help is promised, how often and by whom. You can see on your page how much of it has been given.",
        )
        self.enter(viewer, "plan.finalise", made=version, child=child, details={"number": version.number, "gave_reason": bool(it.reason)})

    def _begin(self, viewer: Viewer, child: Child, plan: Plan, line: Line) -> None:
        assert line.starts_on is not None and line.minutes is not None and line.times_a_week is not None
        self.begin_provision(
            viewer, child, plan, code=line.code, what=line.what, who=line.who, minutes=line.minutes, times_a_week=line.times_a_week,
            group_size=line.group_size, starts_on=line.starts_on, until=line.until, line_key=line.key,
        )
