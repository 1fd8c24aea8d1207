"""The spine by keyboard alone."""

from tests.journeys import spine
from tests.journeys.typist import Typist


def test_the_first_tab_reaches_the_link_past_the_menu(walker):
    typist = Typist(walker.be(spine.TEACHER))
    walker.page.reload()
    walker.page.keyboard.press("Tab")
    assert walker.page.evaluate("document.activeElement.textContent").strip() == "Skip to main content"
    walker.page.keyboard.press("Enter")
    typist.reach("Show names")


def test_a_concern_a_baseline_a_support_and_a_session_by_keyboard(walker):
    typist = Typist(walker.go("/demonstration/"))
    typist.enter(spine.TEACHER).enter("Show names").enter("Note a concern about Maya Nair").choose("What is it mostly about", "Communication")
    typist.write("What have you noticed", "One instruction at a time.").enter("Note the concern").enter("Start support").enter(f"Start this: {spine.GROUP}")
    typist.write("Who gives it", spine.ASSISTANT).enter("Start this support")
    walker.sees("Support has started")
    reference = walker.path.split("/")[3]
    typist = Typist(walker.leave().go("/demonstration/"))
    typist.enter(spine.ASSISTANT)
    walker.find(reference)
    typist.enter("Fill in a baseline").enter("Start")
    typist.choose("How much concern", "Clear concern").write("What have you seen", "One instruction at a time.").enter("Save and continue")
    for _ in range(3):
        typist.choose("How much concern", "No concern").enter("Save and continue")
    typist.write("What does the child do well", "Draws horses.").enter("Save and continue")
    typist.write("What does the child say", "Show me.").tick("Everyone who helps").enter("Save and continue")
    typist.choose("How do you have the family's view", "They do not want to").enter("Save and continue")
    typist.write("What has been tried", "Nothing yet.").enter("Save and continue").enter("Sign the baseline")
    walker.sees("The baseline is signed")
    typist.enter("Sessions").reach("Delivered to Maya")
    walker.page.keyboard.press("Enter")
    walker.page.get_by_text("1 delivered this week, 3 promised").first.wait_for()


def test_a_mother_reads_and_asks_by_keyboard(walker):
    typist = Typist(walker.go("/demonstration/"))
    typist.enter(spine.MOTHER).enter("Tell us what you think").choose("Whose words", "My own").enter("Go on")
    typist.write("What do you want to say", "She sleeps badly before school.").enter("Keep these words")
    typist.enter("See what was said")
    walker.sees("She sleeps badly before school.")
    walker.go("/family/")
    typist.enter("Ask the council for an EHC needs assessment").enter("Start now").write("What is hard", "Following a lesson.").enter("Save and continue")
    typist.choose("What made you ask now", "We waited too long").enter("Save and continue").enter("Send")
    walker.sees("The council has your request")
