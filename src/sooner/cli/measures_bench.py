"""`sooner measures --bench`: 30,000 children, 3 goals each, 30 weekly scores: 90,000 series, timed beside a pandas groupby.

The pandas run is a process of its own, so that its memory is not counted as ours; it takes a sample of the series and is scaled up.
"""

import importlib.util
import resource
import subprocess
import sys
from collections.abc import Callable
from time import perf_counter
from typing import Final

import numpy as np

from sooner.measures.decision import decide_all, run_of_points
from sooner.measures.effect_sizes import effect_sizes
from sooner.measures.means import Phases, log_response_ratio, phase, smallest_step, smd_baseline, smd_pooled
from sooner.measures.overlap import compare, nap, pem, pnd, tau_u
from sooner.measures.quantity import Floats
from sooner.measures.series import median
from sooner.measures.slopes import least_squares

SERIES: Final = 90_000
BASELINE, SCORES = 10, 30
AIM_A_WEEK: Final = 1.5
BLOCK: Final = 1_000
SEED: Final = 20
AIM_SECONDS, AIM_MIB = 3, 1024
PANDAS_SAMPLE: Final = 1_000


def made_up_scores(series: int) -> Floats:
    """Weekly scores of invented children, one row a series, whole numbers of 0 or more, the same every time."""
    source = np.random.default_rng(SEED)
    growth = source.normal(1.1, 0.5, (series, 1)) * np.arange(SCORES)
    return np.maximum(np.rint(source.normal(40, 12, (series, 1)) + growth + source.normal(0, 10, (series, SCORES))), 0)


def bench(series: int = SERIES, sample: int = PANDAS_SAMPLE) -> int:
    """Print seconds, peak memory and the ratio to pandas; always 0, since a slow machine is not a refused input."""
    scores = made_up_scores(series)
    named = _seconds(named_task, scores)
    print(f"{series:,} series of {SCORES} scores, one process")
    print(f"NAP with variances and interval, Tau-U, PND, PEM, SMD, LRR, least squares, two rules: {named:.2f} s (aim {AIM_SECONDS} s)")
    print(f"peak memory: {_peak_mib():.0f} MiB (aim {AIM_MIB} MiB)")
    print(f"all 17 effect sizes: {_seconds(every_index, scores):.2f} s")
    print(f"all decision rules: {_seconds(every_rule, scores):.2f} s")
    print(_beside_pandas(named / series, sample))
    return 0


def _seconds(task: Callable[[Floats], None], scores: Floats) -> float:
    start = perf_counter()
    for at in range(0, len(scores), BLOCK):
        task(scores[at : at + BLOCK])
    return perf_counter() - start


def named_task(scores: Floats) -> None:
    """The indices of the published comparison."""
    size = len(scores)
    a, b, sign, none = scores[:, :BASELINE], scores[:, BASELINE:], np.ones(size), np.full(size, np.nan)
    pairs = compare(a, b, sign)
    nap(pairs)
    tau_u(pairs, a, sign)
    pnd(pairs)
    pem(a, b, sign)
    scale = np.full(size, "count")
    phases = Phases(phase(a), phase(b), sign, scale, smallest_step(scale, none, none))
    smd_baseline(phases)
    smd_pooled(phases)
    log_response_ratio(phases, wanted=1.0)
    weeks = np.broadcast_to(np.arange(1.0, SCORES - BASELINE + 1), b.shape)
    least_squares(weeks, b)
    residuals = b - median(a[:, -3:])[:, None] - AIM_A_WEEK * weeks
    run_of_points(residuals, 4)
    median(residuals[:, -3:])


def every_index(scores: Floats) -> None:
    """All effect sizes."""
    size = len(scores)
    none = np.full(size, np.nan)
    effect_sizes(
        scores[:, :BASELINE],
        scores[:, BASELINE:],
        sign=np.ones(size),
        scale=np.full(size, "count"),
        intervals=none,
        observation_minutes=none,
        goal=np.full(size, 85.0),
    )


def every_rule(scores: Floats) -> None:
    """All decision rules but Bayes and the cumulative sum, which need an error SD."""
    weeks = np.broadcast_to(np.arange(1.0, SCORES), (len(scores), SCORES - 1))
    decide_all(sign=1.0, b0=scores[:, 0], t0=0.0, goal=scores[:, 0] + 30 * AIM_A_WEEK, t_goal=30.0, t=weeks, y=scores[:, 1:])


def _peak_mib() -> float:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024**2 if sys.platform == "darwin" else 1024)


def _beside_pandas(ours: float, sample: int) -> str:
    """The ratio of seconds a series, or a sentence on why there is none."""
    if importlib.util.find_spec("pandas") is None:
        return "pandas groupby: not installed here, so there is nothing to compare with; install the development requirements."
    command = [sys.executable, "-m", "sooner.cli.measures_pandas", str(sample)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        return f"pandas groupby: it stopped with an error ({(done.stderr.strip().splitlines() or ['no message'])[-1]})."
    theirs = float(done.stdout) / sample
    return f"pandas groupby, {sample:,} series scaled up: {theirs * SERIES:.0f} s; ours is {theirs / ours:.0f} times as fast"
