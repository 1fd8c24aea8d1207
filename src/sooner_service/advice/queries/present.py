"""The facts behind a family's first page, read from the records, and the five answers made of them."""

from collections.abc import Mapping
from datetime import date

from sooner_service.advice.five_answers import Contact, Facts, FiveAnswers, SupportFacts, five_answers
from sooner_service.advice.queries.my_case import case_facts, latest_case, waiting_evidence
from sooner_service.advice.queries.my_plan import unanswered_lines
from sooner_service.advice.rights import Rights, rights_of
from sooner_service.assessment.models import Baseline, Concern, ViewRequest
from sooner_service.assessment.queries.promises import promises_due
from sooner_service.ehc.actions.request import open_case_of
from sooner_service.ehc.models import Case
from sooner_service.plans.queries import ledger_of, plan_of, total_of
from sooner_service.register.access import Viewer, current
from sooner_service.register.models import Child, Organisation, RoleHeld
from sooner_service.register.queries.area import tier_pack

SETTING_WORDS: Mapping[str, str] = {
    Organisation.Kind.NURSERY: "the nursery",
    Organisation.Kind.COLLEGE: "the college",
}
_ENDED = frozenset({"request_withdrawn", "plan_ceased"})


def present(viewer: Viewer, child: Child) -> tuple[Facts, FiveAnswers]:
    """The facts and the five answers about one child, for an adult with full sight of the record or the young person."""
    facts = facts_of(viewer, child)
    return facts, five_answers(facts)


def facts_of(viewer: Viewer, child: Child) -> Facts:
    """Everything the five answers need, in a number of queries that does not grow with the record."""
    rights = rights_of(viewer, child)
    case = latest_case(child)
    told = case_facts(case, on=viewer.on) if case else None
    if told is not None and told.last_event in _ENDED:
        told = None
    concern = Concern.objects.filter(child=child, closed_on__isnull=True).order_by("noted_on", "pk").first()
    due = _due(viewer, child, concern)
    baseline = Baseline.objects.filter(child=child).first() if concern else None
    read = plan_of(viewer, child)
    latest = read.latest if read else None
    return Facts(
        called=child.called,
        is_self=viewer.role == "young_person",
        on=viewer.on,
        reference=child.reference,
        contact=_contact(viewer, child, rights),
        case_contact=_case_contact(case, rights) if case and told else None,
        concern_on=concern.noted_on if concern else None,
        concern_answer_due=due.get("concern_acknowledged"),
        baseline=baseline.status if baseline else "",
        baseline_due=due.get("area_service_signs") or due.get("baseline_completed"),
        first_session_due=due.get("support_started"),
        support=_support(viewer, child),
        plan_to_answer=unanswered_lines(viewer, latest),
        plan_status=latest.status if latest else "",
        review_on=latest.document.review_on if latest else None,
        questions=ViewRequest.objects.filter(child=child, answer__isnull=True).count(),
        evidence=waiting_evidence(case) if case else 0,
        case=told,
        setting_words=setting_words(child),
        may_ask_ehc=open_case_of(child) is None,
    )


def setting_words(child: Child) -> str:
    """The school, the nursery or the college, as the family would say it; the council where there is none."""
    if child.setting is None:
        return "the council"
    return SETTING_WORDS.get(child.setting.kind, "the school")


def _due(viewer: Viewer, child: Child, concern: Concern | None) -> dict[str, date]:
    """The last day of each promise about the open concern that is not kept yet, by the promise's id."""
    if concern is None or child.setting is None:
        return {}
    promises = promises_due(viewer, [concern], setting=child.setting, pack=tier_pack(viewer, child))
    return {promise.level.id: promise.due_on for promise in promises}


def _support(viewer: Viewer, child: Child) -> SupportFacts | None:
    rows = ledger_of(viewer, child, viewer.on)
    running = tuple(row.provision.what for row in rows if row.is_running)
    if not running:
        return None
    whole = total_of(rows)
    return SupportFacts(running, whole.promised, whole.delivered, whole.owed)


def _case_contact(case: Case, rights: Rights) -> Contact:
    """Whoever holds the case at the council."""
    holder = case.co_ordinator.person if case.co_ordinator and rights.sees_staff_names else None
    return Contact("EHC co-ordinator at the council", holder.name if holder else "", (holder.telephone if holder else "") or case.authority.telephone)


def _contact(viewer: Viewer, child: Child, rights: Rights) -> Contact:
    """The SENCO of the setting, or the head; else the council."""
    if child.setting is None or not rights.sees_setting:
        return Contact("the council's SEND team", "", child.authority.telephone)
    held = RoleHeld.objects.filter(current(viewer.on), organisation=child.setting, role__in=("senco", "headteacher")).select_related("person")
    person = next((each for role in ("senco", "headteacher") for each in held if each.role == role), None)
    part = "who leads on extra help (the SENCO)" if person is None or person.role == "senco" else "headteacher"
    if person is None or not rights.sees_staff_names:
        return Contact("the person who leads on extra help (the SENCO)", "", child.setting.telephone)
    return Contact(part, person.person.name, person.person.telephone or child.setting.telephone)
