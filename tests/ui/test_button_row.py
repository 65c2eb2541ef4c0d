"""No button over the table is ever cut off: what has no room waits in a menu."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gisapp.ui import pieces
from gisapp.ui.panels.button_row import ButtonRow, RowButton

WORDS = ("未联系", "已通知", "已转移", "拒绝转移", "在别处")


def row_of(qtbot: QtBot, pressed: list[str]) -> ButtonRow:
    row = ButtonRow()
    qtbot.addWidget(row)
    row.show_buttons([_button(word, pressed) for word in WORDS])
    row.show()
    return row


def _button(word: str, pressed: list[str]) -> RowButton:
    call = lambda: pressed.append(word)  # noqa: E731
    return RowButton(pieces.button(word, call), ((word, "", False, call),))


def in_sight(row: ButtonRow) -> list[str]:
    return [one.text() for one in row.widgets() if isinstance(one, QPushButton) and one.isVisibleTo(row)]


def test_all_buttons_stand_side_by_side_where_there_is_room(qtbot: QtBot) -> None:
    row = row_of(qtbot, [])
    row.fit(5_000)
    assert in_sight(row) == list(WORDS)


def test_what_has_no_room_waits_in_the_menu_of_the_last_button(qtbot: QtBot) -> None:
    pressed: list[str] = []
    row = row_of(qtbot, pressed)
    whole = row.sizeHint().width()
    row.fit(whole - 1)
    shown = in_sight(row)
    assert shown[-1] == "更多"
    assert row.sizeHint().width() <= whole - 1
    more = row.widgets()[-1]
    assert isinstance(more, QPushButton)
    actions = more.menu().actions()
    assert shown[:-1] + [action.text() for action in actions] == list(WORDS)
    actions[-1].trigger()
    assert pressed == ["在别处"]


def test_buttons_come_back_when_there_is_room_again(qtbot: QtBot) -> None:
    row = row_of(qtbot, [])
    row.fit(1)
    assert in_sight(row) == ["更多"]
    assert row.fit(5_000)
    assert in_sight(row) == list(WORDS)
    assert not row.fit(5_000)
