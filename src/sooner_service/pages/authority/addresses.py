"""Every address of this audience, with the record and action it needs."""

from sooner_service.pages.authority.ehc_addresses import EHC
from sooner_service.pages.authority.overview_addresses import OVERVIEW
from sooner_service.pages.authority.tier_words import tier_words
from sooner_service.pages.framework import Address, organisation_page
from sooner_service.pages.staffing.views import staffing_addresses

ADDRESSES: tuple[Address, ...] = (
    *EHC,
    *OVERVIEW,
    organisation_page("tier-words/", tier_words.tier_words, name="tier_words", record="tier_model", action="set"),
    *staffing_addresses(),
)
