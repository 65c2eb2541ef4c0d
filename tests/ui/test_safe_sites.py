"""Safe sites in the window: put on the map, changed, removed; a run's families allocated, listed, drawn, signed in, undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gisapp.canvas.tools.pan import PanTool
from gisapp.canvas.tools.place import PlaceTool
from gisapp.domain.change import Kind
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.safe_site import AllocationQuestion, AllocationWay, PlacedFamily, SiteFacts
from gisapp.export.stored_run import stored_run
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.safe_sites.allocate_sites import allocate_sites
from gisapp.services.safe_sites.save_safe_site import add_safe_site, change_safe_site
from gisapp.storage.county import county_file, history
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.safe_sites import safe_sites
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.flood.allocate_sites import AllocateSitesDialog
from gisapp.ui.dialogs.flood.move_family import MoveFamilyDialog
from gisapp.ui.dialogs.flood.safe_site import SafeSiteDialog
from gisapp.ui.tables.site_rows import SiteRow
from gisapp.ui.work import safe_site_deeds
from tests import builders
from tests.ui.conftest import Heard, ScriptedAsk

Until = Callable[[Callable[[], bool]], None]
SCHOOL = 1


@pytest.fixture(autouse=True)
def run(county_path: Path) -> int:
    """The west of the county in danger, in the file before it is opened: four families, six people to place."""
    west = HazardArea(None, "月河", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, builders.box(0, 0, 2000, 4000))
    with county_file.writing(county_path) as db:
        return int(find_affected(db, [west], who="甲")[0].id)


@pytest.fixture
def flooded(bench: Bench, run: int, until: Until) -> Bench:
    """防汛 with the run in hand."""
    bench.show_workspace("flood")
    bench.flood.open_last_run()
    until(lambda: bench.flood.run is not None)
    return bench


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def press(bench: Bench, text: str) -> None:
    """Press a button over the table, or the entry of the menu it went into."""
    found = [button for button in bench.table.findChildren(QPushButton) if button.text() == text]
    if found:
        found[-1].click()
        return
    menus = [button.menu() for button in bench.table.findChildren(QPushButton) if button.menu() is not None]
    next(action for menu in menus if menu is not None for action in menu.actions() if action.text() == text).trigger()


def press_card(bench: Bench, text: str) -> None:
    next(button for button in bench.card.card.buttons if button.text() == text).click()


def choose_entry(bench: Bench, text: str) -> None:
    """An entry of the card's 更多操作."""
    menus = [menu for button in bench.card.card.buttons if (menu := button.menu()) is not None]
    next(action for menu in menus for action in menu.actions() if action.text() == text).trigger()


def choose_place(bench: Bench, x: float, y: float) -> None:
    """Click a place that the map asks for."""
    tool = bench.map.canvas.tool()
    assert isinstance(tool, PlaceTool)
    tool.place_chosen.emit(x, y)


def rows_of(bench: Bench, kind: type) -> list[object]:
    return [row for row in bench.table.rows_shown() if isinstance(row, kind)]


def show_sites(bench: Bench, until: Until) -> None:
    bench.run_work("safe_sites")
    until(lambda: len(rows_of(bench, SiteRow)) > 0)


def allocated(bench: Bench, until: Until, *, way: int = 1) -> None:
    """Allocate through the dialog."""
    bench.run_work("allocate_sites")
    [dialog] = bench.desk.dialogs
    assert isinstance(dialog, AllocateSitesDialog)
    button = dialog.ways.button(way)
    assert button is not None
    button.setChecked(True)
    dialog.start.click()
    until(lambda: not bench.desk.dialogs)


def put_room(bench: Bench, until: Until, people: int) -> None:
    """Another room for the school, from elsewhere."""
    facts = replace(safe_sites.of_ids(bench.county.reader, [SCHOOL])[SCHOOL].facts, capacity=people)
    done: list[object] = []
    bench.county.tasks.write("", lambda db, _control: change_safe_site(db, SCHOOL, facts, who="甲"), done.append)
    until(lambda: bool(done))


def test_a_new_site_is_put_where_one_clicks(flooded: Bench, until: Until, qtbot: QtBot, heard: Heard) -> None:
    bench = flooded
    bench.run_work("add_safe_site")
    assert isinstance(bench.map.canvas.tool(), PlaceTool)
    assert "Esc" in bench.map.hint.text()
    middle = QPoint(bench.map.canvas.width() // 2, bench.map.canvas.height() // 2)
    qtbot.mouseClick(bench.map.canvas, Qt.MouseButton.LeftButton, pos=middle)
    assert type(bench.map.canvas.tool()) is PanTool
    [dialog] = bench.desk.dialogs
    assert isinstance(dialog, SafeSiteDialog)
    dialog.save_button.click()
    until(lambda: "名称不能为空" in dialog.summary.text())
    dialog.name.setText("村头会堂")
    dialog.room.setValue(60)
    dialog.keeper.setText("张守门")
    dialog.phone.setText("12000009999")
    dialog.save_button.click()
    until(lambda: not bench.desk.dialogs)
    made = next(site for site in safe_sites.all_sites(bench.county.reader) if site.facts.name == "村头会堂")
    x, y = bench.map.canvas.view().point_world(middle.x(), middle.y())
    assert (made.facts.x, made.facts.y) == (pytest.approx(x, abs=30), pytest.approx(y, abs=30))
    assert heard.selections[-1][:2] == (Kind.SAFE_SITE.value, (int(made.id),))
    until(lambda: bench.card.title == "村头会堂")
    assert "120****9999" in texts(bench.card.card)
    bench.undo()
    until(lambda: len(safe_sites.all_sites(bench.county.reader)) == 1)


def test_escape_calls_off_choosing_a_place(flooded: Bench, qtbot: QtBot) -> None:
    flooded.run_work("add_safe_site")
    flooded.map.canvas.setFocus()
    qtbot.keyClick(flooded.map.canvas, Qt.Key.Key_Escape)
    assert type(flooded.map.canvas.tool()) is PanTool
    qtbot.mouseClick(flooded.map.canvas, Qt.MouseButton.LeftButton, pos=QPoint(300, 200))
    assert not flooded.desk.dialogs


def test_a_place_is_chosen_with_the_keys_alone(flooded: Bench, qtbot: QtBot) -> None:
    flooded.run_work("add_safe_site")
    flooded.map.canvas.setFocus()
    qtbot.keyClick(flooded.map.canvas, Qt.Key.Key_Space)
    assert [type(dialog) for dialog in flooded.desk.dialogs] == [SafeSiteDialog]


def test_the_list_of_sites_shows_room_and_its_line_the_card(flooded: Bench, until: Until) -> None:
    show_sites(flooded, until)
    [row] = rows_of(flooded, SiteRow)
    assert isinstance(row, SiteRow)
    assert (row.load.name, row.load.capacity, row.load.people) == ("东社区小学", 200, 0)
    flooded.table.view.selectRow(0)
    until(lambda: flooded.card.title == "东社区小学")
    assert "还没有分配。" in texts(flooded.card.card)


def test_families_are_allocated_listed_and_the_allocation_undone(flooded: Bench, until: Until, heard: Heard) -> None:
    allocated(flooded, until)
    until(lambda: any(isinstance(row, SiteRow) and row.load.people == 6 for row in flooded.table.rows_shown()))
    assert "分配避险点（研判第 1 号）：6 人有去处" in heard.changes[-1].label
    until(lambda: flooded.flood.run is not None and all(call.is_allocated for call in flooded.flood.run.calls))
    flooded.table.view.selectRow(0)
    until(lambda: flooded.card.title == "东社区小学" and "列出来这里的户" in [one.text() for one in flooded.card.card.buttons])
    press_card(flooded, "列出来这里的户")
    until(lambda: len(rows_of(flooded, PlacedFamily)) == 3)
    flooded.undo()
    until(lambda: flooded.flood.run is not None and not any(call.is_allocated for call in flooded.flood.run.calls))
    until(lambda: not rows_of(flooded, PlacedFamily))


def test_whoever_has_no_place_stands_in_red_on_list_and_card(flooded: Bench, until: Until) -> None:
    put_room(flooded, until, 4)
    allocated(flooded, until)
    until(lambda: [row.household for row in rows_of(flooded, PlacedFamily)] == [builders.ORDINARY])  # type: ignore[attr-defined]
    flooded.flood.show_run()
    until(lambda: "没有去处" in texts(flooded.card.card))
    assert "1 户 2 人" in texts(flooded.card.card)
    lists = flooded.flood.shelf.lists
    assert lists is not None
    put_room(flooded, until, 3)
    flooded.flood.show_run()
    until(lambda: "东社区小学超员 1 人。" in texts(flooded.card.card))
    flooded.county.signals.selection.emit(Kind.SAFE_SITE.value, (SCHOOL,), None)
    until(lambda: "超员：容量 3 人，已分配 4 人，1 人没有地方。" in texts(flooded.card.card))


def test_a_family_is_moved_with_the_keys_kept_and_taken_back(flooded: Bench, until: Until, qtbot: QtBot, heard: Heard) -> None:
    bench = flooded
    done: list[object] = []
    hall = SiteFacts("东社区会堂", 1, builders.EAST + 3_900, builders.NORTH + 3_900)
    bench.county.tasks.write("", lambda db, _control: add_safe_site(db, hall, who="甲"), done.append)
    until(lambda: bool(done))
    allocated(bench, until)
    bench.flood.show_work("allocated")
    until(lambda: len(rows_of(bench, PlacedFamily)) == 4)
    press(bench, "改去处…")
    assert not bench.desk.dialogs
    row = next(at for at, one in enumerate(bench.table.rows_shown()) if one.household == builders.SHARING)
    bench.table.view.selectRow(row)
    press(bench, "改去处…")
    [dialog] = bench.desk.dialogs
    assert isinstance(dialog, MoveFamilyDialog)
    until(lambda: dialog.sites.rowCount() == 2)
    assert "放得下" in dialog.summary.text()
    qtbot.keyClick(dialog.sites, Qt.Key.Key_Down)
    assert "会超员：容量 1 人" in dialog.summary.text()
    qtbot.keyClick(dialog.sites, Qt.Key.Key_Return)
    until(lambda: not bench.desk.dialogs)
    assert "改到东社区会堂，超员" in heard.changes[-1].label
    until(lambda: [one.site_name for one in rows_of(bench, PlacedFamily) if one.by_hand] == ["东社区会堂"])
    bench.run_work("allocate_sites")
    [again] = bench.desk.dialogs
    assert isinstance(again, AllocateSitesDialog)
    assert again.keep_by_hand.text() == "手工改过去处的 1 户不变"
    assert again.question.keep_by_hand
    again.reject()
    bench.undo()
    until(lambda: not [one for one in rows_of(bench, PlacedFamily) if one.by_hand])


def test_the_greatest_walk_is_asked_remembered_and_lists_who_needs_a_car(flooded: Bench, until: Until) -> None:
    bench = flooded
    bench.run_work("allocate_sites")
    [dialog] = bench.desk.dialogs
    assert isinstance(dialog, AllocateSitesDialog)
    assert (dialog.question.most_walk_m, dialog.keep_by_hand.isHidden()) == (None, True)
    dialog.most_walk.setValue(3_300)
    dialog.start.click()
    until(lambda: not bench.desk.dialogs)
    until(lambda: bool(rows_of(bench, PlacedFamily)) and all(one.is_too_far for one in rows_of(bench, PlacedFamily)))
    bench.run_work("allocate_sites")
    [again] = bench.desk.dialogs
    assert isinstance(again, AllocateSitesDialog)
    assert again.question.most_walk_m == 3_300


def test_nearest_first_has_no_share_for_villages(flooded: Bench, until: Until) -> None:
    flooded.run_work("allocate_sites")
    [dialog] = flooded.desk.dialogs
    assert isinstance(dialog, AllocateSitesDialog)
    assert dialog.question == AllocationQuestion()
    first = dialog.ways.button(0)
    assert first is not None
    first.setChecked(True)
    assert (dialog.question.way, dialog.percent.isEnabled()) == (AllocationWay.NEAREST, False)


def test_what_cannot_be_allocated_is_said_in_the_dialog(flooded: Bench, until: Until) -> None:
    show_sites(flooded, until)
    flooded.table.view.selectRow(0)
    until(lambda: len(flooded.desk.chosen_rows()) == 1)
    press(flooded, "删除")
    until(lambda: not safe_sites.all_sites(flooded.county.reader))
    flooded.run_work("allocate_sites")
    [dialog] = flooded.desk.dialogs
    assert isinstance(dialog, AllocateSitesDialog)
    dialog.start.click()
    until(lambda: "还没有避险点" in dialog.summary.text())
    assert dialog.start.isEnabled()


def test_nothing_is_removed_while_nothing_is_chosen(flooded: Bench, until: Until, heard: Heard) -> None:
    show_sites(flooded, until)
    press(flooded, "删除")
    assert heard.messages[-1] == ("info", "请先选中要删除的避险点。")
    assert safe_sites.all_sites(flooded.county.reader)


def test_a_site_is_changed_and_moved_by_its_card(flooded: Bench, until: Until) -> None:
    flooded.county.signals.selection.emit(Kind.SAFE_SITE.value, (SCHOOL,), None)
    until(lambda: flooded.card.title == "东社区小学")
    choose_entry(flooded, "更改…")
    [dialog] = flooded.desk.dialogs
    assert isinstance(dialog, SafeSiteDialog)
    until(lambda: "东社区" in dialog.unit.placeholderText())
    dialog.room.setValue(150)
    dialog.is_in_use.setChecked(False)
    dialog.elsewhere.click()
    choose_place(flooded, builders.EAST + 500, builders.NORTH + 600)
    until(lambda: "西山村" in dialog.unit.placeholderText())
    dialog.save_button.click()
    until(lambda: not flooded.desk.dialogs)
    site = safe_sites.of_ids(flooded.county.reader, [SCHOOL])[SCHOOL]
    assert (site.facts.capacity, site.facts.is_in_use, site.unit, site.facts.x) == (150, False, "西山村", builders.EAST + 500)
    until(lambda: "没有启用：不会安排人来。" in texts(flooded.card.card))
    choose_entry(flooded, "在地图上移动")
    choose_place(flooded, builders.EAST + 2_500, builders.NORTH + 600)
    until(lambda: safe_sites.of_ids(flooded.county.reader, [SCHOOL])[SCHOOL].unit == "东社区")


def test_lines_and_figures_are_drawn_for_the_run_and_go_with_the_workspace(flooded: Bench, until: Until) -> None:
    allocated(flooded, until)
    safe_site_deeds.toggle_lines(flooded.desk)
    until(lambda: len(flooded.map.content.overlays.site_lines.shapes) == 2)
    [load] = flooded.map.content.overlays.site_figures.loads
    assert (load.people, load.capacity) == (6, 200)
    until(lambda: flooded.map.content.namer.name(Kind.SAFE_SITE.value, SCHOOL) == "东社区小学（东社区）\n6/200 人")
    flooded.show_workspace("grids")
    until(lambda: len(flooded.map.content.overlays.site_lines.shapes) == 0)
    flooded.show_workspace("flood")
    until(lambda: len(flooded.map.content.overlays.site_lines.shapes) == 2)
    safe_site_deeds.toggle_lines(flooded.desk)
    until(lambda: len(flooded.map.content.overlays.site_lines.shapes) == 0)
    flooded.county.signals.selection.emit(Kind.SAFE_SITE.value, (SCHOOL,), None)
    until(lambda: len(flooded.map.content.overlays.site_lines.shapes) == 2)


def test_sign_in_lists_are_written(flooded: Bench, until: Until, ask: ScriptedAsk, heard: Heard, tmp_path: Path) -> None:
    allocated(flooded, until)
    show_sites(flooded, until)
    for name in ("签到.pdf", "签到.xlsx"):
        ask.answers.append(tmp_path / name)
        flooded.run_work("sign_in")
        until(lambda name=name: (tmp_path / name).exists() and heard.messages[-1][0] == "done")
    ask.answers.append(None)
    press(flooded, "签到表…")
    assert heard.messages[-1][0] == "done"


def test_the_keepers_phone_is_shown_for_a_reason_that_history_keeps(flooded: Bench, until: Until, ask: ScriptedAsk, heard: Heard) -> None:
    facts = replace(safe_sites.of_ids(flooded.county.reader, [SCHOOL])[SCHOOL].facts, keeper="李校长", keeper_phone="12000007777")
    flooded.county.tasks.write("", lambda db, _control: change_safe_site(db, SCHOOL, facts, who="甲"), lambda _change: None)
    until(lambda: bool(safe_sites.of_ids(flooded.county.reader, [SCHOOL])[SCHOOL].facts.keeper))
    flooded.county.signals.selection.emit(Kind.SAFE_SITE.value, (SCHOOL,), None)
    until(lambda: "120****7777" in texts(flooded.card.card))
    ask.answers.append("拿钥匙")
    choose_entry(flooded, "显示负责人完整电话…")
    until(lambda: bool(ask.told))
    assert "12000007777" in ask.told[0]
    assert history.newest(flooded.county.reader)[0].why == "拿钥匙"


def test_the_card_of_a_family_says_where_it_goes(flooded: Bench, until: Until) -> None:
    allocated(flooded, until)
    flooded.county.signals.selection.emit(Kind.HOUSEHOLD.value, (builders.ALONE,), None)
    until(lambda: flooded.card.title.startswith("赵一"))
    assert "东社区小学" in texts(flooded.card.card)
    flooded.county.signals.selection.emit(Kind.HOUSEHOLD.value, (builders.TWO_ENDS,), None)
    until(lambda: "去自己另一处住房" in texts(flooded.card.card))


def test_the_earlier_run_in_hand_has_an_allocation_of_its_own(flooded: Bench, until: Until, run: int) -> None:
    allocated(flooded, until)
    small = HazardArea(None, "小沟", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, builders.box(0, 2_500, 2000, 1_000))
    done: list[object] = []
    flooded.county.tasks.write("", lambda db, _control: find_affected(db, [small], who="甲"), done.append)
    until(lambda: bool(done))
    show_sites(flooded, until)
    until(lambda: any(isinstance(row, SiteRow) and row.load.people == 6 for row in flooded.table.rows_shown()))
    assert flooded.flood.run is not None
    assert int(flooded.flood.run.id) == run


def test_an_allocation_from_the_command_line_is_on_the_call_list(county_path: Path, run: int) -> None:
    with county_file.writing(county_path) as db:
        allocate_sites(db, run, AllocationQuestion(), who="甲")
        calls = {int(call.household): call.going for call in stored_run(db.conn, run).calls}
    assert calls[builders.ALONE] == "东社区小学（直线 4,808 米）"
