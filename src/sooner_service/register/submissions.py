"""A form's token makes one record, however often the form arrives."""

from datetime import datetime

from sooner_service.register.models import Submission


def begin(token: str, *, at: datetime) -> Submission:
    """Claim the token. Raises IntegrityError when the same form has been taken before."""
    return Submission.objects.create(token=token[:40], at=at)


def finish(submission: Submission, *, result: str) -> None:
    """Keep where the first arrival was sent."""
    submission.result = result
    submission.save(update_fields=["result"])


def result_of(token: str) -> str | None:
    """Where the first arrival of the form was sent, or None when it was never taken."""
    return Submission.objects.filter(token=token[:40]).exclude(result="").values_list("result", flat=True).first()
