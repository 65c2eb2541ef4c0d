"""The sample county at full size holds exactly what is promised of it."""

from __future__ import annotations

import csv
import json
import sqlite3
import zlib
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely

from gisapp import paths
from gisapp.services.county.make_sample import SampleCounts
from gisapp.spatial import crs
from gisapp.spatial.raster import Frame
from gisapp.storage.county import county_file, geopackage, search


@pytest.fixture
def county(sample_county: Path) -> Iterator[sqlite3.Connection]:
    with county_file.reading(sample_county) as connection:
        yield connection


def number(county: sqlite3.Connection, sql: str) -> int:
    return int(county.execute(sql).fetchone()[0])


def shapes(county: sqlite3.Connection, sql: str) -> np.ndarray:
    return geopackage.decode([row[0] for row in county.execute(sql)])


def outline() -> shapely.Polygon:
    text = (paths.resources() / "sample" / "hanyin_outline.geojson").read_text("utf-8")
    ring = np.array(json.loads(text)["features"][0]["geometry"]["coordinates"][0])
    return shapely.Polygon(crs.to_metres(ring, 4545))


def test_the_published_counts_are_met_exactly(sample_made: tuple[Path, SampleCounts], county: sqlite3.Connection) -> None:
    counts = sample_made[1]
    found = {table: number(county, f"SELECT count(*) FROM {table}") for table in  # noqa: S608
             ("grid", "household", "resident", "settlement_site")}  # fmt: skip
    assert found == {"grid": 4_386, "household": 104_000, "resident": 311_000, "settlement_site": 17}
    assert number(county, "SELECT count(*) FROM household WHERE relocated_on IS NOT NULL") == 8_059 == counts.relocated
    assert number(county, "SELECT count(*) FROM grid_post WHERE to_date IS NULL") == 4_386
    assert number(county, "SELECT count(DISTINCT contact_id) FROM grid_post WHERE to_date IS NULL") == 4_386
    assert number(county, "SELECT count(*) FROM house") == counts.houses


def test_divisions_bear_their_official_codes_and_parents(county: sqlite3.Connection) -> None:
    with (paths.resources() / "sample" / "hanyin_divisions.csv").open(encoding="utf-8", newline="") as file:
        official = {(row["code"], row["level"], row["parent_code"] or None) for row in csv.DictReader(file)}
    sql = "SELECT d.code, d.level, p.code FROM division d LEFT JOIN division p ON p.id = d.parent_id"
    assert set(county.execute(sql)) == official
    assert len(official) == 171


def test_grids_cover_the_real_outline_without_gap_or_overlap(county: sqlite3.Connection) -> None:
    cells = shapes(county, "SELECT geom FROM grid")
    real = outline()
    assert shapely.is_valid(cells).all()
    assert shapely.coverage_is_valid(cells)
    assert shapely.area(cells).sum() == pytest.approx(real.area, abs=0.01)
    whole = shapes(county, "SELECT geom FROM division WHERE level = 'county'")[0]
    assert whole.symmetric_difference(real).area < 0.01
    assert 40 < shapely.get_num_coordinates(cells).mean() < 60


def test_villages_and_towns_are_the_exact_unions_of_their_grids(county: sqlite3.Connection) -> None:
    rows = county.execute("SELECT g.geom, g.division_id, d.parent_id FROM grid g JOIN division d ON d.id = g.division_id").fetchall()
    cells = geopackage.decode([row[0] for row in rows])
    for column, levels in ((1, "'village', 'community'"), (2, "'town'")):
        owner = np.array([row[column] for row in rows])
        units = county.execute(f"SELECT id, geom FROM division WHERE level IN ({levels})").fetchall()  # noqa: S608
        drawn = geopackage.decode([row[1] for row in units])
        assert shapely.coverage_is_valid(drawn)
        assert set(owner.tolist()) == {row[0] for row in units}
        for (unit, _), area in zip(units, drawn, strict=True):
            assert shapely.coverage_union_all(cells[owner == unit]).equals(area)


def test_every_house_lies_inside_its_grid(county: sqlite3.Connection) -> None:
    rows = county.execute("SELECT h.geom, g.id FROM house h JOIN grid g ON g.id = h.grid_id ORDER BY h.id").fetchall()
    assert len(rows) == number(county, "SELECT count(*) FROM house")
    ids = [row[0] for row in county.execute("SELECT id FROM grid ORDER BY id")]
    cells = shapes(county, "SELECT geom FROM grid ORDER BY id")[np.searchsorted(ids, [row[1] for row in rows])]
    xy = geopackage.decode_points([row[0] for row in rows])
    assert shapely.contains_xy(cells, xy[:, 0], xy[:, 1]).all()


def test_homes_are_settled_in_valleys_and_not_uniformly(county: sqlite3.Connection) -> None:
    row = county.execute("SELECT west, north, cell_m, row_count, column_count, heights FROM terrain").fetchone()
    frame = Frame(*row[:5])
    height = np.frombuffer(zlib.decompress(row[5]), "<i2").reshape(frame.shape).astype(float)
    real = outline()
    shapely.prepare(real)
    anywhere = frame.centres()[::37]
    anywhere = anywhere[shapely.contains_xy(real, anywhere)]
    homes = geopackage.decode_points([r[0] for r in county.execute("SELECT geom FROM house WHERE building_id IS NULL")])
    at_homes, at_large = frame.sample(height, homes), frame.sample(height, anywhere)
    assert np.median(at_homes) < np.median(at_large) - 150
    assert 270 <= at_large.min() < 330
    assert 1_900 < at_large.max() < 2_400
    slope = np.hypot(*np.gradient(height, frame.cell_m))
    assert np.median(frame.sample(slope, homes)) < 0.6 * np.median(frame.sample(slope, anywhere))
    counted = county.execute("SELECT count(h.id) FROM grid g LEFT JOIN house h ON h.grid_id = g.id GROUP BY g.id")
    per_grid = np.array([row[0] for row in counted])
    assert np.quantile(per_grid, 0.9) > 3 * np.quantile(per_grid, 0.2)


def test_rivers_flow_downhill(county: sqlite3.Connection) -> None:
    row = county.execute("SELECT west, north, cell_m, row_count, column_count, heights FROM terrain").fetchone()
    frame = Frame(*row[:5])
    height = np.frombuffer(zlib.decompress(row[5]), "<i2").reshape(frame.shape).astype(float)
    names = {r[0] for r in county.execute("SELECT name FROM waterway WHERE rank = 1")}
    assert names == {"月河", "汉江"}
    for line in shapely.get_parts(shapes(county, "SELECT geom FROM waterway")):
        if line.length > 2_000:
            ends = shapely.get_coordinates(line)[[0, -1]]
            first, last = frame.sample(height, ends)
            assert first > last - 3


def test_the_paired_community_has_its_published_families_from_all_towns(county: sqlite3.Connection) -> None:
    families = """FROM settlement_site s JOIN building b ON b.site_id = s.id JOIN house h ON h.building_id = b.id
        JOIN home m ON m.house_id = h.id AND m.role = 'residence' AND m.to_date IS NULL JOIN household k ON k.id = m.household_id
        JOIN division o ON o.id = k.origin_division_id"""
    one = f"{families} WHERE s.name = '紫云南郡'"
    assert number(county, f"SELECT count(DISTINCT k.id) {one}") == 692
    assert number(county, f"SELECT count(*) FROM resident WHERE household_id IN (SELECT k.id {one})") == 2_688  # noqa: S608
    assert number(county, f"SELECT count(DISTINCT o.parent_id) {one}") == 10
    paired = {row[0] for row in county.execute(f"SELECT DISTINCT o.name {families} WHERE s.name = '兴隆佳苑'")}
    assert paired == {"兴隆村", "西岭村"}
    assert number(county, f"SELECT count(DISTINCT s.id) {families}") == 17


def test_relocated_families_have_two_homes_in_all_states(county: sqlite3.Connection) -> None:
    sql = """SELECT count(*) FROM household k WHERE relocated_on IS NOT NULL AND
        (SELECT group_concat(role) FROM (SELECT role FROM home m WHERE m.household_id = k.id AND to_date IS NULL ORDER BY role))
        <> 'origin,residence'"""
    assert number(county, sql) == 0
    states = dict(county.execute("SELECT state, count(*) FROM home WHERE role = 'origin' GROUP BY state"))
    assert set(states) == {"lived_in", "vacant", "lost", "demolished"}
    assert min(states.values()) > 300
    assert number(county, """SELECT count(*) FROM household k WHERE 2 = (SELECT count(*) FROM home m WHERE m.household_id = k.id
        AND m.state = 'lived_in' AND m.role IN ('origin', 'residence') AND to_date IS NULL)""") == states["lived_in"]  # fmt: skip
    assert number(county, """SELECT count(*) FROM household k JOIN home m ON m.household_id = k.id AND m.role = 'origin'
        LEFT JOIN house h ON h.id = m.house_id LEFT JOIN former_house f ON f.id = m.former_house_id
        JOIN grid g ON g.id = coalesce(h.grid_id, f.grid_id) WHERE g.division_id <> k.origin_division_id""") == 0  # fmt: skip


def test_some_houses_are_shared_and_some_stand_vacant(county: sqlite3.Connection) -> None:
    tied = "SELECT house_id, count(*) AS n FROM home WHERE to_date IS NULL AND house_id IS NOT NULL GROUP BY house_id"
    assert number(county, f"SELECT count(*) FROM ({tied}) WHERE n > 1") > 3_000  # noqa: S608
    assert number(county, f"SELECT count(*) FROM house WHERE id NOT IN (SELECT house_id FROM ({tied}))") > 3_000  # noqa: S608


def test_a_few_slots_are_missing_and_officers_follow_their_grid(county: sqlite3.Connection) -> None:
    asked = 8_059 * 4
    held = number(county, "SELECT count(*) FROM slot WHERE to_date IS NULL")
    assert 0.02 < 1 - held / asked < 0.04
    assert number(county, "SELECT count(*) FROM slot WHERE role = 'grid_officer'") == 0
    assert number(county, "SELECT count(*) FROM slot_holder WHERE role = 'grid_officer' AND source = 'grid'") == 8_059 * 2
    assert number(county, "SELECT count(*) FROM slot WHERE to_date IS NOT NULL") > 500
    assert number(county, """SELECT count(*) FROM slot a JOIN slot b ON a.household_id = b.household_id AND a.line = b.line
        AND a.role = b.role AND a.id < b.id AND a.from_date < coalesce(b.to_date, '9999')
        AND b.from_date < coalesce(a.to_date, '9999')""") == 0  # fmt: skip
    assert number(county, """SELECT count(*) FROM slot s JOIN contact c ON c.id = s.contact_id JOIN household k ON k.id = s.household_id
        JOIN division d ON d.id = k.origin_division_id WHERE s.line = 'village' AND (c.role <> s.role OR NOT c.is_active
        OR c.division_id NOT IN (d.id, d.parent_id))""") == 0  # fmt: skip


def test_people_are_plausible_and_nobody_is_real(county: sqlite3.Connection) -> None:
    assert number(county, """SELECT count(*) FROM household k WHERE 1 <> (SELECT count(*) FROM resident r
        WHERE r.household_id = k.id AND relation = 'head')""") == 0  # fmt: skip
    assert number(county, "SELECT count(*) FROM resident WHERE substr(id_number, 7, 8) <> replace(birth_date, '-', '')") == 0
    assert number(county, "SELECT count(*) FROM resident WHERE (substr(id_number, 17, 1) % 2 = 1) <> (sex = 'male')") == 0
    assert number(county, "SELECT count(*) FROM resident WHERE phone NOT LIKE '12_________'") == 0
    weights = [2 ** (17 - at) % 11 for at in range(17)]
    for (text,) in county.execute("SELECT id_number FROM resident WHERE id % 7 = 0"):
        assert text[17] != "10X98765432"[sum(int(d) * w for d, w in zip(text, weights, strict=False)) % 11]
    elderly = number(county, "SELECT count(*) FROM resident WHERE birth_date <= '1961-07-12'") / 311_000
    assert 0.12 < elderly < 0.3
    assert number(county, "SELECT count(*) FROM resident WHERE birth_date > '2026-07-12' OR sleeping_since > '2026-07-12'") == 0
    assert number(county, "SELECT count(*) FROM resident WHERE is_pregnant AND (sex = 'male' OR birth_date > '2008-07-12')") == 0
    assert number(county, "SELECT count(*) FROM resident WHERE sleeping_house_id IS NOT NULL AND sleeping_note IS NOT NULL") == 0


def test_the_flood_follows_the_yue_in_levels_that_do_not_overlap(county: sqlite3.Connection) -> None:
    flood = shapes(county, "SELECT geom FROM hazard_area WHERE kind = 'flood' ORDER BY level DESC")
    yue = shapes(county, "SELECT geom FROM waterway WHERE name = '月河'")[0]
    red, orange = flood
    assert red.intersection(yue).length > 0.98 * yue.length
    assert red.intersection(orange).area < 1e-3
    assert 1_000 < shapely.get_num_coordinates(red) < 4_000
    flooded = "SELECT count(*) FROM house_hazard x JOIN hazard_area a ON a.id = x.hazard_area_id WHERE kind = 'flood' AND level = 'red'"
    assert 500 < number(county, flooded) < 5_000
    assert number(county, "SELECT count(*) FROM hazard_area WHERE kind = 'landslide'") == 65
    odd = "SELECT count(*) FROM hazard_area WHERE source <> '示例' OR valid_from > '2026-07-12' OR valid_to < '2026-07-12'"
    assert number(county, odd) == 0


def test_house_hazard_is_what_an_independent_count_finds(county: sqlite3.Connection) -> None:
    rows = county.execute("SELECT id, geom FROM house ORDER BY id").fetchall()
    points = shapely.points(geopackage.decode_points([row[1] for row in rows]))
    ids = np.array([row[0] for row in rows])
    tree = shapely.STRtree(points)
    expected = set()
    for area, geom in county.execute("SELECT id, geom FROM hazard_area").fetchall():
        inside = tree.query(geopackage.decode([geom])[0], predicate="covers")
        expected |= {(int(ids[at]), area) for at in inside}
    assert set(county.execute("SELECT house_id, hazard_area_id FROM house_hazard")) == expected


def test_safe_sites_lie_outside_every_hazard(county: sqlite3.Connection) -> None:
    danger = shapely.union_all(shapes(county, "SELECT geom FROM hazard_area"))
    places = geopackage.decode_points([row[0] for row in county.execute("SELECT geom FROM safe_site")])
    assert len(places) > 150
    assert not shapely.contains_xy(danger, places).any()
    assert number(county, "SELECT min(capacity) FROM safe_site") > 0


def test_the_spatial_index_agrees_with_the_geometry(county: sqlite3.Connection) -> None:
    for table, _, _ in geopackage.LAYERS:
        sql = f"SELECT t.geom, r.minx, r.maxx, r.miny, r.maxy FROM {table} t JOIN rtree_{table}_geom r ON r.id = t.id"  # noqa: S608
        rows = county.execute(sql).fetchall()
        assert len(rows) == number(county, f"SELECT count(*) FROM {table}")  # noqa: S608
        bounds, boxes = shapely.bounds(geopackage.decode([row[0] for row in rows])), np.array([row[1:] for row in rows])
        assert (boxes[:, [0, 2]] <= bounds[:, :2]).all()
        assert (boxes[:, [1, 3]] >= bounds[:, 2:]).all()


def test_search_finds_somebody_by_name_at_once(county: sqlite3.Connection) -> None:
    name, resident = county.execute("SELECT name, id FROM resident WHERE id = 123456").fetchone()
    same = {row[0] for row in county.execute("SELECT id FROM resident WHERE name = ?", (name,))}
    found = {thing for _, thing in search.find(county, name, limit=500)}
    assert resident in same
    assert same & found
