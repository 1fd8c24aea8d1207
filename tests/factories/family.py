"""A child with a family around them, as the family pages meet them: one parent with everything open and a school with a SENCO."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpResponse
from django.test import Client
from tests.factories import plans, register
from tests.factories.world import case_of

from sooner_service.ehc.models import Case
from sooner_service.register.access import Viewer
from sooner_service.register.models import Child, Organisation, Person


@dataclass(frozen=True)
class Family:
    """A child, a parent and the bodies around them."""

    child: Child
    parent: Person
    school: Organisation
    area: Organisation
    advice: Organisation
    adviser: Person

    @property
    def viewer(self) -> Viewer:
        """The parent on the test day."""
        return register.family_viewer(self.parent)

    @property
    def here(self) -> str:
        """The address of the child's page."""
        return f"/family/{self.child.reference}/"


def family(**fields: object) -> Family:
    """A child in Year 2 with one parent, a SENCO at the school, and an advice service in the area."""
    area = register.authority(name="Wolds council", telephone="01632 960 100")
    school = register.organisation(name="Larkfield Primary School", authority=area, telephone="01632 960 200")
    register.term(school)
    in_class = register.school_class(school)
    register.role("senco", school, register.person(name="Amara Okafor", telephone="01632 960 201", is_staff_account=True))
    child = register.child(school, in_class, **{"given_name": "Maya", **fields})
    parent = register.person(name="Ruth Testname")
    register.adult(child, parent, checked_how="Birth certificate seen")
    advice = register.organisation("advice_service", authority=area, name="Wolds SENDIASS", phase="")
    adviser = register.role("sendiass_adviser", advice, register.person(name="Dele Marsh", is_staff_account=True)).person
    return Family(child, parent, school, area, advice, adviser)


def young_person(of: Family) -> Person:
    """The child as a young person of 17 with an account."""
    person = register.person(name="Maya Testname")
    Child.objects.filter(pk=of.child.pk).update(person=person, born_on=date(2009, 1, 9), own_rights_from=date(2025, 6, 28))
    of.child.refresh_from_db()
    return person


def supported(of: Family) -> None:
    """A group support with two sessions, one of them cancelled, and a goal with three scores."""
    support = plans.provision(of.child)
    plans.session(support, date(2026, 9, 15), logged_by=None)
    plans.session(support, date(2026, 9, 17), "cancelled")
    goal = plans.goal(of.child, provision=support)
    for day, value in ((14, 22), (21, 24), (28, 27)):
        plans.score(goal, date(2026, 9, day), value)


def case(of: Family, **fields: object) -> Case:
    """A request that the council has had since 2 November."""
    return case_of(of.child, **fields)


def signed_in(person: Person) -> Client:
    """The browser of somebody who is signed in as an invented person."""
    client = Client()
    client.force_login(person)
    session = client.session
    session["signed_in_as_invented"] = True
    session.save()
    return client


def main_of(answer: HttpResponse) -> str:
    """The main part of a page, without the header that names who is signed in and the footer that dates a print."""
    return answer.content.decode().split("<main", 1)[1].split("</main>", 1)[0]
