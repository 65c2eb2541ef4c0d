"""Settlement sites with buildings and rooms, from a map or a spreadsheet: what is there stays, what is new is numbered like ours."""

from __future__ import annotations

from pathlib import Path

import shapely

from tests.unit.readers.files import Feature, geojson
from tests.unit.services.map_files import at, cell, doubts, gpkg, imported, outcome, place_of, previewed, reasons, sql, told


def written(path: Path, *rows: str) -> Path:
    path.write_text("\n".join(rows) + "\n", encoding="utf-8-sig")
    return path


def test_sites_of_a_map_come_in_by_name_and_place(county: Path, tmp_path: Path) -> None:
    features: tuple[Feature, ...] = (
        (at(2500, 500), {"安置点名称": "紫云南郡", "所属社区": "东社区"}),
        (cell(3000, 1000, 200, 200), {"安置点名称": "兴隆佳苑", "所属社区": ""}),
    )
    plan = imported(county, gpkg(tmp_path / "点.gpkg", features), "settlements").plan
    assert outcome(plan) == (1, 0, 1, 0)
    assert doubts(plan) == {2: ["面取其中的一点"]}
    assert sql(county, "SELECT name, division_id FROM settlement_site WHERE id > 1") == [("兴隆佳苑", 5)]
    assert place_of(county, "settlement_site", "name = '兴隆佳苑'").within(shapely.box(3000, 1000, 3200, 1200))
    moved = ((at(2600, 500), {"安置点名称": "紫云南郡", "所属社区": "东社区"}),)
    assert told(imported(county, geojson(tmp_path / "移.geojson", moved), "settlements").plan) == {1: [("位置", "", "移动 100 米")]}


def test_buildings_and_rooms_of_a_spreadsheet_are_added_to_what_stands(county: Path, tmp_path: Path) -> None:
    path = written(
        tmp_path / "房间.csv",
        "安置点,楼栋,单元,房号,单元数,层数",
        "紫云南郡,3号楼,1,101,,",
        "紫云南郡,3栋,2,701室,,",
        "紫云南郡,4号楼,,,3,11",
        "紫云南郡,4号楼,3,1102,,",
    )
    plan = imported(county, path, "settlements").plan
    assert outcome(plan) == (3, 0, 1, 0)
    rooms = sql(county, "SELECT number, grid_id, unit, floor, room FROM house WHERE id > 8 ORDER BY id")
    assert rooms == [("紫云南郡3号楼2单元701", 2, 2, 7, "701"), ("紫云南郡4号楼3单元1102", 2, 3, 11, "1102")]
    assert sql(county, "SELECT name, units, floors FROM building ORDER BY id") == [("3号楼", 2, 7), ("4号楼", 3, 11)]


def test_rows_that_cannot_be_taken_are_refused_one_by_one(county: Path, tmp_path: Path) -> None:
    path = written(
        tmp_path / "坏.csv",
        "安置点,社区,楼栋,单元,房号,层数",
        ",东社区,3号楼,1,102,",
        "紫云南郡,,,1,103,",
        "新苑,,1号楼,1,101,",
        "紫云南郡,,3号楼,1,一〇一,",
        "紫云南郡,,3号楼,100,101,",
        "紫云南郡,,5号楼,,,好多",
        "紫云南郡,西社区,,,,",
        "紫云南郡,,6号楼,1,101,",
        "紫云南郡,,6栋,1,101,",
    )
    plan = previewed(county, path, "settlements")
    assert outcome(plan) == (1, 0, 0, 8)
    found = reasons(plan)
    assert found[2] == "没有安置点的名称"
    assert found[3] == "写了房号却没有写楼栋"
    assert found[4] == "看不出属于哪个社区，请写明"
    assert found[5] == "看不懂房号"
    assert found[6] == "应是 1 到 99 之间的整数"
    assert found[7] == "应是 1 到 99 之间的整数"
    assert "西社区" in found[8]
    assert found[10] == "与第 9 行相同"


def test_a_refused_row_leaves_no_site_and_no_building_behind(county: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "半.csv", "安置点,社区,楼栋,单元,房号", "新苑,东社区,1号楼,1,坏了坏了坏了", "紫云南郡,东社区,9号楼,1,?")
    plan = previewed(county, path, "settlements")
    assert outcome(plan) == (0, 0, 0, 2)
    assert plan.writes.insertions == ()


def test_a_building_is_never_said_smaller_than_its_rooms(county: Path, tmp_path: Path) -> None:
    path = written(tmp_path / "楼.csv", "安置点,楼栋,单元,房号,单元数,层数", "紫云南郡,8号楼,,,2,3", "紫云南郡,8号楼,4,1203,,")
    assert outcome(imported(county, path, "settlements").plan) == (2, 0, 0, 0)
    assert sql(county, "SELECT units, floors FROM building WHERE name = '8号楼'") == [(4, 12)]


def test_a_site_said_twice_stays_where_the_first_row_puts_it(county: Path, tmp_path: Path) -> None:
    features: tuple[Feature, ...] = ((at(2600, 500), {"安置点": "紫云南郡"}), (at(3600, 500), {"安置点": "紫云南郡"}))
    plan = imported(county, gpkg(tmp_path / "二.gpkg", features), "settlements").plan
    assert outcome(plan) == (0, 1, 0, 1)
    assert place_of(county, "settlement_site", "id = 1").equals_exact(shapely.Point(2600, 500), 0.1)
