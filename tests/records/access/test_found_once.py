"""What a viewer is to a child is found out once in a request, and never trusted across a write."""

from dataclasses import replace

import pytest
from tests.factories import register

from sooner_service.register.access import Refused, relationships_to
from sooner_service.register.acting import acting
from sooner_service.register.models import ClassStaff

pytestmark = pytest.mark.django_db


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
def in_request(setting, school_class):
    """A class teacher as one request knows them."""
    return replace(register.viewer(register.role("class_teacher", setting, classes=[school_class])), found={})


def test_asking_again_in_a_request_costs_no_query(in_request, child, django_assert_num_queries):
    first = relationships_to(in_request, child)
    with django_assert_num_queries(0):
        assert relationships_to(in_request, child) == first
    assert "own_class" in first


def test_a_write_is_judged_by_what_holds_now(in_request, child):
    assert "own_class" in relationships_to(in_request, child)
    ClassStaff.objects.all().delete()
    with pytest.raises(Refused), acting(in_request, record="concern", action="note", child=child):
        pytest.fail("A teacher who has left the class must not write.")


def test_after_a_write_it_is_found_out_anew(in_request, child):
    with acting(in_request, record="concern", action="note", child=child):
        ClassStaff.objects.all().delete()
    assert "own_class" not in relationships_to(in_request, child)


def test_a_viewer_outside_a_request_keeps_nothing(in_request, child):
    outside = replace(in_request, found=None)
    assert "own_class" in relationships_to(outside, child)
    ClassStaff.objects.all().delete()
    assert "own_class" not in relationships_to(outside, child)
