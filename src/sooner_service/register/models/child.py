"""A child or young person, the adults around them, where they learn, and which organisations may see them."""

from django.db import models

from sooner_service.register.models.organisation import Organisation, SchoolClass
from sooner_service.register.models.person import Person


class Child(models.Model):
    """A child or young person from birth to 25. `reference` is what notices and addresses carry, never the name."""

    class SenStatus(models.TextChoices):
        NONE = "N", "No SEN support"
        SUPPORT = "K", "SEN support"
        PLAN = "E", "EHC plan"

    reference = models.CharField(max_length=12, unique=True)
    given_name = models.CharField(max_length=60)
    family_name = models.CharField(max_length=60)
    known_as = models.CharField(max_length=60, blank=True)
    born_on = models.DateField()
    sex = models.CharField(max_length=1, choices=[("F", "Female"), ("M", "Male"), ("U", "Not recorded")], default="U")
    first_language = models.CharField(max_length=40, default="English")
    setting = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    school_class = models.ForeignKey(SchoolClass, null=True, blank=True, on_delete=models.SET_NULL, related_name="children")
    authority = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="children_in_area")
    year_group = models.SmallIntegerField(null=True)
    sen_status = models.CharField(max_length=1, choices=SenStatus, default=SenStatus.NONE)
    primary_need = models.CharField(max_length=5, blank=True)
    tier = models.PositiveSmallIntegerField(default=0)
    is_in_care = models.BooleanField(default=False)
    is_adopted = models.BooleanField(default=False)
    has_free_meals = models.BooleanField(default=False)
    own_rights_from = models.DateField(help_text="Law P-1: the day from which the young person acts in their own name.")
    person = models.OneToOneField(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="own_record")
    is_invented = models.BooleanField(default=False)

    class Meta:
        ordering = ["family_name", "given_name", "pk"]
        indexes = [models.Index(fields=["setting", "tier"]), models.Index(fields=["school_class"])]
        verbose_name_plural = "children"

    def __str__(self) -> str:
        return self.reference

    @property
    def called(self) -> str:
        """The first name that the child uses."""
        return self.known_as or self.given_name

    @property
    def full_name(self) -> str:
        """The name to show to those who may see it."""
        return f"{self.called} {self.family_name}"

    @property
    def initials(self) -> str:
        """For shared screens."""
        return f"{self.called[:1]}{self.family_name[:1]}"


class Registration(models.Model):
    """Where a child was on roll, and when; the history behind `Child.setting`. Two at once is dual registration."""

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="registrations")
    setting = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="registrations")
    school_class = models.ForeignKey(SchoolClass, null=True, blank=True, on_delete=models.SET_NULL, related_name="registrations")
    is_main = models.BooleanField(default=True)
    starts_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["starts_on"]

    def __str__(self) -> str:
        return f"{self.child} at {self.setting} from {self.starts_on}"


class AdultLink(models.Model):
    """An adult's place in a child's life. Closed by default: each right is given one by one, by a named member of staff who checked it."""

    class AfterOwnRights(models.TextChoices):
        NOT_ASKED = "", "Not asked yet"
        YOUNG_PERSON_AGREES = "agrees", "The young person has chosen to share"
        BEST_INTERESTS = "best_interests", "Recorded capacity: acts in the young person's best interests"
        YOUNG_PERSON_DECLINES = "declines", "The young person has chosen not to share"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="adults")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="children")
    relation = models.CharField(max_length=40)
    has_parental_responsibility = models.BooleanField(default=False)
    is_restricted = models.BooleanField(default=False)
    restriction_reason = models.CharField(max_length=200, blank=True)
    may_see_address = models.BooleanField(default=False)
    may_see_setting = models.BooleanField(default=False)
    may_see_timetable = models.BooleanField(default=False)
    may_see_staff_names = models.BooleanField(default=False)
    may_message = models.BooleanField(default=False)
    lives_with_child = models.BooleanField(default=False)
    home_address = models.CharField(max_length=200, blank=True)
    after_own_rights = models.CharField(max_length=16, choices=AfterOwnRights, default=AfterOwnRights.NOT_ASKED, blank=True)
    checked_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    checked_on = models.DateField(null=True, blank=True)
    checked_how = models.CharField(max_length=120, blank=True)
    starts_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["child", "person"], condition=models.Q(until__isnull=True), name="one_open_link_per_adult"),
            models.CheckConstraint(
                condition=models.Q(checked_by__isnull=True, checked_on__isnull=True) | models.Q(checked_on__isnull=False),
                name="a_check_has_its_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.relation}) of {self.child}"

    @property
    def has_something_opened(self) -> bool:
        """Whether at least one right was given."""
        return any((self.may_see_address, self.may_see_setting, self.may_see_timetable, self.may_see_staff_names, self.may_message))


class ChildAccess(models.Model):
    """An organisation's reason to reach one child's record: a case, an allocation, a family's grant, a second setting."""

    class Relationship(models.TextChoices):
        ALLOCATED = "allocated", "asked to help this child"
        CASE_AUTHORITY = "case_authority", "runs this child's EHC case"
        GRANTED = "granted", "the family asked it to help"
        SECOND_SETTING = "own_setting", "the child also learns there"

    child = models.ForeignKey(Child, on_delete=models.CASCADE, related_name="access")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="access")
    relationship = models.CharField(max_length=16, choices=Relationship)
    because = models.CharField(max_length=120)
    granted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    starts_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organisation", "relationship"])]
        verbose_name_plural = "child access"

    def __str__(self) -> str:
        return f"{self.organisation} {self.relationship} {self.child}"
