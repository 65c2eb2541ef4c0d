"""Whatever shows a level of a raised river says what the method leaves out; what shows none says nothing of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.hazard import HazardLevel
from gisapp.domain.river_level import limits
from gisapp.printing.call_list import print_call_list
from gisapp.printing.map_scene import county_map
from gisapp.printing.map_sheet import imprint, write_map_sheet
from gisapp.printing.web_map import web_map
from gisapp.services.hazards.prepare_drainage import prepare_ground
from gisapp.services.hazards.raise_river import raise_river
from gisapp.services.hazards.read_terrain import import_terrain
from gisapp.services.hazards.save_river_level import save_river_level
from gisapp.services.runs.find_affected import find_affected, named_areas
from tests import builders
from tests.printing.conftest import pdf_text
from tests.unit.services import valley

if TYPE_CHECKING:
    from sqlite_utils import Database


@pytest.fixture
def level(db: Database, tmp_path: Path) -> str:
    """The name of a saved level, beside a drawn area."""
    valley.add_rivers(db)
    import_terrain(db, valley.terrain_file(tmp_path / "地形.tif"), who="甲")
    save_river_level(db, raise_river(db.conn, prepare_ground(db)), 5.4, name="涨水", colour=HazardLevel.RED, who="甲")
    builders.add_hazard(db, builders.box(0, 0, 500, 500), name="画的")
    return "涨水"


def said(path: Path) -> bool:
    return limits() in "".join(pdf_text(path)).replace("\n", "").replace(" ", "")


def test_a_map_sheet_says_it_where_the_level_is_shown(db: Database, level: str, tmp_path: Path) -> None:
    for number, (names, is_said) in enumerate((((), True), ((level,), True), (("画的",), False))):
        path = tmp_path / f"{number}.pdf"
        write_map_sheet(path, county_map(db.conn, theme="households", hazards=names), imprint(db.conn, "图"))
        assert said(path) == is_said


def test_a_web_page_says_it_where_the_level_is_shown(db: Database, level: str, tmp_path: Path) -> None:
    for names, is_said in (((), True), ((level,), True), (("画的",), False)):
        web_map(db.conn, tmp_path / "a.html", "households", hazards=names)
        assert (limits() in (tmp_path / "a.html").read_text(encoding="utf-8")) == is_said


def test_a_call_list_says_it_with_its_question(db: Database, level: str, tmp_path: Path) -> None:
    for names, is_said in (((level, "画的"), True), (("画的",), False)):
        run, _ = find_affected(db, named_areas(db.conn, names), who="甲")
        print_call_list(db.conn, run, tmp_path / "a.pdf")
        assert said(tmp_path / "a.pdf") == is_said
