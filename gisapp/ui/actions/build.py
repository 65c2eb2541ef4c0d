"""Turns the records into QActions and menus of one window."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from gisapp.language import tr
from gisapp.ui import icons
from gisapp.ui.actions.records import ACTIONS, MENUS, ActionRecord

WORK = "work:"


def build_actions(window: QWidget) -> dict[str, QAction]:
    """One QAction a record, connected to the window's method of that name."""
    return {record.id: _action(record, window) for record in ACTIONS}


def build_menus(bar: QMenuBar, actions: dict[str, QAction]) -> dict[str, QMenu]:
    """The menus with their actions."""
    menus = {name: bar.addMenu(tr(title)) for name, title in MENUS}
    for record in ACTIONS:
        if record.opens_group:
            menus[record.menu].addSeparator()
        menus[record.menu].addAction(actions[record.id])
    return menus


def add_choice(menu: QMenu, title: str, options: tuple[tuple[str, str], ...], *, current: str, chosen: Callable[[str], None]) -> None:
    """A submenu of which one line is ticked."""
    sub = menu.addMenu(title)
    group = QActionGroup(sub)
    for value, text in options:
        action = sub.addAction(text)
        action.setCheckable(True)
        action.setChecked(value == current)
        action.triggered.connect(lambda _checked=False, wanted=value: chosen(wanted))
        group.addAction(action)


def _action(record: ActionRecord, window: QWidget) -> QAction:
    action = QAction(tr(record.text), window)
    action.setObjectName(record.id)
    if record.shortcut:
        action.setShortcut(QKeySequence(record.shortcut))
    if record.tip:
        action.setToolTip(tr(record.tip))
        action.setStatusTip(tr(record.tip))
    icons.put(action, record.icon)
    action.triggered.connect(lambda _checked=False: _run(record.slot, window))
    window.addAction(action)
    return action


def _run(slot: str, window: QWidget) -> None:
    """Call the window's method of that name, else the open county's."""
    owner: Any = window if hasattr(window, slot) else getattr(window, "bench", None)
    if owner is not None and slot.startswith(WORK):
        owner.run_work(slot.removeprefix(WORK))
    elif owner is not None:
        getattr(owner, slot)()
