"""Save hazard areas drawn on the map or read from a file; repair and say what was repaired."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.change import Change, Kind, ids_or_too_many
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.ids import new_uid
from gisapp.domain.validity import is_in_order
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import history
from gisapp.storage.hazards import hazards
from gisapp.storage.hazards.hazards import HazardArea

if TYPE_CHECKING:
    from sqlite_utils import Database


SMALLEST_AREA_M2 = 0.01
"""Less than this is a line that rounding made look like an area."""
POLYGONS = ("Polygon", "MultiPolygon")
POLYGON_TYPES = (shapely.GeometryType.POLYGON, shapely.GeometryType.MULTIPOLYGON)


def area_from_corners(
    corners: Sequence[tuple[float, float]], *, name: str, kind: HazardKind, level: HazardLevel, source: str
) -> HazardArea:
    """A hazard area from drawn corners in the county's CRS; raises BadRequest when they enclose nothing."""
    if len(corners) < 3:
        raise BadRequest(tr("范围至少要有三个角点。"), tr("请继续点击添加角点，双击结束。"))
    return checked(HazardArea(None, name.strip(), kind, level, source, None, None, shapely.Polygon(corners)))


def checked(area: HazardArea) -> HazardArea:
    """``area`` with a valid polygon geometry, a name and times in order; raises BadRequest when it cannot have them."""
    shape = area.geometry if area.geometry.is_valid else shapely.make_valid(area.geometry, method="structure")
    return replace(with_sense(area), geometry=as_area(shape))


def with_sense(area: HazardArea) -> HazardArea:
    """``area`` itself; raises BadRequest when it has no name, or times in the wrong order."""
    if not area.name:
        raise BadRequest(tr("风险区没有名称。"), tr("请填写名称，例如“月河洪涝”。"))
    if not is_in_order(area.valid_from, area.valid_to):
        raise BadRequest(tr("有效期的结束早于开始。"), tr("请检查两个时间。"))
    return area


def as_area(shape: shapely.Geometry) -> shapely.Geometry:
    """The polygons of a valid ``shape``; raises BadRequest when there are none that enclose anything."""
    merged = shape
    if shape.geom_type not in POLYGONS:
        merged = shapely.union_all([part for part in shapely.get_parts(shape) if part.geom_type in POLYGONS])
    if merged.area < SMALLEST_AREA_M2:
        raise BadRequest(tr("范围没有面积。"), tr("请重新绘制，角点不要在一条直线上。"))
    return merged


def shape_key(area: HazardArea) -> bytes:
    """The same for areas of the same shape, however their rings are written down."""
    [key] = shape_keys(np.array([area.geometry], dtype=object))
    return bytes(key)


def shape_keys(shapes: NDArray[np.object_]) -> NDArray[np.object_]:
    """``shape_key`` for many shapes (n,) at once."""
    parts, shape = shapely.get_parts(shapes, return_index=True)
    whole = shapely.multipolygons(parts, indices=shape, out=np.empty(len(shapes), dtype=object))
    keys: NDArray[np.object_] = shapely.to_wkb(shapely.normalize(whole))
    return keys


def save_hazards(db: Database, areas: Sequence[HazardArea], *, who: str, why: str | None = None) -> Change:
    """Write new hazard areas; which houses lie in them is known at once."""
    ready = [checked(area) for area in areas]
    if not ready:
        raise BadRequest(tr("没有可以保存的风险区。"), tr("请检查文件里是否有面状图形。"))
    names = tr("、").join(dict.fromkeys(area.name for area in ready))
    label = tr("新增风险区：{names}", names=names)
    with history.recorded(db, label=label, who=who, kinds=(Kind.HAZARD,), why=why) as entry:
        ids = hazards.insert(db.conn, ready, [new_uid() for _ in ready])
    return Change(label, (Kind.HAZARD,), ids_or_too_many(ids), entry)


def remove_hazards(db: Database, hazard_ids: Sequence[int], *, who: str) -> Change:
    """Remove hazard areas; undo brings them back with their houses."""
    label = tr("删除风险区 {count} 个", count=len(hazard_ids))
    with history.recorded(db, label=label, who=who, kinds=(Kind.HAZARD,)) as entry:
        hazards.delete(db.conn, hazard_ids)
    return Change(label, (Kind.HAZARD,), ids_or_too_many(list(hazard_ids)), entry)
