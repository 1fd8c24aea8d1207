"""The comparison of `sooner measures --bench`: the same indices, one series at a time in a pandas groupby. Prints seconds.

Run as a module with the number of series; pandas is a development requirement.
"""

import sys
from time import perf_counter

import numpy as np
import pandas as pd  # type: ignore[import-untyped,import-not-found,unused-ignore]

from sooner.cli.measures_bench import AIM_A_WEEK, BASELINE, SCORES, made_up_scores


def indices(series: pd.DataFrame) -> pd.Series:
    """NAP with variances, Tau-U, PND, PEM, SMD, LRR, least squares and two rules for one series."""
    a, b = series["score"].to_numpy()[:BASELINE], series["score"].to_numpy()[BASELINE:]
    m, n = len(a), len(b)
    q = np.where(b[None, :] > a[:, None], 1.0, np.where(b[None, :] == a[:, None], 0.5, 0.0))
    nap = q.mean()
    q1, q2 = ((q.mean(axis=1) - nap) ** 2).mean(), ((q.mean(axis=0) - nap) ** 2).mean()
    trend = sum(np.sign(a[j] - a[i]) for i in range(m) for j in range(i + 1, m))
    pooled = np.sqrt(((m - 1) * a.var(ddof=1) + (n - 1) * b.var(ddof=1)) / (m + n - 2))
    slope, intercept = np.polyfit(np.arange(1.0, n + 1), b, 1)
    residual = b - np.median(a[-3:]) - AIM_A_WEEK * np.arange(1, n + 1)
    return pd.Series(
        {
            "nap": nap,
            "hanley": np.sqrt((nap * (1 - nap) + (n - 1) * q1 + (m - 1) * q2) / (m * n)),
            "tau_u": ((2 * q - 1).sum() - trend) / (m * n),
            "pnd": (b > a.max()).mean(),
            "pem": (b > np.median(a)).mean() + (b == np.median(a)).mean() / 2,
            "smd": (b.mean() - a.mean()) / a.std(ddof=1),
            "smd_pool": (b.mean() - a.mean()) / pooled,
            "lrr": np.log(b.mean() / a.mean()),
            "slope": slope,
            "intercept": intercept,
            "data_point_4": (residual[-4:] < 0).all(),
            "median_3": np.median(residual[-3:]) < 0,
        }
    )


def main(series: int) -> float:
    """Seconds for a number of series."""
    frame = pd.DataFrame({"series": np.repeat(np.arange(series), SCORES), "score": made_up_scores(series).ravel()})
    start = perf_counter()
    frame.groupby("series")[["score"]].apply(indices)
    return perf_counter() - start


if __name__ == "__main__":
    print(main(int(sys.argv[1])))
