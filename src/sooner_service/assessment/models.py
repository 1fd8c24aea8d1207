"""Concerns, baselines, the views of child and family, and each move between tiers with its reasons."""

from django.db import models

from sooner_service.plans.models import Goal, Provision
from sooner_service.register.models import Child, Organisation, Person


class Concern(models.Model):
    """Somebody noticed something. The clock "time to support" starts here."""

    class Area(models.TextChoices):
        COMMUNICATION = "communication_and_interaction", "Communication and interaction"
        LEARNING = "cognition_and_learning", "Thinking and learning"
        FEELINGS = "social_emotional_and_mental_health", "Feelings, friendships and mental health"
        BODY = "sensory_and_or_physical", "Senses and body"
        NOT_SURE = "not_sure", "Not sure yet"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="concerns")
    setting = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="concerns")
    area = models.CharField(max_length=40, choices=Area)
    what = models.TextField()
    noted_on = models.DateField()
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    noted_by_role = models.CharField(max_length=30, blank=True)
    acknowledged_on = models.DateField(null=True)
    acknowledged_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    closed_on = models.DateField(null=True)
    closed_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-noted_at", "-pk"]

    def __str__(self) -> str:
        return f"Concern about {self.child} on {self.noted_on}"


class ConcernSupport(models.Model):
    """A support that was chosen for a concern: its first delivered session stops the clock."""

    concern = models.ForeignKey(Concern, on_delete=models.CASCADE, related_name="supports")
    provision = models.ForeignKey(Provision, on_delete=models.CASCADE, related_name="concerns")
    chosen_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["concern", "provision"], name="a_support_is_chosen_once")]

    def __str__(self) -> str:
        return f"{self.provision} for {self.concern}"


class Baseline(models.Model):
    """A baseline assessment: complete when somebody with current core training signs it.

    `profile` is the policy's JSON without the child's own words: those live in one `View`, where the child's choice of readers rules.
    """

    class Status(models.TextChoices):
        READY = "ready", "Waiting to be signed"
        WITH_AREA = "with_area", "Waiting for the area service to sign"
        SIGNED = "signed", "Signed"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="baselines")
    concern = models.ForeignKey(Concern, null=True, on_delete=models.SET_NULL, related_name="baselines")
    status = models.CharField(max_length=9, choices=Status)
    profile = models.JSONField()
    child_words = models.ForeignKey("View", null=True, on_delete=models.SET_NULL, related_name="baselines")
    completed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    completed_at = models.DateTimeField()
    asked_area_at = models.DateTimeField(null=True)
    asked_area = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="baselines_to_sign")
    sign_by = models.DateField(null=True, help_text="Two school days after the area service was asked.")
    signed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    signed_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-completed_at", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="signed", signed_at__isnull=False) | (~models.Q(status="signed") & models.Q(signed_at__isnull=True)),
                name="signed_has_its_moment",
            )
        ]

    def __str__(self) -> str:
        return f"Baseline of {self.child}"


class View(models.Model):
    """Words of the child or the family. The child's words carry who may read them; words of harm are kept from the family page."""

    class Speaker(models.TextChoices):
        CHILD = "child", "The child or young person"
        FAMILY = "family", "The family"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="views")
    speaker = models.CharField(max_length=6, choices=Speaker)
    topic = models.CharField(max_length=40, blank=True)
    words = models.TextField()
    readers = models.JSONField(default=list, help_text="For the child's words: any of staff, family, authority.")
    goes_to_safeguarding = models.BooleanField(default=False)
    given_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    written_down_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.speaker} of {self.child} on {self.at:%Y-%m-%d}"


class ViewRequest(models.Model):
    """A question to the family for a baseline or review, answered on their own page or entered for them."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="view_requests")
    question = models.CharField(max_length=300)
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.ForeignKey(View, null=True, on_delete=models.SET_NULL, related_name="answers")

    class Meta:
        ordering = ["-asked_at"]

    def __str__(self) -> str:
        return f"Question about {self.child}"


class TierMove(models.Model):
    """A decision about a child's tier, up, down or to stay, with all that TM-3 asks to be kept."""

    class Kind(models.TextChoices):
        FADE = "fade", "Fade the support"
        KEEP = "keep", "Keep going"
        CHANGE = "change", "Change the support"
        STEP_UP = "step_up", "Step up"
        RESTORE = "restore_delivery", "Restore delivery first"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="moves")
    goal = models.ForeignKey(Goal, null=True, on_delete=models.SET_NULL, related_name="moves")
    kind = models.CharField(max_length=16, choices=Kind)
    from_tier = models.PositiveSmallIntegerField()
    to_tier = models.PositiveSmallIntegerField()
    proposed_kind = models.CharField(max_length=24, blank=True)
    reason = models.TextField()
    family_view = models.TextField(blank=True)
    alternative = models.CharField(max_length=200, blank=True)
    evidence = models.JSONField(default=dict, help_text="Rule and version, data window, outcome, delivery share, attendance share.")
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    decided_by_role = models.CharField(max_length=30, blank=True)
    decided_on = models.DateField()
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ["-decided_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.child} from {self.from_tier} to {self.to_tier}"
