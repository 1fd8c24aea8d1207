"""Every address with a number: the number of another child's record is nothing there, even for somebody who may see both children.

Each is tried twice by the same person: with the record that belongs to the address (found) and with its twin of the other child (404).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.db import transaction
from tests.factories import assessment, plans
from tests.factories import register as make
from tests.factories.family import signed_in
from tests.factories.world import World, case_of, world

from sooner_service.advice.models import Grant
from sooner_service.ehc.models import AdviceRequest, CaseDocument, CaseNotice, EvidenceItem
from sooner_service.pages.framework import Address
from sooner_service.plans.models import PlanVersion, SchoolMeasure
from sooner_service.project import clock
from sooner_service.project.urls import AUDIENCES
from sooner_service.register.models import Child, Notice, Organisation, Person

pytestmark = pytest.mark.django_db
NUMBERED = [
    (audience, prefix, address) for audience, (prefix, addresses) in AUDIENCES.items() for address in addresses if "<int:" in address.path
]
ROLE = {"family": "parent", "school": "senco", "specialist": "specialist", "adviser": "sendiass_adviser", "authority": "send_manager"}
MANAGER = {"school": "headteacher", "specialist": "service_manager", "adviser": "advice_manager", "authority": "authority_administrator"}


@dataclass(frozen=True)
class Scene:
    """Two children whom the same people reach, each with one record of every kind, and what belongs to another organisation."""

    world: World
    own: dict[str, int]
    other: dict[str, int]
    grown: dict[str, int]


def records_of(child: Child, here: World, *, number: int) -> dict[str, int]:
    """One record of every kind about a child, by what an address calls it; versions are counted, so the twin's has its own number."""
    school = child.setting
    ep = here.people["specialist"].roles.get().organisation
    case = child.cases.first() or case_of(child)
    person = child.adults.exclude(person=here.people["parent"]).first() or make.adult(child)
    grant = Grant.objects.create(
        access=make.access(child, here.people["sendiass_adviser"].roles.get().organisation, "granted"), given_at=make.NOW
    )
    plan = child.plans.first() or plans.plan(child).plan
    PlanVersion.objects.filter(plan=plan).update(number=number, status="shared", shared_at=make.NOW)
    CaseDocument.objects.create(case=case, kind="draft", number=number, sections={}, edited_at=make.NOW, locked_at=make.NOW)
    asked = {
        body: AdviceRequest.objects.create(case=case, body=body, organisation=body_at, question="?", asked_on=make.TODAY).pk
        for body, body_at in (("school", school), ("ep", ep), ("family", None))
    }
    sent = {"kind": "will_assess", "parts": [], "sent_on": make.TODAY, "sent_at": make.NOW}
    paper = {"child": child, "channel": "paper", "step": "a_step", "subject": "A letter", "body": "Words", "at": make.NOW}
    return {
        **asked,
        "provision": plans.provision(child).pk,
        "goal": plans.goal(child).pk,
        "move": assessment.move(child).pk,
        "concern": assessment.concern(child).pk,
        "question": assessment.view_request(child).pk,
        "version": number,
        "link": person.pk,
        "grant": grant.pk,
        "notice": CaseNotice.objects.create(case=case, **sent).pk,
        "evidence": EvidenceItem.objects.create(case=case, kind="plan", record_id=number, title="Plan", dated_on=make.TODAY, offered_at=make.NOW).pk,
        "exemption": case.events.create(event="exemption", on=make.TODAY, recorded_at=make.NOW, fields={"ground": "X-3", "impractical": True}).pk,
        "event": case.events.create(event="fault_known", on=make.TODAY, recorded_at=make.NOW).pk,
        "letter": Notice.objects.create(recipient=person.person, reference=child.reference, **paper).pk,
        "case_letter": Notice.objects.create(recipient=person.person, reference=case.reference, **paper).pk,
        "message": Notice.objects.create(recipient=here.people["parent"], reference=child.reference, **paper).pk,
        "held": make.role("governor", school).pk,
        "measure": SchoolMeasure.objects.create(setting=school, name=f"Count {number}", direction="increase", added_on=make.TODAY).pk,
    }


def twin_of(child: Child, here: World) -> Child:
    """A child of the same class, family and services."""
    twin = make.child(child.setting, child.school_class)
    make.adult(twin, here.people["parent"])
    for reason in child.access.all():
        make.access(twin, reason.organisation, reason.relationship)
    return twin


@pytest.fixture(scope="module")
def scene(django_db_setup, django_db_blocker) -> Iterator[Scene]:
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch, transaction.atomic():
        patch.setattr(clock, "now", lambda: make.NOW)
        here = world()
        young, grown = here.own["parent"], here.own["young_person"]
        other = records_of(twin_of(young, here), here, number=7)
        abroad = records_of(here.foreign, here, number=8)
        abroad["message"] = Notice.objects.create(
            child=here.foreign, recipient=make.person(), channel="email", step="s", reference="R", subject="S", body="B", at=make.NOW
        ).pk
        other |= {kind: abroad[kind] for kind in ("letter", "case_letter", "message", "held", "measure")}
        yield Scene(here, records_of(young, here, number=3), other, {"link": grown.adults.get().pk})
        transaction.set_rollback(True)


def kind_of(audience: str, address: Address) -> str:
    """Which record an address names by its number. A new address that is not among these fails the first test below."""
    by_name: dict[str, str] = {
        "sessions": "provision", "support_sessions": "provision", "end_support": "provision", "plan_version": "version",
        "print_plan": "version", "decided": "move", "goal_scores": "goal", "close_goal": "goal", "decide_support": "goal",
        "change_adult": "link", "concern": "concern", "mover": "held", "leaver": "held", "retire_measure": "measure",
        "ehc_letter": "notice", "case_notice": "notice", "answer_evidence": "evidence", "stop_access": "grant", "choose_sharing": "link",
        "answer_question": "question", "exempt_take_back": "exemption", "take_back_event": "event", "read_message": "message",
        "ehc_question": "family", "ehc_advice": "school", "advice_answer": "ep", "advice_one": "school",
        "letter": "case_letter" if audience == "authority" else "letter", "letter_sent": "case_letter", "letter_told": "letter",
    }  # fmt: skip
    return by_name[address.name]


def who(scene: Scene, audience: str, address: Address) -> Person:
    """The person who may open the address."""
    if kind_of(audience, address) == "held":
        return scene.world.people[MANAGER[audience]]
    return scene.world.people["young_person" if address.name == "choose_sharing" else ROLE[audience]]


def at(prefix: str, address: Address, scene: Scene, number: int) -> str:
    role = "young_person" if address.name == "choose_sharing" else "parent"
    filled = address.path.replace("<str:child>", scene.world.own[role].reference).replace("<str:case>", scene.world.own_case[role].reference)
    return "/" + prefix + re.sub(r"<int:\w+>", str(number), filled)


def named(each: tuple[str, str, Address]) -> str:
    return f"{each[0]}:{each[2].name}"


@pytest.mark.parametrize("each", NUMBERED, ids=named)
def test_every_numbered_address_is_known_to_this_test(each):
    assert kind_of(each[0], each[2])


OWN_STAFF: dict[str, Callable[[Scene], Organisation]] = {
    audience: (lambda scene, role=role: scene.world.people[role].roles.get().organisation) for audience, role in MANAGER.items()
}


@pytest.mark.parametrize("each", NUMBERED, ids=named)
def test_the_record_of_the_address_is_found_and_its_twin_is_not(each, scene):
    audience, prefix, address = each
    kind = kind_of(audience, address)
    client = signed_in(who(scene, audience, address))
    own = scene.grown if address.name == "choose_sharing" else scene.own
    number = make.role("governor", OWN_STAFF[audience](scene)).pk if kind == "held" else own[kind]
    found = client.get(at(prefix, address, scene, number))
    assert found.status_code in {200, 302}, f"the address's own record was not found: {found.status_code}"
    foreign = at(prefix, address, scene, scene.other[kind])
    assert client.post(foreign, {"because": "x"}).status_code == 404
    if address.name != "read_message":  # looking at it changes nothing and leads to the list of one's own
        assert client.get(foreign).status_code == 404
