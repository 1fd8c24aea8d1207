"""Everybody of the invented area signs in and opens every page of their menu, on a wide screen and at 320 pixels."""

import pytest
from tests.journeys.walking import Walker

PEOPLE = (
    "Hannah Whitworth", "Joyce Asante", "Folake Adeyemi", "Martin Kershaw", "Denise Oldroyd", "Alan Sedgwick", "Anjali Nair", "Declan Cassidy",
    "Tamara Beckford", "Gareth Prosser", "Sunita Desai", "Tomasz Mazur", "Lorraine Clegg", "Bernadette Tierney", "Efua Boateng", "Rachel Lumb",
)  # fmt: skip
ON_PHONES = ("Hannah Whitworth", "Martin Kershaw", "Denise Oldroyd", "Anjali Nair", "Declan Cassidy", "Tamara Beckford", "Lorraine Clegg")
PUBLIC = (
    "/", "/sign-in/", "/advice/", "/request-ehc/", "/tracker/", "/about/", "/who-can-help/", "/privacy/", "/cookies/", "/accessibility/",
    "/account/login/", "/account/login/code/", "/account/password/reset/",
)  # fmt: skip


def menu_of(walker: Walker) -> list[str]:
    """The addresses of the menu."""
    links = walker.page.locator("nav[aria-label='Menu'] a")
    return [str(links.nth(place).get_attribute("href")) for place in range(links.count())]


def open_the_menu(walker: Walker, name: str) -> None:
    walker.be(name)
    addresses = menu_of(walker)
    assert addresses, f"{name} has no menu"
    for address in addresses:
        walker.go(address)


@pytest.mark.parametrize("name", PEOPLE)
def test_every_page_of_the_menu_is_sound_on_a_wide_screen(walker, name):
    open_the_menu(walker, name)


@pytest.mark.parametrize("name", ON_PHONES)
def test_every_page_of_the_menu_is_sound_on_a_phone(phone, name):
    open_the_menu(phone, name)


def test_the_pages_for_anyone_are_sound_on_a_wide_screen_and_on_a_phone(walker, phone):
    for address in PUBLIC:
        walker.go(address)
        phone.go(address)


def test_the_record_that_the_readme_shows(walker):
    walker.be("Folake Adeyemi").go("/school/children/?tier=1")
    walker.page.locator("tbody th a").first.click()
    walker.look().sees("Next step").picture("record")
