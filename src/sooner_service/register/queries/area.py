"""What an area has chosen for itself: which words it uses for the tiers."""

from sooner.assessment.tiers import PACKS, Pack
from sooner_service.register.access import Viewer
from sooner_service.register.models import AreaSetting, Child, Organisation

TIER_MODEL = "tier_model"
DEFAULT_PACK: Pack = "report_2024"


def authority_of(viewer: Viewer, child: Child | None = None) -> Organisation | None:
    """The authority whose choices hold: the child's, else the one the viewer belongs to, else the only one there is."""
    if child is not None:
        return child.authority
    own = viewer.organisation
    if own is not None and own.kind == Organisation.Kind.AUTHORITY:
        return own
    if own is not None and own.authority_id is not None:
        return own.authority
    return Organisation.objects.filter(kind=Organisation.Kind.AUTHORITY).order_by("pk").first()


def tier_pack(viewer: Viewer, child: Child | None = None) -> Pack:
    """The pack of tier words in use; the report's until an area chooses otherwise. Records keep only the tier's number."""
    authority = authority_of(viewer, child)
    latest = AreaSetting.objects.filter(authority=authority, name=TIER_MODEL).order_by("-set_at", "-pk").first() if authority else None
    return next((pack for pack in PACKS if latest is not None and pack == latest.value), DEFAULT_PACK)


def tier_choices_made(viewer: Viewer) -> list[AreaSetting]:
    """Every change of the tier words in the viewer's own area, newest first."""
    chosen = AreaSetting.objects.filter(authority=viewer.organisation, name=TIER_MODEL).select_related("set_by")
    return list(chosen.order_by("-set_at", "-pk"))
