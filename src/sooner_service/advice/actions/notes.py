"""The adviser's sealed notes."""

from sooner_service.advice.models import CaseNote, ServiceKey
from sooner_service.advice.sealing import WrongPassphrase, new_wrapped_key, open_key, seal
from sooner_service.register.access import Viewer
from sooner_service.register.acting import acting
from sooner_service.register.models import Child

THEMES = (
    ("sen_support", "SEN support"),
    ("needs_assessment", "EHC needs assessment"),
    ("plan_content", "What a plan says"),
    ("placement", "School or placement"),
    ("provision_missing", "Support not delivered"),
    ("attendance_or_exclusion", "Attendance or exclusion"),
    ("other", "Something else"),
)
SHORTEST_PASSPHRASE = 12


class NoKey(Exception):
    """The advice service has no key, or it has not been opened in this visit. The message is a sentence."""


def write_note(*, viewer: Viewer, child: Child, words: str, theme: str, key: str) -> CaseNote:
    """Keep a note that only the advice service can open."""
    with acting(viewer, record="case_note", action="write", child=child) as act:
        if viewer.organisation is None or not key:
            raise NoKey("Open your service's notes with its passphrase first.")
        note = CaseNote.objects.create(
            organisation=viewer.organisation, child=child, written_by=viewer.person, written_at=viewer.now, theme=theme, sealed=seal(words, key=key)
        )
        act.made = note
        act.details = {"theme": theme}
        return note


def make_service_key(*, viewer: Viewer, passphrase: str) -> ServiceKey:
    """Make the advice service's key, once. Whoever forgets the passphrase loses the notes: nobody else can open them."""
    with acting(viewer, record="service_key", action="make") as act:
        if viewer.organisation is None or len(passphrase) < SHORTEST_PASSPHRASE:
            raise NoKey(f"Choose a passphrase of at least {SHORTEST_PASSPHRASE} characters and keep it in a safe place.")
        if ServiceKey.objects.filter(organisation=viewer.organisation).exists():
            raise NoKey("Your service has a passphrase already. Ask a colleague for it.")
        salt, wrapped = new_wrapped_key(passphrase)
        act.made = key = ServiceKey.objects.create(organisation=viewer.organisation, salt=salt, wrapped_key=wrapped, made_at=viewer.now)
        return key


def open_notes(*, viewer: Viewer, passphrase: str) -> str:
    """The service's data key, for the adviser's browser to carry. Raises NoKey for a wrong passphrase or none made yet."""
    problem = ""
    with acting(viewer, record="service_key", action="open") as act:
        kept = ServiceKey.objects.filter(organisation=viewer.organisation).first()
        act.made = kept
        try:
            key = open_key(passphrase, salt=kept.salt, wrapped=kept.wrapped_key) if kept else ""
        except WrongPassphrase:
            key, problem = "", "This passphrase does not open the notes. Check each letter, or ask a colleague."
        act.details = {"was_opened": bool(key)}
    if not key:
        raise NoKey(problem or "Your service has no passphrase yet. Make one first.")
    return key
