"""Roll call in the window: one key a family, the next follows, undone, shown on board, card, map and in the lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gisapp.domain.change import Kind
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.roll_call import Answer, MovedTo, PlaceKind, RollCallRow, RollState
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.services.runs.find_affected import find_affected
from gisapp.storage.county import county_file
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.storage.runs import stored_runs
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.flood.roll_call import RollCallDialog
from gisapp.ui.panels.roll_call_board import RollCallBoard
from tests import builders
from tests.ui.calls import EVERY, Until, list_open, states, west_in_danger


@pytest.fixture(autouse=True)
def run(county_path: Path) -> int:
    return west_in_danger(county_path)


@pytest.fixture
def called(bench: Bench, until: Until) -> Bench:
    return list_open(bench, until)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def chosen(bench: Bench) -> list[int]:
    return [int(row.household) for row in bench.table.chosen_rows()]


def counts(bench: Bench) -> list[str]:
    lists = bench.flood.shelf.lists
    assert lists is not None
    return [lists.topLevelItem(place).text(1) for place in range(3)]  # type: ignore[union-attr]


def press(bench: Bench, text: str) -> None:
    [button for button in bench.table.findChildren(QPushButton) if button.text() == text][-1].click()


def test_one_key_writes_a_family_shows_it_at_once_and_goes_on_to_the_next(called: Bench, heard, until: Until, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    families = [int(row.household) for row in called.table.rows_shown()]
    assert sorted(families) == EVERY
    for place, key in enumerate("12345"[:4]):
        assert chosen(called) == [families[place]]
        qtbot.keyClick(called.table.view, key)
    until(lambda: states(called) == ["not_reached", "called", "moved", "refused"])
    assert [change.ids for change in heard.changes] == [(family,) for family in families]
    assert chosen(called) == [families[3]]
    assert [int(row.household) for row in called.table.rows_shown()] == families
    assert all(row.entry.who == "测试员" for row in called.table.rows_shown())
    until(lambda: counts(called) == ["4", "1", "2"])


def test_who_moved_went_where_the_line_says(called: Bench, until: Until, qtbot: QtBot) -> None:
    planned = called.table.rows_shown()[0].planned
    qtbot.keyClick(called.table.view, "3")
    until(lambda: states(called)[0] == "moved")
    entry = called.table.rows_shown()[0].entry
    assert (entry.moved_to.kind, entry.moved_to.text) == (planned.kind, planned.text)
    assert (planned.kind, entry.moved_to.safe_site) in ((PlaceKind.SAFE_SITE, 1), (PlaceKind.OWN_HOME, None))


def test_undo_takes_the_last_entry_back_in_its_line(called: Bench, heard, until: Until, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClick(called.table.view, "2")
    qtbot.keyClick(called.table.view, "5")
    until(lambda: states(called)[:2] == ["called", "elsewhere"])
    called.undo()
    until(lambda: states(called)[:2] == ["called", "not_reached"])
    called.undo()
    until(lambda: len(heard.changes) == 4)
    assert called.table.rows_shown()[0].entry is None
    assert called.county.reader.execute("SELECT count(*) FROM roll_call").fetchone()[0] == 0


def test_chosen_lines_are_written_together_and_told(called: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    called.choose_all()
    press(called, "3 已转移")
    until(lambda: states(called) == ["moved"] * 4)
    assert len(heard.changes) == 1
    assert any("点名：4 户已转移" in text for _, text in heard.messages)


def test_without_a_chosen_line_nothing_is_written_and_the_first_is_chosen(called: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    called.table.view.clearSelection()
    press(called, "3 已转移")
    assert ("info", "还没有选中户，没有记。请选中一户或几户，再按 1 到 5。") in heard.messages
    assert len(chosen(called)) == 1
    assert heard.changes == []


def test_a_key_held_down_or_with_ctrl_writes_nothing(called: Bench, heard, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClick(called.table.view, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(called.table.view, "7")
    assert heard.changes == []
    called.table.set_buttons(())
    qtbot.keyClick(called.table.view, "3")
    assert heard.changes == []


def test_a_sorted_and_narrowed_list_keeps_its_order_while_it_is_written(called: Bench, until: Until, qtbot: QtBot) -> None:
    column = next(place for place, one in enumerate(called.table._listing.columns) if one.title == "人数")
    called.table.view.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    called.table.filter.setText("第01网格")
    shown = [int(row.household) for row in called.table.rows_shown()]
    assert shown == [builders.SHARING, builders.ALONE]
    called.table.view.selectRow(0)
    for key in "34":
        qtbot.keyClick(called.table.view, key)
    until(lambda: states(called) == ["moved", "refused"])
    assert [int(row.household) for row in called.table.rows_shown()] == shown
    called.table.filter.setText("拒绝")
    assert [int(row.household) for row in called.table.rows_shown()] == [builders.ALONE]
    called.table.filter.clear()
    assert sorted(states(called)) == ["moved", "not_reached", "not_reached", "refused"]


def test_the_lists_hold_who_is_not_reached_and_who_knows_and_stays(called: Bench, until: Until, qtbot: QtBot) -> None:
    for key in "243":
        qtbot.keyClick(called.table.view, key)
    until(lambda: states(called)[:3] == ["called", "refused", "moved"])
    called.desk.show_flood_list("not_reached")
    until(lambda: states(called) == ["not_reached"])
    called.desk.show_flood_list("still_there")
    until(lambda: states(called) == ["refused", "called"])
    called.table.view.selectRow(0)
    qtbot.keyClick(called.table.view, "3")
    until(lambda: states(called) == ["moved", "called"])


def test_place_and_note_are_written_with_the_sixth_key(called: Bench, until: Until, qtbot: QtBot) -> None:
    qtbot.keyClick(called.table.view, "6")
    until(lambda: bool(called.desk.dialogs))
    dialog = called.desk.dialogs[0]
    assert isinstance(dialog, RollCallDialog)
    assert dialog.state is RollState.MOVED
    dialog.place.setCurrentText("西安女儿家")
    qtbot.keyClick(dialog, Qt.Key.Key_5)
    dialog.note.setText("自己开车")
    qtbot.keyClick(dialog.note, Qt.Key.Key_Return)
    until(lambda: states(called)[0] == "elsewhere")
    entry = called.table.rows_shown()[0].entry
    assert (entry.moved_to, entry.note) == (MovedTo(PlaceKind.OTHER, "西安女儿家"), "自己开车")
    assert not called.desk.dialogs


def test_the_form_offers_sites_and_sends_each_where_the_list_does(called: Bench, until: Until, qtbot: QtBot) -> None:
    called.choose_all()
    qtbot.keyClick(called.table.view, "6")
    until(lambda: bool(called.desk.dialogs))
    dialog = called.desk.dialogs[0]
    assert isinstance(dialog, RollCallDialog)
    offered = [dialog.place.itemText(place) for place in range(dialog.place.count())]
    assert offered == ["", "按名单安排的去处", "东社区小学", "自己的另一处住房"]
    qtbot.keyClick(dialog, Qt.Key.Key_4)
    assert not dialog.place.isEnabled()
    qtbot.keyClick(dialog, Qt.Key.Key_3)
    dialog.save.click()
    until(lambda: states(called) == ["moved"] * 4)
    places = {int(row.household): row.entry.moved_to.text for row in called.table.rows_shown()}
    assert places[builders.TWO_ENDS] == "紫云南郡3号楼2单元501"
    assert places[builders.ALONE] == "东社区小学"


def test_the_board_is_live_in_families_and_people_and_opens_a_place(called: Bench, until: Until, qtbot: QtBot) -> None:
    called.desk.show_flood_page("roll_call_board")
    board = called.pages.page("roll_call_board")
    assert isinstance(board, RollCallBoard)
    until(lambda: len(board.model.shown) == 1)
    qtbot.keyClick(called.table.view, "3")
    until(lambda: "已离开 1 户" in board.summary.text())
    assert board.summary.text() == "研判第 1 号 4 户 8 人：联系上 1 户（25%），已离开 1 户（25%）。"
    board.splits.button(2).click()
    lines = [[column.text(row) for column in board.model.columns] for row in board.model.shown]
    assert [line[:2] for line in lines] == [["第01网格", "2"], ["第03网格", "2"]]
    assert sum(int(line[5]) for line in lines) == 3
    board.units.button(1).click()
    assert [column.title for column in board.model.columns][1] == "名单上（人）"
    assert sum(int(board.model.columns[1].text(row)) for row in board.model.shown) == 8
    board.view.setCurrentIndex(board.model.index(1, 0))
    qtbot.keyClick(board.view, Qt.Key.Key_Return)
    until(lambda: sorted(int(row.household) for row in called.table.rows_shown()) == [builders.ORDINARY, builders.TWO_ENDS])
    assert called.table._listing.title == "第03网格 · 点名 · 研判第 1 号"
    called.undo()
    until(lambda: "已离开 0 户" in board.summary.text())


def test_the_map_shows_the_share_of_each_grid_and_follows_every_key(called: Bench, until: Until, qtbot: QtBot) -> None:
    called.map.show_theme("roll_call_out")
    cells = called.map.content
    until(lambda: cells._grids is not None and sorted(cells._grids.classes.tolist()) == [0, 0, 1, 1])
    assert cells._theme_legend[1].text == "名单上没有户"
    called.choose_all()
    qtbot.keyClick(called.table.view, "3")
    until(lambda: cells._grids is not None and sorted(cells._grids.classes.tolist()) == [0, 0, 4, 4])


def test_the_map_shows_the_roll_call_of_the_run_in_hand_not_of_the_latest(called: Bench, run: int, until: Until, qtbot: QtBot) -> None:
    with county_file.writing(called.county.path) as db:
        small = HazardArea(None, "小片", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, builders.box(0, 0, 150, 150))
        later, _ = find_affected(db, [small], who="甲")
    cells = called.map.content
    called.map.show_theme("roll_call_out")
    until(lambda: cells._grids is not None and sorted(cells._grids.classes.tolist()) == [0, 0, 0, 1])
    assert cells._theme_legend[0].text == "点名：已离开的户（最近一次研判）"
    called.flood.lists.open([next(one for one in stored_runs.kept(called.county.reader) if one.id == run)])
    until(lambda: called.flood.run is not None and called.flood.run.id == run)
    until(lambda: sorted(cells._grids.classes.tolist()) == [0, 0, 1, 1])  # type: ignore[union-attr]
    assert cells._theme_legend[0].text == f"点名：已离开的户（研判第 {run} 号）"
    called.flood.open_last_run()
    until(lambda: sorted(cells._grids.classes.tolist()) == [0, 0, 0, 1])  # type: ignore[union-attr]
    assert cells._theme_legend[0].text == f"点名：已离开的户（研判第 {later.id} 号）"


def test_a_key_draws_one_card_that_of_the_next_family(called: Bench, until: Until, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    until(lambda: called.card.shown[0] == "household" and not called.card._is_loading)
    drawn: list[str] = []
    put = called.card._put
    monkeypatch.setattr(called.card, "_put", lambda card: (drawn.append(card.title), put(card)))
    qtbot.keyClick(called.table.view, "2")
    until(lambda: states(called)[0] == "called" and len(drawn) == 1)
    called.choose_all()  # whatever would still be on its way comes before this
    until(lambda: called.card.title == "选中 4 户")
    assert len(drawn) == 2


def test_keys_in_quick_succession_are_all_seen(called: Bench, until: Until, qtbot: QtBot) -> None:
    for key in "1234":
        qtbot.keyClick(called.table.view, key)
    until(lambda: states(called) == ["not_reached", "called", "moved", "refused"])
    until(lambda: all(row.entry is not None for row in called.table.rows_shown()))


def test_the_first_key_does_not_wait_for_the_writing_connection(called: Bench, until: Until) -> None:
    until(lambda: called.county.tasks._db is not None)


def test_the_cards_of_run_and_family_tell_it_as_it_is(called: Bench, until: Until, qtbot: QtBot) -> None:
    family = chosen(called)[0]
    qtbot.keyClick(called.table.view, "4")
    until(lambda: states(called)[0] == "refused")
    called.desk.select(Kind.HOUSEHOLD, (family,))
    until(lambda: "拒绝转移（测试员）" in texts(called.card))
    assert "点名（研判第 1 号）" in texts(called.card)
    next(button for button in called.card.card.buttons if button.text() == "记点名结果…").click()
    until(lambda: bool(called.desk.dialogs))
    called.desk.dialogs[0].close()
    called.desk.select(Kind.HOUSEHOLD, (builders.BARE,))
    until(lambda: called.card.title.startswith("陈十"))
    assert "点名（研判第 1 号）" not in texts(called.card)
    called.flood.open_last_run()
    until(lambda: "联系上 1 户（25%），已离开 0 户（0%），按 4 户计" in texts(called.card))
    called.undo()
    until(lambda: "联系上 0 户（0%），已离开 0 户（0%），按 4 户计" in texts(called.card))


def test_what_the_form_of_a_card_writes_is_seen_in_the_list(called: Bench, run: int, until: Until) -> None:
    answers = [Answer(builders.ALONE, RollState.CALLED)]
    called.county.tasks.write("", lambda db, _control: record_roll_call(db, run, answers, who="乙"), called.desk.tell)
    until(lambda: "called" in states(called))


def test_enter_in_the_field_of_the_place_writes_too(called: Bench, heard, until: Until, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    qtbot.keyClick(called.table.view, "6")
    until(lambda: bool(called.desk.dialogs))
    dialog = called.desk.dialogs[0]
    assert isinstance(dialog, RollCallDialog)
    dialog.place.setCurrentText("村口 <b>'")
    qtbot.keyClick(dialog.place, Qt.Key.Key_Return)
    until(lambda: states(called)[0] == "moved")
    assert called.table.rows_shown()[0].entry.moved_to == MovedTo(PlaceKind.OTHER, "村口 <b>'")
    assert not called.desk.dialogs
    assert len(heard.changes) == 1


def test_when_undo_takes_the_run_itself_nobody_goes_on_calling(called: Bench, until: Until, qtbot: QtBot) -> None:
    called.flood.open_last_run()
    until(lambda: called.flood.run is not None)
    called.run_work("roll_call")
    until(lambda: [type(row) for row in called.table.rows_shown()] == [RollCallRow] * 4)
    called.table.view.selectRow(0)
    qtbot.keyClick(called.table.view, "3")
    until(lambda: states(called)[0] == "moved")
    called.undo()
    until(lambda: states(called)[0] == "not_reached")
    called.undo()
    until(lambda: called.flood.run is None and called.table.rows_shown() == [])


def test_another_roll_call_is_begun_from_the_runs_card_and_undone(called: Bench, until: Until, qtbot: QtBot) -> None:
    qtbot.keyClick(called.table.view, "3")
    until(lambda: states(called)[0] == "moved")
    called.flood.open_last_run()
    until(lambda: called.flood.run is not None)
    from gisapp.ui.work.registry import RUN_ACTIONS

    assert called.flood.run is not None
    next(one for one in RUN_ACTIONS if one.id == "begin_roll_call").run(called.desk, called.flood.run)
    until(lambda: counts(called)[1] == "4")
    called.undo()
    until(lambda: counts(called)[1] == "3")


def test_the_roll_call_is_exported_as_file_and_as_sheet(called: Bench, ask, heard, tmp_path: Path, until: Until, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    ask.answers = [tmp_path / "空.json"]
    called.run_work("export_roll_call")
    until(lambda: any("没有可以导出的" in text for _, text in heard.messages))
    qtbot.keyClick(called.table.view, "2")
    until(lambda: states(called)[0] == "called")
    for name in ("点名.json", "点名.xlsx"):
        ask.answers = [tmp_path / name]
        called.run_work("export_roll_call")
        until(lambda file=tmp_path / name: file.exists())  # type: ignore[misc]
    assert not (tmp_path / "空.json").exists()


def test_without_a_run_the_list_and_the_board_say_what_to_do(county_path: Path, ask, until: Until, qtbot: QtBot, signals) -> None:  # type: ignore[no-untyped-def]
    from gisapp.ui.open_county import OpenCounty

    with county_file.writing(county_path) as db:
        db.execute("DELETE FROM hazard_run")
    county = OpenCounty(county_path, signals, who="测试员")
    bench = Bench(county, ask)
    qtbot.addWidget(bench)
    with qtbot.waitSignal(bench.map.content.shown, timeout=60_000):
        bench.show()
    bench.run_work("roll_call")
    until(lambda: bench.table._hint.text().startswith("还没有研判"))
    bench.run_work("merge_roll_call")
    bench.desk.show_flood_page("roll_call_board")
    board = bench.pages.page("roll_call_board")
    assert isinstance(board, RollCallBoard)
    until(lambda: board.summary.text() == "还没有研判，没有可以点名的户。")
    bench.map.canvas.stop()
    county.close()


def waiting(bench: Bench, title: str) -> str:
    """What stands beside a list at the left."""
    lists = bench.flood.shelf.lists
    assert lists is not None
    items = [lists.topLevelItem(place) for place in range(lists.topLevelItemCount())]
    return next(item.text(1) for item in items if item is not None and item.text(0) == title)


def test_the_lists_at_the_left_count_the_run_in_hand_not_the_latest(called: Bench, run: int, until: Until) -> None:
    with county_file.writing(called.county.path) as db:
        small = HazardArea(None, "小片", HazardKind.FLOOD, HazardLevel.RED, "测试", None, None, builders.box(0, 0, 150, 150))
        later, _ = find_affected(db, [small], who="甲")
    called.flood.open_last_run()
    until(lambda: called.flood.run is not None and called.flood.run.id == later.id)
    until(lambda: waiting(called, "点名") == str(later.totals.total.households) != "4")
    called.flood.lists.open([next(one for one in stored_runs.kept(called.county.reader) if one.id == run)])
    until(lambda: called.flood.run is not None and called.flood.run.id == run)
    until(lambda: waiting(called, "点名") == "4")
