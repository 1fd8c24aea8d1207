"""A setting's own measures: what it counts or scores, and how sure one score is."""

from dataclasses import dataclass
from decimal import Decimal

from sooner_service.plans.models import SchoolMeasure
from sooner_service.plans.refusals import CannotMeasure
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting

MOST_DECIMALS = 3


@dataclass(frozen=True)
class Described:
    """A measure in the setting's words. An error SD or a usual gain a week needs its source."""

    name: str
    direction: str
    decimals: int
    hint: str = ""
    lowest: Decimal | None = None
    highest: Decimal | None = None
    error_sd: Decimal | None = None
    error_source: str = ""
    usual_gain: Decimal | None = None
    usual_gain_source: str = ""


def add_measure(*, viewer: Viewer, described: Described) -> SchoolMeasure:
    """Add a measure to the setting's list. Raises CannotMeasure, Refused."""
    with acting(viewer, record="measure", action="define") as act:
        setting = viewer.organisation
        if setting is None or not setting.is_setting:
            raise CannotMeasure("Only a setting keeps measures of its own.")
        _must_be_sound(described)
        if SchoolMeasure.objects.filter(setting=setting, name__iexact=described.name.strip(), retired_on__isnull=True).exists():
            raise CannotMeasure("There is a measure of this name already. Use it, or choose another name.")
        made = SchoolMeasure.objects.create(
            setting=setting, name=described.name.strip(), hint=described.hint.strip(), direction=described.direction,
            decimals=described.decimals, lowest=described.lowest, highest=described.highest, error_sd=described.error_sd,
            error_source=described.error_source.strip(), usual_gain=described.usual_gain,
            usual_gain_source=described.usual_gain_source.strip(), added_by=viewer.person, added_on=viewer.on,
        )  # fmt: skip
        act.made, act.details = made, {"measure": made.name}
        return made


def retire_measure(*, viewer: Viewer, measure: SchoolMeasure) -> SchoolMeasure:
    """Take a measure off the list for new goals. Goals that use it go on. Raises CannotMeasure, Refused."""
    with acting(viewer, record="measure", action="define", organisation_id=measure.setting_id) as act:
        if measure.retired_on is not None:
            raise CannotMeasure("This measure is off the list already. Nothing was changed.")
        measure.retired_on = viewer.on
        measure.save(update_fields=["retired_on"])
        act.made, act.details = measure, {"retired": True}
        return measure


def _must_be_sound(described: Described) -> None:
    if not described.name.strip():
        raise CannotMeasure("Give the measure a name.")
    if described.direction not in {"increase", "decrease"}:
        raise CannotMeasure("Say whether more or less of this is better.")
    if not 0 <= described.decimals <= MOST_DECIMALS:
        raise CannotMeasure("A measure has no more than three decimals.")
    if described.lowest is not None and described.highest is not None and described.lowest >= described.highest:
        raise CannotMeasure("The highest score must be above the lowest.")
    if described.error_sd is not None and (described.error_sd <= 0 or not described.error_source.strip()):
        raise CannotMeasure("An error must be above 0 and have its source. Leave it empty where nobody knows it.")
    if described.usual_gain is not None and (described.usual_gain <= 0 or not described.usual_gain_source.strip()):
        raise CannotMeasure("A usual gain must be above 0 and have its source. Leave it empty where nobody knows it.")
