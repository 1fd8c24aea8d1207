"""Attendance as counts of half-day sessions by code."""

from django.db import models

from sooner_service.register.models import Child, Organisation


class AttendanceCount(models.Model):
    """One child's sessions in one half-term: {code: number of half-days}."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="attendance")
    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="attendance")
    half_term = models.CharField(max_length=20, help_text="School year and half-term, such as 2026-27/2.")
    starts_on = models.DateField()
    counts = models.JSONField()

    class Meta:
        ordering = ["starts_on"]
        constraints = [models.UniqueConstraint(fields=["child", "setting", "half_term"], name="one_count_per_half_term")]

    def __str__(self) -> str:
        return f"{self.child} {self.half_term}"
