"""The sheets of all grids, or of a unit's: one PDF a grid in a folder, stopped and gone on with as one likes."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

from gisapp.domain.cards import Unit
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.printing.batch import BatchDone, Progress, file_name, write_each
from gisapp.printing.card import GridSheets
from gisapp.storage.places import grid_units


def print_grid_sheets(
    connection: sqlite3.Connection,
    folder: Path,
    *,
    unit: Unit | None = None,
    is_again: bool = False,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BatchDone:
    """Write the sheet of every grid (of ``unit``) into ``folder``; raises BadRequest when there is none, BadFile, Cancelled."""
    grids = grid_units.in_unit(connection, unit.kind, unit.id) if unit is not None else tuple(grid_units.of_grids(connection).values())
    if not grids:
        raise BadRequest(tr("所选单位里没有网格。"), tr("请写镇、村/社区或网格的名称或代码。"))
    sheets = GridSheets(connection)
    jobs = [(file_name(one.codes[2], one.name), partial(sheets.print_one, one.id)) for one in sorted(grids, key=lambda one: one.codes)]
    return write_each(folder, jobs, is_again=is_again, progress=progress, cancelled=cancelled)
