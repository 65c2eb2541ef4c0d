"""Every word has room: in both languages, on a small office screen and on a full HD screen at 200 %."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from gisapp import app
from gisapp.ui.main_window import MainWindow
from gisapp.ui.pieces import ShortLabel
from tests.unit.readers.ledgers import workbook

Until = Callable[[Callable[[], bool]], None]
OFFICE, DOUBLED = (1366, 728), (960, 500)


@pytest.fixture(params=[(language, size) for language in ("zh", "en") for size in (OFFICE, DOUBLED)], ids=str)
def window(request: pytest.FixtureRequest, ask, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:  # type: ignore[no-untyped-def]
    language, size = request.param
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GISAPP_LANGUAGE", language)
    app.application()
    made = MainWindow(ask=ask)
    qtbot.addWidget(made)
    made.showNormal()
    made.resize(*size)
    made.begin(None)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


def cut_off(page: QWidget) -> list[str]:
    """The texts in sight that have less room than they need."""
    return [repr(_text(widget)) for widget in page.findChildren(QWidget) if widget.isVisible() and _is_cut(widget)] + [
        scroll.objectName() for scroll in page.findChildren(QScrollArea) if scroll.isVisible() and scroll.horizontalScrollBar().maximum()
    ]


def _text(widget: QWidget) -> str:
    return widget.currentText() if isinstance(widget, QComboBox) else str(widget.property("text"))


def _is_cut(widget: QWidget) -> bool:
    if isinstance(widget, ShortLabel):
        return False
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    if isinstance(widget, QPushButton | QLabel | QComboBox | QAbstractButton) and (isinstance(widget, QComboBox) or widget.text()):
        return widget.sizeHint().width() > widget.width() + 1
    return False


def test_the_welcome_page_shows_all_its_words(window: MainWindow, until: Until) -> None:
    until(lambda: cut_off(window) == [])
    window.signals.busy.emit("生成", 0.5)
    until(lambda: cut_off(window) == [])


def test_every_workspace_shows_all_its_words(window: MainWindow, county_path: Path, until: Until) -> None:
    size = window.size()
    window.open_path(county_path)
    bench = window.bench
    assert bench is not None
    until(lambda: bool(bench.map.canvas.visible_layers()))
    bench.county.signals.selection.emit("grid", (1,), None)
    until(lambda: bool(bench.table.rows_shown()) and len(bench.card.card.buttons) == 3)
    until(lambda: cut_off(window) == [])
    bench.show_workspace("relocation")
    bench.relocation.fill_gaps()
    until(lambda: bool(bench.table.chosen_families()))
    until(lambda: bench.card.shown == ("household", bench.table.chosen_families()) and len(bench.card.card.buttons) == 4)
    bench.status.show_busy("…", 0.5)
    until(lambda: cut_off(window) == [])
    bench.assign_chosen()
    until(lambda: bench.dialog is not None and bench.dialog.contacts.count() > 0)
    until(lambda: cut_off(bench.dialog) == [])  # type: ignore[arg-type]
    bench.dialog.close()  # type: ignore[union-attr]
    bench.show_workspace("flood")
    until(lambda: cut_off(window) == [])
    bench.show_workspace("ledgers")
    bench.ledgers.open_file(workbook(county_path.with_name("人员.xlsx"), (("姓名", "与户主关系", "记事"), ("王五", "户主", ""))))
    until(lambda: bench.ledgers.run.can_go_on)
    until(lambda: cut_off(window) == [])
    bench.ledgers.run.go_on()
    until(lambda: bench.ledgers.run.plan is not None)
    until(lambda: cut_off(window) == [])
    assert window.size() == size
