"""Every family page in plain words: reading grade 7 or lower, no short form left unexplained, empty or full, parent or young person."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest
from tests.factories import assessment, plans
from tests.factories import register as make
from tests.factories.family import Family, case, family, main_of, signed_in, supported, young_person

from sooner.advice import reading_grade, unexplained_acronyms
from sooner_service.advice import case_words
from sooner_service.ehc.models import EvidenceItem
from sooner_service.pages.family.addresses import ADDRESSES
from sooner_service.project import clock
from sooner_service.register.models import AdultLink, Notice

HIGHEST = 7.0
BLOCKS = frozenset({"p", "li", "h1", "h2", "h3", "dt", "dd", "label", "legend", "summary", "div", "section", "td", "th", "caption", "button", "br"})
SKIPPED = frozenset({"svg", "script", "style", "table"})
REFERENCE = re.compile(r"\b(?:SNR|EHC)-\w+")
# Words of the law and of the council stand in the case's own letters and under "Why this date": they are quoted, not ours.
QUOTED = frozenset({"details"})


class Prose(HTMLParser):
    """The words of a page, one block a line."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[str] = [""]
        self.away = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.away += tag in SKIPPED | QUOTED
        if tag in BLOCKS:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self.away -= tag in SKIPPED | QUOTED
        if tag in BLOCKS:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self.away:
            self.lines[-1] += data

    def words(self) -> str:
        return "\n".join(" ".join(line.split()) for line in self.lines if line.strip())


def words_of(answer) -> str:
    reader = Prose()
    reader.feed(main_of(answer))
    return REFERENCE.sub("reference", reader.words())


def sentences_of(words: str) -> str:
    """The lines that are sentences: a page is not made easy by its headings."""
    return "\n".join(line for line in words.splitlines() if line.endswith((".", "!", "?", ":")) and len(line.split()) > 3)


@pytest.fixture(autouse=True)
def on_the_test_day(db, monkeypatch) -> None:
    monkeypatch.setattr(clock, "now", lambda: make.NOW)


def filled(home: Family) -> dict[str, str]:
    """A record with something on every page, and what stands for the numbers in its addresses."""
    supported(home)
    plans.plan(home.child, status="shared")
    assessment.concern(home.child, noted_on=date(2026, 11, 9))
    home.child.baselines.create(
        status="signed", signed_at=make.NOW, profile=assessment.as_json(assessment.profile()), completed_at=make.NOW
    )
    asked = assessment.view_request(home.child)
    made = case(home, received_on=date(2026, 9, 1))
    item = EvidenceItem.objects.create(case=made, kind="plan", record_id=1, title="Support plan", dated_on=make.TODAY, offered_at=make.NOW)
    Notice.objects.create(child=home.child, recipient=home.parent, channel="email", step="x", reference="SNR-1", subject="A plan", body="Look", at=make.NOW)
    return {
        "sessions": home.child.provision.get().pk, "plan_version": 1, "answer_question": asked.pk, "answer_evidence": item.pk,
        "choose_sharing": AdultLink.objects.get(person=home.parent).pk,
    }  # fmt: skip


def paths(home: Family, numbers: dict[str, int]) -> list[tuple[str, str]]:
    """Every address of the family pages that shows something to a parent or a young person."""
    found = []
    for address in ADDRESSES:
        number = numbers.get(address.name)
        if "<int:" in address.path and number is None:
            continue
        path = address.path.replace("<str:child>", home.child.reference).replace("<int:number>", str(number))
        path = path.replace("lines/<str:key>", "lines/line-1").replace("<str:key>", "reasons")
        found.append((address.name, f"/family/{path}"))
    return found


def check(client, named: list[tuple[str, str]]) -> int:
    hard, seen = [], 0
    for name, path in named:
        answer = client.get(path)
        if answer.status_code != 200:
            continue
        seen += 1
        words = words_of(answer)
        grade = max(reading_grade(words), reading_grade(sentences_of(words)))
        if grade > HIGHEST:
            hard.append(f"{name} reads at grade {grade:.1f}: {sentences_of(words)[:300]}")
        if unexplained_acronyms(words):
            hard.append(f"{name} does not explain {unexplained_acronyms(words)}")
    assert not hard, "\n".join(hard)
    return seen


def test_a_parents_pages_are_easy_to_read_when_full():
    home = family()
    assert check(signed_in(home.parent), paths(home, filled(home))) > 20


def test_a_parents_pages_are_easy_to_read_when_empty():
    home = family()
    assert check(signed_in(home.parent), paths(home, {})) > 15


def test_a_young_persons_pages_are_easy_to_read():
    home = family()
    numbers = filled(home)
    assert check(signed_in(young_person(home)), paths(home, numbers)) > 20


def test_the_page_of_limited_contact_is_easy_to_read():
    home = family()
    filled(home)
    who = make.person()
    make.adult(home.child, who, is_restricted=True)
    assert check(signed_in(who), [("child", home.here), ("me", f"{home.here}me/")]) == 2


def test_the_words_for_every_step_of_a_case_are_easy_to_read():
    for words in (case_words.HAPPENED, case_words.STEPS):
        assert reading_grade("\n".join(words.values())) <= HIGHEST
    hard = {words for words in (*case_words.HAPPENED.values(), *case_words.STEPS.values()) if reading_grade(words) > HIGHEST + 2}
    assert not hard


def test_the_reader_of_this_test_finds_hard_words():
    hard = "Notwithstanding the aforementioned considerations, provision necessitates multidisciplinary deliberation before determination."
    assert reading_grade(hard) > HIGHEST
