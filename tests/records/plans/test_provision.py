"""Support that begins and ends, and the ledger of what it promised."""

from datetime import date

import pytest
from tests.factories import plans, register

from sooner_service.journal.models import Entry
from sooner_service.plans.actions.provision import CannotProvide, start_provision, stop_provision
from sooner_service.plans.models import Provision
from sooner_service.plans.queries import delivery_between, ledger_of, provision_of, total_of
from sooner_service.register.access import Refused
from sooner_service.register.models import Term

pytestmark = pytest.mark.django_db

AMOUNT = {"code": "", "what": "Reading group", "who": "Teaching assistant", "minutes": 20, "times_a_week": 0.5, "group_size": 4}


@pytest.fixture
def setting():
    return register.organisation(authority=register.authority())


@pytest.fixture
def school_class(setting):
    return register.school_class(setting)


@pytest.fixture
def child(setting, school_class):
    return register.child(setting, school_class)


@pytest.fixture
def teacher(setting, school_class):
    return register.viewer(register.role("class_teacher", setting, classes=[school_class]))


def test_a_group_support_starts_without_a_plan_and_leaves_one_journal_entry(teacher, child):
    made = start_provision(viewer=teacher, child=child, plan=None, starts_on=register.TODAY, until=None, **AMOUNT)
    assert float(made.times_a_week) == 0.5
    assert Entry.objects.get().name == "support.start"


def test_support_for_one_child_alone_needs_a_plan(teacher, child):
    with pytest.raises(CannotProvide, match="runs under a plan"):
        start_provision(viewer=teacher, child=child, plan=None, starts_on=register.TODAY, until=None, **{**AMOUNT, "group_size": 1})
    assert not Provision.objects.exists()
    assert not Entry.objects.exists()


def test_a_teacher_of_another_class_may_not_start_support(setting, child):
    other = register.viewer(register.role("class_teacher", setting, classes=[register.school_class(setting, name="Wren")]))
    with pytest.raises(Refused):
        start_provision(viewer=other, child=child, plan=None, starts_on=register.TODAY, until=None, **AMOUNT)


def test_a_stopped_support_keeps_what_it_promised(teacher, child):
    running = plans.provision(child)
    stop_provision(viewer=teacher, provision=running, on=register.TODAY)
    assert running.until == register.TODAY
    with pytest.raises(CannotProvide, match="ended already"):
        stop_provision(viewer=teacher, provision=running, on=register.TODAY)
    assert Entry.objects.filter(name="support.stop").count() == 1


def test_the_ledger_counts_promises_by_school_days_only(teacher, child, setting):
    Term.objects.create(setting=setting, name="First half", starts_on=date(2026, 9, 7), until=date(2026, 9, 19))
    support = plans.provision(child)
    for day in (8, 10, 15):
        plans.session(support, date(2026, 9, day))
    plans.session(support, date(2026, 9, 17), "cancelled")
    [row] = ledger_of(teacher, child, register.TODAY)
    assert (row.promised, row.delivered, row.cancelled, row.owed, row.delivered_share) == (4, 3, 1, 1, 0.75)
    assert row.is_running
    assert total_of([row]).owed == 1


def test_a_session_taken_back_counts_for_nothing(teacher, child, setting):
    register.term(setting)
    support = plans.provision(child, starts_on=date(2026, 11, 16))
    plans.session(support, outcome="withdrawn", reason="delivered")
    [row] = ledger_of(teacher, child, register.TODAY)
    assert (row.delivered, row.cancelled) == (0, 0)


def test_delivery_is_counted_from_the_day_that_a_decision_starts_from(child, setting, django_assert_num_queries):
    register.term(setting)
    supports = [plans.provision(child), plans.provision(child, what="Another group")]
    plans.session(supports[0], date(2026, 9, 8))
    plans.session(supports[0], date(2026, 11, 18))
    with django_assert_num_queries(2):
        first, second = delivery_between([(each, date(2026, 11, 16)) for each in supports], on=register.TODAY)
    assert (first.promised, first.delivered) == (2, 1)
    assert second.delivered == 0


def test_a_stranger_reads_no_provision(child):
    stranger = register.viewer(register.role("senco", register.organisation()))
    with pytest.raises(Refused):
        provision_of(stranger, child)
    with pytest.raises(Refused):
        ledger_of(stranger, child, register.TODAY)
