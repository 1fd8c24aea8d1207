"""What the service keeps so that no work is lost and nobody is told the wrong thing: drafts, submissions, notices, area settings."""

from django.db import models

from sooner_service.register.encrypted import EncryptedJSONField
from sooner_service.register.models.child import Child
from sooner_service.register.models.organisation import Organisation
from sooner_service.register.models.person import Person


class Draft(models.Model):
    """Unfinished answers of one person (or one visitor without account), encrypted, so that a lost session loses nothing."""

    holder = models.CharField(max_length=80)
    journey = models.CharField(max_length=60)
    about = models.CharField(max_length=120)
    answers = EncryptedJSONField(default=dict)
    updated_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["holder", "journey", "about"], name="one_draft_per_holder_and_subject")]

    def __str__(self) -> str:
        return f"{self.journey} of {self.holder}"


class Submission(models.Model):
    """A form's own token: the second arrival of the same form finds the first one's result and makes nothing new."""

    token = models.CharField(max_length=40, unique=True)
    result = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.token


class Notice(models.Model):
    """A message to one adult by that adult's own right. It names a step and a reference, never a child."""

    class Channel(models.TextChoices):
        EMAIL = "email", "E-mail"
        PAPER = "paper", "Letter on paper"
        PHONE = "phone", "Telephone call to make"

    child = models.ForeignKey(Child, null=True, on_delete=models.CASCADE, related_name="notices")
    recipient = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notices")
    channel = models.CharField(max_length=6, choices=Channel)
    step = models.CharField(max_length=60)
    reference = models.CharField(max_length=20)
    subject = models.CharField(max_length=160)
    body = models.TextField()
    at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["child"], condition=models.Q(sent_at__isnull=True), name="notices_that_wait")]

    def __str__(self) -> str:
        return f"{self.reference} {self.step}"


class AreaSetting(models.Model):
    """A choice an authority makes for its area, such as the tier model in use."""

    authority = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="area_settings")
    name = models.CharField(max_length=40)
    value = models.CharField(max_length=120)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["set_at"]

    def __str__(self) -> str:
        return f"{self.name} = {self.value}"
