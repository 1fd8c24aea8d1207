"""The adults around a child in a case. Where a child is on no roll, the authority checks and links them itself."""

from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import CheckboxesField, EmailField, LongTextField, PhoneField, RadioField, SoonerForm, TextField
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.framework import PageRequest
from sooner_service.register.access import NotFound
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.actions.roll import NewAdult, link_adult
from sooner_service.register.queries.roll import adults_of

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

YES_NO = (("yes", "Yes"), ("no", "No"))
RIGHTS = (
    ("may_message", "Get messages and notices"), ("may_see_setting", "See where the child learns"),
    ("may_see_timetable", "See the timetable and sessions"), ("may_see_staff_names", "See the names of staff"),
    ("may_see_address", "See the child's address"),
)


class AdultForm(SoonerForm):
    """One adult, how the link was checked, and what is opened."""

    name = TextField(label="Full name", max_length=120)
    relation = TextField(label="Relation to the child", max_length=40)
    has_parental_responsibility = RadioField(label="Does this adult have parental responsibility?", choices=YES_NO, is_inline=True)
    checked_how = TextField(label="How did you check?", hint="For example, birth certificate seen. A letter or an e-mail address proves nothing by itself.", max_length=120)
    is_restricted = RadioField(label="Is contact restricted, for example by a court?", choices=YES_NO, is_inline=True)
    restriction_reason = TextField(label="If so, why and since when", required=False, max_length=200)
    rights = CheckboxesField(label="What may this adult do?", choices=RIGHTS, required=False, hint="Everything is closed unless you open it.")
    email = EmailField(label="E-mail address", required=False)
    telephone = PhoneField(label="Telephone number", required=False)
    contact_by = RadioField(label="How do they want to hear from you?", choices=(("email", "E-mail"), ("paper", "Letter on paper"), ("phone", "Telephone")))
    home_address = LongTextField(label="Home address", required=False, rows=3)


def adults(request: PageRequest, case: "Case") -> HttpResponse:
    """The adults linked now, and one more."""
    if case.child is None:
        raise NotFound
    asked = case.request
    first = {
        "name": asked.get("your_name", ""), "relation": asked.get("relation", ""), "email": asked.get("email", ""),
        "telephone": asked.get("telephone", ""), "home_address": asked.get("address", ""),
    }
    links = adults_of(request.viewer, case.child)
    form = AdultForm(request.POST or request.kept or None, initial=first if not links else {})
    if request.method == "POST" and form.is_valid():
        try:
            link_adult(viewer=request.viewer, child=case.child, new=_new(form.cleaned_data))
            return redirect(address_of(case, "adults/?done=linked"))
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "authority/case/adults.html", {"case": case, "form": form, "links": links, "done": request.GET.get("done", "")})


def _new(data: dict[str, Any]) -> NewAdult:
    yes = {key: data[key] == "yes" for key in ("has_parental_responsibility", "is_restricted")}
    return NewAdult(**{**data, **yes, "rights": frozenset(data["rights"])})
