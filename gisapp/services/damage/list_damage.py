"""Damaged houses as lists: all, of a place, of an event, by state; one with all that belongs to it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import date

from gisapp.domain.change import Kind
from gisapp.domain.damage import Damage, DamageCase, DamageGrade, DamageState, RebuildWay, lined_up
from gisapp.domain.damage_board import Board, board
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.damage.rebuild_stages import rebuild_stages
from gisapp.storage.damage import damage
from gisapp.storage.places import house_lists


@dataclass(frozen=True, slots=True)
class DamageFilter:
    """Which damages are meant; None = any. ``place`` is (kind, ids) of units, houses or families, ("", ()) the whole county.

    ``run``: those of the event that a hazard run belongs to.
    """

    event: int | None = None
    place: tuple[str, tuple[int, ...]] = ("", ())
    state: DamageState | None = None
    grade: DamageGrade | None = None
    way: RebuildWay | None = None
    run: int | None = None


def list_damage(connection: sqlite3.Connection, wanted: DamageFilter | None = None) -> list[Damage]:
    """The damages that fit, in order of town, village, grid and number."""
    asked = wanted or DamageFilter()
    found = [one for one in damage.rows(connection, rebuild_stages(connection)) if _fits(one, asked)]
    if asked.run is not None:
        events = {event.id for event in damage.events(connection) if event.run == asked.run}
        found = [one for one in found if one.event in events]
    return _in_place(connection, found, asked.place)


def count_damage(connection: sqlite3.Connection, wanted: DamageFilter | None = None, *, day: date | None = None) -> Board:
    """The board of the damages that fit, as of ``day`` (today when None): the totals of a report, with the lists behind them."""
    stages = tuple(dict.fromkeys(name for names in rebuild_stages(connection).values() for name in names))
    return board(list_damage(connection, wanted), day or date.today(), stages=stages)


def damage_case(connection: sqlite3.Connection, damage_id: int) -> DamageCase:
    """One damage with its states, stages, stays and photos; raises BadRequest when there is none."""
    stages = rebuild_stages(connection)
    found = damage.rows(connection, stages, [damage_id])
    if not found:
        raise no_such_damage(damage_id)
    one = found[0]
    recorded = damage.stage_lines(connection, [damage_id]).get(damage_id, [])
    return DamageCase(
        one,
        next((event for event in damage.events(connection) if event.id == one.event), None),
        damage.states(connection, damage_id),
        lined_up(recorded, stages[one.way] if one.way else ()),
        damage.stays(connection, damage_id),
        damage.photos(connection, damage_id),
    )


def no_such_damage(damage_id: int) -> BadRequest:
    """What is said of an unknown number."""
    return BadRequest(tr("没有编号为 {id} 的受损登记。", id=damage_id), tr("请先用 gisapp damage FILE list 列出，或从清单里选择。"))


def _fits(one: Damage, asked: DamageFilter) -> bool:
    pairs = ((asked.event, one.event), (asked.state, one.state), (asked.grade, one.grade), (asked.way, one.way))
    return all(wanted is None or wanted == found for wanted, found in pairs)


def _in_place(connection: sqlite3.Connection, found: list[Damage], place: tuple[str, tuple[int, ...]]) -> list[Damage]:
    kind, ids = place
    if not kind:
        return found
    if kind == Kind.HOUSEHOLD:
        return [one for one in found if set(ids).intersection(one.families)]
    if kind == Kind.GRID:
        return [one for one in found if one.grid_id in ids]
    if kind == Kind.DIVISION:
        within = house_lists.grids_within(connection, ids)
        return [one for one in found if one.grid_id in within]
    houses = set(house_lists.in_units(connection, kind, ids))
    return [one for one in found if one.house in houses]
