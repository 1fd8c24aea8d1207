"""Answers a question: danger first, then language, then whether it is ours, then whether a person should answer. Nothing is kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from sooner.advice import search
from sooner.advice.library import Article, Contact, article, contacts
from sooner.advice.search import Scored
from sooner.advice.signals import danger_in, is_about_another_matter, is_about_our_field, is_in_another_language, person_needed_for
from sooner.advice.words import MOST_CHARACTERS

Mode = Literal["answer", "handover", "urgent", "out_of_scope"]

MOST_ANSWERS = 3
SURE_SCORE = 6.0
LEAST_SCORE = 2.4
LEAST_COVERED = 0.35
ALONE_COVERED = 0.9
ALONE_SCORE = 5.0
SHORT_SCORE = 1.0
SHARE_OF_BEST = 0.25
SAFETY_ARTICLE = "someone-is-not-safe"
INTERPRETER_ARTICLE = "interpreter-and-formats"

URGENT_CONTACTS: Mapping[str, tuple[str, ...]] = {
    "suicide": ("emergency", "samaritans", "childline", "nhs_111"),
    "self_harm": ("emergency", "childline", "samaritans", "nhs_111"),
    "abuse": ("emergency", "nspcc", "childline", "domestic_abuse", "samaritans"),
    "harm_by_the_asker": ("emergency", "nspcc", "samaritans", "childline"),
    "weapon": ("emergency", "nspcc", "childline", "samaritans"),
    "missing": ("emergency", "missing_people", "nspcc", "childline"),
    "emergency": ("emergency", "nhs_111"),
}
URGENT_STEPS: Mapping[str, tuple[str, ...]] = {
    "suicide": ("Stay with them, or stay with someone yourself.", "You can call Samaritans on 116 123, day or night. You do not have to give a name."),
    "self_harm": ("Stay with them and keep calm. You can ask them directly how they feel.", "A child can call Childline on 0800 1111, day or night."),
    "abuse": (
        "If a child is being hurt, call the police or the NSPCC on 0808 800 5000. You do not need proof.",
        "If it happened at school, tell the head or the safeguarding lead today.",
    ),
    "harm_by_the_asker": ("Put the child somewhere safe and step away.", "Call someone now. It is brave to ask, and nobody will judge you."),
    "weapon": ("Move away to a safe place, with the other children.",),
    "missing": ("Call 999 now and say a child is missing. You do not have to wait.",),
    "emergency": (),
}
FIRST_STEP = "If anyone is in danger now, call 999."
LAST_STEP = "This page is not watched by a person, so please call."
HANDOVER_STEPS: Mapping[str, str] = {
    "deadline": "A date like this is best talked through with a person. Call your local advice service today and say the date.",
    "law": "This needs advice on your own case. Call your local advice service. It can tell you if you need a solicitor.",
    "care": "This needs a person who knows your case. Call your local advice service, and ask for a solicitor if court is possible.",
    "feelings": "This sounds very hard. A person can help: call your local advice service, or Samaritans on 116 123, day or night.",
    "loss": "We are sorry. A person can help with this: call your local advice service.",
    "judgement": "Nobody can promise a result. An adviser who reads your papers can tell you how strong your case is.",
}
EMPTY = "Type a question in your own words, for example: how do I ask for help at school?"
NOT_OURS = "This page can only help with special educational needs and disability, from birth to 25."
NOT_SURE = "We are not sure we have understood. These pages may help, and an adviser can answer in person."
ANOTHER_LANGUAGE = (
    "This page can only read English. Ask your local advice service or the school for an interpreter: it is free.",
    "If anyone is in danger now, call 999 and say the name of your language.",
)
TOO_LONG = "Your question was very long, so only the first part was read. Try one short question at a time."


@dataclass(frozen=True)
class Found:
    """An article that answers: its question, its two sentences, what they rest on, its key and how well it fits."""

    title: str
    text: str
    legal_basis: str
    article: str
    score: float


@dataclass(frozen=True)
class Answer:
    """What to show: how to read it (`mode`), the articles, what to do next and who can help."""

    mode: Mode
    answers: tuple[Found, ...]
    next_steps: tuple[str, ...]
    contacts: tuple[Contact, ...]


def ask(text: str) -> Answer:
    """The answer to a question in anyone's own words. Always answers, whatever is typed; the text is neither kept nor repeated."""
    if not text.strip():
        return Answer("out_of_scope", (), (EMPTY,), _people("advice_service"))
    danger = danger_in(text)
    if danger is not None:
        return _urgent(danger)
    if is_in_another_language(text):
        return Answer("handover", _shown(INTERPRETER_ARTICLE), ANOTHER_LANGUAGE, _people("advice_service", "emergency", "childline"))
    return _searched(text)


def _urgent(danger: str) -> Answer:
    return Answer("urgent", _shown(SAFETY_ARTICLE), (FIRST_STEP, *URGENT_STEPS[danger], LAST_STEP), _people(*URGENT_CONTACTS[danger]))


def _searched(text: str) -> Answer:
    found = search.best(text, number=MOST_ANSWERS)
    reason = person_needed_for(text)
    too_long = (TOO_LONG,) if len(text) > MOST_CHARACTERS else ()
    words = search.as_read(text)
    is_ours = is_about_our_field(words)
    if not found or not (is_ours or reason or _is_ours_without_saying(found[0], words)):
        return Answer("out_of_scope", (), (*too_long, NOT_OURS), _people("advice_service", "citizens_advice"))
    answers = tuple(_as_found(each) for each in found if each.score >= SHARE_OF_BEST * found[0].score)
    best = found[0].article
    if reason is not None:
        helpers = ("advice_service", "samaritans", "young_minds") if reason in {"feelings", "loss"} else ("advice_service", "council_send")
        return Answer("handover", answers, (*too_long, HANDOVER_STEPS[reason], *best.steps), _with(helpers, best))
    if not _fits(found[0]):
        return Answer("handover", answers, (*too_long, NOT_SURE), _people("advice_service", "senco"))
    return Answer("answer", answers, (*too_long, *best.steps), _with((), best))


def _fits(best: Scored) -> bool:
    """Whether the best article answers: a high score, a fair score on much of the question, or a short question wholly covered."""
    is_fair = best.score >= LEAST_SCORE and best.covered >= LEAST_COVERED
    return is_fair or best.score >= SURE_SCORE or (best.score >= SHORT_SCORE and best.covered >= ALONE_COVERED)


def _is_ours_without_saying(best: Scored, words: tuple[str, ...]) -> bool:
    """Whether a question without any word of the field is still ours: one chance word is not enough."""
    is_strong = best.words > 1 or best.covered >= ALONE_COVERED or best.score >= ALONE_SCORE
    return _fits(best) and is_strong and not is_about_another_matter(words)


def _shown(key: str) -> tuple[Found, ...]:
    shown = article(key)
    return (_as_found(Scored(shown, 1.0, 1.0, 1)),) if shown is not None else ()


def _as_found(each: Scored) -> Found:
    return Found(each.article.question, each.article.answer, each.article.legal_basis, each.article.key, round(each.score, 3))


def _people(*keys: str) -> tuple[Contact, ...]:
    return tuple(contacts()[key] for key in keys)


def _with(first: tuple[str, ...], best: Article) -> tuple[Contact, ...]:
    return tuple(dict.fromkeys((*_people(*first), *best.contacts)))

