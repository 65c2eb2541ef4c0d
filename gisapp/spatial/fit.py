"""Other people's shapes made fit for what they are to be: points, lines or areas; repaired where that is safe, told either way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.shape_kind import ShapeKind
from gisapp.language import tr

SMALLEST_AREA_M2 = 0.01
"""Less than this is a line that rounding made look like an area."""

POINT, LINE, RING, POLYGON, MULTI_POINT, MULTI_LINE, MULTI_POLYGON, COLLECTION = range(8)
_FEWEST_OF_A_RING = 4


@dataclass(slots=True)
class Fitted:
    """``shapes`` (n,) of the kind asked for, plain and valid, None where ``refused`` (row from 0 -> why) says so.

    ``told``: row -> what was changed; the counts are of rows that are taken.
    """

    shapes: NDArray[np.object_]
    refused: dict[int, str] = field(default_factory=dict)
    told: dict[int, list[str]] = field(default_factory=dict)
    multi_part: int = 0
    repaired: int = 0

    def refuse(self, row: int, reason: str) -> None:
        """The row has no shape that can be used."""
        self.refused[row] = reason
        self.shapes[row] = None
        self.told.pop(row, None)

    def tell(self, row: int, text: str) -> None:
        """The row is taken, and something was changed."""
        self.told.setdefault(row, []).append(text)


def fit(shapes: NDArray[np.object_], kind: ShapeKind) -> Fitted:
    """Shapes (n,) in metres as ``kind``; heights go, curves have become lines before, rings that cross themselves are repaired."""
    found = Fitted(shapely.force_2d(shapes))
    _refuse_nothing(found)
    _refuse_infinite(found)
    types = shapely.get_type_id(found.shapes)
    for row in np.flatnonzero((types != _plain_type(kind)) & (types >= 0)).tolist():
        _bring_to_kind(found, row, kind)
    _repair(found, to_point=kind is ShapeKind.POINT)
    found.multi_part = int((shapely.get_num_geometries(found.shapes) > 1).sum())
    return found


def repair_words(before: shapely.Geometry, after: shapely.Geometry) -> str:
    """What repairing an invalid area changed."""
    values = {"why": fault_words(shapely.is_valid_reason(before)), "before": before.area, "after": after.area}
    return tr("边界已修复（{why}）：面积 {before:,.0f} → {after:,.0f} 平方米", **values)


def fault_words(reason: str) -> str:
    """GEOS's reason for an invalid area in our words."""
    known = (
        ("Self-intersection", tr("自相交")),
        ("Ring Self-intersection", tr("环自相交")),
        ("Hole", tr("洞在外环之外")),
        ("Nested", tr("面套着面")),
        ("Interior", tr("内部不相连")),
        ("Duplicate", tr("环重复")),
    )
    return next((words for start, words in known if reason.startswith(start)), tr("边界不合规"))


def valid_area(shape: shapely.Geometry) -> shapely.Geometry:
    """The polygons of ``shape``, valid; overlapping rings count once."""
    whole = shape if shape.is_valid else shapely.make_valid(shape, method="structure", keep_collapsed=False)
    parts = [part for part in shapely.get_parts(whole) if part.geom_type in ("Polygon", "MultiPolygon")]
    if whole.geom_type in ("Polygon", "MultiPolygon"):
        return whole
    return shapely.union_all(parts) if parts else shapely.MultiPolygon()


def _plain_type(kind: ShapeKind) -> int:
    return {ShapeKind.POINT: POINT, ShapeKind.LINE: LINE, ShapeKind.AREA: POLYGON, ShapeKind.HOUSE: POINT}[kind]


def _refuse_nothing(found: Fitted) -> None:
    for row in np.flatnonzero(shapely.is_missing(found.shapes) | shapely.is_empty(found.shapes)).tolist():
        found.refuse(row, tr("没有图形"))


def _refuse_infinite(found: Fitted) -> None:
    coords, rows = shapely.get_coordinates(found.shapes, return_index=True)
    for row in np.unique(rows[~np.isfinite(coords).all(axis=1)]).tolist():
        found.refuse(row, tr("坐标不是数，或超出坐标系的范围"))


def _bring_to_kind(found: Fitted, row: int, kind: ShapeKind) -> None:
    """A shape of another type: its one part, the area a closed line goes round, or refused."""
    shape = found.shapes[row]
    parts = list(_parts(shape))
    wanted = {ShapeKind.LINE: (LINE, RING)}.get(kind, (POLYGON,))
    chosen = [part for part in parts if shapely.get_type_id(part) in wanted]
    if not chosen and kind in (ShapeKind.POINT, ShapeKind.HOUSE):
        points = [part for part in parts if shapely.get_type_id(part) == POINT]
        if len(points) == 1:
            found.shapes[row] = points[0]
            return
        if points:
            found.refuse(row, tr("一行有 {count} 个点", count=len(points)))
            return
    if not chosen and kind is not ShapeKind.LINE:
        chosen = [shapely.Polygon(part) for part in parts if _is_ring(part)]
        if chosen:
            found.tell(row, tr("闭合的线按面读取"))
    if not chosen:
        found.refuse(row, _not_of_kind(kind, shape.geom_type))
        return
    if len(chosen) < len(parts):
        found.tell(row, tr("只取其中的线，别的没有取") if kind is ShapeKind.LINE else tr("只取其中的面，点和线没有取"))
    made = shapely.multilinestrings if kind is ShapeKind.LINE else shapely.multipolygons
    found.shapes[row] = chosen[0] if len(chosen) == 1 else made(chosen)


def _parts(shape: shapely.Geometry) -> Iterator[shapely.Geometry]:
    """Single parts, collections within collections too; iterative, for a file may nest them without end."""
    waiting = [shape]
    while waiting:
        one = waiting.pop()
        if shapely.get_type_id(one) >= MULTI_POINT:
            waiting += reversed(shapely.get_parts(one).tolist())
        elif not one.is_empty:
            yield one


def _is_ring(part: shapely.Geometry) -> bool:
    return shapely.get_type_id(part) in (LINE, RING) and part.is_closed and shapely.get_num_points(part) >= _FEWEST_OF_A_RING


def _not_of_kind(kind: ShapeKind, name: str) -> str:
    match kind:
        case ShapeKind.LINE:
            return tr("不是线：{kind}", kind=name)
        case ShapeKind.AREA:
            return tr("不是面：{kind}", kind=name)
        case ShapeKind.POINT:
            return tr("不是点：{kind}", kind=name)
        case ShapeKind.HOUSE:
            return tr("不是点，也不是面：{kind}", kind=name)


def _repair(found: Fitted, *, to_point: bool) -> None:
    """Areas made valid; where a point is wanted, the point within each."""
    is_area = np.isin(shapely.get_type_id(found.shapes), (POLYGON, MULTI_POLYGON))
    for row in np.flatnonzero(is_area & ~shapely.is_valid(found.shapes)).tolist():
        before = found.shapes[row]
        after = valid_area(before)
        found.shapes[row] = after
        found.repaired += 1
        found.tell(row, repair_words(before, after))
    for row in np.flatnonzero(is_area & (shapely.area(found.shapes) < SMALLEST_AREA_M2)).tolist():
        found.refuse(row, tr("面没有面积"))
    for row in np.flatnonzero(is_area & ~shapely.is_missing(found.shapes)).tolist() if to_point else ():
        found.shapes[row] = shapely.point_on_surface(found.shapes[row])
        found.tell(row, tr("面取其中的一点"))
