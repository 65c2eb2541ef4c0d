from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from gisapp.export.plain_table import csv_cell, write_csv, write_json
from gisapp.export.table import Column, Content, Table

COLUMNS = (Column("name", "姓名", 10), Column("count", "人数", 6, Content.INTEGER))


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\n=1", "＝1"])
def test_a_text_that_would_be_a_formula_is_quoted(text: str) -> None:
    assert str(csv_cell(text, Content.TEXT)).startswith("'")


def test_digits_excel_would_round_or_shorten_are_kept_as_text() -> None:
    assert csv_cell("612422199001011234", Content.TEXT) == "\t612422199001011234"
    assert csv_cell("0123", Content.TEXT) == "\t0123"
    assert csv_cell("199****0001", Content.TEXT) == "199****0001"
    assert csv_cell(-5, Content.INTEGER) == -5


def test_a_csv_has_a_mark_for_excel_and_keeps_commas_quotes_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "名单.csv"
    nasty = '张,"三"\n<b>'
    assert write_csv(path, Table("t", COLUMNS, [(nasty, 3), (None, None)])) == 2
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    with path.open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file)) == [["姓名", "人数"], [nasty, "3"], ["", ""]]


def test_json_is_a_list_of_objects_under_the_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    write_json(path, Table("t", COLUMNS, [("张三", 3), ("李\n四", None)]))
    assert json.loads(path.read_text(encoding="utf-8")) == [{"name": "张三", "count": 3}, {"name": "李\n四", "count": None}]
    write_json(path, Table("t", COLUMNS, []))
    assert json.loads(path.read_text(encoding="utf-8")) == []
