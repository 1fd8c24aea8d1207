"""Training completed and booked. Competence on a date is derived by the policy, never stored."""

from django.db import models

from sooner_service.register.models import Organisation, Person


class Completion(models.Model):
    """A course that a person finished, with the evidence for it. `course` is the code of a pathway in sooner.training."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="completions")
    course = models.CharField(max_length=60)
    completed_on = models.DateField()
    evidence = models.CharField(max_length=200)
    recorded_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["-completed_on", "-pk"]

    def __str__(self) -> str:
        return f"{self.course} by {self.person} on {self.completed_on}"


class Booking(models.Model):
    """A place that somebody asked for on a course, the code of a pathway. It is met by a completion of the same course from then on."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="bookings")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="bookings")
    course = models.CharField(max_length=60)
    wanted_by = models.DateField()
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ["wanted_by"]

    def __str__(self) -> str:
        return f"{self.course} for {self.person}"
