"""A county whose western families were asked about, on one desk and on another."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlite_utils import Database

from gisapp.services.runs.find_affected import find_affected
from tests.builders import opened
from tests.unit.services.two_desks import WEST


@pytest.fixture
def asked(county: Path) -> Path:
    with opened(county) as db:
        find_affected(db, [WEST], who="甲")
    return county


@pytest.fixture
def here(asked: Path) -> Iterator[Database]:
    with opened(asked) as db:
        yield db


@pytest.fixture
def there(asked: Path, tmp_path: Path) -> Iterator[Database]:
    """The other desk: a copy of the file made after the run, before any roll call."""
    with opened(Path(shutil.copyfile(asked, tmp_path / "另一台.gpkg"))) as db:
        yield db
