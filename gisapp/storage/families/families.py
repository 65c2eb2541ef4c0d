"""Families as values: read with everything an event can change, and written back where they differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from gisapp.domain.family import GONE, NEW, Family, Held, Home, JoinedReason, Person, Sleeping
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.ids import new_uid
from gisapp.domain.lines import Line, Role
from gisapp.domain.person import Relation, Sex
from gisapp.storage.places import places
from gisapp.storage.places.divisions import LIVING

PERSON = (
    "SELECT r.id, r.name, r.relation, r.sex, r.birth_date, r.sleeping_house_id, r.sleeping_note, r.sleeping_since, r.id_number, r.phone,"
    " r.initials, r.joined_on, r.joined_reason, r.left_on, r.left_reason, r.household_id FROM resident r"
)


@dataclass(frozen=True, slots=True)
class Saved:
    """What writing families touched: ``families`` in the order they were given, ``people`` who changed, houses built and gone."""

    families: tuple[int, ...]
    people: tuple[int, ...]
    built: tuple[int, ...]
    gone: tuple[int, ...]


def load(connection: sqlite3.Connection, household_id: int, day: str) -> Family | None:
    """A family with current homes, the people in it and the slots that last beyond ``day``; None when there is none."""
    row = connection.execute(
        "SELECT id, code, origin_division_id, relocated_on, ended_on, successor_id FROM household WHERE id = ?", (household_id,)
    ).fetchone()
    if row is None:
        return None
    people = connection.execute(
        f"{PERSON} WHERE r.household_id = ? AND r.left_on IS NULL ORDER BY r.relation <> 'head', r.birth_date, r.id", (household_id,)
    )
    return Family(
        row[0], row[1], row[2], row[3], _homes(connection, household_id), tuple(_person(one) for one in people),
        _slots(connection, household_id, day), row[4], row[5],
    )  # fmt: skip


def person(connection: sqlite3.Connection, resident_id: int) -> tuple[Person, int] | None:
    """Anybody in the file, those who left or died too, with the id of the family they are or were in."""
    row = connection.execute(f"{PERSON} WHERE r.id = ?", (resident_id,)).fetchone()
    return (_person(row), int(row[15])) if row else None


def departed(connection: sqlite3.Connection, household_id: int) -> list[tuple[int, str, str, str]]:
    """(id, name, left_on, left_reason) of those of a family who left the county or died, the latest first."""
    return connection.execute(
        "SELECT id, name, left_on, coalesce(left_reason, '') FROM resident WHERE household_id = ? AND left_on IS NOT NULL"
        " ORDER BY left_on DESC, id",
        (household_id,),
    ).fetchall()


def holder_of_id_number(connection: sqlite3.Connection, id_number: str) -> str | None:
    """The name of whoever has this ID number already."""
    row = connection.execute("SELECT name FROM resident WHERE id_number = ?", (id_number,)).fetchone()
    return str(row[0]) if row else None


def codes_like(connection: sqlite3.Connection, prefix: str, length: int) -> list[str]:
    """Every family code, ended families' too, that begins with ``prefix`` and has this length."""
    found = connection.execute(
        "SELECT code FROM household WHERE code >= :prefix AND code < :prefix || char(1114111) AND length(code) = :length",
        {"prefix": prefix, "length": length},
    )
    return [row[0] for row in found]


def _person(r: tuple[Any, ...]) -> Person:
    return Person(
        id=r[0],
        name=r[1],
        relation=Relation(r[2]),
        sex=Sex(r[3]),
        birth_date=r[4],
        sleeping=Sleeping(r[5], r[6], r[7]),
        id_number=r[8],
        phone=r[9],
        initials=r[10],
        joined_on=r[11],
        joined_reason=JoinedReason(r[12]) if r[12] else None,
        left_on=r[13],
        left_reason=r[14],
    )


def _homes(connection: sqlite3.Connection, household_id: int) -> tuple[Home, ...]:
    rows = connection.execute(
        "SELECT id, house_id, former_house_id, role, state, from_date FROM home WHERE household_id = ? AND to_date IS NULL"
        " ORDER BY role = 'origin', id",
        (household_id,),
    ).fetchall()
    return tuple(Home(r[0], places.of_home(connection, r[1], r[2]), HomeRole(r[3]), HomeState(r[4]), r[5]) for r in rows)


def _slots(connection: sqlite3.Connection, household_id: int, day: str) -> tuple[Held, ...]:
    rows = connection.execute(
        "SELECT s.id, s.line, s.role, s.contact_id, c.name, coalesce(l.today, c.division_id), s.from_date, s.to_date, s.end_reason"
        f" FROM slot s JOIN contact c ON c.id = s.contact_id LEFT JOIN ({LIVING}) l ON l.id = c.division_id"
        " WHERE s.household_id = ? AND coalesce(s.to_date, '9999-12-31') > ? ORDER BY s.line DESC, s.role, s.from_date",
        (household_id, day),
    )
    return tuple(Held(r[0], Line(r[1]), Role(r[2]), r[3], r[4], r[5], r[6], r[7], r[8]) for r in rows)


def save(connection: sqlite3.Connection, before: Sequence[Family], after: Sequence[Family], *, day: str) -> Saved:
    """Write what differs between the families ``before`` and ``after``; a family or person of id 0 is new."""
    ids = tuple(_save_family(connection, family, {one.id: one for one in before}) for family in after)
    known_homes = {home.id: home for family in before for home in family.homes}
    known_slots = {held.id: held for family in before for held in family.slots}
    people = _save_people(connection, before, after, ids)
    _drop_missing(connection, "home", known_homes.keys() - {home.id for family in after for home in family.homes})
    _drop_missing(connection, "slot", known_slots.keys() - {held.id for family in after for held in family.slots})
    built: list[int] = []
    for household, family in zip(ids, after, strict=True):
        for home in sorted(family.homes, key=lambda one: one.to_date is None):
            if home != known_homes.get(home.id):
                built += _save_home(connection, household, home, day)
        for held in sorted(family.slots, key=lambda one: one.id == NEW):
            if held != known_slots.get(held.id):
                _save_slot(connection, household, held)
    gone, sleepers = _drop_free(connection, {home.place.house_id for home in known_homes.values() if home.place.house_id is not None})
    return Saved(ids, tuple(dict.fromkeys((*people, *sleepers))), tuple(built), gone)


def _drop_free(connection: sqlite3.Connection, houses: set[int]) -> tuple[tuple[int, ...], list[int]]:
    """(houses that are gone now, people who were noted to sleep there)."""
    found = {house: places.drop_if_free(connection, house) for house in sorted(houses)}
    gone = {house: sleepers for house, sleepers in found.items() if sleepers is not None}
    return tuple(gone), [one for sleepers in gone.values() for one in sleepers]


def _save_family(connection: sqlite3.Connection, family: Family, before: dict[int, Family]) -> int:
    values = (family.code, family.origin_division_id, family.relocated_on, family.ended_on, family.successor_id)
    if family.id == NEW:
        cursor = connection.execute(
            "INSERT INTO household (uid, code, origin_division_id, relocated_on, ended_on, successor_id) VALUES (?, ?, ?, ?, ?, ?)",
            (new_uid(), *values),
        )
        return int(cursor.lastrowid or 0)
    old = before[family.id]
    if values != (old.code, old.origin_division_id, old.relocated_on, old.ended_on, old.successor_id):
        connection.execute(
            "UPDATE household SET code = ?, origin_division_id = ?, relocated_on = ?, ended_on = ?, successor_id = ? WHERE id = ?",
            (*values, family.id),
        )
    return family.id


def _drop_missing(connection: sqlite3.Connection, table: str, ids: set[int]) -> None:
    connection.executemany(f'DELETE FROM "{table}" WHERE id = ?', [(one,) for one in sorted(ids)])


def _save_home(connection: sqlite3.Connection, household: int, home: Home, day: str) -> list[int]:
    """Write one home; returns the house that is built anew for it."""
    place, built = home.place, []
    if home.to_date is None and home.state in GONE and place.house_id is not None:
        place = places.as_former(connection, place, gone_on=day)
    elif home.to_date is None and home.state not in GONE and place.former_house_id is not None:
        place = places.as_standing(connection, place)
        built = [place.house_id] if place.house_id else []
    values = (household, place.house_id, place.former_house_id, home.role.value, home.state.value, home.from_date, home.to_date)
    if home.id == NEW:
        connection.execute(
            "INSERT INTO home (uid, household_id, house_id, former_house_id, role, state, from_date, to_date) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (new_uid(), *values),
        )
    else:
        connection.execute(
            "UPDATE home SET household_id = ?, house_id = ?, former_house_id = ?, role = ?, state = ?, from_date = ?, to_date = ? WHERE id = ?",
            (*values, home.id),
        )
    return built


def _save_slot(connection: sqlite3.Connection, household: int, held: Held) -> None:
    if held.id == NEW:
        connection.execute(
            "INSERT INTO slot (uid, household_id, line, role, contact_id, from_date, to_date, end_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (new_uid(), household, held.line.value, held.role.value, held.contact_id, held.from_date, held.to_date, held.end_reason),
        )
        return
    connection.execute("UPDATE slot SET to_date = ?, end_reason = ? WHERE id = ?", (held.to_date, held.end_reason, held.id))


def _save_people(connection: sqlite3.Connection, before: Sequence[Family], after: Sequence[Family], ids: Sequence[int]) -> tuple[int, ...]:
    """Those who were a head of a family first, those who become one last: a family never has two."""
    known = {one.id: (one, family.id) for family in before for one in family.people}
    changed = [
        (one, household)
        for household, family in zip(ids, after, strict=True)
        for one in family.people
        if one.id == NEW or (one, household) != known.get(one.id)
    ]
    heads = {one.id for family in before for one in family.people if one.relation is Relation.HEAD and one.left_on is None}
    changed.sort(key=lambda item: (item[0].id not in heads, item[0].relation is Relation.HEAD))
    return tuple(_save_person(connection, one, household) for one, household in changed)


def _save_person(connection: sqlite3.Connection, one: Person, household: int) -> int:
    values = (
        household, one.relation.value, one.sleeping.house_id, one.sleeping.note, one.sleeping.since, one.joined_on,
        one.joined_reason.value if one.joined_reason else None, one.left_on, one.left_reason,
    )  # fmt: skip
    if one.id != NEW:
        connection.execute(
            "UPDATE resident SET sleeping_checked_on = iif(sleeping_house_id IS ? AND sleeping_note IS ? AND sleeping_since IS ?, sleeping_checked_on, NULL),"
            " household_id = ?, relation = ?, sleeping_house_id = ?, sleeping_note = ?, sleeping_since = ?, joined_on = ?,"
            " joined_reason = ?, left_on = ?, left_reason = ? WHERE id = ?",
            (one.sleeping.house_id, one.sleeping.note, one.sleeping.since, *values, one.id),
        )
        return one.id
    cursor = connection.execute(
        "INSERT INTO resident (household_id, relation, sleeping_house_id, sleeping_note, sleeping_since, joined_on, joined_reason, left_on,"
        " left_reason, uid, name, initials, sex, birth_date, id_number, phone) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (*values, new_uid(), one.name, one.initials, one.sex.value, one.birth_date, one.id_number, one.phone),
    )
    return int(cursor.lastrowid or 0)
