"""What each statutory notice must carry, and the notice put together from it. Nothing is sent while a part is missing."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from sooner_service.design.words import uk_date

APPEALABLE: Mapping[str, str] = {
    "refuse_assess": "refuse_assess", "refuse_issue": "refuse_issue", "final": "contents", "keep_plan": "refuse_amend", "amended": "contents",
    "cease": "cease", "refuse_reassess": "refuse_reassess", "reassessed": "contents",
}
"""The notices that carry a right to appeal, and the decision each is about in the vocabulary of the clocks."""
PLANS = frozenset({"final", "amended", "reassessed"})


@dataclass(frozen=True)
class Part:
    """One thing that a notice must carry. A `written` part is words of the authority; the others are computed from the case."""

    key: str
    title: str
    authority: str
    written: bool = True


@dataclass(frozen=True)
class Dates:
    """The dates a notice may have to state; None where the notice has no such date."""

    appeal_by: date | None = None
    mediation_by: date | None = None
    answer_by: date | None = None
    no_plan_by: date | None = None
    final_by: date | None = None


REASONS = Part("reasons", "The reasons", "Children and Families Act 2014 s.36(5), s.36(9)")
APPEAL = Part("appeal", "Your right to appeal, and by when", "SEND Regulations 2014 reg 5(3), 10(3), 14(2); Tribunal rule 20(1)(c)", written=False)
MEDIATION = Part("mediation", "Mediation: who to contact", "SEND Regulations 2014 reg 32")
DISAGREEMENT = Part("disagreement", "Settling a disagreement: who to contact", "SEND Regulations 2014 reg 5(3), 10(3), 14(2)")
ADVICE = Part("advice", "Free and independent advice", "SEND Regulations 2014 reg 5(3), 10(3), 14(2)")
NEXT = Part("next", "What happens next", "SEND Regulations 2014 reg 10(1), 13(2)", written=False)
ANSWER = Part("answer", "How to answer, and by when", "SEND Regulations 2014 reg 13(1)(a)", written=False)
SCHOOLS = Part("schools", "Where to find out about schools and colleges", "SEND Regulations 2014 reg 13(1)(b)")

CHANGES = Part("changes", "The changes that we propose", "SEND Regulations 2014 reg 22(2)")

RIGHTS = (APPEAL, MEDIATION, DISAGREEMENT, ADVICE)
AFTER_REVIEW = "Children and Families Act 2014 s.51(2); SEND Regulations 2014 regs 20(11) and 22(5)"
REVIEW_RIGHTS = tuple(replace(part, authority=AFTER_REVIEW if part is not MEDIATION else part.authority) for part in RIGHTS)
REVIEW_REASONS = replace(REASONS, authority="SEND Regulations 2014 regs 20(11) and 22(4)")
REASSESS_REASONS = replace(REASONS, authority="SEND Regulations 2014 reg 25(1)")
REQUIRED: Mapping[str, tuple[Part, ...]] = {
    "will_assess": (REASONS, NEXT, ADVICE),
    "refuse_assess": (REASONS, *RIGHTS),
    "refuse_issue": (REASONS, *RIGHTS),
    "draft": (ANSWER, SCHOOLS, ADVICE),
    "final": RIGHTS,
    "keep_plan": (REVIEW_REASONS, *REVIEW_RIGHTS),
    "changes": (CHANGES, ANSWER, ADVICE),
    "amended": REVIEW_RIGHTS,
    "cease": (REVIEW_REASONS, *REVIEW_RIGHTS),
    "refuse_reassess": (REASSESS_REASONS, *REVIEW_RIGHTS),
    "reassessed": REVIEW_RIGHTS,
}


class Incomplete(ValueError):
    """A notice lacks something it must carry. The message names each missing part and its authority."""


def composed(kind: str, *, written: Mapping[str, str], dates: Dates) -> list[dict[str, str]]:
    """The notice's parts in order, as title and words. Raises Incomplete while anything is missing."""
    words = {**{key: text.strip() for key, text in written.items()}, **_computed(kind, dates)}
    missing = [part for part in REQUIRED[kind] if not words.get(part.key)]
    if missing:
        named = "; ".join(f"“{part.title}”{f' ({part.authority})' if part.authority else ''}" for part in missing)
        raise Incomplete(f"This notice cannot go out yet. It must also carry: {named}.")
    return [{"key": part.key, "title": part.title, "words": words[part.key]} for part in REQUIRED[kind]]


def _computed(kind: str, dates: Dates) -> dict[str, str]:
    found = {}
    if kind in APPEALABLE and dates.appeal_by and dates.mediation_by:
        found["appeal"] = _appeal(kind, dates.appeal_by, dates.mediation_by)
    if dates.answer_by:
        what, final = ("changes", "change the plan") if kind == "changes" else ("draft", "make the plan final")
        found["answer"] = (
            f"You can say what you think of the {what} until {uk_date(dates.answer_by)} at least. You can ask for a certain school or college to be "
            f"named, ask for a personal budget, and ask to meet us. We must not {final} before then unless you have answered."
        )
    if dates.no_plan_by and dates.final_by:
        found["next"] = (
            "We ask the school or setting, and advisers in education, health and social care, for advice. They have six weeks. "
            f"If there is to be no plan we must tell you by {uk_date(dates.no_plan_by)}. If there is to be a plan you see a draft first, and "
            f"the final plan must reach you by {uk_date(dates.final_by)}."
        )
    return found


def _appeal(kind: str, appeal_by: date, mediation_by: date) -> str:
    only_placement = " You need no certificate if you appeal only about the school or type of school named." if kind in PLANS else ""
    return (
        "You can appeal to the First-tier Tribunal (Special Educational Needs and Disability). "
        f"It must get your appeal by {uk_date(appeal_by)}, or within one month of the date on your mediation certificate if that is later. "
        f"To get the certificate, contact the mediation adviser by {uk_date(mediation_by)}. You do not have to take part in mediation.{only_placement}"
    )
