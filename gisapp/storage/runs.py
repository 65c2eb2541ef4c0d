"""Hazard runs: the families behind a set of houses in danger, and the runs kept for later."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from json import dumps, loads
from typing import Any

from gisapp.domain.hazard import CountedAt, HazardLevel
from gisapp.domain.lines import LeadRule, Line
from gisapp.storage import geopackage, grids
from gisapp.storage.hazards import HazardArea


def begin(connection: sqlite3.Connection, houses: Iterable[tuple[int, int]]) -> None:
    """Fill the temporary table ``affected`` with (house id, level rank), for the queries below."""
    connection.execute("DROP TABLE IF EXISTS temp.affected")
    connection.execute("CREATE TEMP TABLE affected (house_id INTEGER PRIMARY KEY, rank INTEGER NOT NULL)")
    connection.execute("DROP TABLE IF EXISTS temp.affected_family")
    connection.execute(
        "CREATE TEMP TABLE affected_family (household_id INTEGER PRIMARY KEY, house_id INTEGER, rank INTEGER, residents INTEGER)"
    )
    connection.execute("SAVEPOINT fill_affected")  # else every row is a transaction of its own
    connection.executemany("INSERT INTO temp.affected VALUES (?, ?)", houses)
    connection.execute("RELEASE fill_affected")


def find_families(connection: sqlite3.Connection, counted_at: CountedAt) -> list[tuple[int, int, int, int]]:
    """(household id, its most severe affected house, level rank, counted residents), each family once.

    HOMES: families with a lived-in home in an affected house, all their people. SLEEPING: people
    who sleep in an affected house, with their family.
    """
    if counted_at is CountedAt.HOMES:
        pairs = (
            "SELECT m.household_id, m.house_id, a.rank FROM temp.affected a JOIN home m ON m.house_id = a.house_id"
            " AND m.to_date IS NULL AND m.state = 'lived_in'"
        )
        residents = "(SELECT count(*) FROM resident r WHERE r.household_id = pair.household_id AND r.left_on IS NULL)"
    else:
        pairs = (
            "SELECT DISTINCT r.household_id, a.house_id, a.rank FROM temp.affected a JOIN resident r ON r.sleeping_house_id = a.house_id"
            " AND r.left_on IS NULL"
        )
        residents = (
            "(SELECT count(*) FROM resident r JOIN temp.affected b ON b.house_id = r.sleeping_house_id"
            " WHERE r.household_id = pair.household_id AND r.left_on IS NULL)"
        )
    connection.execute(
        f"INSERT INTO temp.affected_family SELECT household_id, house_id, rank, {residents} FROM"
        f" (SELECT *, row_number() OVER (PARTITION BY household_id ORDER BY rank, house_id) AS place FROM ({pairs})) AS pair WHERE place = 1"
    )
    rows = connection.execute("SELECT household_id, house_id, rank, residents FROM temp.affected_family ORDER BY household_id")
    return [(r[0], r[1], r[2], r[3]) for r in rows]


def houses_of_families(connection: sqlite3.Connection, counted_at: CountedAt) -> list[tuple[int, int, int]]:
    """(household id, affected house id, residents counted there): every tie, for counts by hazard."""
    if counted_at is CountedAt.HOMES:
        sql = (
            "SELECT m.household_id, m.house_id, f.residents FROM temp.affected_family f JOIN home m ON m.household_id = f.household_id"
            " AND m.to_date IS NULL AND m.state = 'lived_in' JOIN temp.affected a ON a.house_id = m.house_id"
        )
    else:
        sql = (
            "SELECT r.household_id, r.sleeping_house_id, count(*) FROM temp.affected_family f JOIN resident r ON r.household_id = f.household_id"
            " AND r.left_on IS NULL JOIN temp.affected a ON a.house_id = r.sleeping_house_id GROUP BY 1, 2"
        )
    return [(r[0], r[1], r[2]) for r in connection.execute(sql)]


def grid_of_houses(connection: sqlite3.Connection) -> dict[int, str]:
    """affected house id -> grid code ('' outside any grid)."""
    rows = connection.execute(
        "SELECT a.house_id, coalesce(g.code, '') FROM temp.affected a JOIN house h ON h.id = a.house_id LEFT JOIN grid g ON g.id = h.grid_id"
    )
    return {r[0]: r[1] for r in rows}


def empty_origin_homes(connection: sqlite3.Connection) -> list[tuple[int, str, str, str, str]]:
    """(house id, grid, number, head, where the family lives now) of vacant origin homes in affected houses."""
    rows = connection.execute(
        "SELECT h.id, coalesce(g.name, ''), h.number, coalesce(r.name, ''),"
        " coalesce((SELECT p.number FROM home_place p WHERE p.household_id = m.household_id AND p.role = 'residence'), '')"
        " FROM temp.affected a JOIN home m ON m.house_id = a.house_id AND m.to_date IS NULL AND m.role = 'origin' AND m.state = 'vacant'"
        " JOIN house h ON h.id = a.house_id LEFT JOIN grid g ON g.id = h.grid_id"
        " LEFT JOIN resident r ON r.household_id = m.household_id AND r.relation = 'head' AND r.left_on IS NULL ORDER BY g.code, h.number, h.id"
    )
    return [(r[0], r[1], r[2], r[3], r[4]) for r in rows]


def families_with_safe_home(connection: sqlite3.Connection) -> set[int]:
    """Affected families with another standing home of their own outside every area."""
    rows = connection.execute(
        "SELECT DISTINCT f.household_id FROM temp.affected_family f JOIN home m ON m.household_id = f.household_id AND m.to_date IS NULL"
        " AND m.house_id IS NOT NULL WHERE m.house_id NOT IN (SELECT house_id FROM temp.affected)"
    )
    return {r[0] for r in rows}


def call_rows(connection: sqlite3.Connection) -> list[tuple[Any, ...]]:
    """One row an affected family, by grid and number: what the call list needs except contacts."""
    return connection.execute(
        "SELECT f.household_id, f.house_id, k.code, f.rank, coalesce(t.name, ''), coalesce(d.name, ''), coalesce(g.code, ''), coalesce(g.name, ''),"
        " h.number, coalesce(r.name, ''), coalesce(r.phone, (SELECT p.phone FROM resident p WHERE p.household_id = f.household_id"
        "   AND p.left_on IS NULL AND p.phone IS NOT NULL ORDER BY p.birth_date LIMIT 1)), f.residents, k.relocated_on IS NOT NULL, h.geom, h.grid_id"
        " FROM temp.affected_family f JOIN household k ON k.id = f.household_id JOIN house h ON h.id = f.house_id"
        " LEFT JOIN grid g ON g.id = h.grid_id LEFT JOIN division d ON d.id = g.division_id LEFT JOIN division t ON t.id = d.parent_id"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " ORDER BY g.code, f.rank, h.building_id, h.unit, h.floor, h.room, h.number, f.household_id"
    ).fetchall()


def leads(connection: sqlite3.Connection, rules: Sequence[LeadRule], line: Line) -> dict[int, tuple[str, str | None]]:
    """household id -> (name, phone) of the contact that leads on ``line`` by the rule table."""
    own = [rule.lead for rule in rules if rule.lead.line is line] or [rule.assist for rule in rules if rule.assist.line is line]
    if not own:
        return {}
    rows = connection.execute(
        "SELECT s.household_id, c.name, c.phone FROM temp.affected_family f JOIN slot_holder s ON s.household_id = f.household_id"
        " AND s.line = ? AND s.role = ? JOIN contact c ON c.id = s.contact_id",
        (own[0].line, own[0].role),
    )
    return {r[0]: (r[1], r[2]) for r in rows}


def reachable_by_slot(connection: sqlite3.Connection) -> set[int]:
    """Affected families with at least one slot holder who has a phone."""
    rows = connection.execute(
        "SELECT DISTINCT f.household_id FROM temp.affected_family f JOIN slot_holder s ON s.household_id = f.household_id"
        " JOIN contact c ON c.id = s.contact_id AND c.phone IS NOT NULL"
    )
    return {r[0] for r in rows}


def officers(connection: sqlite3.Connection) -> dict[int, tuple[str, str | None]]:
    """grid id -> (name, phone) of its active officer."""
    rows = connection.execute(
        f"SELECT p.grid_id, c.name, c.phone FROM grid_post p JOIN contact c ON c.id = p.contact_id WHERE {grids.POST_IN_FORCE}"
    )
    return {r[0]: (r[1], r[2]) for r in rows}


def store(
    connection: sqlite3.Connection,
    *,
    uid: str,
    at: str,
    who: str,
    question: dict[str, Any],
    totals: dict[str, Any],
    areas: Sequence[HazardArea],
    srs_id: int,
) -> tuple[int, list[int]]:
    """Write a run with the areas as they are; return its id and the areas' ids within it."""
    run = connection.execute(
        "INSERT INTO hazard_run (uid, at, who, question, totals) VALUES (?, ?, ?, ?, ?)",
        (uid, at, who, dumps(question, ensure_ascii=False), dumps(totals, ensure_ascii=False)),
    ).lastrowid
    ids = [
        int(
            connection.execute(
                "INSERT INTO hazard_run_area (run_id, name, kind, level, source, geom) VALUES (?, ?, ?, ?, ?, ?)",
                (run, a.name, a.kind, a.level, a.source, geopackage.encode(a.geometry, srs_id)),
            ).lastrowid
            or 0
        )
        for a in areas
    ]
    return int(run or 0), ids


def store_list(connection: sqlite3.Connection, run_id: int, houses: Iterable[tuple[int, HazardLevel, list[int]]]) -> None:
    """Keep the affected houses (house id, level, area ids) and families of a run."""
    connection.executemany(
        "INSERT INTO hazard_run_house VALUES (?, ?, ?, ?)", ((run_id, house, level.value, dumps(areas)) for house, level, areas in houses)
    )
    levels = " ".join(f"WHEN {level.rank} THEN '{level.value}'" for level in HazardLevel)
    connection.execute(
        f"INSERT INTO hazard_run_household SELECT ?, household_id, house_id, CASE rank {levels} END, residents FROM temp.affected_family",
        (run_id,),
    )


def kept(connection: sqlite3.Connection, *, limit: int = 50) -> list[tuple[int, str, str, dict[str, Any], dict[str, Any]]]:
    """(id, at, who, question, totals) of stored runs, newest first."""
    rows = connection.execute("SELECT id, at, who, question, totals FROM hazard_run ORDER BY id DESC LIMIT ?", (limit,))
    return [(r[0], r[1], r[2], loads(r[3]), loads(r[4])) for r in rows]
