from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QImage

from gisapp.domain.affected import AffectedRun
from gisapp.errors import BadRequest
from gisapp.printing.map_scene import county_map, run_map
from gisapp.printing.map_sheet import imprint, map_picture, write_map_picture, write_map_sheet
from gisapp.printing.sheet import Paper, paper_from_text
from gisapp.services.families.choose_families import find_unit
from tests.printing.conftest import pdf_fonts, pdf_page_mm, pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)}


def test_a_picture_has_exactly_the_size_asked_for(db: Database, run: AffectedRun, tmp_path: Path) -> None:
    write_map_picture(tmp_path / "图 片.png", county_map(db.conn, theme="households"), width_px=641, height_px=403)
    image = QImage(str(tmp_path / "图 片.png"))
    assert (image.width(), image.height()) == (641, 403)
    assert len(colours(image)) > 10


def test_a_picture_shows_only_the_hazards_named(db: Database, run: AffectedRun) -> None:
    whole = map_picture(county_map(db.conn, theme="households"), width_px=400, height_px=400)
    one = map_picture(county_map(db.conn, theme="households", hazards=["西山滑坡"]), width_px=400, height_px=400)
    assert whole != one
    with pytest.raises(BadRequest, match="没有名为"):
        county_map(db.conn, theme="households", hazards=["没有"])


def test_a_picture_of_a_part_is_closer(db: Database, run: AffectedRun) -> None:
    county, unit = county_map(db.conn, theme="people"), county_map(db.conn, theme="people", unit=find_unit(db.conn, "G001"))
    assert unit.bounds[2] - unit.bounds[0] < county.bounds[2] - county.bounds[0]
    assert len(unit.layers) == len(county.layers) + 1


@pytest.mark.parametrize(("width", "height"), [(0, 100), (100, 20_000)])
def test_a_size_no_picture_has_is_one_sentence(db: Database, width: int, height: int) -> None:
    with pytest.raises(BadRequest, match="大小不合理"):
        map_picture(county_map(db.conn, theme="households"), width_px=width, height_px=height)


@pytest.mark.parametrize(("paper", "size"), [(Paper.A4, (297, 210)), (Paper.A3, (420, 297))])
def test_a_sheet_says_what_it_shows_by_whom_and_when(
    db: Database, run: AffectedRun, tmp_path: Path, paper: Paper, size: tuple[int, int]
) -> None:
    said = imprint(db.conn, "户数 <b>'图'", maker="防汛办", day=date(2026, 7, 12))
    write_map_sheet(tmp_path / "图.pdf", county_map(db.conn, theme="households"), said, paper=paper)
    (text,) = pdf_text(tmp_path / "图.pdf")
    for words in ("户数 <b>'图'", "测试县", "示例数据", "制图 防汛办 · 2026-07-12", "每格户数", "比例尺约 1:", "北"):
        assert words in text
    assert pdf_page_mm(tmp_path / "图.pdf") == size
    assert all(words[-5] == "yes" for words in pdf_fonts(tmp_path / "图.pdf"))


def test_names_on_the_map_are_letters_that_can_be_searched(db: Database, tmp_path: Path) -> None:
    write_map_sheet(tmp_path / "a.pdf", county_map(db.conn, theme="households"), imprint(db.conn, "图"))
    assert "西镇" in pdf_text(tmp_path / "a.pdf")[0]


def test_a_run_is_shown_as_it_was_when_asked(db: Database, run: AffectedRun) -> None:
    before = run_map(db.conn, run.id)
    db.conn.execute("DELETE FROM hazard_area")
    after = run_map(db.conn, run.id)
    sizes = [[len(layer.shapes) for layer in scene.layers if layer.name == "hazards"] for scene in (before, after)]
    assert sizes == [[2], [2]]
    assert [len(layer.ids) for layer in after.layers if layer.name == "homes"] == [run.totals.total.houses]


def test_a_paper_is_known_by_its_name() -> None:
    assert paper_from_text(" a3 ") is Paper.A3
    with pytest.raises(BadRequest, match="A4"):
        paper_from_text("letter")
