"""The houses that damages are of, standing or not: by uid, by number, as homes of families."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from json import dumps
from typing import NamedTuple

from gisapp.domain.damage import DamageGrade
from gisapp.storage.places.divisions import LIVING

_CHOSEN = "(SELECT value FROM json_each(:ids))"


class HouseName(NamedTuple):
    """A house as it is called; ``house`` is None when it stands no more, ``geom`` its point as a GeoPackage blob."""

    uid: str
    number: str
    house: int | None
    geom: bytes | None


class HomeAt(NamedTuple):
    """A current home in a house; ``stands`` whether the family still has the house."""

    household: int
    role: str
    stands: bool


def uids_of(connection: sqlite3.Connection, house_ids: Sequence[int]) -> list[str]:
    """The uids of standing houses, unknown ids left out, in the order asked."""
    found = dict(connection.execute(f"SELECT id, uid FROM house WHERE id IN {_CHOSEN}", {"ids": dumps(list(house_ids))}).fetchall())
    return [found[house] for house in house_ids if house in found]


def houses(connection: sqlite3.Connection, uids: Sequence[str]) -> dict[str, HouseName]:
    """uid -> the house, standing or not; unknown uids are left out."""
    found = connection.execute(
        f"SELECT 0, uid, number, id, geom FROM house WHERE uid IN {_CHOSEN}"
        f" UNION ALL SELECT 1, uid, number, NULL, geom FROM former_house WHERE uid IN {_CHOSEN} ORDER BY 1 DESC",
        {"ids": dumps(list(uids))},
    )
    return {row[1]: HouseName(row[1], row[2], row[3], row[4]) for row in found}


def by_number(connection: sqlite3.Connection, number: str) -> list[HouseName]:
    """Houses with exactly this number, those that stand first; a house that stands is not named a second time for what it was before."""
    found = connection.execute(
        "SELECT uid, number, id, geom FROM house WHERE number = :number UNION ALL"
        " SELECT uid, number, NULL, geom FROM former_house WHERE number = :number AND uid NOT IN (SELECT uid FROM house) LIMIT 20",
        {"number": number},
    )
    return [HouseName(*row) for row in found]


def by_numbers(connection: sqlite3.Connection, numbers: Iterable[str]) -> dict[str, list[tuple[HouseName, int | None]]]:
    """number -> (house, its village or community) of every house with this number, those that stand no more too."""
    part = (
        "SELECT x.uid, x.number, {house}, x.geom, l.today FROM {table} x LEFT JOIN grid g ON g.id = x.grid_id"
        f" LEFT JOIN living l ON l.id = g.division_id WHERE x.number IN {_CHOSEN}"
    )
    found = connection.execute(
        f"WITH living AS ({LIVING}) {part.format(house='x.id', table='house')} UNION ALL"
        f" {part.format(house='NULL', table='former_house')} AND x.uid NOT IN (SELECT uid FROM house)",
        {"ids": dumps(list(numbers))},
    )
    houses: dict[str, list[tuple[HouseName, int | None]]] = {}
    for *house, village in found:
        houses.setdefault(house[1], []).append((HouseName(*house), village))
    return houses


def on_map(connection: sqlite3.Connection) -> list[tuple[int, DamageGrade, str | None, str | None, bytes]]:
    """(damage, grade, begun on, finished on, point) of each house's latest damage that needs work; houses without a point left out."""
    found = connection.execute(
        "SELECT d.id, d.grade, d.begun_on, d.finished_on, coalesce(h.geom, f.geom) AS point, max(d.reported_on || printf('%09d', d.id))"
        " FROM damage d LEFT JOIN house h ON h.uid = d.house_uid LEFT JOIN former_house f ON f.uid = d.house_uid"
        " WHERE d.grade <> 'none' AND coalesce(h.geom, f.geom) IS NOT NULL GROUP BY d.house_uid ORDER BY d.id"
    )
    return [(row[0], DamageGrade(row[1]), row[2], row[3], row[4]) for row in found]


def homes_of(connection: sqlite3.Connection, household_id: int) -> list[HouseName]:
    """The houses of a family's current homes, standing or not, where it lives first."""
    found = connection.execute(
        "SELECT coalesce(h.uid, f.uid), coalesce(h.number, f.number), h.id, coalesce(h.geom, f.geom) FROM home m"
        " LEFT JOIN house h ON h.id = m.house_id LEFT JOIN former_house f ON f.id = m.former_house_id"
        " WHERE m.household_id = ? AND m.to_date IS NULL ORDER BY m.role = 'origin', m.id",
        (household_id,),
    )
    return [HouseName(*row) for row in found]


def homes_at(connection: sqlite3.Connection, house_uid: str) -> list[HomeAt]:
    """The current homes in a house, standing or not."""
    found = connection.execute(
        "SELECT household_id AS family, role, 1 FROM home WHERE house_id = (SELECT id FROM house WHERE uid = :uid) AND to_date IS NULL"
        " UNION ALL SELECT household_id, role, 0 FROM home"
        "  WHERE former_house_id = (SELECT id FROM former_house WHERE uid = :uid) AND to_date IS NULL ORDER BY family",
        {"uid": house_uid},
    )
    return [HomeAt(row[0], row[1], bool(row[2])) for row in found]


def state_before_loss(connection: sqlite3.Connection, house_uid: str, household_id: int) -> str | None:
    """In what state a family last had a house that it has lost; None when the file does not tell."""
    past = "household_id = :family AND to_date IS NOT NULL AND state IN ('lived_in', 'vacant')"
    row = connection.execute(
        f"SELECT state FROM (SELECT state, to_date, id FROM home WHERE house_id = (SELECT id FROM house WHERE uid = :uid) AND {past}"
        f" UNION ALL SELECT state, to_date, id FROM home WHERE former_house_id = (SELECT id FROM former_house WHERE uid = :uid) AND {past})"
        " ORDER BY to_date DESC, id DESC LIMIT 1",
        {"family": household_id, "uid": house_uid},
    ).fetchone()
    return str(row[0]) if row else None


def former_id(connection: sqlite3.Connection, house_uid: str) -> int | None:
    """The row of a house among those that stand no more."""
    row = connection.execute("SELECT id FROM former_house WHERE uid = ?", (house_uid,)).fetchone()
    return int(row[0]) if row else None
