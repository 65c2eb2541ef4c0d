"""A depth raster as a hazard: read around the county's homes, in whatever CRS it comes."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.hazard import AffectedRule, HazardKind
from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.readers.depth_raster import SUFFIXES, Box
from gisapp.readers.raster_process import depths_of
from gisapp.spatial import crs
from gisapp.spatial.depth import DepthRaster, bilinear_depths, nearest_depths, outline_above
from gisapp.storage import layers, settings

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
    connection: sqlite3.Connection, path: Path, thresholds: tuple[float, ...] | None, *, epsg: int | None = None
) -> DepthHazard:
    """Read the depths around the county's houses.

    Raises BadFile for an unfit file, BadRequest without thresholds.
    """
    if not thresholds:
        raise BadRequest(tr("水深栅格需要分级：{path}", path=path), tr("请加上 --thresholds，例如 0.5,1.0（米，最后一个是红色）。"))
    target = settings.crs(connection)
    _, xy = layers.house_points(connection)

    def around(stated: str | None) -> Box | None:
        source = epsg if epsg is not None else stated
        if source is None:
            raise BadFile(tr("文件没有说明坐标系：{path}", path=path), tr("请用 --crs 指定，例如 --crs 4490；或补上 .prj 文件。"))
        if not len(xy):
            return None
        hull = shapely.segmentize(shapely.box(*xy.min(axis=0), *xy.max(axis=0)), 5_000)
        bounds = crs.mover(target, source)(hull).bounds if source else None
        return (bounds[0], bounds[1], bounds[2], bounds[3]) if bounds and np.isfinite(bounds).all() else None

    found = depths_of(path, around)
    source = f"EPSG:{epsg}" if epsg is not None else str(found.crs)
    return DepthHazard(DepthRaster(found.name, source, found.transform, found.depths), thresholds, told=found.told)


def depths_at(raster: DepthRaster, xy: Floats, rule: AffectedRule, epsg: int) -> tuple[Floats, NDArray[np.bool_]]:
    """(depths (n,), on the raster (n,)) at points of the county's CRS ``epsg``; NaN = no value."""
    there = crs.moved(xy, epsg, raster.crs)
    sample = nearest_depths if rule is AffectedRule.NEAREST else bilinear_depths
    return sample(raster, there), raster.are_inside(there)


def outline(raster: DepthRaster, threshold_m: float, epsg: int) -> shapely.Geometry:
    """Where the water reaches a threshold, coarsely, in the county's CRS: for the map."""
    return crs.mover(raster.crs, epsg)(outline_above(raster, threshold_m))
