"""Support that begins and ends: each a promise whose sessions are counted from its first day."""

from datetime import date
from decimal import Decimal

from sooner_service.plans.models import Plan, Provision
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting, hold
from sooner_service.register.models import Child


class CannotProvide(Exception):
    """Support cannot begin or end like this. The message is a sentence that says what to change."""


def start_provision(
    *, viewer: Viewer, child: Child, plan: Plan | None, code: str, what: str, who: str, minutes: int, times_a_week: float,
    group_size: int, starts_on: date, until: date | None, line_key: str = "",
) -> Provision:
    """Start a support: one for a single child runs under a plan, one for a group needs none. Raises CannotProvide, Refused."""
    with acting(viewer, record="support", action="start", child=child) as act:
        provision = begin_provision(
            viewer, child=child, plan=plan, code=code, what=what, who=who, minutes=minutes, times_a_week=times_a_week,
            group_size=group_size, starts_on=starts_on, until=until, line_key=line_key,
        )
        act.made = provision
        act.details = {"code": code, "group_size": group_size, "plan": plan.pk if plan else None}
        return provision


def begin_provision(
    viewer: Viewer, *, child: Child, plan: Plan | None, code: str, what: str, who: str, minutes: int, times_a_week: float,
    group_size: int, starts_on: date, until: date | None, line_key: str = "",
) -> Provision:
    """The same within an action that has checked the permission already and keeps its own journal entry."""
    if group_size < 1:
        raise CannotProvide("A group has at least one child. Write 1 for support that is for this child alone.")
    if group_size == 1 and plan is None:
        raise CannotProvide("Support for one child alone runs under a plan. Open the child's plan first.")
    if until is not None and until <= starts_on:
        raise CannotProvide("The support ends before it starts. Make the end later than the start.")
    if minutes < 1 or times_a_week <= 0:
        raise CannotProvide("Say how long a session is and how often it happens. Once a fortnight is 0.5 times a week.")
    return Provision.objects.create(
        child=child, plan=plan, line_key=line_key, code=code, what=what[:200], who=who[:120], minutes=minutes,
        times_a_week=Decimal(str(times_a_week)), group_size=group_size, starts_on=starts_on, until=until, started_by=viewer.person,
    )


def stop_provision(*, viewer: Viewer, provision: Provision, on: date) -> Provision:
    """End a support: `on` is the first day it no longer runs. What it promised before then stays. Raises CannotProvide, Refused."""
    with acting(viewer, record="support", action="stop", child=provision.child) as act:
        hold(provision)
        if provision.until is not None and provision.until <= on:
            raise CannotProvide("This support has ended already. Nothing was changed.")
        end_provision(provision, on=on)
        act.made = provision
        act.details = {"until": provision.until.isoformat() if provision.until else None}
        return provision


def end_provision(provision: Provision, *, on: date) -> Provision:
    """The same within an action that has checked the permission already. A support that never began is left empty, not removed."""
    provision.until = max(on, provision.starts_on)
    provision.save(update_fields=["until"])
    return provision
