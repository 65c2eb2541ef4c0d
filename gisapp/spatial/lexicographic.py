"""One linear programme with several aims, the first before the second and so on, without weights that drown each other.

After each aim the search goes on within its optimal face (complementary slackness): columns whose reduced cost is not zero stay
at their bound, rows whose price is not zero stay tight. A network stays a network that way, and its corners whole numbers.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
TOLERANCE = 1e-6


def solved(costs: Sequence[Floats], *, most: Any, most_sides: Floats, equal: Any, equal_sides: Floats, highest: Floats) -> Floats | None:
    """The corner (n,) that is best by the first cost, among those by the second …; None where there is no solution.

    ``most`` and ``equal`` are sparse (rows, n); every column lies between 0 and ``highest`` (n,).
    """
    from scipy.optimize import linprog
    from scipy.sparse import vstack

    low, high = np.zeros(len(highest)), highest.copy()
    found: Floats | None = None
    for cost in costs:
        bounds = np.column_stack((low, high))
        sides = {"A_ub": most, "b_ub": most_sides} if most.shape[0] else {}
        answer = linprog(cost, A_eq=equal, b_eq=equal_sides, bounds=bounds, method="highs-ds", **sides)
        if answer.x is None:
            return None
        found = np.asarray(answer.x)
        high = np.where(answer.lower.marginals > TOLERANCE, low, high)
        low = np.where(answer.upper.marginals < -TOLERANCE, high, low)
        if sides:
            is_tight = answer.ineqlin.marginals < -TOLERANCE
            equal, equal_sides = vstack((equal, most[is_tight])).tocsr(), np.concatenate((equal_sides, most_sides[is_tight]))
            most, most_sides = most[~is_tight], most_sides[~is_tight]
    return found
