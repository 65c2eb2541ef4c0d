"""Where the county's water runs, worked out from its terrain and waterways once and kept in the county file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.river_level import CM
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.spatial.drainage import Drainage, drainage_of
from gisapp.spatial.neighbours import asking
from gisapp.spatial.raster import Frame
from gisapp.spatial.voids import bridged
from gisapp.storage.county import county_file
from gisapp.storage.hazards import terrain
from gisapp.storage.hazards.terrain import PackedDrainage, Terrain
from gisapp.storage.places import layers
from gisapp.storage.places.layers import Shapes

if TYPE_CHECKING:
    from sqlite_utils import Database

METHOD = "d8 steepest, flats by rings, known waterways lowered 20 m, holes bridged, version 1"
"""Changed whenever the same terrain would drain otherwise: what was kept is then made anew."""
BURNT_M = 20.0
"""Known waterways are lowered so far while ways are sought: more than dams and bridges rise in a terrain model, less than valleys sink."""
Mask = NDArray[np.bool_]
Cancelled = Callable[[], bool] | None
Progress = Callable[[int, int], None] | None


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """A terrain with its drainage in steps of height; ``waterways`` marks the cells of known ones (rows, columns)."""

    terrain: Terrain
    frame: Frame
    drainage: Drainage
    waterways: Mask


def kept_ground(connection: sqlite3.Connection) -> Ground | None:
    """The county's terrain with the drainage kept for it; None while it is not prepared. Raises BadRequest without a terrain."""
    found = own_terrain(connection)
    kept = terrain.drainage(connection, found, terrain.made_from(connection, METHOD))
    if kept is None:
        return None
    return ground_from(connection, found, kept)


def ground_from(connection: sqlite3.Connection, found: Terrain, kept: PackedDrainage) -> Ground:
    """A terrain with the drainage that was worked out from it and kept as ``packed_drainage`` makes it."""
    surface = bridged(found.plain_steps())
    surface += kept.raised
    frame = frame_of(found)
    return Ground(found, frame, Drainage(kept.ways, surface, kept.drained), waterway_cells(frame, layers.waterways(connection)))


def packed_drainage(made: Ground) -> PackedDrainage:
    """What of a drainage has to be kept beside its terrain."""
    raised = np.nan_to_num(made.drainage.surface - bridged(made.terrain.plain_steps())).astype(np.uint16)
    return PackedDrainage(made.drainage.ways, raised, made.drainage.drained)


def prepare_ground(db: Database, *, progress: Progress = None, cancelled: Cancelled = None) -> Ground:
    """The same, worked out and kept where it is not yet. Raises BadRequest without a terrain, Cancelled with nothing kept."""
    kept = kept_ground(db.conn)
    if kept is not None:
        return kept
    found = own_terrain(db.conn)
    made = ground_of(db.conn, found, progress=progress, cancelled=cancelled)
    go = asking(cancelled)
    packed = packed_drainage(made)
    with county_file.transaction(db):
        terrain.keep_drainage(db.conn, int(found.id or 0), packed, terrain.made_from(db.conn, METHOD), go=go)
    return made


def ground_of(connection: sqlite3.Connection, found: Terrain, *, progress: Progress = None, cancelled: Cancelled = None) -> Ground:
    """The drainage of any terrain with the county's waterways, not kept; a second for 2,000 x 2,000 cells. Raises Cancelled."""
    go = asking(cancelled)
    frame = frame_of(found)
    waterways = waterway_cells(frame, layers.waterways(connection))
    burnt = BURNT_M * CM / found.unit_cm
    go()
    drainage = drainage_of(bridged(found.plain_steps(), go=go), waterways, burnt=burnt, go=go, progress=progress)
    return Ground(found, frame, drainage, waterways)


def own_terrain(connection: sqlite3.Connection) -> Terrain:
    """The county's terrain; raises BadRequest when it has none."""
    found = terrain.read(connection)
    if found is None:
        raise BadRequest(tr("本县还没有地形。"), tr("请先读入数字高程模型（DEM），一个 GeoTIFF 文件，例如 30 米或 12.5 米的。"))
    return found


def frame_of(found: Terrain) -> Frame:
    """Where the terrain's cells lie."""
    return Frame(found.west, found.north, found.cell_m, *found.steps.shape)


def waterway_cells(frame: Frame, waterways: Shapes, *, name: str | None = None) -> Mask:
    """(rows, columns) the cells through which waterways run, of one name or all; what lies off the raster is left out."""
    bounds = (frame.west, frame.north - frame.rows * frame.cell_m, frame.west + frame.columns * frame.cell_m, frame.north)
    chosen = [shape for shape, own in zip(waterways.geometries, waterways.names, strict=True) if name in (None, own)]
    lines = shapely.intersection(np.array(chosen, dtype=object), shapely.box(*bounds))
    return frame.burn(lines[~shapely.is_empty(lines)])
