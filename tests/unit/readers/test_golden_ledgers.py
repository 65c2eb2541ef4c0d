"""Workbooks saved by the programs that offices use: every format of every program says the same."""

from __future__ import annotations

import shutil
import struct
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gisapp.errors import BadFile, GisappError
from gisapp.readers.child_process import NotReadable
from gisapp.readers.ledger import SheetNotes, opened_ledger
from gisapp.readers.ods_inside import inside_of_ods
from gisapp.readers.ole_stream import stream_of
from gisapp.readers.workbook_inside import inside_of

GOLDEN = Path(__file__).parents[2] / "golden" / "ledgers"
SERIALS = {1900: "44442", 1904: "42980"}
MERGES = {(0, 0, 0, 9), (2, 0, 3, 0), (2, 1, 2, 5), (2, 6, 2, 7), (2, 8, 3, 8), (2, 9, 3, 9), (4, 0, 6, 0)}


def rows_of(year: int) -> list[tuple[int, list[str]]]:
    """What stands in the sheet, whoever saved it."""
    after = str(int(SERIALS[year]) + 1)
    lines = (
        (5, "X0001", "王示例", "户主", "999999198503074217", "1985-03-07", "男", "新村1组1号", SERIALS[year], "012000000001", "西山村"),
        (6, "", "李示例", "妻", "999999198704052228", "1987-04-05", "女", "", "", "", ""),
        (7, "", "王小例", "长子", "999999201006073231", "2010.6.7", "男", "", "", "", ""),
        (8, "X0002", "赵示例", "户主", "4.20000199001011E+17", "1990-01-01", "男", "新村1组2号", "", "", ""),
        (9, "X0003", "孙示例", "户主", "#N/A", "1990-01-02", "男", "新村1组3号", "", "", ""),
        (10, "X0004", "钱示例", "户主", "999999199102031236", "", "男", "新村1组4号", after, "12000000004", "西山村"),
    )
    return [(number, list(cells)) for number, *cells in lines]


@pytest.mark.parametrize("year", [1900, 1904])
@pytest.mark.parametrize("ending", ["xls", "xlsx", "ods"])
def test_what_calc_saved_is_the_same_in_every_format(year: int, ending: str) -> None:
    with opened_ledger(GOLDEN / f"calc-{year}.{ending}") as book:
        assert [(one.name, one.rows, one.is_hidden) for one in book.sheets] == [("人员", 10, False), ("旧表", 1, True)]
        assert set(book.sheets[0].merges) == MERGES
        assert list(book.read("人员"))[4:] == rows_of(year)
        assert book.notes("人员") == SheetNotes(formulas=3, formulas_without_value=0, errors=1, is_1904=year == 1904)


@pytest.mark.parametrize("year", [1900, 1904])
def test_what_xlwt_saved_is_the_same_but_for_formulas_without_value(year: int) -> None:
    with opened_ledger(GOLDEN / f"xlwt-{year}.xls") as book:
        assert set(book.sheets[0].merges) == MERGES
        rows = list(book.read("人员"))[4:]
        assert book.notes("人员") == SheetNotes(formulas=2, formulas_without_value=2, errors=1, is_1904=year == 1904)
    assert rows[:5] == rows_of(year)[:5]
    assert [rows[5][1][column] for column in (1, 7)] == ["", ""]


@pytest.mark.parametrize("ending", ["xls", "xlsx", "ods"])
def test_a_password_is_said_in_every_format(ending: str) -> None:
    with pytest.raises(BadFile, match="密码"), opened_ledger(GOLDEN / f"protected.{ending}"):
        pass


@pytest.mark.parametrize(
    ("name", "ending"), [("calc-1904.xls", "xlsx"), ("calc-1904.xlsx", "xls"), ("calc-1904.ods", "xlsx"), ("calc-1904.xlsx", "et")]
)
def test_the_ending_does_not_matter(tmp_path: Path, name: str, ending: str) -> None:
    path = Path(shutil.copy(GOLDEN / name, tmp_path / f"名册.{ending}"))
    with opened_ledger(path) as book:
        assert list(book.read("人员"))[4:] == rows_of(1904)
        assert book.notes("人员").is_1904


def test_a_password_is_said_whatever_the_ending(tmp_path: Path) -> None:
    path = Path(shutil.copy(GOLDEN / "protected.xls", tmp_path / "密.xlsx"))
    with pytest.raises(BadFile, match="密码"), opened_ledger(path):
        pass


def test_an_open_document_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "炸弹.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE a [<!ENTITY b "bb">]><a table:formula="&b;"/>')
    with pytest.raises(NotReadable):
        inside_of_ods(path)


def test_a_chain_of_sectors_that_runs_in_a_circle_ends(tmp_path: Path) -> None:
    data = bytearray((GOLDEN / "calc-1900.xls").read_bytes())
    [table] = struct.unpack_from("<I", data, 76)
    for number in range(len(data) // 512 - 1):
        struct.pack_into("<I", data, (table + 1) * 512 + 4 * number, number)
    path = tmp_path / "圈.xls"
    path.write_bytes(data)
    assert stream_of(path, ("Workbook",)) is None or inside_of(path).oddities(0)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_bytes_changed_anywhere_end_in_an_answer_or_a_sentence(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray((GOLDEN / data.draw(st.sampled_from(("calc-1900.xls", "xlwt-1904.xls", "calc-1900.ods")))).read_bytes())
    for place in data.draw(st.lists(st.integers(0, len(content) - 1), min_size=1, max_size=30)):
        content[place] = data.draw(st.integers(0, 255))
    path = tmp_path / "坏.xls"
    path.write_bytes(bytes(content))
    with suppress(GisappError, NotReadable):
        found = inside_of(path)
        assert found.oddities(0).formulas >= 0
