"""Whether a setting's calendar is known, and whether it is open today."""

from datetime import date, timedelta

from sooner_service.register.access import Viewer
from sooner_service.register.calendar import days_of
from sooner_service.register.models import Organisation, Term


def has_terms(setting: Organisation | None, on: date) -> bool:
    """Whether terms are loaded that begin on or before a day: without them nothing can be promised in school days."""
    return setting is not None and Term.objects.filter(setting=setting, starts_on__lte=on).exists()


def is_school_day(viewer: Viewer) -> bool:
    """Whether the viewer's own setting is open today; True where its terms are not loaded, as nobody can say."""
    begun = list(Term.objects.filter(setting=viewer.organisation, starts_on__lte=viewer.on))
    return not begun or bool(days_of(begun, starts_on=viewer.on, until=viewer.on + timedelta(days=1)))
