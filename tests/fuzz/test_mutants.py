"""Broken and forged files of every format through every door: taken, or one sentence, and nothing left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.fuzz.crashers import CRASHERS
from tests.fuzz.doors import through
from tests.fuzz.run import Seeds, tried
from tests.fuzz.seeds import SEEDS

NAMES = (*SEEDS, "rollcall.json", "county.gpkg")
EACH = 12
TAKEN_BY_NO_DOOR = {"areas.gpx", "areas.dxf"}
"""Points and lines alone: read, and no area among them."""


@pytest.mark.parametrize("name", NAMES)
def test_a_good_file_is_taken(seeds: Seeds, many_doors: Path, tmp_path: Path, name: str) -> None:
    for file in seeds[name]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    said = through(many_doors, tmp_path / name)
    assert all(said) if name in TAKEN_BY_NO_DOOR else not any(said)


@pytest.mark.parametrize("name", NAMES)
def test_a_mutant_is_taken_or_refused_in_a_sentence(seeds: Seeds, many_doors: Path, tmp_path: Path, name: str) -> None:
    @settings(max_examples=EACH, derandomize=True, database=None, deadline=None, suppress_health_check=list(HealthCheck))
    @given(number=st.integers(0, 2**32))
    @example(number=0)
    def each(number: int) -> None:
        tried(seeds, many_doors, name, number, tmp_path / "own")

    each()


@pytest.mark.parametrize(("name", "number"), CRASHERS)
def test_what_once_broke_a_reader_breaks_none_again(seeds: Seeds, many_doors: Path, tmp_path: Path, name: str, number: int) -> None:
    tried(seeds, many_doors, name, number, tmp_path / "own")
