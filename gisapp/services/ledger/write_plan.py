"""Carry out the plan of an import: rows in, rows changed, and all that follows from them, within the caller's transaction."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from gisapp.domain.change import Kind
from gisapp.domain.ids import new_uid
from gisapp.services.ledger.outcome import Alteration, Insertion, LedgerPlan, Writes
from gisapp.services.ledger.slot_rows import SlotSeat
from gisapp.services.ledger.watch import Watch
from gisapp.storage.contacts import slots
from gisapp.storage.county import bulk, geopackage, search
from gisapp.storage.hazards import hazards
from gisapp.storage.ledger import ledger_facts

PIECE = 4_000
LARGE_ROWS = 3_000
"""From here on a layer's triggers and indexes step aside while rows go in: each costs more than the row."""

_SEARCHED = (
    ("resident", Kind.RESIDENT),
    ("household", Kind.HOUSEHOLD),
    ("house", Kind.HOUSE),
    ("contact", Kind.CONTACT),
    ("safe_site", Kind.SAFE_SITE),
    ("division", Kind.DIVISION),
    ("grid", Kind.GRID),
    ("settlement_site", Kind.SETTLEMENT),
)
_NOT_SEARCHED = frozenset({"geom", "grid_id", "division_id"})
_LAYERS = frozenset(table for table, _, _ in geopackage.LAYERS)


def write_plan(connection: sqlite3.Connection, plan: LedgerPlan, seats: Sequence[SlotSeat], watch: Watch) -> None:
    """Write everything; raises Cancelled, on which the caller rolls back."""
    total = 2 * sum(_rows_of(one) for one in plan.writes.insertions) + len(plan.changed) or 1
    done = 0
    _alter(connection, plan.writes.first, watch, done=done, total=total)
    for insertion in plan.writes.insertions:
        with _room_for(connection, insertion):
            for at in range(0, _rows_of(insertion), PIECE):
                watch.done(done, total)
                part = {name: column[at : at + PIECE] for name, column in insertion.columns.items()}
                bulk.fill(connection, insertion.table, part)
                done += len(next(iter(part.values())))
    _alter(connection, plan.writes.then, watch, done=done, total=total)
    for removal in plan.writes.removals:
        ledger_facts.remove(connection, removal.table, removal.column, removal.ids)
    for seat in seats:
        slots.put_in(connection, seat.slot, seat.contact, [(seat.family, new_uid())], from_date=seat.from_date)
    _follow(connection, _touched_ids(plan), watch, done, total)
    if _has_other_points(plan.writes):
        for area in hazards.all_areas(connection):
            watch.done(total, total)
            hazards.refresh_houses(connection, [int(area.id or 0)])
    touched = {one.table for one in plan.writes.insertions} | {one.table for one in plan.writes.then}
    if _LAYERS & touched:
        geopackage.refresh_extents(connection)
    watch.done(total, total)


@contextmanager
def _room_for(connection: sqlite3.Connection, insertion: Insertion) -> Iterator[None]:
    """A large layer goes in without its triggers, its spatial index beside it."""
    if insertion.table not in _LAYERS or _rows_of(insertion) < LARGE_ROWS:
        yield
        return
    with bulk.loading(connection, [insertion.table]):
        yield
        pairs = [(row, blob) for row, blob in zip(insertion.columns["id"], insertion.columns["geom"], strict=True) if blob is not None]
        boxes = np.array([geopackage.bounds_of(blob) for _, blob in pairs]).reshape(-1, 4)
        bulk.index_boxes(connection, insertion.table, [row for row, _ in pairs], boxes)


def _rows_of(insertion: Insertion) -> int:
    return len(next(iter(insertion.columns.values())))


def _alter(connection: sqlite3.Connection, alterations: Sequence[Alteration], watch: Watch, *, done: int, total: int) -> None:
    for alteration in alterations:
        for at in range(0, len(alteration.rows), PIECE):
            watch.done(min(done, total), total)
            ledger_facts.alter(connection, alteration.table, [(row, dict(values)) for row, values in alteration.rows[at : at + PIECE]])


def _has_other_points(writes: Writes) -> bool:
    """Whether any house stands where none stood before."""
    added = any(blob is not None for one in writes.insertions if one.table == "house" for blob in one.columns["geom"])
    return added or any("geom" in values for one in (*writes.first, *writes.then) if one.table == "house" for _, values in one.rows)


def _touched_ids(plan: LedgerPlan) -> Mapping[str, list[int]]:
    found: dict[str, list[int]] = {}
    for insertion in plan.writes.insertions:
        ids: list[Any] = insertion.columns.get("id", [])
        found.setdefault(insertion.table, []).extend(ids)
    for alteration in (*plan.writes.first, *plan.writes.then):
        found.setdefault(alteration.table, []).extend(row for row, values in alteration.rows if not values.keys() <= _NOT_SEARCHED)
    for removal in plan.writes.removals:
        found.setdefault(removal.table, []).extend(removal.ids if removal.column == "id" else ())
    return found


def _follow(connection: sqlite3.Connection, touched: Mapping[str, list[int]], watch: Watch, done: int, total: int) -> None:
    """Bring the search index up to date."""
    for table, kind in _SEARCHED:
        ids = touched.get(table, [])
        for at in range(0, len(ids), PIECE):
            watch.done(min(done, total), total)
            search.refresh(connection, kind, ids[at : at + PIECE])
            done += len(ids[at : at + PIECE])
