"""A window's parts on a county known by heart, and a person who answers as scripted."""

from __future__ import annotations

import gc
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from gisapp.ui.ask import Ask
from gisapp.ui.bench import Bench
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.signals import Signals
from tests import builders


class ScriptedAsk(Ask):
    """Answers from a list instead of asking; remembers what it was told."""

    def __init__(self) -> None:
        super().__init__(None)
        self.answers: list[Any] = []
        self.told: list[str] = []

    def _existing(self, title: str, folder: Path, kinds: str) -> Path | None:
        return self.answers.pop(0)

    def _several(self, title: str, folder: Path, kinds: str) -> list[Path]:
        return self.answers.pop(0)

    def _new(self, title: str, suggested: Path, kinds: str) -> Path | None:
        return self.answers.pop(0)

    def _folder(self, title: str, start: Path) -> Path | None:
        return self.answers.pop(0)

    def line(self, title: str, question: str, *, suggested: str = "") -> str | None:
        return self.answers.pop(0)

    def reason(self, title: str, question: str) -> str | None:
        return self.answers.pop(0)

    def tell(self, title: str, text: str) -> None:
        self.told.append(text)


class Heard:
    """Every signal of a window, in order."""

    def __init__(self, signals: Signals) -> None:
        self.messages: list[tuple[str, str]] = []
        self.selections: list[tuple[str, tuple[int, ...], object]] = []
        self.changes: list[Any] = []
        signals.message.connect(lambda level, text: self.messages.append((level, text)))
        signals.selection.connect(lambda kind, ids, who: self.selections.append((kind, tuple(ids), who)))
        signals.changed.connect(lambda change, _who: self.changes.append(change))


@pytest.fixture(autouse=True)
def collected_here() -> Iterator[None]:
    """As in the program: Python's cycle collector never runs on a worker's thread."""
    gc.disable()
    yield
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session")
def county_made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return builders.tiny_county(tmp_path_factory.mktemp("county") / "测试县.gpkg")


@pytest.fixture
def county_path(county_made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(county_made_once, tmp_path / "汉阴 'county'.gpkg"))


@pytest.fixture
def signals(qapp: object) -> Signals:
    return Signals()


@pytest.fixture
def heard(signals: Signals) -> Heard:
    return Heard(signals)


@pytest.fixture
def county(county_path: Path, signals: Signals) -> Iterator[OpenCounty]:
    opened = OpenCounty(county_path, signals, who="测试员")
    yield opened
    opened.close()


@pytest.fixture
def ask() -> ScriptedAsk:
    return ScriptedAsk()


@pytest.fixture
def bench(county: OpenCounty, ask: ScriptedAsk, qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(county, ask)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    with qtbot.waitSignal(made.map.content.shown, timeout=60_000):
        made.show()
    yield made
    made.map.canvas.stop()


@pytest.fixture
def until(qtbot: QtBot) -> Callable[[Callable[[], bool]], None]:
    """Wait until something is so."""
    return lambda holds: qtbot.waitUntil(holds, timeout=60_000)
