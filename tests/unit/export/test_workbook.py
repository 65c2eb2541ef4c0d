from __future__ import annotations

import errno
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from gisapp.errors import BadFile, BadRequest, Cancelled
from gisapp.export import workbook
from gisapp.export.table import Column, Content, Table
from gisapp.export.workbook import sheet_names, write_workbook

TEXT = (Column("a", "列", 20),)


def written(path: Path, value: object, content: Content = Content.TEXT) -> object:
    write_workbook(path, [Table("表", (Column("a", "列", 20, content),), [(value,)])])
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1][0]


def inside(path: Path) -> str:
    with zipfile.ZipFile(path) as book:
        return "".join(book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets"))


NASTY = ("=1+1", "+8613", "-5", "@SUM(A1)", '=LINK("http://x")', "http://example.invalid", "'quoted", '"', "{=1}", "第一行\n第二行")


@pytest.mark.parametrize("text", NASTY)
def test_text_stays_text(tmp_path: Path, text: str) -> None:
    path = tmp_path / "名单.xlsx"
    assert written(path, text) == text
    assert "<f>" not in inside(path)
    assert "hyperlink" not in inside(path).lower()


def test_long_rows_of_digits_keep_every_digit(tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx", "612422199001011234") == "612422199001011234"
    assert written(tmp_path / "b.xlsx", "01234567890") == "01234567890"


def test_characters_no_workbook_carries_are_left_out(tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx", "甲\x00\x0b\x1f\ufffe乙\r\n丙") == "甲乙\n丙"


def test_text_that_looks_like_an_escape_is_escaped(tmp_path: Path) -> None:
    written(path := tmp_path / "a.xlsx", "_x0041_")
    assert "_x005F_x0041_" in inside(path)


def test_text_longer_than_a_cell_says_that_it_was_cut(tmp_path: Path) -> None:
    kept = written(tmp_path / "a.xlsx", "长" * 40_000)
    assert isinstance(kept, str)
    assert len(kept) < 32_767
    assert kept.endswith("已截断）")


@given(text=st.text(max_size=60))
@settings(max_examples=40, deadline=None)
def test_any_text_makes_a_readable_workbook(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "a.xlsx"
    write_workbook(path, [Table("表", (*TEXT, *TEXT), [(text, "末")])])
    assert CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[1][1] == "末"


def test_numbers_and_days_are_numbers_and_days(tmp_path: Path) -> None:
    assert written(tmp_path / "a.xlsx", 1234, Content.INTEGER) == 1234
    assert str(written(tmp_path / "b.xlsx", "2026-07-12", Content.DATE)) == "2026-07-12"
    assert written(tmp_path / "c.xlsx", "不详", Content.DATE) == "不详"
    assert written(tmp_path / "d.xlsx", "1899-01-01", Content.DATE) == "1899-01-01"
    assert written(tmp_path / "e.xlsx", float("nan"), Content.NUMBER) == "nan"


def test_sheet_names_are_legal_and_different() -> None:
    names = sheet_names(["a/b:c?*[1]", "同名", "同名", "", "x" * 40, "'引号'", "History"])
    assert len({name.lower() for name in names}) == len(names)
    assert all(name and len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) and name.strip("'") == name for name in names)
    assert "history" not in {name.lower() for name in names}


def test_header_is_frozen_and_filtered_below_the_notes(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    write_workbook(path, [Table("表", (*TEXT, Column("b", "数", 8, Content.INTEGER)), [("甲", 1)], ("哪些房屋？", "已脱敏"))])
    assert 'topLeftCell="A4"' in inside(path)
    assert '<autoFilter ref="A3:B4"' in inside(path)
    assert CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()[0][0] == "哪些房屋？"


def test_an_empty_table_is_a_sheet_with_its_header(tmp_path: Path) -> None:
    assert write_workbook(tmp_path / "a.xlsx", [Table("空", TEXT, [])]) == 0
    assert CalamineWorkbook.from_path(tmp_path / "a.xlsx").get_sheet_by_name("空").to_python() == [["列"]]


def test_more_rows_than_a_sheet_holds_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    with pytest.raises(BadRequest, match="放不下"):
        write_workbook(tmp_path / "a.xlsx", [Table("表", TEXT, [("甲",)] * 5)])
    assert list(tmp_path.iterdir()) == []


def test_cancelling_leaves_the_former_file(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_text("former")
    with pytest.raises(Cancelled):
        write_workbook(path, [Table("表", TEXT, (("甲",) for _ in range(5_000)))], cancelled=lambda: True)
    assert [file.name for file in tmp_path.iterdir()] == ["a.xlsx"]
    assert path.read_text() == "former"


def test_a_cancel_is_heard_while_the_rows_are_packed(tmp_path: Path) -> None:
    """Rows are a third of the work at county size; what follows must end as soon."""
    path, asked = tmp_path / "a.xlsx", [0]
    path.write_text("former")
    rows = [(f"{'甲' * 200}{number}",) for number in range(400)]

    def written_then_cancelled(after: int) -> bool:
        asked[0] += 1
        return asked[0] > after

    write_workbook(tmp_path / "whole.xlsx", [Table("表", TEXT, rows)], cancelled=lambda: written_then_cancelled(10**9))
    whole, asked[0] = asked[0], 0
    assert whole > 10
    for after in (0, 1, 3, whole // 2, whole - 1):
        asked[0] = 0
        with pytest.raises(Cancelled):
            write_workbook(path, [Table("表", TEXT, rows)], cancelled=lambda limit=after: written_then_cancelled(limit))
        assert sorted(file.name for file in tmp_path.iterdir()) == ["a.xlsx", "whole.xlsx"]
        assert path.read_text() == "former"


def test_a_full_disk_is_one_sentence_and_the_former_file_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    path = tmp_path / "a.xlsx"
    path.write_text("former")
    monkeypatch.setattr("xlsxwriter.workbook.ZipFile", full)
    with pytest.raises(BadFile, match="磁盘已满"):
        write_workbook(path, [Table("表", TEXT, [("甲",)])])
    assert [file.read_text() for file in tmp_path.iterdir()] == ["former"]
