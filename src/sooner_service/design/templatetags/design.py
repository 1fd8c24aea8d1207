"""The tags and filters that every page may use without loading them. `design/README.md` shows each with an example."""

import re
from typing import Any, Protocol

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template import Context, TemplateSyntaxError
from django.utils.html import format_html
from django.utils.safestring import SafeString

from sooner_service.design import words
from sooner_service.design.barcode import barcode
from sooner_service.design.blocks import draw_error_summary, draw_problem, draw_stage_line, draw_status_tag, draw_summary_list
from sooner_service.design.components import component
from sooner_service.design.fields import draw_field, draw_fields
from sooner_service.design.tokens import new_token

register = template.Library()


class Drawable(Protocol):
    """Anything that draws itself, such as a chart."""

    def draw(self) -> SafeString:
        """The HTML."""


SNAKE = re.compile(r"_([a-z])")


@register.simple_tag
def govuk(name: str, /, **params: object) -> SafeString:
    """A GOV.UK component: `{% govuk "button" text="Save" %}`. `label__text="..."` reaches inside; HTML is refused."""
    drawn = component(name, **nested(name, params))
    # A back link stands before the main part of the page, so it needs a landmark of its own.
    return format_html('<nav aria-label="Back">{}</nav>', drawn) if name == "back-link" else drawn


@register.simple_block_tag
def govuk_around(content: SafeString, name: str, /, **params: object) -> SafeString:
    """A component with page content inside: `{% govuk_around "details" summaryText="The law" %}...{% endgovuk_around %}`."""
    return component(name, **nested(name, params), html=content)


def nested(name: str, params: dict[str, Any]) -> dict[str, object]:
    """Template parameters as a component's: `label__text` inside `label`, snake_case as camelCase, data_x as data-x in attributes."""
    result: dict[str, Any] = {}
    for key, value in params.items():
        if key.lower().endswith("html"):
            raise TemplateSyntaxError(f"{name} was given {key}. Give text, or put the content between govuk_around and endgovuk_around.")
        place = result
        *way, last = key.split("__")
        for part in way:
            place = place.setdefault(_camel(part), {})
        place[last.replace("_", "-") if way[-1:] == ["attributes"] else _camel(last)] = value
    return result


def _camel(name: str) -> str:
    return SNAKE.sub(lambda found: found.group(1).upper(), name)


@register.simple_tag
def field(bound: BoundField, **told: object) -> SafeString:
    """One field of a form with its label, hint and error."""
    return draw_field(bound, **told)


@register.simple_tag
def fields(form: BaseForm) -> SafeString:
    """Every field of a form."""
    return draw_fields(form)


@register.simple_tag
def error_summary(form: Any = None) -> SafeString:
    """The mistakes of a form, at the top of its page."""
    return draw_error_summary(form if isinstance(form, BaseForm) else None)


@register.simple_tag
def problem(sentence: str) -> SafeString:
    """One problem at the top of a page."""
    return draw_problem(sentence)


@register.simple_tag
def stage_line(stages: Any, label: str = "Stages") -> SafeString:
    """Where a case or a plan has got to."""
    return draw_stage_line(stages or (), label)


@register.simple_tag
def status_tag(status_words: str, kind: str = "neutral") -> SafeString:
    """A status in words, with a colour."""
    return draw_status_tag(status_words, kind)


@register.simple_tag
def summary_list(rows: Any, change: str = "", classes: str = "") -> SafeString:
    """Questions and answers, or names and facts."""
    return draw_summary_list(rows or (), change=change, classes=classes)


@register.simple_tag(takes_context=True)
def submission_token(context: Context) -> SafeString:
    """The hidden token by which a form that arrives twice makes one record; the same one when the form comes back with a mistake."""
    request = context.get("request")
    token = (request.POST.get("token") if request is not None else "") or new_token(getattr(request, "viewer", None))
    return format_html('<input type="hidden" name="token" value="{}">', token)


@register.simple_tag(takes_context=True)
def address_with(context: Context, **changes: object) -> str:
    """This page's address with some of its filters changed: `{% address_with page=2 %}`; an empty value takes one away."""
    query = context["request"].GET.copy()
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}"


@register.simple_tag(takes_context=True)
def sort_header(context: Context, heading: str, key: str, classes: str = "") -> SafeString:
    """A column heading that sorts: a link that works without script, and says the present order."""
    chosen = context["request"].GET.get("sort", "")
    order = {key: "ascending", f"-{key}": "descending"}.get(chosen, "none")
    address = address_with(context, sort=f"-{key}" if chosen == key else key, page="")
    return format_html(
        '<th scope="col" class="govuk-table__header {}" aria-sort="{}"><a class="govuk-link sooner-sort" href="{}">{}</a></th>', classes, order, address, heading
    )


@register.simple_tag(name="barcode")
def barcode_tag(reference: str) -> SafeString:
    """A case reference to scan."""
    return barcode(reference)


@register.simple_tag
def chart(drawing: Drawable) -> SafeString:
    """A chart with its sentence, its drawing and its table."""
    return drawing.draw()


@register.filter
def layout_for(layout: str, viewer: Any) -> str:
    """The layout a page was told to use, else the one of the viewer's audience."""
    if layout:
        return layout
    if viewer is None:
        return "layouts/public.html"
    return "layouts/family.html" if getattr(viewer, "is_family", False) else "layouts/staff.html"


@register.filter
def page_numbers(page: "Page[Any]") -> list[int]:
    """The page numbers to link, 0 for a gap: the first, the last and those around the present one."""
    last = page.paginator.num_pages
    near = sorted({1, last, *range(max(1, page.number - 1), min(last, page.number + 1) + 1)})
    numbers: list[int] = []
    for number in near:
        if numbers and number > numbers[-1] + 1:
            numbers.append(0)
        numbers.append(number)
    return numbers


for _filter in (words.uk_date, words.uk_date_short, words.uk_moment, words.in_days, words.initials, words.in_words):
    register.filter(_filter.__name__, _filter)
