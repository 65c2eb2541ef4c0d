"""One list of the county into one file, its kind of file chosen by the ending."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.change import Kind
from gisapp.errors import BadRequest, Cancelled
from gisapp.export import geodata
from gisapp.export.county_tables import ExportKind, county_table
from gisapp.export.export_order import ExportOrder, OutCrs, Written
from gisapp.export.placed_table import Chosen, PlacedTable
from gisapp.export.plain_table import write_csv, write_json
from gisapp.export.shapefile import write_shapefile
from gisapp.export.table import Column
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.spatial.crs import WGS84
from gisapp.storage.county import history, settings
from gisapp.storage.county.interruption import interruptible

if TYPE_CHECKING:
    from sqlite_utils import Database

TABLES = (".xlsx", ".csv", ".json")
MAPS = (".gpkg", ".geojson", ".shp", ".zip", ".kml")
ENDINGS = (*TABLES, *MAPS)
DEGREES_ONLY = (".geojson", ".kml")

Progress = Callable[[int, int], None]
Asked = Callable[[], bool]


def export_kind(
    connection: sqlite3.Connection,
    path: Path,
    order: ExportOrder,
    *,
    day: date | None = None,
    progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> Written:
    """Write one list of the county, ID numbers and phones masked; ``progress`` is told (lines, lines in all).

    Raises BadFile, BadRequest for an unknown ending, column or CRS and where no run is stored, Cancelled.
    """
    _refuse(path, order)
    with interruptible(connection, cancelled):
        placed = county_table(connection, order.kind, Chosen(order.unit, day or date.today(), is_revealed=False))
        return _write(connection, path, order, placed, tell=_Tell(placed.total, progress, cancelled))


def export_revealed(
    db: Database,
    path: Path,
    order: ExportOrder,
    *,
    who: str,
    reason: str,
    day: date | None = None,
    progress: Progress | None = None,
    cancelled: Asked | None = None,
) -> Written:
    """As ``export_kind`` with everything in clear; that it was done, by whom and why goes into the history with it.

    Raises BadRequest without a reason.
    """
    _refuse(path, order)
    if not reason.strip():
        raise BadRequest(tr("导出未脱敏名单必须写明原因。"), tr("请用 --reason 写明原因，它会记入历史。"))
    with interruptible(db.conn, cancelled):
        placed = county_table(db.conn, order.kind, Chosen(order.unit, day or date.today(), is_revealed=True))
        with history.recorded(db, label=tr("导出未脱敏名单"), who=who, kinds=(_touched(order.kind),), why=reason.strip()):
            return _write(db.conn, path, order, placed, tell=_Tell(placed.total, progress, cancelled))


def columns_of(connection: sqlite3.Connection, kind: ExportKind) -> tuple[Column, ...]:
    """The columns a kind can have, in their usual order; none for a list of a run when no run is stored."""
    try:
        return county_table(connection, kind, Chosen(None, date.today(), is_revealed=False)).columns
    except BadRequest:
        return ()


class _Tell:
    """Passes on how far it is, and stops when nobody wants it any more."""

    def __init__(self, total: int | None, progress: Progress | None, cancelled: Asked | None) -> None:
        self.cancelled = cancelled
        self._total, self._progress = total, progress

    def __call__(self, count: int) -> None:
        if self.cancelled and self.cancelled():
            raise Cancelled(tr("导出已取消。"), tr("没有写入文件。"))
        if self._progress and self._total:
            self._progress(min(count, self._total), self._total)


def _touched(kind: ExportKind) -> Kind:
    """Whose facts the history says were shown."""
    named = {
        ExportKind.SETTLEMENTS: Kind.SETTLEMENT, ExportKind.HAZARDS: Kind.HAZARD, ExportKind.SAFE_SITES: Kind.SAFE_SITE,
        ExportKind.SLOTS: Kind.HOUSEHOLD, ExportKind.ROOMS: Kind.HOUSE, ExportKind.ATTRIBUTES: Kind.HOUSEHOLD,
        ExportKind.INDICATORS: Kind.HOUSEHOLD, ExportKind.AFFECTED: Kind.RUN,
    }  # fmt: skip
    return named.get(kind) or Kind(kind.value.removesuffix("s"))


def _refuse(path: Path, order: ExportOrder) -> None:
    """Whatever can be seen to be wrong before anything is read."""
    ending = path.suffix.lower()
    if ending not in ENDINGS:
        known = "  ".join(ENDINGS)
        raise BadRequest(tr("不认识文件类型“{ending}”。", ending=path.suffix or path.name), tr("可用的类型：{endings}。", endings=known))
    if ending in MAPS and not order.kind.has_place:
        what = tr("{kind}没有位置，不能写成地图文件：{path}", kind=order.kind.caption, path=path)
        raise BadRequest(what, tr("请导出为 .xlsx 或 .csv。"))
    if order.crs is OutCrs.COUNTY and ending in DEGREES_ONLY:
        raise BadRequest(tr("{ending} 只能是 WGS-84 经纬度。", ending=ending), tr("要本县坐标系，请导出为 .gpkg 或 .shp。"))


def _write(connection: sqlite3.Connection, path: Path, order: ExportOrder, placed: PlacedTable, *, tell: _Tell) -> Written:
    placed = placed.with_columns(order.columns)
    ending = path.suffix.lower()
    if ending == ".csv":
        return Written(write_csv(path, placed.table(), progress=tell, cancelled=tell.cancelled))
    if ending == ".json":
        return Written(write_json(path, placed.table(), progress=tell, cancelled=tell.cancelled))
    if ending == ".xlsx":
        return Written(write_workbook(path, [placed.table()], progress=tell, cancelled=tell.cancelled))
    names = [column.title if order.is_titled else column.key for column in placed.columns]
    county = settings.crs(connection)
    place = geodata.Place(county, WGS84 if order.crs is OutCrs.WGS84 else county)
    if ending in (".shp", ".zip"):
        return write_shapefile(path, placed, names, place, tell=tell)
    write = {".gpkg": geodata.write_layer, ".geojson": geodata.write_geojson, ".kml": geodata.write_kml}[ending]
    return Written(write(path, placed, names, place, tell=tell))
