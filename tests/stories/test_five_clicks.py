"""The five main jobs from the welcome page, at county size, with the mouse: five clicks each, the file dialog's among them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialogButtonBox, QFileDialog, QInputDialog, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gisapp.domain.id_number import check_character
from gisapp.ui import preferences
from gisapp.ui.bench import Bench
from gisapp.ui.ledger_import import Step
from gisapp.ui.main_window import MainWindow
from tests.stories.test_window_story import plain, polygon_of
from tests.unit.readers.ledgers import workbook

MOST_CLICKS = 5
pytestmark = pytest.mark.usefixtures("collected_here")
LEFT = Qt.MouseButton.LeftButton
BODY = "99999919850307421"
ID = BODY + check_character(BODY)
TITLES = ("姓名", "与户主关系", "身份证号", "电话", "现住址")
Until = Callable[[Callable[[], bool]], None]


@pytest.fixture(scope="module")
def county(sample_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_county, tmp_path_factory.mktemp("五次点击") / "汉阴.gpkg"))


class Hand:
    """A person's mouse in the real window, with the program's own dialogs; counts every click."""

    def __init__(self, window: MainWindow, qtbot: QtBot, until: Until) -> None:
        self.window, self.qtbot, self.until, self.clicks = window, qtbot, until, 0

    @property
    def bench(self) -> Bench:
        assert self.window.bench is not None
        return self.window.bench

    def click(self, widget: QWidget, place: QPoint | None = None) -> None:
        """One click in the middle of a widget, or at a place in it."""
        self.until(widget.isEnabled)
        assert widget.isVisible()
        self.clicks += 1
        self.qtbot.mouseClick(widget, LEFT, pos=place or widget.rect().center())

    def press(self, name: str, owner: QWidget | None = None) -> None:
        """Click the one button in sight that says so."""

        def found() -> list[QAbstractButton]:
            among = (owner or self.window).findChildren(QAbstractButton)
            return [one for one in among if name in (one.accessibleName(), one.text()) and one.isVisible()]

        self.until(lambda: len(found()) == 1)
        self.click(found()[0])

    def open_recent(self, county: Path) -> None:
        """The first click: the file named on the welcome page."""
        self.press(county.stem)
        self.until(lambda: self.window.bench is not None and bool(self.bench.map.canvas.visible_layers()))
        self.until(lambda: self.bench.map.canvas.is_complete)

    def drop(self, file: Path) -> None:
        """A file dragged from its folder onto the window: counted as a click."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        self.clicks += 1
        self.bench.dropEvent(QDropEvent(QPointF(5, 5), Qt.DropAction.CopyAction, data, LEFT, Qt.KeyboardModifier.NoModifier))

    def press_and_answer(self, name: str, text: str) -> None:
        """Click a button that asks for a line of text, type it, and click the dialog's own button."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QInputDialog):
                QTimer.singleShot(50, answer)
                return
            dialog.findChild(QLineEdit).insert(text)  # as an input method does
            [buttons] = dialog.findChildren(QDialogButtonBox)
            self.click(buttons.button(QDialogButtonBox.StandardButton.Ok))

        QTimer.singleShot(50, answer)
        self.press(name)

    def press_and_save(self, name: str, into: Path) -> Path:
        """Click a button that asks where to, and the dialog's own button that saves; the file, when it is written."""
        saved: list[Path] = []

        def save() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QFileDialog):
                QTimer.singleShot(50, save)
                return
            dialog.setDirectory(str(into))
            saved.append(into / Path(dialog.selectedFiles()[0]).name)
            [buttons] = dialog.findChildren(QDialogButtonBox)
            self.click(buttons.button(QDialogButtonBox.StandardButton.Save))

        QTimer.singleShot(50, save)
        self.press(name)
        assert len(saved) == 1
        self.until(lambda: saved[0].exists() and not self.bench.county.tasks.is_busy)
        return saved[0]


@pytest.fixture
def hand(county: Path, qtbot: QtBot, until: Until, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Hand]:
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "home"))
    preferences.keep(preferences.Preferences(recent=(str(county),)))
    window = MainWindow()
    qtbot.addWidget(window)
    window.showNormal()
    window.resize(1366, 728)
    window.begin(None)
    with qtbot.waitExposed(window):
        window.show()
    yield Hand(window, qtbot, until)
    window.close()


def words(widget: QWidget) -> str:
    """Everything a part of the window says."""
    return "\n".join(label.text() for label in widget.findChildren(QLabel))


def test_a_family_is_found_and_its_lead_contact_can_be_called(hand: Hand, county: Path, until: Until) -> None:
    [(family, code)] = plain(county, "SELECT id, code FROM household WHERE relocated_on IS NOT NULL ORDER BY id DESC LIMIT 1")
    holders = "SELECT c.name, c.phone FROM slot s JOIN contact c ON c.id = contact_id WHERE household_id = ? AND s.to_date IS NULL"
    names, phones = zip(*plain(county, holders, family), strict=True)
    hand.open_recent(county)
    hand.click(hand.bench.search)
    hand.qtbot.keyClicks(hand.bench.search, code)
    hand.qtbot.keyClick(hand.bench.search, Qt.Key.Key_Return)
    until(lambda: hand.bench.card.shown == ("household", (family,)) and "先打给" in words(hand.bench.card))
    assert all(name in words(hand.bench.card) for name in names)
    assert not any(phone in words(hand.bench.card) for phone in phones)
    hand.press_and_answer("显示完整电话…", "通知今晚转移")
    until(lambda: all(phone in words(hand.bench.card) for phone in phones))
    assert hand.clicks <= MOST_CLICKS


def test_a_grid_shows_its_card(hand: Hand, county: Path, until: Until) -> None:
    hand.open_recent(county)
    canvas = hand.bench.map.canvas
    grid, name, place = largest_grid(county)
    [[column, row]] = canvas.view().to_px(np.array([[place.x, place.y]]))
    hand.click(canvas, QPoint(round(column), round(row)))
    until(lambda: hand.bench.card.shown == ("grid", (grid,)) and hand.bench.card.title == name)
    assert hand.clicks <= MOST_CLICKS


def largest_grid(county: Path) -> tuple[int, str, shapely.Point]:
    """The grid with the most room for a click, and a place well inside it."""
    rows = plain(county, "SELECT id, name, geom FROM grid")
    shapes = [polygon_of(blob) for _, _, blob in rows]
    most = int(np.argmax(shapely.area(shapes)))
    return rows[most][0], rows[most][1], shapely.point_on_surface(shapes[most])


def test_a_missing_slot_is_assigned(hand: Hand, county: Path, until: Until) -> None:
    held = "SELECT count(*) FROM slot WHERE to_date IS NULL"
    [(before,)] = plain(county, held)
    hand.open_recent(county)
    hand.press("搬迁社区")
    hand.press("补齐缺岗", hand.bench.relocation)
    until(lambda: bool(hand.bench.table.chosen_rows() and hand.bench.card.card.buttons))
    until(lambda: hand.bench.card.card.buttons[0].text().startswith("补齐"))
    hand.click(hand.bench.card.card.buttons[0])
    until(lambda: hand.bench.dialog is not None and hand.bench.dialog.assign_button.isEnabled())
    hand.click(hand.bench.dialog.assign_button)  # type: ignore[union-attr]
    until(lambda: plain(county, held) == [(before + 1,)])
    assert hand.clicks <= MOST_CLICKS


def test_a_flood_is_asked_about_and_its_call_list_printed(hand: Hand, county: Path, until: Until, tmp_path: Path) -> None:
    hand.open_recent(county)
    hand.press("防汛")
    until(lambda: bool(hand.bench.flood.hazards.areas_ticked()))
    hand.press("哪些住房在险区？")
    until(lambda: hand.bench.flood.run is not None)
    paper = hand.press_and_save("打印电话名单", tmp_path)
    [(families,)] = plain(
        county,
        "SELECT count(DISTINCT household_id) FROM home JOIN hazard_run_house USING (house_id)"
        " WHERE run_id = (SELECT max(id) FROM hazard_run) AND to_date IS NULL AND state = 'lived_in'",
    )
    assert families > 100
    text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, check=True).stdout.decode()
    [to_call, *_] = re.split(r"^ *去自己另一处住房", text, flags=re.MULTILINE)
    assert len(re.findall(r"^ *[红橙]色 +[\u4e00-\u9fff]{2,}", to_call, re.MULTILINE)) == families
    assert hand.clicks <= MOST_CLICKS


def test_this_months_ledger_is_imported(hand: Hand, county: Path, until: Until, tmp_path: Path) -> None:
    count = "SELECT count(*) FROM resident"
    [(before,)] = plain(county, count)
    hand.open_recent(county)
    hand.drop(workbook(tmp_path / "人员.xlsx", (TITLES, ("王示例", "户主", ID, "12000000000", "示例村1组1号"))))
    until(lambda: hand.bench.ledgers.run.step is Step.COLUMNS)
    hand.press("看会怎样")
    until(lambda: hand.bench.ledgers.run.step is Step.PREVIEW)
    hand.press("写入")
    until(lambda: plain(county, count) == [(before + 1,)])
    assert hand.clicks <= MOST_CLICKS
