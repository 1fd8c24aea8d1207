"""The roll of a setting and the adults around a child."""

from django.db.models import QuerySet

from sooner_service.register.access import NotFound, Viewer, children_for, current
from sooner_service.register.models import AdultLink, Child, ChildAccess


def roll_of(viewer: Viewer, *, search: str = "") -> "QuerySet[Child]":
    """The children on the roll that the viewer keeps, by name; `search` looks in names and references."""
    children = children_for(viewer, record="roll", action="list").select_related("school_class")
    for word in search.split():
        children = children.filter(given_name__icontains=word) | children.filter(family_name__icontains=word) | children.filter(
            reference__iexact=word
        )
    return children.order_by("family_name", "given_name", "pk")


def adults_of(viewer: Viewer, child: Child) -> list[AdultLink]:
    """The adults linked to a child now."""
    links = AdultLink.objects.filter(current(viewer.on), child=child).select_related("person", "checked_by")
    return list(links.order_by("pk"))


def adult_link_for(viewer: Viewer, child: Child, number: int) -> AdultLink:
    """One adult's link to this child. Raises NotFound."""
    link = AdultLink.objects.filter(current(viewer.on), child=child, pk=number).select_related("person", "child").first()
    if link is None:
        raise NotFound
    return link


def organisations_with_access(viewer: Viewer, child: Child) -> list[ChildAccess]:
    """The organisations that may open this record now and why. Whom a family asked for advice is the family's own business."""
    found = ChildAccess.objects.filter(current(viewer.on), child=child).exclude(relationship=ChildAccess.Relationship.GRANTED)
    return list(found.select_related("organisation").order_by("starts_on", "pk"))
