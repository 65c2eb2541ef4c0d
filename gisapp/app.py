"""The only place where everything meets: the application, its looks and language, the window and its file."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QTimer, QTranslator
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from gisapp import paths
from gisapp.language import choose_language, current_language
from gisapp.scene.scene_ahead import SceneAhead
from gisapp.ui import preferences, theme, troubles
from gisapp.ui.collector import Collector
from gisapp.ui.main_window import MainWindow

SWITCH_S = 0.0005
"""How long a thread at work keeps Python from the window's; Python's own 5 ms add up, for Qt asks Python many times a picture."""


def run_window(path: Path | None, ahead: SceneAhead | None = None) -> int:
    """Open the window, on ``path`` when given (``ahead``: already being read); returns when it is closed."""
    app = application()
    collector = Collector()
    holder = WindowHolder(app)
    holder.show(path, ahead)
    code = app.exec()
    holder.drop()
    collector.stop()
    return code


def application() -> QApplication:
    """The application in its colours and fonts."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("gisapp")
    sys.setswitchinterval(SWITCH_S)
    app.setStyle("Fusion")
    theme.set_font(app)
    theme.choose_scheme(app, preferences.load().scheme)
    app.setWindowIcon(QIcon(str(paths.resources() / "icons" / "app.svg")))
    app.styleHints().colorSchemeChanged.connect(lambda _scheme: theme.dress(app))
    return app


class WindowHolder:
    """Holds the one window, and makes it anew when the language changes."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translator = QTranslator(app)
        self.window: MainWindow | None = None

    def show(self, path: Path | None, ahead: SceneAhead | None = None) -> None:
        """Make the window and open ``path`` in it."""
        self._speak()
        self.window = MainWindow()
        self.window.rebuild_asked.connect(self._rebuild)
        troubles.catch(lambda sentence: self._tell(sentence))
        self.window.begin(path, ahead)
        self.window.show()

    def drop(self) -> None:
        """Let go of the window before the application ends."""
        if self.window is not None:
            self.window.deleteLater()
            self.window = None

    def _rebuild(self, path: Path | None) -> None:
        """After the present event has ended: close the old window, show the new one."""
        QTimer.singleShot(0, self._app, lambda: self._replace(path))

    def _replace(self, path: Path | None) -> None:
        old = self.window
        self._app.setQuitOnLastWindowClosed(False)
        if old is not None:
            old.close()
            choose_language(old.preferences.language)
            old.deleteLater()
        self.show(path)
        self._app.setQuitOnLastWindowClosed(True)

    def _speak(self) -> None:
        """The chosen language for our sentences and for Qt's own dialogs."""
        preferences.speak_as_chosen()
        self._app.removeTranslator(self._translator)
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        if current_language() == "zh" and self._translator.load("qtbase_zh_CN", folder):
            self._app.installTranslator(self._translator)

    def _tell(self, sentence: str) -> None:
        if self.window is not None:
            self.window.signals.message.emit("error", sentence)
