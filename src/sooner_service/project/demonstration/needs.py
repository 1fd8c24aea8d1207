"""How many children have SEN support or a plan, and for which need, at about the national rates of January 2024.

Shares of pupils in schools: SEN support 13.6 %, plans 4.8 %. Primary needs of plans are the national shares by age; those of SEN
support are rounded from the school census and are only for making likely children, never for showing.
"""

from sooner_service.project.demonstration.drawing import Drawing
from sooner_service.project.demonstration.shapes import SettingShape

SUPPORT_SHARE = {"nursery": 0.28, "primary": 0.145, "secondary": 0.13, "college": 0.12, "all": 0.0}
PLAN_SHARE = {"nursery": 0.04, "primary": 0.029, "secondary": 0.033, "college": 0.075, "all": 1.0}
BY_YEAR_GROUP = {0: 0.7, 1: 0.9, 2: 1.0, 3: 1.1, 4: 1.15, 5: 1.15, 6: 1.0, 7: 1.1, 8: 1.05, 9: 1.0, 10: 0.95, 11: 0.9}
BOYS_TO_GIRLS = {"N": 0.96, "K": 1.7, "E": 2.6}
NEEDS_OF_YOUNG_WITH_PLAN = {"SLCN": 46.0, "ASD": 34.0, "SEMH": 5.0, "PD": 4.0, "SLD": 4.0, "MLD": 3.5, "HI": 1.2, "PMLD": 1.0, "VI": 0.8, "OTH": 0.5}
NEEDS_OF_CHILDREN_WITH_PLAN = {
    "ASD": 31.5, "SLCN": 21.3, "SEMH": 20.7, "MLD": 10.6, "SLD": 4.0, "PD": 3.9, "SPLD": 2.3, "HI": 1.4, "PMLD": 1.3, "OTH": 1.2, "VI": 0.8, "MSI": 0.3,
}
NEEDS_OF_TEENAGERS_WITH_PLAN = {"ASD": 31.0, "SEMH": 30.0, "MLD": 13.0, "SLCN": 12.0, "SLD": 3.5, "PD": 3.5, "SPLD": 3.5, "HI": 1.4, "VI": 0.8, "OTH": 1.3}
NEEDS_WITH_SUPPORT_YOUNG = {"SLCN": 42.0, "SEMH": 17.0, "MLD": 14.0, "SPLD": 7.0, "ASD": 9.0, "PD": 2.5, "HI": 1.6, "VI": 0.9, "OTH": 3.0, "NSA": 3.0}
NEEDS_WITH_SUPPORT = {"SEMH": 26.0, "SPLD": 22.0, "SLCN": 17.0, "MLD": 15.0, "ASD": 9.0, "OTH": 4.0, "PD": 2.4, "HI": 1.7, "VI": 0.9, "NSA": 2.0}


def status_and_need(draw: Drawing, *, setting: SettingShape, year_group: int, sex: str) -> tuple[str, str, str]:
    """The SEN status (N, K or E), the primary need, and the sex, which is a boy's more often where there is a need."""
    status = _status(draw, setting, year_group)
    if status == "N":
        return status, "", sex
    boys = BOYS_TO_GIRLS[status]
    return status, _need(draw, setting, status, year_group), "M" if draw.happens(boys / (1 + boys)) else "F"


def _status(draw: Drawing, setting: SettingShape, year_group: int) -> str:
    plan, support = PLAN_SHARE[setting.phase], SUPPORT_SHARE[setting.phase]
    if setting.kind == "alternative_provision":
        plan, support = 0.26, 0.6
    times = BY_YEAR_GROUP.get(year_group, 1.0) if setting.kind == "school" else 1.0
    found = draw.random()
    if found < plan * times:
        return "E"
    return "K" if found < (plan + support) * times else "N"


def _need(draw: Drawing, setting: SettingShape, status: str, year_group: int) -> str:
    if setting.kind == "alternative_provision":
        return draw.weighted({"SEMH": 63.0, "ASD": 12.0, "SLCN": 9.0, "MLD": 9.0, "SPLD": 7.0})
    if status == "K":
        return draw.weighted(NEEDS_WITH_SUPPORT_YOUNG if year_group <= 3 else NEEDS_WITH_SUPPORT)
    if setting.kind == "special_school":
        return draw.weighted({"ASD": 42.0, "SLD": 21.0, "SEMH": 9.0, "SLCN": 10.0, "PMLD": 8.0, "MLD": 6.0, "PD": 3.0, "MSI": 1.0})
    if year_group <= 2:
        return draw.weighted(NEEDS_OF_YOUNG_WITH_PLAN)
    return draw.weighted(NEEDS_OF_CHILDREN_WITH_PLAN if year_group <= 8 else NEEDS_OF_TEENAGERS_WITH_PLAN)
