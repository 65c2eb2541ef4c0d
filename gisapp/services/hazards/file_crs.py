"""In which coordinates the layers of a hazard file are read: as said, as they state, or asked about."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.area_rows import AreaLayer
from gisapp.services.places.ask_crs import CrsAsked, Ground, ask_about_shift, next_step_of, source_of, surest
from gisapp.spatial import crs
from gisapp.spatial.shift import Shift, shift_to_outline
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.hazards.hazards import HazardArea

LEAST_SHARE, LEAST_ALONG, REACH_M, SAMPLES = 0.3, 0.6, 1_500.0, 200
"""Areas that cover so much of the county, and run along so much of its outline, can be compared with it."""
AT_ONCE = 500
MOST_LOOSE = 300
"""Of more shapes it is asked first whether they lie side by side without overlaps."""


def sources_of(found: Sequence[AreaLayer], chosen: SourceCrs | None, ground: Ground, path: Path) -> dict[str, SourceCrs]:
    """Layer -> its coordinates. Raises CrsAsked for a layer that states none, or a file of which nothing lies in the county.

    BadFile when no usual coordinates would put any of it there.
    """
    sources: dict[str, SourceCrs] = {}
    astray: list[CrsAsked] = []
    for layer in found:
        shapes = shapes_of(layer)
        try:
            sources[layer.name] = _source(layer, shapes, chosen, ground)
        except CrsAsked as asked:
            if asked.stated is None:
                raise
            sources[layer.name] = asked.stated
            if not _reaches(shapes, asked.stated, ground):
                astray.append(asked)
    if astray and len(astray) == sum(bool(layer.rows) for layer in found):
        best = next((one for one in astray if one.proposals), astray[0])
        if not best.proposals:
            raise BadFile(tr("文件里的范围都不在本县：{path}", path=path), next_step_of(()))
        raise best
    return sources


def ask_about_areas(areas: Sequence[HazardArea], source: SourceCrs, ground: Ground) -> None:
    """Raise CrsAsked when areas that follow the county's outline lie beside it; others say nothing of a shift."""
    shapes = np.array([*(area.geometry for area in areas), None], dtype=object)[:-1]
    if ground.outline is not None and _is_like_outline(shapes, ground.outline):
        outline = ground.outline

        def measure(moved: NDArray[np.object_]) -> Shift | None:
            return shift_to_outline(moved, outline)

        ask_about_shift(shapes, measure, source, ground, against=tr("县界"))


def moved_as(found: Sequence[AreaLayer], source: SourceCrs, ground: Ground) -> NDArray[np.object_]:
    """Every shape (n,) in the county's metres when it is read as ``source``, those beyond the coordinates left out."""
    parts = [crs.moved_shapes(shapes_of(layer), source.text, ground.epsg, is_swapped=source.is_swapped) for layer in found]
    moved = np.concatenate(parts) if parts else np.empty(0, dtype=object)
    corners = shapely.bounds(moved)
    return moved[np.isfinite(corners).all(axis=1)]


def shapes_of(layer: AreaLayer) -> NDArray[np.object_]:
    """The shapes (n,) of a layer as the file has them."""
    return np.array([*(row.geometry for row in layer.rows), None], dtype=object)[:-1]


def _source(layer: AreaLayer, shapes: NDArray[np.object_], chosen: SourceCrs | None, ground: Ground) -> SourceCrs:
    own = SourceCrs(f"EPSG:{ground.epsg}")
    if layer.is_in_metres and chosen is None and len(shapes):
        return own if ground.outline is None else surest(shapes, ground, title=layer.name)
    return source_of(shapes, layer.crs, chosen=chosen, ground=ground, title=layer.name) or own


def _reaches(shapes: NDArray[np.object_], source: SourceCrs, ground: Ground) -> bool:
    """Whether any shape may reach into the county, though none of its corners lies there."""
    if ground.outline is None:
        return True
    return any(_some_reach(shapes[at : at + AT_ONCE], source, ground) for at in range(0, len(shapes), AT_ONCE))


def _some_reach(shapes: NDArray[np.object_], source: SourceCrs, ground: Ground) -> bool:
    corners = shapely.bounds(crs.moved_shapes(shapes, source.text, ground.epsg, is_swapped=source.is_swapped))
    boxes = shapely.box(*corners[np.isfinite(corners).all(axis=1)].T)
    return bool(shapely.intersects(ground.outline, boxes).any())


def _is_like_outline(shapes: NDArray[np.object_], outline: shapely.Geometry) -> bool:
    if float(shapely.area(shapes).sum()) < LEAST_SHARE * outline.area:
        return False
    if len(shapes) > MOST_LOOSE and (_overlap_somewhere(shapes) or not shapely.coverage_is_valid(shapes)):
        return False  # so many that overlap are places of danger, no zoning: joining them would take seconds
    border = shapely.boundary(outline)
    places = shapely.line_interpolate_point(border, np.linspace(0.0, 1.0, SAMPLES, endpoint=False), normalized=True)
    edges = shapely.STRtree(shapely.boundary(shapes))
    reached = np.unique(edges.query(places, predicate="dwithin", distance=REACH_M)[0])
    return len(reached) >= LEAST_ALONG * SAMPLES


def _overlap_somewhere(shapes: NDArray[np.object_]) -> bool:
    """Whether one of the first shapes surely overlaps another, which is found soon among places of danger."""
    within = shapely.point_on_surface(shapes[:SAMPLES])
    return len(shapely.STRtree(shapes).query(within, predicate="within")[0]) > len(within)
