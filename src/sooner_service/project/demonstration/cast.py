"""The invented people whom a visitor may be: who they are in the area, and what each can try."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sooner_service.project.demonstration.sealed_words import PASSPHRASE
from sooner_service.register.models import Person


@dataclass(frozen=True)
class CastMember:
    """Somebody with a fixed name. `training` is current, lapsed or none; empty where chance decides."""

    name: str
    email: str
    training: str = ""


@dataclass(frozen=True)
class Guide:
    """One person to be: `part` is the role in words, `what` a sentence of what to try."""

    person_id: int
    name: str
    part: str
    what: str


@dataclass(frozen=True)
class Group:
    """People who belong together on the page of invented people."""

    title: str
    sentence: str
    people: tuple[Guide, ...]


_SCHOOL = "kestrel-lane.example.org"
CAST_STAFF: Mapping[str, CastMember] = {
    "kestrel-lane/class_teacher/2/0": CastMember("Hannah Whitworth", f"hannah.whitworth@{_SCHOOL}", "none"),
    "kestrel-lane/teaching_assistant/2": CastMember("Joyce Asante", f"joyce.asante@{_SCHOOL}", "current"),
    "kestrel-lane/senco/0": CastMember("Folake Adeyemi", f"folake.adeyemi@{_SCHOOL}", "current"),
    "kestrel-lane/headteacher/0": CastMember("Martin Kershaw", f"martin.kershaw@{_SCHOOL}", "current"),
    "kestrel-lane/school_administrator/0": CastMember("Denise Oldroyd", f"denise.oldroyd@{_SCHOOL}"),
    "kestrel-lane/governor/0": CastMember("Alan Sedgwick", f"alan.sedgwick@{_SCHOOL}"),
    "council/ehc_co_ordinator/0": CastMember("Gareth Prosser", "gareth.prosser@council.wrenfield.example.org"),
    "council/send_manager/0": CastMember("Sunita Desai", "sunita.desai@council.wrenfield.example.org"),
    "council/data_officer/0": CastMember("Tomasz Mazur", "tomasz.mazur@council.wrenfield.example.org"),
    "council/authority_administrator/0": CastMember("Lorraine Clegg", "lorraine.clegg@council.wrenfield.example.org"),
    "psychology/specialist/0": CastMember("Efua Boateng", "efua.boateng@psychology.wrenfield.example.org", "current"),
    "speech/specialist/0": CastMember("Rachel Lumb", "rachel.lumb@speech.wrenfield.example.org", "current"),
    "advice/sendiass_adviser/0": CastMember("Bernadette Tierney", "bernadette.tierney@advice.wrenfield.example.org"),
    "advice/advice_manager/0": CastMember("Yusuf Osman", "yusuf.osman@advice.wrenfield.example.org"),
}
MOTHER, FATHER_RESTRICTED, YOUNG_PERSON = "anjali.nair@example.com", "declan.cassidy@example.com", "tamara.beckford@example.com"
_PARTS: Sequence[tuple[str, str, Sequence[tuple[str, str, str]]]] = (
    (
        "School", "Follow Maya, who is in Year 2 at Kestrel Lane Primary School. Nothing is recorded about her yet: you write the first line.",
        (
            (f"hannah.whitworth@{_SCHOOL}", "class teacher", "Note a concern about Maya from your class list, and start support today."),
            (f"joyce.asante@{_SCHOOL}", "teaching assistant with core training", "Complete and sign the baseline, then log sessions in two taps."),
            (f"folake.adeyemi@{_SCHOOL}", "SENCO", "Clear your work tray, write a plan with a family, and decide on a child's support."),
            (f"martin.kershaw@{_SCHOOL}", "headteacher", "See how long children wait for support, and what was promised and given."),
            (f"denise.oldroyd@{_SCHOOL}", "school office", "Put a child on roll and link the adults, each right one by one."),
            (f"alan.sedgwick@{_SCHOOL}", "governor", "See the school's numbers without seeing any child."),
        ),
    ),
    (
        "Family", "See what a family sees, and what each adult may not.",
        (
            (MOTHER, "Maya's mother", "See what is happening, answer a question, and let an adviser help you."),
            (FATHER_RESTRICTED, "a father with restricted contact", "See how little opens: only what staff have opened, one right at a time."),
            (YOUNG_PERSON, "a student of 17 at college", "Use your own record in your own name, and choose who may read it."),
        ),
    ),
    (
        "Council", "Work the EHC cases of the area against the clocks of the law.",
        (
            ("gareth.prosser@council.wrenfield.example.org", "EHC co-ordinator", "Match a public request to a child, decide, ask for advice, draft and finish."),
            ("sunita.desai@council.wrenfield.example.org", "SEND manager", "Assign cases, see what is late, and change the words of the tiers."),
            ("tomasz.mazur@council.wrenfield.example.org", "data officer", "See the area's numbers."),
            ("lorraine.clegg@council.wrenfield.example.org", "authority administrator", "Add a colleague, and take access away in one step when someone leaves."),
        ),
    ),
    (
        "Advice and specialists", "Help a family that has asked you, and only while it asks.",
        (
            ("bernadette.tierney@advice.wrenfield.example.org", "SENDIASS adviser", f"Open the families who let you in, and notes that the council cannot read. Their passphrase is: {PASSPHRASE}"),
            ("efua.boateng@psychology.wrenfield.example.org", "educational psychologist", "Answer the council's questions, and sign a baseline where nobody is trained."),
            ("rachel.lumb@speech.wrenfield.example.org", "speech and language therapist", "Answer a question about one child on one page, in time."),
        ),
    ),
)


def guides() -> list[Group]:
    """The people to be, in groups; only those who are there. One query."""
    wanted = [email for _, _, people in _PARTS for email, _, _ in people]
    known = {person.email: person for person in Person.objects.filter(email__in=wanted, is_invented=True, is_active=True)}
    groups = [
        Group(title, sentence, tuple(Guide(known[email].pk, known[email].name, part, what) for email, part, what in people if email in known))
        for title, sentence, people in _PARTS
    ]
    return [group for group in groups if group.people]
