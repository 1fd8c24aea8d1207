"""The addresses of sign-in and roles."""

from sooner_service.pages.framework import Address, public_page, signed_in_page
from sooner_service.project.sign_in import demonstration, roles

ADDRESSES: tuple[Address, ...] = (
    public_page("sign-in/", roles.choose_way, name="choose"),
    public_page("demonstration/", demonstration.choose, name="demonstration"),
    signed_in_page("start/", roles.start, name="start"),
    signed_in_page("account-without-a-role/", roles.nowhere, name="nowhere"),
    signed_in_page("change-role/", roles.switch, name="switch"),
    signed_in_page("sign-out/", roles.sign_out, name="sign_out"),
)
