"""EHC cases, what happened in them, and the evidence that was offered and agreed."""

from django.db import models

from sooner_service.register.encrypted import EncryptedJSONField
from sooner_service.register.models import Child, Notice, Organisation, Person, RoleHeld


class Case(models.Model):
    """One request for an EHC needs assessment and all that follows. `child` is empty until staff have matched a public request."""

    class Source(models.TextChoices):
        PARENT = "parent", "Parent or carer"
        YOUNG_PERSON = "young_person", "Young person"
        SETTING = "setting", "School or other setting"
        PROFESSIONAL = "professional", "Another professional"
        AUTHORITY = "authority", "Another council, with a plan"

    class Way(models.TextChoices):
        PUBLIC_FORM = "public_form", "Public form"
        OWN_PAGE = "own_page", "Signed in"
        PAPER = "paper", "On paper"

    reference = models.CharField(max_length=12, unique=True)
    authority = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="cases")
    child = models.ForeignKey(Child, null=True, on_delete=models.PROTECT, related_name="cases")
    source = models.CharField(max_length=12, choices=Source)
    way = models.CharField(max_length=12, choices=Way)
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    request = EncryptedJSONField(default=dict)
    why = models.CharField(max_length=40, blank=True, help_text="Why the request is made, for the reliance figures.")
    received_on = models.DateField()
    entered_at = models.DateTimeField()
    tracker_hash = models.CharField(max_length=64, blank=True, db_index=True)
    tracker_until = models.DateField(null=True)
    co_ordinator = models.ForeignKey(RoleHeld, null=True, on_delete=models.SET_NULL, related_name="cases")
    state = models.CharField(max_length=24, default="requested")
    next_rule = models.CharField(max_length=10, blank=True)
    next_limit_on = models.DateField(null=True)
    next_act_by = models.DateField(null=True)
    next_owner = models.CharField(max_length=24, blank=True, help_text="On whom the case waits.")
    next_duty = models.CharField(max_length=200, blank=True)
    review_due_on = models.DateField(null=True, help_text="By when the review of the plan must have ended, while there is a plan.")
    planned_on = models.DateField(null=True, help_text="The authority's own plan under an exemption. Never a limit in law (law C-11).")

    class Meta:
        ordering = ["-received_on", "-pk"]
        indexes = [models.Index(fields=["authority", "next_act_by"]), models.Index(fields=["authority", "review_due_on"])]

    def __str__(self) -> str:
        return self.reference


class CaseEvent(models.Model):
    """Something that happened in a case, in the vocabulary of the clocks. Corrections add an event that says what it corrects."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    event = models.CharField(max_length=40)
    on = models.DateField()
    fields = models.JSONField(default=dict)
    reasons = models.TextField(blank=True)
    legal_test = models.JSONField(default=dict, help_text="Each limb of the legal test, recorded apart.")
    recorded_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_because = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.case} {self.event} on {self.on}"


class AdviceRequest(models.Model):
    """The authority's question to one body, answered on one page. `organisation` is empty for the family, asked in its own right."""

    class Body(models.TextChoices):
        SCHOOL = "school", "School or college"
        EARLY_YEARS = "early_years", "Early years setting"
        PSYCHOLOGIST = "ep", "Educational psychologist"
        HEALTH = "health", "Health"
        SOCIAL_CARE = "social_care", "Social care"
        FAMILY = "family", "The family"
        OTHER = "other", "Another adviser"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="advice_requests")
    body = models.CharField(max_length=16, choices=Body)
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="advice_requests")
    question = models.TextField()
    asked_on = models.DateField()
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        ordering = ["asked_on", "pk"]

    def __str__(self) -> str:
        return f"{self.body} for {self.case}"


class EvidenceItem(models.Model):
    """Something in the child's record that may be used in the case, once its author and the family agree. Never attached unasked."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="evidence")
    kind = models.CharField(max_length=20)
    record_id = models.BigIntegerField()
    title = models.CharField(max_length=160)
    dated_on = models.DateField()
    offered_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    offered_at = models.DateTimeField()
    names_others = models.BooleanField(default=False)
    family_agreed_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    family_agreed_at = models.DateTimeField(null=True)
    family_declined_at = models.DateTimeField(null=True)
    attached_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    attached_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["dated_on", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["case", "kind", "record_id"], name="evidence_is_offered_once"),
            models.CheckConstraint(
                condition=models.Q(attached_at__isnull=True) | models.Q(family_agreed_at__isnull=False), name="attached_only_if_agreed"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title} for {self.case}"


class CaseDocument(models.Model):
    """A version of the draft or final EHC plan, typed by a named person section by section, A to K. Never machine-drafted."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(max_length=8, choices=[("draft", "Draft"), ("final", "Final")])
    number = models.PositiveSmallIntegerField()
    sections = models.JSONField()
    edit = models.PositiveIntegerField(default=1)
    edited_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    edited_at = models.DateTimeField()
    locked_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["case", "number"], name="one_document_of_a_number")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number} of {self.case}"


class CaseNotice(models.Model):
    """A notice the law prescribes, with every part it must carry, as it was sent. `copies` are the messages that brought it to each adult."""

    class Kind(models.TextChoices):
        WILL_ASSESS = "will_assess", "The council will assess"
        REFUSE_ASSESS = "refuse_assess", "The council will not assess"
        REFUSE_ISSUE = "refuse_issue", "There will be no EHC plan"
        DRAFT = "draft", "The draft plan"
        FINAL = "final", "The final plan"
        KEEP_PLAN = "keep_plan", "The plan stays as it is"
        CHANGES = "changes", "The changes to the plan"
        AMENDED = "amended", "The changed plan"
        CEASE = "cease", "The plan is to end"
        REFUSE_REASSESS = "refuse_reassess", "No new assessment"
        REASSESSED = "reassessed", "The plan after the new assessment"

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="notices")
    event = models.ForeignKey(CaseEvent, null=True, on_delete=models.SET_NULL, related_name="notices")
    kind = models.CharField(max_length=16, choices=Kind)
    parts = models.JSONField(help_text="The title and words of each part, in order.")
    appeal_by = models.DateField(null=True)
    sent_on = models.DateField()
    sent_by = models.ForeignKey(Person, null=True, on_delete=models.SET_NULL, related_name="+")
    sent_at = models.DateTimeField()
    copies = models.ManyToManyField(Notice, related_name="statutory")

    class Meta:
        ordering = ["-sent_at", "-pk"]

    def __str__(self) -> str:
        return f"{self.kind} in {self.case}"
