"""Small counts, and what subtracting would give away."""

from sooner.evidence.disclosure import publishable, total_is_publishable


def test_large_counts_are_shown():
    assert publishable({"a": 10, "b": 250, "c": 0}) == {"a": 10, "b": 250, "c": 0}


def test_one_small_count_takes_the_next_smallest_with_it():
    assert publishable({"a": 4, "b": 31, "c": 250}) == {"a": None, "b": None, "c": 250}


def test_two_small_counts_that_come_to_fewer_than_ten_take_a_third():
    assert publishable({"a": 4, "b": 3, "c": 31, "d": 250}) == {"a": None, "b": None, "c": None, "d": 250}


def test_two_small_counts_that_come_to_ten_hide_each_other():
    assert publishable({"a": 4, "b": 6, "c": 31}) == {"a": None, "b": None, "c": 31}


def test_a_total_below_ten_is_not_shown():
    assert not total_is_publishable({"a": 4, "b": 3})
    assert total_is_publishable({"a": 0})
    assert total_is_publishable({"a": 4, "b": 6})
