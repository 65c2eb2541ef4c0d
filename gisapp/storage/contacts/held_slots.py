"""Who holds which slot today, as columns: what the view ``slot_holder`` says, read for the chosen families only.

The view is computed for every home of the county, whatever is asked of it; here ``slot``, ``home`` and ``grid_post`` are read themselves.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from json import dumps

import numpy as np
from numpy.typing import NDArray

from gisapp.domain.lines import SLOTS, Line, Role, Slot
from gisapp.storage.county import packed

Ints = NDArray[np.int64]
GRID_OFFICER_PLACES = np.array([SLOTS.index(Slot(line, Role.GRID_OFFICER)) for line in Line])
GRID_OFFICER_PLACES.flags.writeable = False

FEW = 3_000
"""So many families are asked for by name; of more the whole county is read, which takes no longer then."""

IN_FORCE = "from_date <= date('now', 'localtime') AND coalesce(to_date, '9999-12-31') > date('now', 'localtime')"
PLACE = "CASE line WHEN 'village' THEN 0 ELSE 3 END + CASE role WHEN 'sponsor_cadre' THEN 0 WHEN 'unit_cadre' THEN 1 ELSE 2 END"
"""A row's line and role as a place in SLOTS."""

RELOCATED = "SELECT id FROM household WHERE relocated_on IS NOT NULL AND ended_on IS NULL"


@dataclass(frozen=True, slots=True, eq=False)
class Holdings:
    """Slots filled today, (n,) each: family and contact ids, the slot as a place in SLOTS, and whether it was set by hand.

    No family and place stand there twice.
    """

    families: Ints
    contacts: Ints
    places: Ints
    by_hand: NDArray[np.bool_]

    def of(self, families: Ints) -> Holdings:
        """Those of some families."""
        kept = np.isin(self.families, families)
        return Holdings(self.families[kept], self.contacts[kept], self.places[kept], self.by_hand[kept])


def holdings(connection: sqlite3.Connection, household_ids: Sequence[int] | None = None) -> Holdings:
    """Every slot that somebody holds today, of these families (None = all), relocated or not; 15 ms for a county."""
    if household_ids is not None and len(household_ids) > FEW:
        return _holdings(connection, None).of(np.array(household_ids, np.int64))
    return _holdings(connection, household_ids)


def of_relocated(connection: sqlite3.Connection) -> Holdings:
    """Every slot of a relocated family that somebody holds today."""
    return holdings(connection).of(relocated(connection))


def relocated(connection: sqlite3.Connection) -> Ints:
    """Ids of the relocated families that have not ended, rising."""
    return packed.integers(connection.execute(f"SELECT group_concat(id) FROM ({RELOCATED} ORDER BY id)").fetchone()[0])


def _holdings(connection: sqlite3.Connection, household_ids: Sequence[int] | None) -> Holdings:
    chosen, values = _chosen(household_ids)
    row = connection.execute(
        f"SELECT group_concat(household_id), group_concat(contact_id), group_concat({PLACE}, '') FROM slot WHERE {IN_FORCE}{chosen}", values
    ).fetchone()
    families, contacts, places = packed.integers(row[0]), packed.integers(row[1]), packed.digits(row[2]).astype(np.int64)
    grid_families, grid_contacts, grid_places = _following_grids(connection, chosen, values)
    follows = ~np.isin(grid_families * len(SLOTS) + grid_places, families * len(SLOTS) + places)
    return Holdings(
        np.concatenate((families, grid_families[follows])),
        np.concatenate((contacts, grid_contacts[follows])),
        np.concatenate((places, grid_places[follows])),
        np.repeat([True, False], [len(families), int(follows.sum())]),
    )


def _following_grids(connection: sqlite3.Connection, chosen: str, values: tuple[str, ...]) -> tuple[Ints, Ints, Ints]:
    """(families, contacts, places) as the officers of the homes' grids would have it, slots set by hand or not."""
    homes = connection.execute(
        "SELECT group_concat(household_id), group_concat(coalesce(grid_id, 0)), group_concat(role <> 'origin', '') FROM home_place"
        f" WHERE role IN ('origin', 'residence'){chosen}",
        values,
    ).fetchone()
    families, grids, lines = packed.integers(homes[0]), packed.integers(homes[1]), packed.digits(homes[2]).astype(np.int64)
    posts = connection.execute(f"SELECT group_concat(grid_id), group_concat(contact_id) FROM grid_post WHERE {IN_FORCE}").fetchone()
    post_grids, post_contacts = packed.integers(posts[0]), packed.integers(posts[1])
    officer_of = np.zeros(int(max(grids.max(initial=0), post_grids.max(initial=0))) + 1, np.int64)
    officer_of[post_grids] = post_contacts
    officers = officer_of[grids]
    has_one = officers > 0
    return families[has_one], officers[has_one], GRID_OFFICER_PLACES[lines[has_one]]


def of_contact(connection: sqlite3.Connection, contact_id: int) -> list[tuple[int, int]]:
    """(family, place in SLOTS) of all that one contact holds today of relocated families, in order: read from the contact's side."""
    today = "{0}.from_date <= date('now', 'localtime') AND coalesce({0}.to_date, '9999-12-31') > date('now', 'localtime')"
    homes = (
        "SELECT m.household_id AS household_id, CASE m.role WHEN 'origin' THEN 'village' ELSE 'community' END AS line, 'grid_officer' AS role"
        " FROM grid_post g JOIN {0} h ON h.grid_id = g.grid_id JOIN home m ON m.{0}_id = h.id AND m.to_date IS NULL AND m.role <> 'only'"
        f" WHERE g.contact_id = :contact AND {today.format('g')}"
    )
    follows = f"{homes.format('house')} UNION ALL {homes.format('former_house')}"
    return connection.execute(
        f"SELECT DISTINCT household_id, {PLACE} FROM (SELECT household_id, line, role FROM slot s WHERE contact_id = :contact AND {today.format('s')}"
        f" UNION ALL SELECT household_id, line, role FROM ({follows}) f WHERE NOT EXISTS (SELECT 1 FROM slot s WHERE s.role = 'grid_officer'"
        f" AND s.household_id = f.household_id AND s.line = f.line AND {today.format('s')}))"
        f" WHERE household_id IN ({RELOCATED}) ORDER BY 1, 2",
        {"contact": contact_id},
    ).fetchall()


def families_of_contacts(connection: sqlite3.Connection) -> dict[int, int]:
    """contact id -> how many different relocated families it looks after today, over both lines; those with none are left out."""
    found = of_relocated(connection)
    width = int(found.families.max(initial=0)) + 1
    pairs = np.sort(found.contacts * width + found.families)
    is_new = np.concatenate(([True], pairs[1:] != pairs[:-1]))[: len(pairs)]
    ids, counts = np.unique(pairs[is_new] // width, return_counts=True)
    return dict(zip(ids.tolist(), counts.tolist(), strict=True))


def _chosen(household_ids: Sequence[int] | None) -> tuple[str, tuple[str, ...]]:
    if household_ids is None:
        return "", ()
    return " AND household_id IN (SELECT value FROM json_each(?))", (dumps([int(one) for one in household_ids]),)
