"""The views of child and family: given, written down for them, or asked for. Words of harm take their own way."""

from collections.abc import Sequence

from sooner.advice.signals import danger_in
from sooner_service.assessment.models import View, ViewRequest
from sooner_service.assessment.profiles import AUTHORITY, FAMILY, STAFF
from sooner_service.assessment.refusals import CannotAssess
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.models import Child
from sooner_service.register.notices import tell_family


def add_view(
    *, viewer: Viewer, child: Child, speaker: str, words: str, readers: Sequence[str] = (), topic: str = "",
    request: ViewRequest | None = None,
) -> View:
    """Keep what a child or a family says. For a child, `readers` are those the child chose: staff, family, authority.

    Raises CannotAssess, Refused. `goes_to_safeguarding` is set when the words may tell of harm; they stay off the family's pages.
    """
    own_words = speaker == View.Speaker.CHILD and viewer.role == "young_person"
    with acting(viewer, record="child_words" if own_words else "views", action="add", child=child) as act:
        view = write_view(viewer, child=child, speaker=speaker, words=words, readers=readers, topic=topic)
        if request is not None:
            if request.child_id != child.pk or request.answer_id is not None:
                raise CannotAssess("This question has been answered already. Your words can still be added without it.")
            request.answer = view
            request.save(update_fields=["answer"])
        act.made = view
        act.details = {"speaker": speaker, "goes_to_safeguarding": view.goes_to_safeguarding}
        return view


def write_view(
    viewer: Viewer, *, child: Child, speaker: str, words: str, readers: Sequence[str] = (), topic: str = ""
) -> View:
    """The view itself, inside an action that was checked and is journalled."""
    if not words.strip():
        raise CannotAssess("Write down what was said, or leave this out for now.")
    unknown = [reader for reader in readers if reader not in {STAFF, FAMILY, AUTHORITY}]
    if unknown:
        raise CannotAssess("Choose who may read the words from the list.")
    return View.objects.create(
        child=child,
        speaker=speaker,
        topic=topic[:40],
        words=words.strip(),
        readers=list(readers) if speaker == View.Speaker.CHILD else [],
        goes_to_safeguarding=danger_in(words) is not None,
        given_by=viewer.person if viewer.is_family else None,
        written_down_by=None if viewer.is_family else viewer.person,
        at=viewer.now,
    )


def ask_family(*, viewer: Viewer, child: Child, question: str) -> ViewRequest:
    """Ask the family a question, to be answered on their own page or on paper. Each entitled adult gets a notice."""
    with acting(viewer, record="views", action="ask", child=child) as act:
        act.made = request = write_request(viewer, child=child, question=question)
        return request


def write_request(viewer: Viewer, *, child: Child, question: str) -> ViewRequest:
    """The question itself and its notices, inside an action that was checked and is journalled. An open one is not asked again."""
    asked = question.strip()[:300]
    if not asked:
        raise CannotAssess("Write the question for the family.")
    still_open = ViewRequest.objects.filter(child=child, question=asked, answer__isnull=True).first()
    if still_open is not None:
        return still_open
    request = ViewRequest.objects.create(child=child, question=asked, asked_by=viewer.person, asked_at=viewer.now)
    tell_family(
        viewer,
        child=child,
        step="view_asked",
        reference=child.reference,
        subject="A question for you",
        body="The school asks what you see at home. Answer on your page, on paper or by telephone, in your own words.",
    )
    return request
