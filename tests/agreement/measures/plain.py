"""The formulas written out one series at a time, slowly and plainly, with exact fractions wherever ties matter.

None stands for undefined. Nothing here is shared with the code under test.
"""

from fractions import Fraction
from itertools import pairwise
from math import comb, log, sqrt
from statistics import NormalDist, median

Z = 1.959963985


def exact(scores):
    return [Fraction(str(score)) for score in scores if score is not None]


def sign(value):
    return (value > 0) - (value < 0)


def q_matrix(a, b, s):
    return [[Fraction(sign(s * (y - x)) + 1, 2) for y in b] for x in a]


def nap_parts(q):
    m, n = len(q), len(q[0])
    value = sum(map(sum, q)) / (m * n)
    q1 = sum(sum(each - value for each in row) ** 2 for row in q) / (m * n * n)
    q2 = sum(sum(row[j] - value for row in q) ** 2 for j in range(n)) / (m * m * n)
    x = sum((each - value) ** 2 for row in q for each in row) / (m * n)
    inside = min(max(value, Fraction(1, 2 * m * n)), 1 - Fraction(1, 2 * m * n))
    return value, q1, q2, x, inside * (1 - inside)


def nap(q):
    m, n = len(q), len(q[0])
    value, q1, q2, x, base = nap_parts(q)
    unbiased = sqrt((base + n * q1 + m * q2 - 2 * x) / ((m - 1) * (n - 1))) if m > 1 and n > 1 else None
    lower, upper = nap_interval(float(value), m, n)
    return {
        "est": float(value),
        "se_unbiased": unbiased,
        "se_hanley": sqrt((base + (n - 1) * q1 + (m - 1) * q2) / (m * n)),
        "se_null": sqrt(Fraction(m + n + 1, 12 * m * n)),
        "ci_lower": lower,
        "ci_upper": upper,
    }


def nap_interval(value, m, n):
    h = (m + n) / 2 - 1

    def f(x):
        return m * n * (value - x) ** 2 * (2 - x) * (1 + x) - Z * Z * x * (1 - x) * (2 + h + (1 + 2 * h) * x * (1 - x))

    def at_one(x):
        return m * n * (1 - x) * (2 - x) * (1 + x) - Z * Z * x * (2 + h + (1 + 2 * h) * x * (1 - x))

    if value == 1:
        return root(at_one, 0.0, 1.0), 1.0
    if value == 0:
        return 0.0, 1 - root(at_one, 0.0, 1.0)
    return root(f, 0.0, value), root(f, 1.0, value)


def root(f, positive, negative):
    for _ in range(200):
        middle = (positive + negative) / 2
        if f(middle) > 0:
            positive = middle
        else:
            negative = middle
    return (positive + negative) / 2


def as_tau(found):
    scale = {"est": (2, -1), "ci_lower": (2, -1), "ci_upper": (2, -1)}
    return {name: None if each is None else scale.get(name, (2, 0))[0] * each + scale.get(name, (2, 0))[1] for name, each in found.items()}


def concordance(scores):
    return sum(sign(scores[j] - scores[i]) for i in range(len(scores)) for j in range(i + 1, len(scores)))


def pair_slopes(t, y):
    return [(y[j] - y[i]) / (t[j] - t[i]) for i in range(len(t)) for j in range(i + 1, len(t)) if t[i] != t[j]]


def tau_bc(a, b, s):
    sessions = [Fraction(at) for at in range(1, len(a) + len(b) + 1)]
    slope = median(pair_slopes(sessions[: len(a)], a))
    intercept = median(y - slope * t for y, t in zip(a, sessions, strict=False))
    left = [y - slope * t for y, t in zip(a + b, sessions, strict=True)]
    found = as_tau(nap(q_matrix(left[: len(a)], left[len(a) :], s)))
    return {**found, "slope": float(slope), "intercept": float(intercept)}


def pand(a, b, s):
    cuts = [s * each for each in a + b]
    kept = [sum(s * x < cut for x in a) + sum(s * y >= cut for y in b) for cut in cuts]
    return Fraction(max([*kept, len(a), len(b)]), len(a) + len(b))


def mean(values):
    return sum(values) / len(values)


def variance(values):
    middle = mean(values)
    return sum((each - middle) ** 2 for each in values) / (len(values) - 1) if len(values) > 1 else None


def estimate(est, se):
    return {"est": est, "se": se, "ci_lower": None if se is None else est - Z * se, "ci_upper": None if se is None else est + Z * se}


NONE = {"est": None, "se": None, "ci_lower": None, "ci_upper": None}


def smd(a, b, s, *, corrected=True, pooled=False):
    m, n, va, vb = len(a), len(b), variance(a), variance(b)
    df = m + n - 2 if pooled else m - 1
    if df < 1:
        return NONE
    spread = ((m - 1) * (va or 0) + (n - 1) * (vb or 0)) / df if pooled else va
    if spread == 0:
        return NONE
    j = 1 - 3 / (4 * df - 1) if corrected else 1
    d = s * j * float(mean(b) - mean(a)) / sqrt(spread)
    if pooled:
        return estimate(d, j * sqrt(1 / m + 1 / n + d * d / (2 * df)))
    return estimate(d, None if vb is None else j * sqrt(1 / m + vb / (n * va) + d * d / (2 * df)))


def d_constant(scale, minutes, intervals):
    per = {"count": 1, "rate": minutes, "proportion": intervals, "percentage": None if intervals is None else intervals / 100}.get(scale)
    return per or None


def lrr(a, b, s, wanted, scale, d, *, corrected=True):
    full = {"proportion": 1, "percentage": 100}.get(scale)
    logs, spreads = [], []
    if corrected and min(len(a), len(b)) < 2:
        return NONE
    for phase in (a, b):
        n, middle, spread = len(phase), mean(phase), variance(phase)
        if s != wanted and full:
            middle = full - middle
        if middle < 0:
            return NONE
        kept = float(max(middle, 1 / (2 * d * n))) if d else float(middle)
        if kept == 0:
            return NONE
        if spread is not None:
            spread = float(max(spread, 1 / (d**2 * n**3))) if d else float(spread)
        logs.append(log(kept) + (spread / (2 * n * kept**2) if corrected else 0))
        spreads.append(None if spread is None else spread / (n * kept**2))
    est = (logs[1] - logs[0]) * (1 if s == wanted or full else -1)
    return estimate(est, None if None in spreads else sqrt(sum(spreads)))


def lor(a, b, s, scale, intervals):
    full = {"proportion": 1, "percentage": 100}.get(scale)
    if not full or min(len(a), len(b)) < 2 or any(not 0 <= y <= full for y in a + b):
        return NONE
    logits, spreads = [], []
    for phase in (a, b):
        n, middle, spread = len(phase), float(mean(phase) / full), float(variance(phase) / full**2)
        if intervals:
            middle = min(max(middle, 1 / (2 * intervals * n)), 1 - 1 / (2 * intervals * n))
            spread = max(spread, 1 / (intervals**2 * n**3))
        if middle in (0, 1):
            return NONE
        odds = n * middle**2 * (1 - middle) ** 2
        logits.append(log(middle / (1 - middle)) - (2 * middle - 1) * spread / (2 * odds))
        spreads.append(spread / odds)
    return estimate(s * (logits[1] - logits[0]), sqrt(sum(spreads)))


def lrm(a, b, s):
    if median(a) <= 0 or median(b) <= 0:
        return NONE
    spreads = []
    for phase in (a, b):
        n, ordered = len(phase), sorted(phase)
        o1 = max(round(n / 2 - sqrt(n)), 1)
        o2 = n - o1 + 1
        if n < 2 or ordered[o1 - 1] <= 0:
            spreads.append(None)
            continue
        z0 = NormalDist().inv_cdf(1 - sum(comb(n, k) for k in range(o1)) / 2**n)
        spreads.append(((log(ordered[o2 - 1]) - log(ordered[o1 - 1])) / (2 * z0)) ** 2)
    return estimate(s * (log(median(b)) - log(median(a))), None if None in spreads else sqrt(sum(spreads)))


def pogo(a, b, goal):
    if goal is None or Fraction(str(goal)) == mean(a):
        return NONE
    way = float(Fraction(str(goal)) - mean(a))
    est = 100 * float(mean(b) - mean(a)) / way
    va, vb = variance(a), variance(b)
    if va is None or vb is None:
        return estimate(est, None)
    return estimate(est, 100 * sqrt((va / len(a) + vb / len(b) + (est / 100) ** 2 * float(va) / len(a)) / way**2))


def effect_sizes(a, b, *, improvement, scale, intervals=None, minutes=None, goal=None):
    a, b, s = exact(a), exact(b), 1 if improvement == "increase" else -1
    m, n = len(a), len(b)
    q, d, kept = q_matrix(a, b, s), d_constant(scale, minutes, intervals), pand(a, b, s)
    return {
        "NAP": nap(q),
        "Tau": as_tau(nap(q)),
        "Tau_BC": tau_bc(a, b, s) if m > 1 else None,
        "Tau_U": float((sum(2 * each - 1 for row in q for each in row) - s * concordance(a)) / (m * n)),
        "PND": sum(s * y > max(s * x for x in a) for y in b) / n,
        "PEM": float(sum(Fraction(sign(s * (y - median(a))) + 1, 2) for y in b) / n),
        "PAND": float(kept),
        "IRD": float(((m + n) ** 2 * kept - m * m - n * n) / (2 * m * n)),
        "SMD_baseline": smd(a, b, s),
        "SMD_baseline_uncorrected": smd(a, b, s, corrected=False),
        "SMD_pool": smd(a, b, s, pooled=True),
        "LRRi": lrr(a, b, s, 1, scale, d),
        "LRRd": lrr(a, b, s, -1, scale, d),
        "LRRi_uncorrected": lrr(a, b, s, 1, scale, d, corrected=False),
        "LOR": lor(a, b, s, scale, intervals),
        "LRM": lrm(a, b, s),
        "PoGO": pogo(a, b, goal),
    }


def groups(values):
    return [values.count(each) for each in set(values)]


def rank_test(x, y, parker):
    n, pairs = len(y), len(y) * (len(y) - 1) // 2
    s = sum(sign(x[j] - x[i]) * sign(y[j] - y[i]) for i in range(n) for j in range(i + 1, n))
    t, u = groups(x), groups(y)
    v0, vt, vu = (sum(k * (k - 1) * (2 * k + 5) for k in sizes) for sizes in ([n], t, u))
    v1 = sum(k * (k - 1) for k in t) * sum(k * (k - 1) for k in u)
    v2 = sum(k * (k - 1) * (k - 2) for k in t) * sum(k * (k - 1) * (k - 2) for k in u)
    spread = (v0 - vt - vu) / 18 + v1 / (2 * n * (n - 1)) + (v2 / (9 * n * (n - 1) * (n - 2)) if n > 2 else 0)
    loose = [pairs - sum(k * (k - 1) // 2 for k in sizes) for sizes in (t, u)]
    z = s / sqrt(spread) if spread > 0 else None
    return {
        "S": s,
        "var_S_tie_corrected": spread,
        "z": z,
        "p_two_sided": None if z is None else 2 * NormalDist().cdf(-abs(z)),
        "tau_b": s / sqrt(loose[0] * loose[1]) if loose[0] * loose[1] else None,
        "pairs_parker": parker,
        "tau_parker": s / parker,
        "pairs_all": pairs,
        "tau_a_all_pairs": s / pairs,
    }


def tau_u_family(a, b):
    a, b = exact(a), exact(b)
    m, n = len(a), len(b)
    down, up, level = list(range(m, 0, -1)), list(range(m + 1, m + n + 1)), [m + 1] * n
    return {
        "AvB": rank_test([0] * m + [1] * n, a + b, m * n),
        "A_trend": rank_test(list(range(m)), a, m * (m - 1) // 2),
        "B_trend": rank_test(list(range(n)), b, n * (n - 1) // 2),
        "AvB_minus_Atrend": rank_test(down + level, a + b, m * n),
        "AvB_plus_Btrend": rank_test([0] * m + up, a + b, m * n + n * (n - 1) // 2),
        "AvB_plus_Btrend_minus_Atrend": rank_test(down + up, a + b, (m + n) * (m + n - 1) // 2),
    }


def line(t, y):
    """Slope, intercept, SE of the slope (None under three points or for an exact fit 0), all from exact fractions."""
    n, tbar, ybar = len(t), mean(t), mean(y)
    sxx = sum((x - tbar) ** 2 for x in t)
    slope = sum((x - tbar) * (v - ybar) for x, v in zip(t, y, strict=True)) / sxx
    sse = sum((v - ybar - slope * (x - tbar)) ** 2 for x, v in zip(t, y, strict=True))
    see = sqrt(sse / (n - 2)) if n > 2 else None
    return {
        "slope": slope,
        "intercept": ybar - slope * tbar,
        "sse": sse,
        "see": see,
        "se": None if see is None else see / sqrt(sxx),
        "syy": sum((v - ybar) ** 2 for v in y),
    }


def siegel(t, y):
    n = len(t)
    inner = [[(y[j] - y[i]) / (t[j] - t[i]) for j in range(n) if t[j] != t[i]] for i in range(n)]
    return median(median(each) for each in inner if each)


def lag1(y):
    e = [each - mean(y) for each in y]
    return sum(one * two for one, two in pairwise(e)) / sum(each**2 for each in e)


def collapsed(obs, t0):
    """(t, y) after t0 in order of time, the scores of one moment as their median."""
    kept = {}
    for t, y in obs:
        if y is not None and t > t0:
            kept.setdefault(Fraction(str(t)), []).append(Fraction(str(y)))
    times = sorted(kept)
    return times, [median(kept[t]) for t in times]


def residuals(s, b0, t0, goal, t_goal, t, y):
    aim = [b0 + (goal - b0) * (x - t0) / (t_goal - t0) if x <= t_goal else goal for x in t]
    return [s * (v - each) for v, each in zip(y, aim, strict=True)]


def word(value, below="below", above="above", same="on"):
    return below if value < 0 else above if value > 0 else same


def bayes(y, x, *, s, b0, weeks, goal, g, sigma, omega, mu, tau):
    """The posterior by the formula in precisions, with the 2 x 2 inverse written out."""
    l11, l12, l22 = len(y) / sigma**2 + 1 / omega**2, sum(x) / sigma**2, sum(v * v for v in x) / sigma**2 + 1 / tau**2
    r1, r2 = sum(y) / sigma**2 + b0 / omega**2, sum(v * w for v, w in zip(x, y, strict=True)) / sigma**2 + mu / tau**2
    det = l11 * l22 - l12 * l12
    alpha, beta = (l22 * r1 - l12 * r2) / det, (l11 * r2 - l12 * r1) / det
    c11, c12, c22 = l22 / det, -l12 / det, l11 / det
    normal = NormalDist().cdf
    return {
        "posterior_slope_mean": beta,
        "posterior_slope_sd": sqrt(c22),
        "posterior_intercept_mean": alpha,
        "prob_slope_below_aim": normal(s * (g - beta) / sqrt(c22)),
        "prob_reach_goal": normal(s * (alpha + beta * weeks - goal) / sqrt(c11 + 2 * weeks * c12 + weeks**2 * c22)),
    }
