"""What an invented area holds: nobody real, nothing that could be anybody's, sums that add up, and people to be."""

import re
from collections import Counter
from datetime import date

import pytest
from django.conf import settings
from django.core import mail
from django.db import transaction

from sooner.attendance.codes import attendance_code
from sooner_service.advice.models import CaseNote, Grant, Pulse, ServiceKey
from sooner_service.advice.sealing import open_key, unseal
from sooner_service.assessment.models import Baseline, Concern, TierMove
from sooner_service.attendance.models import AttendanceCount
from sooner_service.ehc.models import Case
from sooner_service.journal.models import Entry
from sooner_service.plans.models import PlanVersion, Provision, Session
from sooner_service.project import checks
from sooner_service.project.demonstration import area
from sooner_service.project.demonstration.cast import guides
from sooner_service.project.demonstration.sealed_words import PASSPHRASE
from sooner_service.register.calendar import school_days
from sooner_service.register.models import AdultLink, Child, Notice, Organisation, Person

TODAY = date(2026, 11, 25)
EXAMPLE = re.compile(r"@([a-z-]+\.)*example\.(org|com)$")
DRAMA = re.compile(r"^(07700 900\d{3}|01632 960\d{3})$")
POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b")


@pytest.fixture(scope="module")
def built(django_db_setup, django_db_blocker):
    """One small area with few pupils, for all tests of this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield area.build_scaled(size="small", seed=1, today=TODAY, scale=0.08, way="bulk")
        transaction.set_rollback(True)


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("built")]


def test_everybody_is_marked_invented():
    assert not Organisation.objects.filter(is_invented=False).exists()
    assert not Person.objects.filter(is_invented=False).exists()
    assert not Child.objects.filter(is_invented=False).exists()
    assert next(each for each in checks.findings() if each.name == "invented").is_well
    assert next(each for each in checks.findings() if each.name == "journal").is_well


def test_no_address_number_or_mailbox_can_be_anybodys():
    assert all(EXAMPLE.search(email) for email in Person.objects.exclude(email=None).values_list("email", flat=True))
    assert all(EXAMPLE.search(email) for email in Organisation.objects.values_list("email", flat=True))
    assert all(DRAMA.match(each) for each in Person.objects.exclude(telephone="").values_list("telephone", flat=True))
    assert all(DRAMA.match(each) for each in Organisation.objects.values_list("telephone", flat=True))
    assert not [each for each in AdultLink.objects.values_list("home_address", flat=True) if POSTCODE.search(each)]
    assert all(each.startswith("WRN-") for each in Organisation.objects.values_list("reference", flat=True))


def test_nobody_can_sign_in_with_a_password():
    assert not [person for person in Person.objects.all() if person.has_usable_password()]


def test_no_mail_goes_out_about_the_past():
    assert mail.outbox == []
    assert settings.EMAIL_BACKEND == "django.core.mail.backends.locmem.EmailBackend"


def test_attendance_adds_up_to_the_half_days_of_each_half_term_with_codes_of_its_time():
    rows = AttendanceCount.objects.select_related("child", "setting").filter(half_term="2025-26/5")[:60]
    term = {row.setting_id: row.setting.terms.get(starts_on=row.starts_on) for row in rows}
    for row in rows:
        joined = row.child.registrations.get().starts_on
        days = school_days(row.setting, starts_on=max(joined, row.starts_on), until=term[row.setting_id].until)
        assert sum(row.counts.values()) == 2 * len(days)
    for row in AttendanceCount.objects.all()[:4000]:
        assert all(attendance_code(mark, on=row.starts_on) for mark in row.counts)
        assert all(number > 0 for number in row.counts.values())


def test_history_reaches_back_three_school_years():
    years = set(AttendanceCount.objects.values_list("half_term", flat=True))
    assert {"2023-24/1", "2024-25/1", "2025-26/1", "2026-27/1", "2026-27/2"} <= years
    assert "2026-27/3" not in years


def test_nothing_happens_in_the_future():
    assert not Entry.objects.filter(at__date__gt=TODAY).exists()
    assert not Session.objects.filter(on__gt=TODAY).exists()
    assert not Notice.objects.filter(at__date__gt=TODAY).exists()


def test_every_state_of_support_has_children():
    assert Concern.objects.filter(acknowledged_on=None, closed_on=None).exists()
    assert Concern.objects.exclude(closed_on=None).exists()
    assert {"ready", "signed"} <= set(Baseline.objects.values_list("status", flat=True))
    assert {"draft", "shared", "final"} <= set(PlanVersion.objects.values_list("status", flat=True))
    assert {"delivered", "cancelled"} <= set(Session.objects.values_list("outcome", flat=True))
    assert {"step_up", "keep", "change"} <= set(TierMove.objects.values_list("kind", flat=True))
    assert Provision.objects.filter(group_size=1).exists() and Provision.objects.filter(group_size__gt=1).exists()


def test_cases_stand_in_many_states_and_some_wait_for_somebody_to_match_them():
    states = Counter(Case.objects.values_list("state", flat=True))
    assert {"requested", "assessing", "refused_to_assess", "draft_issued", "drafting", "withdrawn", "plan_final", "in_review"} <= set(states)
    assert Case.objects.filter(child=None).count() >= 3
    assert Case.objects.filter(next_limit_on__lt=TODAY).exists()


def test_a_tier_and_a_status_agree():
    assert not Child.objects.filter(sen_status="E").exclude(tier=3).exists()
    assert not Child.objects.filter(sen_status="N", tier__gt=1).exists()


def test_texts_are_hardly_ever_the_same():
    told = list(Concern.objects.values_list("what", flat=True))
    assert len(set(told)) > 0.95 * len(told)


def test_the_advisers_notes_open_with_the_passphrase_that_visitors_are_told():
    kept = ServiceKey.objects.get()
    key = open_key(PASSPHRASE, salt=kept.salt, wrapped=kept.wrapped_key)
    notes = list(CaseNote.objects.all())
    assert notes
    assert all(len(unseal(note.sealed, key=key)) > 20 for note in notes)
    assert Grant.objects.exists() and Pulse.objects.exists()


def test_the_page_of_people_to_be_needs_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        groups = guides()
    assert [group.title for group in groups] == ["School", "Family", "Council", "Advice and specialists"]
    assert sum(len(group.people) for group in groups) == 16
    assert any("passphrase" in guide.what for group in groups for guide in group.people)


def test_nothing_is_recorded_about_maya_yet():
    maya = Child.objects.get(given_name="Maya", family_name="Nair")
    assert (maya.year_group, maya.tier, maya.sen_status) == (2, 0, "N")
    assert not maya.concerns.exists() and not maya.provision.exists() and not maya.cases.exists()
    assert set(Entry.objects.filter(child_id=maya.pk).values_list("name", flat=True)) == {"roll.register", "adult_link.add"}


def test_an_area_is_not_built_on_top_of_another():
    with pytest.raises(area.CannotBuild, match="empty instance"):
        area.build(size="tiny", seed=1, today=TODAY)


def test_a_service_for_real_children_refuses_invented_ones(settings):
    settings.DEMONSTRATION = False
    with pytest.raises(area.CannotBuild, match="real children"):
        area.build(size="tiny", seed=1, today=TODAY)


def test_the_command_says_who_one_may_be():
    assert any("Hannah Whitworth, class teacher" in line for line in area.sign_in_lines())
