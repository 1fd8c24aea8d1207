"""What a family's page says first: what is happening, what is next, by when, who to talk to, who is late, what they can do.

Pure: the facts come from `queries.present`, the words are made here. Written to the family in short sentences.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sooner_service.advice.case_words import happening_in_case, owner_words, step_words
from sooner_service.design.words import uk_date


@dataclass(frozen=True)
class Contact:
    """Who to talk to. `name` is empty where names of staff are closed to this adult; `part` says who that is."""

    part: str
    name: str = ""
    telephone: str = ""

    @property
    def words(self) -> str:
        """The name with the part, or the part alone."""
        return f"{self.name}, {self.part}" if self.name else f"{self.part[:1].upper()}{self.part[1:]}"


@dataclass(frozen=True)
class CaseFacts:
    """An EHC case: the last thing that happened and the duties that still have to be done."""

    last_event: str
    last_decision: str
    last_on: date
    duties: tuple["Duty", ...]


@dataclass(frozen=True)
class Duty:
    """One duty of the law: who must do it by when."""

    rule: str
    owner: str
    limit_on: date
    is_late: bool
    duty: str = ""


@dataclass(frozen=True)
class SupportFacts:
    """The support that runs now, added up. Numbers are sessions to date."""

    names: tuple[str, ...]
    promised: int
    delivered: int
    owed: int


@dataclass(frozen=True)
class Facts:
    """All that the five answers are made from. `due` days are the promises of the tier model, in school days."""

    called: str
    is_self: bool
    on: date
    reference: str
    contact: Contact
    case_contact: Contact | None = None
    concern_on: date | None = None
    concern_answer_due: date | None = None
    baseline: str = ""
    baseline_due: date | None = None
    first_session_due: date | None = None
    support: SupportFacts | None = None
    plan_to_answer: int = 0
    plan_status: str = ""
    review_on: date | None = None
    questions: int = 0
    evidence: int = 0
    case: CaseFacts | None = None
    setting_words: str = "the school"
    may_ask_ehc: bool = True


@dataclass(frozen=True)
class Step:
    """Something still to come: what, by when, and who must do it."""

    words: str
    by_on: date | None
    owner: str
    is_late: bool = False


@dataclass(frozen=True)
class FiveAnswers:
    """The answers, ready for `includes/five_answers.html`; `also` are the steps after the next one."""

    happening: str
    next: str
    by_on: date | None
    by_when: str
    late_words: str
    who: str
    telephone: str
    can_do: tuple[tuple[str, str], ...]
    also: tuple[Step, ...]


def five_answers(facts: Facts) -> FiveAnswers:
    """The answers for one child or young person on one day."""
    steps = steps_ahead(facts)
    first = steps[0] if steps else None
    talk_to = _talk_to(facts, first)
    return FiveAnswers(
        happening=" ".join(happening(facts)),
        next=first.words if first else f"Nothing is planned. You can tell {facts.setting_words} of a worry at any time.",
        by_on=first.by_on if first else None,
        by_when="There is no set date for this." if first else "There is no date to wait for.",
        late_words=_late_words(steps, facts.on),
        who=talk_to.words,
        telephone=talk_to.telephone,
        can_do=tuple(can_do(facts, is_late=any(step.is_late for step in steps))),
        also=tuple(steps[1:]),
    )


def _talk_to(facts: Facts, first: Step | None) -> Contact:
    """Whoever must do the next thing: the case holder, unless the school must."""
    if facts.case_contact is None or (first is not None and first.owner == facts.setting_words):
        return facts.contact
    return facts.case_contact


def happening(facts: Facts) -> Iterator[str]:
    """What is going on now, the weightiest first: at least one sentence."""
    said = False
    if facts.case is not None:
        yield happening_in_case(facts.case.last_event, facts.case.last_decision, facts.case.last_on)
        said = True
    if facts.plan_to_answer:
        yield "A support plan is ready for you to read."
        said = True
    if facts.support is not None:
        yield from _support(facts, facts.support, is_short=said)
        said = True
    if not said:
        yield from _before_support(facts)


def _support(facts: Facts, support: SupportFacts, *, is_short: bool) -> Iterator[str]:
    """The help that runs and its sessions; only the help where weightier things were said before it."""
    help_now = "Your help now" if facts.is_self else f"Help for {facts.called} now"
    more = len(support.names) - 1
    extra = "" if more == 0 else f" and {more} more kind{'s' if more > 1 else ''} of help"
    yield f"{help_now}: {_inside(support.names[0])}{extra}."
    if support.promised and not is_short:
        yield f"{support.delivered} of {support.promised} promised sessions took place so far."
    if support.owed:
        yield f"{'One session is' if support.owed == 1 else f'{support.owed} sessions are'} still owed."


def _before_support(facts: Facts) -> Iterator[str]:
    you = "you need" if facts.is_self else f"{facts.called} needs"
    if facts.baseline == "signed":
        yield f"{_capital(facts.setting_words)} has found out what {you}. Help is about to start."
    elif facts.baseline:
        yield f"{_capital(facts.setting_words)} has written down what {you}. A trained person must check and sign it."
    elif facts.concern_on is not None:
        yield f"A worry was noted on {uk_date(facts.concern_on)}. {_capital(facts.setting_words)} is finding out what {you}."
    else:
        yield f"No worry is open about {'you' if facts.is_self else facts.called}, and no extra help runs now."


def steps_ahead(facts: Facts) -> list[Step]:
    """Every step still to come: late ones first, then by date, those without a date last."""
    found = [*_case_steps(facts), *_plan_steps(facts), *_first_steps(facts)]
    return sorted(found, key=lambda step: (not step.is_late, step.by_on is None, step.by_on or facts.on))


def _case_steps(facts: Facts) -> Iterator[Step]:
    for duty in facts.case.duties if facts.case else ():
        yield Step(step_words(duty.rule, duty.duty), duty.limit_on, owner_words(duty.owner), duty.is_late)


def _plan_steps(facts: Facts) -> Iterator[Step]:
    school = facts.setting_words
    if facts.plan_to_answer:
        yield Step(f"You read the plan and say what you think. Then {school} makes it final.", None, "you")
    if facts.review_on is not None and facts.plan_status == "final":
        words = f"{_capital(school)} and you look at the plan again."
        yield Step(words, facts.review_on, school, facts.review_on < facts.on)


def _first_steps(facts: Facts) -> Iterator[Step]:
    school = facts.setting_words
    if facts.concern_answer_due is not None:
        yield _promise(facts, f"A named person at {school} answers the worry.", facts.concern_answer_due)
    if facts.baseline_due is not None:
        yield _promise(facts, f"{_capital(school)} finishes finding out what help is needed.", facts.baseline_due)
    if facts.first_session_due is not None:
        yield _promise(facts, "The first session of help takes place.", facts.first_session_due)


def _promise(facts: Facts, words: str, by_on: date) -> Step:
    return Step(words, by_on, facts.setting_words, by_on < facts.on)


def _late_words(steps: Sequence[Step], on: date) -> str:
    late = [step for step in steps if step.is_late and step.by_on]
    if not late or late[0].by_on is None:
        return ""
    days = (on - late[0].by_on).days
    return f"{_capital(late[0].owner)} is late by {days} day{'' if days == 1 else 's'}."


def can_do(facts: Facts, *, is_late: bool) -> Iterator[tuple[str, str]]:
    """What the family can do now, with where to do it. Asking for an EHC needs assessment is always there until it is asked for."""
    here = f"/family/{facts.reference}/"
    if facts.plan_to_answer:
        yield "Read the plan and say what you think", f"{here}plan/"
    if facts.questions:
        yield ("Answer a question from the school" if facts.questions == 1 else f"Answer {facts.questions} questions from the school"), f"{here}views/"
    if facts.evidence:
        yield "Say what may be used for the EHC case", f"{here}ehc/evidence/"
    if is_late:
        is_case = facts.case is not None and any(duty.is_late for duty in facts.case.duties)
        yield "See what you can do when something is late", f"{here}ehc/late/" if is_case else "/advice/"
    if facts.case is not None:
        yield "See each step and date of the EHC case", f"{here}ehc/"
    yield "Tell us what you think", f"{here}views/add/"
    yield f"Tell {facts.setting_words} about a worry", f"{here}worry/"
    if facts.may_ask_ehc:
        yield "Ask the council for an EHC needs assessment", f"{here}ehc/ask/"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _inside(name: str) -> str:
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
