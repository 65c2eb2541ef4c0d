"""楼栋图 in the window: shows the place we are at, says which family was meant by mouse and by keys, keeps step."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from gisapp.domain.chart import Room, RoomState
from gisapp.domain.lines import Line, Role, Slot
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.ui.bench import Bench
from gisapp.ui.panels.building_chart import BuildingChart
from tests.builders import BARE, COMPLETE, OTHER_SPONSOR, TWO_ENDS
from tests.ui.conftest import Heard, ScriptedAsk

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def page(bench: Bench, until: Until) -> BuildingChart:
    """The chart of the tiny county's site, in sight."""
    bench.show_workspace("relocation")
    until(lambda: bool(bench.relocation.units.model.units))
    bench.desk.show_page("chart")
    made = bench.pages.page("chart")
    assert isinstance(made, BuildingChart)
    bench.relocation.show_place(("settlement_site", (1,)))
    until(lambda: made.chart is not None)
    return made


def room_of(page: BuildingChart, name: str) -> Room:
    assert page.chart is not None
    return next(room for room in page.chart.rooms if room.room == name)


def click(page: BuildingChart, qtbot: QtBot, name: str) -> None:
    place = page.view.place_of(int(room_of(page, name).house))
    assert place is not None
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place.toPoint())


def test_the_page_asks_for_a_place_until_there_is_one(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    bench.desk.show_page("chart")
    page = bench.pages.page("chart")
    assert isinstance(page, BuildingChart)
    assert page.chart is None
    bench.relocation.show_place(("building", (1,)))
    until(lambda: page.chart is not None and page.chart.title == "紫云南郡 3号楼")


def test_a_hidden_page_reads_only_when_it_is_looked_at(bench: Bench, page: BuildingChart, until: Until) -> None:
    bench.desk.show_page("map")
    bench.relocation.show_place(("building", (1,)))
    until(lambda: bench.relocation.place == ("building", (1,)))
    assert page.chart is not None
    assert page.chart.title == "紫云南郡"
    bench.desk.show_page("chart")
    until(lambda: page.chart is not None and page.chart.title == "紫云南郡 3号楼")


def test_a_click_on_a_room_selects_its_family_and_the_list_stays(
    bench: Bench, page: BuildingChart, qtbot: QtBot, heard: Heard, until: Until
) -> None:
    until(lambda: len(bench.table.rows_shown()) == 3)
    click(page, qtbot, "501")
    assert heard.selections[-1][:2] == ("household", (TWO_ENDS,))
    until(lambda: bench.card.title.startswith("王八"))
    assert len(bench.table.rows_shown()) == 3


def test_an_empty_room_selects_its_house(page: BuildingChart, heard: Heard) -> None:
    room = room_of(page, "601")
    page.view.chosen.emit(Room(room.house, room.number, room.unit, room.floor, room.room, ()))
    assert heard.selections[-1][:2] == ("house", (int(room.house),))


def test_arrow_keys_move_and_enter_opens_the_family(bench: Bench, page: BuildingChart, qtbot: QtBot, heard: Heard, until: Until) -> None:
    with qtbot.waitActive(bench):
        bench.activateWindow()
    click(page, qtbot, "501")
    qtbot.keyClick(page.view, Qt.Key.Key_Up)
    assert page.view.current is not None
    assert page.view.current.room == "601"
    assert heard.selections[-1][:2] == ("household", (BARE,))
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    until(lambda: bench.card.title.startswith("陈十") and bench.card.isAncestorOf(bench.focusWidget()))


def test_a_family_selected_elsewhere_is_framed(bench: Bench, page: BuildingChart) -> None:
    bench.county.signals.selection.emit("household", (COMPLETE,), None)
    assert page.view.current is not None
    assert page.view.current.room == "101"


def test_a_family_selected_before_the_page_was_made_is_framed(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    bench.county.signals.selection.emit("household", (COMPLETE,), None)
    bench.desk.show_page("chart")
    page = bench.pages.page("chart")
    assert isinstance(page, BuildingChart)
    bench.relocation.show_place(("settlement_site", (1,)))
    until(lambda: page.view.current is not None and page.view.current.room == "101")


def test_a_change_is_seen_at_once(bench: Bench, page: BuildingChart, until: Until) -> None:
    assert room_of(page, "501").state is RoomState.SLOTS_MISSING
    slots = [Slot(line, role) for line in Line for role in (Role.SPONSOR_CADRE, Role.UNIT_CADRE)]
    contacts = {"village/sponsor_cadre": 5, "village/unit_cadre": 6, "community/sponsor_cadre": OTHER_SPONSOR, "community/unit_cadre": 8}

    def fill(db: object, _control: object) -> object:
        changes = [assign_contact(db, [TWO_ENDS], slot, contacts[slot.code], who="测试")[1] for slot in slots]  # type: ignore[arg-type]
        return next(change for change in reversed(changes) if change is not None)

    bench.county.tasks.write("补齐", fill, lambda change: bench.county.signals.changed.emit(change, None))
    until(lambda: room_of(page, "501").state is RoomState.TWO_ENDS)


def test_the_legend_counts_and_lists_the_families_of_a_state(bench: Bench, page: BuildingChart, qtbot: QtBot, until: Until) -> None:
    button = next(one for one in page._legend if one.text() == "缺岗 2")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    until(lambda: [getattr(row, "code", "") for row in bench.table.rows_shown()] == ["H005", "H006"])


def test_rooms_grow_and_shrink_and_fit_again(page: BuildingChart, qtbot: QtBot) -> None:
    fitting = page.view.plan.cell
    qtbot.keyClick(page.view, Qt.Key.Key_Minus)
    assert page.view.plan.cell != fitting
    qtbot.keyClick(page.view, Qt.Key.Key_Plus)
    assert page.view.plan.cell == fitting


def test_the_chart_is_saved_as_a_picture(bench: Bench, page: BuildingChart, ask: ScriptedAsk, heard: Heard, until: Until) -> None:
    path = bench.county.path.parent / "楼栋图.png"
    ask.answers.append(path)
    page._save()
    until(lambda: any(level == "done" and "楼栋图.png" in text for level, text in heard.messages))
    assert path.read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("width", [1366, 960])
def test_every_word_of_the_page_has_room(bench: Bench, page: BuildingChart, until: Until, width: int) -> None:
    bench.resize(width, 500)
    until(lambda: bench.width() <= width + 40)
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    assert buttons
    until(lambda: all(one.sizeHint().width() <= one.width() + 1 for one in buttons))
