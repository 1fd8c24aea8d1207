"""Why a goal, a score or a measure cannot be kept."""


class CannotMeasure(Exception):
    """This goal, score or measure cannot be kept. The message is a sentence that says what to change."""
