"""In which coordinates a raster is read: as a person says, as the file states, or asked about when neither puts it under the county."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.readers.raster_place import RasterPlace
from gisapp.services.places.ask_crs import CrsAsked, Ground, next_step_of, title_of
from gisapp.spatial import crs
from gisapp.spatial.placed_cells import are_inside, lattice, places_of
from gisapp.spatial.source_crs import Proposal, SourceCrs, candidates, share_inside, spoken

LATTICE = 60
"""Rows and columns of places that are tried, of the raster as of the county."""
LEAST_SHARE, NEARLY = 0.2, 0.9
Floats = NDArray[np.float64]


def raster_crs(place: RasterPlace, path: Path, ground: Ground, *, chosen: SourceCrs | None = None) -> str:
    """EPSG code or WKT of the coordinates a raster lies in: as ``chosen``, else as stated where that puts it under the county.

    Raises CrsAsked when other coordinates have to be chosen, BadFile when none would put it under the county, BadRequest for a
    choice no raster can be read in.
    """
    if chosen is not None:
        return _numbered(chosen, ground)
    stated = place.crs if place.crs is not None and crs.is_known(place.crs) else None
    if stated is not None and _meets(place, stated, ground)[0] > 0:
        return stated
    found = proposals_for(place, ground)
    if stated is None:
        raise CrsAsked(tr("没有说明坐标系：{name}", name=path.name), next_step_of(found), found, None)
    if not found:
        raise BadFile(tr("栅格不在本县：{path}", path=path), tr("请检查坐标系是否正确，或是否拿错了文件。"))
    why = tr("按文件说明的坐标系（{crs}），{name}没有一处在本县。", crs=spoken(stated), name=path.name)
    raise CrsAsked(why, next_step_of(found), found, SourceCrs(stated))


def proposals_for(place: RasterPlace, ground: Ground) -> tuple[Proposal, ...]:
    """Coordinates that would put a raster under the county, the best first; none without an outline."""
    if ground.outline is None:
        return ()
    tried = [one for one in candidates(places_on(place), ground.epsg) if not one.is_swapped]
    met = {one: _meets(place, one.text, ground) for one in tried}
    best = max((how_well for how_well, _ in met.values()), default=0.0)
    fitting = [one for one in tried if met[one][0] >= max(LEAST_SHARE, best * NEARLY)]
    return tuple(Proposal(one, met[one][1]) for one in sorted(fitting, key=lambda one: -met[one][0]))


def frame_of(place: RasterPlace, source: str, epsg: int) -> shapely.Geometry:
    """The edge of a raster as a polygon in the county's CRS ``epsg``, when it is read as ``source``."""
    rows, columns = place.shape
    corners = np.array([(0.0, 0.0), (columns, 0.0), (columns, rows), (0.0, rows)])
    ring = shapely.Polygon(places_of(place.transform, corners))
    return crs.mover(source, epsg)(shapely.segmentize(ring, ring.length / LATTICE))


def places_on(place: RasterPlace) -> Floats:
    """(n, 2) places spread evenly over a raster, its corners among them, in its own coordinates."""
    rows, columns = place.shape
    return places_of(place.transform, lattice(0, 0, columns, rows, LATTICE))


def _numbered(chosen: SourceCrs, ground: Ground) -> str:
    if chosen.is_swapped or crs.epsg_of(chosen.text) is None:
        raise BadRequest(tr("栅格的坐标系只能写 EPSG 编号：{crs}", crs=title_of(chosen)), tr("例如 4490、4545。"))
    crs.way_between(chosen.text, ground.epsg)  # an unknown number is said here
    return chosen.text


def _meets(place: RasterPlace, source: str, ground: Ground) -> tuple[float, float]:
    """How well a raster read as ``source`` meets the county, and which part of it lies there; both 0 to 1.

    A raster of one valley lies in the county as a whole; on one of a province the whole county lies.
    """
    if ground.outline is None or ground.near is None:
        return 1.0, 1.0
    inside = share_inside(places_on(place), SourceCrs(source), ground.near, ground.epsg)
    west, south, east, north = ground.outline.bounds
    across = lattice(west, south, east, north, LATTICE)
    across = crs.moved(across[shapely.intersects_xy(ground.outline, across)], ground.epsg, source)
    with np.errstate(all="ignore"):
        on = are_inside(place.transform, place.shape, across)
    return max(inside, float(on.mean()) if len(on) else 0.0), inside
