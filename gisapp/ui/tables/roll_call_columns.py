"""The columns of a roll call: what is known of a family first, then whom to call, then the rest of the call list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from gisapp.domain.roll_call import RollCallRow, RollState, clock
from gisapp.language import tr
from gisapp.ui.tables.lists import call_columns
from gisapp.ui.tables.rows import Column

_TINTS = ("danger", "warn", "done", "danger", "done")
"""In the order of RollState; the words say the same."""


def roll_call_columns() -> tuple[Column, ...]:
    """Families of a run."""
    level, grid, head, phone, people, marks, first, sleeping, community, village, officer, site, number = map(_of_call, call_columns())
    return (
        level,
        Column(tr("点名"), _state, 7, order=lambda row: tuple(RollState).index(row.state), tint=_tint),
        Column(tr("时间"), lambda row: clock(row.entry.at) if row.entry else "", 4.4, order=lambda row: row.entry.at if row.entry else ""),
        head,
        phone,
        first,
        people,
        marks,
        Column(tr("安排去处"), lambda row: row.planned.text if row.planned else "", 9),
        grid,
        number,
        community,
        village,
        officer,
        sleeping,
        site,
        Column(tr("备注"), lambda row: row.entry.note if row.entry else "", 10),
        Column(tr("谁记的"), lambda row: row.entry.who if row.entry else "", 5),
        Column(tr("户编号"), lambda row: row.call.code, 9),
    )


def _state(row: RollCallRow) -> str:
    return row.entry.what if row.entry else row.state.caption


def _tint(row: RollCallRow) -> str:
    return _TINTS[tuple(RollState).index(row.state)]


def _of_call(column: Column) -> Column:
    """A column of the call list over the rows of a roll call."""
    order, tint = (None if read is None else _through(read) for read in (column.order, column.tint))
    return replace(column, text=_through(column.text), order=order, tint=tint)


def _through(read: Callable[[Any], Any]) -> Callable[[RollCallRow], Any]:
    return lambda row: read(row.call)
