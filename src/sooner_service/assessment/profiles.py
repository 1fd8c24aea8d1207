"""A baseline's profile as the record keeps it: the policy's values as plain JSON, the child's own words kept apart."""

from collections.abc import Iterable, Mapping
from typing import Any, get_args

from sooner.assessment.baseline import AreaView, Profile, Reader, ViewSource
from sooner_service.assessment.models import Baseline

STAFF, FAMILY, AUTHORITY = "staff", "family", "authority"
READERS_OF: Mapping[Reader, tuple[str, ...]] = {
    "nobody_else": (),
    "my_teachers": (STAFF,),
    "my_family": (FAMILY,),
    "everyone_helping_me": (STAFF, FAMILY, AUTHORITY),
}


def as_json(profile: Profile) -> dict[str, object]:
    """The profile without the child's words, which have one place and one rule for who reads them."""
    return {
        "areas": {key: {"level": view.level, "note": view.note} for key, view in profile.areas.items()},
        "strengths": profile.strengths,
        "child_words_readers": list(profile.child_words_readers),
        "family_view": profile.family_view,
        "family_view_source": profile.family_view_source,
        "tried": profile.tried,
    }


def profile_of(baseline: Baseline) -> Profile:
    """The profile as the policy knows it, with the child's words: for checks, never to show without asking who may read them."""
    kept: Mapping[str, Any] = baseline.profile
    source = kept.get("family_view_source")
    return Profile(
        areas={key: AreaView(view.get("level"), view.get("note", "")) for key, view in kept.get("areas", {}).items()},
        strengths=kept.get("strengths", ""),
        child_words=baseline.child_words.words if baseline.child_words else kept.get("child_words", ""),
        child_words_readers=tuple(reader for reader in get_args(Reader) if reader in kept.get("child_words_readers", [])),
        family_view=kept.get("family_view", ""),
        family_view_source=next((each for each in get_args(ViewSource) if each == source), "not_asked_yet"),
        tried=kept.get("tried", ""),
    )


def readers_from(chosen: Iterable[Reader]) -> list[str]:
    """Whom the child's choice lets read the words: staff, family and authority, in that order; nobody when it says so."""
    allowed = {who for reader in chosen for who in READERS_OF[reader]}
    return [who for who in (STAFF, FAMILY, AUTHORITY) if who in allowed]
