"""What the EHC co-ordinator, those asked for advice, and the SEND manager do in Maya's case."""

from tests.journeys.walking import Walker

CO_ORDINATOR, MANAGER, SENCO, PSYCHOLOGIST = "Gareth Prosser", "Sunita Desai", "Folake Adeyemi", "Efua Boateng"
SHOWN = "The baseline says she follows one instruction at a time. Help in a group has not been enough."
ADVICE = "Maya needs short spoken instructions with something to see, and a therapist's programme each week."
TELEPHONE = "Wrenfield SENDIASS, 01632 960555, weekdays from 9 to 5"


def take_the_case(walker: Walker, case: str) -> None:
    """The co-ordinator finds the new request among those that nobody holds, takes it and sees why each date is what it is."""
    walker.be(CO_ORDINATOR).sees("Overdue cases come first").picture("tray").follow("Cases that nobody holds yet").follow(case)
    walker.sees("Maya Nair", "Decide whether to assess, and tell the family", "5 January 2027", "13 April 2027").follow("Take this case").press("Take")
    walker.open_case(case).sees(CO_ORDINATOR).follow("Why these dates").sees("5 January 2027")


def match_the_public_request(walker: Walker, case: str) -> None:
    """The request of somebody without an account is compared with the record; a child has one open case, so it is not made a second."""
    walker.be(CO_ORDINATOR).open_case(case).sees("Not matched yet").press("Match to a child").sees("Never tell the person who asked")
    walker.follow("Compare Maya Nair").sees("19 September 2019").press("Match the request").sees("There is a problem")
    walker.choose("I have compared").press("Match the request").sees("This child already has an open case")


def decide_to_assess(walker: Walker, case: str) -> None:
    """Both parts of the test are answered with reasons; the decision that follows is shown before anybody signs it."""
    walker.be(CO_ORDINATOR).open_case(case).press("Decide whether to assess")
    walker.press("Save and continue").sees("Select yes or no")
    for _ in range(2):
        walker.choose("Yes").write("What shows this?", SHOWN).press("Save and continue")
    walker.write("The reasons", SHOWN).press("Save and continue").choose("Anjali Nair").press("Save and continue")
    walker.sees("Check your answers", "Both parts of the test are met").press("Decide and send the notice").sees("the notice has gone")


def ask_for_advice(walker: Walker, case: str) -> None:
    """The school and the educational psychologist are asked, and each has six weeks."""
    walker.open_case(case).press("Ask for advice").pick("Educational advice: school", "Kestrel Lane Primary School")
    walker.pick("Educational psychologist", "Wrenfield Educational Psychology Service").choose("Not now")
    walker.write("What do you ask?", "What does Maya need in order to learn, and what would provide it?").press("Send the requests")
    walker.sees("Kestrel Lane Primary School", "5 January 2027")


def offer_evidence(walker: Walker, reference: str) -> None:
    """The SENCO offers what is in the record; nothing goes by itself."""
    walker.be(SENCO).go(f"/school/children/{reference}/ehc/").follow("Choose what to offer").press("Offer these").sees("There is a problem")
    walker.choose("Baseline assessment").press("Offer these").sees("The family is asked about each item before it is used")


def add_the_evidence(walker: Walker, case: str) -> None:
    """The co-ordinator sees only what the family agreed to, and adds it to the case."""
    walker.be(CO_ORDINATOR).open_case(case).follow("Evidence").sees("Baseline assessment").press("Add")


def answer_for_the_council(walker: Walker, reference: str, case: str) -> None:
    """The SENCO and the psychologist each answer on one page."""
    answer(walker.be(SENCO).go(f"/school/children/{reference}/ehc/").follow("Answer, asked")).sees("Your advice has been sent")
    answer(walker.be(PSYCHOLOGIST).follow("Requests for advice").follow(f"Answer {case}")).sees("Your advice has been sent")


def answer(walker: Walker) -> Walker:
    """Fill in the one page of a request for advice."""
    walker.sees("What does Maya need in order to learn").write("Needs:", SHOWN).write("Provision:", ADVICE)
    return walker.write("Outcomes:", "Maya follows two instructions in a row by March.").press("Send the advice")


def decide_there_is_to_be_a_plan(walker: Walker, case: str) -> None:
    """The assessment's finding is answered in two parts, with reasons."""
    walker.be(CO_ORDINATOR).go(f"/authority/cases/{case}/issue/")
    walker.choose("Yes").write("Which needs", ADVICE).press("Save and continue").choose("Yes").write("Why?", SHOWN).press("Save and continue")
    walker.write("The reasons", SHOWN).press("Save and continue").sees("There is to be a plan").press("Decide and")


def write_and_send_the_draft(walker: Walker, case: str) -> None:
    """Each section is written by a named person. A draft that names a school is refused; the right one is locked and sent."""
    walker.be(CO_ORDINATOR).go(f"/authority/cases/{case}/plan/write/")
    for section in "ABCDEFGJK":
        walker.write(f"Section {section}:", f"Section {section}. {ADVICE}")
    walker.write("Section H1:", "None found.").write("Section H2:", "None found.").write("Section I:", "Kestrel Lane Primary School").press("Save the plan")
    send(walker, case).sees("A draft must not name a school or type of school")
    walker.go(f"/authority/cases/{case}/plan/write/").write("Section I:", "").press("Save the plan")
    send(walker, case).sees("sent")


def send(walker: Walker, case: str) -> Walker:
    """Fill in the page that sends the draft."""
    walker.go(f"/authority/cases/{case}/plan/serve/").choose("Anjali Nair").choose("By e-mail or on their page")
    return walker.write("Where the family can find out", "The Local Offer of Wrenfield").write("Free and independent", TELEPHONE).press("Lock the draft")


def make_final(walker: Walker, case: str) -> Walker:
    """Take up the text and try to make the plan final; the page says what comes of it."""
    walker.be(CO_ORDINATOR).go(f"/authority/cases/{case}/plan/write/").write("Section I:", "Kestrel Lane Primary School")
    walker.press("Save the plan").go(f"/authority/cases/{case}/plan/final/")
    walker.choose("Anjali Nair").write("Mediation adviser", "Beck Mediation, 01632 960321")
    return walker.write("Disagreement", "Beck Mediation, 01632 960321").write("Free and independent", TELEPHONE).press("Make it final")


def cannot_read_the_notes(walker: Walker, reference: str) -> None:
    """No page of the advice service opens to the council."""
    walker.be(CO_ORDINATOR).is_refused(f"/adviser/families/{reference}/notes/")


def change_the_words(walker: Walker, reference: str) -> None:
    """The SEND manager switches the words of the tiers: a school's screens rename, and no record changes."""
    walker.be(SENCO).find(reference).sees("Tier Comprehensive")
    walker.be(MANAGER).follow("Tier words").choose("The government's proposed layers").press("Use these words")
    walker.be(SENCO).find(reference).sees("Tier Specialist")
    walker.be(MANAGER).follow("Tier words").choose("The report's tiers").press("Use these words")
    walker.be(SENCO).find(reference).sees("Tier Comprehensive")
