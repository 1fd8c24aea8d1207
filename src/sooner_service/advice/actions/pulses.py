"""Three short answers about how confident a family feels."""

from sooner_service.advice.models import Pulse
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.models import Child

LEAST, MOST = 0, 100


class CannotAnswer(Exception):
    """The answers cannot be kept as given. The message is a sentence."""


def give_pulse(
    *, viewer: Viewer, child: Child, stage: str, informed: int, listened_to: int, support_will_help: int, words: str = ""
) -> Pulse:
    """Keep one answer of three numbers from 0 to 100. A later one adds. Raises CannotAnswer for a number outside them."""
    with acting(viewer, record="pulse", action="give", child=child) as act:
        if not all(LEAST <= number <= MOST for number in (informed, listened_to, support_will_help)):
            raise CannotAnswer("Give each answer as a number from 0 to 100.")
        pulse = Pulse.objects.create(
            child=child, person=viewer.person, stage=stage, informed=informed, listened_to=listened_to,
            support_will_help=support_will_help, words=words, at=viewer.now,
        )
        act.made = pulse
        act.details = {"stage": stage}
        return pulse
