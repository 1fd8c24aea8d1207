"""Every address of this audience, with the record and action it needs."""

from sooner_service.pages.framework import Address
from sooner_service.pages.specialist.ehc_addresses import EHC
from sooner_service.pages.specialist.support_addresses import SUPPORT

ADDRESSES: tuple[Address, ...] = (*SUPPORT, *EHC)
