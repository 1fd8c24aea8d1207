"""The advice service's key and encrypted notes, the family's grants, pulses of confidence, and counts of questions."""

from django.db import models

from sooner_service.register.models import Child, ChildAccess, Organisation, Person


class ServiceKey(models.Model):
    """The advice service's data key, wrapped by a passphrase that only its advisers know. Whoever hosts the database cannot open it."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, related_name="service_key")
    salt = models.CharField(max_length=64)
    wrapped_key = models.TextField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Key of {self.organisation}"


class CaseNote(models.Model):
    """An adviser's note, encrypted with the advice service's own key. `theme` alone is counted."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="case_notes")
    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="case_notes")
    written_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    written_at = models.DateTimeField()
    theme = models.CharField(max_length=40)
    sealed = models.TextField()

    class Meta:
        ordering = ["-written_at"]

    def __str__(self) -> str:
        return f"Note of {self.written_at:%Y-%m-%d}"


class Grant(models.Model):
    """A family's opening of the record to the advice service, and its closing."""

    access = models.OneToOneField(ChildAccess, on_delete=models.CASCADE, related_name="grant")
    given_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    given_at = models.DateTimeField()
    revoked_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"Grant {self.pk}"


class Pulse(models.Model):
    """Three answers from 0 to 100 about confidence, at one stage."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="pulses")
    person = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="pulses")
    stage = models.CharField(max_length=40)
    informed = models.PositiveSmallIntegerField()
    listened_to = models.PositiveSmallIntegerField()
    support_will_help = models.PositiveSmallIntegerField()
    words = models.TextField(blank=True)
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"Pulse at {self.stage}"


class AskedCount(models.Model):
    """How many questions led to which article on a day. No text is kept."""

    on = models.DateField()
    mode = models.CharField(max_length=12)
    article = models.CharField(max_length=60, blank=True)
    number = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["on", "mode", "article"], name="one_count_a_day")]

    def __str__(self) -> str:
        return f"{self.on} {self.mode} {self.article}"
