"""The statutory process itself: states, the events that fit them, and the one line of stages."""

from sooner.ehc.stages import Stage, stages
from sooner.ehc.states import allowed_events, diagram, state_after, state_words

__all__ = ["Stage", "allowed_events", "diagram", "stages", "state_after", "state_words"]
