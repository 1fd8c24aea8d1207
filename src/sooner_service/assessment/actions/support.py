"""Starting support. It needs no baseline, no plan and nobody's permission: only somebody who works with the child."""

from datetime import date, timedelta

from sooner.evidence.supports import Support
from sooner.plans.document import Line
from sooner_service.assessment.actions.concerns import answer
from sooner_service.assessment.models import Concern, ConcernSupport, TierMove
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.plans.actions.plans import add_line, begin_plan
from sooner_service.plans.actions.provision import begin_provision
from sooner_service.plans.models import Provision
from sooner_service.register.access import Viewer, current
from sooner_service.register.acting import acting
from sooner_service.register.models import Child
from sooner_service.register.notices import tell_family

FIRST_TIER = 1


def start_support(
    *, viewer: Viewer, child: Child, support: Support, starts_on: date, concern: Concern | None = None, who: str = "",
    until: date | None = None,
) -> Provision:
    """Start a support of the catalogue for a child, with the dose it gives. Raises CannotAssess, Refused.

    Group support is only logged. Support for one child alone opens the plan, or joins the open one, and starts the same day. A child
    without support before moves to the first tier. The first delivered session of it stops the concern's clock.
    """
    with acting(viewer, record="support", action="start", child=child) as act:
        _must_be_new(viewer, child, support)
        ends = until or starts_on + timedelta(weeks=support.weeks)
        if ends <= starts_on:
            raise CannotAssess("Support must end after it starts. Choose a later last day.")
        plan, key = None, ""
        if support.is_individual:
            plan, key = begin_plan(viewer, child=child), support.code
            add_line(viewer, plan=plan, line=_line(support, who or support.who, starts_on, ends))
        provision = begin_provision(
            viewer, child=child, plan=plan, code=support.code, what=support.name, who=who or support.who, minutes=support.minutes,
            times_a_week=support.times_a_week, group_size=support.group_size, starts_on=starts_on, until=ends, line_key=key,
        )
        if concern is not None:
            answer(viewer, concern)
            ConcernSupport.objects.create(concern=concern, provision=provision, chosen_at=viewer.now)
        _reach_first_tier(viewer, child, support)
        tell_family(
            viewer,
            child=child,
            step="support_started",
            reference=child.reference,
            subject="Extra help is starting",
            body="Extra help is starting. Sign in to see what it is, how often it happens, and to say what you think.",
        )
        act.made = provision
        act.details = {"code": support.code, "is_individual": support.is_individual, "concern": concern.pk if concern else None}
        return provision


def _must_be_new(viewer: Viewer, child: Child, support: Support) -> None:
    running = Provision.objects.filter(current(viewer.on), child=child, code=support.code)
    if running.exists():
        raise CannotAssess(f"{support.name} is already in place for this child. Log its sessions, or choose another support.")


def _line(support: Support, who: str, starts_on: date, until: date) -> Line:
    return Line(
        key=support.code, outcome_key="", what=support.name, code=support.code, minutes=support.minutes,
        times_a_week=support.times_a_week, group_size=support.group_size, who=who, starts_on=starts_on, until=until,
    )


def _reach_first_tier(viewer: Viewer, child: Child, support: Support) -> None:
    """The move into the first tier is kept like every other, with its reason. Higher tiers are left as they are."""
    if child.tier >= FIRST_TIER:
        return
    TierMove.objects.create(
        child=child,
        kind=TierMove.Kind.STEP_UP,
        from_tier=child.tier,
        to_tier=FIRST_TIER,
        reason=f"Support started: {support.name}.",
        evidence={"support": support.code},
        decided_by=viewer.person,
        decided_by_role=viewer.role,
        decided_on=viewer.on,
        decided_at=viewer.now,
    )
    child.tier = FIRST_TIER
    child.save(update_fields=["tier"])
