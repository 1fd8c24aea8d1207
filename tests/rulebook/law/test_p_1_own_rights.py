"""P-1: a young person's own rights."""

from datetime import date

from sooner.clocks.own_rights import own_rights_from


def test_rights_begin_the_day_after_the_last_friday_of_june():
    assert own_rights_from(date(2010, 3, 1)) == date(2026, 6, 27)
    assert own_rights_from(date(2011, 3, 1)) == date(2027, 6, 26)


def test_a_birthday_on_the_first_of_september_belongs_to_the_next_school_year():
    assert own_rights_from(date(2010, 8, 31)) == date(2026, 6, 27)
    assert own_rights_from(date(2010, 9, 1)) == date(2027, 6, 26)
