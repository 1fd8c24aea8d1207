"""The journal's one record."""

from django.db import models


class AppendOnly(Exception):
    """Raised when something tries to change or delete a journal entry."""


class Entry(models.Model):
    """One thing somebody did or looked at. Holds ids and codes, never a child's text."""

    class Kind(models.TextChoices):
        ACTION = "action", "did"
        OPENED = "opened", "looked at"
        LISTED = "listed", "listed"
        EXPORTED = "exported", "exported"
        SIGN_IN = "sign_in", "signed in or out"
        REFUSED = "refused", "was refused"

    at = models.DateTimeField(db_index=True)
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=60)
    person_id = models.BigIntegerField(null=True, db_index=True)
    role = models.CharField(max_length=40, blank=True)
    organisation_id = models.BigIntegerField(null=True)
    organisation_name = models.CharField(max_length=120, blank=True)
    child_id = models.BigIntegerField(null=True)
    record = models.CharField(max_length=40, blank=True)
    record_id = models.BigIntegerField(null=True)
    purpose = models.CharField(max_length=120, blank=True)
    count = models.PositiveIntegerField(null=True)
    details = models.JSONField(default=dict)
    is_withheld = models.BooleanField(default=False)

    class Meta:
        indexes = [models.Index(fields=["child_id", "-at"], name="journal_child_at")]
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.kind} {self.name}"

    def save(self, *args: object, **kwargs: object) -> None:
        """Write once. Raises AppendOnly for an entry that is already kept."""
        if self.pk is not None:
            raise AppendOnly("A journal entry is never changed. Write a new one that corrects it.")
        super().save(force_insert=True)

    def delete(self, *args: object, **kwargs: object) -> tuple[int, dict[str, int]]:
        """Always refused: retention works on whole years through its own command."""
        raise AppendOnly("A journal entry is never deleted.")
