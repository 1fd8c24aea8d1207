"""Noting a concern, answering it and closing it. Noting needs no training and nobody's permission."""

from sooner_service.assessment.models import Concern
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting, hold
from sooner_service.register.models import Child
from sooner_service.register.notices import tell_family


def note_concern(*, viewer: Viewer, child: Child, area: str, what: str) -> Concern:
    """Note a concern about a child: the clock "time to support" starts. Raises CannotAssess, Refused."""
    with acting(viewer, record="concern", action="note", child=child) as act:
        if area not in Concern.Area.values:
            raise CannotAssess("Choose an area, or “Not sure yet”.")
        if not what.strip():
            raise CannotAssess("Say in a few words what you have noticed.")
        concern = Concern.objects.create(
            child=child,
            setting=child.setting,
            area=area,
            what=what.strip(),
            noted_on=viewer.on,
            noted_at=viewer.now,
            noted_by=viewer.person,
            noted_by_role=viewer.role,
        )
        act.made = concern
        act.details = {"area": area}
        return concern


def acknowledge_concern(*, viewer: Viewer, concern: Concern) -> Concern:
    """Answer a concern by name, and tell the family that somebody has taken it up. A second answer changes nothing."""
    with acting(viewer, record="concern", action="acknowledge", child=concern.child) as act:
        hold(concern)
        act.made = concern
        if concern.acknowledged_on is not None:
            raise CannotAssess("Somebody has already answered this concern. Nothing was changed.")
        answer(viewer, concern)
        tell_family(
            viewer,
            child=concern.child,
            step="concern_acknowledged",
            reference=concern.child.reference,
            subject="A concern has been answered",
            body="Somebody at the school has taken up a concern and will talk with you about it. Help can start at any time.",
        )
        return concern


def close_concern(*, viewer: Viewer, concern: Concern, because: str) -> Concern:
    """Close a concern that needs nothing more, and say why. Raises CannotAssess, Refused."""
    with acting(viewer, record="concern", action="close", child=concern.child) as act:
        hold(concern)
        act.made = concern
        if concern.closed_on is not None:
            raise CannotAssess("This concern is already closed. Nothing was changed.")
        if not because.strip():
            raise CannotAssess("Say why the concern is closed. The family can read it.")
        answer(viewer, concern)
        concern.closed_on = viewer.on
        concern.closed_because = because.strip()[:200]
        concern.save(update_fields=["closed_on", "closed_because"])
        return concern


def answer(viewer: Viewer, concern: Concern) -> None:
    """Keep who answered the concern first: inside an action that answers it by doing something about it."""
    if concern.acknowledged_on is None:
        concern.acknowledged_on = viewer.on
        concern.acknowledged_by = viewer.person
        concern.save(update_fields=["acknowledged_on", "acknowledged_by"])
