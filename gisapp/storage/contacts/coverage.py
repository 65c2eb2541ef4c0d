"""The dated rows behind the six slots: who held what when, where the homes lay, who was officer there."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps

_CHOSEN = "SELECT k.id FROM household k WHERE k.relocated_on IS NOT NULL AND k.ended_on IS NULL AND (:ids IS NULL OR k.id IN (SELECT value FROM json_each(:ids)))"


@dataclass(frozen=True, slots=True)
class Held:
    """A row of ``slot``."""

    household: int
    line: str
    role: str
    name: str
    from_date: str
    to_date: str | None
    end_reason: str | None


@dataclass(frozen=True, slots=True)
class Lived:
    """A row of ``home`` with the grid it lies in; ``is_current`` while it lasts."""

    household: int
    role: str
    from_date: str
    to_date: str | None
    grid: int | None
    grid_name: str


@dataclass(frozen=True, slots=True)
class Posted:
    """A row of ``grid_post``."""

    grid: int
    name: str
    from_date: str
    to_date: str | None


def relocated_on(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> dict[int, str]:
    """Relocated family (among ``household_ids``, None = all) -> the day of its move, in order of id."""
    rows = connection.execute(f"SELECT id, relocated_on FROM household WHERE id IN ({_CHOSEN}) ORDER BY id", _values(household_ids))
    return dict(rows.fetchall())


def held(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> list[Held]:
    """Every row of ``slot`` of these families, in order of time."""
    rows = connection.execute(
        "SELECT s.household_id, s.line, s.role, c.name, s.from_date, s.to_date, s.end_reason FROM slot s JOIN contact c ON c.id = s.contact_id"
        f" WHERE s.household_id IN ({_CHOSEN}) ORDER BY s.from_date",
        _values(household_ids),
    )
    return [Held(*row) for row in rows]


def lived(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> list[Lived]:
    """Every origin home and residence of these families, past ones too, in order of time."""
    rows = connection.execute(
        "SELECT m.household_id, m.role, m.from_date, m.to_date, coalesce(h.grid_id, f.grid_id), coalesce(g.name, '') FROM home m"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN former_house f ON f.id = m.former_house_id"
        " LEFT JOIN grid g ON g.id = coalesce(h.grid_id, f.grid_id)"
        f" WHERE m.role IN ('origin', 'residence') AND m.household_id IN ({_CHOSEN}) ORDER BY m.from_date",
        _values(household_ids),
    )
    return [Lived(*row) for row in rows]


def posted(connection: sqlite3.Connection, grid_ids: Sequence[int]) -> list[Posted]:
    """Every row of ``grid_post`` of these grids, in order of time."""
    rows = connection.execute(
        "SELECT p.grid_id, c.name, p.from_date, p.to_date FROM grid_post p JOIN contact c ON c.id = p.contact_id"
        " WHERE p.grid_id IN (SELECT value FROM json_each(?)) ORDER BY p.from_date",
        (dumps(list(grid_ids)),),
    )
    return [Posted(*row) for row in rows]


def waiting(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> dict[tuple[int, str, str], tuple[str, str]]:
    """(family, line, role) -> (who is proposed, since when) of what waits."""
    rows = connection.execute(
        "SELECT p.household_id, p.line, p.role, c.name, p.proposed_on FROM slot_proposal p JOIN contact c ON c.id = p.contact_id"
        f" WHERE p.state = 'waiting' AND p.household_id IN ({_CHOSEN})",
        _values(household_ids),
    )
    return {(row[0], row[1], row[2]): (row[3], row[4]) for row in rows}


def _values(household_ids: Sequence[int] | None) -> dict[str, str | None]:
    return {"ids": None if household_ids is None else dumps(list(household_ids))}
