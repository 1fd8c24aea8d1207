"""The versions of a plan, the text being written, and words in it that promise nothing countable."""

from collections.abc import Mapping
from dataclasses import dataclass

from sooner.plans.quality import Wording, vague_words
from sooner_service.ehc.models import Case, CaseDocument
from sooner_service.register.access import NotFound

CAUSES: Mapping[str, str] = {
    "representations": "From what the family said about the draft", "placement": "From naming the school or college",
    "personal_budget": "From the personal budget", "none": "None of these",
}
"""What may change a plan between draft and final (law EHC-16). Anything else needs a new draft."""
WATCHED = ("E", "F", "G", "H1", "H2")


@dataclass(frozen=True)
class WorkingText:
    """What the next save builds on. `edit` is 0 while nothing has been saved since the last locked version."""

    sections: Mapping[str, str]
    edit: int
    kind: str
    last_saved: CaseDocument | None


def documents_of(case: Case) -> list[CaseDocument]:
    """The locked versions, newest first."""
    return list(CaseDocument.objects.filter(case=case, locked_at__isnull=False).select_related("edited_by"))


def document_in(case: Case, number: int) -> CaseDocument:
    """One locked version. Raises NotFound."""
    found = CaseDocument.objects.filter(case=case, number=number, locked_at__isnull=False).select_related("edited_by").first()
    if found is None:
        raise NotFound
    return found


def working_text(case: Case) -> WorkingText:
    """The unlocked text; before the first save, the last locked version's words to build on."""
    latest = CaseDocument.objects.filter(case=case).select_related("edited_by").first()
    if latest is not None and latest.locked_at is None:
        return WorkingText(latest.sections, latest.edit, latest.kind, latest)
    return WorkingText(latest.sections if latest else {}, 0, "final" if latest else "draft", None)


def changed_since_draft(case: Case) -> list[str]:
    """The sections, by key, in which the text being written differs from the draft last sent. Section I is named only in the final plan."""
    draft = CaseDocument.objects.filter(case=case, kind="draft", locked_at__isnull=False).first()
    written = CaseDocument.objects.filter(case=case, locked_at__isnull=True).first()
    if draft is None or written is None:
        return []
    keys = [key for key in written.sections if key != "I"]
    return [key for key in keys if _plain(written.sections.get(key, "")) != _plain(draft.sections.get(key, ""))]


def _plain(words: str) -> str:
    return " ".join(words.split())


def vague_in(sections: Mapping[str, str]) -> list[tuple[str, Wording]]:
    """Vague words by section, where provision and outcomes are written."""
    return [(key, wording) for key in WATCHED for wording in vague_words(sections.get(key, ""))]
