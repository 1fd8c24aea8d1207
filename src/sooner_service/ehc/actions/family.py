"""What a family itself does in a case: says what it thinks of the draft, and gives the advice it is asked for in its own right."""

from dataclasses import dataclass

from sooner_service.ehc.actions.events import CannotStep, keep_event
from sooner_service.ehc.actions.steps import answered
from sooner_service.ehc.models import AdviceRequest, Case, CaseEvent
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting


@dataclass(frozen=True)
class Said:
    """The family's answer to a draft or to proposed changes. Everything but the words may be left out (law EHC-11, AR-08)."""

    words: str
    school: str = ""
    wants_meeting: bool = False
    wants_budget: bool = False

    @property
    def whole(self) -> str:
        """All of it, as the council reads it."""
        asked = [f"Asks for: {self.school.strip()}."] if self.school.strip() else []
        asked += ["Asks to meet the council."] if self.wants_meeting else []
        asked += ["Asks for a personal budget."] if self.wants_budget else []
        return "\n\n".join(part for part in (self.words.strip(), " ".join(asked)) if part)


def answer_draft(*, viewer: Viewer, case: Case, said: Said) -> CaseEvent:
    """The family answers the draft, or the changes proposed after a review. It may do so more than once. Raises CannotStep, Refused."""
    with acting(viewer, record="ehc_draft", action="answer", child=case.child) as act:
        if not said.whole:
            raise CannotStep("Write what you think, or name a school or college.")
        kept = keep_event(viewer, case, event="representations_received", reasons=said.whole)
        act.made = kept
        return kept


def give_family_advice(*, viewer: Viewer, request: AdviceRequest, answer: str) -> AdviceRequest:
    """The family answers the council's question to it (law EHC-05). Raises CannotStep, Refused."""
    with acting(viewer, record="family_advice", action="give", child=request.case.child) as act:
        if request.body != AdviceRequest.Body.FAMILY:
            raise CannotStep("This question went to somebody else.")
        act.made = answered(viewer, request, answer=answer, on=viewer.on)
        return request
