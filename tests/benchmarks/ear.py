"""How long a long work does not listen: the longest time between two questions whether it shall go on, and where that was."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import FrameType

PACKAGE = "/gisapp/"
PLACES = 3


@dataclass(frozen=True, slots=True)
class Gap:
    """A time without a question, in ms: by the clock and of this thread's processor time; ``before`` and ``after`` say who asked."""

    wall_ms: float
    cpu_ms: float
    before: str
    after: str

    @property
    def where(self) -> str:
        """Between which two questions."""
        return f"{self.before}  ->  {self.after}"


class Ear:
    """Answers that nobody wants to stop, and remembers when it was asked; a work that ends asks once more by itself."""

    def __init__(self) -> None:
        self.asked = 0
        self.gaps: list[Gap] = []
        self._last = (time.perf_counter(), time.thread_time())
        self._place = "the start"
        self.closing_ms = 0.0
        self._is_closed = False

    def __call__(self) -> bool:
        self._note(_place(sys._getframe(1)))
        return False

    def closing(self) -> None:
        """Nothing can be stopped any more, and nobody is offered to: what follows is measured apart."""
        self._note("the last write")
        self._is_closed = True

    def listen(self, work: Callable[[Ear], object]) -> Gap:
        """The hardest gap of ``work``: the one with the most processor time."""
        self._last = (time.perf_counter(), time.thread_time())
        work(self)
        if self._is_closed:
            self.closing_ms = (time.perf_counter() - self._last[0]) * 1e3
        else:
            self._note("the end")
        return max(self.gaps, key=lambda gap: gap.cpu_ms)

    def _note(self, place: str) -> None:
        wall, cpu = time.perf_counter(), time.thread_time()
        self.gaps.append(Gap((wall - self._last[0]) * 1e3, (cpu - self._last[1]) * 1e3, self._place, place))
        self._last, self._place, self.asked = (time.perf_counter(), time.thread_time()), place, self.asked + 1


def _place(frame: FrameType | None) -> str:
    """The innermost places of our own code."""
    found: list[str] = []
    while frame is not None and len(found) < PLACES:
        name = frame.f_code.co_filename
        if PACKAGE in name:
            found.append(f"{name.rpartition('/')[2].removesuffix('.py')}:{frame.f_lineno}")
        frame = frame.f_back
    return " < ".join(found) or "elsewhere"
