"""Types of need."""

import pytest

from sooner.law.data_standards.need_types import need_type, need_types


def test_the_return_takes_every_type_but_the_one_for_no_assessment():
    assert {each.code for each in need_types() if not each.in_sen2} == {"NSA"}


def test_a_type_has_an_everyday_name():
    assert need_type("ASD").plain == "Autism"


def test_an_unknown_type_is_refused_with_the_list():
    with pytest.raises(ValueError, match="'XYZ' is not a type of need. Use one of: SPLD"):
        need_type("XYZ")
