"""Who may get an account, and how a person appears to the sign-in library."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest

from sooner_service.register.models import Person


class SignInAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are made by an organisation or after a check of the link to a child; nobody signs up alone."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def populate_username(self, request: HttpRequest, user: Person) -> None:
        """People have no user name, only an e-mail address."""

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """To the first page of the person's role."""
        return "/start/"
