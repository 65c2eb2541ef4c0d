"""The sheets of all grids, or of a unit's: one PDF a grid in a folder, stopped and gone on with as one likes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

from gisapp import __version__
from gisapp.domain.cards import Unit
from gisapp.domain.change import Kind
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.printing.batch import BatchDone, Job, Progress, file_name, write_each
from gisapp.printing.card import GridSheets
from gisapp.printing.page_list import Batch, digest_of
from gisapp.storage.county import history
from gisapp.storage.places import grid_units

DRAWN = (Kind.GRID, Kind.DIVISION, Kind.ROAD, Kind.WATERWAY, Kind.TERRAIN, Kind.SETTLEMENT, Kind.SAFE_SITE, Kind.HAZARD, Kind.HOUSE)
"""What the map of every sheet is drawn from."""


def print_grid_sheets(
    connection: sqlite3.Connection,
    folder: Path,
    *,
    unit: Unit | None = None,
    is_again: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BatchDone:
    """Write the sheet of every grid (of ``unit``) into ``folder``; raises BadRequest when there is none, BadFile, Cancelled.

    A sheet is written anew when what stands on it, or what its map is drawn from, was changed since it was made.
    """
    grids = grid_units.in_unit(connection, unit.kind, unit.id) if unit is not None else tuple(grid_units.of_grids(connection).values())
    if not grids:
        raise BadRequest(tr("所选单位里没有网格。"), tr("请写镇、村/社区或网格的名称或代码。"))
    sheets = GridSheets(connection)
    ground = history.newest_id(connection, DRAWN)
    jobs = [
        Job(file_name(one.codes[2], one.name), partial(sheets.print_one, one.id), partial(_digest, sheets, one.id, ground))
        for one in sorted(grids, key=lambda one: one.codes)
    ]
    batch = Batch("grid-sheets", history.newest_id(connection), is_whole=unit is None)
    return write_each(folder, jobs, batch, is_again=is_again, progress=progress, cancelled=cancelled)


def _digest(sheets: GridSheets, grid: int, ground: int) -> str:
    return digest_of(__version__, sheets.content(grid), ground)
