"""What every page about one child shares: whose it is, in words, and the way to the other parts of the record."""

from typing import TYPE_CHECKING

from sooner_service.pages.framework import PageRequest

if TYPE_CHECKING:
    from sooner_service.register.models import Child

Parts = list[tuple[str, str, str]]


def about(request: PageRequest, child: "Child", **more: object) -> dict[str, object]:
    """The context of a page about this child: the young person reads "your", everybody else the child's name."""
    is_self = request.viewer.role == "young_person"
    return {
        "child": child,
        "is_self": is_self,
        "whose": "Your" if is_self else f"{child.called}'s",
        "whose_inside": "your" if is_self else f"{child.called}'s",
        "who": "you" if is_self else child.called,
        "here": here(child),
        **more,
    }


def here(child: "Child") -> str:
    """The address of the child's own page."""
    return f"/family/{child.reference}/"


def parts(request: PageRequest, child: "Child") -> Parts:
    """The other pages about this child: the link, the address, and what is there in a few words."""
    is_self = request.viewer.role == "young_person"
    found = [
        ("Help and sessions", "support/", "What was promised, what took place and what is owed"),
        ("Support plan", "plan/", "Read it, agree or say what you would change"),
        ("Progress", "progress/", "How it is going, in a picture"),
        ("First check of needs", "baseline/", "What is going well and what is hard"),
        ("What we said", "views/", "Add your words and answer questions"),
        ("EHC case", "ehc/", "Ask for an assessment, or follow it"),
        ("Free adviser", "access/", "Let an adviser see the record, or stop it"),
        ("Who has looked", "looked/", "Who opened the record, and when"),
        ("Your details", "me/", "What is noted about you and what you may see"),
    ]
    if is_self:
        found = [*found[:-1], ("Who sees my record", "sharing/", "Choose what your parents may see")]
    return [(words, f"{here(child)}{address}", hint) for words, address, hint in found]
