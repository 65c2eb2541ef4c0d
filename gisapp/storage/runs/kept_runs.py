"""Hazard runs written down: the question, the areas and depths as they were, and the lists."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from json import dumps, loads
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.storage.county import geopackage
from gisapp.storage.county.packed import deflated, inflated
from gisapp.storage.hazards.hazards import HazardArea, ground_from


@dataclass(frozen=True, slots=True)
class RunArea:
    """One area of a run: as it was asked, its shape before the buffer, and whether it is a level of a depth raster."""

    area: HazardArea
    plain: shapely.Geometry | None = None
    is_depth: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class RunRaster:
    """Depths (rows, columns) float32 of a run; ``transform`` as in spatial.depth."""

    name: str
    crs: str
    transform: tuple[float, ...]
    depths: NDArray[np.float32]


RunHouse = tuple[int, HazardLevel, tuple[int, ...], float | None]
"""House id, worst level, ids of the areas over it, depth in metres."""


def store(
    connection: sqlite3.Connection,
    *,
    uid: str,
    at: str,
    who: str,
    question: dict[str, Any],
    totals: dict[str, Any],
    areas: Sequence[RunArea],
    rasters: Sequence[RunRaster],
    srs_id: int,
    go: Callable[[], None],
) -> tuple[int, list[int]]:
    """Write a run with the areas as they are; return its id and the areas' ids within it. ``go`` may raise on the way."""
    run = connection.execute(
        "INSERT INTO hazard_run (uid, at, who, question, totals) VALUES (?, ?, ?, ?, ?)",
        (uid, at, who, dumps(question, ensure_ascii=False), dumps(totals, ensure_ascii=False)),
    ).lastrowid
    ids = []
    for one in areas:
        go()
        ids.append(_store_area(connection, int(run or 0), one, srs_id))
    connection.executemany(
        "INSERT INTO hazard_run_raster (run_id, name, crs, transform, row_count, column_count, depths) VALUES (?, ?, ?, ?, ?, ?, ?)",
        [
            (run, r.name, r.crs, dumps(list(r.transform)), *r.depths.shape, deflated(r.depths.astype("<f4").tobytes(), 1, go=go))
            for r in rasters
        ],
    )
    return int(run or 0), ids


def _store_area(connection: sqlite3.Connection, run: int, one: RunArea, srs_id: int) -> int:
    a = one.area
    plain = None if one.plain is None else geopackage.encode(one.plain, srs_id)
    ground = None if a.ground is None else geopackage.encode(a.ground, srs_id)
    row = connection.execute(
        "INSERT INTO hazard_run_area (run_id, name, kind, level, source, geom, plain_geom, is_depth, ground)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (run, a.name, a.kind, a.level, a.source, geopackage.encode(a.geometry, srs_id), plain, int(one.is_depth), ground),
    )
    return int(row.lastrowid or 0)


def store_list(connection: sqlite3.Connection, run_id: int, houses: Iterable[RunHouse], unknown: Iterable[tuple[int, str]]) -> None:
    """Keep the affected houses and families of a run, and (house id, reason) of those without a conclusion."""
    text = cache(dumps)
    connection.executemany(
        "INSERT INTO hazard_run_house (run_id, house_id, level, areas, depth_m) VALUES (?, ?, ?, ?, ?)",
        ((run_id, house, level.value, text(areas), depth) for house, level, areas, depth in houses),
    )
    connection.executemany("INSERT INTO hazard_run_unknown VALUES (?, ?, ?)", ((run_id, house, reason) for house, reason in unknown))
    levels = " ".join(f"WHEN {level.rank} THEN '{level.value}'" for level in HazardLevel)
    connection.execute(
        f"INSERT INTO hazard_run_household SELECT ?, household_id, house_id, CASE rank {levels} END, residents FROM temp.affected_family",
        (run_id,),
    )


def asked_areas(connection: sqlite3.Connection, run_id: int) -> list[HazardArea]:
    """The areas of a run before its buffer, in their order."""
    rows = connection.execute(
        "SELECT name, kind, level, source, coalesce(plain_geom, geom), ground FROM hazard_run_area"
        " WHERE run_id = ? AND is_depth = 0 ORDER BY id",
        (run_id,),
    ).fetchall()
    shapes = geopackage.decode([row[4] for row in rows])
    return [
        HazardArea(None, r[0], HazardKind(r[1]), HazardLevel(r[2]), r[3], None, None, shape, ground_from(r[5]))
        for r, shape in zip(rows, shapes, strict=True)
    ]


def widened_areas(connection: sqlite3.Connection, run_id: int) -> list[shapely.Geometry]:
    """The areas of a run with its buffer, levels of rasters left out."""
    rows = connection.execute("SELECT geom FROM hazard_run_area WHERE run_id = ? AND is_depth = 0 ORDER BY id", (run_id,)).fetchall()
    return list(geopackage.decode([row[0] for row in rows]))


def closed_areas(connection: sqlite3.Connection, run_id: int) -> tuple[list[shapely.Geometry], list[int]]:
    """Where nobody is led, with the rank of each level: a run's areas with its buffer and the levels of its rasters, coarsely."""
    rows = connection.execute("SELECT geom, level FROM hazard_run_area WHERE run_id = ? ORDER BY id", (run_id,)).fetchall()
    shapes = geopackage.decode([row[0] for row in rows])
    found = [(shape, HazardLevel(row[1]).rank) for row, shape in zip(rows, shapes, strict=True) if not shape.is_empty]
    return [shape for shape, _ in found], [rank for _, rank in found]


def depth_areas(connection: sqlite3.Connection, run_id: int) -> list[HazardArea]:
    """The levels of a run's rasters, coarsely, for the map; those without water left out."""
    rows = connection.execute(
        "SELECT name, kind, level, source, geom FROM hazard_run_area WHERE run_id = ? AND is_depth = 1 ORDER BY id", (run_id,)
    ).fetchall()
    shapes = geopackage.decode([row[4] for row in rows])
    areas = [HazardArea(None, r[0], HazardKind(r[1]), HazardLevel(r[2]), r[3], None, None, s) for r, s in zip(rows, shapes, strict=True)]
    return [area for area in areas if not area.geometry.is_empty]


def rasters(connection: sqlite3.Connection, run_id: int) -> list[RunRaster]:
    """The depths of a run."""
    rows = connection.execute(
        "SELECT name, crs, transform, row_count, column_count, depths FROM hazard_run_raster WHERE run_id = ? ORDER BY id", (run_id,)
    )
    return [
        RunRaster(
            r[0], r[1], tuple(loads(r[2])), np.frombuffer(inflated(r[5], 4 * r[3] * r[4]), "<f4").reshape(r[3], r[4]).astype(np.float32)
        )
        for r in rows
    ]


def families(connection: sqlite3.Connection, run_id: int) -> dict[int, tuple[str, int]]:
    """household id -> (level, residents) of a run."""
    rows = connection.execute("SELECT household_id, level, residents FROM hazard_run_household WHERE run_id = ?", (run_id,))
    return {row[0]: (row[1], row[2]) for row in rows}


def houses(connection: sqlite3.Connection, run_id: int) -> dict[int, str]:
    """house id -> level of a run."""
    return dict(connection.execute("SELECT house_id, level FROM hazard_run_house WHERE run_id = ?", (run_id,)).fetchall())


def captions(connection: sqlite3.Connection, households: Sequence[int]) -> dict[int, tuple[str, str, str, int | None]]:
    """household id -> (code, head, number of its home, house id) for telling families by name."""
    rows = connection.execute(
        "SELECT k.id, k.code, coalesce(r.name, ''), coalesce(p.number, ''), p.house_id FROM json_each(?) j JOIN household k ON k.id = j.value"
        " LEFT JOIN resident r ON r.household_id = k.id AND r.relation = 'head' AND r.left_on IS NULL"
        " LEFT JOIN home_place p ON p.household_id = k.id AND p.role <> 'origin'",
        (dumps(list(households)),),
    )
    return {row[0]: (row[1], row[2], row[3], row[4]) for row in rows}
