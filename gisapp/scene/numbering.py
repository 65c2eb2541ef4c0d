"""Numbers beside places on a map: whatever stands in one spot shares a label, every place has its number, none over another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

import numpy as np

from gisapp.scene.labels import Occupied
from gisapp.scene.view import FloatArray

SPOT_PX = 4.5
"""Half the size of a place's mark: labels do not cover marks."""

NEAREST_PX, FARTHEST_PX, STEP_PX = 6.0, 96.0, 7.0
DIRECTIONS = tuple((cos(turn), sin(turn)) for turn in (pi * k / 8 for k in (14, 2, 10, 6, 0, 8, 12, 4, 15, 1, 13, 3, 9, 7, 11, 5)))
JOINED_PX = (5.0, 8.0, 12.0, 18.0, 27.0, 40.0, 60.0, 90.0)
"""Places nearer than this share a label; the next larger is taken when the labels of a smaller find no room."""

Box = tuple[float, float, float, float]
"""Left, top, width, height in pixels."""

SizeOf = Callable[[str], tuple[float, float]]


@dataclass(frozen=True, slots=True)
class NumberLabel:
    """``text`` stands in ``box``; a line leads from there to ``spot``."""

    text: str
    box: Box
    spot: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Numbering:
    """``numbers[i]`` is the number of the i-th place; the labels hold every number once."""

    numbers: tuple[int, ...]
    labels: tuple[NumberLabel, ...]


def number_places(
    points_px: FloatArray,
    groups: Sequence[int],
    *,
    size_px: tuple[float, float],
    size_of: SizeOf,
    taken: Sequence[Box] = (),
    before: int = 0,
) -> Numbering:
    """Number places given in the order of their list; ``points_px`` (n, 2), ``groups`` (n,) such as their grids, rising.

    Numbers rise from group to group. Places of one group that lie together get numbers in a row and one label
    ("5–9"); how near that is grows until every label has found room. ``taken`` are boxes to keep free, ``before`` the
    highest number given on earlier sheets.
    """
    labels: tuple[NumberLabel, ...] = ()
    clusters: list[list[int]] = []
    for joined_px in JOINED_PX:
        clusters = _clusters(points_px, groups, joined_px)
        found = _place(points_px, clusters, size_px=size_px, size_of=size_of, taken=taken, before=before)
        labels = found[0]
        if found[1]:
            break
    numbers = [0] * len(points_px)
    for number, place in enumerate((place for cluster in clusters for place in cluster), before + 1):
        numbers[place] = number
    return Numbering(tuple(numbers), labels)


def _clusters(points_px: FloatArray, groups: Sequence[int], joined_px: float) -> list[list[int]]:
    """Places by spot, in the order of their first; a spot is at most ``joined_px`` around its first place."""
    clusters: list[list[int]] = []
    first: dict[tuple[int, int, int], list[int]] = {}
    for place, (x, y) in enumerate(points_px.tolist()):
        column, row = int(x // joined_px), int(y // joined_px)
        near = (
            cluster
            for dx in (-1, 0, 1)
            for dy in (-1, 0, 1)
            for cluster in first.get((groups[place], column + dx, row + dy), ())
            if hypot(points_px[clusters[cluster][0]][0] - x, points_px[clusters[cluster][0]][1] - y) <= joined_px
        )
        found = min(near, default=None)
        if found is None:
            first.setdefault((groups[place], column, row), []).append(len(clusters))
            clusters.append([place])
        else:
            clusters[found].append(place)
    return clusters


def _place(
    points_px: FloatArray,
    clusters: Sequence[Sequence[int]],
    *,
    size_px: tuple[float, float],
    size_of: SizeOf,
    taken: Sequence[Box],
    before: int,
) -> tuple[tuple[NumberLabel, ...], bool]:
    """Labels, and whether each found room of its own; one that did not stands where it would best have stood."""
    occupied = Occupied(*size_px)
    for left, top, width, height in taken:
        occupied.cover(left, top, width=width, height=height)
    for x, y in points_px.tolist():
        occupied.cover(x - SPOT_PX, y - SPOT_PX, width=2 * SPOT_PX, height=2 * SPOT_PX)
    labels, at, all_free = [], before + 1, True
    for cluster in clusters:
        last = at + len(cluster) - 1
        text = f"{at}" if last == at else f"{at}–{last}"
        spot = np.mean(points_px[list(cluster)], axis=0)
        label, is_free = _find_room(occupied, text, (float(spot[0]), float(spot[1])), size_of(text), size_px)
        labels.append(label)
        all_free = all_free and is_free
        at = last + 1
    return tuple(labels), all_free


def _find_room(
    occupied: Occupied, text: str, spot: tuple[float, float], size: tuple[float, float], size_px: tuple[float, float]
) -> tuple[NumberLabel, bool]:
    width, height = size
    reach = NEAREST_PX
    while reach <= FARTHEST_PX:
        for dx, dy in DIRECTIONS:
            left = spot[0] + dx * (reach + width / 2) - width / 2
            top = spot[1] + dy * (reach + height / 2) - height / 2
            if occupied.take(left, top, width=width, height=height):
                return NumberLabel(text, (left, top, width, height), spot), True
        reach += STEP_PX
    left = min(max(spot[0] - width / 2, 0), size_px[0] - width)
    top = min(max(spot[1] - height - NEAREST_PX, 0), size_px[1] - height)
    return NumberLabel(text, (left, top, width, height), spot), False
