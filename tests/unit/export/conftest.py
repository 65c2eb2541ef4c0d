"""The tiny county with a flood, asked once: what every export test starts from."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.services.runs.find_affected import find_affected, named_areas
from tests import builders

if TYPE_CHECKING:
    from sqlite_utils import Database

NASTY = "=1+1\n\"<script>alert(1)</script>' @SUM(A1)"


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    """The writing connection of the tiny county, in a folder with a Chinese name and a space."""
    folder = tmp_path / "县 文件"
    folder.mkdir()
    with builders.opened(builders.tiny_county(folder / "测试'县.gpkg")) as opened:
        yield opened


@pytest.fixture
def run(db: Database) -> AffectedRun:
    """The flood over both western grids' homes by the river: four families, one of them two-ends, one empty origin home."""
    builders.add_hazard(db, builders.box(0, 0, 2000, 2000), name="月河洪涝", level="red")
    builders.add_hazard(db, builders.box(0, 2500, 2600, 800), name="西山滑坡", level="orange")
    answer, _ = find_affected(db, named_areas(db.conn, ["月河洪涝", "西山滑坡"]), who="测试")
    return answer
