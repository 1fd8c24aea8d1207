"""Provision, sessions, plans with their versions and the family's answers, goals and scores."""

from django.db import models

from sooner.plans.document import Plan as Document
from sooner.plans.document import from_json
from sooner_service.register.models import Child, Organisation, Person


class Plan(models.Model):
    """A support plan of one child. Its words live in its versions."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="plans")
    opened_on = models.DateField()
    opened_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["-opened_on", "-pk"]
        constraints = [
            models.UniqueConstraint(fields=["child"], condition=models.Q(closed_on__isnull=True), name="one_open_plan_per_child")
        ]

    def __str__(self) -> str:
        return f"Plan of {self.child} from {self.opened_on}"


class PlanVersion(models.Model):
    """One version of a plan. `content` is sooner.plans.document's JSON. A final version is never changed again."""

    class Status(models.TextChoices):
        DRAFT = "draft", "Draft"
        SHARED = "shared", "Shared with the family"
        FINAL = "final", "Final"

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    status = models.CharField(max_length=6, choices=Status, default=Status.DRAFT)
    content = models.JSONField()
    child_version = models.JSONField(default=dict)
    edit = models.PositiveIntegerField(default=1, help_text="Counts edits, so that a second editor is told and loses nothing.")
    edited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    edited_at = models.DateTimeField()
    shared_at = models.DateTimeField(null=True)
    final_at = models.DateTimeField(null=True)
    final_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    override_reason = models.TextField(blank=True, help_text="Why it was made final as it stands, where something was still open.")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["plan", "number"], name="one_version_of_a_number"),
            models.CheckConstraint(
                condition=models.Q(final_at__isnull=False) | ~models.Q(status="final"), name="a_final_version_has_its_moment"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.plan} version {self.number}"

    @property
    def document(self) -> Document:
        """The plan as the policy reads it."""
        return from_json(self.content)

    @property
    def is_final(self) -> bool:
        """Whether it is locked."""
        return self.status == self.Status.FINAL

    @property
    def is_read_by_family(self) -> bool:
        """Whether it has left the hands of staff: shared or final."""
        return self.status != self.Status.DRAFT


class LineResponse(models.Model):
    """What one adult, or the young person, says about one line of a shared plan. A later answer adds; it does not replace."""

    version = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="responses")
    line_key = models.CharField(max_length=40)
    by = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    agrees = models.BooleanField()
    comment = models.TextField(blank=True)
    written_down_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.version} {self.line_key}"


class Provision(models.Model):
    """A support that somebody promised: a group support without a plan, or a line of a final plan."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="provision")
    plan = models.ForeignKey(Plan, null=True, on_delete=models.CASCADE, related_name="provision")
    line_key = models.CharField(max_length=40, blank=True)
    code = models.CharField(max_length=60, blank=True)
    what = models.CharField(max_length=200)
    who = models.CharField(max_length=120)
    minutes = models.PositiveSmallIntegerField()
    times_a_week = models.DecimalField(max_digits=4, decimal_places=1)
    group_size = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    until = models.DateField(null=True)
    started_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["starts_on", "pk"]
        verbose_name_plural = "provision"
        constraints = [
            models.CheckConstraint(condition=models.Q(group_size__gte=1), name="a_group_has_somebody"),
            models.CheckConstraint(
                condition=models.Q(group_size__gt=1) | models.Q(plan__isnull=False), name="individual_support_has_a_plan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} for {self.child}"


class Session(models.Model):
    """One session that was delivered, or cancelled with a reason. One logged by mistake stays, marked as taken back."""

    class Outcome(models.TextChoices):
        DELIVERED = "delivered", "Delivered"
        CANCELLED = "cancelled", "Cancelled"
        TAKEN_BACK = "withdrawn", "Logged by mistake"

    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="sessions")
    on = models.DateField()
    number_on_day = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=9, choices=Outcome)
    reason = models.CharField(max_length=60, blank=True)
    logged_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    logged_at = models.DateTimeField()

    class Meta:
        ordering = ["on", "number_on_day"]
        constraints = [
            models.UniqueConstraint(
                fields=["provision", "on", "number_on_day"], condition=~models.Q(outcome="withdrawn"), name="one_record_per_session"
            ),
            models.CheckConstraint(condition=models.Q(outcome="delivered") | ~models.Q(reason=""), name="a_cancelled_session_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.provision} {self.on} {self.outcome}"


DIRECTIONS = [("increase", "More is better"), ("decrease", "Less is better")]


class SchoolMeasure(models.Model):
    """Something a setting counts or scores in a way of its own. A goal copies what it needs, so that a later change alters no decision."""

    setting = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="measures")
    name = models.CharField(max_length=80)
    hint = models.CharField(max_length=200, blank=True)
    direction = models.CharField(max_length=8, choices=DIRECTIONS)
    decimals = models.PositiveSmallIntegerField(default=0)
    lowest = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    highest = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    error_sd = models.DecimalField(max_digits=9, decimal_places=3, null=True, help_text="SD of one score around the true level.")
    error_source = models.CharField(max_length=200, blank=True)
    usual_gain = models.DecimalField(max_digits=9, decimal_places=3, null=True, help_text="What a pupil usually gains a week.")
    usual_gain_source = models.CharField(max_length=200, blank=True)
    added_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    added_on = models.DateField()
    retired_on = models.DateField(null=True)

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["setting", "name"], condition=models.Q(retired_on__isnull=True), name="one_measure_of_a_name"),
            models.CheckConstraint(condition=models.Q(error_sd__isnull=True) | ~models.Q(error_source=""), name="an_error_has_its_source"),
            models.CheckConstraint(
                condition=models.Q(usual_gain__isnull=True) | ~models.Q(usual_gain_source=""), name="a_usual_gain_has_its_source"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Goal(models.Model):
    """What a child is aiming at on one measure: from a baseline on a day to an aim on a day.

    The scale and the error of one score are those of the measure on the day the goal was set.
    """

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="goals")
    plan = models.ForeignKey(Plan, null=True, on_delete=models.SET_NULL, related_name="goals")
    provision = models.ForeignKey(Provision, null=True, on_delete=models.SET_NULL, related_name="goals")
    text = models.CharField(max_length=200)
    measure = models.CharField(max_length=80)
    decimals = models.PositiveSmallIntegerField(default=0)
    direction = models.CharField(max_length=8, choices=DIRECTIONS)
    lowest = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    highest = models.DecimalField(max_digits=9, decimal_places=3, null=True)
    error_sd = models.DecimalField(max_digits=9, decimal_places=3, null=True, help_text="SD of one score around the true level, where known.")
    error_source = models.CharField(max_length=200, blank=True)
    baseline = models.DecimalField(max_digits=9, decimal_places=3)
    baseline_tries = models.PositiveSmallIntegerField(default=1, help_text="3 where the baseline is the middle of three tries.")
    starts_on = models.DateField()
    aim = models.DecimalField(max_digits=9, decimal_places=3)
    aim_on = models.DateField()
    expected = models.DecimalField(
        max_digits=9, decimal_places=3, null=True, help_text="What most pupils of this age reach on the measure, where it is known."
    )
    set_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_on = models.DateField(null=True)

    class Meta:
        ordering = ["-starts_on", "pk"]
        constraints = [models.CheckConstraint(condition=models.Q(aim_on__gt=models.F("starts_on")), name="an_aim_is_after_its_baseline")]

    def __str__(self) -> str:
        return f"{self.measure} of {self.child}"


class Score(models.Model):
    """One score on a goal's measure. A corrected score is a new row that names the one it replaces."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="scores")
    on = models.DateField()
    value = models.DecimalField(max_digits=9, decimal_places=3)
    logged_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    logged_at = models.DateTimeField()
    replaced_by = models.OneToOneField("self", null=True, on_delete=models.SET_NULL, related_name="replaces")

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.goal} {self.on}"
