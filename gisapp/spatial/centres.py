"""Well-spread centres: where cells, villages or hamlets gather a cloud of weighted points."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


def k_means(rng: np.random.Generator, points: Floats, count: int, *, rounds: int = 8, fixed: Floats | None = None) -> Floats:
    """``count`` of ``points`` (n, 2), each near the middle of its share (Lloyd's algorithm).

    ``fixed`` points come on top and never move. Raises ValueError when there are fewer points than centres.
    """
    from scipy.spatial import cKDTree

    if len(points) < count:
        raise ValueError(f"{count} centres asked of {len(points)} points")
    centres = points[np.sort(rng.choice(len(points), count, replace=False))]
    for _ in range(rounds):
        every = centres if fixed is None else np.concatenate((centres, fixed))
        _, owner = cKDTree(every).query(points)
        sizes = np.bincount(owner, minlength=len(every))[:count]
        sums = np.column_stack([np.bincount(owner, points[:, axis], len(every))[:count] for axis in (0, 1)])
        moved = np.where(sizes[:, None] > 0, sums / np.maximum(sizes, 1)[:, None], centres)
        centres = moved
    return _nearest_distinct(points, centres)


def _nearest_distinct(points: Floats, centres: Floats) -> Floats:
    """Each centre's nearest point, no point taken twice."""
    from scipy.spatial import cKDTree

    tree = cKDTree(points)
    _, nearest = tree.query(centres)
    taken = np.zeros(len(points), dtype=bool)
    late = []
    for at, point in enumerate(nearest.tolist()):
        if taken[point]:
            late.append(at)
        taken[point] = True
    for at in late:
        _, choices = tree.query(centres[at], k=min(256, len(points)))
        free = [point for point in choices.tolist() if not taken[point]]
        nearest[at] = free[0] if free else int(np.flatnonzero(~taken)[0])
        taken[nearest[at]] = True
    return points[nearest]


def scattered(rng: np.random.Generator, weights: Floats, count: int) -> Ints:
    """``count`` flat cell indices drawn with replacement in proportion to ``weights``."""
    total = np.cumsum(weights.ravel())
    return np.searchsorted(total, rng.random(count) * total[-1], side="right").astype(np.int64)


def shares(weights: Floats, total: int, *, least: int = 0) -> Ints:
    """Whole numbers in proportion to ``weights`` that add up to ``total`` exactly, each at least ``least``.

    Largest remainders get the rest. Raises ValueError when ``least`` for each is more than ``total``.
    """
    free = total - least * len(weights)
    if free < 0:
        raise ValueError(f"{total} is less than {least} for each of {len(weights)}")
    exact = weights / weights.sum() * free
    whole = np.floor(exact).astype(np.int64)
    order = np.argsort(-(exact - whole), kind="stable")
    whole[order[: free - int(whole.sum())]] += 1
    return whole + least
