"""The adults around a child: each link is checked by a named person, and each right is opened one by one."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import CheckboxesField, EmailField, PhoneField, RadioField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.school.roll.children import YES_NO
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.actions.roll import RIGHTS, NewAdult, change_rights, link_adult
from sooner_service.register.queries.roll import adult_link_for, adults_of

if TYPE_CHECKING:
    from sooner_service.register.models import Child

RIGHT_CHOICES = (
    ("may_message", "Get messages about the child"),
    ("may_see_setting", "See where the child goes to school"),
    ("may_see_timetable", "See the child's timetable and sessions"),
    ("may_see_staff_names", "See the names of staff"),
    ("may_see_address", "See the child's address"),
)


REACHED_BY = {
    "email": ("email", "Enter an e-mail address, or choose a letter or a call"),
    "paper": ("home_address", "Enter a home address: letters go there"),
    "phone": ("telephone", "Enter a telephone number: they want to be called"),
}


class RightsForm(SoonerForm):
    """What is open to an adult. Nothing is open unless it is ticked."""

    is_restricted = RadioField(label="Is contact restricted, for example by a court?", choices=YES_NO)
    restriction_reason = TextField(label="If contact is restricted, why and since when", required=False, max_length=200)
    rights = CheckboxesField(label="What may this adult do?", choices=RIGHT_CHOICES, required=False, hint="Everything is closed unless you open it.")


class AdultForm(RightsForm):
    """A new adult, with how the link was checked."""

    name = TextField(label="Full name", max_length=120)
    relation = TextField(label="Relation to the child", hint="For example, mother, foster carer, grandfather", max_length=40)
    has_parental_responsibility = RadioField(label="Does this adult have parental responsibility?", choices=YES_NO)
    checked_how = TextField(label="How did you check?", hint="For example, birth certificate seen, court order of 3 March 2026 seen", max_length=120)
    email = EmailField(label="E-mail address", required=False, hint="Leave empty if they do not use e-mail. They get letters and can do everything on paper.")
    telephone = PhoneField(label="Telephone number", required=False)
    contact_by = RadioField(label="How do they want to hear from you?", choices=(("email", "E-mail"), ("paper", "Letter on paper"), ("phone", "Telephone")))
    language = TextField(label="Language", max_length=40, required=False, hint="Leave empty for English")
    needs_interpreter = RadioField(label="Do they need an interpreter?", choices=YES_NO)
    lives_with_child = RadioField(label="Does the child live with them?", choices=YES_NO, hint="A child may live in two homes.")
    home_address = TextField(label="Home address", required=False, max_length=200)

    def clean(self) -> dict[str, Any]:
        """The way chosen to hear from the setting needs the place that it goes to."""
        said = super().clean() or self.cleaned_data
        wanted, sentence = REACHED_BY.get(said.get("contact_by", ""), ("", ""))
        if wanted and wanted not in self.errors and not said.get(wanted):
            self.add_error(wanted, sentence)
        return said

    field_order = ["name", "relation", "has_parental_responsibility", "checked_how", "is_restricted", "restriction_reason", "rights"]


def adults(request: PageRequest, child: "Child") -> HttpResponse:
    """The adults linked to the child now."""
    context = {"child": child, "links": adults_of(request.viewer, child), "rights": RIGHT_CHOICES, "done": request.GET.get("done", "")}
    return render(request, "school/roll/adults.html", context)


def add_adult(request: PageRequest, child: "Child") -> HttpResponse:
    """Link an adult."""
    form = AdultForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid() and not _is_linked_already(request, child, form):
        try:
            link_adult(viewer=request.viewer, child=child, new=_new_adult(form.cleaned_data))
            return redirect(f"/school/roll/{child.reference}/adults/?done=adult")
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "school/roll/add_adult.html", {"form": form, "child": child})


def _is_linked_already(request: PageRequest, child: "Child", form: AdultForm) -> bool:
    """Whether the same name with the same relation is linked now; the form then says so."""
    name, relation = (form.cleaned_data[key].strip().casefold() for key in ("name", "relation"))
    found = any(
        each.person.name.strip().casefold() == name and each.relation.strip().casefold() == relation
        for each in adults_of(request.viewer, child)
    )
    if found:
        form.add_error("name", "This adult is linked to the child already. Go back and change what is open to them instead")
    return found


def _new_adult(data: dict[str, Any]) -> NewAdult:
    yes = {key: data[key] == "yes" for key in ("has_parental_responsibility", "is_restricted", "needs_interpreter", "lives_with_child")}
    language = data["language"] or "English"
    return NewAdult(**{**data, **yes, "language": language, "rights": frozenset(data["rights"])})


def change_adult(request: PageRequest, child: "Child", link: int) -> HttpResponse:
    """Open or close rights."""
    found = adult_link_for(request.viewer, child, link)
    now = {
        "is_restricted": "yes" if found.is_restricted else "no",
        "restriction_reason": found.restriction_reason,
        "rights": [right for right in RIGHTS if getattr(found, right)],
    }
    form = RightsForm(request.POST or request.kept or None, initial=now)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            change_rights(
                viewer=request.viewer, link=found, rights=frozenset(data["rights"]), is_restricted=data["is_restricted"] == "yes",
                reason=data["restriction_reason"],
            )
            return redirect(f"/school/roll/{child.reference}/adults/?done=changed")
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "school/roll/change_adult.html", {"form": form, "child": child, "link": found})
