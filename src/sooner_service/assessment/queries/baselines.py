"""Baselines of a child, those waiting for a signature, and what they say without the child's own words."""

from dataclasses import dataclass

from django.db.models import QuerySet

from sooner.assessment.baseline import Problem, problems, summary
from sooner.evidence.supports import Match, matching
from sooner_service.assessment.models import Baseline, Concern
from sooner_service.assessment.profiles import profile_of
from sooner_service.register.access import Viewer, children_for, may
from sooner_service.register.models import Child
from sooner_service.register.phases import phase_of
from sooner_service.training.queries import Colleague, may_sign, signers_at

NOTED = 1


@dataclass(frozen=True)
class Signing:
    """Who may sign a baseline: whether the viewer may and why, and the colleagues who may today."""

    may_sign: bool
    sentence: str
    how_to_regain: str
    signers: tuple[Colleague, ...]

    @property
    def nobody_is_trained(self) -> bool:
        """Whether the area service has to sign."""
        return not self.signers


def baselines_of(viewer: Viewer, child: Child) -> list[Baseline]:
    """The baselines of this child that the viewer may read, newest first: families read signed ones."""
    found = Baseline.objects.filter(child=child).select_related("completed_by", "signed_by", "asked_area", "child", "child_words")
    if may(viewer, record="baseline", action="see", child=child).is_allowed:
        return list(found)
    if may(viewer, record="baseline", action="see", child=child, facts={"signed": True}).is_allowed:
        return list(found.filter(status=Baseline.Status.SIGNED))
    return []


def baseline_to_sign(viewer: Viewer, child: Child) -> Baseline | None:
    """The baseline of this child that waits for a signature, if one does."""
    return next((each for each in baselines_of(viewer, child) if each.status != Baseline.Status.SIGNED), None)


def sentences_of(baseline: Baseline) -> tuple[str, ...]:
    """What the baseline says, in sentences anyone who may open it may read. The child's words are not among them."""
    return summary(profile_of(baseline))


def missing_in(baseline: Baseline) -> tuple[Problem, ...]:
    """What has to be added before it is signed."""
    return problems(profile_of(baseline))


def signing_of(viewer: Viewer, child: Child) -> Signing:
    """Whether the viewer may sign this child's baseline today, and who else here may."""
    phase = phase_of(child)
    permission = may_sign(viewer.person, viewer.on, phase=phase)
    signers = signers_at(child.setting, viewer.on, phase=phase) if child.setting is not None else []
    return Signing(permission.allowed, permission.sentence, permission.how_to_regain, tuple(signers))


def supports_for(viewer: Viewer, child: Child) -> tuple[Match, ...]:
    """The supports of the catalogue that fit this child, best first: by the latest baseline, else by the open concerns.

    A concern whose area nobody is sure of yet opens every area.
    """
    found = baselines_of(viewer, child)
    levels = profile_of(found[0]).levels if found else {}
    if not any(levels.values()):
        levels = _levels_of_concerns(child)
    return matching(levels, phase_of(child))


def waiting_for_service(viewer: Viewer) -> "QuerySet[Baseline]":
    """The baselines that settings have asked the viewer's service to sign, by the day they must be signed."""
    waiting = Baseline.objects.filter(
        status=Baseline.Status.WITH_AREA, asked_area=viewer.organisation, child__in=children_for(viewer, action="list")
    )
    return waiting.select_related("child", "child__setting", "completed_by").order_by("sign_by", "pk")


def _levels_of_concerns(child: Child) -> dict[str, int]:
    known = [area for area in Concern.Area.values if area != Concern.Area.NOT_SURE]
    named = set(Concern.objects.filter(child=child, closed_on__isnull=True).values_list("area", flat=True))
    everything = not named or named == {Concern.Area.NOT_SURE.value}
    return {area: NOTED for area in known if everything or area in named}
