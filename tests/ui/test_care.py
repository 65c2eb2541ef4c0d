"""Needs, alarms and sleeping places in the window: written, listed, closed and answered with the keys, each undone as one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from gisapp.domain.care import CareKind
from gisapp.domain.change import Kind
from gisapp.domain.lines import Line
from gisapp.domain.sleeping import SleepingPlace
from gisapp.services.care.record_care import record_care
from gisapp.services.families.report_sleeping import count_doors
from gisapp.storage.care import care
from gisapp.storage.county import county_file
from gisapp.storage.families import sleeping
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.care.care_days import CareDaysDialog
from gisapp.ui.dialogs.care.care_entry import CareEntryDialog
from gisapp.ui.dialogs.care.close_care import CloseCareDialog
from gisapp.ui.dialogs.families.sleeping import SleepingDialog
from gisapp.ui.dialogs.families.sleeping_form import SleepingFormDialog
from gisapp.ui.dialogs.families.timeline import TimelineDialog
from gisapp.ui.work import care_deeds
from tests import builders

Until = Callable[[Callable[[], bool]], None]
TODAY = date.today()


@pytest.fixture
def with_alarm(county_path: Path) -> int:
    """An alarm of yesterday's due date, in the file before it is opened."""
    with county_file.writing(county_path) as db:
        return record_care(
            db, builders.TWO_ENDS, line=Line.VILLAGE, kind=CareKind.ALARM, text="后山有裂缝", who="甲",
            on_date=TODAY - timedelta(days=5), due_on=TODAY - timedelta(days=1),
        )[0]  # fmt: skip


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def people(bench: Bench, family: int) -> dict[str, SleepingPlace]:
    return {one.name: one.place for one in sleeping.of_families(bench.county.reader, [family])}


def opened(bench: Bench, kind: type, until: Until):  # type: ignore[no-untyped-def]
    """The dialog of this kind, when it is open."""
    until(lambda: any(isinstance(one, kind) for one in bench.desk.dialogs))
    return next(one for one in bench.desk.dialogs if isinstance(one, kind))


def test_the_list_of_needs_and_alarms_shows_overdue_first_and_marks_the_homes(with_alarm: int, bench: Bench, until: Until) -> None:
    bench.desk.show_list("care")
    until(lambda: [getattr(row, "days_overdue", None) for row in bench.table.rows_shown()] == [1])
    row = bench.table.rows_shown()[0]
    assert (row.household, row.house, row.turn.note) == (builders.TWO_ENDS, 6, "已逾期，同时请配合方村线·包联干部")
    until(lambda: dict(bench.map.canvas._selection) == {"house": frozenset({6})})


def test_a_familys_card_leads_with_what_is_open_and_whose_turn_it_is(with_alarm: int, bench: Bench, until: Until) -> None:
    bench.desk.select(Kind.HOUSEHOLD, [builders.TWO_ENDS])
    until(lambda: "往来记录" in texts(bench.card))
    shown = texts(bench.card)
    assert "预警 · 逾期 1 天" in shown
    assert "后山有裂缝" in shown
    assert "主责社区线·包联干部：联系人7" in shown


def test_an_alarm_is_written_with_the_keyboard_alone_and_undone(bench: Bench, heard, until: Until, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    care_deeds.write_entry(bench.desk, builders.COMPLETE)
    dialog = opened(bench, CareEntryDialog, until)
    until(lambda: dialog.title.text() == "吴六（H004）")
    qtbot.keyClick(dialog, Qt.Key.Key_4)
    assert (dialog.kind, dialog.due.text()) == (CareKind.ALARM, (TODAY + timedelta(days=3)).isoformat())
    assert "交给 联系人7 121****0007" in dialog.summary.text()
    qtbot.keyClicks(dialog.text, "crack")
    qtbot.keyClick(dialog.text, Qt.Key.Key_Return)
    until(lambda: len(heard.changes) == 1)
    (entry,) = care.open_entries(bench.county.reader)
    assert (entry.text, entry.line, entry.who) == ("crack", Line.COMMUNITY, "测试员")
    until(lambda: not bench.desk.dialogs)
    bench.undo()
    until(lambda: len(heard.changes) == 2)
    assert care.open_entries(bench.county.reader) == []


def test_an_entry_without_words_or_with_a_wrong_day_stays_and_says_why(bench: Bench, until: Until) -> None:
    care_deeds.write_entry(bench.desk, builders.COMPLETE)
    dialog = opened(bench, CareEntryDialog, until)
    until(lambda: bool(dialog.title.text()))
    dialog.record()
    assert dialog.summary.text() == "没有写内容。"
    dialog.text.setPlainText("看望")
    dialog.day.setText((TODAY + timedelta(days=1)).isoformat())
    dialog.record()
    until(lambda: "还没有到" in dialog.summary.text())
    assert dialog.isVisible()
    dialog.day.setText("昨天")
    dialog.record()
    assert dialog.summary.text() == "请写成 2026-07-12 的样子。"


def test_closing_needs_an_outcome_and_takes_it_off_list_and_card(with_alarm: int, bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    bench.desk.show_list("care")
    until(lambda: len(bench.table.rows_shown()) == 1 and hasattr(bench.table.rows_shown()[0], "entry"))
    care_deeds.close_rows(bench.desk, bench.desk.rows())
    dialog = opened(bench, CloseCareDialog, until)
    dialog.close_one()
    assert dialog.detail.text() == "没有写办理结果。"
    dialog.outcome.setText("已劝返")
    dialog.close_one()
    until(lambda: len(heard.changes) == 1)
    until(lambda: bench.table.rows_shown() == [])
    until(lambda: not bench.desk.dialogs)


def test_a_due_date_is_moved_in_the_same_dialog(with_alarm: int, bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    care_deeds.close_of_family(bench.desk, builders.TWO_ENDS)
    dialog = opened(bench, CloseCareDialog, until)
    dialog.due.setText("2099-01-01")
    dialog.postpone()
    until(lambda: len(heard.changes) == 1)
    assert care.by_id(bench.county.reader, with_alarm).due_on == "2099-01-01"  # type: ignore[union-attr]


def test_a_family_without_anything_open_is_told_kindly(bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    care_deeds.close_of_family(bench.desk, builders.COMPLETE)
    until(lambda: heard.messages == [("info", "没有未办结的需求和预警。")])


def test_a_whole_building_is_answered_with_keys_and_taken_back_with_one_undo(bench: Bench, heard, until: Until, qtbot: QtBot) -> None:  # type: ignore[no-untyped-def]
    bench.desk.show_list("sleeping")
    until(lambda: [getattr(row, "stale", None) for row in bench.table.rows_shown()] == [3, 2])
    care_deeds.check_rows(bench.desk, bench.desk.rows())
    dialog = opened(bench, SleepingDialog, until)
    until(lambda: len(dialog.model.people) == 5)
    assert [one.name for one in dialog.model.people] == ["吴六", "郑七", "王八", "冯九", "陈十"]
    for key in (Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_2):
        qtbot.keyClick(dialog.view, key)
    until(lambda: dialog.summary.text() == "2 人有变化，1 人没有变，1 人还没有填。1 人不能采用，原因见红字。")
    assert dialog.save.text() == "保存 3 人"
    qtbot.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    until(lambda: len(heard.changes) == 1)
    assert people(bench, builders.COMPLETE) == {"吴六": SleepingPlace.ORIGIN, "郑七": SleepingPlace.ELSEWHERE}
    bench.undo()
    until(lambda: len(heard.changes) == 2)
    assert people(bench, builders.COMPLETE) == {"吴六": SleepingPlace.HERE, "郑七": SleepingPlace.HERE}


def test_a_place_is_written_beside_the_name_and_the_rest_left_as_it_was(bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    care_deeds.check_family(bench.desk, builders.TWO_ENDS)
    dialog = opened(bench, SleepingDialog, until)
    until(lambda: len(dialog.model.people) == 2)
    assert dialog.model.setData(dialog.model.index(0, 5), "西安女儿家")
    dialog.answer_rest()
    until(lambda: dialog.summary.text() == "1 人有变化，1 人没有变，0 人还没有填。")
    dialog.write()
    until(lambda: len(heard.changes) == 1)
    assert [one.where for one in sleeping.of_families(bench.county.reader, [builders.TWO_ENDS])][0] == "西安女儿家"
    until(lambda: not bench.desk.dialogs)


def test_both_ends_are_listed_with_how_many_sleep_there(bench: Bench, until: Until) -> None:
    bench.desk.show_list("two_ends")
    until(lambda: [getattr(row, "at_origin", None) for row in bench.table.rows_shown()] == [1])
    assert bench.table.rows_shown()[0].household == builders.TWO_ENDS


def test_the_form_is_saved_and_read_back(bench: Bench, ask, heard, until: Until, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    bench.desk.show_list("two_ends")
    until(lambda: len(bench.table.rows_shown()) == 1 and hasattr(bench.table.rows_shown()[0], "at_origin"))
    ask.answers = [tmp_path / "表.xlsx", tmp_path / "表.xlsx"]
    care_deeds.save_form(bench.desk, bench.desk.rows())
    until(lambda: any("已保存" in text for _, text in heard.messages))
    care_deeds.read_form(bench.desk)
    dialog = opened(bench, SleepingFormDialog, until)
    until(lambda: dialog.summary.text() == "填了 0 人：0 人有变化，0 人不变，0 人没有采用；另有 2 人没有填。")
    assert not dialog.save.isEnabled()


def test_the_timeline_shows_all_and_narrows(with_alarm: int, bench: Bench, until: Until) -> None:
    care_deeds.show_timeline(bench.desk, builders.TWO_ENDS)
    dialog = opened(bench, TimelineDialog, until)
    until(lambda: len(dialog.model.shown) > 5)
    dialog.group.button(1).click()
    assert [line.text for line in dialog.model.shown] == ["后山有裂缝"]


def test_the_days_are_changed_and_the_month_is_saved(bench: Bench, ask, heard, until: Until, tmp_path: Path, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    care_deeds.change_days(bench.desk)
    dialog = opened(bench, CareDaysDialog, until)
    until(lambda: dialog.save.isEnabled())
    assert dialog.stale.value() == 30
    dialog.stale.setValue(7)
    dialog.write()
    until(lambda: len(heard.changes) == 1)
    monkeypatch.setattr(ask, "line", lambda *_words, **_more: "2024-06")
    ask.answers = [tmp_path / "月报.xlsx"]
    care_deeds.save_month(bench.desk)
    until(lambda: (tmp_path / "月报.xlsx").exists())


def test_a_county_at_one_door_is_refused_kindly(bench: Bench, heard, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(care_deeds, "MOST_FAMILIES", 2)
    doors = count_doors(bench.county.reader)
    care_deeds.check_rows(bench.desk, doors)
    assert heard.messages[-1][0] == "info"
    assert bench.desk.dialogs == ()
