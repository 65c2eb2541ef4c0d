"""gisapp compare as a program and a person use it."""

from __future__ import annotations

from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from gisapp.storage.county import history
from tests.builders import opened
from tests.stories.command import gisapp
from tests.unit.readers.ledgers import workbook
from tests.unit.services.ledger.test_import_ledger import number

ID, STRANGER = number("11010519400501001"), number("11010519700101881")
ROWS = (("姓名", "身份证号", "电话", "户编号"), ("赵一", ID, "12000000077", "H001"), ("外人", STRANGER, "", ""), ("甲", "4.2E+17", "", ""))


@pytest.fixture
def known(county: Path) -> Path:
    with opened(county) as db:
        db.conn.execute("UPDATE resident SET id_number = ? WHERE id = 1", (ID,))
        db.conn.commit()
    return county


def test_the_keys_are_there_and_add_up(known: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out, before = workbook(tmp_path / "民 政.xlsx", ROWS), tmp_path / "结果.xlsx", known.read_bytes()
    told = gisapp(capsys, "--json", "compare", known, path, "--out", out)
    data = told.data
    assert data["rows"] == data["matched"] + data["only_there"] + data["rejected"] == 3
    assert (data["same"], data["different"], data["only_here"], data["ours"], data["ruined"]) == (0, 1, 10, 11, [4])
    assert known.read_bytes() == before
    assert not any(secret in told.out for secret in (ID, STRANGER, "12000000077", "12000000001"))
    book = CalamineWorkbook.from_path(str(out))
    assert book.sheet_names == ["不同", "只在对方", "只在本县", "不能比对"]
    text = str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
    assert ID not in text
    assert "120****0077" in text


def test_a_person_reads_the_counts_and_the_first_rows(known: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shown = gisapp(capsys, "compare", known, workbook(tmp_path / "民政.xlsx", ROWS), "--where", "西山村").out
    assert "对方 3 行：相同 0，不同 1，只在对方 1，不能比对 1；本县 6，只在本县 5。" in shown
    assert "电话：本县 120****0001，对方 120****0077" in shown


def test_whole_numbers_need_a_reason_and_leave_a_trace(known: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = workbook(tmp_path / "民政.xlsx", ROWS), tmp_path / "结果.xlsx"
    assert gisapp(capsys, "compare", known, path, "--out", out, "--reveal").sentences
    assert not out.exists()
    gisapp(capsys, "compare", known, path, "--out", out, "--reveal", "--reason", "核对低保")
    assert STRANGER in str(CalamineWorkbook.from_path(str(out)).get_sheet_by_name("只在对方").to_python())
    with opened(known) as db:
        assert history.newest(db.conn)[0].why == "核对低保"


@pytest.mark.parametrize(
    "words", [("--as", "contacts"), ("--where", "无此村"), ("--out", "a.csv"), ("--reason", "x"), ("--mapping", "没有=姓名")]
)
def test_a_bad_request_is_a_sentence(words: tuple[str, ...], known: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gisapp(capsys, "compare", known, workbook(tmp_path / "民政.xlsx", ROWS), *words).sentences
