"""Grid cells: their card, their officers, the figures of every grid at once."""

from __future__ import annotations

import sqlite3
from datetime import date
from json import dumps

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.cards import ContactLine, GridCard
from gisapp.domain.ids import ContactId, GridId
from gisapp.domain.masking import masked_phone
from gisapp.storage.contacts import slots
from gisapp.storage.county import counts, packed
from gisapp.storage.places.divisions import LIVING
from gisapp.storage.roll_call import roll_calls

POST_IN_FORCE = "p.from_date <= date('now', 'localtime') AND coalesce(p.to_date, '9999-12-31') > date('now', 'localtime')"
"""Which row of ``grid_post p`` names the officer of today: a post that begins next month does not yet."""

_ROLL_CALL = (
    "SELECT g, 1 + 100 * sum({done}) / count(*) AS n FROM (SELECT h.grid_id AS g, " + roll_calls.STATE_NOW + " AS state"
    " FROM hazard_run r JOIN run_roll_call c ON c.run_id = r.id JOIN hazard_run_household x ON x.run_id = r.id JOIN house h ON h.id = x.house_id"
    " WHERE r.id = coalesce(:run, (SELECT max(id) FROM hazard_run))) GROUP BY g"
)
"""1 + whole per cent of the families of a run (the latest when none is named) for whom ``done`` holds, so that 0 is left for grids without any."""

THEME_SQL = (
    ("households", "SELECT h.grid_id AS g, count(DISTINCT m.household_id) AS n FROM home m JOIN house h ON h.id = m.house_id"
                   " WHERE m.to_date IS NULL AND m.role <> 'origin' GROUP BY h.grid_id"),
    ("people", "SELECT h.grid_id AS g, sum(c.residents) AS n FROM home m JOIN house h ON h.id = m.house_id JOIN"
                  " (SELECT household_id, count(*) AS residents FROM resident WHERE left_on IS NULL GROUP BY household_id) c"
                  " ON c.household_id = m.household_id WHERE m.to_date IS NULL AND m.role <> 'origin' GROUP BY h.grid_id"),
    ("relocated", "SELECT h.grid_id AS g, count(*) AS n FROM home m JOIN house h ON h.id = m.house_id"
                  " WHERE m.to_date IS NULL AND m.role = 'residence' GROUP BY h.grid_id"),
    ("missing_slots", "SELECT h.grid_id AS g, count(*) AS n FROM json_each(:families) f JOIN home m ON m.household_id = f.value"
                      " AND m.to_date IS NULL AND m.role = 'residence' JOIN house h ON h.id = m.house_id GROUP BY h.grid_id"),
    ("hazard_homes", "SELECT h.grid_id AS g, count(DISTINCT h.id) AS n FROM house h JOIN house_hazard x ON x.house_id = h.id GROUP BY h.grid_id"),
    ("roll_call_reached", _ROLL_CALL.format(done="state <> 'not_reached'")),
    ("roll_call_out", _ROLL_CALL.format(done="state IN ('moved', 'elsewhere')")),
)  # fmt: skip


def card(connection: sqlite3.Connection, grid_id: GridId, day: date) -> GridCard | None:
    """The card of one grid on ``day``, None when there is no such grid."""
    row = connection.execute(
        f"SELECT g.id, g.code, g.name, d.name, coalesce(t.name, '') FROM grid g JOIN ({LIVING}) l ON l.id = g.division_id JOIN division d ON d.id = l.today"
        " LEFT JOIN division t ON t.id = d.parent_id WHERE g.id = ?",
        (grid_id,),
    ).fetchone()
    if row is None:
        return None
    return GridCard(
        GridId(row[0]), row[1], row[2], row[3], row[4], officer(connection, grid_id), counts.people_in_grid(connection, grid_id, day)
    )


def officer(connection: sqlite3.Connection, grid_id: int | None) -> ContactLine | None:
    """The active officer of a grid."""
    row = connection.execute(
        "SELECT c.id, c.name, c.phone, d.name FROM grid_post p JOIN contact c ON c.id = p.contact_id"
        f" JOIN division d ON d.id = c.division_id WHERE p.grid_id = ? AND {POST_IN_FORCE}",
        (grid_id,),
    ).fetchone()
    return ContactLine(ContactId(row[0]), row[1], masked_phone(row[2]), row[3]) if row else None


def figures(connection: sqlite3.Connection, theme: str, *, run: int | None = None) -> dict[int, int]:
    """grid id -> figure of ``theme`` (a name of THEME_SQL); grids without any are left out. ``run`` as in figure_columns."""
    found, numbers = figure_columns(connection, theme, run=run)
    return dict(zip(found.tolist(), numbers.tolist(), strict=True))


def figure_columns(connection: sqlite3.Connection, theme: str, *, run: int | None = None) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Grid ids (k,) and the figure of ``theme`` of each; grids without any are left out. ``run``: whose roll call, None = the latest's."""
    sql = f"SELECT group_concat(g), group_concat(n) FROM ({dict(THEME_SQL)[theme]}) WHERE g IS NOT NULL"
    families = [family for family, _ in slots.incomplete(connection, None)] if theme == "missing_slots" else []
    found, numbers = connection.execute(sql, {"families": dumps(families), "run": run}).fetchone()
    return packed.integers(found), packed.integers(numbers)


def figures_version(connection: sqlite3.Connection) -> tuple[int, date]:
    """Differs from the one before, of the same connection, when another has changed the file, or the day has."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0]), date.today()


def officers_per_grid(connection: sqlite3.Connection) -> tuple[list[str], list[str]]:
    """Codes of grids with no active officer, and of grids with more than one."""
    none = connection.execute(
        f"SELECT code FROM grid g WHERE NOT EXISTS (SELECT 1 FROM grid_post p WHERE p.grid_id = g.id AND {POST_IN_FORCE}) ORDER BY code"
    )
    many = connection.execute(
        f"SELECT g.code FROM grid g JOIN grid_post p ON p.grid_id = g.id AND {POST_IN_FORCE} GROUP BY g.id HAVING count(*) > 1 ORDER BY g.code"
    )
    return [row[0] for row in none], [row[0] for row in many]


def change_officer(connection: sqlite3.Connection, grid_id: int, contact_id: int, *, uid: str, from_date: str) -> None:
    """Give the grid to the contact from ``from_date`` on; posts in force then end, posts that begin later are dropped."""
    connection.execute("DELETE FROM grid_post WHERE grid_id = ? AND from_date >= ?", (grid_id, from_date))
    connection.execute(
        "UPDATE grid_post SET to_date = :day WHERE grid_id = :grid AND coalesce(to_date, '9999-12-31') > :day",
        {"grid": grid_id, "day": from_date},
    )
    connection.execute(
        "INSERT INTO grid_post (uid, grid_id, contact_id, from_date) VALUES (?, ?, ?, ?)", (uid, grid_id, contact_id, from_date)
    )


def exists(connection: sqlite3.Connection, grid_id: int) -> bool:
    """Whether there is such a grid."""
    return connection.execute("SELECT 1 FROM grid WHERE id = ?", (grid_id,)).fetchone() is not None


def officer_on(connection: sqlite3.Connection, grid_id: int, day: str) -> int | None:
    """Contact id of the officer in force on ``day`` who stays on without end; None when another follows or nobody holds the grid."""
    row = connection.execute(
        "SELECT contact_id FROM grid_post WHERE grid_id = ? AND from_date <= ? AND to_date IS NULL", (grid_id, day)
    ).fetchone()
    return int(row[0]) if row else None
