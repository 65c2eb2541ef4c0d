"""Origin villages of relocated families, the sites they live in now, and where both ends lie on the map."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from json import dumps

from gisapp.domain.home import HomeRole, HomeState
from gisapp.domain.ids import DivisionId
from gisapp.domain.origins import ELSEWHERE, Flow, ends_of
from gisapp.storage.county import geopackage
from gisapp.storage.places.divisions import LIVING

_MOVED = (
    f"WITH heir AS ({LIVING}),"
    " moved AS (SELECT k.id, coalesce(heir.today, k.origin_division_id) AS origin,"
    "  coalesce((SELECT b.site_id FROM home m JOIN house h ON h.id = m.house_id JOIN building b ON b.id = h.building_id"
    "   WHERE m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin' ORDER BY m.role = 'only' LIMIT 1), 0) AS site"
    "  FROM household k LEFT JOIN heir ON heir.id = k.origin_division_id WHERE k.relocated_on IS NOT NULL AND k.ended_on IS NULL)"
)
"""Every relocated family with its village as it is today and the site it lives in (0 = none)."""

HomePoint = tuple[HomeRole, HomeState, float, float]
"""(role, state, x, y in metres)"""


def flows(connection: sqlite3.Connection, *, site: int | None = None, origins: Sequence[int] | None = None) -> list[Flow]:
    """How many families and people went from each village to each site, to none too; about 60 ms for 8,059 families.

    ``site``: to this one only; ``origins``: from these villages of today only.
    """
    rows = connection.execute(
        f"{_MOVED} SELECT f.origin, d.code, d.name, f.site, coalesce(s.name, ''), count(*),"
        " sum((SELECT count(*) FROM resident r WHERE r.household_id = f.id AND r.left_on IS NULL))"
        " FROM moved f JOIN division d ON d.id = f.origin LEFT JOIN settlement_site s ON s.id = f.site"
        " WHERE (:site IS NULL OR f.site = :site) AND (:origins IS NULL OR f.origin IN (SELECT value FROM json_each(:origins)))"
        " GROUP BY f.origin, f.site",
        {"site": site, "origins": None if origins is None else dumps(list(origins))},
    ).fetchall()
    names = former_names(connection)
    return [Flow(DivisionId(r[0]), r[1], r[2], names.get(r[0], ()), r[3], r[4], r[5], r[6]) for r in rows]


def count_villages(connection: sqlite3.Connection) -> int:
    """From how many villages of today the families at settlement sites came."""
    row = connection.execute(
        f"WITH heir AS ({LIVING}), left_village AS (SELECT DISTINCT k.origin_division_id AS id FROM building b JOIN house h ON h.building_id = b.id"
        " JOIN home m ON m.house_id = h.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " JOIN household k ON k.id = m.household_id AND k.relocated_on IS NOT NULL AND k.ended_on IS NULL)"
        " SELECT count(DISTINCT coalesce(heir.today, v.id)) FROM left_village v LEFT JOIN heir ON heir.id = v.id"
    ).fetchone()
    return int(row[0])


def families(connection: sqlite3.Connection, flow_ids: Sequence[int]) -> list[int]:
    """The families of these flows, of villages or of towns."""
    ends, villages = [ends_of(one) for one in flow_ids], _villages_of_towns(connection)
    pairs = [[village, site] for origin, site in ends for village in (origin, *villages.get(origin, ()))]
    rows = connection.execute(
        f"{_MOVED} SELECT DISTINCT f.id FROM moved f JOIN json_each(?) p ON f.origin = json_extract(p.value, '$[0]')"
        " AND f.site = json_extract(p.value, '$[1]') ORDER BY 1",
        (dumps(pairs),),
    )
    return [row[0] for row in rows]


def villages_within(connection: sqlite3.Connection, division: int) -> list[int]:
    """The villages of today that a division is or holds: of one that was merged, its successor."""
    rows = connection.execute(
        f"WITH RECURSIVE heir AS ({LIVING}),"
        " part(id) AS (SELECT today FROM heir WHERE id = ? UNION SELECT d.id FROM division d JOIN part p ON d.parent_id = p.id)"
        " SELECT DISTINCT coalesce(heir.today, part.id) FROM part LEFT JOIN heir ON heir.id = part.id ORDER BY 1",
        (division,),
    )
    return [row[0] for row in rows]


def towns(connection: sqlite3.Connection) -> dict[int, tuple[int, str, str]]:
    """village of today -> (the town it lies in, that one's code and name)."""
    rows = connection.execute(
        "SELECT d.id, t.id, t.code, t.name FROM division d JOIN division t ON t.id = d.parent_id AND t.level = 'town'"
        " WHERE d.level IN ('village', 'community')"
    )
    return {row[0]: (row[1], row[2], row[3]) for row in rows}


def _villages_of_towns(connection: sqlite3.Connection) -> dict[int, tuple[int, ...]]:
    found: dict[int, tuple[int, ...]] = {}
    for village, (town, _, _) in towns(connection).items():
        found[town] = (*found.get(town, ()), village)
    return found


def former_names(connection: sqlite3.Connection) -> dict[int, tuple[str, ...]]:
    """village of today -> the other names that it and villages merged into it once had, in order of name."""
    rows = connection.execute(
        f"WITH heir AS ({LIVING})"
        " SELECT heir.today, n.name FROM heir JOIN division_name n ON n.division_id = heir.id"
        " UNION SELECT heir.today, d.name FROM heir JOIN division d ON d.id = heir.id WHERE heir.today <> heir.id ORDER BY 1, 2"
    )
    today = dict(connection.execute("SELECT id, name FROM division"))
    found: dict[int, tuple[str, ...]] = {}
    for village, name in rows:
        if name != today[village]:
            found[village] = (*found.get(village, ()), name)
    return found


def outlines(connection: sqlite3.Connection, villages: Sequence[int]) -> list[tuple[int, bytes]]:
    """(village, outline as a GeoPackage blob) of those that have one; a blob of a village merged into it where it has none."""
    rows = connection.execute(
        f"WITH heir AS ({LIVING}) SELECT heir.today, d.geom, heir.today = d.id FROM heir JOIN division d ON d.id = heir.id"
        " WHERE d.geom IS NOT NULL AND heir.today IN (SELECT value FROM json_each(?)) ORDER BY 1, 3",
        (dumps(list(villages)),),
    )
    return list({village: (village, geom) for village, geom, _ in rows}.values())


def site_points(connection: sqlite3.Connection) -> dict[int, tuple[float, float]]:
    """site -> x, y in metres."""
    rows = connection.execute("SELECT id, geom FROM settlement_site WHERE geom IS NOT NULL ORDER BY id").fetchall()
    places = geopackage.decode_points([row[1] for row in rows])
    return {row[0]: (float(x), float(y)) for row, (x, y) in zip(rows, places, strict=True)}


def home_points(connection: sqlite3.Connection, household: int) -> list[HomePoint]:
    """Where a family's present homes lie, those that are gone too; the origin home first."""
    rows = connection.execute(
        "SELECT m.role, m.state, coalesce(h.geom, f.geom) FROM home m LEFT JOIN house h ON h.id = m.house_id"
        " LEFT JOIN former_house f ON f.id = m.former_house_id"
        " WHERE m.household_id = ? AND m.to_date IS NULL AND coalesce(h.geom, f.geom) IS NOT NULL ORDER BY m.role <> 'origin', m.id",
        (household,),
    ).fetchall()
    places = geopackage.decode_points([row[2] for row in rows])
    return [(HomeRole(row[0]), HomeState(row[1]), float(x), float(y)) for row, (x, y) in zip(rows, places, strict=True)]


def residence_points(connection: sqlite3.Connection, villages: Sequence[int]) -> list[tuple[int, float, float]]:
    """(house, x, y in metres) of every flat or house in which a family from these villages of today lives now."""
    rows = connection.execute(
        f"{_MOVED} SELECT DISTINCT h.id, h.geom FROM moved f JOIN home m ON m.household_id = f.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " JOIN house h ON h.id = m.house_id WHERE h.geom IS NOT NULL AND f.origin IN (SELECT value FROM json_each(?)) ORDER BY h.id",
        (dumps(list(villages)),),
    ).fetchall()
    places = geopackage.decode_points([row[1] for row in rows])
    return [(row[0], float(x), float(y)) for row, (x, y) in zip(rows, places, strict=True)]


def is_elsewhere(flow: Flow) -> bool:
    """Whether the families of a flow live at no settlement site."""
    return flow.site == ELSEWHERE
