"""What every printed thing is tried on: the tiny county with two hazards asked once, and an application without a screen."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.printing.paper import paper_ready
from gisapp.services.runs.find_affected import find_affected, named_areas
from tests import builders

if TYPE_CHECKING:
    from sqlite_utils import Database


@pytest.fixture(autouse=True)
def _ready(qapp: object) -> None:
    paper_ready()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    folder = tmp_path / "县 文件"
    folder.mkdir()
    with builders.opened(builders.tiny_county(folder / "测试'县.gpkg")) as opened:
        yield opened


@pytest.fixture
def run(db: Database) -> AffectedRun:
    builders.add_hazard(db, builders.box(0, 0, 2000, 2000), name="月河洪涝", level="red")
    builders.add_hazard(db, builders.box(0, 2500, 2600, 800), name="西山滑坡", level="orange")
    answer, _ = find_affected(db, named_areas(db.conn, ["月河洪涝", "西山滑坡"]), who="测试")
    return answer


def tool(name: str) -> str:
    """Where a program of poppler-utils or the browser lies; the test fails with its name when it is missing."""
    found = shutil.which(name)
    assert found, f"{name} is needed for this test"
    return found


def pdf_text(path: Path) -> list[str]:
    """The text of each page in reading order."""
    done = subprocess.run([tool("pdftotext"), "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode("utf-8").split("\f")[:-1]


def pdf_fonts(path: Path) -> list[list[str]]:
    """One line a font as pdffonts prints them, cut into words."""
    done = subprocess.run([tool("pdffonts"), str(path)], capture_output=True, check=True)
    return [line.split() for line in done.stdout.decode("utf-8").splitlines()[2:]]


def pdf_page_mm(path: Path) -> tuple[int, int]:
    """Width and height of the first page."""
    done = subprocess.run([tool("pdfinfo"), str(path)], capture_output=True, check=True)
    words = next(line.split() for line in done.stdout.decode("utf-8").splitlines() if line.startswith("Page size"))
    return round(float(words[2]) * 25.4 / 72), round(float(words[4]) * 25.4 / 72)
