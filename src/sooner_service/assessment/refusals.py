"""What cannot be done as things stand, said to the person who tried."""


class CannotAssess(Exception):
    """A concern, baseline, view or support cannot be taken as it was given. The message says what to do instead."""
