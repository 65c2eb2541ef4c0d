"""Houses and flats as places of a family: found by number, described, gone with a flood and standing again."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from gisapp.domain.family import Place
from gisapp.storage.places import house_lists
from gisapp.storage.places.divisions import LIVING

_FACTS = (
    "SELECT h.number, h.id, h.grid_id, d.id, coalesce(d.level, ''), d.parent_id, t.parent_id, coalesce({site}, '') FROM {table} h"
    f" LEFT JOIN grid g ON g.id = h.grid_id LEFT JOIN ({LIVING}) l ON l.id = g.division_id"
    " LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id {more} WHERE h.id = ?"
)
_STANDING = _FACTS.format(
    site="s.name", table="house", more="LEFT JOIN building b ON b.id = h.building_id LEFT JOIN settlement_site s ON s.id = b.site_id"
)
_FORMER = _FACTS.format(site="NULL", table="former_house", more="")
_LYING = "geom, uid, number, grid_id, building_id, unit, floor, room, code"
_CODE_LEFT = "CASE WHEN code IN (SELECT h.code FROM house h) THEN NULL ELSE code END"


def standing(connection: sqlite3.Connection, house_id: int) -> Place | None:
    """A house that stands."""
    row = connection.execute(_STANDING, (house_id,)).fetchone()
    return _place(row, house=row[1], former=None) if row else None


def of_home(connection: sqlite3.Connection, house_id: int | None, former_house_id: int | None) -> Place:
    """The place of a home: exactly one of the two ids is given."""
    if house_id is not None:
        return _place(connection.execute(_STANDING, (house_id,)).fetchone(), house=house_id, former=None)
    return _place(connection.execute(_FORMER, (former_house_id,)).fetchone(), house=None, former=former_house_id)


def by_number(connection: sqlite3.Connection, number: str, *, limit: int = 20) -> list[int]:
    """Ids of the standing houses with exactly this number."""
    found = connection.execute("SELECT id FROM house WHERE number = ? ORDER BY id LIMIT ?", (number, limit))
    return [row[0] for row in found]


def suggestions(connection: sqlite3.Connection, text: str, *, limit: int = 40) -> list[tuple[int, str, str]]:
    """(id, number, families that live there) of houses whose number holds ``text``; flats where nobody lives first."""
    rows = connection.execute(
        "SELECT h.id, h.number, coalesce((SELECT group_concat(coalesce(r.name, k.code), ' ') FROM home m JOIN household k ON k.id = m.household_id"
        "  LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        "  WHERE m.house_id = h.id AND m.to_date IS NULL AND m.role <> 'origin'), '') AS families"
        " FROM house h WHERE instr(h.number, :text) ORDER BY families <> '', h.building_id IS NULL, h.number, h.id LIMIT :limit",
        {"text": text.strip(), "limit": limit},
    )
    return [(row[0], row[1], row[2]) for row in rows]


def vacant_flats(connection: sqlite3.Connection, kind: str, unit_id: int, *, limit: int = 40) -> list[tuple[int, str]]:
    """(id, number) of the flats of a settlement site or a part of one where nobody is at home, in the order of their doors."""
    rows = connection.execute(
        f"SELECT h.id, h.number FROM ({house_lists.within(kind)}) w JOIN house h ON h.id = w.id WHERE h.building_id IS NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM home m WHERE m.house_id = h.id AND m.to_date IS NULL AND m.role <> 'origin')"
        " ORDER BY h.building_id, h.unit, h.floor, h.room, h.id LIMIT :limit",
        {"unit": unit_id, "limit": limit},
    )
    return [(row[0], row[1]) for row in rows]


def others_living_in(connection: sqlite3.Connection, house_id: int, household_id: int) -> list[str]:
    """Heads (else codes) of the other families whose current home, an origin home too, is this house."""
    rows = connection.execute(
        "SELECT DISTINCT k.id, coalesce(r.name, k.code) FROM home m JOIN household k ON k.id = m.household_id"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " WHERE m.house_id = ? AND m.to_date IS NULL AND k.id <> ? ORDER BY k.id",
        (house_id, household_id),
    )
    return [row[1] for row in rows]


def as_former(connection: sqlite3.Connection, place: Place, *, gone_on: str) -> Place:
    """The place as one whose house stands no more; the house itself stays until ``drop_if_free``."""
    known = connection.execute("SELECT f.id FROM former_house f JOIN house h ON h.uid = f.uid WHERE h.id = ?", (place.house_id,)).fetchone()
    if known is None:
        cursor = connection.execute(
            f"INSERT INTO former_house ({_LYING}, gone_on) SELECT {_LYING}, ? FROM house WHERE id = ?",
            (gone_on, place.house_id),
        )
        return replace(place, house_id=None, former_house_id=int(cursor.lastrowid or 0))
    connection.execute("UPDATE former_house SET gone_on = ? WHERE id = ?", (gone_on, known[0]))
    return replace(place, house_id=None, former_house_id=int(known[0]))


def as_standing(connection: sqlite3.Connection, place: Place) -> Place:
    """The place with a house on it again: the one that others still live in, else one built anew on the same spot.

    A flat is in its old building, unit, floor and room again; a code that another house bears now is its own no more.
    Raises sqlite3.IntegrityError when another flat has the room meanwhile.
    """
    known = connection.execute(
        "SELECT h.id FROM house h JOIN former_house f ON f.uid = h.uid WHERE f.id = ?", (place.former_house_id,)
    ).fetchone()
    if known is None:
        cursor = connection.execute(
            f"INSERT INTO house ({_LYING}) SELECT {_LYING.removesuffix('code')}{_CODE_LEFT} FROM former_house WHERE id = ?",
            (place.former_house_id,),
        )
        return replace(place, house_id=int(cursor.lastrowid or 0), former_house_id=None)
    return replace(place, house_id=int(known[0]), former_house_id=None)


def in_its_room(connection: sqlite3.Connection, former_house_id: int) -> str | None:
    """The number of another flat that has the room of one that is gone; None while it is free."""
    row = connection.execute(
        "SELECT h.number FROM former_house f JOIN house h ON h.building_id = f.building_id AND h.unit IS f.unit AND h.room IS f.room"
        " WHERE f.id = ? AND h.uid <> f.uid",
        (former_house_id,),
    ).fetchone()
    return str(row[0]) if row else None


def drop_if_free(connection: sqlite3.Connection, house_id: int) -> tuple[int, ...] | None:
    """Remove a house that a family has lost once no other has it any more; returns the people who were noted to sleep in it.

    None: it stays. Homes of the past follow to its former place with the state they had.
    """
    former = connection.execute(
        "SELECT f.id FROM former_house f JOIN house h ON h.uid = f.uid JOIN home m ON m.former_house_id = f.id AND m.to_date IS NULL"
        " WHERE h.id = ? LIMIT 1",
        (house_id,),
    ).fetchone()
    is_used = connection.execute("SELECT 1 FROM home WHERE house_id = ? AND to_date IS NULL", (house_id,)).fetchone()
    if former is None or is_used is not None:
        return None
    return _remove(connection, house_id, int(former[0]))


def take_down(connection: sqlite3.Connection, house_id: int, *, gone_on: str) -> tuple[int, ...]:
    """A house that no family has stands no more; returns the people who were noted to sleep in it."""
    former = as_former(connection, Place("", house_id), gone_on=gone_on).former_house_id
    assert former is not None
    return _remove(connection, house_id, former)


def _remove(connection: sqlite3.Connection, house_id: int, former_house_id: int) -> tuple[int, ...]:
    sleepers = tuple(row[0] for row in connection.execute("SELECT id FROM resident WHERE sleeping_house_id = ?", (house_id,)))
    connection.execute(
        "UPDATE resident SET sleeping_house_id = NULL, sleeping_since = NULL, sleeping_checked_on = NULL WHERE sleeping_house_id = ?",
        (house_id,),
    )
    connection.execute("UPDATE home SET house_id = NULL, former_house_id = ? WHERE house_id = ?", (former_house_id, house_id))
    connection.execute("DELETE FROM house WHERE id = ?", (house_id,))
    return sleepers


def _place(
    row: tuple[str, int, int | None, int | None, str, int | None, int | None, str], *, house: int | None, former: int | None
) -> Place:
    above = tuple(unit for unit in (row[5], row[6]) if unit is not None)
    return Place(row[0], house, former, row[2], row[3], row[4], above, row[7])
