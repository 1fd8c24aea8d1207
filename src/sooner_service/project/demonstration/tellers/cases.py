"""EHC cases are told through the actions at every size: they are few, and each step asks the clocks."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from sooner_service.ehc.actions.decisions import decide_to_assess, decide_to_issue
from sooner_service.ehc.actions.documents import finalise, save_document, serve_draft
from sooner_service.ehc.actions.exemptions import Exemption, exempt
from sooner_service.ehc.actions.holders import assign
from sooner_service.ehc.actions.request import Asker, ask_in_public, ask_signed_in, enter_paper_request, match_child
from sooner_service.ehc.actions.steps import answer_advice, ask_several, record_answer, record_representations, withdraw
from sooner_service.ehc.models import AdviceRequest, Case
from sooner_service.project.demonstration.blueprint import Blueprint
from sooner_service.project.demonstration.made import Made
from sooner_service.project.demonstration.school_years import at
from sooner_service.project.demonstration.stories.requests import CasePlan, CaseStep
from sooner_service.register import chance
from sooner_service.register.access import Viewer, visitor
from sooner_service.register.models import Child, Organisation

RIGHTS: Mapping[str, str] = {
    "mediation": "Beckside Mediation\nTelephone 01632 960418\nmediation@example.org",
    "disagreement": "Beckside Resolution, for disagreements at any time\nTelephone 01632 960427\nresolution@example.org",
    "schools": "The list of schools and colleges, and how to visit them, is in the Local Offer. We post it if you call 01632 960402.",
}


class CaseTeller:
    """Tells one case after another."""

    def __init__(self, blueprint: Blueprint, made: Made) -> None:
        self.blueprint, self.made = blueprint, made
        self.authority: Organisation = made.organisations["council"]

    def tell(self, plan: CasePlan) -> None:
        """Every step up to today. The references are those of the seed."""
        with chance.seeded(f"{self.blueprint.seed}:{plan.key}"):
            running = _Running(self, plan)
            for place, step in enumerate(plan.steps):
                running.take(step, place)

    def viewer(self, step: CaseStep, place: int) -> Viewer:
        """Who takes a step, at an hour of that day; later steps of one day come later."""
        return self.made.viewer(step.by, at(step.day, 10 + min(place, 8), 11 + place % 40))


class _Running:
    """One case as it is told."""

    def __init__(self, teller: CaseTeller, plan: CasePlan) -> None:
        self.teller, self.plan = teller, plan
        self.number: int = 0
        steps: dict[str, Callable[[Viewer, Mapping[str, Any]], object]] = {
            "asked": self._asked, "asked_public": self._asked_in_public, "asked_paper": self._asked_on_paper, "matched": self._matched,
            "assigned": self._assigned, "withdrawn": self._withdrawn, "decided": self._decided, "advice_asked": self._advice_asked,
            "advice_given": self._advice_given, "family_heard": self._family_heard, "exempted": self._exempted, "issue_decided": self._issue_decided, "written": self._written,
            "served": self._served, "represented": self._represented, "finalised": self._finalised,
        }
        self._steps = steps

    def take(self, step: CaseStep, place: int) -> None:
        """One step."""
        self._steps[step.what](self.teller.viewer(step, place), step.words)

    @property
    def child(self) -> Child:
        """The child as the record has it now."""
        return Child.objects.select_related("setting", "person", "authority").get(pk=self.teller.made.children[self.plan.child.key].pk)

    @property
    def case(self) -> Case:
        """The case as the record has it now."""
        return Case.objects.select_related("authority", "child__person", "child__setting").get(pk=self.number)

    def _asked(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        self.number = ask_signed_in(viewer=viewer, child=self.child, reasons=words["reasons"], why=words["why"]).pk

    def _asker(self, words: Mapping[str, Any]) -> Asker:
        child, adult = self.plan.child, self.plan.child.adults[0]
        setting = self.teller.made.organisations[child.setting].name
        return Asker(
            your_name=adult.name, relation=adult.relation, email=adult.email, telephone=adult.telephone, address=adult.home_address,
            child_name=f"{child.given_name} {child.family_name}", child_born_on=child.born_on.isoformat(), setting_name=setting,
            reasons=words["reasons"], help_so_far=words["help_so_far"],
        )

    def _asked_in_public(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        anybody = visitor(now=viewer.now, on=viewer.on)
        made = ask_in_public(viewer=anybody, asker=self._asker(words), source="parent", why=words["why"], authority=self.teller.authority)
        self.number = made.case.pk

    def _asked_on_paper(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        received: date = words["received"]
        made = enter_paper_request(viewer=viewer, asker=self._asker(words), source="parent", why=words["why"], received_on=received)
        self.number = made.case.pk

    def _matched(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        match_child(viewer=viewer, case=self.case, child=self.child)

    def _assigned(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        assign(viewer=viewer, case=self.case, holder=self.teller.made.roles[words["holder"]])

    def _withdrawn(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        withdraw(viewer=viewer, case=self.case, reasons=words["reasons"])

    def _decided(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        test = {"has_or_may_have": words["has"], "may_be_necessary": words["may"]}
        decide_to_assess(viewer=viewer, case=self.case, is_yes=words["is_yes"], legal_test=test, reasons=words["reasons"], rights=RIGHTS)

    def _advice_asked(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        organisations, child = self.teller.made.organisations, self.plan.child
        bodies: list[tuple[str, Organisation | None]] = [
            ("early_years" if child.year_group < 0 else "school", organisations[child.setting]), ("ep", organisations["psychology"]),
            ("health", organisations["health"]), ("social_care", organisations["social-care"]), ("family", None),
        ]
        if words["asks_therapist"]:
            bodies.append(("other", organisations["speech"]))
        ask_several(viewer=viewer, case=self.case, bodies=bodies, question=words["question"])

    def _advice_given(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        request = AdviceRequest.objects.select_related("case__child__setting").get(case_id=self.number, body=words["body"])
        answer_advice(viewer=viewer, request=request, answer=words["answer"])

    def _family_heard(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        request = AdviceRequest.objects.select_related("case__authority", "case__child").get(case_id=self.number, body="family")
        record_answer(viewer=viewer, request=request, answer=words["answer"], on=viewer.on)

    def _exempted(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        exemption = Exemption(
            ground="X-4", evidence=words["evidence"], why_impractical=words["why"], starts_on=words["starts_on"], until=words["until"]
        )
        exempt(viewer=viewer, case=self.case, exemption=exemption)

    def _issue_decided(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        reasons = words["reasons"]
        test = {"found": "Needs and provision are set out in the advice.", "is_necessary": reasons}
        decide_to_issue(viewer=viewer, case=self.case, is_yes=words["is_yes"], legal_test=test, reasons=reasons, rights=RIGHTS)

    def _written(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        save_document(viewer=viewer, case=self.case, sections=words, edit=0)

    def _served(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        serve_draft(viewer=viewer, case=self.case, method=words["method"], rights=RIGHTS)

    def _represented(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        record_representations(viewer=viewer, case=self.case, on=viewer.on, words=words["reasons"])

    def _finalised(self, viewer: Viewer, words: Mapping[str, Any]) -> None:
        finalise(viewer=viewer, case=self.case, rights=RIGHTS)
