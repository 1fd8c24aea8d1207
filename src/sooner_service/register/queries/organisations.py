"""The organisations of an area, and the classes and terms of a setting."""

from django.db.models import Count, Q, QuerySet

from sooner_service.register.access import Viewer, current
from sooner_service.register.models import Organisation, SchoolClass, Term


def organisations_of(viewer: Viewer) -> "QuerySet[Organisation]":
    """The settings and services of the viewer's area now, with how many roles are held in each."""
    in_area = Organisation.objects.filter(current(viewer.on), authority=viewer.organisation)
    return in_area.annotate(people=Count("roles", filter=current(viewer.on, "roles__"), distinct=True)).order_by("kind", "name")


def classes_this_year(viewer: Viewer) -> "QuerySet[SchoolClass]":
    """The classes of the viewer's setting this year, with how many children are in each."""
    classes = SchoolClass.objects.filter(current(viewer.on), setting=viewer.organisation)
    return classes.annotate(number_of_children=Count("children", filter=Q(children__setting=viewer.organisation)))


def terms_of(viewer: Viewer) -> list[Term]:
    """The half-terms of the viewer's setting that have not ended a year ago, in order."""
    return list(Term.objects.filter(setting=viewer.organisation, until__gt=viewer.on.replace(day=1, year=viewer.on.year - 1)))
