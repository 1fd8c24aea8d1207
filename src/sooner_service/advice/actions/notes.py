"""The adviser's sealed notes."""

from sooner_service.advice.models import CaseNote, ServiceKey
from sooner_service.advice.sealing import new_wrapped_key, seal
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
    if viewer.organisation is None or len(passphrase) < 12:
        raise NoKey("Choose a passphrase of at least 12 characters and keep it in a safe place.")
    if ServiceKey.objects.filter(organisation=viewer.organisation).exists():
        raise NoKey("Your service has a passphrase already. Ask a colleague for it.")
    salt, wrapped = new_wrapped_key(passphrase)
    return ServiceKey.objects.create(organisation=viewer.organisation, salt=salt, wrapped_key=wrapped, made_at=viewer.now)
