"""Where each family of a run is to go: the safe site it was allocated to, else the nearest one that is open and out of danger."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
import shapely

from gisapp.domain.safe_site import Destination
from gisapp.spatial.inside import nearest
from gisapp.storage.county import geopackage
from gisapp.storage.runs import stored_runs
from gisapp.storage.safe_sites import allocations, safe_sites

NOWHERE = Destination()


def find_destinations(
    connection: sqlite3.Connection,
    families: Sequence[tuple[int, bytes]],
    *,
    run_id: int | None = None,
    danger: Sequence[shapely.Geometry] = (),
) -> list[Destination]:
    """One for each of ``families`` (household id, point of its home).

    ``run_id``: its allocation counts, where it has one, and its areas are the ``danger``; without a run, ``danger`` are the
    areas asked (county CRS, metres).
    """
    allocation = None if run_id is None else allocations.in_force(connection, run_id)
    if allocation is not None:
        known = allocations.destinations(connection, int(allocation.id))
        return [known.get(family, NOWHERE) for family, _ in families]
    areas = danger if run_id is None else [area.geometry for area in stored_runs.areas(connection, run_id)]
    return _nearest(connection, [point for _, point in families], areas)


def _nearest(connection: sqlite3.Connection, points: Sequence[bytes], areas: Sequence[shapely.Geometry]) -> list[Destination]:
    ids, names, targets = safe_sites.open_places(connection)
    is_safe = np.ones(len(ids), bool)
    if ids and len(areas):
        tree = shapely.STRtree(shapely.points(targets))
        is_safe[tree.query(np.asarray(areas, dtype=object), predicate="intersects")[1]] = False
    offered = [(site, name) for site, name, safe in zip(ids, names, is_safe.tolist(), strict=True) if safe]
    if not offered or not points:
        return [NOWHERE] * len(points)
    which, metres = nearest(geopackage.decode_points(points), targets[is_safe])
    return [Destination(offered[site][0], offered[site][1], far) for site, far in zip(which.tolist(), metres.tolist(), strict=True)]
