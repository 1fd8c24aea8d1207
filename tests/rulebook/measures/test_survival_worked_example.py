"""Freireich et al. 1963, weeks of remission on 6-mercaptopurine, the standard worked example of Kaplan and Meier's estimate."""

import pytest

from sooner.measures.survival import kaplan_meier

ENDED = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_OPEN = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]


def test_the_published_curve_and_median():
    found = kaplan_meier([*ENDED, *STILL_OPEN], [True] * len(ENDED) + [False] * len(STILL_OPEN))
    shares = {step.at: step.share_waiting for step in found.steps}
    published = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert shares == pytest.approx(published, abs=5e-4)
    assert found.median == 23
