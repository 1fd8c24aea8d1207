"""What each tier is called, who it is for and what is promised in it: the stored number never changes, only the pack read."""

from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from sooner.law.tables import About, read

Pack = Literal["report_2024", "proposals_2026"]

PACKS: tuple[Pack, ...] = ("report_2024", "proposals_2026")


@dataclass(frozen=True)
class ServiceLevel:
    """A promise in school days: from the event `counts_from` to the event `met_by`; `who` must act, `told` hears when it is late."""

    id: str
    says: str
    counts_from: str
    met_by: str
    school_days: int
    who: str
    told: str


@dataclass(frozen=True)
class Tier:
    """One tier: `number` (0 to 3) is what records store; names are the pack's, `family_name` is in plain words."""

    number: int
    name: str
    family_name: str
    entry: str
    documents: tuple[str, ...]
    support: str
    monitoring: str
    monitor_every_weeks: int
    move_up: str
    move_down: str
    plan_needed: bool
    decision_needed: bool
    decides: str
    service_levels: tuple[ServiceLevel, ...]


@dataclass(frozen=True)
class TierModel:
    """A whole pack, with the sentence that must be shown wherever its names are."""

    about: About
    name: str
    sentence: str
    tiers: tuple[Tier, ...]

    @property
    def standing(self) -> str:
        """Its legal force: `practice` for the report's tiers, `proposed` for the 2026 layers; neither is law."""
        return self.about.standing

    @cached_property
    def service_levels(self) -> tuple[ServiceLevel, ...]:
        """Every promise of the pack, lowest tier first."""
        return tuple(level for tier in self.tiers for level in tier.service_levels)

    @cached_property
    def events(self) -> frozenset[str]:
        """The names of the events that promises count from or are met by."""
        return frozenset(name for level in self.service_levels for name in (level.counts_from, level.met_by))


@cache
def tier_model(pack: Pack = "report_2024") -> TierModel:
    """The tiers as one pack names them; ValueError for a pack that does not exist."""
    if pack not in PACKS:
        raise ValueError(f"There is no tier pack '{pack}'. Use one of: {', '.join(PACKS)}.")
    return read(f"{pack}/tiers.toml", TierModel)


def tier_named(pack: Pack, number: int) -> Tier:
    """The tier a stored number means in a pack; ValueError outside 0 to 3."""
    for tier in tier_model(pack).tiers:
        if tier.number == number:
            return tier
    raise ValueError(f"There is no tier {number}. Tiers run from 0 (for everyone) to 3 (an EHC needs assessment).")
