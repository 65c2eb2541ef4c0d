"""A process that breeds workers: imports are paid once, each child works on a county until it is killed.

Reads `PATH<TAB>SEED` lines on standard input and forks a child for each. Lines on standard output:
`born PID`, then from the child `done NUMBER NUMBER NUMBER` after each change that was committed,
then `dead PID` when the child is gone.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

Done = tuple[int, int, int]


def say(*words: object) -> None:
    os.write(1, (" ".join(map(str, words)) + "\n").encode())


def breed(work: Callable[[Path, int], None]) -> None:
    """Let children work, one after the other, until standard input ends."""
    import sqlite_utils  # noqa: F401 - paid here, not by every child

    for line in sys.stdin:
        path, seed = line.rstrip("\n").split("\t")
        child = os.fork()
        if not child:
            work(Path(path), int(seed))
        say("born", child)
        os.waitpid(child, 0)
        say("dead", child)


@contextmanager
def nursery(module: str) -> Iterator[subprocess.Popen[str]]:
    """The breeding process of a module whose ``main`` calls ``breed``."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", module]
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        yield process
        assert process.stdin
        process.stdin.close()


def done_before_the_kill(process: subprocess.Popen[str], path: Path, dice: Random) -> list[Done]:
    """Let one child work, kill it at a random moment; the numbers of all it said was done."""
    assert process.stdin
    assert process.stdout
    process.stdin.write(f"{path}\t{dice.randrange(10**6)}\n")
    process.stdin.flush()
    child, done, wanted = 0, [], dice.randrange(5)
    for line in process.stdout:
        word, *numbers = line.split()
        if word == "dead":
            return done
        if word == "born":
            child = int(numbers[0])
        else:
            first, second, third = map(int, numbers)
            done.append((first, second, third))
        if child and len(done) >= wanted:
            wait = time.perf_counter() + dice.uniform(0, 0.02 if wanted else 0.08)
            while time.perf_counter() < wait:
                pass
            os.kill(child, signal.SIGKILL)
            child, wanted = 0, sys.maxsize
    raise AssertionError("the nursery died")
