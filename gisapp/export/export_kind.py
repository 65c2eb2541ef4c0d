"""One list of the county into one file, its kind of file chosen by the ending."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.cards import Unit
from gisapp.domain.change import Kind
from gisapp.errors import BadRequest
from gisapp.export.county_tables import Chosen, ExportKind, PlacedTable, county_table
from gisapp.export.geodata import write_geodata
from gisapp.export.plain_table import write_csv, write_json
from gisapp.export.workbook import write_workbook
from gisapp.language import tr
from gisapp.storage import history, settings

if TYPE_CHECKING:
    from sqlite_utils import Database

ENDINGS = (".xlsx", ".csv", ".json", ".gpkg", ".geojson")


def export_kind(
    connection: sqlite3.Connection,
    path: Path,
    kind: ExportKind,
    *,
    unit: Unit | None = None,
    day: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """Write the grids, families or latest run's list (of ``unit``), ID numbers and phones masked; returns the rows.

    Raises BadFile, BadRequest for an unknown ending or no stored run, Cancelled.
    """
    _refuse_ending(path)
    placed = county_table(connection, kind, Chosen(unit, day or date.today(), is_revealed=False))
    return _write(connection, path, placed, cancelled=cancelled)


def export_revealed(
    db: Database,
    path: Path,
    kind: ExportKind,
    *,
    who: str,
    reason: str,
    unit: Unit | None = None,
    day: date | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> int:
    """As ``export_kind`` with everything in clear; that it was done, by whom and why goes into the history first.

    Raises BadRequest without a reason.
    """
    _refuse_ending(path)
    if not reason.strip():
        raise BadRequest(tr("导出未脱敏名单必须写明原因。"), tr("请用 --reason 写明原因，它会记入历史。"))
    placed = county_table(db.conn, kind, Chosen(unit, day or date.today(), is_revealed=True))
    with history.recorded(db, label=tr("导出未脱敏名单"), who=who, kinds=(_touched(kind),), why=reason.strip()):
        return _write(db.conn, path, placed, cancelled=cancelled)


def _touched(kind: ExportKind) -> Kind:
    return {ExportKind.GRIDS: Kind.GRID, ExportKind.HOUSEHOLDS: Kind.HOUSEHOLD, ExportKind.AFFECTED: Kind.RUN}[kind]


def _refuse_ending(path: Path) -> None:
    if path.suffix.lower() not in ENDINGS:
        ending, known = path.suffix or path.name, "  ".join(ENDINGS)
        raise BadRequest(tr("不认识文件类型“{ending}”。", ending=ending), tr("可用的类型：{endings}。", endings=known))


def _write(connection: sqlite3.Connection, path: Path, placed: PlacedTable, *, cancelled: Callable[[], bool] | None) -> int:
    ending = path.suffix.lower()
    if ending in (".gpkg", ".geojson"):
        return write_geodata(path, placed.table, placed.geometries, srs_id=settings.crs(connection))
    if ending == ".csv":
        return write_csv(path, placed.table, cancelled=cancelled)
    if ending == ".json":
        return write_json(path, placed.table, cancelled=cancelled)
    titles = {"grids": tr("网格"), "households": tr("户"), "affected": tr("电话名单")}
    return write_workbook(path, [replace(placed.table, name=titles[placed.table.name])], cancelled=cancelled)
