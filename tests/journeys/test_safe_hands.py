"""Nothing typed is lost and nothing is made twice: a session that ends, a button pressed twice, the back button, two tabs, two people."""

from tests.journeys import spine

WORDS = "She leaves the room when it is loud, most days, and comes back when it is calm."
SESSION = "sooner_session"


def session_ends(walker):
    """What happens when somebody is called away for half an hour."""
    kept = [cookie for cookie in walker.page.context.cookies() if cookie["name"] != SESSION]
    assert len(kept) < len(walker.page.context.cookies()), "nobody was signed in"
    walker.page.context.clear_cookies()
    walker.page.context.add_cookies(kept)


def come_back(walker, name):
    """Sign in again where the service asks for it."""
    walker.sees("Sign in").follow("Choose an invented person to be").press(name)


def concerns_of(walker, reference, words):
    """How many concerns in these words a child's record shows."""
    return walker.find(reference).page.locator("main").inner_text().count(words)


def test_words_typed_when_the_session_ended_are_back_after_signing_in(walker):
    reference = spine.to_concern(walker, "Anaya Shah")
    walker.go(f"/school/children/{reference}/concern/").choose("Senses and body").write("What have you noticed?", WORDS)
    session_ends(walker)
    walker.press("Note the concern")
    come_back(walker, spine.TEACHER)
    assert walker.page.get_by_label("What have you noticed?").input_value() == WORDS
    assert walker.page.get_by_label("Senses and body").is_checked()
    walker.press("Note the concern").sees("The concern is noted")
    assert concerns_of(walker, reference, WORDS) == 1


def test_a_step_typed_when_the_session_ended_is_back_after_signing_in(walker):
    walker.be(spine.MOTHER).follow("Ask the council for an EHC needs assessment").press("Start now").write("What is hard", WORDS)
    session_ends(walker)
    walker.press("Save and continue")
    come_back(walker, spine.MOTHER)
    assert walker.page.get_by_label("What is hard").input_value() == WORDS
    walker.press("Save and continue").sees("What made you ask now?")


def test_a_form_sent_twice_makes_one_record(walker):
    walker.be(spine.TEACHER).follow("Show names").follow("Note a concern about Aravind Kandiah").choose("Thinking").write("What have you noticed?", WORDS)
    reference = walker.path.split("/")[3]
    sent = walker.page.evaluate(
        """async () => {
          const form = document.querySelector("main form");
          const send = () => fetch(form.action, {method: "POST", body: new URLSearchParams(new FormData(form)), credentials: "same-origin"});
          const answers = await Promise.all([send(), send(), send()]);
          return answers.map((each) => [each.status, new URL(each.url).pathname]);
        }"""
    )
    assert {status for status, _ in sent} == {200}
    assert len({place for _, place in sent}) == 1, sent
    assert concerns_of(walker, reference, WORDS) == 1


def test_the_back_button_after_sending_makes_no_second_record(walker):
    walker.be(spine.TEACHER).follow("Show names").follow("Note a concern about Beatrice Pickles").choose("Thinking")
    walker.write("What have you noticed?", WORDS).press("Note the concern").sees("The concern is noted")
    reference = walker.path.split("/")[3]
    walker.page.go_back()
    walker.press("Note the concern")
    assert concerns_of(walker, reference, WORDS) <= 1


def test_two_tabs_on_one_journey_hold_the_same_answers(walker):
    walker.be(spine.ASSISTANT).follow("Show names").follow("Dev Sharma").press("Fill in a baseline").press("Start")
    start = walker.path
    second = walker.page.context.new_page()
    second.goto(walker.address + start)
    walker.choose("Clear concern").write("What have you seen?", WORDS).press("Save and continue").sees("step 2 of 8")
    second.reload()
    assert second.get_by_label("What have you seen?").input_value() == WORDS
    second.get_by_label("Serious concern").check()
    second.get_by_role("button", name="Save and continue").click()
    walker.go(start)
    assert walker.page.get_by_label("Serious concern").is_checked()


def test_two_people_writing_one_plan_see_both_texts_and_lose_nothing(walker, colleague):
    reference = spine.to_concern(walker, "Elliott Barraclough")
    spine.to_support(walker, reference, spine.ALONE)
    part = f"/school/children/{reference}/plan/family-views/text/"
    walker.go(part).write("What does the family say", "He likes the mornings.")
    colleague.be(spine.SENCO).go(part).write("What does the family say", "They asked for a call on Fridays.").press("Save in the plan")
    walker.press("Save in the plan").sees("saved this part while you were writing", "He likes the mornings.", "They asked for a call on Fridays.")
    assert walker.page.get_by_label("What does the family say").input_value() == "He likes the mornings."
    walker.write("What does the family say", "He likes the mornings. They asked for a call on Fridays.").press("Save in the plan").sees("Saved in the plan")
    colleague.go(f"/school/children/{reference}/plan/").sees("He likes the mornings. They asked for a call on Fridays.")
