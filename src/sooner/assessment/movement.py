"""What the evidence suggests for a child's support: fade, keep, change or step up. A person decides; a rule only proposes.

Order matters: first, was the promised support delivered (TM-4); then, was the child there to receive it (TM-6); then, is there
enough information; only then what the progress says. The order, and the outcomes, are those of the proposal table.
"""

from dataclasses import dataclass
from typing import Literal, get_args

from sooner.law.report_2024.thresholds import Thresholds, thresholds

RuleOutcome = Literal["below", "on", "above", "mixed", "undetermined", "insufficient", "on_track", "off_track"]
Level = Literal["below", "at_or_above"]
Kind = Literal["fade", "keep", "change", "step_up", "restore_delivery", "check_goal", "not_enough_information"]

OUTCOMES: tuple[RuleOutcome, ...] = get_args(RuleOutcome)
HIGHEST_TIER = 3
NO_GATE = "You can ask the council for an EHC needs assessment at any time, whatever this page suggests."


@dataclass(frozen=True)
class Proposal:
    """A suggestion with its reasons and rule ids; `target_tier` is the tier proposed, the present one when nothing moves.

    `no_gate` is shown with every proposal: none of them decides whether anyone may ask for an EHC needs assessment (TM-1).
    """

    kind: Kind
    sentence: str
    family_sentence: str
    reasons: tuple[str, ...]
    rules: tuple[str, ...]
    target_tier: int
    rules_version: str
    no_gate: str = NO_GATE


@dataclass(frozen=True)
class Evidence:
    """What a proposal rests on; shares are 0 to 1, None means not known."""

    rule_outcome: RuleOutcome
    delivery_share: float | None
    attendance_share: float | None
    level_vs_benchmark: Level | None
    weeks_in_tier: int
    reviews_above: int
    changed_before: bool
    tier: int


@dataclass(frozen=True)
class _Answer:
    kind: Kind
    sentence: str
    family_sentence: str
    reasons: tuple[str, ...]
    rules: tuple[str, ...]
    move: int = 0


def outcome_named(word: str) -> RuleOutcome:
    """The outcome that a rule's word stands for; ValueError for a word that no rule says."""
    for outcome in OUTCOMES:
        if outcome == word:
            return outcome
    raise ValueError(f"No rule says {word!r}. The words are: {', '.join(OUTCOMES)}.")


def propose(
    *,
    rule_outcome: RuleOutcome,
    delivery_share: float | None,
    attendance_share: float | None,
    level_vs_benchmark: Level | None,
    weeks_in_tier: int,
    reviews_above: int,
    changed_before: bool,
    tier: int,
    parameters: Thresholds | None = None,
) -> Proposal:
    """The proposal for one child's support on one review; `parameters` replaces the shipped thresholds in a simulation.

    Eight facts, one a row of the screen: passing them singly keeps a caller from forgetting one.
    """
    evidence = Evidence(
        rule_outcome=rule_outcome,
        delivery_share=delivery_share,
        attendance_share=attendance_share,
        level_vs_benchmark=level_vs_benchmark,
        weeks_in_tier=weeks_in_tier,
        reviews_above=reviews_above,
        changed_before=changed_before,
        tier=tier,
    )
    return proposed(evidence, parameters=parameters)


def proposed(evidence: Evidence, *, parameters: Thresholds | None = None) -> Proposal:
    """The same for facts that are kept together. Raises ValueError for a tier that does not exist."""
    used, tier = parameters or thresholds(), _checked(evidence.tier)
    answer = _delivery_first(evidence, used) or _enough_to_say(evidence, used) or _from_progress(evidence, used)
    return Proposal(
        kind=answer.kind,
        sentence=answer.sentence,
        family_sentence=answer.family_sentence,
        reasons=answer.reasons + _attendance_reason(evidence, used),
        rules=(*answer.rules, "TM-1", "TM-7"),
        target_tier=tier + answer.move,
        rules_version=used.about.version,
    )


def _checked(tier: int) -> int:
    if 0 <= tier <= HIGHEST_TIER:
        return tier
    raise ValueError(f"There is no tier {tier}. Tiers run from 0 to {HIGHEST_TIER}.")


def _delivery_first(evidence: Evidence, used: Thresholds) -> _Answer | None:
    """Low delivery comes before anything progress could say (TM-4). Tier 0 promises no sessions, so it has none to miss."""
    share, enough = evidence.delivery_share, used.delivery.adequate_share
    if share is None or share >= enough:
        return None
    return _Answer(
        kind="restore_delivery",
        sentence=f"Put the promised sessions back first: {share:.0%} were delivered and {enough:.0%} is the least that tells us "
        "anything. Then start counting the weeks again. If the promise cannot be kept, agree a different one.",
        family_sentence="Your child has not had all the help that was promised, so we cannot yet say whether it works. "
        "The school must put the sessions back, or agree a different plan with you.",
        reasons=(f"{share:.0%} of promised sessions were delivered; at least {enough:.0%} are needed.",),
        rules=("TM-4",),
    )


def _enough_to_say(evidence: Evidence, used: Thresholds) -> _Answer | None:
    """Why nothing can be said yet, if nothing can; None once there is enough."""
    if evidence.rule_outcome == "undetermined":
        return _unknown("The checks so far do not point one way.", "Carry on, and review again.", "TM-4")
    if evidence.rule_outcome in ("insufficient", "mixed"):
        return _unknown("The checks so far do not point one way.", "Add checks, three in one week if you can, and review again.", "TM-4")
    if evidence.rule_outcome not in ("below", "off_track"):
        return None
    if evidence.tier > 0 and evidence.delivery_share is None:
        return _unknown("No sessions are logged, so nobody can say whether the support was given.", "Log the sessions.", "TM-4")
    if evidence.attendance_share is not None and evidence.attendance_share < used.attendance.adequate_share:
        return _unknown(
            "Absence may explain the slow progress; it is a barrier to look into, not a sign that support does not work.",
            "Find out with the family what keeps the child away.",
            "TM-6",
        )
    weeks_left = used.stay.least_weeks[evidence.tier] - evidence.weeks_in_tier
    if weeks_left > 0:
        week_words = "1 more week" if weeks_left == 1 else f"{weeks_left} more weeks"
        return _unknown(
            f"The support has not run long enough to judge: {week_words} would settle it.",
            "Carry on and review then. If the need is severe or changing fast, a professional may move the child up now and say why.",
            "TM-5",
            "TM-2",
        )
    return None


def _unknown(reason: str, remedy: str, *rules: str) -> _Answer:
    return _Answer(
        kind="not_enough_information",
        sentence=f"Not enough information yet. {reason} {remedy}",
        family_sentence="It is too soon to say whether the help is working. It carries on in the meantime, and we will look again soon.",
        reasons=(reason,),
        rules=rules,
    )


def _from_progress(evidence: Evidence, used: Thresholds) -> _Answer:
    if evidence.rule_outcome in ("below", "off_track"):
        return _below(evidence)
    at_level = evidence.level_vs_benchmark == "at_or_above"
    if evidence.rule_outcome == "above" and at_level and evidence.tier > 0:
        return _above_and_at_level(evidence, used)
    return _keep(evidence, used)


def _below(evidence: Evidence) -> _Answer:
    if evidence.level_vs_benchmark == "at_or_above":
        return _Answer(
            kind="check_goal",
            sentence="Check the goal before changing anything: the child is at the level expected but below the aim that was set.",
            family_sentence="Your child is doing as well as we would expect, but less than the goal we set. "
            "We would like to look at the goal with you.",
            reasons=("Progress is below the aim.", "The level is at or above what is expected."),
            rules=("TM-7",),
        )
    if evidence.tier == 0:
        return _step_up(1, "Complete a baseline and start support the same week.", ("Progress is below the aim in ordinary teaching.",))
    if not evidence.changed_before:
        return _change("Change or intensify the support within this tier.", ("Progress is below the aim with support delivered.",))
    tried = ("Progress is below the aim with support delivered.", "Support was already changed once in this tier.")
    if evidence.tier == 1:
        return _step_up(2, "Ask a specialist a question (targeted tier) and keep the present support going.", tried)
    if evidence.tier == HIGHEST_TIER - 1:
        return _step_up(3, "Propose a comprehensive assessment, and keep the present support going.", tried)
    return _change("Ask for an early annual review: what the plan provides is not enough.", tried)


def _change(sentence: str, reasons: tuple[str, ...]) -> _Answer:
    return _Answer(
        kind="change",
        sentence=sentence,
        family_sentence="The help was given but progress is slower than hoped. We would like to change the help, with you.",
        reasons=reasons,
        rules=("TM-3", "TM-4"),
    )


def _step_up(tier: int, sentence: str, reasons: tuple[str, ...]) -> _Answer:
    family = {
        1: "We would like to give your child some extra help, starting this week.",
        2: "We would like to ask a specialist for advice about your child. The present help carries on.",
        3: "We think the council should assess your child's needs in full. The present help carries on.",
    }
    return _Answer(
        kind="step_up",
        sentence=sentence,
        family_sentence=family[tier],
        reasons=reasons,
        rules=("TM-3", "TM-5"),
        move=1,
    )


def _above_and_at_level(evidence: Evidence, used: Thresholds) -> _Answer:
    if evidence.reviews_above < used.exit.reviews_above or evidence.weeks_in_tier < used.stay.least_weeks[evidence.tier]:
        return _keep(evidence, used)
    weeks = used.exit.watch_weeks
    slowly = " Only at a review, and only once the new support is in place." if evidence.tier == HIGHEST_TIER else ""
    return _Answer(
        kind="fade",
        sentence=f"Propose fading the support, after talking with the family, with {weeks} weeks of occasional checks.{slowly}",
        family_sentence="Your child is doing well. We would like to reduce the extra help little by little, if you agree, "
        f"and keep checking for {weeks} weeks. If anything slips, it comes back.",
        reasons=(f"Above the aim at {evidence.reviews_above} reviews in a row.", "The level is at or above what is expected."),
        rules=("TM-2", "TM-3", "TM-5"),
        move=-1,
    )


def _keep(evidence: Evidence, used: Thresholds) -> _Answer:
    raise_goal = evidence.rule_outcome == "above" and evidence.reviews_above >= used.exit.raise_goal_after
    words = {"above": "above", "on": "on", "on_track": "heading for"}
    reason = f"Progress is {words[evidence.rule_outcome]} the aim."
    if raise_goal:
        return _Answer(
            kind="keep",
            sentence="Keep the support and set a more ambitious goal.",
            family_sentence="The help is working well. It carries on, and we would like to agree a bigger goal with you.",
            reasons=(reason, f"It has been above the aim at {evidence.reviews_above} reviews in a row."),
            rules=("TM-5",),
        )
    return _Answer(
        kind="keep",
        sentence="Keep the support going as it is.",
        family_sentence="The help is working. It carries on as it is.",
        reasons=(reason,),
        rules=("TM-5",),
    )


def _attendance_reason(evidence: Evidence, used: Thresholds) -> tuple[str, ...]:
    share, enough = evidence.attendance_share, used.attendance.adequate_share
    if share is None or share >= enough:
        return ()
    return (f"Attendance was {share:.0%}, below {enough:.0%}: look for what keeps the child away (TM-6).",)
