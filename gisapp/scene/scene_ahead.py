"""Begins to read a county before there is a window to show it in, so that picture and window are ready together."""

from __future__ import annotations

import sqlite3
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from threading import Thread

from gisapp.errors import GisappError
from gisapp.scene.county_layers import DEFAULT_THEME, CountyScene, county_scene
from gisapp.storage import county_file


class SceneAhead:
    """The scene of one county file, read on a thread and a connection of its own from the moment this is made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._found: Future[CountyScene] | None = Future()
        Thread(target=self._read, args=(self._found,), name="ahead", daemon=True).start()

    def scene(self, connection: sqlite3.Connection, path: Path, *, theme: str = DEFAULT_THEME) -> CountyScene:
        """The scene read ahead, waited for and given out once; anything else, or what could not be read ahead, is read now."""
        found, self._found = self._found, None
        if found is not None and path == self._path and theme == DEFAULT_THEME and found.exception() is None:
            return found.result()
        return county_scene(connection, theme=theme)

    def _read(self, found: Future[CountyScene]) -> None:
        try:
            with closing(county_file.open_again(self._path)) as connection:
                found.set_result(county_scene(connection))
        except (GisappError, sqlite3.Error) as error:  # whoever opens the file is told what is wrong with it
            found.set_exception(error)
        except BaseException as error:
            found.set_exception(error)
            raise
