"""The county known by heart between two rivers, 月河 in the west and 东沟 in the east, with ground that rises evenly from both.

Cells of 100 m over x -100..4500, y -500..4500. A cell's height above its river is 0.003 of the way to the river's cells; both run
south and fall by 0.1 m a cell. Homes above 月河: 1 and 2 at 0 m, 3 at 0.3 m, 4 at 0.6 m; above 东沟: 8 at 3.9 m, 5, 6 and 7 at 5.4 m.
(Those at x = 100, 200 … stand on the border of two cells: the lower one counts.)
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import shapely

from gisapp.storage.county import geopackage
from tests.builders import EAST, EPSG, NORTH
from tests.unit.readers.rasters import geotiff

if TYPE_CHECKING:
    from sqlite_utils import Database

WEST_RIVER, EAST_RIVER = "月河", "东沟"
WEST_X, EAST_X = 50.0, 4350.0
WEST, TOP, CELL, ROWS, COLUMNS = EAST - 100, NORTH + 4500, 100.0, 50, 46


def heights() -> np.ndarray:
    """(rows, columns) metres."""
    x = -50 + CELL * np.arange(COLUMNS)
    above = 0.003 * np.minimum(abs(x - WEST_X), abs(x - EAST_X))
    return np.round(300 + 0.1 * np.arange(ROWS)[::-1, None] + above, 1)


def terrain_file(path: Path, **more: object) -> Path:
    return geotiff(path, heights(), **{"west": WEST, "north": TOP, "cell": CELL, **more})  # type: ignore[arg-type]


def add_rivers(db: Database) -> None:
    """Both rivers as lines, far longer than the terrain."""
    for number, (name, x) in enumerate(((WEST_RIVER, WEST_X), (EAST_RIVER, EAST_X)), start=1):
        line = shapely.MultiLineString([[(EAST + x, NORTH + 9000), (EAST + x, NORTH - 9000)]])
        db["waterway"].insert({"uid": f"river-{number}", "geom": geopackage.encode(line, EPSG), "name": name, "rank": number})
