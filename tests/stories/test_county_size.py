"""The three stories at full county size, each answer found again by another road: plain SQL or shapely alone."""

from __future__ import annotations

import json
import shutil
import sqlite3
import struct
import subprocess
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

import pytest
import shapely

from tests.file_names import odd
from tests.printing.browser import Body, opened
from tests.stories.command import gisapp

DAY = date.today()


@pytest.fixture(scope="module")
def county(sample_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_county, tmp_path_factory.mktemp("全县") / "示例县 1.gpkg"))


def plain(county: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Plain SQL on the file as any program would run it."""
    with sqlite3.connect(f"{county.as_uri()}?mode=ro", uri=True) as connection:
        return connection.execute(sql, values).fetchall()


def years_before(day: date, years: int) -> str:
    return f"{day.year - years:04d}-{day.month:02d}-{day.day:02d}"


def test_the_card_of_any_grid_equals_plain_sql(county: Path) -> None:
    from gisapp.services.places.describe_grid import describe_grid
    from gisapp.storage.county import county_file

    grids = [row[0] for row in plain(county, "SELECT id FROM grid ORDER BY id")]
    busiest = plain(county, "SELECT grid_id FROM house_hazard JOIN house ON id = house_id GROUP BY 1 ORDER BY count(*) DESC LIMIT 3")
    with_sites = plain(county, "SELECT grid_id FROM house WHERE building_id IS NOT NULL GROUP BY 1 ORDER BY count(*) DESC LIMIT 3")
    for grid in [*Random(3).sample(grids, 20), *(row[0] for row in busiest + with_sites)]:
        families = (
            "SELECT DISTINCT household_id FROM home JOIN house ON house.id = house_id"
            " WHERE to_date IS NULL AND role IN ('only', 'residence') AND grid_id = ?"
        )
        people = f"FROM resident WHERE left_on IS NULL AND household_id IN ({families})"
        with county_file.reading(county) as connection:
            card = describe_grid(connection, grid)
        expected = (
            plain(county, "SELECT count(*) FROM house WHERE grid_id = ?", grid)[0][0],
            plain(county, f"SELECT count(*) FROM ({families})", grid)[0][0],
            plain(county, f"SELECT count(*) {people}", grid)[0][0],
            plain(county, f"SELECT count(*) {people} AND birth_date <= ?", grid, years_before(DAY, 65))[0][0],
            plain(county, f"SELECT count(*) {people} AND birth_date > ?", grid, years_before(DAY, 6))[0][0],
            plain(county, f"SELECT count(*) {people} AND is_disabled = 1", grid)[0][0],
            plain(county, f"SELECT count(*) FROM household WHERE relocated_on IS NOT NULL AND id IN ({families})", grid)[0][0],
            plain(county, "SELECT count(DISTINCT house_id) FROM house_hazard JOIN house ON id = house_id WHERE grid_id = ?", grid)[0][0],
        )
        counts = card.counts
        assert expected == (
            counts.houses,
            counts.households,
            counts.residents,
            counts.elderly,
            counts.children,
            counts.disabled,
            counts.relocated,
            counts.houses_in_hazard,
        )
        [(officer,)] = plain(
            county, "SELECT c.name FROM grid_post p JOIN contact c ON c.id = contact_id WHERE grid_id = ? AND to_date IS NULL", grid
        )
        assert card.officer is not None
        assert card.officer.name == officer


def test_the_gaps_equal_plain_sql_and_are_gone_after_filling_and_back_after_undo(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = gisapp(capsys, "--json", "slots", county).data
    families = plain(county, "SELECT count(*) FROM household WHERE relocated_on IS NOT NULL")[0][0]
    held = dict(plain(county, "SELECT line || '/' || role, count(DISTINCT household_id) FROM slot WHERE to_date IS NULL GROUP BY 1"))
    assert before["families"] == families
    for slot in ("village/sponsor_cadre", "village/unit_cadre", "community/sponsor_cadre", "community/unit_cadre"):
        assert before["missing"][slot] == families - held[slot] > 0
    assert before["missing"]["village/grid_officer"] == before["missing"]["community/grid_officer"] == 0
    for slot in ("village/sponsor_cadre", "village/unit_cadre", "community/sponsor_cadre", "community/unit_cadre"):
        line, role = slot.split("/")
        contact = plain(
            county,
            "SELECT min(id) FROM contact WHERE is_active = 1 AND role = ?2 AND id NOT IN (SELECT contact_id FROM slot WHERE household_id IN"
            " (SELECT id FROM household WHERE relocated_on IS NOT NULL EXCEPT"
            "  SELECT household_id FROM slot WHERE to_date IS NULL AND line = ?1 AND role = ?2))",
            line,
            role,
        )[0][0]
        done = gisapp(capsys, "--json", "assign", county, "--slot", slot, "--contact", contact, "--where", f"missing={slot}").data
        assert done["assigned"] == before["missing"][slot]
        assert done["refused"] == []
    filled = gisapp(capsys, "--json", "slots", county).data
    assert filled["complete"] == families
    assert set(filled["missing"].values()) == {0}
    for _ in range(4):
        gisapp(capsys, "--json", "undo", county)
    assert gisapp(capsys, "--json", "slots", county).data == before


def test_affected_homes_equal_an_independent_computation(county: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    area = shapely.Point(108.50, 32.89).buffer(0.02, quad_segs=128)
    drawn = tmp_path / odd("城关 <内涝>.geojson")
    drawn.write_text(
        json.dumps(
            {"type": "Feature", "properties": {"name": '城关"内涝"<b>', "等级": "橙"}, "geometry": shapely.geometry.mapping(area)},
            ensure_ascii=False,
        )
    )
    found = gisapp(capsys, "--json", "affected", county, "--hazard", drawn).data
    inside = houses_inside(county, area)
    ties = plain(county, "SELECT household_id, house_id FROM home WHERE to_date IS NULL AND state = 'lived_in'")
    families = {family for family, house in ties if house in inside}
    sizes = dict(plain(county, "SELECT household_id, count(*) FROM resident WHERE left_on IS NULL GROUP BY 1"))
    assert found["houses"] == len(inside) > 3_000
    assert found["households"] == len(families)
    assert found["residents"] == sum(sizes[family] for family in families)
    assert found["by_level"]["orange"] == {key: found[key] for key in ("houses", "households", "residents")}
    for key in ("houses", "households", "residents"):
        assert sum(tally[key] for tally in found["by_level"].values()) == found[key]
        assert sum(tally[key] for tally in found["by_grid"].values()) == found[key]
    stored = plain(county, "SELECT house_id FROM hazard_run_house WHERE run_id = ?", found["run"])
    assert {row[0] for row in stored} == inside
    asleep = gisapp(capsys, "--json", "affected", county, "--hazard", drawn, "--at", "sleeping").data
    sleepers = plain(county, "SELECT household_id, sleeping_house_id FROM resident WHERE left_on IS NULL")
    assert asleep["residents"] == sum(house in inside for _, house in sleepers)
    assert asleep["households"] == len({family for family, house in sleepers if house in inside})


def houses_inside(county: Path, area: shapely.Geometry) -> set[int]:
    """Houses in an area given in degrees: the points decoded by hand and moved to degrees, not the area to metres."""
    from pyproj import Transformer

    rows = plain(county, "SELECT id, geom FROM house")
    points = [struct.unpack("<2d", blob[-16:]) for _, blob in rows]
    east, north = zip(*points, strict=True)
    degrees = Transformer.from_crs(4545, 4326, always_xy=True).transform(east, north)
    tree = shapely.STRtree(shapely.points(*degrees))
    return {rows[place][0] for place in tree.query(area, predicate="intersects")}


def test_the_tour_leaves_everything_it_says(
    sample_county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, no_network: None
) -> None:
    from python_calamine import CalamineWorkbook

    from gisapp import paths

    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "家"))
    shutil.copy(sample_county, paths.sample_county())
    said = gisapp(capsys, "--json", "tour", tmp_path / "结果").data
    steps = {step["step"]: step for step in said["steps"]}
    flood = steps["flood"]
    book, sheet = (Path(file) for file in flood["files"])
    listed = CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()
    heads = next(place for place, row in enumerate(listed) if "户主" in row)
    assert len(listed) - heads - 1 == flood["households"]
    text = subprocess.run(["pdftotext", "-layout", sheet, "-"], capture_output=True, check=True).stdout.decode()
    assert "电话名单" in text
    assert "示例数据" in text
    assert f"{flood['households']:,}" in text
    fonts = subprocess.run(["pdffonts", sheet], capture_output=True, check=True).stdout.decode().splitlines()[2:]
    assert fonts
    assert all(" yes " in line for line in fonts)
    assert Path(steps["map"]["file"]).read_bytes().startswith(b"\x89PNG")
    assert steps["webmap"]["bytes"] < 8_000_000
    page, log = opened(Path(steps["webmap"]["file"]), tmp_path / "profile")
    assert Body(page).attributes.get("data-drawn") == "4386"
    assert "Uncaught" not in log
    slots = steps["slots"]
    assert slots["complete"] < slots["after"] <= slots["complete"] + slots["assigned"]


def test_the_check_finds_nothing_wrong_but_work_to_do(county: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = gisapp(capsys, "--json", "check", county)
    assert found.code == 0
    assert {name for name, count in found.data["findings"].items() if count} == {"families_missing_slots"}
