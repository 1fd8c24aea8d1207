"""A plan becomes final: locked, and its lines become the promises whose sessions are counted."""

from dataclasses import dataclass
from decimal import Decimal

from sooner.plans.document import Line, problems
from sooner_service.plans.actions.plans import CannotPlan, latest_version
from sooner_service.plans.actions.provision import begin_provision, end_provision
from sooner_service.plans.models import LineResponse, Plan, PlanVersion, Provision
from sooner_service.register.access import Viewer, current
from sooner_service.register.acting import acting
from sooner_service.register.notices import tell_family


@dataclass(frozen=True)
class StillOpen:
    """What stands in the way of a final plan, or must be explained: each a list of sentences or keys of lines."""

    must_fix: tuple[str, ...]
    warnings: tuple[str, ...]
    not_agreed: tuple[str, ...]
    not_answered: tuple[str, ...]

    @property
    def needs_reason(self) -> bool:
        """Whether whoever makes it final must say why it stands as it is."""
        return bool(self.warnings or self.not_agreed or self.not_answered)


def still_open(version: PlanVersion) -> StillOpen:
    """What is not settled in a version: mistakes, vague words, and lines that an adult does not agree to or has not answered."""
    found = problems(version.document)
    said: dict[str, dict[int, bool]] = {}
    for response in LineResponse.objects.filter(version=version).order_by("at", "pk"):
        said.setdefault(response.line_key, {})[response.by_id] = response.agrees
    keys = [line.key for line in version.document.lines]
    return StillOpen(
        must_fix=tuple(each.sentence for each in found if each.severity == "must_fix"),
        warnings=tuple(each.sentence for each in found if each.severity == "warning"),
        not_agreed=tuple(key for key in keys if not all(said.get(key, {}).values())),
        not_answered=tuple(key for key in keys if key not in said),
    )


def finalise_plan(*, viewer: Viewer, version: PlanVersion, reason: str = "") -> PlanVersion:
    """Lock a version that the family has been asked about; start and stop support as its lines say.

    `reason` is needed where a warning stays, or a line is not agreed or not answered. Raises CannotPlan, Refused.
    """
    child = version.plan.child
    with acting(viewer, record="plan", action="finalise", child=child) as act:
        latest = latest_version(version.plan)
        _must_be_ready(version, latest, reason)
        latest.status, latest.final_at, latest.final_by = PlanVersion.Status.FINAL, viewer.now, viewer.person
        latest.override_reason = reason.strip()
        latest.save(update_fields=["status", "final_at", "final_by", "override_reason"])
        _follow_lines(viewer, version.plan, latest.document.lines)
        tell_family(
            viewer, child=child, step="plan_final", reference=child.reference, subject="A support plan is now final",
            body="It says what help is promised, how often and by whom. You can see on your page how much of it has been given.",
        )
        act.made, act.details = latest, {"number": latest.number, "gave_reason": bool(reason.strip())}
        return latest


def _must_be_ready(version: PlanVersion, latest: PlanVersion, reason: str) -> None:
    if latest.pk != version.pk or latest.status == PlanVersion.Status.DRAFT:
        raise CannotPlan("Share the newest version with the family first, and give them time to answer.")
    if latest.is_final:
        raise CannotPlan("This version is final already. Nothing was changed.")
    left = still_open(latest)
    if left.must_fix:
        raise CannotPlan(f"Put this right first: {left.must_fix[0]}")
    if left.needs_reason and not reason.strip():
        raise CannotPlan("Some points are still open. Say why it is right to make the plan final now.")


def _follow_lines(viewer: Viewer, plan: Plan, lines: tuple[Line, ...]) -> None:
    running = list(Provision.objects.filter(current(viewer.on), plan=plan) | Provision.objects.filter(plan=plan, starts_on__gt=viewer.on))
    by_key = {each.line_key: each for each in running if each.line_key}
    groups = {each.code: each for each in Provision.objects.filter(current(viewer.on), child=plan.child, plan=None).exclude(code="")}
    for line in lines:
        already = by_key.pop(line.key, None) or _adopted(plan, groups.pop(line.code, None), line)
        if already is not None and _is_same_promise(already, line):
            already.until = line.until
            already.save(update_fields=["until"])
            continue
        if already is not None:
            end_provision(already, on=viewer.on)
        _begin(viewer, plan, line, is_change=already is not None)
    for left in by_key.values():
        end_provision(left, on=viewer.on)


def _adopted(plan: Plan, group: Provision | None, line: Line) -> Provision | None:
    """A group support that ran without a plan goes on as this line, so that no session is promised twice."""
    if group is None:
        return None
    group.plan, group.line_key = plan, line.key
    group.save(update_fields=["plan", "line_key"])
    return group


def _is_same_promise(provision: Provision, line: Line) -> bool:
    told = (provision.what, provision.who, provision.minutes, provision.times_a_week, provision.group_size)
    return told == (line.what, line.who, line.minutes, Decimal(str(line.times_a_week)), line.group_size)


def _begin(viewer: Viewer, plan: Plan, line: Line, *, is_change: bool) -> None:
    """A changed promise counts from today: what was promised until now stays as it was."""
    if line.starts_on is None or line.minutes is None or line.times_a_week is None:
        raise CannotPlan("A line has no first day, length or number of times. Complete it first.")
    starts_on = max(line.starts_on, viewer.on) if is_change else line.starts_on
    if line.until is not None and line.until <= starts_on:
        return
    begin_provision(
        viewer, child=plan.child, plan=plan, code=line.code, what=line.what, who=line.who, minutes=line.minutes,
        times_a_week=line.times_a_week, group_size=line.group_size, starts_on=starts_on, until=line.until, line_key=line.key,
    )
