"""台账: a spreadsheet comes in step by step, every row accounted for, one undo; nothing bad gets further than a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from gisapp.domain.id_number import check_character
from gisapp.domain.ledger import LedgerKind
from gisapp.services.ledger.import_ledger import import_ledger, preview_ledger, read_table
from gisapp.ui.bench import Bench
from gisapp.ui.ledger_import import LedgerImport, Step
from gisapp.ui.panels.import_columns import FIELD, STATE
from gisapp.ui.panels.import_page import ImportPage
from gisapp.ui.tables.rows import as_text
from gisapp.ui.workspaces import ledgers
from tests.ui.conftest import Heard, ScriptedAsk
from tests.unit.readers.ledgers import text_file, workbook

Until = Callable[[Callable[[], bool]], None]
HEADER = ("姓名", "与户主关系", "身份证号", "电话", "现住址", "记事")


def number(body: str) -> str:
    return body + check_character(body)


HEAD, WIFE, LONE = number("11010519700101001"), number("11010519720202002"), number("11010519800101001")
ROWS = (
    ("王五", "户主", HEAD, "12000000001", "新村1组1号", "甲"),
    ("李四", "配偶", WIFE, "12000000002", "", ""),
    ("赵六", "户主", LONE, "12000000003", "新村1组2号", ""),
    ("孙七", "户主", "4.2E+17", "", "", ""),
)


def book(path: Path, rows: Any = ROWS, *, more: Any = None) -> Path:
    """A workbook with a title over its header and a column nobody knows."""
    return workbook(path, (("西镇人员台账",), HEADER, *rows), sheet="人员", more=more)


def hidden_sheet(made: Any, _page: Any) -> None:
    extra = made.add_worksheet("旧表")
    extra.write_row(0, 0, HEADER)
    extra.hide()


def residents(bench: Bench) -> int:
    return int(bench.county.reader.execute("SELECT count(*) FROM resident").fetchone()[0])


def run_of(bench: Bench) -> LedgerImport:
    return bench.ledgers.run


def page_of(bench: Bench) -> ImportPage:
    page = bench.pages.page(ledgers.PAGE)
    assert isinstance(page, ImportPage)
    return page


def choose(bench: Bench, ask: ScriptedAsk, until: Until, path: Path) -> LedgerImport:
    """Choose a file in the dialog and wait until it was looked at."""
    ask.answers.append(path)
    bench.import_ledger()
    until(lambda: not run_of(bench).doing)
    return run_of(bench)


def preview(bench: Bench, until: Until) -> None:
    page_of(bench).main.click()
    until(lambda: run_of(bench).step is Step.PREVIEW or bool(run_of(bench).trouble))


def choices(bench: Bench) -> list[QPushButton]:
    """The buttons over the table that choose a list."""
    row = bench.table._choices
    made = [row.itemAt(place).widget() for place in range(row.count())]  # type: ignore[union-attr]
    return [button for button in made if isinstance(button, QPushButton)]


def lists(bench: Bench) -> list[str]:
    return [button.text() for button in choices(bench)]


def show_list(bench: Bench, begins: str) -> str:
    """Press one of them and read the table."""
    next(button for button in choices(bench) if button.text().startswith(begins)).click()
    return as_text(bench.table._listing.columns, bench.table.rows_shown())


def test_a_ledger_goes_the_whole_way_and_one_undo_takes_it_back(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    before = residents(bench)
    run = choose(bench, ask, until, book(tmp_path / "人员.xlsx", more=hidden_sheet))
    page = page_of(bench)
    assert bench.current is bench.ledgers
    assert bench.pages.current == ledgers.PAGE
    assert (run.step, page.kind.currentText(), page.sheet.currentText()) == (Step.COLUMNS, "人员台账", "人员(6 行)")
    assert [page.sheet.itemText(place) for place in range(2)] == ["人员(6 行)", "旧表(1 行，隐藏)"]
    assert page.row.currentText() == "第 2 行：姓名"
    assert [box.currentText() for box in page.columns.boxes()] == ["姓名", "与户主关系", "身份证号", "电话", "现住址", "不导入这一列"]
    assert page.columns.item(5, STATE).text() == "没有认出"
    assert bench.table.rows_shown()[0][1][0] == "王五"
    preview(bench, until)
    assert page.counts.text() == "共 4 行：新增 3，更改 0，相同 0，未导入 1。"
    assert "旧表" in page.notes.text()
    assert "记事" in page.notes.text()
    assert lists(bench)[:4] == ["新增 3", "更改 0", "相同 0", "未导入 1"]
    refused = show_list(bench, "未导入")
    assert "6\t身份证号\t'4.2E+17" in refused or "6\t身份证号\t4.2E+17" in refused
    assert "科学计数法" in refused
    assert residents(bench) == before
    page.main.click()
    until(lambda: run.step is Step.DONE)
    assert residents(bench) == before + 3
    assert [change.label for change in heard.changes] == ["导入人员台账：新增 3 行，更改 0 行"]
    assert "撤销" in page.outcome.text()
    until(lambda: "撤销这次导入" in [button.text() for button in bench.ledgers.findChildren(QPushButton)])
    bench.undo()
    until(lambda: run.is_undone)
    assert residents(bench) == before
    assert "已撤销" in page.outcome.text()


def test_what_changes_is_shown_old_and_new_side_by_side(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    with_county(bench, book(tmp_path / "一.xlsx", ROWS[:3]))
    other = (("王五", "户主", HEAD, "12000000009", "新村1组1号", ""), *ROWS[1:])
    choose(bench, ask, until, book(tmp_path / "二.xlsx", other))
    preview(bench, until)
    assert page_of(bench).counts.text() == "共 4 行：新增 0，更改 1，相同 2，未导入 1。"
    assert show_list(bench, "更改").splitlines()[1] == "3\t王五\t电话\t120****0001\t120****0009"
    same = show_list(bench, "相同").splitlines()
    assert [line.split("\t")[1] for line in same[1:]] == ["李四", "赵六"]


def with_county(bench: Bench, path: Path) -> None:
    """Import a file as the command does, before the window looks."""
    from tests.builders import opened

    with opened(bench.county.path) as db:
        import_ledger(db, read_table(db.conn, path, LedgerKind.RESIDENTS), who="张三")


def test_numbers_and_phones_are_masked_in_every_list(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    choose(bench, ask, until, book(tmp_path / "人员.xlsx"))
    texts = [as_text(bench.table._listing.columns, bench.table.rows_shown())]
    page = page_of(bench)
    texts += [page.columns.item(row, column).text() for row in range(6) for column in (0, 2, 3)]
    preview(bench, until)
    texts += [show_list(bench, name) for name in ("新增", "更改", "相同", "未导入")]
    assert not [text for text in texts if HEAD in text or "12000000001" in text]
    assert "120****0001" in texts[0]


def test_a_column_nobody_knows_is_chosen_by_hand_and_remembered(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    rows = (("代号", "身份证号", "称呼"), ("甲", HEAD, "王五"))
    run = choose(bench, ask, until, text_file(tmp_path / "a.csv", rows))
    page = page_of(bench)
    assert not page.main.isEnabled()
    assert "缺少列：姓名" in page.said.text()
    pick(page, 2, "姓名")
    assert page.main.isEnabled()
    assert page.columns.item(2, STATE).text() == "按您的选择"
    preview(bench, until)
    page.main.click()
    until(lambda: run.step is Step.DONE)
    choose(bench, ask, until, text_file(tmp_path / "b.csv", (rows[0], ("乙", WIFE, "李四"))))
    assert [box.currentText() for box in page.columns.boxes()] == ["不导入这一列", "身份证号", "姓名"]
    assert page.columns.item(2, STATE).text() == "沿用上次"
    preview(bench, until)
    assert run.plan is not None


def pick(page: ImportPage, row: int, text: str) -> None:
    """Choose in a combo box as a person does."""
    box = page.columns.cellWidget(row, FIELD)
    place = box.findText(text)  # type: ignore[attr-defined]
    box.setCurrentIndex(place)  # type: ignore[attr-defined]
    box.activated.emit(place)  # type: ignore[attr-defined]


def test_kind_sheet_and_header_row_can_be_changed(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    def second(made: Any, _page: Any) -> None:
        extra = made.add_worksheet("户")
        extra.write_row(0, 0, ("户主姓名", "户主身份证号", "现住址"))
        extra.write_row(1, 0, ("王五", HEAD, "新村1组1号"))

    run = choose(bench, ask, until, book(tmp_path / "a.xlsx", more=second))
    page = page_of(bench)
    page.sheet.setCurrentIndex(1)
    page.sheet.activated.emit(1)
    page.kind.setCurrentIndex(1)
    page.kind.activated.emit(1)
    assert run.layout is not None
    assert (run.layout.kind, run.layout.sheet) == (LedgerKind.HOUSEHOLDS, "户")
    assert [box.currentText() for box in page.columns.boxes()] == ["户主姓名", "户主身份证号", "现住址"]
    page.row.setCurrentIndex(1)
    page.row.activated.emit(1)
    assert not page.main.isEnabled()
    page.row.setCurrentIndex(0)
    page.row.activated.emit(0)
    preview(bench, until)
    assert page.counts.text() == "共 1 行：新增 1，更改 0，相同 0，未导入 0。"


def test_the_same_file_again_has_nothing_to_write(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ROWS[:3])
    with_county(bench, path)
    run = choose(bench, ask, until, path)
    preview(bench, until)
    assert page_of(bench).counts.text() == "共 3 行：新增 0，更改 0，相同 3，未导入 0。"
    assert not run.can_go_on
    assert page_of(bench).main.text() == "再导入一份…"


@pytest.mark.parametrize("name", ["坏.xlsx", "网页.xls", "空.csv"])
def test_a_bad_file_is_one_clear_sentence(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path, name: str) -> None:
    content = {"坏.xlsx": b"PK\x03\x04 nothing", "网页.xls": b"<html><table>", "空.csv": b""}[name]
    path = tmp_path / name
    path.write_bytes(content)
    run = choose(bench, ask, until, path)
    page = page_of(bench)
    assert run.step is Step.FILE
    assert page.trouble.isVisible()
    assert str(path) in page.trouble.text()
    assert "Traceback" not in page.trouble.text()
    choose(bench, ask, until, book(tmp_path / "好.xlsx"))
    assert not page.trouble.isVisible()
    assert run.step is Step.COLUMNS


def test_an_encoding_that_cannot_be_told_is_asked(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    path = text_file(tmp_path / "a.csv", (("甲乙", "丙丁"), ("王五", "赵六")), encoding="gb18030")
    run = choose(bench, ask, until, path)
    page = page_of(bench)
    assert run.asks_encoding
    assert page.encoding.isVisible()
    place = page.encoding.findData("gb18030")
    page.encoding.setCurrentIndex(place)
    page.encoding.activated.emit(place)
    until(lambda: run.step is Step.COLUMNS)
    assert page.columns.item(0, 0).text() == "甲乙"


def test_cancelling_while_it_is_written_leaves_the_county_as_it_was(
    bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from gisapp.services.ledger import import_ledger as service

    before = residents(bench)
    run = choose(bench, ask, until, book(tmp_path / "a.xlsx"))
    preview(bench, until)
    filling = service.bulk.fill

    def fill_then_cancel(*values: Any) -> None:
        filling(*values)
        bench.county.tasks.cancel()

    monkeypatch.setattr(service.bulk, "fill", fill_then_cancel)
    page_of(bench).main.click()
    until(lambda: bool(run.trouble))
    assert "已取消导入" in page_of(bench).trouble.text()
    assert run.step is Step.PREVIEW
    assert residents(bench) == before
    monkeypatch.undo()
    until(lambda: not bench.county.tasks.is_busy)
    page_of(bench).main.click()
    until(lambda: run.step is Step.DONE)
    assert residents(bench) == before + 3


def test_a_change_by_somebody_else_asks_to_compare_again(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    with_county(bench, book(tmp_path / "一.xlsx", ROWS[:1]))
    run = choose(bench, ask, until, book(tmp_path / "二.xlsx"))
    preview(bench, until)
    assert run.plan is not None
    assert len(run.plan.new) == 2
    bench.undo()
    until(lambda: run.is_stale)
    page = page_of(bench)
    assert page.main.text() == "重新比对"
    page.main.click()
    until(lambda: not run.is_stale and not run.doing)
    assert len(run.plan.new) == 3
    assert page.main.text() == "写入"


def test_problems_go_to_a_workbook_that_can_be_imported_again(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    source = book(tmp_path / "a.xlsx")
    choose(bench, ask, until, source)
    preview(bench, until)
    out = tmp_path / "问题.xlsx"
    ask.answers.append(out)
    page_of(bench).problems.click()
    until(out.exists)
    until(lambda: any(str(out) in text for _, text in heard.messages))
    table = read_table(bench.county.reader, out, LedgerKind.RESIDENTS)
    assert [cells[0] for _, cells in table.rows] == ["孙七"]
    assert len(preview_ledger(bench.county.reader, table).refused) == 1
    ask.answers.append(source)
    page_of(bench).problems.click()
    until(lambda: any(level == "error" for level, _ in heard.messages))
    assert source.read_bytes()[:2] == b"PK"
    assert read_table(bench.county.reader, source, LedgerKind.RESIDENTS).rows[0][1][0] == "王五"


def test_keys_alone_import_a_file(bench: Bench, ask: ScriptedAsk, until: Until, qtbot: QtBot, tmp_path: Path) -> None:
    run = choose(bench, ask, until, book(tmp_path / "a.xlsx"))
    page = page_of(bench)
    qtbot.keyClick(page.columns.boxes()[0], Qt.Key.Key_Return)
    until(lambda: run.step is Step.PREVIEW)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert run.step is Step.COLUMNS
    qtbot.keyClick(page, Qt.Key.Key_Return)
    until(lambda: run.step is Step.PREVIEW)
    qtbot.keyClick(page.main, Qt.Key.Key_Return)
    until(lambda: run.step is Step.DONE)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert run.step is Step.FILE
    assert not run.is_under_way


def test_the_wheel_over_a_list_changes_no_column(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    from PySide6.QtGui import QWheelEvent
    from PySide6.QtWidgets import QApplication

    choose(bench, ask, until, book(tmp_path / "a.xlsx"))
    box = page_of(bench).columns.boxes()[0]
    none = QPoint(0, 0)
    event = QWheelEvent(
        QPointF(5, 5), QPointF(5, 5), none, QPoint(0, -120), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, event)
    assert box.currentText() == "姓名"


def test_an_import_under_way_waits_while_other_workspaces_are_looked_at(
    bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path
) -> None:
    choose(bench, ask, until, book(tmp_path / "a.xlsx"))
    preview(bench, until)
    roomy = bench.splitters[1].sizes()
    bench.show_workspace("grids")
    assert bench.pages.current == "map"
    assert bench.splitters[1].sizes() != roomy
    bench.show_workspace("relocation")
    assert [button.text() for button in bench.pages._group.buttons()][0] == "地图"
    bench.show_workspace("ledgers")
    assert bench.pages.current == ledgers.PAGE
    assert lists(bench)[0] == "新增 3"


def test_the_workspace_says_what_to_do_before_any_file(bench: Bench, until: Until) -> None:
    bench.show_ledgers()
    assert bench.pages.current == "map"
    until(lambda: "还没有导入过台账。" in [label.text() for label in bench.ledgers.findChildren(QLabel)])
    assert "拖到窗口里" in bench.table._hint.text()
