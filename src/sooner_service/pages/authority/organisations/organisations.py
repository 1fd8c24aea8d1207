"""The organisations of the area."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import EmailField, PhoneField, RadioField, SelectField, SoonerForm, TextField
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed
from sooner_service.register.actions.organisations import NewOrganisation, add_organisation
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.queries.organisations import organisations_of

KINDS = (
    ("school", "School"),
    ("nursery", "Nursery"),
    ("college", "College"),
    ("special_school", "Special school"),
    ("alternative_provision", "Alternative provision"),
    ("specialist_service", "Specialist service, such as educational psychology"),
    ("contracted_provider", "Contracted provider"),
    ("health_body", "Health body"),
    ("social_care_body", "Social care body"),
    ("advice_service", "Advice service (SENDIASS)"),
)
PHASES = (
    ("nursery", "Nursery"),
    ("primary", "Primary"),
    ("secondary", "Secondary"),
    ("college", "College"),
    ("all", "All ages"),
    ("", "It is not a place where children learn"),
)


class OrganisationForm(SoonerForm):
    """An organisation that joins."""

    kind = SelectField(label="Kind of organisation", choices=(("", "Choose"), *KINDS))
    name = TextField(label="Name", max_length=120)
    phase = RadioField(label="Ages", choices=PHASES, required=False)
    telephone = PhoneField(label="Telephone number that families may ring", required=False)
    email = EmailField(label="E-mail address of the office", required=False)
    first_person = TextField(label="Full name of the first person", hint="They lead it and add the others: a headteacher or a service manager", max_length=120)
    first_email = EmailField(label="Their work e-mail address")


def organisations(request: PageRequest) -> HttpResponse:
    """All of them, by kind and name."""
    page = Paginator(organisations_of(request.viewer), 50).get_page(request.GET.get("page"))
    listed(request.viewer, record="organisation", count=len(page.object_list))
    return render(request, "authority/organisations/organisations.html", {"page": page, "done": request.GET.get("done", "")})


def add(request: PageRequest) -> HttpResponse:
    """One joins."""
    form = OrganisationForm(request.POST or request.kept or None)
    if request.method == "POST" and form.is_valid():
        try:
            add_organisation(viewer=request.viewer, new=NewOrganisation(**form.cleaned_data))
            return redirect("/authority/organisations/?done=added")
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "authority/organisations/add.html", {"form": form})
