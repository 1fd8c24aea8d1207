"""What Maya's class teacher, a trained colleague and the SENCO do at school, each by the words on the page."""

from tests.journeys.walking import Walker, named

TEACHER, ASSISTANT, SENCO, HEAD = "Hannah Whitworth", "Joyce Asante", "Folake Adeyemi", "Martin Kershaw"
SEEN = "She follows one instruction at a time. In a group she watches the others to know what to do."
GROUP = "Talking group, ages 4 to 7"
ALONE = "Language programme one to one"
OUTCOME = "Maya follows two instructions in a row in a lesson."


def note_a_concern(walker: Walker) -> str:
    """The class teacher says in two answers what she has noticed. Returns Maya's reference."""
    walker.be(TEACHER).sees("Initials are shown").follow("Show names").follow("Note a concern about Maya Nair")
    walker.press("Note the concern").sees("There is a problem", "Say in a few words what you have noticed")
    walker.choose("Communication and interaction").write("What have you noticed?", SEEN).press("Note the concern")
    walker.sees("The concern is noted", "must answer by 1 December 2026", "Both of these can begin today")
    reference = walker.path.split("/")[3]
    walker.follow("Back to the class list").follow("Maya Nair")
    walker.sees(SEEN, "Not answered yet", "No support is running")
    return reference


def start_support_without_training(walker: Walker, reference: str) -> None:
    """She may start support, and fill in the baseline, but not sign it; the page says who may, and how to learn it."""
    walker.be(TEACHER).find(reference).press("Fill in a baseline")
    walker.sees("You may fill it in", "needs core SEND training", "These colleagues may sign today", ASSISTANT, "Book core training")
    walker.find(reference).press("Start support").sees("There is no baseline yet").follow(f"Start this: {GROUP}")
    walker.write("Who gives it?", ASSISTANT).press("Start this support").sees("Support has started", "The message names no child")
    walker.find(reference).press("Fill in a baseline").follow("Book core training").choose("Core SEND training: primary")
    walker.date("14", "1", "2027").press("Ask for a place").sees("Core SEND training: primary")


def sign_the_baseline(walker: Walker, reference: str) -> None:
    """The trained colleague answers eight steps, one of them wrongly first, stops, comes back, checks and signs."""
    walker.be(ASSISTANT).find(reference).press("Fill in a baseline").sees("You may sign baselines until").press("Start")
    walker.sees("step 1 of 8").choose("Clear concern").press("Save and continue").sees("Say in a sentence what you have seen")
    walker.write("What have you seen?", SEEN).press("Save and continue").sees("step 2 of 8")
    walker.choose("Some concern").press("Save and continue").choose("No concern").press("Save and continue")
    walker.choose("No concern").press("Save and continue").sees("step 5 of 8")
    walker.write("What does the child do well", "She draws horses and looks after younger children.").press("Save and come back later")
    walker.find(reference).press("Fill in a baseline").press("Go on where you stopped").sees("step 6 of 8")
    walker.write("What does the child say", "I like it when you show me.").choose("The child's teachers").choose("The child's family")
    walker.press("Save and continue").choose("Ask them now").press("Save and continue")
    walker.write("What has been tried", "Nothing yet.").press("Save and continue").sees("Check your answers", "Clear concern", "Now sign it")
    walker.press("Sign the baseline").sees("The baseline is signed", "These fit the baseline, best first")


def log_the_first_session(walker: Walker, reference: str) -> None:
    """One tap logs a session, and the wait for support is over; a second says why another did not happen."""
    walker.be(ASSISTANT).follow("Sessions")
    tap(walker, "Delivered to Maya").sees("1 delivered this week, 3 promised")
    walker.find(reference).sees_not("Give the first session").sees("1 delivered")


def tap(walker: Walker, words: str) -> Walker:
    """Press a button that answers on the page itself, and wait for its answer."""
    row = walker.page.locator("[data-tap-row]").filter(has=walker.page.get_by_role("button", name=named(words))).first
    mark = row.get_attribute("id")
    row.get_by_role("button", name=named(words)).click()
    walker.page.locator(f"#{mark}").get_by_role("button", name="Take back").first.wait_for()
    return walker.look()


def open_a_plan(walker: Walker, reference: str) -> None:
    """Support for one child alone opens a plan with its line in it."""
    walker.be(TEACHER).find(reference).press("Start support").follow("Show all").follow(f"Start this: {ALONE}")
    walker.sees("A plan opens with this line in it").write("Who gives it?", ASSISTANT).press("Start this support")
    walker.sees("A plan has opened with this support in it").follow("Write the rest of the plan").sees("Draft, only staff see it", ALONE)


def write_and_share_the_plan(walker: Walker, reference: str) -> None:
    """The SENCO adds an outcome, ties the line to it, adds a second line and the review, and shares it."""
    walker.be(SENCO).find(reference).follow("Plan").press("Add an outcome")
    walker.write("What will be different", OUTCOME).date("26", "3", "2027").write("How will everyone know", "Instructions followed in a lesson")
    walker.press("Save in the plan").sees("Saved in the plan", OUTCOME)
    walker.follow(f"Change {ALONE}").choose(OUTCOME).press("Save in the plan")
    walker.press("Add provision").write("What will be provided", "The teacher shows each task before Maya starts it").choose(OUTCOME)
    walker.write("How long is one session", "5").write("How many times a week", "5").write("How many children", "1")
    walker.write("Who will do it", "Class teacher, covered by the teaching assistant").date("25", "11", "2026", within="From which day")
    walker.press("Save in the plan").follow("Change the review date").date("29", "1", "2027").press("Save in the plan")
    walker.press("Check and share with the family").sees("The family's views are not here").follow("Put it right: The family's views")
    walker.write("What does the family say", "Asked on their own page on 24 November. No answer yet.").press("Save in the plan")
    walker.follow("Change what the child says").write("What does the child say", "I like it when you show me.").press("Save in the plan")
    walker.press("Check and share with the family").press("Share with the family").sees("Anjali Nair").press("Share it now")


def make_the_plan_final(walker: Walker, reference: str) -> None:
    """The SENCO reads the family's answers and makes the plan final with a reason; then nobody can change those words."""
    walker.be(SENCO).find(reference).follow("Plan").sees("Would change this").press("Check and make final").press("Make it final")
    walker.sees("Not agreed by everyone: Language programme").press("Make it final").sees("There is a problem")
    walker.write("Why is it right", "The note each Friday begins this week. The help should not wait.")
    walker.choose("The family has been asked about every line").press("Make it final")
    walker.find(reference).follow("Plan").sees("Final since 24 November 2026", "The note each Friday begins this week").picture("plan")
    walker.follow("Change what the child says").sees("begins a new draft", "the version they read stays as it is")
    walker.find(reference).follow("Plan").follow("The child's own page").sees("What helps me", "If I want something to change")


def see_what_is_promised(walker: Walker, reference: str) -> None:
    """The ledger says what was promised, delivered and is owed to date, in the same numbers for each who may see it."""
    walker.be(SENCO).find(reference).follow("Sessions").sees("0 promised 1 delivered 0 still owed")


def set_a_goal_and_score(walker: Walker, reference: str) -> None:
    """The teacher sets a goal that was first measured in October, logs what was scored each week, and today's in the class grid."""
    walker.be(TEACHER).find(reference).follow("Progress").sees("No goal is set for this child").press("Set a goal")
    walker.press("Continue").sees("There is a problem").choose("Something else").press("Continue")
    walker.write("What is the child aiming at", OUTCOME).write("What do you count or score", "Instructions of 10 followed").choose("More is better")
    walker.choose("Whole numbers").write("What is the score now", "2").date("13", "10", "2026", within="On which day was that")
    walker.write("What should it become", "9").date("26", "3", "2027", within="By when").press("Set the goal").sees("The goal is set")
    walker.follow("All scores")
    for day, month, score in (("3", "11", "3"), ("10", "11", "3"), ("17", "11", "2")):
        walker.date(day, month, "2026").write("Score", score).press("Save the score").sees("The score is kept")
    walker.follow("Scores").sees("Maya Nair", "Instructions of 10 followed").write("Maya Nair, Instructions", "3").press("Save all scores")
    walker.sees("One score is kept")


def decide_on_the_support(walker: Walker, reference: str) -> None:
    """Ten weeks on, hardly a session is logged: the proposal is to restore delivery, and the SENCO decides with a reason of her own."""
    walker.be(SENCO).find(reference).follow("Progress").press("Decide about the support").sees("What is proposed", "A person decides").picture("decision")
    walker.press("Save the decision").sees("There is a problem").choose("Restore delivery first")
    walker.write("Why?", "The sessions stopped in December. They begin again on Monday.").write("What does the family say", "She liked the group.")
    walker.press("Save the decision").sees("The decision is kept", "1 adult has been told").follow("Back to progress")
    walker.sees("The sessions stopped in December", SENCO, "from Universal to Baseline")


def see_the_school(walker: Walker) -> None:
    """The headteacher reads how long children wait, concerns for every 100 pupils, tiers, and what was promised, delivered and is owed."""
    walker.be(HEAD).sees("from first concern to first session", "concerns for every 100 pupils", "of promised sessions were delivered", "Universal")
