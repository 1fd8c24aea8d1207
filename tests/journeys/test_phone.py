"""The pages of a teacher and a family on a screen 320 pixels wide: nothing scrolls sideways (looked at on every arrival)."""

from tests.journeys import spine


def test_a_teacher_and_a_mother_do_everything_on_a_small_screen(phone):
    reference = spine.to_concern(phone)
    spine.to_signed_baseline(phone, reference)
    spine.to_support(phone, reference, spine.ALONE)
    spine.to_shared_plan(phone, reference)
    for tab in ("", "plan/", "progress/", "sessions/", "people/", "history/", "ehc/", "progress/goal/"):
        phone.go(f"/school/children/{reference}/{tab}")
    for path in ("/school/tray/", "/school/children/", "/school/decisions/", "/school/overview/", "/school/training/"):
        phone.go(path)
    phone.be(spine.MOTHER).follow("Read the plan").follow("Say what you think").choose("I agree").press("Save my answer").sees("You agree")
    for tab in ("support/", "progress/", "baseline/", "views/", "ehc/", "access/", "looked/", "me/", "pulse/", "worry/", "ehc/ask/"):
        phone.go(f"/family/{reference}/{tab}")


def test_the_council_and_the_adviser_read_their_lists_on_a_small_screen(phone):
    phone.be("Gareth Prosser").go("/authority/cases/").be("Sunita Desai").go("/authority/timeliness/").go("/authority/tier-words/")
    phone.be("Bernadette Tierney").be("Efua Boateng").go("/specialist/advice/")


def test_anybody_reads_the_public_pages_on_a_small_screen(phone):
    for path in ("/", "/advice/", "/tracker/", "/request-ehc/", "/who-can-help/", "/about/", "/privacy/", "/cookies/", "/accessibility/"):
        phone.go(path)
