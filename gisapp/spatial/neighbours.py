"""The eight neighbours of every cell of a raster, and following a way from cell to cell to its end."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from gisapp.errors import Cancelled
from gisapp.language import tr

Heights = NDArray[np.float32]
Codes = NDArray[np.uint8]
Cells = NDArray[np.int32]
Go = Callable[[], None]
Value = TypeVar("Value", bound=np.generic)

MOVES = ((-1, 0), (0, 1), (1, 0), (0, -1), (-1, 1), (1, 1), (1, -1), (-1, -1))
"""(row, column) of neighbour 0 to 7: north, east, south, west, then the diagonals clockwise."""
LENGTHS = (1.0,) * 4 + (2**0.5,) * 4
"""Of each move, in cells."""
OUT, NO_VALUE, OPEN = 8, 9, 10
"""Codes that are no move: leaves the raster here; has no height; not decided yet."""
BLOCK_CELLS = 400_000
"""Worked on between two looks at whether anybody still wants the answer: some milliseconds."""


def walled(heights: Heights) -> Heights:
    """``heights`` (rows, columns), NaN = no value, with a wall of inf around them and where they have none."""
    return np.pad(np.where(np.isnan(heights), np.float32(np.inf), heights).astype(np.float32), 1, constant_values=np.float32(np.inf))


def inner(grid: NDArray[Value], rows: slice, move: tuple[int, int] = (0, 0)) -> NDArray[Value]:
    """What lies ``move`` away from the cells of these inner ``rows`` (counted without the wall) of a walled grid."""
    down, right = move
    return grid[1 + rows.start + down : 1 + rows.stop + down, 1 + right : grid.shape[1] - 1 + right]


def blocks(shape: tuple[int, int]) -> Iterator[slice]:
    """Inner rows of a walled grid, about BLOCK_CELLS at a time."""
    rows, height = shape[0] - 2, max(1, BLOCK_CELLS // shape[1])
    for top in range(0, rows, height):
        yield slice(top, min(top + height, rows))


def steps(columns: int) -> NDArray[np.int32]:
    """By code how far away the next cell is in a flat grid of ``columns``; OUT, NO_VALUE and OPEN stay where they are."""
    moves = [down * columns + right for down, right in MOVES]
    return np.array([*moves, 0, 0, 0], np.int32)


def next_cells(codes: Codes) -> Cells:
    """(rows * columns,) the flat cell that each cell of ``codes`` (rows, columns) leads to, itself where its way ends."""
    away = steps(codes.shape[1])
    found = np.arange(codes.size, dtype=np.int32)
    flat = codes.ravel()
    for begin in range(0, codes.size, BLOCK_CELLS):
        part = slice(begin, begin + BLOCK_CELLS)
        found[part] += away[flat[part]]
    return found


def ends_of(following: Cells, go: Go) -> Cells:
    """The last cell of the way that begins at each cell: looks twice as far ahead every time."""
    while True:
        further = following[following]
        go()
        if np.array_equal(further, following):
            return following
        following = further


def unhurried() -> None:
    """Nobody waits to cancel."""


def asking(cancelled: Callable[[], bool] | None) -> Go:
    """A call that raises Cancelled once ``cancelled()`` says so."""
    if cancelled is None:
        return unhurried

    def go() -> None:
        if cancelled():
            raise Cancelled(tr("已取消。"))

    return go
