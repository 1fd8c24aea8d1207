"""Organisations, the classes of a setting and its terms."""

from django.db import models


class Organisation(models.Model):
    """Any body that people belong to. Roles, and so access to children, belong to it and not to a person."""

    class Kind(models.TextChoices):
        AUTHORITY = "authority", "Local authority"
        SCHOOL = "school", "School"
        NURSERY = "nursery", "Nursery"
        COLLEGE = "college", "College"
        SPECIAL_SCHOOL = "special_school", "Special school"
        ALTERNATIVE_PROVISION = "alternative_provision", "Alternative provision"
        TRUST = "trust", "Academy trust"
        SPECIALIST_SERVICE = "specialist_service", "Specialist service"
        CONTRACTED_PROVIDER = "contracted_provider", "Contracted provider"
        ADVICE_SERVICE = "advice_service", "Advice service (SENDIASS)"
        HEALTH_BODY = "health_body", "Health body"
        SOCIAL_CARE_BODY = "social_care_body", "Social care body"
        TRAINING_PROVIDER = "training_provider", "Training provider"

    SETTINGS = (Kind.SCHOOL, Kind.NURSERY, Kind.COLLEGE, Kind.SPECIAL_SCHOOL, Kind.ALTERNATIVE_PROVISION)

    class Phase(models.TextChoices):
        NURSERY = "nursery", "Nursery"
        PRIMARY = "primary", "Primary"
        SECONDARY = "secondary", "Secondary"
        COLLEGE = "college", "College"
        ALL = "all", "All ages"

    kind = models.CharField(max_length=24, choices=Kind)
    name = models.CharField(max_length=120)
    reference = models.CharField(max_length=20, unique=True)
    phase = models.CharField(max_length=10, choices=Phase, blank=True)
    authority = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="organisations_in_area")
    trust = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="settings_in_trust")
    telephone = models.CharField(max_length=30, blank=True)
    email = models.EmailField(blank=True)
    is_invented = models.BooleanField(default=False)
    starts_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_setting(self) -> bool:
        """Whether children are on its roll."""
        return self.kind in self.SETTINGS


class SchoolClass(models.Model):
    """A class, form or group in a setting for one school year."""

    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="classes")
    name = models.CharField(max_length=40)
    year_group = models.SmallIntegerField(help_text="0 is Reception; below 0 nursery; 12 and above college.")
    starts_on = models.DateField()
    until = models.DateField()

    class Meta:
        ordering = ["year_group", "name"]

    def __str__(self) -> str:
        return self.name


class Term(models.Model):
    """One half-term of a setting: school days are its Mondays to Fridays less bank holidays and `closed_on`."""

    setting = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="terms")
    name = models.CharField(max_length=40)
    starts_on = models.DateField()
    until = models.DateField()
    closed_on = models.JSONField(default=list)

    class Meta:
        ordering = ["starts_on"]
        constraints = [models.CheckConstraint(condition=models.Q(until__gt=models.F("starts_on")), name="term_ends_after_it_starts")]

    def __str__(self) -> str:
        return self.name
