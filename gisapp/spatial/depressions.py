"""Fill depressions: raise every cell to the lowest level over which its water can leave the raster.

The outcome is that of a priority flood (Barnes, Lehman and Mulla 2014), which visits cell by cell; here whole
depressions are joined over their lowest passes (as Cordonnier, Bovy and Braun 2019), in a few passes over arrays.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from gisapp.spatial.descent import across_flats, steepest
from gisapp.spatial.lowest_links import lowest_links
from gisapp.spatial.neighbours import MOVES, OPEN, Cells, Codes, Go, Heights, blocks, ends_of, inner, next_cells

Passes = tuple[NDArray[np.int64], NDArray[np.float32]]
HALF_OF_MOVES = (MOVES[1], MOVES[2], MOVES[5], MOVES[6])
"""Each pair of neighbours once."""
ALL_AROUND = np.ones((3, 3), bool)
OUTSIDE = 0


def filled(ground: Heights, go: Go) -> Heights:
    """A walled grid without depressions: from every cell the water finds a way off the raster that never rises."""
    codes = steepest(ground, go)
    across_flats(ground, codes, go)
    basins, count = _basins(codes, go)
    if count == 1:
        return ground
    level = _spill_levels(_passes(ground, basins, count, go), count, go)
    go()
    return np.maximum(ground, level[basins])


def _basins(codes: Codes, go: Go) -> tuple[NDArray[np.int32], int]:
    """The depression whose bottom the water of each cell reaches, OUTSIDE where it leaves the raster; and their number, that included."""
    from scipy import ndimage

    bottoms, count = ndimage.label(codes == OPEN, structure=ALL_AROUND, output=np.int32)
    go()
    return bottoms.ravel()[ends_of(next_cells(codes), go)].reshape(codes.shape), count + 1


def _passes(ground: Heights, basins: NDArray[np.int32], count: int, go: Go) -> Passes:
    """The passes between neighbouring basins, the lowest of each block: (lower number * count + higher number, its height)."""
    found = []
    for rows in blocks(ground.shape):
        here, own = inner(ground, rows), inner(basins, rows)
        for move in HALF_OF_MOVES:
            go()
            there, other = inner(ground, rows, move), inner(basins, rows, move)
            met = np.nonzero((own != other) & (here != np.inf) & (there != np.inf))
            found.append(_lowest(_pairs(own[met], other[met], count), np.maximum(here[met], there[met])))
        found.append(_over_the_edge(ground, rows, own))
    return np.concatenate([pairs for pairs, _ in found]), np.concatenate([heights for _, heights in found])


def _over_the_edge(ground: Heights, rows: slice, own: NDArray[np.int32]) -> Passes:
    """The passes from a basin straight off the raster: its cells beside a wall."""
    here = inner(ground, rows)
    at_wall = np.zeros(here.shape, bool)
    for move in MOVES:
        at_wall |= inner(ground, rows, move) == np.inf
    met = np.nonzero(at_wall & (own != OUTSIDE) & (here != np.inf))
    return _lowest(own[met].astype(np.int64), here[met])


def _pairs(one: NDArray[np.int32], other: NDArray[np.int32], count: int) -> NDArray[np.int64]:
    return np.minimum(one, other).astype(np.int64) * count + np.maximum(one, other)


def _lowest(pairs: NDArray[np.int64], heights: NDArray[np.float32]) -> Passes:
    """Each pair once, with its lowest height."""
    order = np.lexsort((heights, pairs))
    pairs, heights = pairs[order], heights[order]
    is_first = np.ones(len(pairs), bool)
    is_first[1:] = pairs[1:] != pairs[:-1]
    return pairs[is_first], heights[is_first]


def _spill_levels(passes: Passes, count: int, go: Go) -> NDArray[np.float32]:
    """(count,) the level at which each basin spills to the outside: the highest pass of the lowest way; -inf OUTSIDE."""
    from scipy.sparse import csr_matrix
    from scipy.sparse.csgraph import breadth_first_order

    pairs, heights = passes
    one, other = (ends.astype(np.int32) for ends in np.divmod(pairs, count))
    links = lowest_links(one, other, heights, count, go)
    one, other, heights = one[links], other[links], heights[links]
    tree = csr_matrix((np.ones(len(links), np.int8), (one, other)), shape=(count, count))
    _, before = breadth_first_order(tree, OUTSIDE, directed=False)
    go()
    before[before < 0] = OUTSIDE
    level = np.full(count, -np.inf, np.float32)
    level[np.where(before[other] == one, other, one)] = heights
    return _highest_on_way(level, before, go)


def _highest_on_way(level: NDArray[np.float32], following: Cells, go: Go) -> NDArray[np.float32]:
    """The highest level on the way from each basin to the outside."""
    while True:
        go()
        higher = np.maximum(level, level[following])
        further = following[following]
        if np.array_equal(further, following):
            return higher
        level, following = higher, further
