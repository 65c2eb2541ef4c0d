"""Whether the points or lines of a file lie beside where the county has them: then how they are meant is asked, not guessed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.ledger.known_grids import column
from gisapp.services.places.ask_crs import Ground, ask_about_border, ask_about_shift, ask_about_units
from gisapp.spatial.shift import shift_of_places
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.places import layers

LIKE_LENGTH = 0.1
"""A line of the same name that is longer or shorter by more is another line, or only a part of it."""


def ask_about_points(
    connection: sqlite3.Connection,
    ground: Ground,
    source: SourceCrs,
    *,
    known: Sequence[tuple[shapely.Geometry, shapely.Geometry]],
    named: Sequence[tuple[shapely.Geometry, int]],
    against: str,
) -> None:
    """Raise CrsAsked when points lie beside the county's of the same name, outside the village they name, or out of the county.

    ``known`` pairs each point with the county's place of it, ``named`` with the id of the division that its row names.
    """
    there = _xy([old for _, old in known])
    ask_about_shift(
        column([new for new, _ in known]),
        lambda moved: shift_of_places(shapely.get_coordinates(shapely.centroid(moved)), there),
        source,
        ground,
        against=against,
    )
    divisions = layers.divisions(connection)
    areas = dict(zip(divisions.ids.tolist(), divisions.geometries.tolist(), strict=True))
    ask_about_units(column([point for point, _ in named]), column([areas.get(unit) for _, unit in named]), source, ground)
    ask_about_border(column([point for point, _ in named]), source, ground)


def ask_about_lines(
    lines: Sequence[shapely.Geometry],
    ground: Ground,
    source: SourceCrs,
    *,
    known: Sequence[tuple[shapely.Geometry, shapely.Geometry]],
    against: str,
    go_on: Callable[[], None],
) -> None:
    """Raise CrsAsked when lines lie beside the county's of the same name, or jut out of the county on one side."""
    like = [(new, old) for new, old in known if abs(new.length - old.length) <= LIKE_LENGTH * old.length]
    there = _xy([old for _, old in like])
    ask_about_shift(
        column([new for new, _ in like]),
        lambda moved: shift_of_places(shapely.get_coordinates(shapely.centroid(moved)), there),
        source,
        ground,
        against=against,
    )
    go_on()
    ask_about_border(column(list(lines)), source, ground)


def _xy(shapes: Sequence[shapely.Geometry]) -> NDArray[np.float64]:
    found: NDArray[np.float64] = shapely.get_coordinates(shapely.centroid(column(list(shapes))))
    return found
