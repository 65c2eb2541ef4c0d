"""Every story can be done without a mouse."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from gisapp.canvas.tools.corners import AreaTool
from gisapp.canvas.tools.pan import PanTool
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.roll_call import RollCallRow
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.ui.bench import Bench
from gisapp.ui.main_window import MainWindow
from tests import builders

Until = Callable[[Callable[[], bool]], None]
Press = Callable[..., None]
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(ask, county_path: Path, until: Until, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[MainWindow]:  # type: ignore[no-untyped-def]
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "home"))
    made = MainWindow(ask=ask)
    qtbot.addWidget(made)
    made.showNormal()
    made.resize(1366, 728)
    made.begin(county_path)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    until(lambda: made.bench is not None and bool(made.bench.map.canvas.visible_layers()))
    until(lambda: made.bench.map.canvas.is_complete)  # type: ignore[union-attr]
    yield made
    made.close()


@pytest.fixture
def bench(window: MainWindow) -> Bench:
    assert window.bench is not None
    return window.bench


@pytest.fixture
def press(window: MainWindow, qtbot: QtBot) -> Press:
    """Press a key where the focus is; words come as from an input method."""

    def pressed(*keys: Qt.Key | str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        for key in keys:
            target = QApplication.focusWidget() or window
            if isinstance(key, str):
                QApplication.sendEvent(target, _composed(key))
            else:
                qtbot.keyClick(target, key, modifier)

    return pressed


def _composed(words: str) -> QInputMethodEvent:
    event = QInputMethodEvent()
    event.setCommitString(words)
    return event


def focus() -> QWidget | None:
    return QApplication.focusWidget()


def test_f6_walks_through_search_list_map_table_card_and_back(bench: Bench, press: Press) -> None:
    bench.start_search()
    stops = [bench.search, bench.grids.units.tree, bench.map.canvas, bench.table.pane, bench.card.pane]
    for stop in [*stops[1:], bench.search]:
        press(Qt.Key.Key_F6)
        assert focus() is stop
    for stop in reversed(stops):
        press(Qt.Key.Key_F6, modifier=SHIFT)
        assert focus() is stop


def test_tab_goes_through_the_window_in_reading_order(bench: Bench, press: Press, until: Until) -> None:
    bench.county.signals.selection.emit("grid", (1,), None)
    until(lambda: bool(bench.table.rows_shown()) and [button.isVisible() for button in bench.card.card.buttons] == [True] * 3)
    bench.start_search()
    met: list[QWidget | None] = []
    while focus() not in met:
        met.append(focus())
        press(Qt.Key.Key_Tab)
    order = [bench.grids.big, bench.grids.units.tree, bench.map.canvas, bench.table.filter, bench.table.view, bench.card.pane]
    order += [*bench.card.card.buttons]
    assert [stop for stop in met if stop in order] == order


def test_tab_that_passes_the_unit_list_chooses_nothing(bench: Bench, press: Press, until: Until) -> None:
    bench.show_workspace("relocation")
    until(lambda: bench.relocation.shelf.lists is not None and bench.relocation.shelf.lists.isVisible())
    bench.county.signals.selection.emit("household", (builders.BARE,), None)
    until(lambda: bench.relocation.place == ("household", (builders.BARE,)))
    bench.relocation.units.filter.setFocus()
    press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bench.relocation.units.tree
    press(Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is bench.relocation.shelf.lists
    assert bench.relocation.place == ("household", (builders.BARE,))


def test_workspaces_change_by_their_numbers(bench: Bench, press: Press) -> None:
    for key, name in ((Qt.Key.Key_2, "relocation"), (Qt.Key.Key_3, "flood"), (Qt.Key.Key_1, "grids")):
        press(key, modifier=CTRL)
        assert bench.current.name == name


def test_story_one_a_grid_is_chosen_in_the_tree_and_its_card_taken_up(bench: Bench, press: Press, until: Until) -> None:
    until(lambda: bench.grids.units.model.rowCount() > 0)
    bench.grids.units.filter.setFocus()
    press("网格", Qt.Key.Key_Down)
    assert focus() is bench.grids.units.tree
    until(lambda: bench.grids.units._proxy.rowCount() > 0 and not bench.grids.units._timer.isActive())
    press(Qt.Key.Key_End)
    unit = bench.grids.units.current()
    assert unit is not None
    assert unit.kind == "grid"
    press(Qt.Key.Key_Return)
    until(lambda: bench.card.title == unit.name and focus() in bench.card.card.buttons)
    press(Qt.Key.Key_Escape)
    assert focus() is bench.grids.units.tree


def test_story_one_a_grid_is_chosen_in_the_middle_of_the_map(bench: Bench, press: Press, until: Until) -> None:
    bench.map.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    assert bench.map.keys.cross.isVisible()
    before = bench.map.canvas.view()
    press(Qt.Key.Key_Plus, Qt.Key.Key_Left)
    assert bench.map.canvas.view() != before
    press(Qt.Key.Key_Home, Qt.Key.Key_Space)
    until(lambda: len(bench.map.canvas._selection.get("grid", ())) == 1)
    until(lambda: bench.card.title != "还没有选中")


def test_story_two_a_missing_slot_is_filled_and_undone(bench: Bench, press: Press, until: Until, heard_messages: list[str]) -> None:
    press(Qt.Key.Key_2, modifier=CTRL)
    bench.relocation.big.setFocus()
    press(Qt.Key.Key_Space)
    until(lambda: bool(bench.table.chosen_rows()) and focus() is bench.table.view)
    gaps = len(bench.table.rows_shown())
    missing = bench.table.chosen_rows()[0].missing
    until(lambda: bool(bench.card.card.buttons) and bench.card.card.buttons[0].text().startswith("补齐"))
    press(Qt.Key.Key_Return)
    until(lambda: focus() is bench.card.card.buttons[0])
    press(Qt.Key.Key_Space)
    until(lambda: bench.dialog is not None and bench.dialog.contacts.count() > 0 and focus() is bench.dialog.search)
    qt_return = Qt.Key.Key_Return
    press(qt_return)
    until(lambda: bench.dialog._preview is not None)  # type: ignore[union-attr]
    press(qt_return)
    until(lambda: any("撤销" in text for text in heard_messages))
    left = missing[1:]
    until(lambda: len(bench.table.rows_shown()) == gaps - (0 if left else 1))
    bench.undo()  # its key is pressed in the window's story: here no window manager gives the focus back
    until(lambda: len(bench.table.rows_shown()) == gaps and bench.table.rows_shown()[0].missing == missing)


def test_story_three_an_area_is_drawn_saved_and_asked_about(bench: Bench, press: Press, until: Until) -> None:
    press(Qt.Key.Key_D, modifier=CTRL)
    assert isinstance(bench.map.canvas.tool(), AreaTool)
    assert focus() is bench.map.canvas
    west, north = (Qt.Key.Key_Left,) * 2, (Qt.Key.Key_Up,) * 1
    press(Qt.Key.Key_Minus, *west, *north, Qt.Key.Key_Space)
    press(*(Qt.Key.Key_Down,) * 3, Qt.Key.Key_Space, *(Qt.Key.Key_Right,) * 4, Qt.Key.Key_Space, *(Qt.Key.Key_Up,) * 3, Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    until(lambda: bench.flood.entry.form is not None and focus() is bench.flood.entry.form.name)
    press("夜里的洪水", Qt.Key.Key_Return)
    until(lambda: [area.name for area in bench.flood.hazards.areas] == ["夜里的洪水"] and focus() is bench.flood.big)
    press(Qt.Key.Key_Space)
    until(lambda: bench.flood.run is not None and focus() is bench.table.view)
    assert bench.flood.run.totals.total.houses > 0  # type: ignore[union-attr]
    press(Qt.Key.Key_Home, modifier=CTRL)
    press(Qt.Key.Key_Return)
    until(lambda: bench.card.title.startswith(bench.table.rows_shown()[0].head) and focus() in bench.card.card.buttons)


def test_story_three_goes_on_with_the_roll_call_and_comes_back_with_undo(bench: Bench, press: Press, until: Until) -> None:
    west = HazardArea(None, "月河", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, builders.box(0, 0, 2000, 4000))
    bench.county.tasks.write("", lambda db, _control: find_affected(db, [west], who="甲"), bench.flood._answered)
    until(lambda: bench.flood.run is not None)
    press(Qt.Key.Key_K, modifier=CTRL)
    until(lambda: [type(row) for row in bench.table.rows_shown()] == [RollCallRow] * 4)
    assert focus() is bench.table.view
    press(Qt.Key.Key_Down, Qt.Key.Key_3, Qt.Key.Key_2)
    until(lambda: [row.state.value for row in bench.table.rows_shown()][:3] == ["moved", "called", "not_reached"])
    press(Qt.Key.Key_6)
    until(lambda: bool(bench.desk.dialogs))
    bench.desk.close_dialogs()  # its Escape is pressed in a real window: here no window manager gives the dialog the focus
    bench.undo()
    until(lambda: [row.state.value for row in bench.table.rows_shown()][:2] == ["moved", "not_reached"])


def test_escape_puts_a_tool_down_after_what_it_had_begun(bench: Bench, press: Press) -> None:
    bench.draw_area()
    press(Qt.Key.Key_Space, Qt.Key.Key_Escape)
    assert isinstance(bench.map.canvas.tool(), AreaTool)
    press(Qt.Key.Key_Escape)
    assert isinstance(bench.map.canvas.tool(), PanTool)


def test_every_action_with_a_shortcut_has_one_of_its_own(window: MainWindow) -> None:
    keys = [action.shortcut().toString() for action in window.actions_by_id.values() if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))


@pytest.fixture
def heard_messages(window: MainWindow) -> list[str]:
    found: list[str] = []
    window.signals.message.connect(lambda _level, text: found.append(text))
    return found
