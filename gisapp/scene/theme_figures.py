"""Keeps the figures behind every theme until the county file changes, so that another theme is there at once."""

from __future__ import annotations

import sqlite3

import numpy as np
from numpy.typing import NDArray

from gisapp.scene import themes
from gisapp.scene.shapes import IntArray
from gisapp.storage.places import grids

Columns = tuple[NDArray[np.int64], NDArray[np.int64]]


class ThemeFigures:
    """Figures by theme; ``run`` is the run whose roll call is shown, None = the latest. One thread notices changes, any thread reads."""

    def __init__(self, run: int | None = None) -> None:
        self.run = run
        self._version: object = None
        self._kept: dict[str, Columns] = {}

    def notice(self, connection: sqlite3.Connection) -> None:
        """Forget everything if the file has changed since the last call with this connection."""
        version = grids.figures_version(connection)
        if version != self._version:
            self._version = version
            self._kept = {}  # a new one: what is being read for the old is not kept

    def take_run(self, run: int | None) -> None:
        """Another run is in hand: its roll call is shown from now on."""
        if run != self.run:
            self.run = run
            self._kept = {name: found for name, found in self._kept.items() if not themes.theme(name).of_run}

    def of(self, connection: sqlite3.Connection, theme: str, ids: IntArray) -> IntArray:
        """The figure of each grid (n,), 0 where there is none; the ids rise. Read with ``connection`` unless known."""
        found, numbers = self.columns(connection, theme)
        figures = np.zeros(len(ids), np.int64)
        is_known = np.isin(found, ids)
        figures[np.searchsorted(ids, found[is_known])] = numbers[is_known]
        return figures

    def columns(self, connection: sqlite3.Connection, theme: str) -> Columns:
        """Grid ids (k,) and the figure of each; grids without any are left out."""
        kept = self._kept
        if theme not in kept:
            kept[theme] = grids.figure_columns(connection, theme, run=self.run)
        return kept[theme]
