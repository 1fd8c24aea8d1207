"""In bulk: concerns, baselines and views, with the same rows, notices and entries as the actions of `assessment`."""

from functools import cache

from sooner.advice.signals import danger_in
from sooner_service.assessment.actions.baselines import DAYS_TO_SIGN, QUESTION, TO_SIGN, TOPIC
from sooner_service.assessment.models import Baseline, Concern, View, ViewRequest
from sooner_service.assessment.profiles import as_json, readers_from
from sooner_service.project.demonstration import happenings as h
from sooner_service.project.demonstration.tellers.scribe import Scribe
from sooner_service.register.access import Viewer
from sooner_service.register.models import Child, ChildAccess

AREA_SERVICE = "psychology"


@cache
def _tells_of_harm(words: str) -> bool:
    return danger_in(words) is not None


class FirstLookInBulk(Scribe):
    """Each method leaves what the action of the same name leaves."""

    def concern_noted(self, it: h.ConcernNoted) -> None:
        """As `note_concern`."""
        viewer, child = self.who(it), self.child(it)
        concern = Concern(
            child=child, setting=child.setting, area=it.area, what=it.what, noted_on=viewer.on, noted_at=it.at, noted_by=viewer.person,
            noted_by_role=viewer.role,
        )
        self.made.things[it.key] = self.rows.keep(concern)
        self.enter(viewer, "concern.note", made=concern, child=child, details={"area": it.area})

    def concern_answered(self, it: h.ConcernAnswered) -> None:
        """As `acknowledge_concern`; nothing where it was answered before."""
        viewer, child, concern = self.who(it), self.child(it), self._concern(it.concern)
        if concern.acknowledged_on is not None:
            return
        self.answer(viewer, concern)
        self.tell_family(
            viewer, child=child, step="concern_acknowledged", subject="A concern has been answered",
            body="Somebody at the school has taken up a concern and will talk with you about it. Help can start at any time.",
        )
        self.enter(viewer, "concern.acknowledge", made=concern, child=child)

    def concern_closed(self, it: h.ConcernClosed) -> None:
        """As `close_concern`."""
        viewer, concern = self.who(it), self._concern(it.concern)
        self.answer(viewer, concern)
        concern.closed_on, concern.closed_because = viewer.on, it.because[:200]
        self.enter(viewer, "concern.close", made=concern, child=self.child(it))

    def answer(self, viewer: Viewer, concern: Concern) -> None:
        """Who answered it first."""
        if concern.acknowledged_on is None:
            concern.acknowledged_on, concern.acknowledged_by = viewer.on, viewer.person

    def _concern(self, key: str) -> Concern:
        found = self.made.things[key]
        assert isinstance(found, Concern)
        return found

    def _baseline(self, key: str) -> Baseline:
        found = self.made.things[key]
        assert isinstance(found, Baseline)
        return found

    def baseline_completed(self, it: h.BaselineCompleted) -> None:
        """As `complete_baseline`."""
        viewer, child, profile = self.who(it), self.child(it), it.profile
        words = self._view(viewer, child, "child", profile.child_words, readers_from(profile.child_words_readers), TOPIC)
        if profile.family_view_source == "told_to_staff":
            self._view(viewer, child, "family", profile.family_view, [], TOPIC)
        if profile.family_view_source == "asked_no_reply":
            self._request(viewer, child, QUESTION)
        concern = self._concern(it.concern)
        self.answer(viewer, concern)
        baseline = Baseline(
            child=child, concern=concern, status="ready", profile=as_json(profile), child_words=words, completed_by=viewer.person, completed_at=it.at
        )
        self.made.things[it.key] = self.rows.keep(baseline)
        details = {"levels": profile.levels, "goes_to_safeguarding": words.goes_to_safeguarding}
        self.enter(viewer, "baseline.complete", made=baseline, child=child, details=details)

    def baseline_signed(self, it: h.BaselineSigned) -> None:
        """As `sign_baseline`."""
        viewer, child, baseline = self.who(it), self.child(it), self._baseline(it.baseline)
        baseline.status, baseline.signed_by, baseline.signed_at = "signed", viewer.person, it.at
        access = self.made.things.get(f"{it.baseline}/access")
        if isinstance(access, ChildAccess):
            access.until = viewer.on
        self.tell_family(
            viewer, child=child, step="baseline_signed", subject="The baseline is ready to read",
            body="A trained person has finished a first look at needs and strengths. Sign in to read it and to say what you think.",
        )
        self.enter(viewer, "baseline.sign", made=baseline, child=child, details={"by_area": viewer.role == "specialist"})

    def area_asked(self, it: h.AreaAsked) -> None:
        """As `ask_area_to_sign`: the area's service with somebody trained for every phase comes first."""
        viewer, child, baseline = self.who(it), self.child(it), self._baseline(it.baseline)
        service = self.made.organisations[AREA_SERVICE]
        baseline.status, baseline.asked_area, baseline.asked_area_at = "with_area", service, it.at
        baseline.sign_by = self.blueprint.days.after(viewer.on, DAYS_TO_SIGN)
        self.made.things[f"{it.baseline}/access"] = self.rows.keep(
            ChildAccess(
                child=child, organisation=service, relationship="allocated", because=TO_SIGN, granted_by=viewer.person, starts_on=viewer.on
            )
        )
        details = {"service": service.pk, "sign_by": baseline.sign_by.isoformat()}
        self.enter(viewer, "baseline.ask_area", made=baseline, child=child, details=details)

    def family_asked(self, it: h.FamilyAsked) -> None:
        """As `ask_family`."""
        viewer, child = self.who(it), self.child(it)
        request = self._request(viewer, child, it.question)
        self.made.things[it.key] = request
        self.enter(viewer, "views.ask", made=request, child=child)

    def view_given(self, it: h.ViewGiven) -> None:
        """As `add_view`."""
        viewer, child = self.who(it), self.child(it)
        view = self._view(viewer, child, it.speaker, it.words, list(it.readers), "")
        request = self.made.things.get(it.answers)
        if isinstance(request, ViewRequest):
            request.answer = view
        self.enter(viewer, "views.add", made=view, child=child, details={"speaker": it.speaker, "goes_to_safeguarding": view.goes_to_safeguarding})

    def _view(self, viewer: Viewer, child: Child, speaker: str, words: str, readers: list[str], topic: str) -> View:
        return self.rows.keep(
            View(
                child=child, speaker=speaker, topic=topic, words=words, readers=readers if speaker == "child" else [],
                goes_to_safeguarding=_tells_of_harm(words), given_by=viewer.person if viewer.is_family else None,
                written_down_by=None if viewer.is_family else viewer.person, at=viewer.now,
            )
        )

    def _request(self, viewer: Viewer, child: Child, question: str) -> ViewRequest:
        """The question; one that is still open is not asked again."""
        key = f"open question:{child.reference}:{question}"
        still_open = self.made.things.get(key)
        if isinstance(still_open, ViewRequest) and still_open.answer is None:
            return still_open
        request = self.rows.keep(ViewRequest(child=child, question=question, asked_by=viewer.person, asked_at=viewer.now))
        self.made.things[key] = request
        self.tell_family(
            viewer, child=child, step="view_asked", subject="A question for you",
            body="The school asks what you see at home. Answer on your page, on paper or by telephone, in your own words.",
        )
        return request
