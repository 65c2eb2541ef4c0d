"""The families of damaged houses: who was at home there, and who they are today, merged into others or split since."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from json import dumps
from typing import NamedTuple

_CHOSEN = "(SELECT value FROM json_each(:ids))"
_STANDS = "LEFT JOIN house h ON h.uid = d.house_uid LEFT JOIN former_house f ON f.uid = d.house_uid"
FOREVER = "9999-12-31"


class Tie(NamedTuple):
    """A family of a damaged house."""

    household: int
    code: str
    head: str
    people: int


_TIES = (
    "WITH place AS MATERIALIZED (SELECT d.id AS damage, d.reported_on, h.id AS house, f.id AS former"
    f" FROM damage d {_STANDS} WHERE d.id IN {_CHOSEN}), tie AS ("
    "SELECT p.damage, p.reported_on, m.household_id AS household, m.from_date, m.to_date"
    "  FROM place p CROSS JOIN home m ON m.house_id = p.house AND m.to_date IS NULL UNION ALL"
    " SELECT p.damage, p.reported_on, m.household_id, m.from_date, m.to_date"
    "  FROM place p CROSS JOIN home m ON m.house_id = p.house AND m.to_date IS NOT NULL UNION ALL"
    " SELECT p.damage, p.reported_on, m.household_id, m.from_date, m.to_date FROM place p CROSS JOIN home m ON m.former_house_id = p.former)"
)
"""Every home of a family, present and past, in the houses of damages: each kind by the index it has."""


@dataclass(frozen=True, slots=True)
class _Heirs:
    """Which living families go on for one that ended or was split: ``later`` are (family, the day it was split off, FOREVER = merged)."""

    living: dict[int, Tie]
    later: dict[int, list[tuple[int, str]]]

    def of(self, household: int, *, since: str = "") -> dict[int, Tie]:
        """They themselves where they live on, and whoever was split off after the day ``since``."""
        found: dict[int, Tie] = {}
        seen, waiting = {household}, [household]
        while waiting:
            one = waiting.pop()
            if one in self.living:
                found[one] = self.living[one]
            fresh = [heir for heir, day in self.later.get(one, ()) if day > since and heir not in seen]
            seen.update(fresh)
            waiting += fresh
        return dict(sorted(found.items()))


def families(connection: sqlite3.Connection, damage_ids: Sequence[int]) -> dict[int, list[Tie]]:
    """damage -> the families at home in its house when it was reported; where nobody was, those at home there now.

    A family that was merged into another since is that one; one that was split since is both.
    """
    found = connection.execute(
        f"{_TIES} SELECT DISTINCT damage, household, reported_on, from_date <= reported_on AND coalesce(to_date, '{FOREVER}') > reported_on,"
        " to_date IS NULL FROM tie ORDER BY damage, household",
        {"ids": dumps(list(damage_ids))},
    ).fetchall()
    heirs = _heirs(connection, {row[1] for row in found})
    then: dict[int, dict[int, Tie]] = defaultdict(dict)
    now: dict[int, dict[int, Tie]] = defaultdict(dict)
    for damage, household, reported_on, was_home, is_home in found:
        if was_home:
            then[damage].update(heirs.of(household, since=reported_on))
        if is_home and household in heirs.living:
            now[damage][household] = heirs.living[household]
    tied = {damage: then[damage] or now[damage] for damage in [*then, *now]}
    return {damage: list(ties.values()) for damage, ties in tied.items() if ties}


def _heirs(connection: sqlite3.Connection, household_ids: set[int]) -> _Heirs:
    """Follow the families until nobody new turns up."""
    later: dict[int, list[tuple[int, str]]] = defaultdict(list)
    known, asked = set(household_ids), set(household_ids)
    while asked:
        rows = connection.execute(
            f"SELECT k.id, k.successor_id, '{FOREVER}' FROM household k WHERE k.id IN {_CHOSEN} AND k.successor_id IS NOT NULL"
            " UNION SELECT e.household_id, e.other_household_id, e.on_date FROM family_event e"
            f" WHERE e.household_id IN {_CHOSEN} AND e.kind = 'split' AND e.other_household_id > e.household_id",
            {"ids": dumps(sorted(asked))},
        ).fetchall()
        for household, heir, day in rows:
            later[household].append((heir, day))
        asked = {row[1] for row in rows} - known
        known |= asked
    return _Heirs(_living(connection, known), later)


def _forebears(connection: sqlite3.Connection, household_id: int) -> list[int]:
    """The family and those that it goes on for: merged into it, or it was split off from them; a new family has the higher number."""
    known, asked = {household_id}, {household_id}
    while asked:
        rows = connection.execute(
            "SELECT DISTINCT e.other_household_id FROM family_event e JOIN household k ON k.id = e.other_household_id"
            f" WHERE e.household_id IN {_CHOSEN}"
            " AND (k.successor_id = e.household_id OR e.kind = 'split' AND e.other_household_id < e.household_id)",
            {"ids": dumps(sorted(asked))},
        )
        asked = {row[0] for row in rows} - known
        known |= asked
    return sorted(known)


def _living(connection: sqlite3.Connection, household_ids: Iterable[int]) -> dict[int, Tie]:
    """Those of the families that have not ended. Asked for by id: joined to the homes, SQLite would go through every family of the county."""
    found = connection.execute(
        "SELECT k.id, k.code, coalesce(r.name, ''), (SELECT count(*) FROM resident p WHERE p.household_id = k.id AND p.left_on IS NULL)"
        " FROM household k LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        f" WHERE k.id IN {_CHOSEN} AND k.ended_on IS NULL",
        {"ids": dumps(sorted(household_ids))},
    )
    return {row[0]: Tie(*row) for row in found}


def of_household(connection: sqlite3.Connection, household_id: int) -> list[int]:
    """Ids of the damages of a family's houses and of those it goes on for, the latest first.

    Those of a house it left before or came to later are left out.
    """
    mine = _forebears(connection, household_id)
    found = connection.execute(
        f"WITH mine AS MATERIALIZED (SELECT h.uid FROM home m JOIN house h ON h.id = m.house_id WHERE m.household_id IN {_CHOSEN}"
        f" UNION SELECT f.uid FROM home m JOIN former_house f ON f.id = m.former_house_id WHERE m.household_id IN {_CHOSEN})"
        " SELECT d.id FROM mine CROSS JOIN damage d ON d.house_uid = mine.uid ORDER BY d.reported_on DESC, d.id DESC",
        {"ids": dumps(mine)},
    )
    ids = [row[0] for row in found]
    ties = families(connection, ids)
    return [one for one in ids if any(tie.household == household_id for tie in ties.get(one, ()))]
