"""The tabs of a child's record, the same on every page of it."""

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from sooner_service.register.models import Child

TabName = Literal["overview", "plan", "progress", "sessions", "people", "history"]
TABS: tuple[tuple[TabName, str, str], ...] = (
    ("overview", "Overview", ""),
    ("plan", "Plan", "plan/"),
    ("progress", "Progress", "progress/"),
    ("sessions", "Sessions", "sessions/"),
    ("people", "People and access", "people/"),
    ("history", "History", "history/"),
)


def record_address(child: "Child", place: str = "") -> str:
    """The address of a child's record, or of a place in it."""
    return f"/school/children/{child.reference}/{place}"


def tabs_for(child: "Child", current: TabName) -> list[tuple[str, str, bool]]:
    """Each tab's words, address and whether it is the present one."""
    return [(words, record_address(child, place), name == current) for name, words, place in TABS]
