"""Letters posted and calls made by a setting, for adults who do not use e-mail."""

from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting, hold
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.models import Notice


def mark_told(*, viewer: Viewer, letter: Notice) -> Notice:
    """Record that a letter was posted or a call was made today. Raises CannotDo, Refused."""
    with acting(viewer, record="letter", action="send", child=letter.child) as act:
        hold(letter)
        if letter.sent_at is not None:
            raise CannotDo("This was recorded as sent already. Nothing was changed.")
        letter.sent_at = viewer.now
        letter.save(update_fields=["sent_at"])
        act.made = letter
        act.details = {"step": letter.step, "channel": letter.channel}
        return letter
