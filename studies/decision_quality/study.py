"""The grid of the study and its tables. Rules are compared at equal false alarm only; accuracy is not reported, since it tracks how many
pupils are in trouble ("always below" would look right most of the time)."""

from collections.abc import Callable, Mapping
from typing import Any, Final

import numpy as np
from studies.decision_quality.measuring import auc, evidence, greatest_auc, limit_for, median_first_week, share_ever
from studies.decision_quality.pupils import AIM, Errors, Pupils, pupils
from studies.decision_quality.rules import AT_EQUAL_FALSE_ALARM, LOOKS, REVIEWS, RULES, WEEKLY, bayes

SIGMAS: Final = (5.0, 8.0, 10.0, 12.0, 15.0)
GROWTHS: Final = (1.5, 1.875, 1.125, 0.75, 0.375, 0.0)
HALF, NONE = 0.75, 0.0
ERRORS: Final[tuple[Errors, ...]] = ("independent", "autocorrelated", "heavy_tailed")
FALSE_ALARM: Final = 0.20
ASSUMED: Final = (0.7, 1.0, 1.4)
Found = dict[str, Any]


def study(count: int, seed: int, note: Callable[[str], None] = lambda words: None) -> Found:
    """Everything: single looks, calendars, equal false alarm, separation, other errors, and a mixed population."""
    found: Found = {"pupils": count, "seed": seed, "cells": {}, "equal_false_alarm": {}, "population": {}}
    for errors in ERRORS:
        for sigma in SIGMAS if errors == "independent" else (10.0,):
            note(f"{errors}, error SD {sigma:g}")
            made = {growth: pupils(count, sigma=sigma, growth=growth, errors=errors, seed=seed) for growth in GROWTHS}
            found["cells"][f"{errors}/{sigma:g}"] = {name: _rule(name, made) for name in RULES}
            found["equal_false_alarm"][f"{errors}/{sigma:g}"] = {name: _at_equal(name, made) for name in AT_EQUAL_FALSE_ALARM}
    note("error SD assumed wrongly")
    found["assumed_sd"] = {f"{times:g}": _assuming(times, count, seed) for times in ASSUMED}
    note("population")
    mixed = pupils(count, sigma=10.0, growth=None, seed=seed)
    found["population"] = {name: share_ever(evidence(rule, mixed, rule.calendar), rule.limit) for name, rule in RULES.items()}
    found["population"]["share_below_aim"] = float((mixed.growth < AIM).mean())
    return found


def _rule(name: str, made: Mapping[float, Pupils]) -> Found:
    rule = RULES[name]
    looks = {growth: evidence(rule, of, LOOKS) for growth, of in made.items()}
    looked = {growth: evidence(rule, of, rule.calendar) for growth, of in made.items()}
    return {
        "single_look": {f"{growth:g}": [float(each) for each in (seen >= rule.limit).mean(axis=0)] for growth, seen in looks.items()},
        "ever_by_week_20": {f"{growth:g}": share_ever(seen, rule.limit) for growth, seen in looked.items()},
        "median_first_week": {f"{growth:g}": median_first_week(seen, rule.limit, rule.calendar) for growth, seen in looked.items()},
        "auc_half_rate": [auc(looks[HALF][:, at], looks[AIM][:, at]) for at in range(len(LOOKS))],
        "auc_greatest": [greatest_auc(HALF, made[HALF].sigma, week) for week in LOOKS],
    }


def _assuming(times: float, count: int, seed: int) -> Found:
    """The recommended rule where it believes in an error SD that is `times` the true one."""
    rule = bayes(AIM, AIM / 2, times)
    shares = {}
    for growth in (AIM, HALF, NONE):
        seen = np.column_stack([rule(pupils(count, sigma=10.0, growth=growth, seed=seed), week) for week in REVIEWS])
        shares[f"{growth:g}"] = share_ever(seen, RULES["bayes_aim"].limit)
    return shares


def _at_equal(name: str, made: Mapping[float, Pupils]) -> Found:
    """Looked at weekly from week 6 with the limit that flags a fifth of pupils on aim by week 20."""
    rule = RULES[name]
    on_aim = evidence(rule, made[AIM], WEEKLY)
    limit = limit_for(on_aim, FALSE_ALARM)
    return {
        "false_alarm": share_ever(on_aim, limit),
        "half_rate": share_ever(evidence(rule, made[HALF], WEEKLY), limit),
        "no_growth": share_ever(evidence(rule, made[NONE], WEEKLY), limit),
    }


def tables(found: Found) -> str:
    """The tables of the study as Markdown."""
    cell, equal = found["cells"]["independent/10"], found["equal_false_alarm"]["independent/10"]
    parts = [
        f"# Tables: {found['pupils']:,} invented pupils a cell, seed {found['seed']}\n",
        "Aim 1.5 points a week, baseline the median of three probes, weekly scores, independent errors of SD 10 unless said.\n",
        "## As each rule is used: flagged by week 20\n",
        _table(
            ["Rule", "Exactly on aim", "Half the aim", "No growth", "Median week of first flag (half)"],
            [[name, *(_pct(each["ever_by_week_20"][growth]) for growth in ("1.5", "0.75", "0")), _week(each)] for name, each in cell.items()],
        ),
        "## At equal false alarm: a fifth of pupils on aim flagged by week 20\n",
        _table(
            ["Rule", "False alarm", "Half the aim", "No growth"],
            [[name, *(_pct(each[field]) for field in ("false_alarm", "half_rate", "no_growth"))] for name, each in equal.items()],
        ),
        "## Telling half-rate growers from pupils on aim: area under the curve at one look\n",
        _table(
            ["Rule", *(f"Week {week}" for week in LOOKS)],
            [
                *([name, *(f"{value:.3f}" for value in each["auc_half_rate"])] for name, each in cell.items()),
                ["greatest possible", *(f"{value:.3f}" for value in cell["bayes_aim"]["auc_greatest"])],
            ],
        ),
        "## The recommended rule (bayes_aim) by error SD and kind of error\n",
        _table(
            ["Errors / SD", "Exactly on aim", "Half the aim", "No growth"],
            [[name, *(_pct(each["bayes_aim"]["ever_by_week_20"][growth]) for growth in ("1.5", "0.75", "0"))] for name, each in found["cells"].items()],
        ),
        "## The recommended rule where it assumes the wrong error SD (true SD 10)\n",
        _table(
            ["Assumed over true", "Exactly on aim", "Half the aim", "No growth"],
            [[times, *map(_pct, each.values())] for times, each in found["assumed_sd"].items()],
        ),
        "## A mixed population, growth 1.1 (SD 0.5) a week: share ever flagged by week 20\n",
        _table(["Rule", "Flagged"], [[name, _pct(share)] for name, share in found["population"].items() if name in RULES]),
        f"{_pct(found['population']['share_below_aim'])} of these pupils truly grow more slowly than the aim.\n",
    ]
    return "\n".join(parts)


def _table(head: list[str], rows: list[list[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def _pct(share: float) -> str:
    return f"{100 * share:.1f} %"


def _week(each: Found) -> str:
    week = each["median_first_week"]["0.75"]
    return "none" if week is None else f"{week:g}"
