"""Writing one part of a plan: kept as typed, and never lost when somebody else writes the same part."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render

from sooner.plans.document import Plan
from sooner_service.design.forms import SoonerForm
from sooner_service.design.words import in_words, uk_moment
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.children.tabs import record_address
from sooner_service.pages.school.plan.parts import NEW, PARTS, Part, Values, fingerprint, form_for, free_key
from sooner_service.plans.actions.plans import CannotPlan, Conflict, save_plan
from sooner_service.plans.queries import plan_of
from sooner_service.plans.queries.plans import PlanRead
from sooner_service.register import drafts
from sooner_service.register.access import NotFound

if TYPE_CHECKING:
    from sooner_service.register.models import Child

JOURNEY = "plan"
NOT_TYPED = frozenset({"csrfmiddlewaretoken", "token", "leave", "drop"})


def edit_part(request: PageRequest, child: "Child", kind: str, key: str) -> HttpResponse:
    """One part of the plan: show it, keep what is typed, save it, or show both texts where somebody else saved it meanwhile."""
    part, read = _part(kind, key), _open_plan(request, child)
    page = _Page(request, child, part, key, read)
    if request.method != "POST":
        return page.show(page.typed_before())
    if request.headers.get("X-Autosave") or "leave" in request.POST:
        page.keep()
        return HttpResponse(status=204) if request.headers.get("X-Autosave") else redirect(page.plan_address)
    if "drop" in request.POST:
        page.discard()
        return redirect(page.plan_address)
    return page.save()


def remove_part(request: PageRequest, child: "Child", kind: str, key: str) -> HttpResponse:
    """Take an outcome or a line out of the plan, after asking."""
    part, read = _part(kind, key), _open_plan(request, child)
    document = read.latest.document
    values = part.read(document, key)
    if part.remove is None or values is None:
        raise NotFound
    problem = ""
    if request.method == "POST":
        try:
            save_plan(viewer=request.viewer, plan=read.plan, content=part.remove(document, key), edit=int(request.POST.get("edit") or 0))
            return redirect(record_address(child, "plan/") + "?done=removed")
        except ValueError:
            problem = "This form is not complete. Open the page again."
        except (Conflict, CannotPlan) as refusal:
            problem = str(refusal) if isinstance(refusal, CannotPlan) else "Somebody changed the plan meanwhile. Read it again before you take this out."
    context = {"child": child, "what": values.get("text") or values.get("what"), "words": part.words, "edit": read.latest.edit, "problem": problem}
    return render(request, "school/plan/remove.html", {**context, "plan_address": record_address(child, "plan/")})


def _part(kind: str, key: str) -> Part:
    if kind not in PARTS or (kind in {"outcome", "line"}) is (key == "text"):
        raise NotFound
    return PARTS[kind]


def _open_plan(request: PageRequest, child: "Child") -> PlanRead:
    read = plan_of(request.viewer, child)
    if read is None:
        raise NotFound
    return read


class _Page:
    """One person's page about one part of one plan."""

    def __init__(self, request: PageRequest, child: "Child", part: Part, key: str, read: PlanRead) -> None:
        self.request, self.child, self.part, self.key, self.read = request, child, part, key, read
        self.holder = drafts.holder_of(request.viewer, request.session)
        self.about = f"{child.reference}:{part.kind}:{key}"
        self.plan_address = record_address(child, "plan/")
        self.document: Plan = read.latest.document
        self.now: Values | None = part.read(self.document, key)

    def typed_before(self) -> QueryDict | None:
        """What was typed before a lost session, or kept as a draft."""
        if self.request.kept is not None:
            return self.request.kept
        kept = drafts.draft_answers(holder=self.holder, journey=JOURNEY, about=self.about).get("form")
        return drafts.as_typed(kept) if kept else None

    def keep(self) -> None:
        """Keep what is typed, beside the plan."""
        typed = {name: self.request.POST.getlist(name) for name in self.request.POST if name not in NOT_TYPED}
        drafts.keep_answers(viewer=self.request.viewer, holder=self.holder, journey=JOURNEY, about=self.about, step="form", answers=typed)

    def discard(self) -> None:
        """Throw the typing away."""
        drafts.discard_draft(holder=self.holder, journey=JOURNEY, about=self.about)

    def show(self, typed: QueryDict | None) -> HttpResponse:
        """The form, filled with the plan's words or with what was typed; both side by side where they have parted."""
        if self.now is None and self.key != NEW and typed is None:
            raise NotFound
        form = form_for(self.part, self.document, typed, initial=self.now, today=self.request.viewer.on)
        is_parted = typed is not None and typed.get("seen", "") != fingerprint(self.now)
        rows = self.both(form) if is_parted else []
        if typed is not None:
            form.errors.clear()
        return self.page(form, rows=rows, is_kept=typed is not None)

    def save(self) -> HttpResponse:
        """Put the part into the plan as it is now, unless this very part was changed since the form was opened."""
        form = form_for(self.part, self.document, self.request.POST, initial=self.now, today=self.request.viewer.on)
        if not form.is_valid():
            return self.page(form)
        if self.request.POST.get("seen", "") != fingerprint(self.now):
            self.keep()
            return self.page(form, rows=self.both(form))
        key = free_key(self.document, self.part.kind) if self.key == NEW else self.key
        values = {"outcome_key": "", **form.cleaned_data}
        try:
            version = save_plan(
                viewer=self.request.viewer, plan=self.read.plan, content=self.part.write(self.document, key, values), edit=self.read.latest.edit
            )
        except Conflict:
            self.keep()
            self.read = _open_plan(self.request, self.child)
            self.document = self.read.latest.document
            self.now = self.part.read(self.document, self.key)
            return self.page(form, rows=self.both(form))
        except CannotPlan as refusal:
            form.add_error(None, str(refusal))
            return self.page(form)
        self.discard()
        return redirect(f"{self.plan_address}?done=saved&version={version.number}#{key}")

    def both(self, form: SoonerForm) -> list[tuple[str, object, object]]:
        """Each question with the answer that is saved now and the one that was typed here."""
        if not form.is_bound:
            return []
        form.is_valid()
        typed = form.cleaned_data
        choices = {name: dict(getattr(form.fields[name], "choices", None) or []) for name in form.fields}
        now: Mapping[str, object] = self.now or {}
        return [
            (str(form[name].label), _words(now.get(name), choices[name]), _words(typed.get(name, form[name].data), choices[name]))
            for name in form.fields
        ]

    def page(self, form: SoonerForm, *, rows: list[tuple[str, object, object]] | None = None, is_kept: bool = False) -> HttpResponse:
        """The page itself. Its mark is of the words that are saved now: whoever saves next has seen both."""
        latest = self.read.latest
        return render(self.request, "school/plan/edit.html", {
            "child": self.child, "form": form, "words": self.part.words, "is_new": self.key == NEW, "seen": fingerprint(self.now),
            "both": rows or [], "is_gone": bool(rows) and self.now is None, "is_kept": is_kept and not rows,
            "their_name": latest.edited_by.name if latest.edited_by else "Somebody else", "their_moment": uk_moment(latest.edited_at),
            "plan_address": self.plan_address, "is_locked": latest.is_read_by_family,
            "can_remove": self.part.remove is not None and self.now is not None,
        })  # fmt: skip


def _words(value: object, choices: Mapping[object, object]) -> object:
    said = choices.get(value, value)
    return in_words(f"{said:g}" if isinstance(said, Decimal) else said)
