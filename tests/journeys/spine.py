"""The shortest way from a concern to a session and an answer of the family, for any child of Hannah Whitworth's class."""

from tests.journeys.walking import Walker

TEACHER, ASSISTANT, SENCO, MOTHER = "Hannah Whitworth", "Joyce Asante", "Folake Adeyemi", "Anjali Nair"
GROUP, ALONE = "Talking group, ages 4 to 7", "Language programme one to one"
CHILD = "Maya Nair"


def to_concern(walker: Walker, name: str = CHILD) -> str:
    """Note a concern. Returns the child's reference."""
    walker.be(TEACHER).follow("Show names").follow(f"Note a concern about {name}").choose("Communication and interaction")
    walker.write("What have you noticed?", "One instruction at a time.").press("Note the concern").sees("The concern is noted")
    return walker.path.split("/")[3]


def to_signed_baseline(walker: Walker, reference: str) -> None:
    """The trained colleague answers the eight steps and signs."""
    walker.be(ASSISTANT).find(reference).press("Fill in a baseline").press("Start")
    walker.choose("Clear concern").write("What have you seen?", "One instruction at a time.").press("Save and continue")
    for _ in range(3):
        walker.choose("No concern").press("Save and continue")
    walker.write("What does the child do well", "Draws horses.").press("Save and continue")
    walker.write("What does the child say", "Show me.").choose("Everyone who helps the child").press("Save and continue")
    walker.choose("They do not want to add a view").press("Save and continue")
    walker.write("What has been tried", "Nothing yet.").press("Save and continue").press("Sign the baseline").sees("The baseline is signed")


def to_support(walker: Walker, reference: str, support: str = GROUP) -> None:
    """The teacher starts a support today."""
    walker.be(TEACHER).find(reference).press("Start support").follow("Show all").follow(f"Start this: {support}")
    walker.write("Who gives it?", ASSISTANT).press("Start this support").sees("Support has started")


def to_shared_plan(walker: Walker, reference: str) -> None:
    """The SENCO shares the draft that individual support has opened."""
    walker.be(SENCO).find(reference).follow("Plan").press("Check and share with the family").press("Share with the family").press("Share it now")


def to_public_request(walker: Walker) -> None:
    """Somebody without an account asks for an EHC needs assessment."""
    walker.leave().go("/request-ehc/").press("Start now").choose("I am the child's parent or carer").press("Save and continue")
    walker.write("Your full name", "Ola Dunmore").write("Who you are", "mother").press("Save and continue")
    walker.write("Your address", "9 Mill Row, Wrenfield").press("Save and continue")
    walker.write("Full name of the child", "Theo Dunmore").date("4", "5", "2020").press("Save and continue")
    walker.write("School, nursery or college", "none").press("Save and continue")
    walker.write("What do they find hard", "Being with others.").press("Save and continue").press("Save and continue")
    walker.choose("Nothing was offered").press("Save and continue").press("Send").sees("We have your request", "It is shown once")
