"""The county's table of minimum needs, and whom they are for in a run."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from gisapp.domain.hazard import CountedAt
from gisapp.domain.ids import new_uid
from gisapp.domain.needs import NeedBase, NeedItem, NeedPlace
from gisapp.storage.places.divisions import UNITS_OF_GRID
from gisapp.storage.runs.own_rows import make_read

_PLACE = f" LEFT JOIN house h ON h.id = x.house_id LEFT JOIN grid g ON g.id = h.grid_id{UNITS_OF_GRID}"

_MARKS = "sum(r.birth_date > :infant), sum(r.birth_date > :child), sum(r.birth_date <= :elderly), sum(r.is_ill), sum(r.is_pregnant)"
"""Small and smaller children, the elderly, ill and pregnant people of ``resident r``."""

Born = tuple[str, str, str]
"""Infants and children are born after the first and second date, the elderly by the third."""


def read(connection: sqlite3.Connection) -> tuple[NeedItem, ...]:
    """The rows in their order; none while the program's preset holds."""
    rows = connection.execute("SELECT code, name, unit, amount, per, base, is_daily, is_whole, source FROM need_item ORDER BY place, id")
    return tuple(
        NeedItem(r[0], r[1], r[2], None if r[3] is None else Decimal(str(r[3])), r[4], NeedBase(r[5]), bool(r[6]), bool(r[7]), r[8])
        for r in rows
    )


def write(connection: sqlite3.Connection, items: Sequence[NeedItem]) -> None:
    """Make the table read ``items``, in this order."""
    make_read(connection, "need_item", items, before=read(connection), put=lambda place, item: _put(connection, place, item))


def _put(connection: sqlite3.Connection, place: int, item: NeedItem) -> None:
    amount = None if item.amount is None else float(item.amount)
    values = (place, item.name, item.unit, amount, item.per, item.base, int(item.is_daily), int(item.is_whole), item.source)
    connection.execute(
        "INSERT INTO need_item (uid, code, place, name, unit, amount, per, base, is_daily, is_whole, source)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET place = excluded.place, name = excluded.name,"
        " unit = excluded.unit, amount = excluded.amount, per = excluded.per, base = excluded.base, is_daily = excluded.is_daily,"
        " is_whole = excluded.is_whole, source = excluded.source",
        (new_uid(), item.code, *values),
    )


def places_of_run(connection: sqlite3.Connection, run_id: int, counted_at: CountedAt, born: Born) -> tuple[NeedPlace, ...]:
    """The families and people of a stored run by the village of the home that lists them, in order of the villages' codes.

    People and families are those the run counted, so that they add up to its totals; who of them is small, old, ill or pregnant
    is read from today's records.
    """
    known = connection.execute(
        "SELECT d.id, coalesce(t.name, ''), coalesce(d.name, ''), sum(x.residents), count(*)"
        f" FROM hazard_run_household x{_PLACE} WHERE x.run_id = ? GROUP BY d.id ORDER BY d.code IS NULL, d.code",
        (run_id,),
    ).fetchall()
    marked = connection.execute(
        f"SELECT d.id, {_MARKS} FROM hazard_run_household x {_people(counted_at)}{_PLACE} WHERE x.run_id = :run GROUP BY d.id",
        {"run": run_id, **_born(born)},
    )
    return _places(known, {row[0]: row[1:] for row in marked})


def sites_of_allocation(
    connection: sqlite3.Connection, allocation: int, run_id: int, counted_at: CountedAt, born: Born
) -> tuple[NeedPlace, ...]:
    """Likewise by the safe site that takes them, by name; whoever goes to none, or to one that is closed since, is not among them."""
    to_site = (
        " JOIN site_allocation_household f ON f.allocation_id = :allocation AND f.household_id = x.household_id"
        " JOIN safe_site s ON s.id = f.site_id AND s.is_in_use = 1"
    )
    known = connection.execute(
        f"SELECT s.id, '', s.name, sum(f.people), count(*) FROM hazard_run_household x{to_site} WHERE x.run_id = :run"
        " GROUP BY s.id ORDER BY s.name, s.id",
        {"run": run_id, "allocation": allocation},
    ).fetchall()
    marked = connection.execute(
        f"SELECT s.id, {_MARKS} FROM hazard_run_household x{to_site} {_people(counted_at)} WHERE x.run_id = :run GROUP BY s.id",
        {"run": run_id, "allocation": allocation, **_born(born)},
    )
    return _places(known, {row[0]: row[1:] for row in marked})


def _people(counted_at: CountedAt) -> str:
    sleeps = (
        "" if counted_at is CountedAt.HOMES else " AND r.sleeping_house_id IN (SELECT house_id FROM hazard_run_house WHERE run_id = :run)"
    )
    return f"CROSS JOIN resident r ON r.household_id = x.household_id AND r.left_on IS NULL{sleeps}"


def _born(born: Born) -> dict[str, str]:
    return dict(zip(("infant", "child", "elderly"), born, strict=True))


def _places(known: Sequence[tuple[Any, ...]], marks: Mapping[int | None, Sequence[int]]) -> tuple[NeedPlace, ...]:
    bases = (NeedBase.INFANT, NeedBase.CHILD, NeedBase.ELDERLY, NeedBase.ILL, NeedBase.PREGNANT)
    return tuple(
        NeedPlace(
            town,
            name,
            {NeedBase.PERSON: people, NeedBase.HOUSEHOLD: families, **dict(zip(bases, marks.get(place, (0,) * len(bases)), strict=True))},
        )
        for place, town, name, people, families in known
    )
