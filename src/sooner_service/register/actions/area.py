"""What an authority chooses for its area. Each choice is kept beside the earlier ones; nothing else is touched."""

from sooner.assessment.tiers import PACKS
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.models import AreaSetting
from sooner_service.register.queries.area import TIER_MODEL


def set_tier_model(*, viewer: Viewer, pack: str) -> AreaSetting:
    """Choose the words for the tiers in the viewer's area. No child's record changes. Raises CannotDo, Refused."""
    with acting(viewer, record="tier_model", action="set") as act:
        if viewer.organisation is None:
            raise CannotDo("Choose your authority's role first.")
        if pack not in PACKS:
            raise CannotDo(f"There are no tier words called “{pack}”. Choose one of the two on the page.")
        kept = AreaSetting.objects.create(authority=viewer.organisation, name=TIER_MODEL, value=pack, set_at=viewer.now, set_by=viewer.person)
        act.made, act.details = kept, {"pack": pack}
        return kept
