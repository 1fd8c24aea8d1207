"""Which organisations the area has at each size, their year groups and their classes of every school year."""

from collections.abc import Iterator, Mapping
from math import ceil

from sooner_service.project.demonstration.blueprint import ClassPlan, OrganisationPlan
from sooner_service.project.demonstration.drawing import Drawing
from sooner_service.project.demonstration.names import School, landline, places
from sooner_service.project.demonstration.shapes import SettingShape

SIZES: tuple[str, ...] = ("tiny", "small")
TINY_PUPILS: Mapping[str, int] = {"nursery": 26, "college": 26, "special_school": 22, "alternative_provision": 12}
PHASES: Mapping[str, str] = {"nursery": "nursery", "college": "college", "special_school": "all", "alternative_provision": "secondary"}
LARGEST_CLASS = 31
LEAST_PUPILS = 14


def shapes(size: str, *, scale: float) -> tuple[SettingShape, ...]:
    """The settings of the area at a size; `scale` 0.1 has a tenth of the pupils. The first is the same at both sizes."""
    known = places()
    primaries = known.primaries[:1] if size == "tiny" else known.primaries
    secondaries = () if size == "tiny" else known.secondaries
    found = [
        _shape(each, "school", "primary", range(7), 1.0 if place == 0 else scale) for place, each in enumerate(primaries)
    ]
    found += [_shape(each, "school", "secondary", range(7, 12), scale) for each in secondaries]
    years = {"nursery": range(-2, 0), "college": range(12, 15), "special_school": range(14), "alternative_provision": range(7, 12)}
    for kind, year_groups in years.items():
        school: School = getattr(known.others, kind)
        times = TINY_PUPILS[kind] / school.pupils if size == "tiny" else scale
        found.append(_shape(school, kind, PHASES[kind], year_groups, times))
    return tuple(found)


def _shape(school: School, kind: str, phase: str, year_groups: range, scale: float) -> SettingShape:
    total = max(LEAST_PUPILS, len(year_groups), round(school.pupils * scale))
    each, rest = divmod(total, len(year_groups))
    pupils = {year_group: each + (place < rest) for place, year_group in enumerate(year_groups)}
    smaller = 12 if kind in {"special_school", "alternative_provision"} else LARGEST_CLASS
    return SettingShape(
        key=school.key, kind=kind, phase=phase, name=school.name, pupils=pupils, in_trust=school.trust,
        nobody_trained=school.nobody_trained, forms={year: ceil(number / smaller) for year, number in pupils.items()},
    )


def organisations(settings: tuple[SettingShape, ...], draw: Drawing) -> Iterator[OrganisationPlan]:
    """The bodies first, the authority before all, then the settings. References begin with letters that no real list uses."""
    for number, body in enumerate(places().bodies, start=1):
        domain = f"{body.key}.wrenfield.example.org"
        yield OrganisationPlan(body.key, body.kind, body.name, f"WRN-B{number:03}", landline(draw), f"contact@{domain}")
    for number, each in enumerate(settings, start=1):
        yield OrganisationPlan(
            each.key, each.kind, each.name, f"WRN-S{number:03}", landline(draw), f"office@{each.key}.example.org", each.phase, each.in_trust
        )


def classes(settings: tuple[SettingShape, ...], years: tuple[int, ...]) -> Iterator[ClassPlan]:
    """Every class of every setting, one set for each school year."""
    for year in years:
        for each in settings:
            for year_group, forms in each.forms.items():
                for form in range(forms):
                    yield ClassPlan(class_key(each.key, year, year_group, form), each.key, _class_name(each, year_group, form), year, year_group)


def class_key(setting: str, year: int, year_group: int, form: int) -> str:
    """What a class is called in the blueprint."""
    return f"{setting}/{year}/{year_group}/{form}"


def _class_name(setting: SettingShape, year_group: int, form: int) -> str:
    letter = "ABCDEFGHJKLM"[form]
    if setting.kind in {"school", "alternative_provision"} and setting.phase == "secondary":
        return f"{year_group}{letter}"
    if setting.kind == "college":
        return f"{('Foundation', 'Level 1 and 2', 'Supported internship and Level 3')[year_group - 12]} {letter}"
    names = places().class_names
    place = year_group * max(setting.forms.values()) + form
    return names[place % len(names)]
