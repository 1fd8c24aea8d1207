"""What Maya's mother reads, says, asks for and allows, what the adviser she lets in can do, and what anybody can ask without an account."""

import re

from tests.journeys.walking import Walker

MOTHER, ADVISER = "Anjali Nair", "Bernadette Tierney"
WISH = "I would like a note each Friday about how it went."
PASSPHRASE = "wren nest in the old beech"
NOTE = "She asked how to word her answer to the draft. We call again on Monday."


def answer_the_plan(walker: Walker, reference: str) -> None:
    """She reads the plan line by line, would change one line and says how, and agrees to the other."""
    walker.be(MOTHER).sees("A support plan is ready for you to read", "new message", "What happens next", "Who to talk to").picture("family")
    walker.follow("Read the plan").sees("This is not final", "Maya follows two instructions in a row")
    walker.follow("Say what you think about Language programme").choose("I would change this").press("Save my answer")
    walker.sees("Say in a few words what you would change").write("Your words", WISH).press("Save my answer").sees("We have your answer", WISH)
    walker.follow("Say what you think").choose("I agree").press("Save my answer").sees("You agree")
    walker.follow("Messages").sees_not("Maya")


def read_what_was_given(walker: Walker, reference: str, numbers: str) -> None:
    """She reads the same numbers of sessions that the school reads."""
    walker.be(MOTHER).follow("Help and sessions").sees(numbers)


def ask_for_an_assessment(walker: Walker, reference: str) -> str:
    """She asks the council on her own page, in two answers. Returns the case's reference."""
    walker.be(MOTHER).follow("Ask the council for an EHC needs assessment").sees("by 5 January 2027", "You do not need a report")
    walker.press("Start now").press("Save and continue").sees("There is a problem")
    walker.write("What is hard, and why", "She cannot follow a lesson. I want to know what would help her.").press("Save and continue")
    walker.choose("There is help, but it is not enough").press("Save and continue").sees("Check your answers").press("Send")
    walker.sees("The council has your request", "5 January 2027")
    found = re.search(r"EHC-[A-Z0-9]{5}", walker.page.inner_text("main"))
    assert found, "the page gives no reference"
    walker.follow("Follow each step").sees("The council has the request", "By 5 January 2027", "By 13 April 2027")
    return found.group()


def ask_without_an_account(walker: Walker) -> str:
    """Somebody asks without an account, keeps the code, and follows the request by it. Returns the case's reference."""
    walker.leave().go("/").follow("Ask for an EHC needs assessment").press("Start now")
    walker.press("Save and continue").sees("There is a problem").choose("I am the child's parent or carer").press("Save and continue")
    walker.write("Your full name", "Sanjay Nair").write("Who you are", "father").press("Save and continue")
    walker.write("Your address", "4 Beck Row, Wrenfield").press("Save and continue")
    walker.write("Full name of the child", "Maya Nair").date("19", "9", "2019").press("Save and continue")
    walker.write("School, nursery or college", "Kestrel Lane Primary School").press("Save and continue")
    walker.write("What do they find hard", "She gets lost when the class is told something.").press("Save and continue")
    walker.write("What help", "A talking group.").press("Save and continue").choose("We waited too long").press("Save and continue")
    walker.sees("Check your answers", "4 Beck Row").press("Send").sees("We have your request", "It is shown once", "5 January 2027")
    code = walker.page.locator(".sooner-code").inner_text()
    walker.follow("Follow your request").write("Your code", "WRONG").press("Show the request").sees("There is a problem")
    walker.write("Your code", code).press("Show the request").sees("5 January 2027", "Who to talk to").sees_not("Maya", "Nair", "Kestrel")
    return walker.page.locator("h1").inner_text().removeprefix("Request ")


def agree_to_evidence(walker: Walker, reference: str) -> None:
    """She says for each paper that the school offers whether the council may use it."""
    walker.be(MOTHER).follow("Say what may be used").sees("The council gets none of them unless you say yes").follow("Answer about Baseline")
    walker.press("Save my answer").sees("Choose yes or no").choose("Yes, they may use it").press("Save my answer").sees("The council may use it")


def let_the_adviser_in(walker: Walker, reference: str) -> None:
    """She lets the advice service see the record."""
    walker.be(MOTHER).follow("Free adviser").sees("No adviser can see the record now").press("Let an adviser see it")
    walker.choose("Wrenfield SENDIASS").press("Open the record to them").sees("The adviser can see the record now")


def write_a_sealed_note(walker: Walker, reference: str) -> None:
    """The adviser opens the service's notes with its passphrase, reads the record and writes a note."""
    walker.be(ADVISER).follow("Maya Nair").sees("What is happening").follow("Plan").sees("Language programme").follow("Our notes")
    walker.go(f"/adviser/families/{reference}/notes/write/").write("Your service's passphrase", "not the one").press("Open").sees("There is a problem")
    walker.write("Your service's passphrase", PASSPHRASE).press("Open").choose("EHC needs assessment").write("Your note", NOTE).press("Save")
    walker.go(f"/adviser/families/{reference}/notes/").sees(NOTE)


def stop_the_adviser(walker: Walker, reference: str) -> None:
    """She stops it; from then on the adviser finds nothing."""
    walker.be(MOTHER).follow("Free adviser").follow("Stop this").press("Yes, stop it now").sees("The adviser can no longer see the record")
    walker.be(ADVISER).sees_not("Maya Nair").is_refused(f"/adviser/families/{reference}/")


def say_how_it_feels(walker: Walker, reference: str) -> None:
    """Three numbers, and then they are not asked again."""
    walker.be(MOTHER).follow("Answer three questions").press("Send").sees("There is a problem")
    walker.write("I know what is happening", "70").write("I am listened to", "65").write("I think the help will work", "55").press("Send")
    walker.sees("Thank you. We have your answers")


def ask_the_advice_box(walker: Walker) -> None:
    """A question in her own words gets an answer of ours, with the law and its date."""
    walker.be(MOTHER).follow("Ask a question").write("What do you want to know", "Do we need a diagnosis before we can get help?").press("Show answers")
    walker.sees("Do we need a diagnosis before we can get help?", "on what your child needs, not on a label", "Who can help")


def see_who_has_looked(walker: Walker, reference: str) -> None:
    """She reads who opened the record."""
    walker.be(MOTHER).follow("Who has looked").sees("Kestrel Lane Primary School")
