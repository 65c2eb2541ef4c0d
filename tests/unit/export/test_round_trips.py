"""What the county gives out as roads, rivers, flats, attributes and figures comes back as nothing new and nothing changed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import shapely

from gisapp.domain.ledger import LedgerKind
from gisapp.export.county_tables import ExportKind
from gisapp.export.export_kind import MAPS, export_kind, export_revealed
from gisapp.export.export_order import ExportOrder
from gisapp.services.families.choose_families import find_unit
from gisapp.services.ledger.import_ledger import LedgerPlan, preview_ledger
from gisapp.services.ledger.map_table import read_places
from tests.builders import opened
from tests.unit.readers.files import Feature
from tests.unit.readers.ledgers import text_file
from tests.unit.services.map_files import at, gpkg, imported, sql

TABLES = (".xlsx", ".csv")
GROUND = {ExportKind.ROADS: "roads", ExportKind.WATERWAYS: "waterways"}
ATTRIBUTES = (
    ("户编号", "低保类别", "年收入（元）", "是否监测户", "入保日期", "code"),
    ("H001", "一类", "3,500.5", "是", "2024-03-01", "甲"), ("H003", "二类", "", "否", "", ""), ("H005", "", "12", "", "2025年1月2日", "乙"),
)  # fmt: skip
FIGURES = (
    ("镇", "村", "网格", "户编号", "日期", "人均收入", "达标户数"),
    ("西镇", "西山村", "", "", "2025-12-31", "12,800.5", "3"), ("西镇", "", "", "", "2025-12-31", "", "9"),
    ("", "", "G001", "", "2026-06-30", "", "0"), ("", "", "", "H003", "2026-06-30", "-2", ""),
    ("", "西山村", "", "", "2026-06-30", "1", "1"),
)  # fmt: skip


def line(*places: tuple[float, float]) -> shapely.Geometry:
    return shapely.LineString([at(x, y) for x, y in places])


@pytest.fixture
def filled(county: Path, tmp_path: Path) -> Path:
    """The tiny county with roads, rivers, flats, attributes and figures."""
    ways: tuple[Feature, ...] = (
        (line((0, 100), (4000, 120)), {"名称": "G316国道", "等级": "国道"}),
        (shapely.MultiLineString([line((100, 0), (120, 900)), line((200, 0), (220, 900))]), {"名称": "通村路", "等级": "四级"}),
        (line((300, 0), (320, 900)), {"名称": "", "等级": ""}),
    )
    for kind in GROUND.values():
        imported(county, gpkg(tmp_path / f"{kind}.gpkg", ways), kind)
    rooms = (
        ("安置点", "楼栋", "单元", "房号", "单元数", "层数"),
        ("紫云南郡", "5栋", "", "", "3", "11"),
        ("紫云南郡", "5号楼", "3", "1102", "", ""),
    )
    imported(county, text_file(tmp_path / "房.csv", rooms), "settlements")
    imported(county, text_file(tmp_path / "属性.csv", ATTRIBUTES), "attributes")
    imported(county, text_file(tmp_path / "指标.csv", FIGURES), "indicators")
    return county


def came_back(county: Path, path: Path, kind: ExportKind, wanted: str) -> LedgerPlan:
    """Export, read again, and what would become of every row."""
    with opened(county) as db:
        export_kind(db.conn, path, ExportOrder(kind))
        return preview_ledger(db.conn, read_places(db.conn, path, LedgerKind(wanted)))


def listed(county: Path, folder: Path, kind: ExportKind, unit: str | None = None) -> list[dict[str, Any]]:
    with opened(county) as db:
        export_kind(db.conn, folder / "a.json", ExportOrder(kind, find_unit(db.conn, unit) if unit else None))
    found: list[dict[str, Any]] = json.loads((folder / "a.json").read_text("utf-8"))
    return found


@pytest.mark.parametrize("ending", sorted(set(MAPS) - {".zip"}))
@pytest.mark.parametrize("kind", GROUND)
def test_roads_and_rivers_come_back_as_the_same(filled: Path, tmp_path: Path, kind: ExportKind, ending: str) -> None:
    plan = came_back(filled, tmp_path / f"出{ending}", kind, GROUND[kind])
    assert (plan.new, plan.changed, plan.refused) == ((), (), ())
    assert plan.same == plan.rows >= 3


@pytest.mark.parametrize("ending", [*TABLES, ".gpkg", ".geojson", ".kml", ".shp"])
def test_flats_come_back_as_the_same(filled: Path, tmp_path: Path, ending: str) -> None:
    plan = came_back(filled, tmp_path / f"出{ending}", ExportKind.ROOMS, "settlements")
    assert (plan.new, plan.changed, plan.refused) == ((), (), ())
    assert plan.same == plan.rows >= 2


@pytest.mark.parametrize("ending", TABLES)
@pytest.mark.parametrize("kind", [ExportKind.ATTRIBUTES, ExportKind.INDICATORS])
def test_attributes_and_figures_come_back_as_the_same(filled: Path, tmp_path: Path, kind: ExportKind, ending: str) -> None:
    plan = came_back(filled, tmp_path / f"出{ending}", kind, kind.value)
    assert (plan.new, plan.changed, plan.refused) == ((), (), ())
    assert plan.same == plan.rows >= 3


def test_every_figure_stands_in_its_column_and_day(filled: Path, tmp_path: Path) -> None:
    found = {
        (row["village"] or row["grid"] or row["code"] or row["town"], row["day"]): row
        for row in listed(filled, tmp_path, ExportKind.INDICATORS)
    }
    assert found["西山村", "2025-12-31"]["人均收入"] == 12_800.5
    assert (found["G001", "2026-06-30"]["人均收入"], found["G001", "2026-06-30"]["达标户数"]) == (None, 0)
    assert found["H003", "2026-06-30"]["人均收入"] == -2
    assert found["西镇", "2025-12-31"]["达标户数"] == 9
    assert len(found) == 5


def test_an_attribute_called_like_a_column_of_ours_is_kept_apart(filled: Path, tmp_path: Path) -> None:
    rows = listed(filled, tmp_path, ExportKind.ATTRIBUTES)
    assert [(row["code"], row["低保类别"], row["年收入（元）"]) for row in rows] == [
        ("H001", "一类", 3_500.5),
        ("H003", "二类", None),
        ("H005", None, 12),
    ]
    assert [row["code_"] for row in rows] == ["甲", None, "乙"]


def test_a_unit_narrows_them(filled: Path, tmp_path: Path) -> None:
    assert [row["name"] for row in listed(filled, tmp_path, ExportKind.ROADS, "东社区")] == ["G316国道"]
    assert {row["village"] for row in listed(filled, tmp_path, ExportKind.INDICATORS, "西山村")} >= {"西山村"}
    assert listed(filled, tmp_path, ExportKind.INDICATORS, "东社区") == []
    west = {row["code"] for row in listed(filled, tmp_path, ExportKind.ATTRIBUTES, "西山村")}
    east = {row["code"] for row in listed(filled, tmp_path, ExportKind.ATTRIBUTES, "东社区")}
    assert west | east == {"H001", "H003", "H005"}
    assert not west & east


def test_numbers_in_attributes_are_masked_until_a_reason_is_given(county: Path, tmp_path: Path) -> None:
    rows = (("户编号", "电话", "旧号码"), ("H001", "12000000099", "12000000098"))
    imported(county, text_file(tmp_path / "属性.csv", rows), "attributes")
    assert sql(county, "SELECT DISTINCT content FROM attribute") == [("text",)]
    with opened(county) as db:  # as a county keeps them whose phones came in before they were told from figures
        db["attribute"].update(2, {"content": "number"})
    [found] = listed(county, tmp_path, ExportKind.ATTRIBUTES)
    assert (found["电话"], found["旧号码"]) == ("120****0099", "120****0098")
    for ending in (".xlsx", ".csv", ".gpkg", ".shp"):
        with opened(county) as db:
            export_kind(db.conn, tmp_path / f"c{ending}", ExportOrder(ExportKind.ATTRIBUTES))
        assert b"12000000098" not in (tmp_path / f"c{ending}").read_bytes()
    with opened(county) as db:
        export_revealed(db, tmp_path / "b.json", ExportOrder(ExportKind.ATTRIBUTES), who="我", reason="核对")
        assert db.conn.execute("SELECT why FROM history ORDER BY id DESC").fetchone() == ("核对",)
    assert json.loads((tmp_path / "b.json").read_text("utf-8"))[0]["电话"] == "12000000099"
