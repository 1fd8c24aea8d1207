"""Training completed and booked. Competence on a date is derived by the policy, never stored."""

from django.db import models

from sooner_service.register.models import Organisation, Person


class Completion(models.Model):
    """A course that a person finished, with the evidence for it."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="completions")
    course = models.CharField(max_length=60)
    pathway = models.CharField(max_length=40)
    completed_on = models.DateField()
    expires_on = models.DateField(null=True)
    evidence = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-completed_on"]

    def __str__(self) -> str:
        return f"{self.course} by {self.person} on {self.completed_on}"


class Booking(models.Model):
    """A place that somebody asked for on a course."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="bookings")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="bookings")
    course = models.CharField(max_length=60)
    wanted_by = models.DateField()
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["wanted_by"]

    def __str__(self) -> str:
        return f"{self.course} for {self.person}"
