"""What child and family have said, to those who may read it, and questions that wait for an answer."""

from collections.abc import Mapping

from sooner_service.assessment.models import View, ViewRequest
from sooner_service.assessment.profiles import AUTHORITY, FAMILY, STAFF
from sooner_service.register.access import Viewer, may, relationships_to
from sooner_service.register.models import Child
from sooner_service.register.permissions import ruling


def views_of(viewer: Viewer, child: Child) -> list[View]:
    """The views that the viewer may read, newest first: the child's words by the child's choice, the family's by the table.

    Words that may tell of harm are kept from families and the authority; the head reads them for the safeguarding lead.
    """
    found = View.objects.filter(child=child).select_related("given_by", "written_down_by")
    reading = _Reading(viewer, child)
    return [each for each in found if reading.may_read(each)]


def open_requests(viewer: Viewer, child: Child) -> list[ViewRequest]:
    """Questions to the family that nobody has answered yet, newest first, for those who may read the family's views."""
    if not may(viewer, record="views", action="see", child=child).is_allowed:
        return []
    return list(ViewRequest.objects.filter(child=child, answer__isnull=True).select_related("asked_by"))


def request_for(viewer: Viewer, child: Child, number: int) -> ViewRequest | None:
    """One open question to this family, or None."""
    return next((each for each in open_requests(viewer, child) if each.pk == number), None)


class _Reading:
    """What the table lets this viewer read of this child's views, looked up once for all of them."""

    def __init__(self, viewer: Viewer, child: Child) -> None:
        self.person_id = viewer.person.pk if viewer.person else None
        self.role = viewer.role
        self.relationships = relationships_to(viewer, child)
        self.is_of_setting = viewer.organisation is not None and viewer.organisation.pk == child.setting_id

    def may_read(self, view: View) -> bool:
        """Whether this one may be read. Whoever gave or wrote down the words knows them already."""
        if self.person_id is not None and self.person_id in {view.written_down_by_id, view.given_by_id}:
            return True
        if view.goes_to_safeguarding and (self._allows("words_of_harm") or not self.is_of_setting):
            return self._allows("words_of_harm")
        if view.speaker == View.Speaker.FAMILY:
            return self._allows("views")
        facts = {
            "child_shares_with_staff": STAFF in view.readers,
            "child_shares_with_family": FAMILY in view.readers,
            "child_shares_with_authority": AUTHORITY in view.readers,
        }
        return self._allows("child_words", facts)

    def _allows(self, record: str, facts: Mapping[str, bool] | None = None) -> bool:
        found = ruling(role=self.role, relationships=self.relationships, record=record, action="see", facts=facts or {})
        return found.is_allowed
