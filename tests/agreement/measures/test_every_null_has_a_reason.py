"""Whatever numbers come in, every null of every kind carries a reason from the list, and no number is NaN or infinite."""

import json
import warnings

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sooner.measures.cases.kinds import KINDS, answers
from sooner.measures.quantity import REASONS

NO_SIGNAL = {"error", "first_high", "first_low", "first_low_signal_obs", "first_high_signal_obs"}
NUMBER = st.none() | st.sampled_from([0, 1, -1, 0.5, 5, 100, 1e-308, 1e308, -1e308])
NUMBERS = st.lists(NUMBER, max_size=7)
PAIRS = st.lists(st.tuples(NUMBER, NUMBER), max_size=7)
NAMES = {
    "reliable_change": "pre post sd reliability criterion",
    "clinical_cutoffs": "dysfunctional_mean dysfunctional_sd functional_mean functional_sd",
    "jt_class": "pre post sd reliability cutoff criterion",
    "change_with_norm_shift": "pre post norm_mean_1 norm_mean_2 norm_sd_1 norm_sd_2 retest_r",
    "standard_score": "standard_100_15",
    "score_interval": "standard_100_15 reliability confidence",
    "score_difference": "score_1 score_2 reliability_1 reliability_2 sd",
    "gap": "current benchmark weeks_left rate_per_week",
    "catch_up": "current peer_current rate peer_rate",
    "two_by_two": "tp fp fn tn",
    "post_test": "sensitivity specificity base_rate",
    "gated_two_stage": "sens_1 spec_1 sens_2 spec_2 base_rate",
    "dosage": "sessions_planned sessions_delivered minutes_planned minutes_delivered steps_observed steps_done",
    "cusum_arl": "k h",
}
LISTS = {
    "effect_sizes": ("A B", "intervals observation_length_min goal"),
    "tau_u": ("A B", ""),
    "gas_t": ("levels", "rho"),
    "auc": ("scores_with_need scores_without_need", ""),
    "cut_point": ("scores_with_need scores_without_need", ""),
    "xmr_limits": ("baseline", ""),
    "western_electric": ("values", "centre sigma"),
    "cusum": ("values", "centre sigma k h"),
}


@st.composite
def inputs(draw, kind):
    lists, numbers = LISTS.get(kind, ("", NAMES.get(kind, "")))
    given_ = {name: draw(NUMBERS) for name in lists.split()} | {name: draw(NUMBER) for name in numbers.split()}
    pairs = draw(PAIRS)
    first, second = [one for one, _ in pairs], [two for _, two in pairs]
    tables = st.sampled_from([[[1]], [[5, None], [1, 2]], [[0, 0], [0, 0]], [[3, 1], [1, 9]]])
    special = {
        "trend": {"t": first, "y": second},
        "gas_change": {"baseline": first, "outcome": second},
        "observer_agreement": {"observer_1": first, "observer_2": second},
        "decision": {name: draw(NUMBER) for name in ("b0", "t0", "goal", "t_goal")}
        | {"obs": [list(pair) for pair in pairs], "bayes": {"sigma": draw(NUMBER)}, "cusum": {"sigma": draw(NUMBER)}},
        "kappa": {"table": draw(tables)},
        "icc": {"ratings": draw(tables)},
        "core_offer_indicator": {"sub_indicators": {"information": draw(st.lists(NUMBER, min_size=3, max_size=3))}},
        "between_case_smd": {"design": draw(st.sampled_from(["ABk", "MB"])), "cases": draw(st.lists(CASE, max_size=3))},
    }
    return given_ | special.get(kind, {})


CASE = st.lists(st.builds(lambda t, y, phase: {"t": t, "y": y, "phase": phase}, NUMBER, NUMBER, st.sampled_from(["A", "B"])), max_size=6)


@pytest.mark.parametrize("kind", KINDS)
def test_every_null_has_a_reason_and_every_number_is_finite(kind):
    @settings(max_examples=40, deadline=None)
    @given(inputs(kind))
    def check(given_):
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            found = answers([{"id": 1, "kind": kind, "input": given_}])[0]
        json.dumps(found, allow_nan=False)
        assert set(found["undefined"].values()) <= set(REASONS)
        for path in nulls(found["result"]):
            assert path in found["undefined"] or path.split(".")[-1] in NO_SIGNAL

    check()


def nulls(value, path=""):
    if value is None:
        yield path
    elif isinstance(value, dict):
        for name, each in value.items():
            yield from nulls(each, f"{path}.{name}" if path else name)
