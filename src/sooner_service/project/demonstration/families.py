"""The adults around a child: one home or two, paper or e-mail, open rights or restricted ones, each link checked by somebody."""

from dataclasses import dataclass

from sooner_service.project.demonstration.blueprint import AdultPlan
from sooner_service.project.demonstration.drawing import Drawing
from sooner_service.project.demonstration.names import Mailboxes, People, address, given_name, landline, mobile

RIGHTS = frozenset({"may_see_address", "may_see_setting", "may_see_timetable", "may_see_staff_names", "may_message"})
KINDS = {
    "together": 0.581, "one_parent": 0.215, "two_homes": 0.115, "grandparent": 0.025, "restricted": 0.013, "in_care": 0.011, "adopted": 0.016,
    "two_mothers": 0.012, "two_fathers": 0.006,
}
CHECKS = ("Birth certificate seen", "Form signed at admission", "Proof of address and identity seen", "Known to the school since an older sibling")
ORDERS = (
    "Prohibited steps order of the family court, copy on file", "Non-molestation order, copy on file", "Child arrangements order: no contact, copy on file",
    "Social care asked that contact stay limited, letter on file",
)


@dataclass(frozen=True)
class Family:
    """A household: its names, language and adults. Siblings share it."""

    people: People
    family_name: str
    language: str
    first_language: str
    kind: str
    adults: tuple[AdultPlan, ...]
    marks: frozenset[str]


def make_family(draw: Drawing, people: People, key: str, mailboxes: Mailboxes, *, kind: str = "") -> Family:
    """A family with its adults. `key` is the first child's."""
    surname = draw.one_of(people.families)
    speaks_english = draw.happens(people.english)
    language = "English" if speaks_english and draw.happens(0.8) else draw.one_of(people.languages)
    needs_interpreter = language != "English" and draw.happens(0.2)
    on_paper = draw.happens(0.06)
    chosen = kind or draw.weighted(KINDS)
    marks = {chosen} & {"two_homes", "restricted", "in_care", "adopted"} | ({"paper_family"} if on_paper else set())
    marks |= {"no_english"} if needs_interpreter else set()
    home = _Home(draw, people, surname, key, mailboxes, language, needs_interpreter, on_paper, address(draw))
    return Family(
        people=people, family_name=surname, language=language, first_language="English" if speaks_english else draw.one_of(people.languages),
        kind=chosen, adults=_adults(home, chosen), marks=frozenset(marks),
    )


@dataclass(frozen=True)
class _Home:
    draw: Drawing
    people: People
    surname: str
    key: str
    mailboxes: Mailboxes
    language: str
    needs_interpreter: bool
    on_paper: bool
    address: str

    def adult(self, relation: str, sex: str, **different: object) -> AdultPlan:
        draw = self.draw
        name = f"{given_name(draw, self.people, sex=sex)} {self.surname}"
        on_paper = self.on_paper or draw.happens(0.02)
        given: dict[str, object] = {
            "key": f"{self.key}/{relation.lower().split(' ')[0].strip('(')}-{sex.lower()}", "name": name, "relation": relation,
            "email": "" if on_paper else self.mailboxes.address(name, domain=draw.one_of(("example.com", "example.org"))),
            "telephone": mobile(draw) if draw.happens(0.9) else landline(draw), "contact_by": draw.one_of(("paper", "paper", "phone")) if on_paper else "email",
            "checked_how": draw.one_of(CHECKS), "language": self.language, "needs_interpreter": self.needs_interpreter, "rights": RIGHTS,
            "home_address": self.address,
        }
        return AdultPlan(**{**given, **different})  # type: ignore[arg-type]

    def elsewhere(self) -> dict[str, object]:
        return {"lives_with_child": False, "home_address": address(self.draw)}


def _adults(home: _Home, kind: str) -> tuple[AdultPlan, ...]:
    draw = home.draw
    if kind == "together":
        return home.adult("Mother", "F"), home.adult("Father", "M")
    if kind == "one_parent":
        return (home.adult("Mother", "F"),) if draw.happens(0.88) else (home.adult("Father", "M"),)
    if kind == "two_homes":
        return home.adult("Mother", "F"), home.adult("Father", "M", **home.elsewhere())
    if kind == "two_mothers":
        return home.adult("Mother", "F"), home.adult("Mother (second)", "F", key=f"{home.key}/second-mother")
    if kind == "two_fathers":
        return home.adult("Father", "M"), home.adult("Father (second)", "M", key=f"{home.key}/second-father")
    if kind == "grandparent":
        return home.adult("Grandmother", "F", checked_how="Special guardianship order seen"), home.adult("Mother", "F", **home.elsewhere())
    if kind == "adopted":
        return home.adult("Mother", "F", checked_how="Adoption order seen"), home.adult("Father", "M", checked_how="Adoption order seen")
    return _protected(home, kind)


def _protected(home: _Home, kind: str) -> tuple[AdultPlan, ...]:
    draw = home.draw
    if kind == "in_care":
        carer = home.adult("Foster carer", "F", has_parental_responsibility=False, rights=RIGHTS - {"may_see_address"}, checked_how="Placement letter of social care seen")
        worker = home.adult(
            "Social worker (shares responsibility)", draw.one_of("FM"), key=f"{home.key}/social-worker", lives_with_child=False,
            home_address="", contact_by="email", language="English", needs_interpreter=False, checked_how="Care order seen",
            email=home.mailboxes.address(f"social worker {home.key.replace('/', ' ')}", domain="social-care.wrenfield.example.org"),
        )
        return carer, worker
    has_responsibility = draw.happens(0.6)
    father = home.adult(
        "Father", "M", has_parental_responsibility=has_responsibility, restriction_reason=draw.one_of(ORDERS),
        rights=frozenset({"may_message"}) if draw.happens(0.35) else frozenset(), checked_how="Court papers seen", **home.elsewhere(),
    )
    return home.adult("Mother", "F"), father
