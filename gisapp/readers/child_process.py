"""A parser in a child process with limits: a bomb, a crash or a hang there is one sentence here.

The child keeps the parser's memory to itself and can be stopped at any moment, so Cancel never waits for it.
"""

from __future__ import annotations

import marshal
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from time import monotonic
from typing import Any

from gisapp.domain.steps import import_cancelled
from gisapp.errors import BadFile, GisappError
from gisapp.readers.process_limits import limit_this_process

MOST_SILENT_SECONDS = 25.0
_ASK_EVERY_SECONDS = 0.1
_SECONDS_TO_END = 2.0

Message = tuple[Any, ...]
"""What goes through the pipe: a word that says what it is, then values that ``marshal`` can write."""

DONE, FAILED, SAID, PROGRESS, RESULT = "done", "failed", "said", "progress", "result"


class NotReadable(Exception):
    """Raised in the child: the file cannot be read, and why in one word that the caller has a sentence for."""


@dataclass(frozen=True, slots=True)
class Child:
    """A parser at work. ``in_words`` makes the sentence for why it failed: its own word, or large or slow."""

    pipe: Connection
    process: Any
    in_words: Callable[[str], BadFile]
    cancelled: Callable[[], bool] | None
    most_silent_seconds: float

    def ask(self, *question: Any) -> Iterator[Message]:
        """Send a question and hear its answer to the end. Raises BadFile, Cancelled."""
        with suppress(BrokenPipeError):
            self.pipe.send_bytes(marshal.dumps(question))
        yield from self.heard()

    def heard(self) -> Iterator[Message]:
        """What the child says until it is done. Raises BadFile, Cancelled."""
        while (message := self._next())[0] != DONE:
            if message[0] == FAILED:
                raise self.in_words(str(message[1]))
            if message[0] == SAID:
                raise _kind(str(message[1]))(str(message[2]), str(message[3]))
            yield message

    def _next(self) -> Message:
        """The child's next message; raises BadFile when it dies or stays silent too long."""
        started = monotonic()
        while True:
            if self.cancelled and self.cancelled():
                raise import_cancelled()
            if self.pipe.poll(_ASK_EVERY_SECONDS):
                break
            if monotonic() - started > self.most_silent_seconds:
                raise self.in_words("slow")
            if not self.process.is_alive() and not self.pipe.poll():
                raise self.in_words("large")
        try:
            message: Message = marshal.loads(self.pipe.recv_bytes())
        except (EOFError, OSError, ValueError) as error:
            raise self.in_words("large") from error
        return message


@contextmanager
def opened_child(
    converse: Callable[..., None],
    *arguments: Any,
    in_words: Callable[[str], BadFile],
    cancelled: Callable[[], bool] | None = None,
    most_silent_seconds: float = MOST_SILENT_SECONDS,
) -> Iterator[Child]:
    """Run ``converse(pipe, *arguments)`` in a process of its own, which ends with the block."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, converse, arguments), daemon=True)
    process.start()
    there.close()
    try:
        yield Child(here, process, in_words, cancelled, most_silent_seconds)
    finally:
        here.close()
        process.terminate()
        process.join(_SECONDS_TO_END)
        if process.is_alive():
            process.kill()
            process.join()


def in_child(
    work: Callable[..., Any],
    *arguments: Any,
    in_words: Callable[[str], BadFile],
    cancelled: Callable[[], bool] | None = None,
    progress: Callable[[int, int], None] = lambda _done, _total: None,
) -> Any:
    """What ``work(tell, *arguments)`` returns in a process of its own: values that ``marshal`` can write.

    There ``tell(done, total)`` becomes ``progress`` here. Raises BadFile, Cancelled, and whatever sentence ``work`` raises.
    """
    result = None
    with opened_child(_work, work, *arguments, in_words=in_words, cancelled=cancelled) as child:
        for message in child.heard():
            if message[0] == PROGRESS:
                progress(int(message[1]), int(message[2]))
            else:
                result = message[1]
    return result


def _work(there: Connection, work: Callable[..., Any], *arguments: Any) -> None:
    send(there, RESULT, work(lambda done, total: send(there, PROGRESS, done, total), *arguments))
    send(there, DONE)


def _kind(name: str) -> type[GisappError]:
    """The kind of sentence a child raised; any other name is a bad file."""
    waiting = [GisappError]
    while waiting:
        kind = waiting.pop()
        if kind.__name__ == name:
            return kind
        waiting += kind.__subclasses__()
    return BadFile


def send(there: Connection, *message: Any) -> None:
    """In the child: say something."""
    with suppress(BrokenPipeError):
        there.send_bytes(marshal.dumps(message))


def received(there: Connection) -> Message:
    """In the child: the next question."""
    question: Message = marshal.loads(there.recv_bytes())
    return question


def _serve(there: Connection, converse: Callable[..., None], arguments: tuple[Any, ...]) -> None:
    """In the child: converse within limits; whatever goes wrong is one word, or the sentence that was raised."""
    _be_silent()
    limit_this_process()
    try:
        converse(there, *arguments)
    except NotReadable as error:
        send(there, FAILED, str(error))
    except GisappError as error:
        send(there, SAID, type(error).__name__, error.message, error.next_step)
    except MemoryError:
        send(there, FAILED, "large")
    except (BrokenPipeError, EOFError, ConnectionError):
        return
    except Exception:
        send(there, FAILED, "damaged")


def _be_silent() -> None:
    """What the parser prints when it dies is not for the person at the terminal."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(nowhere, stream)
