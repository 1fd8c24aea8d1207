"""The frame of a child's record: the heading's facts and the tabs, the same on every page of it."""

from typing import TYPE_CHECKING

from sooner.assessment.tiers import tier_named
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import TabName, record_address, tabs_for
from sooner_service.register.queries.area import tier_pack

if TYPE_CHECKING:
    from sooner_service.register.models import Child


def frame(request: PageRequest, child: "Child", current: TabName) -> dict[str, object]:
    """What layouts/record.html needs around a page about this child."""
    tier = tier_named(tier_pack(request.viewer, child), child.tier)
    return {
        "child": child,
        "record": record_address(child),
        "tabs": tabs_for(child, current),
        "key_facts": [
            ("Reference", child.reference),
            ("Class", child.school_class.name if child.school_class else ""),
            ("Tier", tier.name),
        ],
    }
