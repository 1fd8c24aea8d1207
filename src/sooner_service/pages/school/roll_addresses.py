"""The addresses of the roll and the adults around a child."""

from sooner_service.pages.framework import Address, child_page, organisation_page
from sooner_service.pages.school.roll import adults, children
from sooner_service.pages.staffing.views import staffing_addresses

ROLL: tuple[Address, ...] = (
    organisation_page("roll/", children.roll, name="roll", record="roll", action="register"),
    organisation_page("roll/add/", children.add_child, name="add_child", record="roll", action="register"),
    child_page("roll/<str:child>/adults/", adults.adults, name="adults", record="adult_link", action="add"),
    child_page("roll/<str:child>/adults/add/", adults.add_adult, name="add_adult", record="adult_link", action="add"),
    child_page("roll/<str:child>/adults/<int:link>/", adults.change_adult, name="change_adult", record="adult_link", action="edit"),
    *staffing_addresses(),
)
