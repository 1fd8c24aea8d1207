"""People who sign in, and the roles they hold in organisations."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from sooner_service.register.models.organisation import Organisation, SchoolClass
from sooner_service.register.permissions import ROLES


class PersonManager(BaseUserManager["Person"]):
    """Makes people; an account without a password signs in by e-mailed code or not at all."""

    def create_user(self, email: str | None, password: str | None = None, **fields: object) -> "Person":
        """A person with a hashed password, or an unusable one when none is given."""
        person = self.model(email=self.normalize_email(email) if email else None, **fields)
        if password:
            person.set_password(password)
        else:
            person.set_unusable_password()
        person.save()
        return person


class Person(AbstractBaseUser):
    """A member of staff, a parent or carer, or a young person. Some never sign in: everything can be done on paper for them."""

    email = models.EmailField(unique=True, null=True, blank=True)
    name = models.CharField(max_length=120)
    telephone = models.CharField(max_length=30, blank=True)
    language = models.CharField(max_length=40, default="English")
    needs_interpreter = models.BooleanField(default=False)
    contact_by = models.CharField(
        max_length=10, default="email", choices=[("email", "E-mail"), ("paper", "Letter on paper"), ("phone", "Telephone")]
    )
    is_staff_account = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    is_invented = models.BooleanField(default=False)
    joined_at = models.DateTimeField(null=True)

    objects = PersonManager()
    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        """The name as the person gives it."""
        return self.name

    def get_short_name(self) -> str:
        """The first word of the name."""
        return self.name.split()[0] if self.name else ""


class RoleHeld(models.Model):
    """A role that a person holds in an organisation for a time. What a role may do is in permissions.csv."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="roles")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="roles")
    role = models.CharField(max_length=30)
    starts_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "roles held"
        constraints = [
            models.UniqueConstraint(
                fields=["person", "organisation", "role"], condition=models.Q(until__isnull=True), name="one_open_role_of_a_kind"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} as {self.role} at {self.organisation}"

    @property
    def role_words(self) -> str:
        """The role as a person would say it."""
        return ROLES.get(self.role, self.role)


class ClassStaff(models.Model):
    """A role's work with one class: what makes a class somebody's own."""

    role_held = models.ForeignKey(RoleHeld, on_delete=models.CASCADE, related_name="classes")
    school_class = models.ForeignKey(SchoolClass, on_delete=models.CASCADE, related_name="staff")
    starts_on = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "class staff"

    def __str__(self) -> str:
        return f"{self.role_held} with {self.school_class}"
