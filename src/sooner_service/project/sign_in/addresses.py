"""The addresses of sign-in, roles and sessions."""

from sooner_service.pages.framework import Address, public_page
from sooner_service.project.sign_in import demonstration

ADDRESSES: tuple[Address, ...] = (
    public_page("demonstration/", demonstration.choose, name="demonstration"),
)
