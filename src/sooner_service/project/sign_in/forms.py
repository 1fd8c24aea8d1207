"""Who may use which way in: families a code by e-mail, staff a password with a second factor, never the other way round.

A form sent for the wrong kind of account behaves as for an unknown address, so that it tells a stranger nothing.
"""

from allauth.account.forms import RequestLoginCodeForm, ResetPasswordForm

from sooner_service.register.models import Person


class FamilyCodeForm(RequestLoginCodeForm):  # type: ignore[misc]
    """Asks for a code by e-mail. An address of staff gets none: a mailbox alone must not open children's records."""

    _user: Person | None

    def clean_email(self) -> str:
        """The address; whoever works with children is treated as unknown here."""
        email: str = super().clean_email()
        if self._user is not None and self._user.is_staff_account:
            self._user = None
        return email


class StaffPasswordForm(ResetPasswordForm):  # type: ignore[misc]
    """Asks for a link to set a password. An address of a family gets none: families sign in by code."""

    users: list[Person]

    def clean_email(self) -> str:
        """The address; only staff have passwords."""
        email: str = super().clean_email()
        self.users = [user for user in self.users if user.is_staff_account]
        return email
