"""Names on lists: initials until the viewer says that nobody else can see the screen; the choice lasts for the visit."""

from sooner_service.pages.framework import PageRequest

NAMES_SHOWN = "names_shown"


def shows_names(request: PageRequest) -> bool:
    """Whether lists show names. `?show=names` and `?show=initials` change it for this visit."""
    chosen = request.GET.get("show")
    if chosen in {"names", "initials"}:
        request.session[NAMES_SHOWN] = chosen == "names"
    return bool(request.session.get(NAMES_SHOWN, False))
