"""A county with something for every door, good files of every format, and parsers that begin at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fuzz.doors import county_for_all
from tests.fuzz.run import Seeds, children_at_hand
from tests.fuzz.seeds import seeds_of


@pytest.fixture(scope="session")
def many_doors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county; nobody writes to it: ``through`` copies it."""
    return county_for_all(tmp_path_factory.mktemp("doors") / "made.gpkg")


@pytest.fixture(scope="session")
def seeds(many_doors: Path, tmp_path_factory: pytest.TempPathFactory) -> Seeds:
    return seeds_of(many_doors, tmp_path_factory.mktemp("seeds"))


@pytest.fixture(autouse=True)
def at_hand() -> Iterator[None]:
    with children_at_hand():
        yield
