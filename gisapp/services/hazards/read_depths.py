"""A depth raster as a hazard: read around the county's homes, in whatever CRS it comes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.hazard import AffectedRule, HazardKind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.readers.depth_raster import SUFFIXES
from gisapp.readers.raster_place import Box, RasterPlace
from gisapp.readers.raster_process import depths_of
from gisapp.services.hazards.raster_crs import raster_crs
from gisapp.services.places.ask_crs import Ground
from gisapp.spatial import crs
from gisapp.spatial.depth import DepthRaster, bilinear_depths, nearest_depths, outline_above
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.places import layers

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class DepthHazard:
    """A raster with the metres of water at which each level begins, rising; the last is the worst."""

    raster: DepthRaster
    thresholds: tuple[float, ...]
    kind: HazardKind = HazardKind.FLOOD
    told: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.raster.name


def is_raster(text: str) -> bool:
    """Whether a hazard is named as a file of depths."""
    return Path(text).suffix.lower() in SUFFIXES


def read_depth_hazard(
    connection: sqlite3.Connection,
    path: Path,
    thresholds: tuple[float, ...] | None,
    *,
    source: SourceCrs | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> DepthHazard:
    """Read the depths around the county's houses.

    ``source``: the coordinates of a file that states none or wrong ones. Raises BadFile for an unfit file, BadRequest without
    thresholds, CrsAsked when the coordinates have to be chosen, Cancelled.
    """
    if not thresholds:
        raise BadRequest(tr("水深栅格需要分级：{path}", path=path), tr("请加上 --thresholds，例如 0.5,1.0（米，最后一个是红色）。"))
    ground = Ground(connection)
    _, xy = layers.house_points(connection)
    written_in = ""

    def around(place: RasterPlace) -> Box | None:
        nonlocal written_in
        written_in = raster_crs(place, path, ground, chosen=source)
        if not len(xy):
            return None
        hull = shapely.segmentize(shapely.box(*xy.min(axis=0), *xy.max(axis=0)), 5_000)
        bounds = crs.mover(ground.epsg, written_in)(hull).bounds
        return (bounds[0], bounds[1], bounds[2], bounds[3]) if bounds and np.isfinite(bounds).all() else None

    found = depths_of(path, around, cancelled=cancelled)
    return DepthHazard(DepthRaster(found.name, written_in, found.transform, found.depths), thresholds, told=found.told)


def depths_at(raster: DepthRaster, xy: Floats, rule: AffectedRule, epsg: int) -> tuple[Floats, NDArray[np.bool_]]:
    """(depths (n,), on the raster (n,)) at points of the county's CRS ``epsg``; NaN = no value."""
    there = crs.moved(xy, epsg, raster.crs)
    sample = nearest_depths if rule is AffectedRule.NEAREST else bilinear_depths
    return sample(raster, there), raster.are_inside(there)


def outline(raster: DepthRaster, threshold_m: float, epsg: int) -> shapely.Geometry:
    """Where the water reaches a threshold, coarsely, in the county's CRS: for the map."""
    return crs.mover(raster.crs, epsg)(outline_above(raster, threshold_m))
