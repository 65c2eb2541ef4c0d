"""Command lines with words that mean nothing: exit 2 with one sentence and what to do, nothing written; or an answer."""

from __future__ import annotations

import itertools
import os
import random
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.run import Seeds
from tests.fuzz.words import Trial, said_to, trials

PARTS = 8
ALL = [list(group) for _, group in itertools.groupby(trials(), key=lambda one: (one.place, one.tried))]
ONCE_BROKEN = (
    ("affected", "--out", "没有/这个/文件夹/a.xlsx"),  # a run was stored, and then its list could not be written
    ("hazard add", "--problems", "."),
    ("sleeping", "--day", "0001-01-01"),
    ("restore", "FILE", ""),
    ("restore", "FILE", "\udcff.xlsx"),
    ("info", "FILE", "x" * 300),
    ("search", "TEXT", "\udcff\udcfe"),
)


@pytest.fixture
def folder(seeds: Seeds, tmp_path: Path) -> Iterator[Path]:
    """Where the commands run: good files of every kind, and a pipe that nobody writes to."""
    for files in seeds.values():
        for file in files:
            shutil.copy(file, tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "管道.xlsx")
    yield tmp_path
    (tmp_path / "管道.xlsx").unlink(missing_ok=True)


@pytest.mark.parametrize("part", range(PARTS))
def test_odd_words_are_a_sentence_or_an_answer(many_doors: Path, folder: Path, qapp: object, part: int) -> None:
    """Of every option of every command one odd value, always the same; all of them take ten minutes."""
    dice = random.Random(part)
    chosen = [dice.choice(group) for group in ALL[part::PARTS]]
    assert {(one.place, one.tried, one.value): wrong for one in chosen if (wrong := said_to(one, many_doors, folder))} == {}


@pytest.mark.parametrize(("place", "tried", "value"), ONCE_BROKEN)
def test_words_that_once_broke_a_command_are_a_sentence(many_doors: Path, folder: Path, place: str, tried: str, value: str) -> None:
    [one] = [one for group in ALL for one in group if (one.place, one.tried, one.value) == (place, tried, value)]
    assert isinstance(one, Trial)
    assert said_to(one, many_doors, folder) == ""
