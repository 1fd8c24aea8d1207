"""What of a child's record is open to one adult beside the record itself (Safety 1): each right is given one by one."""

from dataclasses import dataclass

from sooner_service.register.access import Viewer, adult_link
from sooner_service.register.models import Child


@dataclass(frozen=True)
class Rights:
    """Which details may stand on a page for this viewer."""

    sees_setting: bool = False
    sees_timetable: bool = False
    sees_staff_names: bool = False
    sees_address: bool = False
    gets_messages: bool = False


EVERYTHING = Rights(True, True, True, True, True)


def rights_of(viewer: Viewer, child: Child) -> Rights:
    """The viewer's rights to details of this child's record: an adult's own link decides, and without a link nothing is open.

    The young person sees their own record whole. Everybody else who reaches the record does so for work.
    """
    if viewer.role != "parent":
        return EVERYTHING
    link = adult_link(viewer, child)
    if link is None:
        return Rights()
    return Rights(
        sees_setting=link.may_see_setting,
        sees_timetable=link.may_see_timetable,
        sees_staff_names=link.may_see_staff_names,
        sees_address=link.may_see_address,
        gets_messages=link.may_message,
    )
