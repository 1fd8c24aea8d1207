"""Kinds about one child's or a few children's series: effect sizes, Tau-U, trend, decision, between-case effect."""

from collections.abc import Mapping
from typing import Final

import numpy as np

from sooner.measures.bayes import Prior
from sooner.measures.between_case import BetweenCase, Observation, between_case_smd
from sooner.measures.cases.answers import Nothing
from sooner.measures.cases.reading import Given, Refused, shown
from sooner.measures.decision import CusumRule, Decision, decide
from sooner.measures.effect_sizes import SCALES, EffectSizes, effect_sizes
from sooner.measures.kendall import TauU, tau_u_family
from sooner.measures.series import padded, rounded
from sooner.measures.trend import Trend, trend

DIRECTIONS: Final = ("increase", "decrease")


def of_effect_sizes(given: Given) -> EffectSizes:
    """Kind `effect_sizes`."""
    decimals = given.whole("decimals")
    return effect_sizes(
        rounded(given.row("A"), decimals),
        rounded(given.row("B"), decimals),
        sign=np.array([_sign(given, "improvement")]),
        scale=np.array([given.choice("scale", SCALES, "other")]),
        intervals=np.array([given.number("intervals")]),
        observation_minutes=np.array([given.number("observation_length_min")]),
        goal=np.array([given.number("goal")]),
    )


def of_tau_u(given: Given) -> TauU:
    """Kind `tau_u`."""
    decimals, sign = given.whole("decimals"), _sign(given, "improvement")
    return tau_u_family(sign * rounded(given.row("A"), decimals), sign * rounded(given.row("B"), decimals))


def _sign(given: Given, name: str) -> float:
    return 1.0 if given.choice(name, DIRECTIONS, "increase") == "increase" else -1.0


def of_trend(given: Given) -> Mapping[str, object]:
    """Kind `trend`."""
    t, y = given.numbers("t"), given.numbers("y")
    if len(t) != len(y):
        raise Refused(f'field "y" has {len(y)} values but field "t" has {len(t)}; give one time for each score')
    found = trend(padded([t]), padded([y]))
    return {**_fields(found), "n_used": int(found.n_used.value[0])}


def _fields(found: Trend) -> dict[str, object]:
    return {name: getattr(found, name) for name in Trend.__dataclass_fields__}


def of_decision(given: Given) -> Mapping[str, object]:
    """Kind `decision`; `cusum` is among the fields only where asked for."""
    found = decide(
        direction="increase" if _sign(given, "direction") > 0 else "decrease",
        b0=given.number("b0"),
        t0=given.number("t0", 0.0),
        goal=given.number("goal"),
        t_goal=given.number("t_goal"),
        obs=[_observed(given, at, each) for at, each in enumerate(given.items("obs"))],
        bayes=_prior(given.inner("bayes")) if given.has("bayes") else None,
        cusum=_cusum_rule(given.inner("cusum")) if given.has("cusum") else None,
    )
    fields = _decision_fields(found)
    if not given.has("cusum"):
        del fields["cusum"]
    return fields


def _observed(given: Given, at: int, each: object) -> tuple[float, float | None]:
    pair = Given({"obs": [each]}).items("obs")[0]
    if not isinstance(pair, list) or len(pair) != 2:
        raise given.refused(f"obs[{at}]", pair, "a pair", "Give [weeks, score]")
    week, score = Given({f"obs[{at}]": pair}).numbers(f"obs[{at}]")
    return (np.nan if week is None else week), score


def _prior(given: Given) -> Prior:
    return Prior(
        sigma=_optional(given, "sigma"),
        prior_intercept_sd=_optional(given, "prior_intercept_sd"),
        prior_slope_mean=_optional(given, "prior_slope_mean"),
        prior_slope_sd=_optional(given, "prior_slope_sd"),
        p_hi=given.number("p_hi", 0.90),
        p_lo=given.number("p_lo", 0.10),
    )


def _optional(given: Given, name: str) -> float | None:
    return given.number(name) if given.has(name) else None


def _cusum_rule(given: Given) -> CusumRule:
    return CusumRule(k=given.number("k", 0.5), h=given.number("h", 4.0), sigma=_optional(given, "sigma"))


def _decision_fields(found: Decision) -> dict[str, object]:
    """The fields with each undefined one marked by its reason, inner ones too."""

    def marked(value: object, path: str) -> object:
        if hasattr(value, "__dataclass_fields__"):
            return {name: marked(getattr(value, name), f"{path}.{name}") for name in value.__dataclass_fields__}
        return Nothing(found.undefined[path]) if path in found.undefined else value

    names = [name for name in Decision.__dataclass_fields__ if name != "undefined"]
    return {name: marked(getattr(found, name), name) for name in names}


def of_between_case(given: Given) -> BetweenCase:
    """Kind `between_case_smd`. The first phase of a case is its baseline; a label such as A1 or B2 is A or B of a pair."""
    design = given.choice("design", ("ABk", "MB"), "MB")
    cases = [_case(given, at, each) for at, each in enumerate(given.items("cases"))]
    return between_case_smd(cases, "ABk" if design == "ABk" else "MB")


def _case(given: Given, at: int, each: object) -> list[Observation]:
    if not isinstance(each, list):
        raise given.refused(f"cases[{at}]", each, "a list", "Give a list of {t, y, phase}")
    rows = [given.as_object(f"cases[{at}][{place}]", row) for place, row in enumerate(each)]
    scored = sorted((row for row in rows if row.has("y") and row.has("t")), key=lambda row: row.number("t"))
    labels = [_label(row) for row in scored]
    found, pair, treated = [], 0, False
    for row, label, before in zip(scored, labels, [None, *labels], strict=False):
        if before is not None and label != before:
            pair, treated = (pair + 1, False) if treated else (pair, True)
        found.append(Observation(row.number("t"), row.number("y"), treated, pair))
    return found


def _label(row: Given) -> str:
    value = row.fields.get("phase")
    if isinstance(value, str | int | float) and not isinstance(value, bool | None):
        return str(value)
    raise Refused(f'field "{row.where}phase": {shown(value)} is not a phase; give a label such as "A" or "B"')
