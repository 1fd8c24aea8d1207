"""How hard a text is to read, and which of its short forms are not explained: for everything a family is shown."""

import re
from collections.abc import Iterable, Mapping

STATUTORY_NAMES: tuple[str, ...] = (
    "education, health and care needs assessment",
    "special educational needs and disability",
    "special educational needs",
    "special educational provision",
    "Disability Living Allowance",
    "Personal Independence Payment",
    "Disabled Students' Allowance",
    "Information Commissioner",
    "EHC needs assessments",
    "EHC needs assessment",
    "educational psychologists",
    "educational psychologist",
    "parental responsibility",
    "supported internships",
    "supported internship",
    "mediation adviser",
    "mediation certificate",
    "advice service",
    "SEND Tribunal",
    "annual review",
    "EHC plans",
    "EHC plan",
    "SEN support",
    "Local Offer",
    "re-assessment",
    "SENDIASS",
    "Ombudsman",
    "Tribunal",
    "SENCO",
    "SEND",
    "SEN",
)
KNOWN_SHORT_FORMS: frozenset[str] = frozenset(
    {"EHC", "SENCO", "SENDIASS", "SEN", "SEND", "GOV", "UK", "NHS", "GP", "GCSE", "GCSEs", "NSPCC", "BBC", "PDF", "OK", "I", "A", "TV"}
)
_SENTENCE_END = re.compile(r"[.!?]+(?=\s|$)|\n+")
_WORD = re.compile(r"[A-Za-z]+(?:['’][A-Za-z]+)*")
_SHORT_FORM = re.compile(r"(?<![A-Za-z])[A-Z][A-Z]+s?(?![A-Za-z])")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT_END = re.compile(r"[^aeiouylr]es$|[^aeiouytd]ed$|e$")
_SOUNDED_END = re.compile(r"(?:[scxz]|sh|ch|g)es$|[^aeiou]le$")
_TWO_VOWELS = re.compile(r"(?:ia|io|eo|ua|iu|ye)(?!us|un|nt)")
_ONE_SOUND = re.compile(r"tion|sion|cial|tial|cian|gion|geo|que|gua|eous|cious|tious")
_STAND_IN = "name"
_IRREGULAR: Mapping[str, int] = {"people": 2, "area": 3, "areas": 3, "idea": 3, "ideas": 3, "being": 2, "doing": 2, "going": 2, "every": 2}


def reading_grade(text: str) -> float:
    """The Flesch-Kincaid grade, statutory names counted as one easy word; 0.0 for a text without words.

    0.39 x words per sentence + 11.8 x syllables per word - 15.59 (Kincaid and others, 1975).
    """
    plain = _without_names(text)
    sentences = [part for part in _SENTENCE_END.split(plain) if _WORD.search(part)]
    words = _WORD.findall(plain)
    if not words:
        return 0.0
    syllables = sum(syllables_in(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * syllables / len(words) - 15.59


def syllables_in(word: str) -> int:
    """Syllables of an English word by its vowel groups; at least one. An estimate, right for about nine words in ten."""
    letters = re.sub(r"[^a-z]", "", word.lower())
    if letters in _IRREGULAR:
        return _IRREGULAR[letters]
    groups = len(_VOWELS.findall(letters)) + letters.endswith("ism")
    if _SILENT_END.search(letters) and not _SOUNDED_END.search(letters):
        groups -= 1
    if _TWO_VOWELS.search(letters) and not _ONE_SOUND.search(letters):
        groups += 1
    return max(groups, 1)


def unexplained_acronyms(text: str, known: Iterable[str] = ()) -> tuple[str, ...]:
    """The short forms in capitals that the text does not spell out, in order; `known` adds to the statutory ones.

    A short form is explained by brackets on either side: "Disability Living Allowance (DLA)" or "DLA (Disability Living Allowance)".
    """
    allowed = KNOWN_SHORT_FORMS | set(known)
    found = dict.fromkeys(match.group() for match in _SHORT_FORM.finditer(text))
    return tuple(form for form in found if form not in allowed and not _is_explained(form, text))


def _is_explained(form: str, text: str) -> bool:
    return re.search(rf"\({re.escape(form)}\)|\b{re.escape(form)} \([A-Za-z]", text) is not None


def _without_names(text: str) -> str:
    for name in STATUTORY_NAMES:
        text = re.sub(rf"\b{re.escape(name)}\b", _STAND_IN, text, flags=re.IGNORECASE if name[0].islower() else 0)
    return text
