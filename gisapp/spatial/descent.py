"""Which of its eight neighbours the water of each cell runs to (D8): down the steepest slope, across flats the shortest way out."""

from __future__ import annotations

import numpy as np

from gisapp.spatial.neighbours import LENGTHS, MOVES, NO_VALUE, OPEN, OUT, Cells, Codes, Go, Heights, blocks, inner, steps


def steepest(ground: Heights, go: Go) -> Codes:
    """The code of the steepest way down from each cell of a walled grid; the walls are NO_VALUE.

    Of equally steep ways the first of MOVES holds. A cell beside a wall without any way down is OUT, another one OPEN.
    """
    codes = np.full(ground.shape, NO_VALUE, np.uint8)
    with np.errstate(invalid="ignore"):
        for rows in blocks(ground.shape):
            go()
            here = inner(ground, rows)
            best = np.zeros(here.shape, np.float32)
            code = np.full(here.shape, OPEN, np.uint8)
            beside_wall = np.zeros(here.shape, bool)
            for number, (move, length) in enumerate(zip(MOVES, LENGTHS, strict=True)):
                there = inner(ground, rows, move)
                beside_wall |= there == np.inf
                drop = (here - there) * np.float32(1 / length)
                np.copyto(code, np.uint8(number), where=drop > best)
                np.fmax(best, drop, out=best)
            code[(code == OPEN) & beside_wall] = OUT
            code[here == np.inf] = NO_VALUE
            inner(codes, rows)[:] = code
    return codes


def across_flats(ground: Heights, codes: Codes, go: Go) -> None:
    """Lead every OPEN cell to a neighbour of its own height from which the water runs on, ring by ring; in place.

    What stays OPEN lies at the bottom of a depression.
    """
    heights, flat, away = ground.ravel(), codes.ravel(), steps(codes.shape[1])
    front = _beside_open(heights, flat, away, go)
    while len(front):
        go()
        reached = []
        for number in range(len(MOVES)):
            behind = front - away[number]
            behind = behind[(flat[behind] == OPEN) & (heights[behind] == heights[front])]
            flat[behind] = number
            reached.append(behind)
        front = np.concatenate(reached)


def _beside_open(heights: Heights, flat: Codes, away: Cells, go: Go) -> Cells:
    """The cells whose water runs on and that have an OPEN neighbour of their height."""
    waiting = np.flatnonzero(flat == OPEN).astype(np.int32)
    is_beside = np.zeros(len(flat), bool)
    for number in range(len(MOVES)):
        go()
        beside = waiting + away[number]
        is_beside[beside[(flat[beside] <= OUT) & (heights[beside] == heights[waiting])]] = True
    return np.flatnonzero(is_beside).astype(np.int32)
