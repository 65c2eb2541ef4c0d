"""The process that parses a foreign file: what it takes, how it ends, and that nothing of it stays."""

from __future__ import annotations

import ctypes
import multiprocessing
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from gisapp.errors import BadFile, BadRequest, Cancelled
from gisapp.readers import child_process, process_limits
from gisapp.readers.child_process import in_child, opened_child
from gisapp.readers.raster_process import wake_drivers

Tell = Callable[[int, int], None]


class NotFound(BadFile):
    """A kind of sentence below the usual ones."""


def in_words(why: str) -> BadFile:
    return BadFile(why)


def eat(_tell: Tell) -> int:
    return len(b"x" * (process_limits.MOST_MEMORY_BYTES + 1))


def die(_tell: Tell) -> None:
    os.abort()


def stumble(_tell: Tell) -> None:
    raise KeyError("a bug of the parser")


def sleep(_tell: Tell) -> None:
    time.sleep(60)


def say(_tell: Tell, kind: str) -> None:
    raise {"BadRequest": BadRequest, "NotFound": NotFound}[kind]("出了什么事。", "该怎么做。")


def write(_tell: Tell, path: str) -> None:
    with Path(path).open("wb") as file:
        file.write(b"x" * 10)
        file.flush()


def count(tell: Tell, most: int) -> list[int]:
    for done in range(most):
        tell(done, most)
    return list(range(most))


def drivers(_tell: Tell) -> list[str]:
    wake_drivers()
    import rasterio

    with rasterio.Env() as env:
        return sorted(env.drivers())


@pytest.mark.parametrize(("work", "why"), [(eat, "large"), (die, "large"), (stumble, "damaged")])
def test_a_parser_that_fails_is_one_word(work: Callable[..., None], why: str) -> None:
    with pytest.raises(BadFile, match=f"^{why}$"):
        in_child(work, in_words=in_words)
    assert not multiprocessing.active_children()


def test_a_parser_that_is_silent_too_long_is_ended() -> None:
    before = time.monotonic()
    with (
        pytest.raises(BadFile, match="slow"),
        opened_child(child_process._work, sleep, in_words=in_words, most_silent_seconds=0.3) as child,
    ):
        list(child.heard())
    assert time.monotonic() - before < 30
    assert not multiprocessing.active_children()


def test_cancel_ends_a_parser_that_never_asks() -> None:
    with pytest.raises(Cancelled):
        in_child(sleep, in_words=in_words, cancelled=lambda: True)
    assert not multiprocessing.active_children()


@pytest.mark.parametrize("kind", ["BadRequest", "NotFound"])
def test_a_sentence_of_the_child_is_the_same_sentence_here(kind: str) -> None:
    with pytest.raises((BadRequest, BadFile)) as said:
        in_child(say, kind, in_words=in_words)
    assert (type(said.value).__name__, said.value.message, said.value.next_step) == (kind, "出了什么事。", "该怎么做。")


def test_what_a_child_says_is_heard_in_order() -> None:
    heard: list[tuple[int, int]] = []
    assert in_child(count, 3, in_words=in_words, progress=lambda *at: heard.append(at)) == [0, 1, 2]
    assert heard == [(0, 3), (1, 3), (2, 3)]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such limit")
def test_a_parser_writes_no_file(tmp_path: Path) -> None:
    with pytest.raises(BadFile, match="damaged"):
        in_child(write, str(tmp_path / "a"), in_words=in_words)
    assert [one.stat().st_size for one in tmp_path.iterdir()] in ([], [0])


def test_only_geotiff_is_awake_among_the_rasters() -> None:
    assert set(in_child(drivers, in_words=in_words)) <= {"GTiff", "MEM", "Memory"}


def test_the_limits_of_a_windows_job_lie_where_windows_looks_for_them() -> None:
    limits = process_limits.job_limits()
    where = {name: getattr(process_limits.BasicLimits, name).offset for name in ("flags", "most_processes", "scheduling_class")}
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert (ctypes.sizeof(limits.basic), ctypes.sizeof(limits)) == (64, 144)
        assert where == {"flags": 16, "most_processes": 40, "scheduling_class": 60}
        assert process_limits.ExtendedLimits.most_process_memory.offset == 112
    assert limits.basic.flags == 0x2 | 0x8 | 0x100 | 0x400
