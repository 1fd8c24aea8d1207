"""The roll of a setting, and a child joining it."""

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render

from sooner_service.design.forms import DateField, RadioField, SoonerForm, TextField, with_choices
from sooner_service.pages.framework import PageRequest
from sooner_service.register.acting import listed
from sooner_service.register.actions.people import CannotDo
from sooner_service.register.actions.roll import NewChild, register_child
from sooner_service.register.queries.people import classes_of
from sooner_service.register.queries.roll import roll_of

YES_NO = (("yes", "Yes"), ("no", "No"))


class ChildForm(SoonerForm):
    """A child joining the roll."""

    given_name = TextField(label="First name", max_length=60)
    family_name = TextField(label="Family name", max_length=60)
    known_as = TextField(label="Name the child likes to be called", required=False, max_length=60)
    born_on = DateField(label="Date of birth", hint="For example, 27 3 2022", when="today_or_past")
    first_language = TextField(label="First language", max_length=40)
    school_class = RadioField(label="Class or group")
    is_in_care = RadioField(label="Is the child in care?", choices=YES_NO)


def roll(request: PageRequest) -> HttpResponse:
    """Everybody on the roll, with search."""
    search = request.GET.get("search", "").strip()
    children = roll_of(request.viewer, search=search)
    page = Paginator(children, 50).get_page(request.GET.get("page"))
    listed(request.viewer, record="roll", count=len(page.object_list), query={"search": bool(search)})
    return render(request, "school/roll/roll.html", {"page": page, "search": search, "done": request.GET.get("done", "")})


def add_child(request: PageRequest) -> HttpResponse:
    """Put a child on the roll."""
    form = ChildForm(request.POST or request.kept or None, today=request.viewer.on)
    classes = {str(each.pk): each for each in classes_of(request.viewer)}
    with_choices(form, "school_class", [(key, each.name) for key, each in classes.items()])
    if request.method == "POST" and form.is_valid():
        data = dict(form.cleaned_data)
        data["school_class"], data["is_in_care"] = classes[data["school_class"]], data["is_in_care"] == "yes"
        try:
            child = register_child(viewer=request.viewer, new=NewChild(**data))
            return redirect(f"/school/roll/{child.reference}/adults/?done=child")
        except CannotDo as problem:
            form.add_error(None, str(problem))
    return render(request, "school/roll/add_child.html", {"form": form, "has_classes": bool(classes)})
