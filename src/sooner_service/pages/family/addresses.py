"""Every address of this audience, with the record and action it needs."""

from sooner_service.pages.framework import Address

ADDRESSES: tuple[Address, ...] = ()
