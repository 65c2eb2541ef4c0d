"""The window: menus, workspaces and search in one bar, below it the welcome page or the open county."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from gisapp import __version__, paths
from gisapp.errors import GisappError
from gisapp.language import current_language, tr
from gisapp.scene.scene_ahead import SceneAhead
from gisapp.ui import county_jobs, icons, preferences
from gisapp.ui.actions.build import add_choice, build_actions, build_menus
from gisapp.ui.actions.records import ACTIONS, LANGUAGES, SCHEMES
from gisapp.ui.ask import Ask
from gisapp.ui.bench import Bench
from gisapp.ui.help import HelpDialog
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.toast import Toast
from gisapp.ui.signals import Signals
from gisapp.ui.tasks import Tasks
from gisapp.ui.theme import choose_scheme, is_dark
from gisapp.ui.top_bar import TopBar
from gisapp.ui.welcome import WelcomeActions, WelcomePage

SMALLEST = (900, 480)
"""Logical pixels: a full HD screen at 200 % has 960 x 540, less the task bar."""


class MainWindow(QMainWindow):
    """rebuild_asked(path): make the window anew, in another language, with this file (None = none)."""

    rebuild_asked = Signal(object)

    def __init__(self, *, ask: Ask | None = None) -> None:
        self._was_dark = is_dark(QApplication.palette())
        super().__init__()
        self.ask = ask or Ask(self)
        self.signals = Signals()
        self.preferences = preferences.load()
        self.bench: Bench | None = None
        self._tasks = Tasks(None, self.signals)
        self._pages = QStackedWidget()
        self.setCentralWidget(self._pages)
        self.actions_by_id = build_actions(self)
        self.top = TopBar(self)
        menus = build_menus(self.top.menus, self.actions_by_id)
        add_choice(
            menus["view"],
            tr("颜色"),
            tuple((value, tr(text)) for value, text in SCHEMES),
            current=self.preferences.scheme,
            chosen=self._choose_scheme,
        )
        add_choice(menus["view"], tr("语言"), LANGUAGES, current=current_language(), chosen=self._choose_language)
        self.setMenuWidget(self.top)
        self.top.workspace_chosen.connect(self._show_workspace)
        self.toast = Toast(self)
        self.signals.message.connect(self.toast.tell)
        self.setMinimumSize(*SMALLEST)
        self.resize(1366, 728)
        if not self.restoreGeometry(QByteArray.fromBase64(self.preferences.geometry.encode())):
            self.setGeometry(self.screen().availableGeometry())
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self._welcome: WelcomePage | None = None

    # Opening and closing

    def begin(self, path: Path | None, ahead: SceneAhead | None = None) -> None:
        """Open ``path``, or show the welcome page."""
        if path is None:
            self._show_welcome()
        else:
            self.open_path(path, ahead)

    def open_path(self, path: Path, ahead: SceneAhead | None = None) -> None:
        """Open a county file; an older one is brought up to date first."""
        try:
            county = OpenCounty(path, self.signals, ahead=ahead)
        except GisappError as error:
            self._upgrade(path, error)
            return
        self._show_county(county)

    def close_county(self) -> None:
        """Back to the welcome page."""
        self._drop_bench()
        self._show_welcome()

    def open_county(self) -> None:
        path = self.ask.county_to_open(self._folder())
        if path is not None:
            self.open_path(path)

    def open_sample(self) -> None:
        """The sample county, built once with progress when it is not there yet."""
        path = paths.sample_county()
        if path.exists():
            self.open_path(path)
        else:
            self._work(tr("生成示例县，约需半分钟"), lambda control: county_jobs.make_sample(path, control))

    def new_county(self) -> None:
        """An empty county from an outline file."""
        outline = self.ask.outline_to_read(self._folder())
        path = self.ask.new_county(self._folder()) if outline is not None else None
        if outline is not None and path is not None:
            chosen, target = outline, path
            self._work(tr("新建县"), lambda _control: county_jobs.make_new(target, chosen))

    def restore_backup(self) -> None:
        """Put a backup in the place of a county file; what stood there is kept."""
        backup = self.ask.backup_to_restore(self._folder())
        path = self.ask.save_as(tr("恢复到"), county_jobs.home_of(backup), tr("县文件 (*.gpkg)")) if backup is not None else None
        if backup is not None and path is not None:
            chosen, target = backup, path
            self.close_county()
            self._work(tr("从备份恢复"), lambda _control: county_jobs.restore(chosen, target))

    def _work(self, title: str, job) -> None:  # type: ignore[no-untyped-def]
        self._tasks.work(title, job, self.open_path)

    def _upgrade(self, path: Path, error: GisappError) -> None:
        """Try once to bring an older file up to date; whatever else is wrong is told as it is."""

        def failed(_other: GisappError) -> None:
            self.preferences = self.preferences if path.exists() else self.preferences.without_recent(path)
            self.signals.message.emit("error", str(error))
            if self.bench is None:
                self._show_welcome()

        self._tasks.work(tr("打开县文件"), lambda _control: county_jobs.upgrade(path), self._open_upgraded, failed=failed)

    def _open_upgraded(self, path: Path) -> None:
        try:
            self._show_county(OpenCounty(path, self.signals))
        except GisappError as error:
            self.signals.message.emit("error", str(error))

    def _show_county(self, county: OpenCounty) -> None:
        self._drop_bench()
        self.bench = Bench(county, self.ask)
        self.bench.set_panes(self.preferences.panes)
        self.top.show_county(self.bench)
        self._pages.addWidget(self.bench)
        self._pages.setCurrentWidget(self.bench)
        self._enable(has_county=True)
        self.preferences = self.preferences.with_recent(county.path)
        self._write_preferences()
        title = tr("{county}（示例数据）", county=county.name) if county.is_sample else county.name
        self.setWindowTitle(tr("{title} — 网格与搬迁社区", title=title))

    def _drop_bench(self) -> None:
        if self.bench is None:
            return
        bench, self.bench = self.bench, None
        self.preferences = replace(self.preferences, panes=bench.panes())
        self.top.show_none()
        bench.close_county()
        self._pages.removeWidget(bench)
        bench.deleteLater()

    def _show_welcome(self) -> None:
        if self._welcome is not None:
            self._pages.removeWidget(self._welcome)
            self._welcome.deleteLater()
        actions = WelcomeActions(
            self.open_county, self.new_county, self.open_sample, self.restore_backup, self.open_path, self._tasks.cancel
        )
        self._welcome = WelcomePage(actions, self.preferences.recent)
        self.signals.busy.connect(self._welcome.show_busy)
        self._pages.addWidget(self._welcome)
        self._pages.setCurrentWidget(self._welcome)
        self._enable(has_county=False)
        self.setWindowTitle(tr("网格与搬迁社区"))

    def _enable(self, *, has_county: bool) -> None:
        for record in ACTIONS:
            self.actions_by_id[record.id].setEnabled(has_county or not record.needs_county)

    def _folder(self) -> Path:
        return Path(self.preferences.recent[0]).parent if self.preferences.recent else Path.home()

    # The rest

    def show_help(self) -> None:
        HelpDialog(self).show()

    def show_about(self) -> None:
        self.ask.tell(tr("关于"), tr("网格与搬迁社区 {version}\n数据只在本机，不联网。", version=__version__))

    def _show_workspace(self, name: str) -> None:
        if self.bench is not None:
            self.bench.show_workspace(name)

    def _choose_scheme(self, scheme: str) -> None:
        self.preferences = replace(self.preferences, scheme=scheme)
        self._write_preferences()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            choose_scheme(app, scheme)

    def _choose_language(self, language: str) -> None:
        self.preferences = replace(self.preferences, language=language)
        self._keep_preferences()
        self.rebuild_asked.emit(self.bench.county.path if self.bench else None)

    def _keep_preferences(self) -> None:
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        self.preferences = replace(self.preferences, geometry=geometry)
        self._write_preferences()

    def _write_preferences(self) -> None:
        kept = preferences.load()  # what was chosen in dialogs meanwhile
        self.preferences = replace(self.preferences, cards=kept.cards, report=kept.report)
        preferences.keep(self.preferences)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and self._was_dark != is_dark(self.palette()):
            self._was_dark = is_dark(self.palette())
            icons.redraw(self)
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.toast.isVisible():
            self.toast.place()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._drop_bench()
        self._keep_preferences()
        self._tasks.close()
        super().closeEvent(event)

    def page(self) -> QWidget | None:
        """What the window shows below its bar."""
        return self._pages.currentWidget()
