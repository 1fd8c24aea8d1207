"""The pages of both decisions."""

from dataclasses import replace
from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect

from sooner_service.ehc.actions.decisions import decide_to_assess, decide_to_issue
from sooner_service.ehc.actions.events import CannotStep
from sooner_service.pages.authority.case.frame import address_of
from sooner_service.pages.authority.decide.decision import Cleaned, Decision, Limb, is_yes, walk_of
from sooner_service.pages.framework import PageRequest
from sooner_service.pages.steps import Walk, check_page, step_page

if TYPE_CHECKING:
    from sooner_service.ehc.models import Case

ASSESS = Decision(
    key="assess",
    title="Decide whether to assess",
    limbs=(
        Limb(
            "has_or_may_have", "First part of the test: needs", "Does the child or young person have, or may they have, special educational needs?",
            "What shows this?", "Name what you read. “May have” is enough: no diagnosis is needed.",
            "Children and Families Act 2014 section 36(8)(a). A local policy can guide the decision and never replaces this test.",
        ),
        Limb(
            "may_be_necessary", "Second part of the test: a plan", "May it be necessary for provision to be made through an EHC plan?",
            "What shows this?", "“May be” is enough. The question is not whether every kind of help has been tried.",
            "Children and Families Act 2014 section 36(8)(b). No number of cycles, terms or reports is a condition.",
        ),
    ),
    yes_words="Both parts of the test are met. The law then requires an assessment.",
    no_words="A part of the test is not met, so the decision is not to assess. The family can appeal.",
    tells_on_yes=True,
)
ISSUE = Decision(
    key="issue",
    title="Decide whether there is to be a plan",
    limbs=(
        Limb(
            "found", "What the assessment found", "Did the assessment find needs that call for special educational provision?",
            "Which needs, and which provision?", "Name the advice that says so.",
            "Children and Families Act 2014 section 37(1): the decision is made in the light of the assessment.",
        ),
        Limb(
            "is_necessary", "Whether a plan is necessary", "Is it necessary for that provision to be made through an EHC plan?",
            "Why?", "Say what the setting can and cannot provide from what it has, and how you know.",
            "Children and Families Act 2014 section 37(1).",
        ),
    ),
    yes_words="There is to be a plan. The family hears it with the draft, which is the next step.",
    no_words="There is to be no plan. The family gets this notice and can appeal.",
    tells_on_yes=False,
)


def assess(request: PageRequest, case: "Case") -> HttpResponse:
    """Begin, or go on where the decision was left."""
    return redirect(address_of(case, f"assess/{walk_of(request, case, ASSESS).first_unanswered() or 'check'}/"))


def assess_step(request: PageRequest, case: "Case", key: str) -> HttpResponse:
    """One step of deciding whether to assess, or the check at the end."""
    return _step(request, case, key, ASSESS)


def issue(request: PageRequest, case: "Case") -> HttpResponse:
    """Begin, or go on where the decision was left."""
    return redirect(address_of(case, f"issue/{walk_of(request, case, ISSUE).first_unanswered() or 'check'}/"))


def issue_step(request: PageRequest, case: "Case", key: str) -> HttpResponse:
    """One step of deciding whether there is to be a plan, or the check at the end."""
    return _step(request, case, key, ISSUE)


def _step(request: PageRequest, case: "Case", key: str, decision: Decision) -> HttpResponse:
    walk = walk_of(request, case, decision)
    if key != "check":
        return step_page(walk, key)
    walk = walk_of_check(walk, decision)

    def decide(cleaned: dict[str, dict[str, object]]) -> str:
        _decide(request, case, decision, cleaned)
        return address_of(case, f"?done={decision.key}")

    return check_page(walk, submit=decide, template="authority/decide/check.html", refusals=(CannotStep,))


def walk_of_check(walk: Walk, decision: Decision) -> Walk:
    """The walk with the outcome that follows from the limbs, for the last page."""
    outcome = decision.yes_words if is_yes(decision, walk.cleaned()) else decision.no_words
    return replace(walk, context={**walk.context, "outcome": outcome})


def _decide(request: PageRequest, case: "Case", decision: Decision, cleaned: Cleaned) -> None:
    act = decide_to_assess if decision.key == "assess" else decide_to_issue
    told = cleaned.get("told")
    act(
        viewer=request.viewer,
        case=case,
        is_yes=is_yes(decision, cleaned),
        legal_test={limb.key: f"{str(cleaned[limb.key]['answer']).capitalize()}. {cleaned[limb.key]['why']}" for limb in decision.limbs},
        reasons=str(cleaned["reasons"]["reasons"]),
        rights={key: str(words) for step in ("rights", "advice") for key, words in cleaned.get(step, {}).items()},
        told=frozenset(int(str(number)) for number in told["told"]) if told else None,  # type: ignore[attr-defined]
    )
