"""A county of four cells and six families, every fact known by heart: made for tests, never a real person.

north   g3 (西山村)   g4 (东社区)      y 2000..4000
south   g1 (西山村)   g2 (东社区)      y    0..2000
        x 0..2000     x 2000..4000     (offsets EAST, NORTH; EPSG:4545)
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely

from gisapp.spatial import crs
from gisapp.storage.county import county_file, geopackage, search, settings
from gisapp.storage.hazards import hazards

if TYPE_CHECKING:
    from sqlite_utils import Database

EPSG = 4545
EAST, NORTH = 500_000.0, 3_640_000.0
SINCE = "2021-01-01"

GRID_1, GRID_2, GRID_3, GRID_4 = 1, 2, 3, 4
ALONE, SHARING, ORDINARY, COMPLETE, TWO_ENDS, BARE = 1, 2, 3, 4, 5, 6
OFFICER_1, OFFICER_2, OFFICER_3, OFFICER_4 = 1, 2, 3, 4
VILLAGE_SPONSOR, VILLAGE_CADRE, COMMUNITY_SPONSOR, COMMUNITY_CADRE, INACTIVE, OTHER_SPONSOR = 5, 6, 7, 8, 9, 10


def box(x: float, y: float, width: float, height: float) -> shapely.Geometry:
    """A rectangle in the tiny county's own metres (0..4000)."""
    return shapely.box(EAST + x, NORTH + y, EAST + x + width, NORTH + y + height)


def tiny_county(path: Path) -> Path:
    """Write the county; see the constants for who is who."""
    county_file.create(path, name="测试县", srs_id=EPSG, srs_name=crs.crs_name(EPSG), srs_wkt=crs.crs_wkt(EPSG))
    with county_file.writing(path) as db, county_file.transaction(db):
        _divisions(db)
        _houses(db)
        _families(db)
        _contacts(db)
        _slots(db)
        settings.write(db.conn, "is_sample", True)
        search.rebuild(db.conn)
        geopackage.refresh_extents(db.conn)
    return path


@contextmanager
def opened(path: Path) -> Iterator[Database]:
    """The writing connection of a county for the length of a test."""
    with county_file.writing(path) as db:
        yield db


def add_hazard(db: Database, shape: shapely.Geometry, *, name: str = "月河洪涝", level: str = "red") -> int:
    """A hazard area put straight into the file."""
    geom = geopackage.encode(shape, EPSG)
    row = {"geom": geom, "uid": f"hazard-{name}-{level}", "name": name, "kind": "flood", "level": level, "source": "测试"}
    hazard = int(db["hazard_area"].insert(row).last_pk)
    hazards.refresh_houses(db.conn, [hazard])
    return hazard


def _geom(shape: shapely.Geometry) -> bytes:
    return geopackage.encode(shape, EPSG)


def _insert(db: Database, table: str, rows: list[dict[str, Any]]) -> None:
    db[table].insert_all([{"uid": f"{table}-{row['id']}", **row} for row in rows])


def _divisions(db: Database) -> None:
    units = (
        (1, "610999", "测试县", "county", None, box(0, 0, 4000, 4000)),
        (2, "610999100", "西镇", "town", 1, box(0, 0, 2000, 4000)),
        (3, "610999101", "东镇", "town", 1, box(2000, 0, 2000, 4000)),
        (4, "610999100201", "西山村", "village", 2, box(0, 0, 2000, 4000)),
        (5, "610999101001", "东社区", "community", 3, box(2000, 0, 2000, 4000)),
    )
    _insert(
        db,
        "division",
        [
            {"id": i, "code": code, "name": name, "level": level, "parent_id": parent, "geom": _geom(shape)}
            for i, code, name, level, parent, shape in units
        ],
    )
    cells = ((1, 4, 0, 0), (2, 5, 2000, 0), (3, 4, 0, 2000), (4, 5, 2000, 2000))
    _insert(
        db,
        "grid",
        [
            {"id": i, "code": f"G{i:03d}", "name": f"第{i:02d}网格", "division_id": division, "geom": _geom(box(x, y, 2000, 2000))}
            for i, division, x, y in cells
        ],
    )
    _insert(db, "settlement_site", [{"id": 1, "name": "紫云南郡", "division_id": 5, "geom": _geom(_point(2500, 500))}])
    _insert(db, "building", [{"id": 1, "site_id": 1, "name": "3号楼", "units": 2, "floors": 6}])
    _insert(db, "safe_site", [{"id": 1, "name": "东社区小学", "capacity": 200, "geom": _geom(_point(3500, 3500))}])


def _point(x: float, y: float) -> shapely.Geometry:
    return shapely.Point(EAST + x, NORTH + y)


def _houses(db: Database) -> None:
    flats = {"building_id": 1, "grid_id": 2}
    rows: list[dict[str, Any]] = [
        {"id": 1, "number": "西山村1组1号", "grid_id": 1, "geom": _geom(_point(100, 100))},
        {"id": 2, "number": "西山村2组1号", "grid_id": 3, "geom": _geom(_point(100, 3000))},
        {"id": 3, "number": "西山村1组2号", "grid_id": 1, "geom": _geom(_point(200, 100))},
        {"id": 4, "number": "西山村2组2号", "grid_id": 3, "geom": _geom(_point(300, 3000))},
        {"id": 5, "number": "紫云南郡3号楼1单元101", "unit": 1, "floor": 1, "room": "101", **flats, "geom": _geom(_point(2500, 500))},
        {"id": 6, "number": "紫云南郡3号楼2单元501", "unit": 2, "floor": 5, "room": "501", **flats, "geom": _geom(_point(2510, 500))},
        {"id": 7, "number": "紫云南郡3号楼2单元601", "unit": 2, "floor": 6, "room": "601", **flats, "geom": _geom(_point(2510, 500))},
        {"id": 8, "number": "东社区8号", "grid_id": 4, "geom": _geom(_point(3000, 3000))},
    ]
    columns = ("building_id", "unit", "floor", "room")
    _insert(db, "house", [dict.fromkeys(columns) | row for row in rows])
    _insert(
        db, "former_house", [{"id": 1, "number": "西山村1组9号", "grid_id": 1, "gone_on": "2020-07-01", "geom": _geom(_point(900, 900))}]
    )


def _families(db: Database) -> None:
    moved = {"origin_division_id": 4, "relocated_on": SINCE}
    stayed = {"origin_division_id": None, "relocated_on": None}
    _insert(db, "household", [{"id": i, "code": f"H{i:03d}", **(stayed if i < 4 else moved)} for i in range(1, 7)])
    homes = (
        (ALONE, 1, None, "only", "lived_in"),
        (SHARING, 1, None, "only", "lived_in"),
        (ORDINARY, 2, None, "only", "lived_in"),
        (COMPLETE, 5, None, "residence", "lived_in"),
        (COMPLETE, 3, None, "origin", "vacant"),
        (TWO_ENDS, 6, None, "residence", "lived_in"),
        (TWO_ENDS, 4, None, "origin", "lived_in"),
        (BARE, 7, None, "residence", "lived_in"),
        (BARE, None, 1, "origin", "demolished"),
    )
    _insert(
        db,
        "home",
        [
            {
                "id": i,
                "household_id": family,
                "house_id": house,
                "former_house_id": former,
                "role": role,
                "state": state,
                "from_date": SINCE,
            }
            for i, (family, house, former, role, state) in enumerate(homes, start=1)
        ],
    )
    _residents(db)


def _residents(db: Database) -> None:
    people = (
        (ALONE, "head", "赵一", "1940-05-01", 1, {"is_disabled": 1}),
        (SHARING, "head", "钱二", "1950-05-01", 1, {}),
        (SHARING, "spouse", "孙三", "1970-05-01", 1, {}),
        (SHARING, "grandchild", "钱小四", "2024-05-01", 1, {}),
        (ORDINARY, "head", "李四", "1980-05-01", 2, {"is_ill": 1}),
        (ORDINARY, "spouse", "周五", "1982-05-01", 2, {"is_pregnant": 1}),
        (COMPLETE, "head", "吴六", "1975-05-01", 5, {}),
        (COMPLETE, "spouse", "郑七", "1977-05-01", 5, {}),
        (TWO_ENDS, "head", "王八", "1960-05-01", 4, {}),
        (TWO_ENDS, "spouse", "冯九", "1962-05-01", 6, {}),
        (BARE, "head", "陈十", "1985-05-01", 7, {}),
    )
    marks = {"is_disabled": 0, "is_ill": 0, "is_pregnant": 0}
    _insert(
        db,
        "resident",
        [
            {
                "id": i, "household_id": family, "relation": relation, "name": name, "initials": f"x{i}", "sex": "male",
                "birth_date": birth,
                "id_number": f"999999{birth.replace('-', '')}{i:03d}A", "phone": f"1200000{i:04d}" if relation == "head" else None,
                "sleeping_house_id": house, "sleeping_since": SINCE, **(marks | more),
            }
            for i, (family, relation, name, birth, house, more) in enumerate(people, start=1)
        ],
    )  # fmt: skip


def _contacts(db: Database) -> None:
    people = [(i, "grid_officer", 4 if i in (1, 3) else 5, 1) for i in range(1, 5)]
    people += [(5, "sponsor_cadre", 4, 1), (6, "unit_cadre", 4, 1), (7, "sponsor_cadre", 5, 1), (8, "unit_cadre", 5, 1)]
    people += [(9, "sponsor_cadre", 5, 0), (10, "sponsor_cadre", 5, 1)]
    _insert(
        db,
        "contact",
        [
            {
                "id": i,
                "name": f"联系人{i}",
                "initials": f"lxr{i}",
                "phone": f"1210000{i:04d}",
                "role": role,
                "division_id": unit,
                "is_active": active,
            }
            for i, role, unit, active in people
        ],
    )
    _insert(db, "grid_post", [{"id": i, "grid_id": i, "contact_id": i, "from_date": SINCE} for i in range(1, 5)])


def _slots(db: Database) -> None:
    four = (
        ("village", "sponsor_cadre", VILLAGE_SPONSOR),
        ("village", "unit_cadre", VILLAGE_CADRE),
        ("community", "sponsor_cadre", COMMUNITY_SPONSOR),
        ("community", "unit_cadre", COMMUNITY_CADRE),
    )
    places = [(COMPLETE, *place) for place in four] + [(TWO_ENDS, *place) for place in four[1:]]
    _insert(
        db,
        "slot",
        [
            {"id": i, "household_id": family, "line": line, "role": role, "contact_id": contact, "from_date": SINCE}
            for i, (family, line, role, contact) in enumerate(places, start=1)
        ],
    )
