"""The sheet of a roll call: every family masked, filled in by hand, read back once."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.domain.roll_call import MovedTo, PlaceKind, RollState
from gisapp.errors import BadFile
from gisapp.export.roll_call_sheet import write_roll_call_sheet
from gisapp.services.county.undo import undo
from gisapp.services.roll_call.list_roll_call import known_of, list_roll_call
from gisapp.services.roll_call.merge_roll_call import merge_roll_call, preview_merge
from tests.builders import ALONE, SHARING, TWO_ENDS
from tests.unit.services.two_desks import NOW, figures, write


def sheet(db: Database, path: Path) -> Path:
    write_roll_call_sheet(db.conn, list_roll_call(db.conn, 1), path, run=1)
    return path


def filled(path: Path, answers: dict[str, tuple[object, ...]]) -> Path:
    """A workbook as somebody filled it in: code -> (answer, place, time, who, note)."""
    import xlsxwriter

    with closing(xlsxwriter.Workbook(str(path))) as book:
        page = book.add_worksheet("点名表")
        for at, row in enumerate(
            (
                ("点名表",),
                (),
                ("户主", "点名结果", "去了哪里", "几点", "谁记的", "备注", "户编号"),
                *((code, *words, code) for code, words in answers.items()),
            )
        ):
            page.write_row(at, 0, row)
    return path


def test_the_sheet_lists_every_family_masked_and_reads_back_empty(here: Database, tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    write(here, ALONE, RollState.CALLED, -20, who="甲")
    path = sheet(here, tmp_path / "表.xlsx")
    book = CalamineWorkbook.from_path(str(path))
    assert book.sheet_names == ["点名表", "按镇", "按村 社区", "按网格"]
    rows = book.get_sheet_by_name("点名表").to_python()
    assert [row[-1] for row in rows[-4:]] == ["H001", "H002", "H003", "H005"]
    assert "已通知" in str(rows[-4])
    assert "1200000" not in str(rows)
    assert figures(preview_merge(here.conn, path, who="甲")) == (0, 0, 0, 0, 0)


def test_a_filled_sheet_is_read_back_once_with_refusals_by_line(here: Database, tmp_path: Path) -> None:
    answers: dict[str, tuple[object, ...]] = {
        "H001": ("已转移", "东社区小学", "", "", "坐校车"),
        "H002": ("不肯走", "", f"{NOW - timedelta(minutes=30):%H:%M}", "老王", ""),
        "H003": ("走了", "", "", "", ""),
        "H005": ("3", "自己的另一处住房", f"{NOW - timedelta(minutes=30):%Y-%m-%d %H:%M}", "", ""),
        "H999": ("已通知", "", "", "", ""),
    }
    path = filled(tmp_path / "填好.xlsx", answers)
    result, change = merge_roll_call(here, path, who="甲")
    assert figures(result) == (5, 3, 0, 0, 2)
    assert [(one.row, one.code) for one in result.refused] == [(6, "H003"), (8, "H999")]
    known = known_of(here.conn, 1)
    assert {family: (entry.state.value, entry.who) for family, entry in known.items()} == {
        ALONE: ("moved", "甲"),
        SHARING: ("refused", "老王"),
        TWO_ENDS: ("moved", "甲"),
    }
    assert known[ALONE].moved_to == MovedTo(PlaceKind.SAFE_SITE, "东社区小学", 1)
    assert known[TWO_ENDS].moved_to == MovedTo(PlaceKind.OWN_HOME, "自己的另一处住房")
    assert change is not None
    assert figures(merge_roll_call(here, path, who="甲", now=NOW + timedelta(hours=1))[0]) == (5, 0, 0, 3, 2)
    undo(here, who="甲")
    assert known_of(here.conn, 1) == {}


def test_a_workbook_that_is_no_roll_call_is_refused(here: Database, tmp_path: Path) -> None:
    import xlsxwriter

    path = tmp_path / "别的.xlsx"
    with closing(xlsxwriter.Workbook(str(path))) as book:
        book.add_worksheet().write_row(0, 0, ("姓名", "电话"))
    with pytest.raises(BadFile, match="这不是点名表"):
        preview_merge(here.conn, path, who="甲")
