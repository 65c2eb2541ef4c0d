"""The register as a workbook: doors in order, text stays text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from python_calamine import CalamineWorkbook

from gisapp.export.register import write_register
from gisapp.services.families.choose_families import find_unit
from gisapp.services.places.gather_unit import gather_unit
from gisapp.storage.county import county_file


def test_a_register_is_a_workbook_in_the_order_of_the_doors(county: Path, tmp_path: Path) -> None:
    out = tmp_path / "册 'x'.xlsx"
    with county_file.reading(county) as connection:
        families = gather_unit(connection, find_unit(connection, "东社区"))
        assert write_register(connection, out, families, place="东社区") == len(families) == 3
    rows = CalamineWorkbook.from_path(str(out)).get_sheet_by_index(0).to_python()
    head = next(at for at, row in enumerate(rows) if "户主" in row)
    assert any("示例数据" in str(row[0]) for row in rows[:head])
    found = [dict(zip(rows[head], row, strict=True)) for row in rows[head + 1 :]]
    assert [(row["序号"], row["楼栋"], row["单元"], row["房号"], row["户主"], row["人数"]) for row in found] == [
        (1, "3号楼", 1, "101", "吴六", 2), (2, "3号楼", 2, "501", "王八", 2), (3, "3号楼", 2, "601", "陈十", 1),
    ]  # fmt: skip
    assert [(row["六岗"], row["两头跑"], row["重点人群"]) for row in found][:2] == [("齐全", "", ""), ("缺 村线·包联干部", "是", "老1")]
    assert found[1]["电话"] == "120****0009"


def test_a_name_like_a_formula_stays_a_name(county: Path, tmp_path: Path) -> None:
    with county_file.reading(county) as connection:
        (first, *_) = gather_unit(connection, find_unit(connection, "3号楼"))
        write_register(connection, tmp_path / "a.xlsx", [replace(first, head="=1+1<script>\n'")], place="3号楼")
    rows = CalamineWorkbook.from_path(str(tmp_path / "a.xlsx")).get_sheet_by_index(0).to_python()
    assert any("=1+1<script>\n'" in row for row in rows)
