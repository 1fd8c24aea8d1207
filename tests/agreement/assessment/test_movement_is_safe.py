"""What must hold of every proposal, whatever the evidence."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from sooner.assessment.movement import RuleOutcome, propose

SHARE = st.none() | st.floats(0, 1.5)
EVIDENCE = st.fixed_dictionaries(
    {
        "rule_outcome": st.sampled_from(get_args(RuleOutcome)),
        "delivery_share": SHARE,
        "attendance_share": SHARE,
        "level_vs_benchmark": st.sampled_from([None, "below", "at_or_above"]),
        "weeks_in_tier": st.integers(0, 60),
        "reviews_above": st.integers(0, 8),
        "changed_before": st.booleans(),
        "tier": st.integers(0, 3),
    }
)


@given(EVIDENCE)
def test_a_proposal_moves_at_most_one_tier_and_stays_within_them(evidence):
    found = propose(**evidence)
    step = found.target_tier - evidence["tier"]
    assert 0 <= found.target_tier <= 3
    assert step == {"step_up": 1, "fade": -1}.get(found.kind, 0)


@given(EVIDENCE)
def test_nothing_moves_on_support_that_was_not_delivered(evidence):
    share = evidence["delivery_share"]
    if share is not None and share < 0.8:
        assert propose(**evidence).kind == "restore_delivery"


@given(EVIDENCE)
def test_a_child_often_away_is_never_said_not_to_respond(evidence):
    share = evidence["attendance_share"]
    if share is not None and share < 0.85:
        assert propose(**evidence).kind not in ("change", "step_up", "check_goal")


@given(EVIDENCE)
def test_every_proposal_speaks_to_staff_and_family_and_stops_nobody(evidence):
    found = propose(**evidence)
    assert found.sentence
    assert found.family_sentence
    assert found.reasons
    assert "EHC needs assessment at any time" in found.no_gate
