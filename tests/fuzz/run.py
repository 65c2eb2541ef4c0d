"""Mutants by the thousand, each from its own number: the same number is the same file."""

from __future__ import annotations

import multiprocessing
import random
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from unittest import mock

from tests.fuzz.doors import through
from tests.fuzz.mutations import mutated

Seeds = Mapping[str, Sequence[Path]]


@contextmanager
def children_at_hand() -> Iterator[None]:
    """Parsers begin as copies of one process that has the libraries already: the same limits, a tenth of the time."""
    if "forkserver" not in multiprocessing.get_all_start_methods():
        yield
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["tests.fuzz.libraries"])
    with mock.patch("gisapp.readers.child_process.get_context", return_value=context):
        yield


def mutant(seeds: Seeds, name: str, number: int, folder: Path) -> Path:
    """The mutant ``number`` of a seed, written with the files beside it; one of them is what is changed."""
    dice = random.Random(f"{name} {number}")
    files = seeds[name]
    changed = dice.choice((files[0], *files))
    for file in files:
        data = file.read_bytes()
        (folder / file.name).write_bytes(mutated(data, file.suffix, dice) if file == changed else data)
    return folder / files[0].name


def tried(seeds: Seeds, county: Path, name: str, number: int, folder: Path) -> list[str]:
    """Bring one mutant through its doors in an empty ``folder``; what was said. Fails for a file left behind or a child still there."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    path = mutant(seeds, name, number, folder)
    before = {one.name: one.read_bytes() for one in folder.iterdir()}
    said = through(county, path)
    assert {one.name: one.read_bytes() for one in folder.iterdir() if not one.name.startswith("county")} == {
        name: data for name, data in before.items() if not name.startswith("county")
    }
    assert not multiprocessing.active_children()
    return said
