"""A child's plan, its versions and the family's answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner.plans.document import Plan as Document
from sooner.plans.document import differences
from sooner_service.plans.models import LineResponse, Plan, PlanVersion
from sooner_service.register.access import NotFound, Refused, Viewer, current, may
from sooner_service.register.models import AdultLink, Child


@dataclass(frozen=True)
class PlanRead:
    """A plan with the versions that the viewer may read, newest first."""

    plan: Plan
    versions: tuple[PlanVersion, ...]

    @property
    def latest(self) -> PlanVersion:
        """The newest version that the viewer may read."""
        return self.versions[0]

    @property
    def final(self) -> PlanVersion | None:
        """The newest final version: what is promised now."""
        return next((version for version in self.versions if version.is_final), None)


@dataclass(frozen=True)
class Answer:
    """What one person says about one line now, with who they are to the child."""

    by: str
    relation: str
    agrees: bool
    comment: str
    response: LineResponse

    @property
    def words(self) -> str:
        """The answer in two words."""
        return "Agrees" if self.agrees else "Would change this"


@dataclass(frozen=True)
class VersionChange:
    """One version with what it changed from the version before, in sentences."""

    version: PlanVersion
    changes: tuple[str, ...]


def plan_of(viewer: Viewer, child: Child) -> PlanRead | None:
    """The child's open plan as far as the viewer may read it; None where there is none to read. Raises Refused."""
    sees_shared = may(viewer, record="plan", action="see", child=child, facts={"shared": True})
    if not sees_shared.is_allowed:
        raise Refused(sees_shared.sentence)
    sees_drafts = may(viewer, record="plan", action="see", child=child, facts={"shared": False}).is_allowed
    plan = Plan.objects.filter(child=child, closed_on__isnull=True).select_related("child").first()
    if plan is None:
        return None
    versions = PlanVersion.objects.filter(plan=plan).select_related("edited_by", "final_by").order_by("-number")
    if not sees_drafts:
        versions = versions.exclude(status=PlanVersion.Status.DRAFT)
    found = tuple(versions)
    for version in found:
        version.plan = plan
    return PlanRead(plan, found) if found else None


def version_of(viewer: Viewer, child: Child, number: int) -> PlanVersion:
    """One version of the child's open plan. Raises NotFound, Refused."""
    read = plan_of(viewer, child)
    found = next((version for version in read.versions if version.number == number), None) if read else None
    if found is None:
        raise NotFound
    return found


def history_of(read: PlanRead) -> list[VersionChange]:
    """Every readable version, newest first, each with its differences from the one before it."""
    documents: list[Document] = [version.document for version in read.versions]
    earlier: list[Document | None] = [*documents[1:], None]
    return [
        VersionChange(version, differences(before, now) if before is not None else ())
        for version, now, before in zip(read.versions, documents, earlier, strict=True)
    ]


def answers_to(viewer: Viewer, version: PlanVersion) -> dict[str, list[Answer]]:
    """What each person says now about each line, by the line's key. Family members see only their own answers."""
    responses = LineResponse.objects.filter(version=version).select_related("by").order_by("at", "pk")
    if viewer.is_family:
        responses = responses.filter(by=viewer.person)
    relations = dict(AdultLink.objects.filter(current(viewer.on), child=version.plan.child).values_list("person_id", "relation"))
    latest: dict[tuple[str, int], LineResponse] = {(each.line_key, each.by_id): each for each in responses}
    found: dict[str, list[Answer]] = {}
    for (key, person_id), each in latest.items():
        answer = Answer(each.by.name, relations.get(person_id, "Young person"), each.agrees, each.comment, each)
        found.setdefault(key, []).append(answer)
    return found


def line_answers(version: PlanVersion, answers: Mapping[str, list[Answer]]) -> list[tuple[object, list[Answer]]]:
    """Each line of a version with the answers to it."""
    return [(line, answers.get(line.key, [])) for line in version.document.lines]
