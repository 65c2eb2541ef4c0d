"""A terrain raster into the county: heights of any CRS on a square raster of its own, in the place of those that were there."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import new_uid
from gisapp.domain.river_level import CM
from gisapp.language import tr
from gisapp.readers.raster_place import RasterPlace
from gisapp.readers.raster_process import heights_of
from gisapp.readers.terrain_grid import Wish
from gisapp.readers.terrain_raster import TerrainFile
from gisapp.services.hazards.raster_crs import raster_crs
from gisapp.services.places.ask_crs import Ground
from gisapp.spatial.neighbours import BLOCK_CELLS, Go, asking
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.county import history
from gisapp.storage.hazards import terrain
from gisapp.storage.hazards.terrain import NO_HEIGHT, Terrain
from gisapp.storage.places import layers

if TYPE_CHECKING:
    from sqlite_utils import Database

MARGIN_M = 3_000.0
"""Beyond the county: so much of what drains into it and out of it is read too."""
WHOLE_METRES_CM, FINE_CM = 100, 10
MOST_STEPS = 65_000
Cancelled = Callable[[], bool] | None
Progress = Callable[[int, int], None] | None


@dataclass(frozen=True, slots=True)
class TerrainImport:
    """``told``: what was odd about the file; ``change`` is None when the county has these very heights already."""

    terrain: Terrain
    told: tuple[str, ...]
    change: Change | None


def read_terrain(
    connection: sqlite3.Connection, path: Path, *, source: SourceCrs | None = None, progress: Progress = None, cancelled: Cancelled = None
) -> tuple[Terrain, tuple[str, ...]]:
    """The heights of a GeoTIFF around the county, not kept, and what was odd about them.

    ``source``: the coordinates of a file that states none or wrong ones. Raises BadFile, BadRequest (CrsAsked), Cancelled.
    """
    ground = Ground(connection)

    def written_in(place: RasterPlace) -> str:
        return raster_crs(place, path, ground, chosen=source)

    wish = Wish(ground.epsg, around_county(connection), written_in, asking(cancelled), progress or (lambda _done, _total: None))
    read = heights_of(path, wish)
    return _packed(read, wish.go), read.told


def around_county(connection: sqlite3.Connection) -> tuple[float, float, float, float] | None:
    """(west, south, east, north) of what is read, in the county's metres; None = all of a file."""
    found = layers.extent_of_cells(connection)
    return None if found is None else (found[0] - MARGIN_M, found[1] - MARGIN_M, found[2] + MARGIN_M, found[3] + MARGIN_M)


def import_terrain(
    db: Database, path: Path, *, who: str, source: SourceCrs | None = None, progress: Progress = None, cancelled: Cancelled = None
) -> TerrainImport:
    """Keep the heights of a GeoTIFF in the county file, in the place of those that were there. Raises as read_terrain."""
    read, told = read_terrain(db.conn, path, source=source, progress=progress, cancelled=cancelled)
    before = terrain.read(db.conn)
    if before is not None and _is_same(before, read):
        return TerrainImport(before, told, None)
    label = tr("读入地形：{source}", source=read.source)
    with history.recorded(db, label=label, who=who, kinds=(Kind.TERRAIN,)) as entry:
        kept = terrain.replace(db.conn, read, new_uid(), go=asking(cancelled))
    return TerrainImport(read, told, Change(label, (Kind.TERRAIN,), (kept,), entry))


def describe_terrain(found: Terrain) -> str:
    """How fine the heights are: what decides how far a level can be trusted."""
    fineness = {"cell": f"{found.cell_m:g}", "step": f"{found.unit_cm / CM:g}"}
    return tr("地形像元 {cell} 米，高程精确到 {step} 米", **fineness)


def _packed(read: TerrainFile, go: Go) -> Terrain:
    """Whole metres where the file has them, else tenths; coarser where a county would not fit in."""
    go()
    heights = read.heights
    low, high = float(np.nanmin(heights)), float(np.nanmax(heights))
    known = heights[~np.isnan(heights)]
    go()
    unit_cm = WHOLE_METRES_CM if (known == np.round(known)).all() else FINE_CM
    while (high - low) * CM / unit_cm > MOST_STEPS:
        unit_cm *= 2
    base_m = 0 if unit_cm == WHOLE_METRES_CM else round((low + high) / 2)
    steps = np.full(heights.shape, NO_HEIGHT, np.int16)
    whole = np.empty(len(known), np.int16)
    for at in range(0, len(known), BLOCK_CELLS):
        go()
        whole[at : at + BLOCK_CELLS] = np.round((known[at : at + BLOCK_CELLS].astype(np.float64) - base_m) * (CM / unit_cm))
    steps[~np.isnan(heights)] = whole
    return Terrain(None, read.west, read.north, read.cell_m, base_m, unit_cm, read.name, steps)


def _is_same(one: Terrain, other: Terrain) -> bool:
    facts = [(each.west, each.north, each.cell_m, each.base_m, each.unit_cm) for each in (one, other)]
    return facts[0] == facts[1] and np.array_equal(one.steps, other.steps)
