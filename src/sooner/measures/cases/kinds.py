"""The kinds of case and what answers each; `answers` is what the command and other programs call."""

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np

from sooner.measures.cases import change_and_goals as change
from sooner.measures.cases import screens_and_charts as screens
from sooner.measures.cases import single_case as single
from sooner.measures.cases.answers import Answer, Json, answer
from sooner.measures.cases.reading import Given, Refused, shown

KINDS: Final[Mapping[str, Callable[[Given], object]]] = {
    "effect_sizes": single.of_effect_sizes,
    "tau_u": single.of_tau_u,
    "trend": single.of_trend,
    "decision": single.of_decision,
    "reliable_change": change.of_reliable_change,
    "clinical_cutoffs": change.of_clinical_cutoffs,
    "jt_class": change.of_jt_class,
    "change_with_norm_shift": change.of_change_with_norm_shift,
    "standard_score": change.of_standard_score,
    "score_interval": change.of_score_interval,
    "score_difference": change.of_score_difference,
    "gas_t": change.of_gas_t,
    "gas_change": change.of_gas_change,
    "gap": change.of_gap,
    "catch_up": change.of_catch_up,
    "core_offer_indicator": change.of_core_offer,
    "two_by_two": screens.of_two_by_two,
    "post_test": screens.of_post_test,
    "gated_two_stage": screens.of_gated_two_stage,
    "auc": screens.of_auc,
    "cut_point": screens.of_cut_point,
    "kappa": screens.of_kappa,
    "icc": screens.of_icc,
    "observer_agreement": screens.of_observer_agreement,
    "dosage": screens.of_dosage,
    "xmr_limits": screens.of_xmr_limits,
    "western_electric": screens.of_western_electric,
    "cusum": screens.of_cusum,
    "cusum_arl": screens.of_cusum_arl,
    "between_case_smd": single.of_between_case,
}


def answers(cases: object) -> list[dict[str, Json]]:
    """The answer to each case, in order: `id`, `result`, `undefined`. Raises Refused naming the item and the field at fault."""
    if not isinstance(cases, list):
        raise Refused("The document is not a list of cases; put the cases in square brackets.")
    return [_answered(number, case) for number, case in enumerate(cases, start=1)]


def _answered(number: int, case: object) -> dict[str, Json]:
    if not isinstance(case, dict):
        raise Refused(f"Item {number}: {shown(case)} is not a case; give an object with id, kind and input.")
    name = case.get("id")
    if isinstance(name, dict | list):
        raise Refused(f'Item {number}, field "id": {shown(name)} is not a name; give a word or a number.')
    try:
        found = answer_to(case.get("kind"), case.get("input"))
    except Refused as refusal:
        raise Refused(f"Item {number} ({shown(name)}), {refusal}.") from refusal
    return {"id": name, "result": found.result, "undefined": dict(found.undefined)}


def answer_to(kind: object, given: object) -> Answer:
    """The answer to one input of a kind. Raises Refused."""
    if not isinstance(kind, str) or kind not in KINDS:
        raise Refused(f'field "kind": {shown(kind)} is not a kind; use one of {", ".join(KINDS)}')
    if not isinstance(given, dict):
        raise Refused(f'field "input": {shown(given)} is not an object; give the fields of the kind in curly brackets')
    # Numbers too large to square leave the range of numbers, and are answered as out_of_range.
    with np.errstate(all="ignore"):
        return answer(KINDS[kind](Given(given)))
