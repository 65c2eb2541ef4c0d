"""Everything that can be wrong with a county file, counted by name."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.contacts.report_slots import report_slots
from gisapp.spatial.coverage import find_faults
from gisapp.storage.county import conformity, county_file, inner_damage
from gisapp.storage.places import grids, layers

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
    integrity = county_file.quick_check(connection) or tuple(filter(None, (inner_damage.broken_settings(connection),)))
    if integrity:  # nothing else a damaged file says can be trusted
        return CheckReport((("integrity", len(integrity)),), (("integrity", integrity[:5]),))
    grid_ids, cells = conformity.readable(connection, "grid")
    faults = find_faults(cells, conformity.outline(connection)) if len(cells) else None
    none, many = grids.officers_per_grid(connection)
    gaps = [gap.representative_point().wkt for gap in faults.gaps] if faults else []
    overlaps = [overlap.representative_point().wkt for overlap in faults.overlaps] if faults else []
    slots = report_slots(connection)
    found: list[tuple[str, list[str]]] = [
        ("integrity", []),
        ("geopackage", conformity.faults(connection)),
        ("foreign_keys", conformity.broken_references(connection)),
        ("gaps", gaps),
        ("overlaps", overlaps),
        ("homes_outside", _homes_outside(connection, grid_ids, cells)),
        ("grids_without_officer", none),
        ("grids_with_two_officers", many),
    ]
    counts = tuple((name, len(items)) for name, items in found)
    return CheckReport(
        (*counts, ("families_missing_slots", slots.families - slots.complete)),
        tuple((name, tuple(items[:5])) for name, items in found if items),
    )


def _homes_outside(connection: sqlite3.Connection, grid_ids: NDArray[np.int64], cells: NDArray[np.object_]) -> list[str]:
    """Houses without a point, with one in no grid, or in another than the one recorded."""
    ids, points = conformity.readable(connection, "house")
    recorded = layers.grid_of_houses(connection)
    positions = {int(grid): place for place, grid in enumerate(grid_ids) if cells[place] is not None}
    order = np.array([positions.get(recorded.get(int(house), -1), -1) for house in ids], np.int64)
    is_inside = order >= 0
    shapely.prepare(cells)
    is_inside[is_inside] = shapely.intersects(cells[order[is_inside]], points[is_inside])
    return [str(house) for house in ids[~is_inside]]
