"""Begins to read a county before there is a window to show it in, so that picture and window are ready together."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import closing
from pathlib import Path
from threading import Thread

from gisapp.errors import GisappError
from gisapp.scene.county_layers import DEFAULT_THEME, CountyScene, county_scene
from gisapp.storage.county import county_file

Early = Callable[[CountyScene], object]


class SceneAhead:
    """The scene of one county file, read on a thread and a connection of its own from the moment this is made."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._early: Future[CountyScene] = Future()
        self._found: Future[CountyScene] | None = Future()
        Thread(target=self._read, args=(self._found,), name="ahead", daemon=True).start()

    def scene(self, connection: sqlite3.Connection, path: Path, *, theme: str = DEFAULT_THEME, early: Early | None = None) -> CountyScene:
        """The scene read ahead, waited for and given out once; anything else, or what could not be read ahead, is read now.

        ``early``: as for county_scene().
        """
        found, self._found = self._found, None
        if found is None or path != self._path or theme != DEFAULT_THEME or self._early.exception() is not None:
            return county_scene(connection, theme=theme, early=early)
        if early is not None:
            early(self._early.result())
        return found.result() if found.exception() is None else county_scene(connection, theme=theme)

    def _read(self, found: Future[CountyScene]) -> None:
        try:
            with closing(county_file.open_again(self._path)) as connection:
                found.set_result(county_scene(connection, early=self._early.set_result))
        except (GisappError, sqlite3.Error) as error:  # whoever opens the file is told what is wrong with it
            self._fail(found, error)
        except BaseException as error:
            self._fail(found, error)
            raise

    def _fail(self, found: Future[CountyScene], error: BaseException) -> None:
        if not self._early.done():
            self._early.set_exception(error)
        found.set_exception(error)
