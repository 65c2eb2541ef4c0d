"""Which safe site the families of a hazard run go to: kept with the run, the newest allocation of a run is in force."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from json import dumps, loads
from typing import Any, NamedTuple

from gisapp.domain.hazard import HazardLevel
from gisapp.domain.ids import AllocationId, HouseholdId, HouseId, RunId, SafeSiteId
from gisapp.domain.safe_site import (
    Allocation,
    AllocationQuestion,
    AllocationTotals,
    AllocationWay,
    Destination,
    Doubt,
    LeftOut,
    NoSite,
    PlacedFamily,
    WalkBasis,
)
from gisapp.storage.places.divisions import LIVING
from gisapp.storage.runs.stored_runs import LEVEL_RANK

SiteRow = tuple[int, str, int, LeftOut | None, Doubt | None]
"""Site id, name, capacity, why left out, what is doubtful."""

TOO_FAR = "coalesce(f.distance_m > json_extract(a.question, '$.most_walk_m'), 0)"
"""Whether a family walks farther than was asked for, of site_allocation_household f and site_allocation a."""
_HEAD = "SELECT id, run_id, at, who, question, totals FROM site_allocation"


class FamilyRow(NamedTuple):
    """Where a family goes: ``metres`` with what they are, or why to no site; ``by_hand``: somebody put it there."""

    household: int
    site: int | None
    people: int
    metres: float | None
    basis: WalkBasis | None
    no_site: NoSite | None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class RunFamily:
    """A family of a run: level rank (0 = worst), people as the run counted them, point blob, village's id of today.

    ``geom`` None: the house stands no more.
    """

    household: int
    house: int
    rank: int
    people: int
    geom: bytes | None
    village: int | None


@dataclass(frozen=True, slots=True)
class KeptSite:
    """A site as it was when families were allocated, with who goes there."""

    id: int
    name: str
    capacity: int
    left_out: LeftOut | None
    doubt: Doubt | None
    families: int
    people: int
    through: int
    straight: int


def run_families(connection: sqlite3.Connection, run: int) -> list[RunFamily]:
    """Every family of a run, by id."""
    rows = connection.execute(
        f"SELECT x.household_id, x.house_id, CASE x.level {LEVEL_RANK} END, x.residents, h.geom, l.today FROM hazard_run_household x"
        " JOIN household k ON k.id = x.household_id LEFT JOIN house h ON h.id = x.house_id LEFT JOIN grid g ON g.id = h.grid_id"
        f" LEFT JOIN ({LIVING}) l ON l.id = g.division_id WHERE x.run_id = ? ORDER BY x.household_id",
        (run,),
    )
    return [RunFamily(*row) for row in rows]


def store(
    connection: sqlite3.Connection, *, uid: str, run: int, at: str, who: str, question: AllocationQuestion, totals: AllocationTotals
) -> AllocationId:
    """Write the head of an allocation."""
    cursor = connection.execute(
        "INSERT INTO site_allocation (uid, run_id, at, who, question, totals) VALUES (?, ?, ?, ?, ?, ?)",
        (uid, run, at, who, dumps(asdict(question)), dumps(asdict(totals))),
    )
    return AllocationId(int(cursor.lastrowid or 0))


def store_rows(connection: sqlite3.Connection, allocation: int, sites: Iterable[SiteRow], families: Iterable[FamilyRow]) -> None:
    """Write the sites as they are and where each family goes."""
    connection.executemany("INSERT INTO site_allocation_site VALUES (?, ?, ?, ?, ?, ?)", ((allocation, *row) for row in sites))
    connection.executemany(
        "INSERT INTO site_allocation_household (allocation_id, household_id, site_id, people, distance_m, basis, no_site, by_hand)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        ((allocation, *row) for row in families),
    )


def rows(connection: sqlite3.Connection, allocation: int) -> list[FamilyRow]:
    """Where each family goes as it was written, by household: in the order of ``run_families``."""
    found = connection.execute(
        "SELECT f.household_id, f.site_id, f.people, f.distance_m, f.basis, f.no_site, f.by_hand FROM site_allocation_household f"
        " JOIN household k ON k.id = f.household_id WHERE f.allocation_id = ? ORDER BY f.household_id",
        (allocation,),
    )
    return [FamilyRow(r[0], r[1], r[2], r[3], _basis(r[4]), _no_site(r[5]), bool(r[6])) for r in found]


def put(connection: sqlite3.Connection, allocation: int, row: FamilyRow, totals: AllocationTotals) -> None:
    """Write one family's row and the totals anew."""
    connection.execute(
        "UPDATE site_allocation_household SET site_id = ?, distance_m = ?, basis = ?, no_site = ?, by_hand = ?"
        " WHERE allocation_id = ? AND household_id = ?",
        (row.site, row.metres, row.basis, row.no_site, int(row.by_hand), allocation, row.household),
    )
    connection.execute("UPDATE site_allocation SET totals = ? WHERE id = ?", (dumps(asdict(totals)), allocation))


def _basis(text: str | None) -> WalkBasis | None:
    return WalkBasis(text) if text else None


def _no_site(text: str | None) -> NoSite | None:
    return NoSite(text) if text else None


def in_force(connection: sqlite3.Connection, run: int | None = None) -> Allocation | None:
    """The newest allocation of a run, of the latest run when None; None when there is none."""
    row = connection.execute(
        f"{_HEAD} WHERE run_id = coalesce(:run, (SELECT max(id) FROM hazard_run)) ORDER BY id DESC LIMIT 1", {"run": run}
    ).fetchone()
    return _allocation(row) if row else None


def of_run(connection: sqlite3.Connection, run: int) -> list[Allocation]:
    """Every allocation of a run, the newest first."""
    return [_allocation(row) for row in connection.execute(f"{_HEAD} WHERE run_id = ? ORDER BY id DESC", (run,))]


def _allocation(row: tuple[Any, ...]) -> Allocation:
    question, totals = loads(row[4]), loads(row[5])
    question["way"] = AllocationWay(question["way"])
    return Allocation(AllocationId(row[0]), RunId(row[1]), row[2], row[3], AllocationQuestion(**question), AllocationTotals(**totals))


def sites(connection: sqlite3.Connection, allocation: int) -> list[KeptSite]:
    """The sites of an allocation with families and people at each, by id."""
    rows = connection.execute(
        "SELECT s.site_id, s.name, s.capacity, s.left_out, s.doubt, count(f.household_id), coalesce(sum(f.people), 0),"
        " count(CASE WHEN f.basis = 'through' THEN 1 END), count(CASE WHEN f.basis IN ('no_roads', 'off_road', 'not_joined') THEN 1 END)"
        " FROM site_allocation_site s LEFT JOIN site_allocation_household f ON f.allocation_id = s.allocation_id AND f.site_id = s.site_id"
        " WHERE s.allocation_id = ? GROUP BY s.site_id ORDER BY s.site_id",
        (allocation,),
    )
    return [
        KeptSite(r[0], r[1], r[2], LeftOut(r[3]) if r[3] else None, Doubt(r[4]) if r[4] else None, r[5], r[6], r[7], r[8]) for r in rows
    ]


def destinations(connection: sqlite3.Connection, allocation: int, *, household: int | None = None) -> dict[int, Destination]:
    """household id -> where it is to go, of one family when given; a site that was removed or closed since takes nobody."""
    rows = connection.execute(
        "SELECT f.household_id, s.id, coalesce(s.name, ''), CASE WHEN s.id IS NULL THEN NULL ELSE f.distance_m END,"
        " CASE WHEN s.id IS NULL THEN NULL ELSE f.basis END, coalesce(f.no_site, CASE WHEN s.id IS NULL THEN 'closed' END),"
        f" f.by_hand, s.id IS NOT NULL AND {TOO_FAR}, f.people"
        " FROM site_allocation_household f JOIN site_allocation a ON a.id = f.allocation_id LEFT JOIN safe_site s ON s.id = f.site_id AND s.is_in_use = 1"
        " WHERE f.allocation_id = :allocation AND (:household IS NULL OR f.household_id = :household)",
        {"allocation": allocation, "household": household},
    )
    return {r[0]: Destination(r[1], r[2], r[3], _basis(r[4]), _no_site(r[5]), True, bool(r[6]), bool(r[7]), r[8]) for r in rows}


def destination(connection: sqlite3.Connection, allocation: int, household: int) -> Destination | None:
    """Where one family is to go; None when the allocation does not know it."""
    return destinations(connection, allocation, household=household).get(household)


def without_place(connection: sqlite3.Connection, allocation: int) -> tuple[int, int]:
    """(families, people) somebody has to find a place for: no room, house gone, site removed or closed since."""
    row = connection.execute(
        "SELECT count(*), coalesce(sum(f.people), 0) FROM site_allocation_household f"
        " LEFT JOIN safe_site s ON s.id = f.site_id AND s.is_in_use = 1"
        " WHERE f.allocation_id = ? AND s.id IS NULL AND coalesce(f.no_site, '') NOT IN ('own_home', 'nobody')",
        (allocation,),
    ).fetchone()
    return int(row[0]), int(row[1])


def families(connection: sqlite3.Connection, allocation: int, *, site: int | None = None) -> list[PlacedFamily]:
    """The families of an allocation, of one site when given: by site, village, grid and door."""
    rows = connection.execute(
        "SELECT f.household_id, x.house_id, k.code, coalesce(r.name, ''), f.people, x.level, coalesce(t.name, ''), coalesce(d.name, ''),"
        " coalesce(g.name, ''), coalesce(h.number, ''), s.id, coalesce(s.name, o.name, ''),"
        " CASE WHEN s.id IS NULL THEN NULL ELSE f.distance_m END, CASE WHEN s.id IS NULL THEN NULL ELSE f.basis END,"
        " coalesce(f.no_site, CASE WHEN s.id IS NULL THEN 'closed' END),"
        f" f.by_hand AND s.id IS NOT NULL, s.id IS NOT NULL AND {TOO_FAR}"
        " FROM site_allocation_household f JOIN site_allocation a ON a.id = f.allocation_id"
        " JOIN hazard_run_household x ON x.run_id = a.run_id AND x.household_id = f.household_id"
        " JOIN household k ON k.id = f.household_id LEFT JOIN house h ON h.id = x.house_id LEFT JOIN grid g ON g.id = h.grid_id"
        f" LEFT JOIN ({LIVING}) l ON l.id = g.division_id LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " LEFT JOIN site_allocation_site o ON o.allocation_id = a.id AND o.site_id = f.site_id"
        " LEFT JOIN safe_site s ON s.id = f.site_id AND s.is_in_use = 1"
        " WHERE f.allocation_id = :allocation AND (:site IS NULL OR f.site_id = :site)"
        f" ORDER BY s.name, s.id, d.code, g.code, CASE x.level {LEVEL_RANK} END, h.building_id, h.unit, h.floor, h.room, h.number, f.household_id",
        {"allocation": allocation, "site": site},
    )
    return [
        PlacedFamily(
            HouseholdId(r[0]), HouseId(r[1]), r[2], r[3], r[4], HazardLevel(r[5]), r[6], r[7], r[8], r[9],
            SafeSiteId(r[10]) if r[10] is not None else None, r[11], r[12], _basis(r[13]), _no_site(r[14]), bool(r[15]), bool(r[16]),
        )
        for r in rows
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class SiteLine:
    """Families of one village or grid that go to one site; ``geom`` is the outline they come from."""

    site: int
    families: int
    geom: bytes


def lines(connection: sqlite3.Connection, allocation: int, *, sites: Iterable[int] = (), by_grid: bool) -> list[SiteLine]:
    """From which villages, or grids, how many families go to which site; of these ``sites`` only when given."""
    whence = "g.id" if by_grid else "l.today"
    outline = "g.geom" if by_grid else "d.geom"
    chosen = dumps([int(site) for site in sites])
    rows = connection.execute(
        f"SELECT f.site_id, count(*), {outline} FROM site_allocation_household f JOIN site_allocation a ON a.id = f.allocation_id"
        " JOIN hazard_run_household x ON x.run_id = a.run_id AND x.household_id = f.household_id JOIN house h ON h.id = x.house_id"
        f" JOIN grid g ON g.id = h.grid_id JOIN ({LIVING}) l ON l.id = g.division_id JOIN division d ON d.id = l.today"
        f" WHERE f.allocation_id = :allocation AND f.site_id IS NOT NULL AND {outline} IS NOT NULL"
        " AND (:sites = '[]' OR f.site_id IN (SELECT value FROM json_each(:sites)))"
        f" GROUP BY f.site_id, {whence} ORDER BY f.site_id, {whence}",
        {"allocation": allocation, "sites": chosen},
    )
    return [SiteLine(*row) for row in rows]
