"""The cases of an authority as rows to take out. No names: a case reference is enough to find one."""

from sooner.ehc import state_words
from sooner_service.ehc.models import Case
from sooner_service.register.access import Viewer

COLUMNS = ("Case", "Asked by", "Received", "State", "Next rule", "Legal limit", "Act by")


def case_rows(viewer: Viewer) -> list[list[object]]:
    """A heading row and one row for each case of the viewer's own authority, by the day it was received."""
    rows: list[list[object]] = [list(COLUMNS)]
    for case in Case.objects.filter(authority=viewer.organisation).order_by("received_on", "reference"):
        rows.append(
            [
                case.reference, case.get_source_display(), case.received_on.isoformat(), state_words(case.state), case.next_rule,
                case.next_limit_on.isoformat() if case.next_limit_on else "", case.next_act_by.isoformat() if case.next_act_by else "",
            ]
        )  # fmt: skip
    return rows
