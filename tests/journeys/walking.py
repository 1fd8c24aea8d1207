"""Walking through the service as a person would: by the words on links, buttons and labels. Every page is checked on arrival."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
PICTURES, DOCUMENTS = ROOT / "build" / "pictures", ROOT / "docs" / "pictures"
AXE = Axe()
CHECKED: set[tuple[str, int, str]] = set()


def named(words: str) -> re.Pattern[str]:
    """A name that has these words; where hidden words begin at a mark, a space may stand before it."""
    return re.compile(re.sub("[:,]", r"\\s*\g<0>", re.escape(words)), re.IGNORECASE)


@dataclass
class Walker:
    """One person at one browser."""

    address: str
    page: Page
    runs_script: bool = True

    def go(self, path: str) -> "Walker":
        """Open an address of the service."""
        answer = self.page.goto(self.address + path)
        assert answer is not None and answer.status < 400, f"{path} answered {answer and answer.status}"
        return self.look()

    def be(self, name: str) -> "Walker":
        """Sign in as an invented person by one click."""
        self.page.context.clear_cookies()
        self.go("/demonstration/")
        self.page.get_by_role("button", name=name, exact=False).first.click()
        return self.look()

    def find(self, reference: str) -> "Walker":
        """Open the record of a child of the setting by its reference, as a member of staff."""
        return self.go(f"/school/children/{reference}/")

    def open_case(self, case: str) -> "Walker":
        """Open an EHC case by its reference, as one of the council."""
        return self.go(f"/authority/cases/{case}/")

    def leave(self) -> "Walker":
        """Be nobody: what the browser knew about who is here is gone."""
        self.page.context.clear_cookies()
        return self

    def is_refused(self, path: str) -> "Walker":
        """An address that this person may not open: refused, or as if it were not there."""
        answer = self.page.goto(self.address + path)
        assert answer is not None and answer.status in {403, 404}, f"{path} answered {answer and answer.status}"
        return self.look()

    def press(self, words: str) -> "Walker":
        """Press a button by its words."""
        self.page.get_by_role("button", name=named(words)).first.click()
        return self.look()

    def follow(self, words: str) -> "Walker":
        """Follow a link by its words."""
        self.page.get_by_role("link", name=named(words)).first.click()
        return self.look()

    def write(self, label: str, text: str) -> "Walker":
        """Type into the field with this label."""
        self.page.get_by_label(label, exact=False).first.fill(text)
        return self

    def choose(self, label: str) -> "Walker":
        """Choose the radio or tick the box with this label."""
        self.page.get_by_label(label, exact=False).first.check()
        return self

    def pick(self, label: str, choice: str) -> "Walker":
        """Pick from the list with this label."""
        self.page.get_by_label(label, exact=False).first.select_option(label=choice)
        return self

    def date(self, day: str, month: str, year: str, *, within: str = "") -> "Walker":
        """Fill in a date; `within` is the question where the page asks for several."""
        group = self.page.get_by_role("group", name=within, exact=False).first if within else self.page
        for label, text in (("Day", day), ("Month", month), ("Year", year)):
            group.get_by_label(label, exact=True).first.fill(text)
        return self

    def sees(self, *words: str) -> "Walker":
        """The page says these words."""
        text = " ".join(self.page.locator("body").inner_text().split())
        for each in words:
            assert each in text, f"{self.page.url} does not say {each!r}. It says: {text[:3000]}"
        return self

    def sees_not(self, *words: str) -> "Walker":
        """The page does not say these words."""
        text = " ".join(self.page.locator("body").inner_text().split())
        for each in words:
            assert each not in text, f"{self.page.url} says {each!r}"
        return self

    @property
    def path(self) -> str:
        """Where the person is now."""
        return self.page.url.removeprefix(self.address)

    def look(self) -> "Walker":
        """Check the page that has just been opened: a title, one heading, no sideways scrolling, no accessibility violation."""
        page = self.page
        page.wait_for_load_state()
        assert page.title().strip(), f"{page.url} has no title"
        assert page.locator("h1").count() == 1, f"{page.url} has {page.locator('h1').count()} first headings"
        if self.runs_script:
            wider = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            assert wider <= 0, f"{page.url} scrolls sideways by {wider} pixels at {page.viewport_size}"
            self.check_accessibility()
        return self

    def check_accessibility(self) -> None:
        """Run axe, once for each state of a page at a width: the same words at the same place need no second look."""
        page = self.page
        state = (page.url, page.viewport_size["width"], page.locator("body").inner_text())
        if state in CHECKED:
            return
        found = AXE.run(page).response["violations"]
        assert not found, f"{page.url}: " + "; ".join(f"{each['id']}: {each['help']} {each['nodes'][0]['html'][:200]}" for each in found)
        CHECKED.add(state)

    def picture(self, name: str) -> "Walker":
        """Keep a picture of the page as it stands on the screen; with SOONER_KEEP_PICTURES it replaces the one in the documents."""
        folder = DOCUMENTS if os.environ.get("SOONER_KEEP_PICTURES") else PICTURES
        folder.mkdir(parents=True, exist_ok=True)
        self.page.evaluate("window.scrollTo(0, 0)")
        self.page.screenshot(path=folder / f"{name}.png")
        return self
