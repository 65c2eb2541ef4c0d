"""A stored hazard run brought back in hand: its list is re-read, its totals and areas stay as they were."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from json import loads
from typing import Any

import shapely

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.storage.county import geopackage
from gisapp.storage.runs import runs

LEVEL_RANK = " ".join(f"WHEN '{level.value}' THEN {level.rank}" for level in HazardLevel)


@dataclass(frozen=True, slots=True)
class StoredRun:
    """One row of hazard_run; ``question`` and ``totals`` as they were stored."""

    id: int
    at: str
    who: str
    question: dict[str, Any]
    totals: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StoredArea:
    """One area of a run as it was when asked, in the county's CRS."""

    name: str
    kind: HazardKind
    level: HazardLevel
    geometry: shapely.Geometry


def read(connection: sqlite3.Connection, run_id: int | None = None) -> StoredRun | None:
    """One run, the latest when ``run_id`` is None; None when there is none."""
    row = connection.execute(
        "SELECT id, at, who, question, totals FROM hazard_run WHERE :run IS NULL OR id = :run ORDER BY id DESC LIMIT 1", {"run": run_id}
    ).fetchone()
    return StoredRun(row[0], row[1], row[2], loads(row[3]), loads(row[4])) if row else None


def kept(connection: sqlite3.Connection, *, limit: int = 200) -> list[StoredRun]:
    """Stored runs, newest first."""
    rows = connection.execute("SELECT id, at, who, question, totals FROM hazard_run ORDER BY id DESC LIMIT ?", (limit,))
    return [StoredRun(r[0], r[1], r[2], loads(r[3]), loads(r[4])) for r in rows]


def count(connection: sqlite3.Connection) -> int:
    """How many runs are kept."""
    return int(connection.execute("SELECT count(*) FROM hazard_run").fetchone()[0])


def areas(connection: sqlite3.Connection, run_id: int) -> list[StoredArea]:
    """The areas of a run, least severe first."""
    rows = connection.execute(
        f"SELECT name, kind, level, geom FROM hazard_run_area WHERE run_id = ? ORDER BY CASE level {LEVEL_RANK} END DESC, id", (run_id,)
    ).fetchall()
    shapes = geopackage.decode([row[3] for row in rows])
    return [StoredArea(r[0], HazardKind(r[1]), HazardLevel(r[2]), shape) for r, shape in zip(rows, shapes, strict=True)]


def take_in_hand(connection: sqlite3.Connection, run_id: int) -> None:
    """Fill the temporary tables of ``storage.runs`` with a stored run; what was deleted since is left out."""
    rows = connection.execute(
        f"SELECT x.house_id, CASE x.level {LEVEL_RANK} END FROM hazard_run_house x JOIN house h ON h.id = x.house_id WHERE x.run_id = ?",
        (run_id,),
    )
    unknown = connection.execute("SELECT house_id FROM hazard_run_unknown WHERE run_id = ?", (run_id,))
    runs.begin(connection, rows.fetchall(), [row[0] for row in unknown])
    connection.execute(
        f"INSERT INTO temp.affected_family SELECT x.household_id, x.house_id, CASE x.level {LEVEL_RANK} END, x.residents"
        " FROM hazard_run_household x JOIN household k ON k.id = x.household_id JOIN house h ON h.id = x.house_id WHERE x.run_id = ?",
        (run_id,),
    )
    runs.count_for_planner(connection, "affected_family")


def depths(connection: sqlite3.Connection, run_id: int) -> dict[int, float]:
    """house id -> metres of water, where a raster of the run says them."""
    rows = connection.execute("SELECT house_id, depth_m FROM hazard_run_house WHERE run_id = ? AND depth_m IS NOT NULL", (run_id,))
    return dict(rows.fetchall())


def house_points(connection: sqlite3.Connection, run_id: int) -> tuple[list[int], list[str], list[bytes]]:
    """(house ids, levels, point blobs) of the affected houses of a run."""
    rows = connection.execute(
        "SELECT x.house_id, x.level, h.geom FROM hazard_run_house x JOIN house h ON h.id = x.house_id"
        " WHERE x.run_id = ? AND h.geom IS NOT NULL ORDER BY x.house_id",
        (run_id,),
    ).fetchall()
    return [row[0] for row in rows], [row[1] for row in rows], [row[2] for row in rows]
