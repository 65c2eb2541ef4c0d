"""Safe sites: place, room, unit, whoever keeps the key."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from json import dumps
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.ids import SafeSiteId
from gisapp.domain.safe_site import SafeSite, SiteFacts
from gisapp.storage.county import geopackage, settings
from gisapp.storage.places.divisions import LIVING

_SELECT = (
    "SELECT s.id, s.name, s.capacity, s.geom, s.division_id, s.is_in_use, coalesce(k.name, ''), k.phone, s.note,"
    " coalesce(d.name, ''), CASE WHEN d.level = 'town' THEN d.name ELSE coalesce(t.name, '') END"
    f" FROM safe_site s LEFT JOIN safe_site_keeper k ON k.site_id = s.id LEFT JOIN ({LIVING}) l ON l.id = s.division_id"
    " LEFT JOIN division d ON d.id = l.today LEFT JOIN division t ON t.id = d.parent_id AND t.level = 'town'"
)


def all_sites(connection: sqlite3.Connection) -> list[SafeSite]:
    """Every safe site, by town, unit and name."""
    sites = _sites(connection, connection.execute(_SELECT).fetchall())
    return sorted(sites, key=lambda site: (site.town, site.unit, site.facts.name, site.id))


def of_ids(connection: sqlite3.Connection, ids: Iterable[int]) -> dict[int, SafeSite]:
    """id -> site; what is not there is left out."""
    rows = connection.execute(f"{_SELECT} WHERE s.id IN (SELECT value FROM json_each(?))", (dumps([int(one) for one in ids]),)).fetchall()
    return {int(site.id): site for site in _sites(connection, rows)}


def open_places(connection: sqlite3.Connection) -> tuple[list[int], list[str], NDArray[np.float64]]:
    """(ids, names, coordinates (n, 2) in metres) of the sites in use that have a place, by id."""
    rows = connection.execute("SELECT id, name, geom FROM safe_site WHERE geom IS NOT NULL AND is_in_use = 1 ORDER BY id").fetchall()
    return [row[0] for row in rows], [row[1] for row in rows], geopackage.decode_points([row[2] for row in rows])


def insert(connection: sqlite3.Connection, facts: SiteFacts, *, uid: str) -> SafeSiteId:
    """A new site."""
    cursor = connection.execute(
        "INSERT INTO safe_site (geom, uid, name, capacity, division_id, is_in_use, note) VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_point(connection, facts), uid, *_columns(facts)),
    )
    made = SafeSiteId(int(cursor.lastrowid or 0))
    _write_keeper(connection, made, facts)
    return made


def update(connection: sqlite3.Connection, site: int, facts: SiteFacts) -> None:
    """Write a site anew."""
    connection.execute(
        "UPDATE safe_site SET geom = ?, name = ?, capacity = ?, division_id = ?, is_in_use = ?, note = ? WHERE id = ?",
        (_point(connection, facts), *_columns(facts), site),
    )
    _write_keeper(connection, site, facts)


def delete(connection: sqlite3.Connection, sites: Sequence[int]) -> None:
    """Remove sites with their keepers."""
    chosen = [(site,) for site in sites]
    connection.executemany("DELETE FROM safe_site_keeper WHERE site_id = ?", chosen)
    connection.executemany("DELETE FROM safe_site WHERE id = ?", chosen)


def unit_at(connection: sqlite3.Connection, x: float, y: float) -> tuple[int, str, str] | None:
    """(division id, name, town's name) of the village or community at a place in metres; the town where there is none; else None."""
    rows = connection.execute(
        "SELECT d.id, d.name, d.level, CASE WHEN d.level = 'town' THEN d.name ELSE coalesce(t.name, '') END, d.geom FROM division d"
        " JOIN rtree_division_geom r ON r.id = d.id LEFT JOIN division t ON t.id = d.parent_id AND t.level = 'town'"
        " WHERE d.level <> 'county' AND d.successor_id IS NULL AND r.minx <= :x AND r.maxx >= :x AND r.miny <= :y AND r.maxy >= :y"
        " ORDER BY d.level = 'town', d.id",
        {"x": x, "y": y},
    ).fetchall()
    for row in rows:
        if shapely.intersects_xy(geopackage.decode([row[4]])[0], x, y):
            return row[0], row[1], row[3]
    return None


def county_outline(connection: sqlite3.Connection) -> shapely.Geometry | None:
    """The county's outline; None where it has none."""
    row = connection.execute("SELECT geom FROM division WHERE level = 'county' AND geom IS NOT NULL ORDER BY id LIMIT 1").fetchone()
    return geopackage.decode([row[0]])[0] if row else None


def namesake(connection: sqlite3.Connection, name: str, division: int | None, *, but: int | None = None) -> int | None:
    """Another site of this name in the same unit."""
    row = connection.execute(
        "SELECT id FROM safe_site WHERE name = ? AND division_id IS ? AND id IS NOT ? LIMIT 1", (name, division, but)
    ).fetchone()
    return row[0] if row else None


def _columns(facts: SiteFacts) -> tuple[Any, ...]:
    return facts.name, facts.capacity, facts.division, int(facts.is_in_use), facts.note


def _point(connection: sqlite3.Connection, facts: SiteFacts) -> bytes:
    return geopackage.encode(shapely.Point(facts.x, facts.y), settings.crs(connection))


def _write_keeper(connection: sqlite3.Connection, site: int, facts: SiteFacts) -> None:
    if not facts.keeper and not facts.keeper_phone:
        connection.execute("DELETE FROM safe_site_keeper WHERE site_id = ?", (site,))
        return
    connection.execute(
        "INSERT INTO safe_site_keeper VALUES (?, ?, ?) ON CONFLICT (site_id) DO UPDATE SET name = excluded.name, phone = excluded.phone",
        (site, facts.keeper, facts.keeper_phone),
    )


def _sites(connection: sqlite3.Connection, rows: Sequence[tuple[Any, ...]]) -> list[SafeSite]:
    """Sites from rows; those without a unit of their own get the one they lie in."""
    placed = [row for row in rows if row[3] is not None]
    xy = geopackage.decode_points([row[3] for row in placed]) if placed else np.empty((0, 2))
    places = {row[0]: (float(x), float(y)) for row, (x, y) in zip(placed, xy, strict=True)}
    found = []
    for row in rows:
        x, y = places.get(row[0], (float("nan"), float("nan")))
        unit, town = row[9], row[10]
        if row[4] is None and row[0] in places:
            _, unit, town = unit_at(connection, x, y) or (0, "", "")
        facts = SiteFacts(row[1], row[2], x, y, row[4], bool(row[5]), row[6], row[7], row[8])
        found.append(SafeSite(SafeSiteId(row[0]), facts, unit, town))
    return found
