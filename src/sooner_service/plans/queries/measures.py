"""The measures a goal may use: the shared list, and the setting's own."""

from decimal import Decimal

from sooner.evidence.measures import Growth, Measure, catalogue, measure
from sooner_service.plans.models import SchoolMeasure
from sooner_service.plans.precision import UNKNOWN, Precision
from sooner_service.register.access import NotFound, Viewer, must
from sooner_service.register.models import Organisation

OWN = "own-"


def own_measures(viewer: Viewer) -> list[SchoolMeasure]:
    """The measures of the viewer's own setting, without those taken off the list. Raises Refused."""
    must(viewer, record="measure", action="see")
    return list(SchoolMeasure.objects.filter(setting=viewer.organisation, retired_on__isnull=True).select_related("added_by"))


def own_measure(viewer: Viewer, number: int) -> SchoolMeasure:
    """One of them. Raises NotFound, Refused."""
    found = next((each for each in own_measures(viewer) if each.pk == number), None)
    if found is None:
        raise NotFound
    return found


def measures_for(setting: Organisation | None) -> tuple[Measure, ...]:
    """What a goal of a child at a setting may use: its own measures first, then the shared list.

    The caller has reached the child already.
    """
    own = SchoolMeasure.objects.filter(setting=setting, retired_on__isnull=True) if setting else ()
    return (*(as_measure(each) for each in own), *catalogue())


def measure_by_key(setting: Organisation | None, key: str) -> Measure | None:
    """One of these by its key."""
    shared = measure(key)
    return shared or next((each for each in measures_for(setting) if each.key == key), None)


def as_measure(own: SchoolMeasure) -> Measure:
    """A setting's measure in the shape of the shared list; its usual gain counts as growth seen in the setting."""
    gain = None if own.usual_gain is None else float(own.usual_gain)
    growth = () if gain is None else (Growth("Your setting's own figure", gain, gain, gain, own.usual_gain_source),)
    return Measure(
        key=f"{OWN}{own.pk}", name=own.name, hint=own.hint, direction="increase" if own.direction == "increase" else "decrease",
        decimals=own.decimals, lowest=_number(own.lowest), highest=_number(own.highest), error_sd=_number(own.error_sd),
        error_source=own.error_source, growth=growth,
    )  # fmt: skip


def precision_of(chosen: Measure, tries: int = 1) -> Precision:
    """What a goal keeps of a measure: its scale and the error of one score."""
    lowest, highest, error_sd = (None if each is None else Decimal(str(each)) for each in (chosen.lowest, chosen.highest, chosen.error_sd))
    return Precision(lowest, highest, error_sd, chosen.error_source, tries)


def precision_named(name: str) -> Precision:
    """The same for a measure of the shared list by its name, such as one brought from elsewhere; unknown where it is not there."""
    chosen = next((each for each in catalogue() if each.name.casefold() == name.strip().casefold()), None)
    return UNKNOWN if chosen is None else precision_of(chosen)


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))
