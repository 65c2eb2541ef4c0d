"""Python's cycle collector: the long passes wait until nobody works, the short ones do not."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gisapp.ui.collector import LONGEST_WAIT_S, QUIET_S, Collector


class Clock:
    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def collector(clock: Clock) -> Iterator[Collector]:
    made = Collector(clock=clock)
    yield made
    made.stop()
    gc.disable()  # as the fixture of this folder has it


@pytest.fixture
def passes(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Which generations were collected, while all are over their limits."""
    done: list[int] = []
    monkeypatch.setattr(gc, "get_count", lambda: (10_000, 100, 100))
    monkeypatch.setattr(gc, "collect", done.append)
    return done


@pytest.fixture
def typed(qtbot: QtBot) -> Callable[[], None]:
    box = QLineEdit()
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.show()
    return lambda: qtbot.keyClick(box.windowHandle(), Qt.Key.Key_A)


def test_a_full_pass_waits_while_somebody_types(collector: Collector, clock: Clock, passes: list[int], typed: Callable[[], None]) -> None:
    typed()
    clock.now += QUIET_S / 2
    typed()
    clock.now += QUIET_S / 2
    collector.collect()
    assert passes == [1]
    clock.now += QUIET_S
    collector.collect()
    assert passes == [1, 2]


def test_a_full_pass_does_not_wait_for_ever(collector: Collector, clock: Clock, passes: list[int], typed: Callable[[], None]) -> None:
    clock.now += LONGEST_WAIT_S - 1
    typed()
    collector.collect()
    clock.now += 1
    typed()
    collector.collect()
    assert passes == [1, 2]


def test_nothing_is_collected_below_the_limits(
    collector: Collector, clock: Clock, passes: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gc, "get_count", lambda: (0, 0, 0))
    clock.now += LONGEST_WAIT_S
    collector.collect()
    assert passes == []
