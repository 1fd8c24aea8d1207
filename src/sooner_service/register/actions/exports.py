"""Taking data out: for a purpose that is kept, with an alarm when it is large (Safety 5)."""

from dataclasses import replace

from django.core.mail import send_mail
from django.db import transaction

from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting

ALARM_FROM = 200
PURPOSES = (
    ("review", "To review support in the setting"),
    ("inspection", "An inspector or auditor asked"),
    ("return", "To prepare a statutory return"),
    ("family", "A family asked for their child's data"),
    ("other", "Something else"),
)


def make_export(*, viewer: Viewer, what: str, purpose: str, why: str, rows: int, with_names: bool) -> bool:
    """Keep that data were taken out, by whom and what for. Returns whether the alarm was raised: the organisation is told by e-mail.

    The alarm says how much and by which role, never about whom. Raises Refused.
    """
    acted = replace(viewer, purpose=f"{purpose}: {why}"[:120])
    is_large = rows >= ALARM_FROM
    with acting(acted, record="export", action="make") as act:
        act.details = {"what": what, "rows": rows, "with_names": with_names, "alarm": is_large}
        if is_large and viewer.organisation is not None and viewer.organisation.email:
            words = (
                f"A {viewer.role_words} of {viewer.organisation_name} has taken out {rows} rows of data "
                f"{'with' if with_names else 'without'} names. The journal says who and what for. If you did not expect this, find out today."
            )
            address = viewer.organisation.email
            transaction.on_commit(lambda: send_mail("A large amount of data was taken out", words, None, [address]), robust=True)
        return is_large
