"""Hazard runs: the families behind a set of houses in danger, and the runs kept for later."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any

from gisapp.domain.hazard import CountedAt
from gisapp.storage.places import grids
from gisapp.storage.places.divisions import UNITS_OF_GRID

Holder = tuple[int, str, str, str, str | None]
"""Household id, line, role, name, phone of who holds a slot."""


def begin(connection: sqlite3.Connection, houses: Iterable[tuple[int, int]], unknown: Iterable[int] = ()) -> None:
    """Fill the temporary tables ``affected`` with (house id, level rank) and ``unknown_house``, for the queries below."""
    connection.execute("DROP TABLE IF EXISTS temp.unknown_house")
    connection.execute("CREATE TEMP TABLE unknown_house (house_id INTEGER PRIMARY KEY)")
    connection.execute("DROP TABLE IF EXISTS temp.affected")
    connection.execute("CREATE TEMP TABLE affected (house_id INTEGER PRIMARY KEY, rank INTEGER NOT NULL)")
    connection.execute("DROP TABLE IF EXISTS temp.affected_family")
    connection.execute(
        "CREATE TEMP TABLE affected_family (household_id INTEGER PRIMARY KEY, house_id INTEGER, rank INTEGER, residents INTEGER)"
    )
    connection.execute("SAVEPOINT fill_affected")  # else every row is a transaction of its own
    connection.executemany("INSERT INTO temp.affected VALUES (?, ?)", houses)
    connection.executemany("INSERT INTO temp.unknown_house VALUES (?)", ((house,) for house in unknown))
    connection.execute("RELEASE fill_affected")
    count_for_planner(connection, "affected", "unknown_house")


def count_for_planner(connection: sqlite3.Connection, *tables: str) -> None:
    """Tell SQLite how few rows these temporary tables have: unknown means a million, and the whole county is read beside them."""
    for table in tables:
        connection.execute(f"ANALYZE temp.{table}")


def find_families(connection: sqlite3.Connection, counted_at: CountedAt) -> list[tuple[int, int, int, int]]:
    """(household id, its most severe affected house, level rank, counted residents), each family once.

    HOMES: families with a lived-in home in an affected house, all their people. SLEEPING: people
    who sleep in an affected house, with their family.
    """
    connection.execute("DROP TABLE IF EXISTS temp.affected_tie")
    if counted_at is CountedAt.HOMES:
        ties = (
            "SELECT m.household_id, m.house_id, a.rank,"
            " (SELECT count(*) FROM resident r WHERE r.household_id = m.household_id AND r.left_on IS NULL) AS residents"
            " FROM temp.affected a JOIN home m ON m.house_id = a.house_id AND m.to_date IS NULL AND m.state = 'lived_in'"
        )
    else:
        ties = (
            "SELECT r.household_id, a.house_id, a.rank, count(*) AS residents FROM temp.affected a JOIN resident r"
            " ON r.sleeping_house_id = a.house_id AND r.left_on IS NULL GROUP BY r.household_id, a.house_id"
        )
    connection.execute(f"CREATE TEMP TABLE affected_tie AS {ties}")
    counted = "max" if counted_at is CountedAt.HOMES else "sum"
    connection.execute(
        "INSERT INTO temp.affected_family SELECT household_id, house_id, rank, residents FROM (SELECT household_id, house_id, rank,"
        f" {counted}(residents) OVER (PARTITION BY household_id) AS residents,"
        " row_number() OVER (PARTITION BY household_id ORDER BY rank, house_id) AS place FROM temp.affected_tie) WHERE place = 1"
    )
    count_for_planner(connection, "affected_tie", "affected_family")
    rows = connection.execute("SELECT household_id, house_id, rank, residents FROM temp.affected_family ORDER BY household_id")
    return [(r[0], r[1], r[2], r[3]) for r in rows]


def houses_of_families(connection: sqlite3.Connection) -> list[tuple[int, int, int]]:
    """(household id, affected house id, residents counted there): every tie that ``find_families`` found, for counts by hazard."""
    return connection.execute("SELECT household_id, house_id, residents FROM temp.affected_tie").fetchall()


def grid_of_houses(connection: sqlite3.Connection) -> dict[int, str]:
    """affected house id -> grid code ('' outside any grid)."""
    rows = connection.execute(
        "SELECT a.house_id, coalesce(g.code, '') FROM temp.affected a JOIN house h ON h.id = a.house_id LEFT JOIN grid g ON g.id = h.grid_id"
    )
    return {r[0]: r[1] for r in rows}


def homes_without_people(connection: sqlite3.Connection, counted_at: CountedAt) -> list[tuple[Any, ...]]:
    """Every current tie to an affected house that the call list does not speak of, by grid.

    (household id, house id, level rank, grid code, grid, number, head, phone, where they live or sleep now,
    is relocated, is the origin home, is an empty origin home).
    """
    nobody = (
        "m.state <> 'lived_in'"
        if counted_at is CountedAt.HOMES
        else "NOT EXISTS (SELECT 1 FROM resident s WHERE s.household_id = m.household_id AND s.left_on IS NULL AND s.sleeping_house_id = m.house_id)"
    )
    return connection.execute(
        "SELECT m.household_id, h.id, a.rank, coalesce(g.code, ''), coalesce(g.name, ''), h.number, coalesce(r.name, ''), r.phone,"
        " CASE WHEN m.role = 'origin'"
        " THEN coalesce((SELECT p.number FROM home_place p WHERE p.household_id = m.household_id AND p.role = 'residence'), '')"
        " ELSE coalesce((SELECT group_concat(DISTINCT coalesce(b.number, s.sleeping_note)) FROM resident s LEFT JOIN house b"
        "   ON b.id = s.sleeping_house_id WHERE s.household_id = m.household_id AND s.left_on IS NULL), '') END,"
        " k.relocated_on IS NOT NULL, m.role = 'origin', m.role = 'origin' AND m.state = 'vacant'"
        " FROM temp.affected a JOIN home m ON m.house_id = a.house_id AND m.to_date IS NULL JOIN house h ON h.id = a.house_id"
        " JOIN household k ON k.id = m.household_id LEFT JOIN grid g ON g.id = h.grid_id"
        " LEFT JOIN resident r ON r.household_id = m.household_id AND r.relation = 'head' AND r.left_on IS NULL"
        f" WHERE {nobody} ORDER BY g.code, h.number, h.id, m.id"
    ).fetchall()


def count_sleepers(connection: sqlite3.Connection) -> int:
    """People who sleep in an affected house, of whatever family: an index alone counts them, those who left apart."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM temp.affected a JOIN resident r ON r.sleeping_house_id = a.house_id)"
        " - (SELECT count(*) FROM resident r WHERE r.left_on IS NOT NULL AND r.sleeping_house_id IN (SELECT house_id FROM temp.affected))"
    ).fetchone()
    return int(row[0])


def own_safe_homes(connection: sqlite3.Connection) -> dict[int, str]:
    """Affected family -> number of another standing home of its own, surely outside every area; the residence first."""
    rows = connection.execute(
        "SELECT f.household_id, h.number FROM temp.affected_family f JOIN home m ON m.household_id = f.household_id AND m.to_date IS NULL"
        " JOIN house h ON h.id = m.house_id WHERE m.house_id NOT IN (SELECT house_id FROM temp.affected)"
        " AND m.house_id NOT IN (SELECT house_id FROM temp.unknown_house) ORDER BY f.household_id, m.role <> 'residence', m.id"
    )
    found: dict[int, str] = {}
    for household, number in rows:
        found.setdefault(household, number)
    return found


def unknown_rows(connection: sqlite3.Connection, run_id: int) -> list[tuple[Any, ...]]:
    """(house id, town, village, grid, number, head of a family that lives there, people, is outside) of a run, by grid."""
    return connection.execute(
        "SELECT h.id, coalesce(t.name, ''), coalesce(d.name, ''), coalesce(g.name, ''), h.number, coalesce(min(r.name), ''),"
        " (SELECT count(*) FROM home n JOIN resident p ON p.household_id = n.household_id AND p.left_on IS NULL"
        "   WHERE n.house_id = h.id AND n.to_date IS NULL AND n.state = 'lived_in'), x.reason = 'outside'"
        " FROM hazard_run_unknown x JOIN house h ON h.id = x.house_id LEFT JOIN grid g ON g.id = h.grid_id"
        f"{UNITS_OF_GRID}"
        " LEFT JOIN home m ON m.house_id = h.id AND m.to_date IS NULL AND m.state = 'lived_in'"
        " LEFT JOIN resident r ON r.household_id = m.household_id AND r.relation = 'head' AND r.left_on IS NULL"
        " WHERE x.run_id = ? GROUP BY h.id ORDER BY x.reason = 'outside', g.code, h.number, h.id",
        (run_id,),
    ).fetchall()


def call_rows(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """One row an affected family, by grid and number: what the call list needs except contacts."""
    return connection.execute(
        "SELECT f.household_id, f.house_id, k.code, f.rank, coalesce(t.name, ''), coalesce(d.name, ''), coalesce(g.code, ''), coalesce(g.name, ''),"
        " h.number, coalesce(r.name, ''), coalesce(r.phone, (SELECT p.phone FROM resident p WHERE p.household_id = f.household_id"
        "   AND p.left_on IS NULL AND p.phone IS NOT NULL ORDER BY p.birth_date LIMIT 1)), f.residents, k.relocated_on IS NOT NULL, h.geom, h.grid_id,"
        " k.relocated_on IS NOT NULL AND EXISTS (SELECT 1 FROM home o WHERE o.household_id = f.household_id AND o.house_id = f.house_id"
        "   AND o.to_date IS NULL AND o.role = 'origin')"
        " FROM temp.affected_family f JOIN household k ON k.id = f.household_id JOIN house h ON h.id = f.house_id"
        f" LEFT JOIN grid g ON g.id = h.grid_id{UNITS_OF_GRID}"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " ORDER BY g.code, f.rank, h.building_id, h.unit, h.floor, h.room, h.number, f.household_id"
    ).fetchall()


def slot_holders(connection: sqlite3.Connection) -> list[Holder]:
    """Everybody who holds a slot of a family on the call list, or of one with another home in danger."""
    connection.execute("DROP TABLE IF EXISTS temp.told_family")
    connection.execute("CREATE TEMP TABLE told_family (household_id INTEGER PRIMARY KEY)")
    connection.execute(
        "INSERT OR IGNORE INTO temp.told_family SELECT household_id FROM temp.affected_family UNION ALL"
        " SELECT m.household_id FROM temp.affected a JOIN home m ON m.house_id = a.house_id AND m.to_date IS NULL"
    )
    count_for_planner(connection, "told_family")
    return connection.execute(
        "SELECT s.household_id, s.line, s.role, c.name, c.phone FROM temp.told_family f JOIN slot_holder s ON s.household_id = f.household_id"
        " JOIN contact c ON c.id = s.contact_id"
    ).fetchall()


def officers(connection: sqlite3.Connection) -> dict[int, tuple[str, str | None]]:
    """grid id -> (name, phone) of its active officer."""
    rows = connection.execute(
        f"SELECT p.grid_id, c.name, c.phone FROM grid_post p JOIN contact c ON c.id = p.contact_id WHERE {grids.POST_IN_FORCE}"
    )
    return {r[0]: (r[1], r[2]) for r in rows}
