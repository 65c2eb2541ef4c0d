"""A computation that cannot be stopped runs beside its caller, who may stop waiting for it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TypeVar

Answer = TypeVar("Answer")

ASK_EVERY_S = 0.05


def beside(job: Callable[[], Answer], go_on: Callable[[], None]) -> Answer:
    """What ``job`` answers; ``go_on`` is asked 20 times a second meanwhile and may raise, then nobody hears of the job any more.

    It must hold the interpreter for no long step of its own, touch nothing that anybody else uses, and end by itself.
    """
    answers: list[Answer] = []
    failures: list[BaseException] = []

    def work() -> None:
        try:
            answers.append(job())
        except BaseException as failure:
            failures.append(failure)

    worker = Thread(target=work, name="beside", daemon=True)
    worker.start()
    while worker.is_alive():
        worker.join(ASK_EVERY_S)
        go_on()
    if failures:
        raise failures[0]
    return answers[0]
