"""Whatever is published, subtracting it from the total never describes fewer than ten people."""

from hypothesis import given
from hypothesis import strategies as st

from sooner.evidence.disclosure import SMALLEST_PUBLISHED, publishable, total_is_publishable

COUNTS = st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 60), max_size=7)


@given(COUNTS)
def test_what_is_hidden_is_ten_or_more_or_everything(counts):
    shown = publishable(counts)
    left = sum(counts.values()) - sum(count for count in shown.values() if count)
    everything_is_hidden = all(shown[key] is None for key, count in counts.items() if count)
    assert left == 0 or left >= SMALLEST_PUBLISHED or everything_is_hidden


@given(COUNTS)
def test_no_count_from_one_to_nine_is_shown(counts):
    assert all(count is None or count == 0 or count >= SMALLEST_PUBLISHED for count in publishable(counts).values())


@given(COUNTS)
def test_what_is_shown_is_true(counts):
    assert all(count is None or count == counts[key] for key, count in publishable(counts).items())
    assert total_is_publishable(counts) == (not 0 < sum(counts.values()) < SMALLEST_PUBLISHED)
