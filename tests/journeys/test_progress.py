"""Scores by keyboard, from a spreadsheet and by phone; a goal with its calculator; a decision meeting in one sitting."""

import re
import time

from tests.journeys.walking import Walker

TEACHER, SENCO = "Hannah Whitworth", "Folake Adeyemi"
PASTE = """(cell, text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""
A_SITTING_SECONDS = 30 * 60
PUPILS_IN_A_SITTING = 40
SHARE_FOR_PAGES = 0.2


def cells_of(walker: Walker):
    return walker.page.locator("table[data-class-grid] input")


def test_the_class_grid_takes_arrow_keys_a_pasted_column_and_an_empty_cell(walker):
    walker.be(TEACHER).go("/school/scores/")
    cells = cells_of(walker)
    assert cells.count() >= 3
    cells.nth(0).focus()
    walker.page.keyboard.press("ArrowDown")
    assert walker.page.evaluate("document.activeElement.id") == cells.nth(1).get_attribute("id")
    walker.page.keyboard.press("ArrowUp")
    cells.nth(0).evaluate(PASTE, "3\n\n4")
    assert [cells.nth(place).input_value() for place in range(3)] == ["3", "", "4"]
    walker.press("Save all scores").sees("2 scores are kept")


def test_a_score_takes_two_taps_on_a_phone(phone):
    phone.be(SENCO).go("/school/decisions/?within=28")
    reference = phone.page.locator("tbody th").first.inner_text().split(", ")[1].split()[0]
    phone.go(f"/school/children/{reference}/progress/").write("Score today", "5").press("Save score").sees("The score is kept")


def test_a_goal_shows_how_ambitious_it_is_before_it_is_set(walker):
    walker.be(SENCO).go("/school/decisions/?within=28")
    reference = walker.page.locator("tbody th").first.inner_text().split(", ")[1].split()[0]
    walker.go(f"/school/children/{reference}/progress/goal/").choose("Words read correctly in a minute").press("Continue")
    walker.write("What is the child aiming at", "Reads aloud with ease").write("What is the score now", "20")
    walker.choose("The middle one of three tries").date("7", "9", "2026", within="On which day was that").write("What should it become", "40")
    walker.date("1", "3", "2027", within="By when").press("Work out how ambitious it is").sees("0.80 a week", "a realistic aim", "Nothing is saved yet")
    walker.press("Set the goal").sees("The goal is set")


def test_a_decision_meeting_leaves_most_of_a_sitting_for_talking(walker, capsys):
    walker.be(SENCO).go("/school/decisions/")
    first = walker.page.locator("tbody td a").first
    decided, pages = 0, 0.0
    first.click()
    while decided < 8:
        walker.page.get_by_label(re.compile(r"\(proposed\)")).first.check()
        for name in ("up_to", "down_to"):
            hidden = walker.page.locator(f"input[name={name}]:visible")
            if hidden.count():
                hidden.first.check()
        walker.page.get_by_label("Why?").fill("As the evidence says, agreed with the family.")
        began = time.perf_counter()
        walker.page.get_by_role("button", name="Save the decision").click()
        walker.page.get_by_role("heading", name="The decision is kept").wait_for()
        onwards = walker.page.get_by_text("Go to the next pupil who is due")
        decided += 1
        if not onwards.count():
            break
        onwards.first.click()
        walker.page.get_by_role("heading", name="Decide about support").wait_for()
        pages += time.perf_counter() - began
    assert decided >= 5
    for_forty = PUPILS_IN_A_SITTING * pages / decided
    with capsys.disabled():
        print(f"\n{decided} decisions: {pages / decided:.2f} s of pages each, {for_forty:.0f} s for {PUPILS_IN_A_SITTING}")
    assert for_forty < SHARE_FOR_PAGES * A_SITTING_SECONDS


def test_levels_of_support_are_compared_for_anyone(phone):
    phone.go("/about/tiers/").follow("Denmark").sees("Special education", "agreed to abolish the limit")
