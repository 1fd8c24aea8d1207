"""The register's records."""

from sooner_service.register.models.child import AdultLink, Child, ChildAccess, Registration
from sooner_service.register.models.keeping import AreaSetting, Draft, Notice, Submission
from sooner_service.register.models.organisation import Organisation, SchoolClass, Term
from sooner_service.register.models.person import ClassStaff, Person, RoleHeld

__all__ = [
    "AdultLink",
    "AreaSetting",
    "Child",
    "ChildAccess",
    "ClassStaff",
    "Draft",
    "Notice",
    "Organisation",
    "Person",
    "Registration",
    "RoleHeld",
    "SchoolClass",
    "Submission",
    "Term",
]
