"""Which phase a child or a setting is in: the words of the forms, the supports and the training that fit."""

from sooner.assessment.baseline import PHASES, Phase
from sooner_service.register.models import Child, Organisation

LAST_YEAR_OF_PRIMARY = 6
LAST_YEAR_OF_SECONDARY = 11


def phase_of(child: Child) -> Phase:
    """The phase of a child: by year group (0 is Reception), else by the setting's own phase, else primary."""
    year = child.year_group
    if year is None:
        return next((phase for phase in PHASES if child.setting is not None and child.setting.phase == phase), "primary")
    if year < 0:
        return "nursery"
    if year <= LAST_YEAR_OF_PRIMARY:
        return "primary"
    return "secondary" if year <= LAST_YEAR_OF_SECONDARY else "college"


def phases_of(organisation: Organisation | None) -> tuple[Phase, ...]:
    """The phases of an organisation: its own, or all four for one that works with all ages."""
    own = tuple(phase for phase in PHASES if organisation is not None and organisation.phase == phase)
    return own or PHASES
