"""Who holds a case. A case belongs to the authority: when somebody leaves, all of it is handed over in one action."""

from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.models import Case
from sooner_service.ehc.queries.cases import ENDED
from sooner_service.register.access import Viewer, current
from sooner_service.register.acting import acting, hold
from sooner_service.register.models import RoleHeld


def assign(*, viewer: Viewer, case: Case, holder: RoleHeld) -> Case:
    """Give the case to an EHC co-ordinator of the authority. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_case", action="assign", organisation_id=case.authority_id) as act:
        _must_fit(viewer, holder)
        case.co_ordinator = holder
        case.save(update_fields=["co_ordinator"])
        act.made, act.child = case, case.child
        act.details = {"holder": holder.pk}
        return case


def take(*, viewer: Viewer, case: Case) -> Case:
    """A co-ordinator takes a case that nobody in the authority holds now. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_case", action="take", organisation_id=case.authority_id) as act:
        hold(case)
        holder = case.co_ordinator
        if holder is not None and (holder.until is None or holder.until > viewer.on):
            raise CannotStep(f"{holder.person.name} holds this case. Ask your manager if it should be yours.")
        case.co_ordinator = viewer.role_held
        case.save(update_fields=["co_ordinator"])
        act.made, act.child = case, case.child
        return case


def hand_over(*, viewer: Viewer, leaver: RoleHeld, to: RoleHeld) -> int:
    """Give every open case of one co-ordinator to another in one action. Returns how many. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_case", action="assign", organisation_id=leaver.organisation_id) as act:
        _must_fit(viewer, to)
        if leaver.pk == to.pk:
            raise CannotStep("Choose somebody else to take the cases.")
        count = Case.objects.filter(authority=leaver.organisation, co_ordinator=leaver).exclude(state__in=ENDED).update(co_ordinator=to)
        act.made = to
        act.details = {"from": leaver.pk, "cases": count}
        return count


def _must_fit(viewer: Viewer, holder: RoleHeld) -> None:
    is_now = RoleHeld.objects.filter(current(viewer.on), pk=holder.pk, organisation=viewer.organisation, role="ehc_co_ordinator").exists()
    if not is_now:
        raise CannotStep("Choose an EHC co-ordinator who works for your authority now.")
