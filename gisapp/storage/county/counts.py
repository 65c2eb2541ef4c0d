"""How much there is: of the county, and of the families at home in a set of grids or houses."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.cards import CountyCounts, PeopleCounts
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, born_on_or_before
from gisapp.storage.contacts import slots
from gisapp.storage.county import packed


def county(connection: sqlite3.Connection) -> CountyCounts:
    """Counts over the whole file; houses are those that stand."""
    row = connection.execute(
        "SELECT (SELECT count(*) FROM division WHERE level = 'town'), (SELECT count(*) FROM division),"
        " (SELECT count(*) FROM grid), (SELECT count(*) FROM settlement_site), (SELECT count(*) FROM house),"
        " (SELECT count(*) FROM household WHERE ended_on IS NULL), (SELECT count(*) FROM resident WHERE left_on IS NULL),"
        " (SELECT count(*) FROM household WHERE relocated_on IS NOT NULL AND ended_on IS NULL), (SELECT count(*) FROM contact),"
        " (SELECT count(*) FROM hazard_area)"
    ).fetchone()
    return CountyCounts(*row)


def people_in_grid(connection: sqlite3.Connection, grid_id: int, day: date) -> PeopleCounts:
    """Counts over one grid on ``day``: families by their current home, houses by their point."""
    return _people(connection, "SELECT id FROM house WHERE grid_id = :grid", {"grid": grid_id}, day)


def people_in_division(connection: sqlite3.Connection, division_id: int, day: date) -> PeopleCounts:
    """Counts over a county, town, village or community."""
    houses = (
        "SELECT h.id FROM house h JOIN grid g ON g.id = h.grid_id WHERE g.division_id IN "
        "(WITH RECURSIVE part(id) AS (SELECT :division UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id) SELECT id FROM part)"
    )
    return _people(connection, houses, {"division": division_id}, day)


def people_in_houses(connection: sqlite3.Connection, house_ids: list[int], day: date) -> PeopleCounts:
    """Counts over any set of houses (lasso, box, buffer)."""
    import json

    return _people(connection, "SELECT value AS id FROM json_each(:houses)", {"houses": json.dumps(house_ids)}, day)


def _people(connection: sqlite3.Connection, houses: str, values: dict[str, object], day: date) -> PeopleCounts:
    row = connection.execute(
        f"WITH place AS MATERIALIZED ({houses}),"
        " family AS MATERIALIZED (SELECT DISTINCT m.household_id AS id FROM place p JOIN home m ON m.house_id = p.id"
        "   AND m.to_date IS NULL AND m.role <> 'origin'),"
        " person AS (SELECT count(*) AS n, coalesce(sum(r.birth_date <= :elderly), 0) AS elderly,"
        "   coalesce(sum(r.birth_date > :child), 0) AS children, coalesce(sum(r.is_disabled), 0) AS disabled"
        "   FROM family f JOIN resident r ON r.household_id = f.id AND r.left_on IS NULL),"
        " relocated AS MATERIALIZED (SELECT f.id FROM family f JOIN household k ON k.id = f.id AND k.relocated_on IS NOT NULL)"
        " SELECT (SELECT count(*) FROM place), (SELECT count(*) FROM family), n, elderly, children, disabled,"
        "  (SELECT group_concat(id) FROM relocated),"
        "  (SELECT count(*) FROM place p WHERE EXISTS (SELECT 1 FROM house_hazard x WHERE x.house_id = p.id))"
        " FROM person",
        values | {"elderly": born_on_or_before(ELDERLY_FROM_AGE, day), "child": born_on_or_before(CHILD_BELOW_AGE, day)},
    ).fetchone()
    standing, families, people, elderly, children, disabled, moved, in_hazard = row
    relocated = packed.integers(moved).tolist()
    missing = slots.incomplete(connection, relocated)
    return PeopleCounts(standing, families, people, elderly, children, disabled, len(relocated), len(missing), in_hazard)
