"""The window itself: never empty, opens what it can, says in a sentence what it cannot, speaks two languages."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLibraryInfo, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from gisapp import app, paths
from gisapp.language import choose_language
from gisapp.services.county import make_sample
from gisapp.storage.county import backups
from gisapp.ui import preferences
from gisapp.ui.main_window import MainWindow
from gisapp.ui.welcome import WelcomePage

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("GISAPP_LANGUAGE", "zh")


@pytest.fixture
def window(ask, qtbot: QtBot) -> Iterator[MainWindow]:  # type: ignore[no-untyped-def]
    made = MainWindow(ask=ask)
    qtbot.addWidget(made)
    made.begin(None)
    made.show()
    yield made
    made.close()


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def test_the_first_page_offers_everything_and_remembers_files(window: MainWindow, county_path: Path) -> None:
    page = window.page()
    assert isinstance(page, WelcomePage)
    assert [tile.accessibleName() for tile in page.tiles] == ["打开示例县", "打开县文件", "新建县", "从备份恢复"]
    assert any("还没有打开过" in text for text in texts(page))
    window.open_path(county_path)
    assert window.windowTitle() == "测试县（示例数据） — 网格与搬迁社区"
    window.close_county()
    assert any(button.text() == county_path.stem for button in window.page().findChildren(QAbstractButton))


def test_sample_data_are_marked_on_the_map(window: MainWindow, county_path: Path) -> None:
    window.open_path(county_path)
    assert window.bench.map.label_of_sample().isVisible()


def test_opening_another_file_closes_the_first(window: MainWindow, county_path: Path, tmp_path: Path) -> None:
    other = backups.back_up(county_path, tmp_path / "other.gpkg")
    window.open_path(county_path)
    first = window.bench
    window.open_path(other)
    assert window.bench is not first
    assert window.bench.county.path == other


@pytest.mark.parametrize("content", [b"", b"not a county", b"SQLite format 3\0" + b"\0" * 200])
def test_a_file_that_is_no_county_gives_one_sentence_and_stays_as_it_was(
    window: MainWindow, until: Until, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "坏.gpkg"
    path.write_bytes(content)
    window.open_path(path)
    until(window.toast.isVisible)
    assert "Traceback" not in window.toast.text()
    assert path.name in window.toast.text()
    assert isinstance(window.page(), WelcomePage)
    assert path.read_bytes() == content


def test_a_recent_file_that_is_gone_leaves_the_list(window: MainWindow, until: Until, tmp_path: Path) -> None:
    window.preferences = window.preferences.with_recent(tmp_path / "没了.gpkg")
    window.open_path(tmp_path / "没了.gpkg")
    until(window.toast.isVisible)
    assert window.preferences.recent == ()


def test_the_sample_is_built_once_with_progress(
    window: MainWindow, until: Until, monkeypatch: pytest.MonkeyPatch, county_path: Path
) -> None:
    built: list[Path] = []

    def make(path: Path, **callables: object) -> None:
        built.append(path)
        path.write_bytes(county_path.read_bytes())

    monkeypatch.setattr(make_sample, "make_sample", make)
    window.open_sample()
    until(lambda: window.bench is not None)
    window.close_county()
    window.open_sample()
    assert window.bench is not None
    assert built == [paths.sample_county()]


def test_a_new_county_is_made_from_an_outline(window: MainWindow, ask, until: Until, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    ask.answers += [paths.resources() / "sample" / "hanyin_outline.geojson", tmp_path / "新县.gpkg"]
    window.new_county()
    until(lambda: window.bench is not None)
    until(lambda: window.bench.status._counts.text() == "0 网格 · 0 户 · 0 人")


def test_a_backup_is_put_back_and_the_old_file_kept(window: MainWindow, ask, until: Until, county_path: Path) -> None:  # type: ignore[no-untyped-def]
    copy = backups.back_up(county_path)
    county_path.write_bytes(b"damaged")
    ask.answers += [copy, county_path]
    window.restore_backup()
    until(lambda: window.bench is not None)
    assert any(file.read_bytes() == b"damaged" for file in county_path.parent.glob("*恢复前*"))


def test_the_window_fits_an_office_screen_and_no_text_is_below_nine_points(window: MainWindow, county_path: Path, until: Until) -> None:
    app.application()
    window.open_path(county_path)
    for name in ("grids", "relocation", "flood"):
        window.bench.show_workspace(name)
        hint = window.minimumSizeHint()
        assert hint.width() <= 1366
        assert hint.height() <= 728
    assert min(widget.font().pointSizeF() for widget in window.findChildren(QWidget)) >= 9.0


def test_everything_that_can_be_pressed_or_filled_in_has_a_name(window: MainWindow, county_path: Path) -> None:
    window.open_path(county_path)
    for name in ("grids", "relocation", "flood"):
        window.bench.show_workspace(name)
    nameless = [
        widget
        for widget in window.bench.findChildren(QWidget)
        if isinstance(widget, QAbstractButton | QLineEdit)
        and not (widget.accessibleName() or getattr(widget, "text", str)() or widget.objectName().startswith(("qt_", "_q_")))
    ]
    assert nameless == []


def test_another_language_makes_the_window_anew_on_the_same_file(
    window: MainWindow, county_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.open_path(county_path)
    with qtbot.waitSignal(window.rebuild_asked) as asked:
        window._choose_language("en")
    assert asked.args == [county_path]
    assert preferences.load().language == "en"
    choose_language("en")
    english = MainWindow()
    qtbot.addWidget(english)
    english.begin(county_path)
    assert [one.title() for one in english.bench.workspaces] == ["Grid", "Relocation", "Flood", "Ledgers"]
    assert english.windowTitle() == "测试县 (sample data) — Grids and relocation"
    english.close()


def test_qt_has_its_own_dialogs_in_chinese() -> None:
    assert (Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / "qtbase_zh_CN.qm").is_file()


def test_help_and_about_open(window: MainWindow, ask) -> None:  # type: ignore[no-untyped-def]
    window.show_help()
    window.show_about()
    assert "不联网" in ask.told[0]


def test_the_check_of_a_sound_file_says_so(window: MainWindow, ask, until: Until, county_path: Path) -> None:  # type: ignore[no-untyped-def]
    window.open_path(county_path)
    window.bench.check()
    until(lambda: len(ask.told) == 1)
    assert "缺岗户（待办，不算问题）：2" in ask.told[0]


def test_a_backup_and_a_picture_are_written(window: MainWindow, ask, until: Until, county_path: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    window.open_path(county_path)
    window.bench.back_up()
    ask.answers.append(tmp_path / "图.png")
    window.bench.save_picture()
    until(lambda: (tmp_path / "图.png").exists() and any(backups.folder_of(county_path).glob("*.gpkg")))


def test_a_web_map_is_written(window: MainWindow, ask, until: Until, county_path: Path, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    window.open_path(county_path)
    ask.answers.append(tmp_path / "图.html")
    window.bench.web_map()
    dialog = window.bench.desk.dialogs[0]
    dialog.homes.setChecked(True)
    dialog.save.click()
    until(lambda: window.toast.isVisible() and "图.html" in window.toast.text())
    assert "12100000001" not in (tmp_path / "图.html").read_text("utf-8")
    ask.answers.append(tmp_path / "电话.html")
    window.bench.web_map()
    dialog = window.bench.desk.dialogs[-1]
    dialog.phones.setChecked(True)
    assert not dialog.save.isEnabled()
    dialog.reason.setText("值班室用")
    dialog.save.click()
    until(lambda: window.toast.isVisible() and "电话.html" in window.toast.text())
    assert "12100000001" in (tmp_path / "电话.html").read_text("utf-8")


def test_messages_are_plain_text(window: MainWindow) -> None:
    window.signals.message.emit("error", "<b>坏</b>")
    assert window.toast.textFormat() is Qt.TextFormat.PlainText
    assert window.toast.text() == "<b>坏</b>"


def test_preferences_survive_and_nonsense_is_no_harm(tmp_path: Path) -> None:
    preferences.keep(preferences.Preferences(recent=("a",), language="en", scheme="dark"))
    assert preferences.load() == preferences.Preferences(recent=("a",), language="en", scheme="dark")
    file = paths.user_data() / "settings.json"
    for nonsense in ("", "[]", json.dumps({"recent": [1, "b"], "language": 7})):
        file.write_text(nonsense, "utf-8")
        assert preferences.load().language == ""


def test_panes_keep_their_sizes(window: MainWindow, county_path: Path) -> None:
    window.open_path(county_path)
    window.bench.splitters[1].setSizes([300, 350])
    kept = window.bench.splitters[1].sizes()
    window.close_county()
    window.open_path(county_path)
    assert window.bench.splitters[1].sizes() == kept


def test_the_holder_makes_the_window_anew_in_the_other_language(qapp, county_path: Path, until: Until) -> None:  # type: ignore[no-untyped-def]
    holder = app.WindowHolder(qapp)
    holder.show(county_path)
    first = holder.window
    first._choose_language("en")
    until(lambda: holder.window is not first)
    assert holder.window.bench.grids.title() == "Grid"
    assert holder.window.bench.county.path == county_path
    holder.window.close()
    holder.drop()
    sys.excepthook = sys.__excepthook__


def test_recent_files_stand_newest_first_each_once() -> None:
    kept = preferences.Preferences()
    for name in ("a", "b", "a"):
        kept = kept.with_recent(Path(name))
    assert kept.recent == ("a", "b")
