"""A plan is opened, written, shared and answered. What is final is never changed: a new draft begins from it."""

from sooner.plans.document import Line, to_json
from sooner.plans.document import Plan as Document
from sooner_service.plans.models import LineResponse, Plan, PlanVersion
from sooner_service.register.access import Viewer, person_of
from sooner_service.register.acting import acting, hold
from sooner_service.register.models import Child, Person
from sooner_service.register.notices import entitled_people, tell_family

EMPTY = Document(outcomes=(), lines=(), family_views="", child_views="", review_on=None)


class CannotPlan(Exception):
    """This step does not fit the plan as it stands. The message is a sentence that says what to do first."""


class Conflict(Exception):
    """Somebody else saved the plan meanwhile. Nothing was written: `theirs` is what is kept now, `yours` what was sent."""

    def __init__(self, theirs: PlanVersion, yours: Document) -> None:
        name = theirs.edited_by.name if theirs.edited_by else "Somebody else"
        super().__init__(f"{name} saved this plan while you were writing. Nothing is lost: both texts are below.")
        self.theirs = theirs
        self.yours = yours


def open_plan(*, viewer: Viewer, child: Child) -> Plan:
    """The child's plan, opened with an empty draft if there is none. Raises Refused."""
    with acting(viewer, record="plan", action="edit", child=child) as act:
        already = Plan.objects.filter(child=child, closed_on__isnull=True).first()
        plan = already or begin_plan(viewer, child=child)
        act.made, act.details = plan, {"already": already is not None}
        return plan


def begin_plan(viewer: Viewer, *, child: Child) -> Plan:
    """The open plan, or a new one, within an action that has checked the permission already."""
    already = Plan.objects.filter(child=child, closed_on__isnull=True).first()
    if already is not None:
        return already
    plan = Plan.objects.create(child=child, opened_on=viewer.on, opened_by=viewer.person)
    PlanVersion.objects.create(plan=plan, number=1, content=to_json(EMPTY), edited_by=viewer.person, edited_at=viewer.now)
    return plan


def add_line(viewer: Viewer, *, plan: Plan, line: Line) -> PlanVersion:
    """Put one line into the plan's draft, within an action that has checked the permission: individual support never waits for paper."""
    latest = latest_version(plan)
    now = latest.document
    lines = (*(each for each in now.lines if each.key != line.key), line)
    return _write(viewer, latest, Document(now.outcomes, lines, now.family_views, now.child_views, now.review_on))


def save_plan(*, viewer: Viewer, plan: Plan, content: Document, edit: int) -> PlanVersion:
    """Keep the plan as written. `edit` is the number of the edit it started from; a shared or final version is left as it is
    and a new draft begins. Raises Conflict when somebody else saved meanwhile, CannotPlan, Refused.
    """
    with acting(viewer, record="plan", action="edit", child=plan.child) as act:
        if plan.closed_on is not None:
            raise CannotPlan("This plan is closed. Open a new one for the child.")
        latest = latest_version(plan)
        if latest.edit != edit:
            raise Conflict(latest, content)
        version = _write(viewer, latest, content)
        act.made = version
        act.details = {"number": version.number, "edit": version.edit}
        return version


def _write(viewer: Viewer, latest: PlanVersion, content: Document) -> PlanVersion:
    """Change the draft, or begin the next one. The count of edits runs through all versions, so that it names one text."""
    if latest.status == PlanVersion.Status.DRAFT:
        latest.content, latest.edit = to_json(content), latest.edit + 1
        latest.edited_by, latest.edited_at = viewer.person, viewer.now
        latest.save(update_fields=["content", "edit", "edited_by", "edited_at"])
        return latest
    return PlanVersion.objects.create(
        plan_id=latest.plan_id, number=latest.number + 1, content=to_json(content), child_version=latest.child_version,
        edit=latest.edit + 1, edited_by=viewer.person, edited_at=viewer.now,
    )


def latest_version(plan: Plan) -> PlanVersion:
    """The newest version, locked until the transaction ends."""
    return PlanVersion.objects.select_for_update(of=("self",)).select_related("edited_by").filter(plan=plan).order_by("-number")[0]


def share_plan(*, viewer: Viewer, version: PlanVersion) -> PlanVersion:
    """Give a draft to the family to read and answer; each entitled adult is told. Raises CannotPlan, Refused."""
    child = version.plan.child
    with acting(viewer, record="plan", action="share", child=child) as act:
        version = latest_version(version.plan) if version.status == PlanVersion.Status.DRAFT else version
        if version.status != PlanVersion.Status.DRAFT:
            raise CannotPlan("This version is with the family already. Nothing was changed.")
        if not version.document.lines:
            raise CannotPlan("The plan has no provision yet. Add at least one line before you share it.")
        version.status, version.shared_at = PlanVersion.Status.SHARED, viewer.now
        version.save(update_fields=["status", "shared_at"])
        tell_family(
            viewer, child=child, step="plan_shared", reference=child.reference, subject="A support plan is ready for you to read",
            body="You can read each line, say if you agree and add your own words. Nothing is final until you have been asked.",
        )
        act.made, act.details = version, {"number": version.number}
        return version


def respond_to_line(*, viewer: Viewer, version: PlanVersion, line_key: str, agrees: bool, comment: str = "") -> LineResponse:
    """What an adult with rights, or the young person, says about one line. A later answer adds. Raises CannotPlan, Refused."""
    with acting(viewer, record="plan", action="respond", child=version.plan.child, facts={"shared": version.is_read_by_family}) as act:
        act.made = response = _answer(viewer, version, line_key=line_key, agrees=agrees, comment=comment, by=person_of(viewer))
        act.details = {"agrees": agrees, "number": version.number}
        return response


def write_down_answer(
    *, viewer: Viewer, version: PlanVersion, line_key: str, agrees: bool, comment: str, by: Person
) -> LineResponse:
    """The same for an adult who answered on paper or by telephone, written down by staff. Raises CannotPlan, Refused."""
    child = version.plan.child
    with acting(viewer, record="plan", action="write_down_answer", child=child) as act:
        if by.pk not in {person.pk for person in entitled_people(child, viewer=viewer)}:
            raise CannotPlan("This adult may not answer for the child. Check the adults linked to the child.")
        response = _answer(viewer, version, line_key=line_key, agrees=agrees, comment=comment, by=by)
        response.written_down_by = viewer.person
        response.save(update_fields=["written_down_by"])
        act.made, act.details = response, {"agrees": agrees, "number": version.number}
        return response


def _answer(viewer: Viewer, version: PlanVersion, *, line_key: str, agrees: bool, comment: str, by: Person) -> LineResponse:
    hold(version)
    if version.status != PlanVersion.Status.SHARED:
        raise CannotPlan("This version is not open for answers. Read the newest version of the plan.")
    if line_key not in {line.key for line in version.document.lines}:
        raise CannotPlan("This line is not in the plan any more. Read the newest version of the plan.")
    if not agrees and not comment.strip():
        raise CannotPlan("Say in a few words what you would like to be different.")
    return LineResponse.objects.create(version=version, line_key=line_key, by=by, agrees=agrees, comment=comment.strip(), at=viewer.now)


def save_child_version(*, viewer: Viewer, version: PlanVersion, words: dict[str, str]) -> PlanVersion:
    """Keep the child's own one-page version: what is planned, in words the child can read. Raises CannotPlan, Refused."""
    with acting(viewer, record="plan", action="edit", child=version.plan.child) as act:
        hold(version)
        if version.is_final:
            raise CannotPlan("This version is final and stays as it is. Change the plan to begin a new version.")
        version.child_version = words
        version.save(update_fields=["child_version"])
        act.made, act.details = version, {"number": version.number}
        return version
