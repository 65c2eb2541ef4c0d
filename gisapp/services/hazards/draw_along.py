"""A hazard area along a river or road of the county: everything within so many metres of it."""

from __future__ import annotations

import sqlite3

import shapely

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.save_hazard import checked
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.places import layers

MOST_NAMED = 8
WIDEST_M = 5_000.0


def names_along(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Rivers, then roads that have a name, the largest first."""
    found = [
        (rank, name)
        for shapes in (layers.waterways(connection), layers.roads(connection))
        for rank, name in sorted(zip(shapes.ranks, shapes.names, strict=True), key=lambda pair: pair[0])
        if name
    ]
    return tuple(dict.fromkeys(name for _, name in found))


def area_along(connection: sqlite3.Connection, line: str, metres: float) -> HazardArea:
    """The area within ``metres`` of the river or road named ``line``: a red flood named after it, not saved yet.

    Raises BadRequest for a name nobody knows or a senseless width.
    """
    if not 0 < metres <= WIDEST_M:
        raise BadRequest(tr("宽度不合理：{metres} 米。", metres=metres), tr("请填 0 到 {most:,.0f} 之间的米数。", most=WIDEST_M))
    pieces = [
        shape
        for shapes in (layers.waterways(connection), layers.roads(connection))
        for shape, own in zip(shapes.geometries, shapes.names, strict=True)
        if own == line.strip()
    ]
    if not pieces:
        raise BadRequest(tr("没有名为“{name}”的河流或道路。", name=line), _known(connection, line))
    values = {"line": line.strip(), "metres": metres}
    title, source = tr("{line}两侧 {metres:g} 米", **values), tr("沿{line}外扩 {metres:g} 米", **values)
    shape = shapely.union_all(pieces).buffer(metres)
    return checked(HazardArea(None, title, HazardKind.FLOOD, HazardLevel.RED, source, None, None, shape))


def _known(connection: sqlite3.Connection, line: str) -> str:
    names = names_along(connection)
    alike = [name for name in names if line.strip() and (line.strip() in name or name in line)] or list(names)
    if not alike:
        return tr("本县文件里没有河流和道路。")
    return tr("可选：{names}。", names=tr("、").join(alike[:MOST_NAMED]))
