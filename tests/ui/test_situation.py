"""The flood team's papers in the window: report, lists by contact, map pages, needs, the checklist."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Kind
from gisapp.export.situation.parts import PARTS
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.services.runs.keep_needs import read_needs
from gisapp.services.runs.tick_checklist import run_checklist
from gisapp.storage.county import county_file, history
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.flood.checklist import CheckDialog, ChecklistDialog
from gisapp.ui.dialogs.flood.need import NeedDialog
from gisapp.ui.dialogs.flood.print_run import PrintRunDialog
from gisapp.ui.dialogs.outputs.print_report import PrintReportDialog
from gisapp.ui.panels.checklist_page import ChecklistPage
from gisapp.ui.panels.needs_page import NeedsPage
from gisapp.ui.situation_outputs import Paper
from gisapp.ui.work import situation_deeds
from gisapp.ui.work.registry import run_command
from tests.builders import add_hazard, box, opened
from tests.printing.conftest import pdf_text
from tests.ui.conftest import Heard, ScriptedAsk

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def county_path(county_path: Path) -> Path:
    """The county with one run over everybody."""
    with opened(county_path) as db:
        add_hazard(db, box(0, 0, 4000, 4000), name="月河")
        find_affected(db, named_areas(db.conn, ["月河"]), who="测试")
    return county_path


def in_hand(bench: Bench, until: Until) -> AffectedRun:
    bench.show_workspace("flood")
    bench.flood.open_last_run()
    until(lambda: bench.flood.run is not None)
    assert bench.flood.run is not None
    return bench.flood.run


def written(heard: Heard) -> Callable[[], bool]:
    return lambda: any(level == "done" for level, _ in heard.messages)


def page_of(bench: Bench, name: str, until: Until) -> QWidget:
    bench.desk.show_flood_page(name)
    page = bench.pages.page(name)
    assert page is not None
    until(lambda: page.found is not None)  # type: ignore[attr-defined]
    return page


def dialog(bench: Bench, kind: type) -> QWidget:
    return next(one for one in bench.desk.dialogs if isinstance(one, kind))


def test_the_report_is_one_entry_away_with_and_without_a_run_in_hand(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    ask.answers = [tmp_path / "报告.pdf"]
    run_command(bench.desk, "report")
    shown = dialog(bench, PrintReportDialog)
    assert isinstance(shown, PrintReportDialog)
    shown.save.click()
    until(written(heard))
    assert not bench.desk.dialogs
    assert "研判第1号" in "".join("".join(pdf_text(tmp_path / "报告.pdf")).split())
    heard.messages.clear()
    ask.answers = [None]
    situation_deeds.print_report(bench.desk, in_hand(bench, until))
    again = dialog(bench, PrintReportDialog)
    assert isinstance(again, PrintReportDialog)
    again.save.click()
    assert heard.messages == []
    assert again.isVisible()


def test_the_parts_of_the_report_are_chosen_and_remembered(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path, qtbot: QtBot
) -> None:
    run = in_hand(bench, until)
    situation_deeds.print_report(bench.desk, run)
    shown = dialog(bench, PrintReportDialog)
    assert isinstance(shown, PrintReportDialog)
    assert shown.chosen == tuple(part.id for part in PARTS)
    for name, tick in shown.parts.items():
        tick.setChecked(name in ("question", "method"))
    ask.answers = [tmp_path / "报告.pdf"]
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    until(written(heard))
    text = "".join("".join(pdf_text(tmp_path / "报告.pdf")).split())
    assert "方法和来源" in text
    assert "重点人群" not in text
    situation_deeds.print_report(bench.desk, run)
    again = dialog(bench, PrintReportDialog)
    assert isinstance(again, PrintReportDialog)
    assert again.chosen == ("question", "method")
    for tick in again.parts.values():
        tick.setChecked(False)
    assert not again.save.isEnabled()
    again.every.click()
    assert again.chosen == tuple(part.id for part in PARTS)


@pytest.mark.parametrize(
    ("paper", "words"), [(Paper.CALLS, "电话名单"), (Paper.CONTACTS, "请您打电话"), (Paper.VILLAGES, "险区内"), (Paper.GRIDS, "险区内")]
)
def test_each_paper_of_the_dialog_is_printed(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path, paper: Paper, words: str
) -> None:
    situation_deeds.print_lists(bench.desk, in_hand(bench, until))
    shown = dialog(bench, PrintRunDialog)
    assert isinstance(shown, PrintRunDialog)
    shown.papers[paper].setChecked(True)
    assert shown.folder.isEnabled() == (paper.page_by is not None)
    ask.answers = [tmp_path / "a.pdf"]
    shown.write()
    until(written(heard))
    text = "".join(pdf_text(tmp_path / "a.pdf"))
    assert words in text
    assert "1200000" not in text
    assert bench.desk.dialogs == ()


def test_map_pages_go_into_a_folder_and_whole_phones_need_a_reason(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    situation_deeds.print_lists(bench.desk, in_hand(bench, until))
    shown = dialog(bench, PrintRunDialog)
    assert isinstance(shown, PrintRunDialog)
    shown.papers[Paper.GRIDS].setChecked(True)
    shown.folder.setChecked(True)
    shown.reveal.setChecked(True)
    assert not shown.save.isEnabled()
    shown.reason.setText("今晚转移")
    assert shown.save.isEnabled()
    ask.answers = [tmp_path]
    shown.write()
    until(written(heard))
    [folder] = [path for path in tmp_path.iterdir() if path.is_dir() and path.name.endswith("地图页")]
    files = sorted(folder.glob("*.pdf"))
    assert len(files) == 4
    assert "1200000" in "".join(pdf_text(files[0]))
    assert "写了 4 份" in heard.messages[-1][1]
    with county_file.reading(bench.county.path) as connection:
        assert history.newest(connection)[0].why == "今晚转移"


def test_the_sheets_of_all_grids_go_into_a_folder(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    ask.answers = [tmp_path]
    run_command(bench.desk, "grid_sheets")
    until(written(heard))
    assert "写了 4 份共 4 页" in heard.messages[-1][1]


def test_the_checklist_is_ticked_with_the_space_bar_and_undone(bench: Bench, heard: Heard, until: Until, qtbot: QtBot) -> None:
    in_hand(bench, until)
    page = page_of(bench, "checklist", until)
    assert isinstance(page, ChecklistPage)
    page.by.setText("张三")
    page.view.setFocus()
    page.view.selectRow(1)
    qtbot.keyClick(page.view, Qt.Key.Key_Space)
    until(lambda: page.found is not None and page.found.done == 1)
    with county_file.reading(bench.county.path) as connection:
        done = run_checklist(connection).checks[1]
        assert done.done_by == "张三"
        assert page.model.shown[1] == done
    assert "1 / " in page.summary.text()
    page.view.selectRow(1)
    page.toggle()
    until(lambda: page.found is not None and page.found.done == 0)


def test_a_result_is_written_and_a_line_added_for_this_run(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    in_hand(bench, until)
    page = page_of(bench, "checklist", until)
    assert isinstance(page, ChecklistPage)
    page.view.selectRow(0)
    ask.answers = ["桥已封"]
    page.tick_with_note()
    until(lambda: page.found is not None and page.found.checks[0].note == "桥已封")
    page.add()
    form = dialog(bench, CheckDialog)
    assert isinstance(form, CheckDialog)
    form.write()
    until(lambda: "没有写清楚" in form.summary.text())
    form.text.setText("接王八")
    form.write()
    until(lambda: page.found is not None and page.found.checks[-1].item.text == "接王八")
    ask.answers = [tmp_path / "清单.pdf"]
    page.print_list()
    until(lambda: (tmp_path / "清单.pdf").exists())
    assert "接王八" in "".join(pdf_text(tmp_path / "清单.pdf"))


def test_the_countys_checklist_is_edited(bench: Bench, until: Until) -> None:
    situation_deeds.edit_checklist(bench.desk)
    shown = dialog(bench, ChecklistDialog)
    assert isinstance(shown, ChecklistDialog)
    until(lambda: shown.table is not None and shown.table.is_example)
    shown.view.selectRow(0)
    shown.change()
    form = dialog(bench, CheckDialog)
    assert isinstance(form, CheckDialog)
    form.text.setText("排班")
    form.level.setCurrentIndex(1)
    form.write()
    until(lambda: shown.table is not None and not shown.table.is_example)
    assert shown.table is not None
    assert (shown.table.items[0].text, shown.table.items[0].scope) == ("排班", "各灾种，红色及以上")
    shown.restore()
    until(lambda: shown.table is not None and shown.table.is_example)


def test_needs_show_the_run_and_follow_days_and_norms(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    run = in_hand(bench, until)
    page = page_of(bench, "needs", until)
    assert isinstance(page, NeedsPage)
    people = run.totals.total.residents
    assert f"{people} 人" in page.summary.text()
    page.days.setValue(5)
    until(lambda: page.found is not None and page.found.report is not None and page.found.report.days == 5)
    grain = next(row for row in page.items.shown if row.item.code == "grain")
    assert grain.line.total * 2 == 5 * people
    page.item_view.selectRow(list(page.items.shown).index(grain))
    page.change()
    form = dialog(bench, NeedDialog)
    assert isinstance(form, NeedDialog)
    form.amount.setText("=1")
    form.write()
    assert "标准不对" in form.summary.text()
    form.amount.setText("1")
    form.source.setText("县预案")
    form.write()
    until(lambda: any(row.item.code == "grain" and row.line.total == 5 * people for row in page.items.shown))
    with county_file.reading(bench.county.path) as connection:
        assert read_needs(connection).named("grain").source == "县预案"
    ask.answers = [tmp_path / "物资.xlsx"]
    page.export()
    until(lambda: (tmp_path / "物资.xlsx").exists())


def test_a_norm_is_added_and_removed_and_the_preset_restored(bench: Bench, heard: Heard, until: Until) -> None:
    page = page_of(bench, "needs", until)
    assert isinstance(page, NeedsPage)
    page.add()
    form = dialog(bench, NeedDialog)
    assert isinstance(form, NeedDialog)
    for field, text in ((form.name, "蜡烛"), (form.unit, "支"), (form.amount, "2"), (form.source, "县预案")):
        field.setText(text)
    form.write()
    until(lambda: page.items.shown[-1].item.name == "蜡烛")
    page.item_view.selectRow(len(page.items.shown) - 1)
    page.remove()
    until(lambda: page.items.shown[-1].item.name != "蜡烛")
    page.restore()
    until(lambda: page.found is not None and page.found.table.is_preset)
    assert [change.kinds for change in heard.changes] == [(Kind.NEED,)] * 3


def test_the_cards_of_a_run_tell_of_the_checklist(bench: Bench, until: Until) -> None:
    in_hand(bench, until)
    until(lambda: "已办 0 / " in all_texts(bench.card))


def all_texts(widget: QWidget) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel))
