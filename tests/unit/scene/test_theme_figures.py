"""Figures are read once and again when the file has changed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection
from types import SimpleNamespace

import numpy as np
import pytest

from gisapp.scene.theme_figures import ThemeFigures
from gisapp.storage.county import county_file
from tests import builders

IDS = np.array([1, 2, 3, 4], np.int64)


@pytest.fixture
def watch(county: Path) -> Iterator[Connection]:
    with county_file.reading(county) as connection:
        yield connection


def test_each_grid_has_its_figure_and_none_is_zero(watch: Connection) -> None:
    assert ThemeFigures().of(watch, "households", IDS).tolist() == [2, 3, 1, 0]
    assert ThemeFigures().of(watch, "households", IDS[:0]).tolist() == []


def test_figures_are_kept_until_a_change_is_noticed(county: Path, watch: Connection) -> None:
    figures = ThemeFigures()
    figures.notice(watch)
    assert figures.of(watch, "hazard_homes", IDS).tolist() == [0, 0, 0, 0]
    with builders.opened(county) as db:
        builders.add_hazard(db, builders.box(0, 0, 1000, 1000))
        assert figures.of(watch, "hazard_homes", IDS).tolist() == [0, 0, 0, 0]
        figures.notice(watch)
        assert figures.of(watch, "hazard_homes", IDS).tolist() == [2, 0, 0, 0]


def test_what_was_being_read_when_the_file_changed_is_not_kept(county: Path, watch: Connection) -> None:
    figures = ThemeFigures()
    figures.notice(watch)

    class Slow:
        """A reading that a change overtakes."""

        def execute(self, sql: str, values: dict[str, str]) -> object:
            row = watch.execute(sql, values).fetchone()
            with builders.opened(county) as db:
                builders.add_hazard(db, builders.box(0, 0, 1000, 1000))
            figures.notice(watch)
            return SimpleNamespace(fetchone=lambda: row)

    figures.columns(Slow(), "hazard_homes")  # type: ignore[arg-type]
    assert figures.of(watch, "hazard_homes", IDS).tolist() == [2, 0, 0, 0]
