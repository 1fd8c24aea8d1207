"""Reading the plan, its versions and the child's own page; agreeing or saying what to change, line by line."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.advice.queries.my_plan import line_of, my_plan
from sooner_service.design.forms import LongTextField, RadioField, SoonerForm
from sooner_service.pages.family.about import about, here
from sooner_service.pages.framework import PageRequest
from sooner_service.plans.actions.plans import CannotPlan, respond_to_line
from sooner_service.register.access import NotFound

if TYPE_CHECKING:
    from sooner_service.advice.queries.my_plan import ReadPlan
    from sooner_service.register.models import Child

AGREES = (("yes", "I agree"), ("no", "I would change this"))


class LineForm(SoonerForm):
    """An answer to one line."""

    agrees = RadioField(label="What do you think of this line?", choices=AGREES, missing="Choose if you agree or would change it")
    comment = LongTextField(label="Your words", hint="If you would change it, say how.", required=False, rows=4, max_length=2000)

    def clean(self) -> dict[str, object]:
        """A wish for change needs a few words, so that the school knows which."""
        data = super().clean() or {}
        if data.get("agrees") == "no" and not data.get("comment"):
            self.add_error("comment", "Say in a few words what you would change")
        return data


def plan(request: PageRequest, child: "Child") -> HttpResponse:
    """The newest version that was shared."""
    read = my_plan(request.viewer, child)
    return render(request, "family/plan/plan.html", about(request, child, plan=read, done=request.GET.get("done", ""), is_newest=True))


def version(request: PageRequest, child: "Child", number: int) -> HttpResponse:
    """An earlier version, in the same words forever."""
    read = my_plan(request.viewer, child, number=number)
    return render(request, "family/plan/plan.html", about(request, child, plan=read, done="", is_newest=False))


def answer_line(request: PageRequest, child: "Child", key: str) -> HttpResponse:
    """Agree to one line, or say what to change."""
    read = my_plan(request.viewer, child)
    if read is None:
        raise NotFound
    line = line_of(read, key)
    first = {"agrees": "yes" if line.agrees else "no", "comment": line.comment} if line.has_answer else None
    form = LineForm(request.POST or request.kept or None, initial=first)
    if request.method == "POST" and form.is_valid():
        try:
            respond_to_line(
                viewer=request.viewer, version=read.version, line_key=key, agrees=form.cleaned_data["agrees"] == "yes",
                comment=form.cleaned_data["comment"],
            )
            return redirect(f"{here(child)}plan/?done=line")
        except CannotPlan as problem:
            form.add_error(None, str(problem))
    return render(request, "family/plan/line.html", about(request, child, plan=read, line=line, form=form))


def agree_to_all(request: PageRequest, child: "Child") -> HttpResponse:
    """Agree to every line that has no answer yet, after a question."""
    read = my_plan(request.viewer, child)
    if read is None or not read.is_open:
        return redirect(f"{here(child)}plan/")
    if request.method == "POST":
        return redirect(f"{here(child)}plan/?done={_agree_to_the_rest(request, read)}")
    return render(request, "family/plan/agree_to_all.html", about(request, child, plan=read))


def _agree_to_the_rest(request: PageRequest, read: "ReadPlan") -> str:
    """Agree line by line. A plan that was made final meanwhile takes no more answers, and the page says so itself."""
    try:
        for line in read.lines:
            if not line.has_answer:
                respond_to_line(viewer=request.viewer, version=read.version, line_key=line.key, agrees=True, comment="")
    except CannotPlan:
        return "closed"
    return "all"


def own_version(request: PageRequest, child: "Child") -> HttpResponse:
    """The child's own one-page version."""
    read = my_plan(request.viewer, child)
    return render(request, "family/plan/own_version.html", about(request, child, plan=read))
