"""A river raised step by step: which cells and homes its water reaches at every level."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.river_level import CM, LevelFigures
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.prepare_drainage import Ground, Mask, waterway_cells
from gisapp.services.hazards.read_terrain import describe_terrain
from gisapp.spatial.drainage import height_above, meets
from gisapp.spatial.neighbours import Go, asking
from gisapp.spatial.outline import outline_of
from gisapp.spatial.raster import Frame
from gisapp.storage.families import home_ties
from gisapp.storage.hazards.terrain import NO_HEIGHT
from gisapp.storage.places import layers

STREAM_KM2 = 1.0
"""A stream nobody has drawn begins where so much ground drains together."""
FEWEST_STREAM_CELLS = 20
UNKNOWN_CM, FAR_CM = 65_535, 65_534
"""No height above the river can be told; higher than any level, or of another river."""
Centimetres = NDArray[np.uint16]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class RiverRise:
    """What ``river`` ("" = all) reaches as it rises. Heights in centimetres above its normal level, FAR_CM, UNKNOWN_CM.

    ``above`` (rows, columns) of each cell; ``houses`` (n,) and ``households`` (m,) rising, ``people`` (m + 1,) how many
    live in the first so many households, ``cells`` (65,536,) how many cells lie no higher than so many centimetres.
    ``terrain`` says how fine its cells and heights (``step_m``) are.
    """

    river: str
    frame: Frame
    above: Centimetres
    cells: Ints
    houses: Centimetres
    households: Centimetres
    people: Ints
    terrain: str
    step_m: float

    def at(self, level_m: float) -> LevelFigures:
        """The figures of one level, looked up in far less than a millisecond; 0 is the normal level: nothing is in danger."""
        level = round(level_m * CM)
        unknown = len(self.houses) - int(np.searchsorted(self.houses, UNKNOWN_CM))
        if level <= 0:
            return LevelFigures(0.0, 0.0, 0, 0, 0, unknown)
        families = int(np.searchsorted(self.households, level, "right"))
        area_ha = int(self.cells[level]) * self.frame.cell_m**2 / 10_000
        houses = int(np.searchsorted(self.houses, level, "right"))
        return LevelFigures(level / CM, area_ha, houses, families, int(self.people[families]), unknown)

    def area(self, level_m: float, *, cancelled: Callable[[], bool] | None = None) -> shapely.Geometry:
        """The wet cells of one level as clean polygons in the county's CRS."""
        return self._outlined(self.above <= round(level_m * CM), cancelled)

    def ground(self, *, cancelled: Callable[[], bool] | None = None) -> shapely.Geometry:
        """The cells whose height above the river can be told, as clean polygons: of a home elsewhere nothing is known."""
        return self._outlined(self.above != UNKNOWN_CM, cancelled)

    def _outlined(self, cells: Mask, cancelled: Callable[[], bool] | None) -> shapely.Geometry:
        frame, go = self.frame, asking(cancelled)
        found = outline_of(cells, go=go)
        go()
        return shapely.transform(found, lambda xy: np.column_stack(places_of(frame, xy)))


def rivers_of(connection: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the county's waterways, the largest and longest first."""
    waterways = layers.waterways(connection)
    order = sorted(range(len(waterways.ids)), key=lambda at: (waterways.ranks[at], -shapely.length(waterways.geometries[at])))
    return tuple(dict.fromkeys(waterways.names[at] for at in order if waterways.names[at]))


def raise_river(
    connection: sqlite3.Connection, ground: Ground, river: str = "", *, cancelled: Callable[[], bool] | None = None
) -> RiverRise:
    """How high every cell and home lies above ``river``, "" = the nearest of all rivers and streams.

    Half a second for 2,000 x 2,000 cells. Raises BadRequest for a river nobody knows or that misses the terrain, Cancelled.
    """
    go = asking(cancelled)
    above = _centimetres(connection, ground, river, go)
    go()
    ids, xy = layers.house_points(connection)
    of_house = at_points(ground.frame, above, xy)
    go()
    of_family, people = _families(connection, ids, of_house)
    go()
    order = np.argsort(of_family, kind="stable")
    return RiverRise(
        river,
        ground.frame,
        above,
        np.cumsum(np.bincount(above.ravel(), minlength=UNKNOWN_CM + 1)),
        np.sort(of_house),
        of_family[order],
        np.concatenate(([0], np.cumsum(people[order]))),
        describe_terrain(ground.terrain),
        ground.terrain.unit_cm / CM,
    )


def places_of(frame: Frame, cells: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """x and y in metres of (n, 2) columns and rows."""
    return frame.west + cells[:, 0] * frame.cell_m, frame.north - cells[:, 1] * frame.cell_m


def at_points(frame: Frame, above: Centimetres, xy: NDArray[np.float64]) -> Centimetres:
    """(n,) the value of the cell in which each point lies, the lowest of those it borders on; UNKNOWN_CM off the raster.

    So a point is within the outline of the cells up to a level exactly when its value is: a border belongs to the area.
    """
    found = np.full(len(xy), UNKNOWN_CM, np.uint16)
    across, down = (xy[:, 0] - frame.west) / frame.cell_m, (frame.north - xy[:, 1]) / frame.cell_m
    for column in (np.floor(across), np.ceil(across) - 1):
        for row in (np.floor(down), np.ceil(down) - 1):
            inside = (column >= 0) & (column < frame.columns) & (row >= 0) & (row < frame.rows)
            values = above[row[inside].astype(np.int64), column[inside].astype(np.int64)]
            found[inside] = np.minimum(found[inside], values)
    return found


def _network(ground: Ground) -> Mask:
    """The cells of every waterway that is known and of every stream that the terrain shows."""
    fewest = max(FEWEST_STREAM_CELLS, round(STREAM_KM2 * 1e6 / ground.frame.cell_m**2))
    return (ground.waterways | (ground.drainage.drained >= fewest)) & ~np.isnan(ground.drainage.surface)


def _one_river(connection: sqlite3.Connection, ground: Ground, river: str) -> Mask:
    if river not in rivers_of(connection):
        raise BadRequest(tr("没有名为“{name}”的河流。", name=river), _known(connection))
    cells = waterway_cells(ground.frame, layers.waterways(connection), name=river) & ~np.isnan(ground.drainage.surface)
    if not cells.any():
        raise BadRequest(tr("{name}不在地形的范围里。", name=river), tr("请读入覆盖这条河的地形，或选择别的河流。"))
    return cells


def _known(connection: sqlite3.Connection) -> str:
    names = rivers_of(connection)
    return tr("可选：{names}。", names=tr("、").join(names[:8])) if names else tr("本县文件里没有河流；不指定河流时按地形自行推算河沟。")


def _centimetres(connection: sqlite3.Connection, ground: Ground, river: str, go: Go) -> Centimetres:
    """(rows, columns) height above the river; another river's ground is FAR_CM, what drains off the raster unseen UNKNOWN_CM."""
    network = _network(ground)
    chosen = _one_river(connection, ground, river) if river else network
    steps = height_above(ground.drainage, chosen, waterways=ground.waterways, go=go)
    go()
    is_reached = ~np.isnan(steps)
    drains = is_reached if not river else is_reached | meets(ground.drainage, network, go=go)
    found = np.full(steps.shape, FAR_CM, np.uint16)
    found[is_reached] = np.minimum(steps[is_reached] * ground.terrain.unit_cm, FAR_CM)
    found[~drains | (ground.terrain.steps == NO_HEIGHT)] = UNKNOWN_CM
    return found


def _families(connection: sqlite3.Connection, houses: Ints, of_house: Centimetres) -> tuple[Centimetres, Ints]:
    """(the lowest of the homes that each family lives in (m,), how many people it has (m,))."""
    families, homes = home_ties.lived_in(connection)
    place = np.minimum(np.searchsorted(houses, homes), max(len(houses) - 1, 0))
    stands = houses[place] == homes if len(houses) else np.zeros(len(homes), bool)
    unique, number = np.unique(families[stands], return_inverse=True)
    lowest = np.full(len(unique), UNKNOWN_CM, np.uint16)
    np.minimum.at(lowest, number, of_house[place[stands]])
    counted, people = home_ties.people(connection)
    return lowest, _looked_up(unique, counted, people)


def _looked_up(wanted: Ints, keys: Ints, values: Ints) -> Ints:
    """The value of each wanted key, 0 where there is none; ``keys`` rise."""
    if not len(keys):
        return np.zeros(len(wanted), np.int64)
    place = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    return np.where(keys[place] == wanted, values[place], 0)
