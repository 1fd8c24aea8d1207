"""Where each thing to do is done: the words of its one action and its place in the child's record."""

from sooner_service.assessment.queries.tray import Task, TrayRow

ACTIONS: dict[Task, tuple[str, str]] = {
    "answer": ("Answer", "concern/{concern}/"),
    "baseline": ("Fill in", "baseline/"),
    "sign": ("Read and sign", "baseline/sign/"),
    "area_signs": ("See the baseline", "baseline/sign/"),
    "support": ("Choose support", "support/"),
    "session": ("Log a session", "sessions/"),
    "review": ("See progress", "progress/"),
    "harm": ("Read the words", ""),
}


def action_of(row: TrayRow) -> tuple[str, str]:
    """The words of the action and the place in the record where it is done."""
    words, place = ACTIONS[row.to_do]
    return words, place.format(concern=row.concern.pk if row.concern else "")
