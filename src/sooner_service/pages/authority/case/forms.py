"""The short forms of one case that need only one page."""

from sooner_service.design.forms import ConfirmField, DateField, LongTextField, RadioField, SelectField, SoonerForm, TextField


class MatchForm(SoonerForm):
    """Whether this is the child."""

    sure = ConfirmField(
        label="I have compared the name, date of birth and setting, and this is the child", missing="Tick the box when you have compared all three"
    )


class NewChildForm(SoonerForm):
    """A child who is on nobody's roll here."""

    given_name = TextField(label="First name", max_length=60)
    family_name = TextField(label="Family name", max_length=60)
    born_on = DateField(label="Date of birth", when="past")


class WithdrawForm(SoonerForm):
    """Taking a request back."""

    on = DateField(label="When did they take the request back?", when="today_or_past")
    reasons = LongTextField(label="Who took it back, how and why?", hint="Only those who asked may take it back. Nobody may be talked out of a request.")


class RepresentationsForm(SoonerForm):
    """The family's answer to the draft."""

    on = DateField(label="When did the answer come?", when="today_or_past")
    words = LongTextField(label="What they said", hint="In their own words. Include the school or college they ask for.", required=False)


class ConsultForm(SoonerForm):
    """A setting to consult."""

    setting_name = TextField(label="School or college to consult", max_length=120)


class ReplyForm(SoonerForm):
    """What a consulted setting says."""

    on = DateField(label="When did the answer come?", when="today_or_past")
    words = LongTextField(label="What they say", hint="Being full is not by itself a ground to refuse.")


class AssignForm(SoonerForm):
    """Who is to hold the case."""

    holder = RadioField(label="Who is to hold this case?")


class HandOverForm(SoonerForm):
    """From whom to whom."""

    leaver = SelectField(label="Whose cases?")
    to = SelectField(label="Who takes them?")


class ExportForm(SoonerForm):
    """Why evidence is taken out, and how."""

    purpose = TextField(label="What do you need it for?", hint="For example, a Tribunal bundle, a complaint, an Ombudsman enquiry. It is kept.", max_length=100)
    form = RadioField(label="How do you want it?", choices=(("html", "To read and print"), ("pdf", "PDF"), ("json", "Data (JSON)")))


class BecauseForm(SoonerForm):
    """Why something no longer holds."""

    because = TextField(label="Why does it no longer hold?", max_length=200)
