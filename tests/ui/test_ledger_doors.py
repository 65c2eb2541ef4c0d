"""Ledgers by other doors: dropped onto the window, and empty ones to hand out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton

from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadRequest
from gisapp.services.ledger.import_ledger import read_table
from gisapp.ui.bench import Bench
from gisapp.ui.ledger_import import Step
from tests.ui.conftest import Heard, ScriptedAsk
from tests.ui.test_ledgers import book, run_of

Until = Callable[[Callable[[], bool]], None]


def test_a_ledger_dropped_onto_the_window_is_opened(bench: Bench, until: Until, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(book(tmp_path / "人员 'a'.xlsx")))])
    modifiers, buttons = Qt.KeyboardModifier.NoModifier, Qt.MouseButton.LeftButton
    enter = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers)
    bench.dragEnterEvent(enter)
    assert enter.isAccepted()
    bench.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, buttons, modifiers))
    until(lambda: run_of(bench).step is Step.COLUMNS)
    assert bench.current is bench.ledgers


def test_a_picture_is_not_taken_when_dropped(bench: Bench, tmp_path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.png"))])
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    event.ignore()
    bench.dragEnterEvent(event)
    assert not event.isAccepted()


@pytest.mark.parametrize("kind", [kind for kind in LedgerKind if kind.has_template])
def test_an_empty_ledger_is_written_for_every_kind(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path, kind: LedgerKind
) -> None:
    out = tmp_path / f"{kind}.xlsx"
    ask.answers.append(out)
    bench.show_ledgers()
    next(one for one in bench.ledgers.findChildren(QPushButton) if one.accessibleName() == f"{kind.caption}空白模板").click()
    until(lambda: any(level == "done" for level, _ in heard.messages))
    try:
        table = read_table(bench.county.reader, out, kind)
    except BadRequest as error:
        pytest.fail(str(error))
    assert (table.rows, len(table.examples)) == ((), 1)
