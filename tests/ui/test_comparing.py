"""Another department's list held against ours in the window, and a block of cells pasted into the import."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from gisapp.domain.ledger import LedgerKind
from gisapp.storage.county import history
from gisapp.ui.bench import Bench
from gisapp.ui.ledger_import import Step
from gisapp.ui.pasted import PastedTable
from tests.builders import opened
from tests.ui.conftest import Heard, ScriptedAsk
from tests.ui.test_ledgers import choose, lists, number, page_of, residents, run_of, show_list
from tests.unit.readers.ledgers import workbook

Until = Callable[[Callable[[], bool]], None]
ID = number("11010519400501001")
HEADER = ("姓名", "身份证号", "电话", "户编号")
ROWS = (HEADER, ("赵一", ID, "12000000077", "H001"), ("外人", number("11010519700101881"), "", ""), ("甲", "4.2E+17", "", ""))


@pytest.fixture
def county_path(county_path: Path) -> Path:
    with opened(county_path) as db:
        db.conn.execute("UPDATE resident SET id_number = ? WHERE id = 1", (ID,))
        db.conn.commit()
    return county_path


def compare(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    run = choose(bench, ask, until, workbook(tmp_path / "民政.xlsx", ROWS))
    run.choose_kind(LedgerKind.RESIDENTS)
    assert page_of(bench).compare.isVisibleTo(page_of(bench))
    page_of(bench).compare.click()
    until(lambda: run.step is Step.COMPARED)


def test_a_list_is_held_against_ours_and_narrowed_to_a_village(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    before = residents(bench)
    compare(bench, ask, until, tmp_path)
    page = page_of(bench)
    assert page.counts.text() == "对方 3 行，对上 1 行；本县 11。"
    assert lists(bench) == ["不同 1", "只在对方 1", "只在本县 10", "不能比对 1"]
    assert show_list(bench, "不同").splitlines()[1].split("\t") == ["2", "H001", "赵一", "电话", "120****0001", "120****0077"]
    assert "外人" in show_list(bench, "只在对方")
    assert "郑七" in show_list(bench, "只在本县")
    names = [page.scope.itemText(place).strip() for place in range(page.scope.count())]
    assert names == ["范围：全县", "范围：西镇", "范围：西山村", "范围：东镇", "范围：东社区"]
    page.scope.setCurrentIndex(2)
    page.scope.activated.emit(2)
    until(lambda: not run_of(bench).doing)
    assert page.counts.text() == "对方 3 行，对上 1 行；本县 6。"
    assert page.scope.currentIndex() == 2
    page.back.click()
    assert run_of(bench).step is Step.COLUMNS
    assert residents(bench) == before


def test_a_comparison_is_saved_masked_and_for_a_reason_whole(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    compare(bench, ask, until, tmp_path)
    masked, whole = tmp_path / "结果.xlsx", tmp_path / "明文.xlsx"
    ask.answers.append(masked)
    page_of(bench).main.click()
    until(masked.exists)
    ask.answers += ["核对低保", whole]
    bench.ledgers.save_revealed()
    until(whole.exists)
    assert ROWS[2][1] not in str(CalamineWorkbook.from_path(str(masked)).get_sheet_by_name("只在对方").to_python())
    assert ROWS[2][1] in str(CalamineWorkbook.from_path(str(whole)).get_sheet_by_name("只在对方").to_python())
    until(lambda: bool(heard.changes))
    assert history.newest(bench.county.reader)[0].why == "核对低保"


def test_without_a_reason_nothing_is_saved(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    compare(bench, ask, until, tmp_path)
    ask.answers.append(None)
    bench.ledgers.save_revealed()
    assert not list(tmp_path.glob("明文*"))
    assert history.newest(bench.county.reader) == []


def test_cells_copied_in_a_spreadsheet_go_through_the_same_preview(bench: Bench, until: Until, qtbot: QtBot) -> None:
    head = number("11010519700101001")
    text = f'姓名\t与户主关系\t身份证号\t现住址\r\n王五\t户主\t="{head}"\t"新村1组\n1号"\r\n'
    QGuiApplication.clipboard().setText(text)
    bench.paste_table()
    run = run_of(bench)
    until(lambda: run.step is Step.COLUMNS)
    page_of(bench).main.click()
    until(lambda: run.step is Step.PREVIEW)
    assert page_of(bench).counts.text() == "共 1 行：新增 1，更改 0，相同 0，未导入 0。"
    page_of(bench).main.click()
    until(lambda: run.step is Step.DONE)
    assert bench.county.reader.execute("SELECT count(*) FROM resident WHERE id_number = ?", (head,)).fetchone() == (1,)


def test_our_own_list_copied_and_pasted_back_has_its_codes_whole(bench: Bench, until: Until) -> None:
    QGuiApplication.clipboard().setText('户编号\t户主姓名\n="61099910120100001"\t王五\n')
    bench.paste_table()
    until(lambda: run_of(bench).step is Step.COLUMNS)
    sheet = run_of(bench).sheet
    assert sheet is not None
    assert sheet.head[1][1] == ["61099910120100001", "王五"]


def test_a_clipboard_without_a_table_is_a_sentence(bench: Bench, heard: Heard) -> None:
    QGuiApplication.clipboard().setText("你好")
    bench.paste_table()
    assert any("剪贴板里没有表格" in text for _, text in heard.messages)
    assert run_of(bench).step is Step.FILE


def test_what_was_pasted_is_not_left_behind() -> None:
    pasted = PastedTable()
    first = pasted.kept("姓名\t电话\n甲\t1\n")
    second = pasted.kept("姓名\t电话\n乙\t2\n")
    assert not first.exists()
    pasted.forget()
    assert not second.exists()
