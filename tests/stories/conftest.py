"""The county known by heart, made once a run and copied for each test that writes."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.builders import tiny_county
from tests.file_names import odd


@pytest.fixture(scope="session")
def made_county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny county; nobody may write to it."""
    return tiny_county(tmp_path_factory.mktemp("made") / "made.gpkg")


@pytest.fixture
def county(made_county: Path, tmp_path: Path) -> Path:
    """A copy of the tiny county of the test's own, in a folder whose name needs care."""
    folder = tmp_path / odd("测试 'a\" 县")
    folder.mkdir()
    return Path(shutil.copyfile(made_county, folder / "小县 1.gpkg"))


@pytest.fixture
def collected_here() -> Iterator[None]:
    """As in the program: Python's cycle collector never runs on a worker's thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait for what a window's threads bring."""
    return lambda holds: qtbot.waitUntil(holds, timeout=60_000)
