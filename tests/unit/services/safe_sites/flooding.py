"""A flood in the tiny county, with sites and roads: what the tests of safe sites begin with."""

from __future__ import annotations

from collections.abc import Sequence

import shapely
from sqlite_utils import Database

from gisapp.domain.affected import AffectedRun
from gisapp.domain.hazard import CountedAt
from gisapp.domain.safe_site import Allocation, AllocationQuestion, AllocationWay, NoSite, SiteFacts
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.safe_sites.save_safe_site import add_safe_site
from gisapp.storage.county import geopackage
from gisapp.storage.hazards import hazards
from gisapp.storage.safe_sites import allocations
from tests.builders import EAST, EPSG, NORTH, add_hazard, box

NEAREST = AllocationQuestion(AllocationWay.NEAREST)
WEST = (0, 0, 2_000, 4_000)
SCHOOL = 1
"""The tiny county's own site in the east, room for 200."""


def flood(db: Database, *corners: float, counted_at: CountedAt = CountedAt.HOMES, buffer_m: float = 0.0, level: str = "red") -> AffectedRun:
    count = len(hazards.all_areas(db.conn))
    add_hazard(db, box(*corners), name=f"洪涝{count}", level=level)
    return find_affected(db, hazards.all_areas(db.conn), who="甲", counted_at=counted_at, buffer_m=buffer_m)[0]


def site(db: Database, name: str, capacity: int, x: float, y: float, **more: object) -> int:
    facts = SiteFacts(name, capacity, EAST + x, NORTH + y, **more)  # type: ignore[arg-type]
    return int(add_safe_site(db, facts, who="甲")[0])


def road(db: Database, *lines: Sequence[tuple[float, float]]) -> None:
    for number, line in enumerate(lines):
        placed = shapely.MultiLineString([[(EAST + x, NORTH + y) for x, y in line]])
        db["road"].insert({"uid": f"road-{number}", "name": "路", "rank": 3, "geom": geopackage.encode(placed, EPSG)})


def where(db: Database, found: Allocation) -> dict[int, tuple[int | None, NoSite | None]]:
    return {int(one.household): (one.site, one.no_site) for one in allocations.families(db.conn, int(found.id))}
