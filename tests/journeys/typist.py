"""Walking by keyboard alone: Tab until the wanted thing has the focus, then Enter, Space, arrows or letters. The pointer is never used."""

from tests.journeys.walking import Walker, named

MOST_TABS = 160
FOCUSED = """() => {
  const here = document.activeElement;
  if (!here || here === document.body) return null;
  const labels = [...(here.labels || [])].map((each) => each.innerText).join(" ");
  const group = here.closest("fieldset")?.querySelector("legend")?.innerText || "";
  const said = here.getAttribute("aria-label") || labels || here.textContent || here.value || "";
  const outline = getComputedStyle(here);
  return {
    words: said.replace(/\\s+/g, " ").trim(), group: group.replace(/\\s+/g, " ").trim(), kind: here.type || here.tagName,
    isSeen: outline.outlineStyle !== "none" || outline.boxShadow !== "none" || outline.backgroundColor !== "rgba(0, 0, 0, 0)",
  };
}"""


class Typist:
    """Somebody who uses no mouse."""

    def __init__(self, walker: Walker) -> None:
        self.walker = walker
        self.keys = walker.page.keyboard

    def reach(self, words: str, *, kind: str = "") -> dict[str, str]:
        """Tab to what is called by these words; its focus must be seen."""
        wanted = named(words)
        for _ in range(MOST_TABS):
            self.keys.press("Tab")
            here = self.walker.page.evaluate(FOCUSED)
            if here and kind in here["kind"] and (wanted.search(here["words"]) or (here["kind"] == "radio" and wanted.search(here["group"]))):
                assert here["isSeen"] or here["kind"] in {"radio", "checkbox"}, f"the focus on {here['words']!r} cannot be seen"
                return here
        raise AssertionError(f"{self.walker.page.url}: {words!r} cannot be reached with Tab")

    def enter(self, words: str) -> "Typist":
        """Open a link or press a button with Enter."""
        self.reach(words)
        with self.walker.page.expect_navigation():
            self.keys.press("Enter")
        self.walker.look()
        return self

    def write(self, label: str, text: str) -> "Typist":
        """Type into a field."""
        self.reach(label)
        self.keys.press("Control+a")
        self.keys.type(text)
        return self

    def choose(self, question: str, answer: str) -> "Typist":
        """Choose one of several: Tab to the question, arrows to the answer."""
        self.reach(question, kind="radio")
        self.keys.press("Space")
        for _ in range(20):
            if named(answer).search(self.walker.page.evaluate(FOCUSED)["words"]):
                return self
            self.keys.press("ArrowDown")
        raise AssertionError(f"{answer!r} is not among the answers to {question!r}")

    def tick(self, label: str) -> "Typist":
        """Tick a box with Space."""
        self.reach(label, kind="checkbox")
        self.keys.press("Space")
        return self
