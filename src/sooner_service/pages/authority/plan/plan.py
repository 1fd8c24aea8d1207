"""The plan's text: typed by a named person section by section, kept while typing, served as a draft, made final."""

from typing import TYPE_CHECKING

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import LongTextField, SoonerForm
from sooner_service.ehc.actions.documents import SECTIONS, Conflict, save_document
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.ehc.queries.documents import document_in, documents_of, vague_in, working_text
from sooner_service.pages.authority.case.frame import address_of, case_context
from sooner_service.pages.framework import PageRequest
from sooner_service.register import drafts

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

JOURNEY = "ehc_document"
HINTS = {
    "F": "Each line: what, who gives it, how often, how long, in what size of group. Match each need in section B.",
    "E": "What should be different for the child, by when, and how you will know.",
    "I": "Leave empty in a draft. The final plan names a setting or a type of setting.",
    "K": "List the advice received, with its date. Copies go with the plan.",
}


def section_field(key: str, title: str) -> LongTextField:
    """The field of one section."""
    return LongTextField(label=f"Section {key}: {title}", hint=HINTS.get(key, ""), required=False, rows=8 if key in {"B", "F"} else 4, label_size="s")


SectionsForm: type[Form] = type(
    "SectionsForm", (SoonerForm,), {"__doc__": "Sections A to K.", **{key: section_field(key, title) for key, title in SECTIONS.items()}}
)


def plan(request: PageRequest, case: "Case") -> HttpResponse:
    """The versions there are, what comes next, and the text being written."""
    context = case_context(request, case, "plan")
    text = working_text(case)
    context |= {"documents": documents_of(case), "text": text, "vague": vague_in(text.sections)}
    return render(request, "authority/plan/plan.html", context)


def write(request: PageRequest, case: "Case") -> HttpResponse:
    """Write the sections. Typing is kept for its writer; “Save” puts it into the document, and shows both texts if somebody else was there first."""
    text = working_text(case)
    holder = drafts.holder_of(request.viewer, request.session)
    if request.method == "POST":
        if request.headers.get("X-Autosave"):
            typed = {key: request.POST.getlist(key) for key in [*SECTIONS, "edit"] if key in request.POST}
            drafts.keep_answers(viewer=request.viewer, holder=holder, journey=JOURNEY, about=case.reference, step="text", answers=typed)
            return HttpResponse(status=204)
        return _save(request, case, holder)
    kept = drafts.draft_answers(holder=holder, journey=JOURNEY, about=case.reference).get("text", {})
    first = {key: kept[key][0] if kept.get(key) else text.sections.get(key, "") for key in SECTIONS}
    if request.kept:
        first |= {key: request.kept.get(key, "") for key in SECTIONS}
    edit = kept["edit"][0] if kept.get("edit") else str(text.edit)
    return render(request, "authority/plan/write.html", {"case": case, "form": SectionsForm(initial=first), "edit": edit, "text": text, "is_kept": bool(kept)})


def _save(request: PageRequest, case: "Case", holder: str) -> HttpResponse:
    form = SectionsForm(request.POST)
    edit = request.POST.get("edit", "")
    written = {key: request.POST.get(key, "") for key in SECTIONS}
    try:
        save_document(viewer=request.viewer, case=case, sections=written, edit=int(edit) if edit.isdigit() else 0)
    except Conflict as conflict:
        return _both(request, case, conflict)
    except CannotStep as problem:
        form.add_error(None, str(problem))
        return render(request, "authority/plan/write.html", {"case": case, "form": form, "edit": edit, "text": working_text(case)})
    drafts.discard_draft(holder=holder, journey=JOURNEY, about=case.reference)
    return redirect(address_of(case, "plan/?done=saved"))


def _both(request: PageRequest, case: "Case", conflict: Conflict) -> HttpResponse:
    """Both texts of each section that differs; the fields hold yours, so that nothing is lost."""
    differing = [
        (key, title, conflict.theirs.get(key, ""), conflict.yours.get(key, ""))
        for key, title in SECTIONS.items()
        if conflict.theirs.get(key, "") != conflict.yours.get(key, "")
    ]
    form = SectionsForm(initial=dict(conflict.yours))
    context = {"case": case, "form": form, "edit": conflict.edit, "by": conflict.by, "differing": differing}
    return render(request, "authority/plan/both.html", context, status=409)


def version(request: PageRequest, case: "Case", number: int) -> HttpResponse:
    """A version as it was served or made final, in the same words forever."""
    document = document_in(case, number)
    sections = [(key, title, document.sections.get(key, "")) for key, title in SECTIONS.items()]
    return render(request, "authority/plan/version.html", {"case": case, "document": document, "sections": sections})
