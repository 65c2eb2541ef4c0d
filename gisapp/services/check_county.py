"""Everything that can be wrong with a county file, counted by name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np
import shapely

from gisapp.services.report_slots import report_slots
from gisapp.spatial.coverage import find_faults
from gisapp.storage import conformity, county_file, grids, hazards, layers

WORK_TO_DO = ("families_missing_slots",)
"""Findings that are work for people, not faults of the file: they do not fail the check."""


@dataclass(frozen=True, slots=True)
class CheckReport:
    """``findings`` counts each kind of fault; ``details`` says the first of each in words or codes."""

    findings: tuple[tuple[str, int], ...]
    details: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def is_ok(self) -> bool:
        return all(count == 0 for name, count in self.findings if name not in WORK_TO_DO)


def check_county(connection: sqlite3.Connection) -> CheckReport:
    """File integrity, GeoPackage conformity, foreign keys, grid coverage, officers per grid, slots."""
    cells, divisions = layers.grids(connection), layers.divisions(connection)
    outline = next((shape for shape, level in zip(divisions.geometries, divisions.ranks, strict=True) if level == "county"), None)
    faults = find_faults(cells.geometries, outline) if len(cells.ids) else None
    none, many = grids.officers_per_grid(connection)
    gaps = [gap.representative_point().wkt for gap in faults.gaps] if faults else []
    overlaps = [overlap.representative_point().wkt for overlap in faults.overlaps] if faults else []
    slots = report_slots(connection)
    found: list[tuple[str, list[str]]] = [
        ("integrity", list(county_file.quick_check(connection))),
        ("geopackage", conformity.faults(connection)),
        ("foreign_keys", conformity.broken_references(connection)),
        ("gaps", gaps),
        ("overlaps", overlaps),
        ("homes_outside", _homes_outside(connection, cells)),
        ("grids_without_officer", none),
        ("grids_with_two_officers", many),
    ]
    counts = tuple((name, len(items)) for name, items in found)
    return CheckReport(
        (*counts, ("families_missing_slots", slots.families - slots.complete)),
        tuple((name, tuple(items[:5])) for name, items in found if items),
    )


def _homes_outside(connection: sqlite3.Connection, cells: layers.Shapes) -> list[str]:
    """Houses whose point lies in no grid, or in another than the one recorded."""
    ids, xy = hazards.house_points(connection)
    recorded = layers.grid_of_houses(connection)
    positions = {int(grid): place for place, grid in enumerate(cells.ids)}
    wrong: list[str] = []
    order = np.array([positions.get(recorded.get(int(house), -1), -1) for house in ids], np.int64)
    wrong += [str(house) for house in ids[order < 0]]
    known = order >= 0
    if known.any():
        shapely.prepare(cells.geometries)
        inside = shapely.intersects_xy(cells.geometries[order[known]], xy[known, 0], xy[known, 1])
        wrong += [str(house) for house in ids[known][~inside]]
    return wrong
