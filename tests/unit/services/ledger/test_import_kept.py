"""Columns of other departments kept under their own names: attributes of households, dated indicators."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from gisapp.domain.kept import Content, content_of, read_number
from gisapp.services.county.undo import undo
from gisapp.services.families.describe_household import describe_household
from tests.builders import ALONE, opened
from tests.stories.command import gisapp
from tests.unit.readers.ledgers import workbook
from tests.unit.services.ledger.test_import_ledger import facts, imported, number, outcome, sql

HEADER = ("户编号", "户主姓名", "低保类别", "年收入（元）", "是否监测户", "认定日期")
ROWS = (
    ("H001", "赵一", "B类", "12,000", "是", "2024.3.1"), ("H002", "钱二", "C类", 8000, "否", "2024年5月"),
    ("H777", "外人", "A类", 1, "是", "2024-01-01"),
)  # fmt: skip
KEPT = (
    "SELECT k.code, a.name, a.content, v.value FROM household_attribute v JOIN attribute a ON a.id = v.attribute_id"
    " JOIN household k ON k.id = v.household_id"
)
FIGURES = (
    "SELECT d.name, g.code, k.code, i.name, v.day, v.value FROM indicator_value v JOIN indicator i ON i.id = v.indicator_id"
    " LEFT JOIN division d ON d.id = v.division_id LEFT JOIN grid g ON g.id = v.grid_id"
    " LEFT JOIN household k ON k.id = v.household_id ORDER BY v.id"
)


def book(folder: Path, rows: Sequence[Sequence[Any]], header: Sequence[str] = HEADER, *, title: str = "监测户名单") -> Path:
    return workbook(folder / "其他部门.xlsx", ((title,), header, *rows))


def test_unknown_columns_are_kept_with_name_and_content(county: Path, tmp_path: Path) -> None:
    done = imported(county, book(tmp_path, ROWS), "attributes")
    assert outcome(done.plan) == (2, 0, 0, 1)
    assert done.plan.refused[0].reason == "县里没有这个户编号"
    assert sql(county, f"{KEPT} WHERE k.code = 'H001' ORDER BY a.id") == [
        ("H001", "低保类别", "text", "B类"), ("H001", "年收入（元）", "number", "12000"),
        ("H001", "是否监测户", "yes_no", "1"), ("H001", "认定日期", "date", "2024-03-01"),
    ]  # fmt: skip


def test_twice_is_nothing_new_and_a_change_shows_both_values(county: Path, tmp_path: Path) -> None:
    imported(county, book(tmp_path, ROWS), "attributes")
    assert outcome(imported(county, book(tmp_path, ROWS), "attributes").plan) == (0, 0, 2, 1)
    again = imported(county, book(tmp_path, [("H001", "赵一", "A类", "", "", "")]), "attributes")
    [change] = again.plan.changed
    assert [(one.title, one.old, one.new) for one in change.differences] == [("低保类别", "B类", "A类")]
    assert len(sql(county, KEPT)) == 8


def test_an_undo_takes_everything_back(county: Path, tmp_path: Path) -> None:
    with opened(county) as db:
        before = facts(db.conn)
    imported(county, book(tmp_path, ROWS), "attributes")
    imported(county, book(tmp_path, [("H001", "", "A类", "5", "", "")]), "attributes")
    with opened(county) as db:
        undo(db, who="甲")
        undo(db, who="甲")
        assert facts(db.conn) == before


def test_columns_are_chosen_by_hand_and_the_choice_is_remembered(county: Path, tmp_path: Path) -> None:
    imported(county, book(tmp_path, ROWS), "attributes", mapping="年收入（元）=,认定日期=,是否监测户=")
    imported(county, book(tmp_path, ROWS), "attributes")
    assert {row[1] for row in sql(county, KEPT)} == {"低保类别"}


def test_families_are_found_by_anybodys_number_and_contradictions_refused(county: Path, tmp_path: Path) -> None:
    wife = number("11010519700501005")
    with opened(county) as db:
        db.conn.execute("UPDATE resident SET id_number = ? WHERE id = 3", (wife,))
        db.conn.commit()
    header = ("户编号", "身份证号", "姓名", "备考")
    rows = [
        ("", wife, "孙三", "甲"),
        ("H001", wife, "孙三", "乙"),
        ("", "4.2E+17", "丙", "丙"),
        ("H002", "", "", "丁"),
        ("H003", "", "", "#N/A"),
    ]
    done = imported(county, book(tmp_path, rows, header), "attributes")
    assert outcome(done.plan) == (1, 0, 0, 4)
    assert sql(county, KEPT) == [("H002", "备考", "text", "甲")]
    assert [one.row for one in done.plan.refused] == [4, 5, 6, 7]


def test_a_value_that_does_not_fit_its_column_is_refused_with_the_reason(county: Path, tmp_path: Path) -> None:
    imported(county, book(tmp_path, ROWS), "attributes")
    done = imported(county, book(tmp_path, [("H003", "", "", "很多", "", "")]), "attributes")
    assert outcome(done.plan) == (0, 0, 0, 1)
    assert "应填数字" in done.plan.refused[0].reason


def test_the_card_of_a_family_shows_them_masked(county: Path, tmp_path: Path) -> None:
    imported(county, book(tmp_path, [("H001", "", "电 12000000099", "3.50", "是", "")]), "attributes")
    imported(county, book(tmp_path, [("H001", "2025", 7), ("H001", "2026-01-31", 9)], ("户编号", "年度", "评分")), "indicators")
    with opened(county) as db:
        kept = describe_household(db.conn, ALONE).kept
    assert kept == (("低保类别", "电 120****0099"), ("年收入（元）", "3.5"), ("是否监测户", "是"), ("评分", "9（2026-01-31）"))


def test_indicators_are_dated_figures_of_villages_grids_and_families(county: Path, tmp_path: Path) -> None:
    header = ("村", "网格", "户编号", "统计时间", "人均收入", "达标户数")
    rows = [
        ("西山村", "", "", "2025年12月", "12,800.5", 3), ("西山村", "G001", "", "2026-06-30", "", 0), ("", "", "H003", "2026.6.30", -2, ""),
        ("西山村", "", "", "2026年12月", "多", ""), ("无此村", "", "", "2026-01-01", 1, 1), ("东社区", "", "", "", 1, 1),
    ]  # fmt: skip
    done = imported(county, book(tmp_path, rows, header), "indicators")
    assert outcome(done.plan) == (3, 0, 0, 3)
    assert sql(county, FIGURES) == [
        ("西山村", None, None, "人均收入", "2025-12-01", 12800.5), ("西山村", None, None, "达标户数", "2025-12-01", 3.0),
        (None, "G001", None, "达标户数", "2026-06-30", 0.0), (None, None, "H003", "人均收入", "2026-06-30", -2.0),
    ]  # fmt: skip
    again = imported(county, book(tmp_path, rows, header), "indicators")
    assert outcome(again.plan) == (0, 0, 3, 3)
    with opened(county) as db:
        undo(db, who="甲")
    assert sql(county, FIGURES) == []
    assert sql(county, "SELECT * FROM indicator") == []


def test_they_are_listed_and_written_out_and_come_back_as_nothing_new(
    county: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    imported(county, book(tmp_path, ROWS), "attributes")
    imported(county, book(tmp_path, [("西山村", "2025-12-31", 5)], ("村", "日期", "户数")), "indicators")
    out = tmp_path / "附加.xlsx"
    data = gisapp(capsys, "--json", "attributes", county, "--out", out).data
    assert data["attributes"][0] == {"name": "低保类别", "content": "text", "households": 2}
    assert data["indicators"] == [{"name": "户数", "values": 1, "first": "2025-12-31", "last": "2025-12-31"}]
    assert CalamineWorkbook.from_path(str(out)).get_sheet_by_name("指标").to_python()[1][0] == "610999100201"
    back = gisapp(capsys, "--json", "import", county, out, "--as", "attributes", "--sheet", "附加属性").data
    assert (back["new"], back["changed"], back["same"]) == (0, 0, 2)
    assert "低保类别（文字）：2 户" in gisapp(capsys, "attributes", county).out


@pytest.mark.parametrize(
    ("texts", "content"),
    [(("1", "2.50", "1,000"), Content.NUMBER), (("007", "12"), Content.TEXT), (("610921199001010011",), Content.TEXT),
     (("是", "否"), Content.YES_NO), (("1", "0"), Content.NUMBER), (("2024.1.2", "2024年3月"), Content.DATE),
     (("20240102",), Content.NUMBER), (("", "甲"), Content.TEXT), ((), Content.TEXT)],
)  # fmt: skip
def test_what_a_column_holds_is_judged_from_all_of_it(texts: tuple[str, ...], content: Content) -> None:
    assert content_of(texts) is content


def test_a_code_is_no_number() -> None:
    assert [read_number(text) for text in ("007", "1e5", "1,00", "1234567890123456", "")] == [None] * 5
