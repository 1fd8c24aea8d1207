"""Parents' confidence as the core offer measured it: five standards by three services, each 0 to 100, and their plain mean.

Source: the constructs of national indicator 54 (2008 to 2010). With our own wording the figure is comparable in construct only.
"""

from dataclasses import dataclass
from math import floor
from typing import Final

import numpy as np

from sooner.measures.quantity import OUT_OF_RANGE, TOO_FEW_POINTS, Floats, Quantity, quantity

STANDARDS: Final = ("information", "assessment", "transparency", "participation", "feedback")
SERVICES: Final = ("health", "education", "care")


@dataclass(frozen=True)
class CoreOffer:
    """The indicator and its parts; a part or whole with an empty cell is undefined. `overall_rounded` takes halves up."""

    overall: Quantity
    overall_rounded: Quantity
    by_service: dict[str, Quantity]
    by_standard: dict[str, Quantity]


def core_offer(cells: Floats) -> CoreOffer:
    """The indicator of cells: five standards (rows, in the order of STANDARDS) by three services (columns, of SERVICES)."""
    overall = _mean_of(cells)
    up = [floor(each + 0.5) if np.isfinite(each) else np.nan for each in overall.value]
    return CoreOffer(
        overall=overall,
        overall_rounded=Quantity(np.array(up, dtype=np.float64), overall.reason),
        by_service={name: _mean_of(cells[:, at]) for at, name in enumerate(SERVICES)},
        by_standard={name: _mean_of(cells[at]) for at, name in enumerate(STANDARDS)},
    )


def _mean_of(cells: Floats) -> Quantity:
    return quantity(cells.mean(), (np.isnan(cells).any(), TOO_FEW_POINTS), (((cells < 0) | (cells > 100)).any(), OUT_OF_RANGE))
