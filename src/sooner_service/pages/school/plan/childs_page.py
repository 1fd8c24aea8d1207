"""The child's own page of the plan: one page, in words the child can read."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import LongTextField, SoonerForm
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.plans.actions.plans import CannotPlan, save_child_version
from sooner_service.plans.queries import plan_of
from sooner_service.register.access import may

if TYPE_CHECKING:
    from sooner.plans.document import Plan
    from sooner_service.register.models import Child

SHORT = "Short words and short lines. Write it with the child if you can."


class ChildsPageForm(SoonerForm):
    """Five answers, each a few lines."""

    working_on = LongTextField(label="What I am working on", hint=SHORT, rows=3, max_length=400)
    helps = LongTextField(label="What helps me", rows=3, max_length=400)
    who = LongTextField(label="Who helps me, and when", rows=3, max_length=400)
    good_at = LongTextField(label="What I am good at", rows=3, max_length=400, required=False)
    change = LongTextField(label="If I want something to change", hint="Who the child can tell, and how", rows=3, max_length=400)


def childs_page(request: PageRequest, child: "Child") -> HttpResponse:
    """The page, ready to print."""
    read = plan_of(request.viewer, child)
    if read is None:
        return redirect(record_address(child, "plan/"))
    version = read.latest
    words = version.child_version or _from(version.document)
    labels = {name: field.label for name, field in ChildsPageForm.base_fields.items()}
    return render(request, "school/plan/childs_page.html", {
        "child": child, "answers": [(labels[name], words[name]) for name in labels if words.get(name)], "version": version,
        "is_own": bool(version.child_version), "review_on": version.document.review_on, "plan_address": record_address(child, "plan/"),
        "may_edit": may(request.viewer, record="plan", action="edit", child=child).is_allowed and not version.is_final,
    })  # fmt: skip


def edit_childs_page(request: PageRequest, child: "Child") -> HttpResponse:
    """Write the page."""
    read = plan_of(request.viewer, child)
    if read is None:
        return redirect(record_address(child, "plan/"))
    version = read.latest
    form = ChildsPageForm(request.POST or request.kept or None, initial=version.child_version or _from(version.document))
    if request.method == "POST" and form.is_valid():
        try:
            save_child_version(viewer=request.viewer, version=version, words=dict(form.cleaned_data))
            return redirect(record_address(child, "plan/child/"))
        except CannotPlan as refusal:
            form.add_error(None, str(refusal))
    return render(request, "school/plan/edit_childs_page.html", {"child": child, "form": form})


def _from(document: "Plan") -> dict[str, str]:
    """A first page from the plan's own words, for somebody to make simpler."""
    return {
        "working_on": "\n".join(outcome.text for outcome in document.outcomes),
        "helps": "\n".join(line.what for line in document.lines),
        "who": "\n".join(f"{line.who}: {line.what}" for line in document.lines if line.who),
        "good_at": "",
        "change": "I can tell my teacher. They will listen.",
    }
