"""The county file that the window shows: its name, its reader, its tasks."""

from __future__ import annotations

import getpass
import os
import sqlite3
from pathlib import Path

from gisapp.scene.county_layers import CountyScene, county_scene
from gisapp.scene.scene_ahead import Early, SceneAhead
from gisapp.storage.county import county_file, settings
from gisapp.ui.signals import Signals
from gisapp.ui.tasks import Tasks


class OpenCounty:
    """One open county file. ``reader`` is for quick reads on the window's thread; all else goes through ``tasks``.

    Raises BadFile when the file cannot be opened.
    """

    def __init__(self, path: Path, signals: Signals, *, who: str = "", ahead: SceneAhead | None = None) -> None:
        self.path = path
        self.signals = signals
        self.who = who or user_name()
        self.reader: sqlite3.Connection = county_file.open_reading(path)
        self.name = str(settings.read(self.reader, "county_name", path.stem))
        self.is_sample = bool(settings.read(self.reader, "is_sample", False))
        self.epsg = settings.crs(self.reader)
        self.tasks = Tasks(path, signals)
        self._ahead = ahead

    def scene(self, connection: sqlite3.Connection, theme: str, early: Early | None = None) -> CountyScene:
        """The whole map, for a reading thread (``early``: without homes first); the first may have been read ahead."""
        if self._ahead is not None:
            return self._ahead.scene(connection, self.path, theme=theme, early=early)
        return county_scene(connection, theme=theme, early=early)

    def close(self) -> None:
        """Close every connection; waits for what is being written."""
        self.reader.close()
        self.tasks.close()


def user_name() -> str:
    """Who works here, as the history notes it: GISAPP_USER, else the name of the account."""
    try:
        return os.environ.get("GISAPP_USER") or getpass.getuser()
    except (KeyError, OSError, ImportError):
        return "?"
