"""Other programs open the county file as it is: GDAL's own validator, GDAL of two ages, layers and cards."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pyogrio
import pytest

from gisapp.domain.lines import slot_from_text
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.services.county.new_county import new_county
from gisapp.services.county.undo import undo
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.storage.county import geopackage
from gisapp.storage.hazards import hazards
from tests.builders import TWO_ENDS, VILLAGE_SPONSOR, add_hazard, box, opened

SYSTEM_PYTHON = "/usr/bin/python3"
GDAL_UTILS = Path(sys.prefix) / "gdal-utils"
TABLES = ("division", "settlement_site", "grid", "house", "former_house", "hazard_area", "safe_site", "waterway", "road")
VIEWS = ("grid_card", "home_card")
READ = """
import json, sys
from osgeo import ogr
ogr.UseExceptions()
found = {}
for layer in ogr.Open(sys.argv[1]):
    shapes = [shape and shape.Clone() for shape in (feature.GetGeometryRef() for feature in layer)]
    valid = all(shape is None or shape.IsValid() for shape in shapes) if layer.GetGeomType() != ogr.wkbNone else None
    names = [layer.GetLayerDefn().GetFieldDefn(i) for i in range(layer.GetLayerDefn().GetFieldCount())]
    found[layer.GetName()] = [layer.GetFeatureCount(), len(shapes), valid, {field.GetName(): field.GetTypeName() for field in names}]
print(json.dumps(found))
"""


@pytest.fixture(scope="module")
def lively(made_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county that was worked with: hazards, an assignment, a run, an undo."""
    path = Path(shutil.copyfile(made_county, tmp_path_factory.mktemp("用过 的") / "用过 'a'.gpkg"))
    with opened(path) as db:
        hazard = add_hazard(db, box(0, 0, 300, 300))
        add_hazard(db, box(0, 0, 150, 150).union(box(2400, 400, 200, 200)), name="滑坡", level="blue")
        assign_contact(db, [TWO_ENDS], slot_from_text("village/sponsor"), VILLAGE_SPONSOR, who="甲")
        find_affected(db, named_areas(db.conn, ["月河洪涝"]), who="甲")
        undo(db, who="甲")
        db.execute("UPDATE hazard_area SET geom = ? WHERE id = ?", (geopackage.encode(box(0, 0, 299, 299), 4545), hazard))
        hazards.refresh_houses(db.conn, [hazard])
        geopackage.refresh_extents(db.conn)
    return path


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("空") / "空县.gpkg"
    new_county(path, county="汉阴县", outline=None)
    return path


@pytest.fixture(params=["empty", "made_county", "lively"])
def any_county(request: pytest.FixtureRequest) -> Path:
    path = request.getfixturevalue(request.param)
    assert isinstance(path, Path)
    return path


def validated(path: Path) -> tuple[int, str]:
    """Exit code and words of GDAL's validator with its extra checks."""
    command = [SYSTEM_PYTHON, "-m", "osgeo_utils.samples.validate_gpkg", "-k", "--extra", str(path)]
    environment = {**os.environ, "PYTHONPATH": str(GDAL_UTILS)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout + done.stderr


def test_gdals_validator_finds_nothing_wrong(any_county: Path) -> None:
    assert validated(any_county) == (0, "")


def test_gdals_validator_does_find_what_is_wrong(county: Path) -> None:
    with closing(sqlite3.connect(county)) as connection, connection:
        connection.execute("DELETE FROM gpkg_extensions WHERE table_name = 'grid'")
    code, words = validated(county)
    assert code == 1
    assert "RTree" in words


def test_every_layer_and_card_is_listed_with_its_rows(any_county: Path) -> None:
    listed = [str(name) for name in pyogrio.list_layers(any_county)[:, 0]]
    assert listed[: len(TABLES) + len(VIEWS)] == [*TABLES, *VIEWS]
    with closing(sqlite3.connect(f"{any_county.as_uri()}?mode=ro", uri=True)) as connection:
        for layer in listed:
            rows = connection.execute(f"SELECT count(*) FROM {layer}").fetchone()[0]  # noqa: S608
            info = pyogrio.read_info(any_county, layer=layer)
            assert info["features"] == rows, layer
            assert layer == "building" or info["crs"] == "EPSG:4545"


def test_the_grid_card_shows_officer_and_counts_as_numbers(lively: Path) -> None:
    cards = pyogrio.read_dataframe(lively, layer="grid_card").set_index("code")
    columns = ["name", "village", "town", "officer", "houses", "households", "residents", "relocated", "houses_in_hazard"]
    assert cards.loc["G001", columns].tolist() == ["第01网格", "西山村", "西镇", "联系人1", 2, 2, 4, 0, 2]
    assert cards.loc["G002", columns].tolist() == ["第02网格", "东社区", "东镇", "联系人2", 3, 3, 5, 3, 3]
    assert all(cards[column].dtype.kind == "i" for column in columns[4:])
    assert cards.geometry.area.tolist() == [4_000_000] * 4


def test_the_home_card_shows_both_leads_the_worst_level_and_no_numbers(lively: Path) -> None:
    homes = pyogrio.read_dataframe(lively, layer="home_card")
    one = homes[(homes.household == "H004") & (homes.role == "residence")].iloc[0]
    assert (one["number"], one["grid"], one["head"], one["residents"], one["hazard_level"]) == (
        "紫云南郡3号楼1单元101",
        "第02网格",
        "吴六",
        2,
        "blue",
    )
    assert (one["village_lead"], one["village_lead_phone"], one["community_lead"]) == ("联系人5", "121****0005", "联系人7")
    levels = dict(zip(homes.household + homes.role, homes.hazard_level, strict=True))
    assert levels["H001only"] == levels["H002only"] == levels["H004origin"] == "red"
    assert (one.geometry.x, one.geometry.y) == (502_500, 3_640_500)
    everything = " ".join(map(str, homes.drop(columns="geometry").to_numpy().ravel()))
    with closing(sqlite3.connect(lively)) as connection:
        for row in connection.execute("SELECT phone FROM resident UNION SELECT id_number FROM resident UNION SELECT phone FROM contact"):
            assert row[0] is None or row[0] not in everything


def test_short_phones_and_odd_id_numbers_stay_hidden_on_the_card(county: Path) -> None:
    with opened(county) as db:
        db.execute("UPDATE resident SET phone = '8212345', id_number = 'A1234567' WHERE id = 1")
        row = db.execute("SELECT phone, id_number FROM home_card WHERE household = 'H001'").fetchone()
    assert row == ("****", "****")


def test_the_older_gdal_of_the_system_reads_the_same(lively: Path) -> None:
    done = subprocess.run([SYSTEM_PYTHON, "-c", READ, str(lively)], capture_output=True, text=True, check=True)
    found = json.loads(done.stdout)
    assert set(found) == {*TABLES, *VIEWS, "building"}
    for layer, (count, read, valid, _) in found.items():
        assert count == read == pyogrio.read_info(lively, layer=layer)["features"]
        assert valid is (None if layer == "building" else True), layer
    fields = found["grid_card"][3]
    assert {fields[name] for name in ("houses", "households", "residents", "relocated", "houses_in_hazard")} == {"Integer64"}
    assert {fields[name] for name in ("code", "name", "village", "town", "officer")} == {"String"}


def test_a_spatial_filter_uses_the_index(lively: Path) -> None:
    west, south = 500_000, 3_640_000
    assert len(pyogrio.read_dataframe(lively, layer="house", bbox=(west, south, west + 150, south + 150))) == 1
    assert pyogrio.read_info(lively, layer="house")["capabilities"]["fast_spatial_filter"]


def test_reading_with_gdal_changes_nothing(county: Path) -> None:
    before = county.read_bytes()
    for layer in (*TABLES, *VIEWS):
        pyogrio.read_dataframe(county, layer=layer)
    validated(county)
    assert county.read_bytes() == before
    assert [file.name for file in county.parent.iterdir()] == [county.name]
