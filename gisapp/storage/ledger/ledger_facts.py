"""What the county knows of the things a ledger names: asked for in bulk, answered in plain rows."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from json import dumps
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from gisapp.storage.county import geopackage


class PersonFact(NamedTuple):
    """A resident as the county has it; the marks are 0 or 1."""

    id: int
    household_id: int
    relation: str
    name: str
    sex: str
    birth_date: str
    id_number: str | None
    phone: str | None
    is_disabled: int
    is_ill: int
    is_pregnant: int
    left_on: str | None


class HouseholdFact(NamedTuple):
    """A family as the county has it."""

    id: int
    code: str
    origin_division_id: int | None
    relocated_on: str | None
    ended_on: str | None


class HomeFact(NamedTuple):
    """A current home."""

    id: int
    household_id: int
    role: str
    state: str
    house_id: int | None
    former_house_id: int | None
    from_date: str


class ContactFact(NamedTuple):
    """A contact."""

    id: int
    name: str
    phone: str | None
    role: str
    division_id: int
    is_active: int


_PERSON = (
    "SELECT r.id, r.household_id, r.relation, r.name, r.sex, r.birth_date, r.id_number, r.phone, r.is_disabled, r.is_ill, r.is_pregnant, r.left_on"
    " FROM resident r"
)
_HOUSEHOLD = "SELECT id, code, origin_division_id, relocated_on, ended_on FROM household"


def people_by_id_number(connection: sqlite3.Connection, numbers: Iterable[str]) -> Iterator[PersonFact]:
    """Residents, also those who left, that bear one of these ID numbers."""
    rows = connection.execute(f"{_PERSON} WHERE r.id_number IN (SELECT value FROM json_each(?))", (dumps(list(numbers)),))
    return map(PersonFact._make, rows)


def people_of(connection: sqlite3.Connection, household_ids: Iterable[int]) -> Iterator[PersonFact]:
    """Everybody who belongs to these families, also those who left."""
    rows = connection.execute(
        f"{_PERSON} WHERE r.household_id IN (SELECT value FROM json_each(?)) ORDER BY r.id", (dumps(list(household_ids)),)
    )
    return map(PersonFact._make, rows)


def heads_named(connection: sqlite3.Connection, names: Iterable[str]) -> Iterator[PersonFact]:
    """Heads of families with one of these names."""
    rows = connection.execute(
        f"{_PERSON} WHERE r.relation = 'head' AND r.left_on IS NULL AND r.name IN (SELECT value FROM json_each(?)) ORDER BY r.id",
        (dumps(list(names)),),
    )
    return map(PersonFact._make, rows)


def households_by_code(connection: sqlite3.Connection, codes: Iterable[str]) -> Iterator[HouseholdFact]:
    """Families with one of these codes."""
    rows = connection.execute(f"{_HOUSEHOLD} WHERE code IN (SELECT value FROM json_each(?))", (dumps(list(codes)),))
    return map(HouseholdFact._make, rows)


def households_by_id(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[HouseholdFact]:
    """Families with one of these ids."""
    rows = connection.execute(f"{_HOUSEHOLD} WHERE id IN (SELECT value FROM json_each(?))", (dumps(list(ids)),))
    return map(HouseholdFact._make, rows)


def highest_code(connection: sqlite3.Connection, prefix: str) -> str | None:
    """The highest family code that is ``prefix`` and five digits."""
    row = connection.execute(
        "SELECT max(code) FROM household WHERE code >= ? AND code < ? AND code GLOB ?",
        (prefix, prefix + "\uffff", prefix + "[0-9][0-9][0-9][0-9][0-9]"),
    ).fetchone()
    return str(row[0]) if row[0] is not None else None


def homes_of(connection: sqlite3.Connection, household_ids: Iterable[int]) -> Iterator[HomeFact]:
    """Current homes of these families."""
    rows = connection.execute(
        "SELECT id, household_id, role, state, house_id, former_house_id, from_date FROM home"
        " WHERE to_date IS NULL AND household_id IN (SELECT value FROM json_each(?))",
        (dumps(list(household_ids)),),
    )
    return map(HomeFact._make, rows)


def houses(connection: sqlite3.Connection) -> Iterator[tuple[int, str, int | None, int | None, int | None, str | None]]:
    """(id, number, grid id, building id, unit, room) of every house."""
    yield from connection.execute("SELECT id, number, grid_id, building_id, unit, room FROM house ORDER BY id")


def house_places(connection: sqlite3.Connection) -> list[tuple[int, str | None, str, int | None, bytes | None]]:
    """(id, code, number, grid id, point) of every house that stands."""
    return connection.execute("SELECT id, code, number, grid_id, geom FROM house ORDER BY id").fetchall()


def houses_in_grids(connection: sqlite3.Connection, table: str) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """(ids (n,), their grids (n,), 0 = none, points (n, 2) in metres) of what stands, or stood, at a point: house or former_house."""
    rows = connection.execute(f'SELECT id, coalesce(grid_id, 0), geom FROM "{table}" WHERE geom IS NOT NULL ORDER BY id').fetchall()
    ids, grids = (np.fromiter((row[column] for row in rows), np.int64, len(rows)) for column in (0, 1))
    return ids, grids, geopackage.decode_points([row[2] for row in rows])


def former_houses(connection: sqlite3.Connection) -> Iterator[tuple[int, str]]:
    """(id, number) of every house that stands no more."""
    yield from connection.execute("SELECT id, number FROM former_house ORDER BY id")


def sites(connection: sqlite3.Connection) -> list[tuple[int, str, int, bytes | None]]:
    """(id, name, division id, point) of every settlement site."""
    return connection.execute("SELECT id, name, division_id, geom FROM settlement_site ORDER BY id").fetchall()


def buildings(connection: sqlite3.Connection) -> list[tuple[int, int, str]]:
    """(id, site id, name) of every building."""
    return connection.execute("SELECT id, site_id, name FROM building ORDER BY id").fetchall()


def building_sizes(connection: sqlite3.Connection) -> list[tuple[int, int, str, int, int]]:
    """(id, site id, name, entrances, storeys) of every building."""
    return connection.execute("SELECT id, site_id, name, units, floors FROM building ORDER BY id").fetchall()


def point_in_building(connection: sqlite3.Connection, building_id: int) -> tuple[bytes | None, int | None]:
    """(point, grid id) of one of the building's flats; (None, None) when it has none."""
    row = connection.execute(
        "SELECT geom, grid_id FROM house WHERE building_id = ? AND geom IS NOT NULL ORDER BY id LIMIT 1", (building_id,)
    ).fetchone()
    return (row[0], row[1]) if row else (None, None)


def divisions(connection: sqlite3.Connection) -> list[tuple[int, str, str, str, int | None, str | None]]:
    """(id, code, name, level, parent id, ended on) of every division."""
    return connection.execute("SELECT id, code, name, level, parent_id, ended_on FROM division ORDER BY id").fetchall()


def former_names(connection: sqlite3.Connection) -> list[tuple[int, str]]:
    """(division id, former name)."""
    return connection.execute("SELECT division_id, name FROM division_name ORDER BY id").fetchall()


def grids(connection: sqlite3.Connection) -> list[tuple[int, str, str, int]]:
    """(id, code, name, division id) of every grid."""
    return connection.execute("SELECT id, code, name, division_id FROM grid ORDER BY id").fetchall()


def contacts(connection: sqlite3.Connection) -> list[ContactFact]:
    """Every contact."""
    rows = connection.execute("SELECT id, name, phone, role, division_id, is_active FROM contact ORDER BY id")
    return list(map(ContactFact._make, rows))


def posts(connection: sqlite3.Connection) -> dict[int, list[tuple[int, int, str, str | None]]]:
    """grid id -> (post id, contact id, from, to) in order of time."""
    found: dict[int, list[tuple[int, int, str, str | None]]] = {}
    for grid, *post in connection.execute("SELECT grid_id, id, contact_id, from_date, to_date FROM grid_post ORDER BY from_date, id"):
        found.setdefault(grid, []).append((post[0], post[1], post[2], post[3]))
    return found


def highest_id(connection: sqlite3.Connection, table: str) -> int:
    """The highest id ever given in ``table``."""
    row = connection.execute(
        f'SELECT max(coalesce((SELECT max(id) FROM "{table}"), 0), coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0))', (table,)
    ).fetchone()
    return int(row[0])


def state_of(connection: sqlite3.Connection) -> tuple[int, int]:
    """Differs after any other connection wrote, and after any entry of the history: a plan made before is stale then."""
    version = connection.execute("PRAGMA data_version").fetchone()[0]
    return int(version), int(connection.execute("SELECT coalesce(max(id), 0) FROM history").fetchone()[0])


def alter(connection: sqlite3.Connection, table: str, rows: Sequence[tuple[int, dict[str, object]]]) -> None:
    """Give rows of ``table`` new values: (number of its integer key, column -> value), in the order given."""
    for row_id, values in rows:
        sets = ", ".join(f'"{column}" = ?' for column in values)
        connection.execute(f'UPDATE "{table}" SET {sets} WHERE rowid = ?', (*values.values(), row_id))


def remove(connection: sqlite3.Connection, table: str, column: str, ids: Iterable[int]) -> None:
    """Delete the rows of ``table`` whose ``column`` holds one of ``ids``."""
    connection.execute(f'DELETE FROM "{table}" WHERE "{column}" IN (SELECT value FROM json_each(?))', (dumps(list(ids)),))
