"""Put the places of a made-up county into its file: divisions, grids, sites, houses, ways, hazards, terrain."""

from __future__ import annotations

import sqlite3
import zlib
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.services.sample.addresses import grid_codes, house_numbers
from gisapp.services.sample.county import County
from gisapp.services.sample.hazards import SOURCE, houses_inside
from gisapp.services.sample.homes import LOST
from gisapp.services.sample.rows import days_before, ids, iso, or_none, uids
from gisapp.services.sample.ways import Way
from gisapp.storage.county import bulk, geopackage

(DIVISION, SITE, BUILDING, GRID, HOUSE, FORMER, WATER, ROAD, HAZARD, SAFE, TERRAIN, NAME) = range(1, 13)
FORMER_NAMES = ("老庄村", "上坝村", "下湾村", "柳树村", "石堰村", "新田村", "马家湾村", "桐木村", "青山村", "大沟村")


def write_places(connection: sqlite3.Connection, county: County) -> None:
    """All layers, in the order in which they refer to each other."""
    _write_divisions(connection, county)
    _write_grids(connection, county)
    _write_sites(connection, county)
    _write_houses(connection, county)
    _write_ways(connection, county, "waterway", county.waters, WATER)
    _write_ways(connection, county, "road", county.roads, ROAD)
    _write_hazards(connection, county)
    _write_safe_places(connection, county)
    _write_terrain(connection, county)


def division_id_of_unit(county: County) -> NDArray[np.int64]:
    """(units) row ids: the county is 1, then the towns, then the villages and communities."""
    return ids(len(county.known.units), after=1 + len(county.known.towns))


def _write_layer(connection: sqlite3.Connection, table: str, shapes: Sequence[Any], columns: dict[str, Any], srs_id: int) -> None:
    number = ids(len(shapes))
    blobs = [geopackage.encode(shape, srs_id) for shape in shapes]
    bulk.fill(connection, table, {"id": number, "geom": blobs, **columns})
    bulk.index_boxes(connection, table, number, shapely.bounds(np.asarray(shapes, dtype=object)))


def _write_points(connection: sqlite3.Connection, table: str, xy: NDArray[np.float64], columns: dict[str, Any], srs_id: int) -> None:
    number = ids(len(xy))
    bulk.fill(connection, table, {"id": number, "geom": geopackage.encode_points(xy, srs_id), **columns})
    bulk.index_points(connection, table, number, xy)


def _write_divisions(connection: sqlite3.Connection, county: County) -> None:
    known, cells = county.known, county.cells
    every = (known.county, *known.towns, *known.units)
    number = {unit.code: at + 1 for at, unit in enumerate(every)}
    columns = {
        "uid": uids(county.seed, DIVISION, len(every)),
        "code": [unit.code for unit in every],
        "name": [unit.name for unit in every],
        "level": [unit.level.value for unit in every],
        "parent_id": [number.get(unit.parent) for unit in every],
    }
    _write_layer(connection, "division", [cells.county, *cells.towns, *cells.units], columns, known.srs_id)
    _write_former_names(connection, county)


def _write_former_names(connection: sqlite3.Connection, county: County) -> None:
    """Some villages took in another, made-up one, whose old name still finds its families."""
    villages = np.flatnonzero(np.bincount(county.homes.origin_unit, minlength=len(county.known.units)))
    chosen = villages[:: max(len(villages) // len(FORMER_NAMES), 1)][: len(FORMER_NAMES)]
    columns: dict[str, Any] = {
        "id": ids(len(chosen)),
        "uid": uids(county.seed, NAME, len(chosen)),
        "division_id": division_id_of_unit(county)[chosen],
        "name": list(FORMER_NAMES[: len(chosen)]),
        "to_date": iso(days_before(3_900 - 137 * np.arange(len(chosen)))),
        "reason": bulk.same_for_all("merge", len(chosen)),
    }
    bulk.fill(connection, "division_name", columns)


def _write_grids(connection: sqlite3.Connection, county: County) -> None:
    codes, names = grid_codes(county.known, county.cells)
    columns = {
        "uid": uids(county.seed, GRID, len(codes)), "code": codes, "name": names,
        "division_id": division_id_of_unit(county)[county.cells.unit],
    }  # fmt: skip
    _write_layer(connection, "grid", list(county.cells.polygons), columns, county.known.srs_id)


def _write_sites(connection: sqlite3.Connection, county: County) -> None:
    sites, division = county.sites, division_id_of_unit(county)
    xy = np.array([site.place for site in sites.sites])
    columns = {
        "uid": uids(county.seed, SITE, len(xy)),
        "name": [site.name for site in sites.sites],
        "division_id": [int(division[site.unit]) for site in sites.sites],
    }
    _write_points(connection, "settlement_site", xy, columns, county.known.srs_id)
    count = len(sites.site)
    bulk.fill(connection, "building", {
        "id": ids(count), "uid": uids(county.seed, BUILDING, count), "site_id": sites.site + 1,
        "name": [f"{number}号楼" for number in sites.number.tolist()], "units": sites.units, "floors": sites.floors,
    })  # fmt: skip


def _write_houses(connection: sqlite3.Connection, county: County) -> None:
    homes, flats = county.homes, county.flats
    numbers, gone_numbers = house_numbers(county.known, county.cells, homes, county.sites, flats)
    no_flat = homes.flat < 0
    columns = {
        "uid": uids(county.seed, HOUSE, len(numbers)), "number": numbers,
        "grid_id": or_none(homes.cell + 1, homes.cell < 0),
        "building_id": or_none(flats.building[homes.flat] + 1, no_flat),
        "unit": or_none(flats.unit[homes.flat], no_flat), "floor": or_none(flats.floor[homes.flat], no_flat),
        "room": or_none(flats.room[homes.flat].astype(str), no_flat),
    }  # fmt: skip
    _write_points(connection, "house", homes.place, columns, county.known.srs_id)
    state = homes.origin_state[homes.origin_gone >= 0]
    moved = county.relocated_on[-len(homes.site) :][homes.origin_gone >= 0]
    rng = np.random.default_rng((county.seed, FORMER))
    washed_away = np.datetime64("2021-08-22") + rng.integers(0, 45, len(state)).astype("timedelta64[D]")
    pulled_down = moved + rng.integers(60, 420, len(state)).astype("timedelta64[D]")
    gone = {
        "uid": uids(county.seed, FORMER, len(gone_numbers)), "number": gone_numbers, "grid_id": homes.gone_cell + 1,
        "gone_on": iso(np.where(state == LOST, washed_away, pulled_down)),
    }  # fmt: skip
    _write_points(connection, "former_house", homes.gone_place, gone, county.known.srs_id)


def _write_ways(connection: sqlite3.Connection, county: County, table: str, ways: Sequence[Way], kind: int) -> None:
    columns = {
        "uid": uids(county.seed, kind, len(ways)), "name": [way.name for way in ways], "rank": [way.rank for way in ways],
    }  # fmt: skip
    _write_layer(connection, table, [way.line for way in ways], columns, county.known.srs_id)


def _write_hazards(connection: sqlite3.Connection, county: County) -> None:
    found, srs_id = county.hazards, county.known.srs_id
    columns = {
        "uid": uids(county.seed, HAZARD, len(found)), "name": [hazard.name for hazard in found],
        "kind": [hazard.kind.value for hazard in found], "level": [hazard.level.value for hazard in found],
        "source": bulk.same_for_all(SOURCE, len(found)),
        "valid_from": [hazard.valid_from.isoformat() for hazard in found],
        "valid_to": [None] * len(found),
    }  # fmt: skip
    _write_layer(connection, "hazard_area", [hazard.area for hazard in found], columns, srs_id)
    house, area = houses_inside(county.homes.place, found)
    order = np.lexsort((area, house))
    bulk.fill(connection, "house_hazard", {"house_id": house[order] + 1, "hazard_area_id": area[order] + 1})


def _write_safe_places(connection: sqlite3.Connection, county: County) -> None:
    safe, division = county.safe_places, division_id_of_unit(county)
    sites = {
        "uid": uids(county.seed, SAFE, len(safe)), "name": [place.name for place in safe],
        "capacity": [place.capacity for place in safe], "division_id": [int(division[place.unit]) for place in safe],
        "is_in_use": [int(not place.note) for place in safe], "note": [place.note for place in safe],
    }  # fmt: skip
    _write_points(connection, "safe_site", np.array([place.place for place in safe]), sites, county.known.srs_id)
    keepers: dict[str, Any] = {
        "site_id": ids(len(safe)), "name": [place.keeper for place in safe], "phone": [place.phone for place in safe],
    }  # fmt: skip
    bulk.fill(connection, "safe_site_keeper", keepers)


def _write_terrain(connection: sqlite3.Connection, county: County) -> None:
    frame = county.terrain_frame
    bulk.fill(connection, "terrain", {
        "id": [1], "uid": uids(county.seed, TERRAIN, 1), "west": [frame.west], "north": [frame.north],
        "cell_m": [frame.cell_m], "row_count": [frame.rows], "column_count": [frame.columns],
        "heights": [zlib.compress(county.terrain.astype("<i2").tobytes(), 6)],
    })  # fmt: skip
