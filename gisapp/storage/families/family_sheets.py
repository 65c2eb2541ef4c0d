"""Many families at once for paper: each fact in one query, whatever the number of families."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from json import dumps
from typing import NamedTuple

from gisapp.domain.cards import HomeLine
from gisapp.domain.family_sheet import Door
from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.ids import GridId, HouseId
from gisapp.domain.lines import SLOTS, Slot
from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, Relation, Sex, Vulnerability, age_on
from gisapp.storage.contacts import held_slots, slots
from gisapp.storage.places.divisions import LIVING

_CHOSEN = "WITH chosen AS (SELECT value AS id FROM json_each(?)) "


class Identity(NamedTuple):
    """Who a family is and where it came from; ``origin_id`` is the village as it was on the day of the move."""

    id: int
    code: str
    relocated_on: str
    origin_id: int | None


class Person(NamedTuple):
    """One resident of one family, phone in clear: only gather_families reads it, and masks it."""

    household: int
    id: int
    name: str
    relation: str
    sex: str
    age: int
    marks: tuple[str, ...]
    phone: str | None
    sleeping: str
    sleeping_since: str


class ContactRow(NamedTuple):
    """One contact, active or not, phone in clear: only the services that mask it read it."""

    id: int
    name: str
    phone: str | None
    unit: str
    role: str


def identities(connection: sqlite3.Connection, household_ids: Sequence[int]) -> list[Identity]:
    """Who these families are."""
    rows = connection.execute(
        f"{_CHOSEN}SELECT k.id, k.code, coalesce(k.relocated_on, ''), k.origin_division_id FROM chosen JOIN household k ON k.id = chosen.id",
        _ids(household_ids),
    )
    return [Identity(*row) for row in rows]


def doors(connection: sqlite3.Connection, household_ids: Sequence[int]) -> dict[int, Door]:
    """household id -> where its current home is; families without one are left out."""
    rows = connection.execute(
        f"{_CHOSEN}SELECT m.household_id, coalesce(t.name, ''), coalesce(d.name, ''), coalesce(s.name, ''), coalesce(b.name, ''),"
        " h.unit, h.floor, coalesce(h.room, ''), h.number, coalesce(g.code, ''), coalesce(g.name, '')"
        " FROM chosen JOIN home m ON m.household_id = chosen.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " JOIN house h ON h.id = m.house_id LEFT JOIN building b ON b.id = h.building_id LEFT JOIN settlement_site s ON s.id = b.site_id"
        f" LEFT JOIN grid g ON g.id = h.grid_id LEFT JOIN ({LIVING}) l ON l.id = g.division_id LEFT JOIN division d ON d.id = l.today"
        " LEFT JOIN division t ON t.id = d.parent_id"
        " ORDER BY m.id DESC",
        _ids(household_ids),
    )
    return {row[0]: Door(*row[1:]) for row in rows}


def homes(connection: sqlite3.Connection, household_ids: Sequence[int]) -> dict[int, list[HomeLine]]:
    """household id -> its current homes, the one lived in now first."""
    rows = connection.execute(
        f"{_CHOSEN}SELECT p.household_id, p.role, p.state, p.number, coalesce(g.name, ''), p.grid_id, p.house_id, m.from_date"
        " FROM chosen CROSS JOIN home_place p ON p.household_id = chosen.id JOIN home m ON m.id = p.id"
        " LEFT JOIN grid g ON g.id = p.grid_id ORDER BY p.role = 'origin', p.id",
        _ids(household_ids),
    )
    found: dict[int, list[HomeLine]] = {}
    for family, role, state, number, grid, grid_id, house, since in rows:
        line = HomeLine(HomeRole(role), HomeState(state), number, grid, _grid(grid_id), _house(house), since)
        found.setdefault(family, []).append(line)
    return found


def people(connection: sqlite3.Connection, household_ids: Sequence[int], day: date) -> dict[int, list[Person]]:
    """household id -> its people, head first, then by age."""
    rows = connection.execute(
        f"{_CHOSEN}SELECT r.household_id, r.id, r.name, r.relation, r.sex, r.birth_date, r.is_disabled, r.is_ill, r.is_pregnant, r.phone,"
        " coalesce(h.number, r.sleeping_note, ''), coalesce(r.sleeping_checked_on, r.sleeping_since, '')"
        " FROM chosen JOIN resident r ON r.household_id = chosen.id AND r.left_on IS NULL"
        " LEFT JOIN house h ON h.id = r.sleeping_house_id ORDER BY r.relation <> 'head', r.birth_date, r.id",
        _ids(household_ids),
    ).fetchall()
    alone = _living_alone(rows)
    relations = {relation.value: relation.caption for relation in Relation}
    sexes = {sex.value: sex.caption for sex in Sex}
    marks = tuple(mark.mark for mark in Vulnerability)
    found: dict[int, list[Person]] = {}
    for family, one, name, relation, sex, born, disabled, ill, pregnant, phone, place, since in rows:
        age = age_on(date.fromisoformat(born), day)
        truths = (age >= ELDERLY_FROM_AGE, age < CHILD_BELOW_AGE, disabled, ill, pregnant, family in alone)
        said = tuple(mark for mark, is_true in zip(marks, truths, strict=True) if is_true)
        person = Person(family, one, name, relations[relation], sexes[sex], age, said, phone, place, since)
        found.setdefault(family, []).append(person)
    return found


def holders(connection: sqlite3.Connection, household_ids: Sequence[int]) -> dict[int, dict[Slot, int]]:
    """household id -> slot -> the contact that holds it today."""
    found: dict[int, dict[Slot, int]] = {}
    for family, slot, contact in slots.held(connection, household_ids):
        found.setdefault(family, {})[slot] = contact
    return found


def contacts(connection: sqlite3.Connection, contact_ids: Sequence[int]) -> dict[int, ContactRow]:
    """contact id -> who it is; unknown ids are left out."""
    rows = connection.execute(
        f"{_CHOSEN}SELECT c.id, c.name, c.phone, d.name, c.role FROM chosen JOIN contact c ON c.id = chosen.id JOIN division d ON d.id = c.division_id",
        _ids(contact_ids),
    )
    return {row[0]: ContactRow(*row) for row in rows}


def origins(connection: sqlite3.Connection, division_ids: Sequence[int]) -> dict[int, tuple[str, tuple[str, ...]]]:
    """division id -> (what it is called today, the names it had before): a merged village goes by its successor's name."""
    rows = connection.execute(
        f"{_CHOSEN}, line(origin, id, step) AS (SELECT id, id, 0 FROM chosen UNION ALL"
        " SELECT line.origin, d.successor_id, line.step + 1 FROM line JOIN division d ON d.id = line.id"
        " WHERE d.successor_id IS NOT NULL AND line.step < 50)"
        " SELECT line.origin, line.step, d.name, (SELECT group_concat(n.name, char(31)) FROM division_name n"
        "  WHERE n.division_id = d.id AND line.step = 0) FROM line JOIN division d ON d.id = line.id ORDER BY line.origin, line.step",
        _ids(division_ids),
    )
    names: dict[int, list[str]] = {}
    for origin, _step, name, former in rows:
        names.setdefault(origin, []).extend([*(former or "").split("\x1f"), name])
    return {origin: _today(found) for origin, found in names.items()}


def _today(names: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    today = names[-1]
    return today, tuple(dict.fromkeys(name for name in names[:-1] if name and name != today))


def of_contacts(connection: sqlite3.Connection, contact_ids: Sequence[int]) -> dict[int, list[tuple[int, Slot]]]:
    """contact id -> the (family, slot) pairs held today, of relocated families; contacts without any are left out."""
    held = held_slots.of_relocated(connection)
    wanted = set(contact_ids)
    found: dict[int, list[tuple[int, Slot]]] = {}
    for family, place, contact in zip(held.families.tolist(), held.places.tolist(), held.contacts.tolist(), strict=True):
        if contact in wanted:
            found.setdefault(contact, []).append((family, SLOTS[place]))
    return found


def holds_any(connection: sqlite3.Connection, contact_id: int) -> bool:
    """Whether a contact holds a slot of any relocated family today."""
    return bool(held_slots.of_contact(connection, contact_id))


def contacts_of_unit(connection: sqlite3.Connection, kind: str, unit_id: int) -> list[int]:
    """Contacts who work for a division or one in it, for the community of a site or building, or as officer of a grid; by unit and name."""
    division = {
        "division": ":unit",
        "settlement_site": "(SELECT division_id FROM settlement_site WHERE id = :unit)",
        "building": "(SELECT s.division_id FROM building b JOIN settlement_site s ON s.id = b.site_id WHERE b.id = :unit)",
    }
    if kind == "grid":
        rows = connection.execute("SELECT contact_id FROM grid_post WHERE grid_id = ? AND to_date IS NULL", (unit_id,))
    else:
        rows = connection.execute(
            "WITH RECURSIVE part(id) AS"
            f" (SELECT {division[kind]} UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id OR d.successor_id = p.id)"
            " SELECT c.id FROM contact c JOIN division d ON d.id = c.division_id WHERE d.id IN (SELECT id FROM part)"
            " ORDER BY d.code, c.role, c.name, c.id",
            {"unit": unit_id},
        )
    return [row[0] for row in rows]


def _living_alone(rows: Sequence[tuple[int, ...]]) -> frozenset[int]:
    counts: dict[int, int] = {}
    for row in rows:
        counts[row[0]] = counts.get(row[0], 0) + 1
    return frozenset(family for family, count in counts.items() if count == 1)


def _ids(ids: Sequence[int] | Mapping[int, object]) -> tuple[str]:
    return (dumps([int(one) for one in ids]),)


def _grid(number: int | None) -> GridId | None:
    return GridId(number) if number else None


def _house(number: int | None) -> HouseId | None:
    return HouseId(number) if number else None
