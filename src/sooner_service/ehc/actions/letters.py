"""Letters posted and calls made for people who do not use e-mail."""

from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.models import Case
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting, hold
from sooner_service.register.models import Notice


def mark_sent(*, viewer: Viewer, case: Case, letter: Notice) -> Notice:
    """Record that a letter was posted or a call was made today. Raises CannotStep, Refused."""
    with acting(viewer, record="notice", action="send", organisation_id=case.authority_id) as act:
        hold(letter)
        if letter.sent_at is not None:
            raise CannotStep("This was recorded as sent already. Nothing was changed.")
        letter.sent_at = viewer.now
        letter.save(update_fields=["sent_at"])
        act.made, act.child = letter, letter.child
        act.details = {"step": letter.step, "channel": letter.channel}
        return letter
