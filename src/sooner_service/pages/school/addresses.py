"""Every address of this audience, with the record and action it needs."""

from sooner_service.pages.framework import Address
from sooner_service.pages.school.ehc_addresses import EHC
from sooner_service.pages.school.overview_addresses import OVERVIEW
from sooner_service.pages.school.planning_addresses import PLANNING
from sooner_service.pages.school.roll_addresses import ROLL
from sooner_service.pages.school.support_addresses import SUPPORT

ADDRESSES: tuple[Address, ...] = (
    *EHC,
    *ROLL,
    *SUPPORT,
    *PLANNING,
    *OVERVIEW,
)
