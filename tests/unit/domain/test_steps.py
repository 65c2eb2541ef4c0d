"""Long work that tells how far it has come and stops as soon as it is asked to."""

from __future__ import annotations

import pytest

from gisapp.domain.steps import TELL_EVERY, Steps, watching
from gisapp.errors import Cancelled


def test_steps_are_counted_and_told_now_and_then() -> None:
    told: list[tuple[int, int]] = []
    steps = Steps(3 * TELL_EVERY, lambda done, total: told.append((done, total)))
    for _ in range(2 * TELL_EVERY + 1):
        steps.step()
    assert (steps.done, told) == (2 * TELL_EVERY + 1, [(TELL_EVERY, 3 * TELL_EVERY), (2 * TELL_EVERY, 3 * TELL_EVERY)])


def test_a_stop_is_heard_before_the_next_step() -> None:
    answers = iter([False, False, True])
    steps = Steps(9, cancelled=lambda: next(answers), stopped=lambda: Cancelled("停了"))
    steps.step()
    steps.pause()
    with pytest.raises(Cancelled, match="停了"):
        steps.step()
    assert steps.done == 1


def test_watching_tells_unless_it_shall_stop() -> None:
    told: list[tuple[int, int]] = []
    watching(lambda *about: told.append(about), None)(1, 2)  # type: ignore[arg-type]
    with pytest.raises(Cancelled, match="已取消导入"):
        watching(lambda *about: told.append(about), lambda: True)(2, 2)  # type: ignore[arg-type]
    watching(None, lambda: False)(2, 2)
    assert told == [(1, 2)]
