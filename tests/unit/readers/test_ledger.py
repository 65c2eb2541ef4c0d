"""Ledgers in: every format gives the same plain rows, and what is broken is one sentence."""

from __future__ import annotations

import datetime
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisapp.errors import BadFile, BadRequest, Cancelled, GisappError
from gisapp.readers.ledger import opened_ledger
from gisapp.readers.ledger_text import encoding_of, read_text
from tests.unit.readers.ledgers import open_document, text_file, with_part_changed, workbook

ROWS = (("姓名", "身份证号", "电话"), ("王五", "999999198503074217", "012000000001"), ("李 四", "", "a\nb"))


def read(path: Path, **options: str) -> list[tuple[int, list[str]]]:
    """The rows of the first sheet."""
    with opened_ledger(path, encoding=options.get("encoding")) as book:
        return [(number, list(cells)) for number, cells in book.read(book.sheets[0].name)]


def test_a_workbook_an_open_document_and_text_say_the_same(tmp_path: Path) -> None:
    wanted = [(number, list(row)) for number, row in enumerate(ROWS, 1)]
    assert read(workbook(tmp_path / "a.xlsx", ROWS)) == wanted
    assert read(text_file(tmp_path / "a.csv", ROWS)) == [(n, [c.replace("\r\n", "\n") for c in cells]) for n, cells in wanted]
    assert [cells[:2] for _, cells in read(open_document(tmp_path / "a.ods", ROWS))] == [list(row[:2]) for row in ROWS]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le", "big5"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
def test_text_is_read_in_every_encoding_and_separator(tmp_path: Path, encoding: str, separator: str) -> None:
    rows = (("姓名", "電話", "地址"), ("王五", "1", "中山路"), ("李四", "2", "和平路"))
    found = read(text_file(tmp_path / "a.txt", rows, encoding=encoding, separator=separator))
    assert [cells for _, cells in found] == [list(row) for row in rows]


def test_a_rare_character_outside_gbk_survives(tmp_path: Path) -> None:
    rows = (("姓名", "电话"), ("王𠮷㛃", "1"))
    assert read(text_file(tmp_path / "a.csv", rows, encoding="gb18030"))[1][1][0] == "王𠮷㛃"


def test_an_encoding_that_cannot_be_told_is_asked(tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", (("甲乙", "丙丁"), ("王五", "1")), encoding="big5")
    with pytest.raises(BadRequest) as asked:
        read(path)
    assert "--encoding" in asked.value.next_step
    assert read(path, encoding="big5")[0][1] == ["甲乙", "丙丁"]


def test_numbers_dates_and_errors_of_cells_become_text(tmp_path: Path) -> None:
    def more(book: object, sheet: object) -> None:
        look = book.add_format({"num_format": "yyyy年m月d日"})  # type: ignore[attr-defined]
        sheet.write_datetime(3, 0, datetime.date(2021, 9, 3), look)  # type: ignore[attr-defined]
        sheet.write_formula(3, 1, "=1/0", None, "#DIV/0!")  # type: ignore[attr-defined]
        sheet.write_formula(3, 2, "=1+1", None, 2)  # type: ignore[attr-defined]

    path = workbook(tmp_path / "a.xlsx", (*ROWS[:2], (420000199001011234, 13.5, 12000000001)), more=more)
    with opened_ledger(path) as book:
        rows = [cells for _, cells in book.read("Sheet1")]
        notes = book.notes("Sheet1")
    assert rows[2] == ["4.20000199001011E+17", "13.5", "12000000001"]
    assert rows[3] == ["2021-09-03", "#DIV/0!", "2"]
    assert (notes.formulas, notes.errors) == (2, 1)


def test_sheets_are_told_with_counts_and_hidden_ones_marked(tmp_path: Path) -> None:
    def more(book: object, sheet: object) -> None:
        book.add_worksheet("藏").hide()  # type: ignore[attr-defined]

    with opened_ledger(workbook(tmp_path / "a.xlsx", ROWS, more=more)) as book:
        assert [(one.name, one.rows, one.is_hidden) for one in book.sheets] == [("Sheet1", 3, False), ("藏", 0, True)]


def test_a_million_formatted_blank_rows_cost_nothing(tmp_path: Path) -> None:
    def more(book: object, sheet: object) -> None:
        sheet.write_blank(1_048_575, 3, None, book.add_format({"bold": True}))  # type: ignore[attr-defined]

    path = workbook(tmp_path / "a.xlsx", ROWS, more=more)
    assert len(read(path)) == 3


def test_a_table_that_begins_in_the_middle_keeps_its_places(tmp_path: Path) -> None:
    rows = ((), (), (None, None, "姓名", "电话"), (None, None, "王五", "1"))
    assert read(workbook(tmp_path / "a.xlsx", rows)) == [(3, ["", "", "姓名", "电话"]), (4, ["", "", "王五", "1"])]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.xlsx", b""),
        ("坏.xlsx", b"PK\x03\x04 nothing"),
        ("坏.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600),
        ("网页.xls", b"<html><table><tr><td>1</td></tr></table></html>"),
        ("文.pdf", b"%PDF-1.7"),
        ("图.png", b"\x89PNG\r\n"),
        ("假.xlsx", "姓名,电话".encode()),
        ("夹.csv", b"\x00\x01\x02\x03" * 50),
        ("两个零.csv", "姓名,电话\n".encode() + b"\x00\x00\n"),
        ("引号.csv", '姓名,电话\n"王五,1\n'.encode() + b"x,1\n" * 300),
    ],
)
def test_what_is_no_ledger_is_one_clear_sentence(tmp_path: Path, name: str, content: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(BadFile) as refused:
        read(path)
    assert refused.value.message
    assert refused.value.next_step


def test_a_protected_workbook_says_so(tmp_path: Path) -> None:
    path = tmp_path / "密.xlsx"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2000)
    with pytest.raises(BadFile, match="密码"):
        read(path)


def test_a_cell_at_the_end_of_the_sheet_does_not_eat_the_memory(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ROWS)
    bomb = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    with pytest.raises(BadFile, match="太大"):
        read(with_part_changed(path, "xl/worksheets/sheet1.xml", b"</sheetData>", bomb))


def test_reading_stops_when_it_is_cancelled(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx", ROWS)
    with pytest.raises(Cancelled), opened_ledger(path, cancelled=lambda: True):
        pass


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The bytes of one workbook, the same for every try."""
    return workbook(tmp_path_factory.mktemp("whole") / "a.xlsx", ROWS).read_bytes()


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_workbook_with_flipped_bytes_is_read_or_refused(whole: bytes, tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(whole)
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=20)):
        content[place] = data.draw(st.integers(0, 255))
    broken = tmp_path / "b.xlsx"
    broken.write_bytes(bytes(content))
    with suppress(GisappError):
        read(broken)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with suppress(GisappError):
        assert all(any(cells) for _, cells in read_text(path).read(""))


def test_a_byte_order_mark_goes_before_everything(tmp_path: Path) -> None:
    assert encoding_of("姓名".encode("utf-8-sig"), tmp_path, "gb18030") == "utf-8-sig"


def test_cells_guarded_for_excel_lose_their_guard(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('姓名,身份证号,电话\n\'=1+1,\t999999198503074217,"=""0123"""\n', encoding="utf-8")
    assert read(path)[1][1] == ["=1+1", "999999198503074217", "0123"]
