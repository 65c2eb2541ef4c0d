"""The card of a grid, and the same figures for any unit or drawn area."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date

from gisapp.domain.cards import GridCard, PeopleCounts, Unit
from gisapp.domain.ids import GridId
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.storage.county import counts
from gisapp.storage.places import grids, house_lists


def describe_grid(connection: sqlite3.Connection, grid_id: int, *, day: date | None = None) -> GridCard:
    """Officer and figures of one grid on ``day`` (today when None); raises BadRequest for an unknown id."""
    card = grids.card(connection, GridId(grid_id), day or date.today())
    if card is None:
        raise BadRequest(tr("没有这个网格。"), tr("请在地图或列表中重新选择。"))
    return card


def describe_unit(connection: sqlite3.Connection, unit: Unit, *, day: date | None = None) -> PeopleCounts:
    """The same figures for a county, town, village, community, grid, settlement site or building."""
    on = day or date.today()
    if unit.kind == "grid":
        return counts.people_in_grid(connection, unit.id, on)
    if unit.kind == "division":
        return counts.people_in_division(connection, unit.id, on)
    return counts.people_in_houses(connection, house_lists.in_units(connection, unit.kind, [unit.id]), on)


def describe_houses(connection: sqlite3.Connection, house_ids: Sequence[int], *, day: date | None = None) -> PeopleCounts:
    """The same figures for the houses of a lasso, box or buffer."""
    return counts.people_in_houses(connection, list(house_ids), day or date.today())
