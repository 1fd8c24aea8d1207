"""The addresses of concerns, baselines, support, training and a child's record."""

from sooner_service.pages.framework import Address, child_page, organisation_page
from sooner_service.pages.school.baseline import baseline
from sooner_service.pages.school.children import children, people, record, views
from sooner_service.pages.school.class_list.class_list import class_list
from sooner_service.pages.school.concern import concern
from sooner_service.pages.school.letters import letters
from sooner_service.pages.school.support import support
from sooner_service.pages.school.tray.tray import tray
from sooner_service.pages.staffing.training import training_addresses

_CHILD = "children/<str:child>/"

SUPPORT: tuple[Address, ...] = (
    organisation_page("class/", class_list, name="class_list", record="child", action="list"),
    organisation_page("children/", children.children, name="children", record="child", action="list"),
    organisation_page("tray/", tray, name="tray", record="tray", action="see"),
    child_page(_CHILD, record.record, name="record", record="child", action="see"),
    child_page(f"{_CHILD}people/", people.people, name="people", record="child", action="see"),
    child_page(f"{_CHILD}people/looked/", people.looked, name="looked", record="looked", action="see"),
    child_page(f"{_CHILD}history/", people.history, name="history", record="child", action="see"),
    child_page(f"{_CHILD}views/", views.write_down, name="write_down", record="views", action="add"),
    child_page(f"{_CHILD}views/ask/", views.ask, name="ask_family", record="views", action="ask"),
    child_page(f"{_CHILD}views/harm/", views.harm, name="harm", record="child", action="see", is_opening=False),
    child_page(f"{_CHILD}concern/", concern.note, name="note_concern", record="concern", action="note", is_opening=False),
    child_page(f"{_CHILD}concern/noted/", concern.noted, name="concern_noted", record="concern", action="note", is_opening=False),
    child_page(f"{_CHILD}concern/<int:number>/", concern.concern, name="concern", record="concern", action="acknowledge"),
    child_page(f"{_CHILD}baseline/", baseline.begin, name="baseline", record="baseline", action="complete"),
    child_page(f"{_CHILD}baseline/check/", baseline.check, name="baseline_check", record="baseline", action="complete"),
    child_page(f"{_CHILD}baseline/sign/", baseline.sign, name="baseline_sign", record="baseline", action="sign"),
    child_page(f"{_CHILD}baseline/<str:key>/", baseline.step, name="baseline_step", record="baseline", action="complete", is_opening=False),
    child_page(f"{_CHILD}support/", support.choose, name="choose_support", record="support", action="start"),
    child_page(f"{_CHILD}support/<str:code>/", support.start, name="start_support", record="support", action="start", is_opening=False),
    child_page(
        f"{_CHILD}support/<str:code>/started/", support.started, name="support_started", record="support", action="start", is_opening=False
    ),
    organisation_page("letters/", letters.letters, name="letters", record="letter", action="list"),
    organisation_page("letters/<int:number>/", letters.letter, name="letter", record="letter", action="list"),
    organisation_page("letters/<int:number>/told/", letters.told, name="letter_told", record="letter", action="list"),
    *training_addresses(),
)
