"""The bridge to the GOV.UK components: their macros are written for another template language, and this is the only place that knows it.

Every text given to a component is escaped, whatever was said of it before. Ready-made HTML may enter only through a parameter whose
name ends in `html`, and only from this package: the template tag refuses such names.
"""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache, lru_cache
from types import NoneType

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from jinja2 import ChainableUndefined, Environment, PackageLoader, PrefixLoader

from sooner_service.design.words import uk_date

PACKAGE = "govuk_frontend_jinja"
# These carry the crown, the logo or cookies that a service outside GOV.UK may not show; the layouts write their own.
NOT_OURS = frozenset({"header", "footer", "cookie-banner"})
# Drawn many times on a page with the same few words: kept once drawn. Nothing here tells of a person.
OFTEN_THE_SAME = frozenset({"tag", "button", "back-link"})
_SAME_AGAIN = (str, bool, int, NoneType)

ENVIRONMENT = Environment(
    loader=PrefixLoader({PACKAGE: PackageLoader(PACKAGE)}),
    autoescape=True,
    auto_reload=False,
    trim_blocks=True,
    lstrip_blocks=True,
    undefined=ChainableUndefined,
)


class UnknownComponent(LookupError):
    """No such component; the sentence names it."""


def component(name: str, /, **params: object) -> SafeString:
    """The HTML of a GOV.UK component, by the name and parameters of the design system's own pages."""
    if name in OFTEN_THE_SAME and all(isinstance(each, _SAME_AGAIN) for each in params.values()):
        return _drawn_once(name, tuple((key, type(each), each) for key, each in params.items()))
    return _drawn(name, params)


def _drawn(name: str, params: Mapping[str, object]) -> SafeString:
    return mark_safe(_macro(name)(plain(params)).strip())  # noqa: S308 - the macro escapes every text


@lru_cache(maxsize=512)
def _drawn_once(name: str, params: tuple[tuple[str, type, object], ...]) -> SafeString:
    return _drawn(name, {key: value for key, _, value in params})


@cache
def _macro(name: str) -> Callable[[object], str]:
    if name in NOT_OURS:
        raise UnknownComponent(f"The component {name!r} shows GOV.UK's own branding, which Sooner may not use. The layouts have one of their own.")
    try:
        template = ENVIRONMENT.get_template(f"{PACKAGE}/components/{name}/macro.html")
    except LookupError as missing:
        raise UnknownComponent(f"There is no GOV.UK component called {name!r}. Names are those of the design system, for example 'summary-list'.") from missing
    macro: Callable[[object], str] = getattr(template.module, "govuk" + name.title().replace("-", ""))
    return macro


def plain(value: object, *, is_html: bool = False) -> object:
    """The parameter as the macros want it: no None, dates in words, and texts that nothing has declared safe."""
    if isinstance(value, Mapping):
        return {key: plain(each, is_html=str(key).lower().endswith("html")) for key, each in value.items() if each is not None}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value if each is not None]
    if isinstance(value, bool | int | float):
        return value
    if isinstance(value, date):
        return uk_date(value)
    text = str(value) if isinstance(value, Promise) or not isinstance(value, str) else value
    return text if is_html else str.__str__(text)
