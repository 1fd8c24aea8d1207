"""The concerns about one child, newest first, and the one a page is about."""

from django.db.models import QuerySet

from sooner_service.assessment.models import Concern
from sooner_service.register.access import NotFound, Viewer, may
from sooner_service.register.models import Child


def concerns_of(viewer: Viewer, child: Child) -> list[Concern]:
    """The concerns about this child that the viewer may read, newest first; none for those who may not."""
    return list(_readable(viewer, child))


def concern_for(viewer: Viewer, child: Child, number: int) -> Concern:
    """One concern about this child. Raises NotFound."""
    concern = _readable(viewer, child).filter(pk=number).first()
    if concern is None:
        raise NotFound
    return concern


def open_concern(viewer: Viewer, child: Child) -> Concern | None:
    """The latest concern that is not closed: what a baseline or a support started now answers."""
    return _readable(viewer, child).filter(closed_on__isnull=True).first()


def _readable(viewer: Viewer, child: Child) -> "QuerySet[Concern]":
    if not may(viewer, record="concern", action="see", child=child).is_allowed:
        return Concern.objects.none()
    return Concern.objects.filter(child=child).select_related("noted_by", "acknowledged_by", "child")
