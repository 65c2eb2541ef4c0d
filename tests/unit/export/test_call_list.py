from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from python_calamine import CalamineWorkbook

from gisapp.domain.affected import AffectedRun
from gisapp.export.call_list import call_list_sheet

if TYPE_CHECKING:
    from sqlite_utils import Database

Sheets = dict[str, list[dict[str, Any]]]


@pytest.fixture
def book(db: Database, run: AffectedRun, tmp_path: Path) -> CalamineWorkbook:
    call_list_sheet(db.conn, run, tmp_path / "电话 名单.xlsx")
    return CalamineWorkbook.from_path(tmp_path / "电话 名单.xlsx")


@pytest.fixture
def sheets(book: CalamineWorkbook) -> Sheets:
    """Sheet -> rows as {title: cell}; the header is the first row with more than one cell filled."""
    found: Sheets = {}
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python()
        header = next(at for at, row in enumerate(rows) if sum(cell != "" for cell in row) > 1)
        found[name] = [dict(zip(rows[header], row, strict=True)) for row in rows[header + 1 :]]
    return found


def test_the_question_stands_on_top_of_every_sheet(book: CalamineWorkbook, run: AffectedRun) -> None:
    assert book.sheet_names == ["电话名单", "按联系人", "汇总", "空置原住房", "空置住房", "去自己另一处住房"]
    for name in book.sheet_names:
        notes = [row[0] for row in book.get_sheet_by_name(name).to_python()[:4]]
        assert notes[0] == run.question.sentence
        assert notes[2:] == ["电话已脱敏。", "示例数据：人物与电话均为虚构。"]


def test_every_affected_family_is_listed_once(sheets: Sheets) -> None:
    assert Counter(row["户编号"] for row in sheets["电话名单"]) == Counter(["H001", "H002", "H003", "H005"])


def test_the_list_goes_from_grid_to_grid(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    turned = replace(run, calls=tuple(sorted(run.calls, key=lambda call: call.grid_code, reverse=True)))
    assert [call.grid_code for call in turned.calls] != sorted(call.grid_code for call in turned.calls)
    call_list_sheet(db.conn, turned, tmp_path / "a.xlsx")
    for name in ("电话名单", "去自己另一处住房"):
        rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name(name).to_python()
        at = next(row for row in rows if "网格编号" in row).index("网格编号")
        codes = [row[at] for row in rows if str(row[at]).isdigit()]
        assert codes == sorted(codes)


def test_families_nobody_can_reach_come_first_whatever_their_grid(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    last = replace(run.calls[-1], is_reachable=False, grid_code="Z999", code="H900")
    call_list_sheet(db.conn, replace(run, calls=(*run.calls[:-1], last)), tmp_path / "a.xlsx")
    rows = CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("电话名单").to_python()
    header = next(number for number, row in enumerate(rows) if "户编号" in row)
    assert rows[header + 1][rows[header].index("户编号")] == "H900"


def test_every_family_stands_once_under_whoever_must_call_it(sheets: Sheets) -> None:
    rows = {row["户编号"]: row for row in sheets["按联系人"]}
    assert sorted(rows) == ["H001", "H002", "H003", "H005"]
    assert len(rows) == len(sheets["按联系人"])
    assert (rows["H005"]["该谁通知"], rows["H005"]["为什么由此人通知"]) == ("联系人7", "主责")
    assert (rows["H001"]["该谁通知"], rows["H001"]["为什么由此人通知"]) == ("联系人1", "险区里住房的网格员")


def test_a_row_says_whom_to_call(sheets: Sheets) -> None:
    row = next(row for row in sheets["电话名单"] if row["户编号"] == "H005")
    assert row["等级"] == "橙色"
    assert row["门牌"] == "西山村2组2号"
    assert (row["社区线主责"], row["社区线电话"]) == ("联系人7", "121****0007")
    assert (row["网格员"], row["网格员电话"]) == ("联系人3", "121****0003")
    assert (row["避险点"], row["怎样定的"]) == ("东社区小学", "最近的，直线")
    assert row["自己有安全住房"] == "是"


def test_no_phone_is_written_in_full(book: CalamineWorkbook) -> None:
    cells = [cell for name in book.sheet_names for row in book.get_sheet_by_name(name).to_python() for cell in row]
    assert not [cell for cell in cells if str(cell).startswith(("1200000", "1210000"))]


def test_figures_add_up_and_equal_the_list(sheets: Sheets) -> None:
    parts: dict[str, list[dict[str, Any]]] = {}
    for row in sheets["汇总"]:
        parts.setdefault(row["分项"], []).append(row)
    total = parts["合计"][0]
    for part in ("按等级（每户只计一次，取最重）", "按网格"):
        for column in ("住房（处）", "户", "人"):
            assert sum(row[column] for row in parts[part]) == total[column]
    assert total["户"] == len(sheets["电话名单"])
    assert total["人"] == sum(row["应转移人数"] for row in sheets["电话名单"])
    assert parts["空置的原住房（财产）"][0]["住房（处）"] == len(sheets["空置原住房"])
    assert parts["自己另有安全住房"][0]["户"] == len(sheets["去自己另一处住房"])


def test_property_and_own_homes_are_lists_apart(sheets: Sheets) -> None:
    assert [(row["门牌"], row["户主"], row["现住"]) for row in sheets["空置原住房"]] == [("西山村1组2号", "吴六", "紫云南郡3号楼1单元101")]
    assert [row["自己的安全住房"] for row in sheets["去自己另一处住房"]] == ["紫云南郡3号楼2单元501"]
