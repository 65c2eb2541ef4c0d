"""Map pages on paper: the numbers of the list are those of the map, batches stop and go on."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from gisapp.domain.affected import AffectedRun
from gisapp.domain.map_pages import MapPage, PageBy
from gisapp.errors import BadFile, BadRequest, Cancelled
from gisapp.printing.batch import file_name, write_each
from gisapp.printing.map_page_batch import page_file, print_map_pages
from gisapp.printing.map_pages import MapPagePrinter
from gisapp.printing.page_list import LIST_NAME, Batch
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.services.runs.gather_map_pages import gather_map_pages
from tests import builders
from tests.printing.conftest import pdf_fonts, pdf_page_mm, pdf_text

if TYPE_CHECKING:
    from sqlite_utils import Database


@pytest.fixture
def whole(db: Database) -> AffectedRun:
    builders.add_hazard(db, builders.box(0, 0, 4000, 4000), name="全县")
    return find_affected(db, named_areas(db.conn, ["全县"]), who="测试")[0]


def crowd(page: MapPage, homes: int) -> MapPage:
    """The page with its first home repeated in a square."""
    first = page.homes[0]
    many = [
        replace(
            first,
            house=10_000 + at,
            x=first.x + 7 * (at % 20),
            y=first.y + 7 * (at // 20),
            number=f"{at + 1}号",
            families=first.families[:1],
        )
        for at in range(homes)
    ]
    return replace(page, homes=tuple(many))


def test_a_page_has_map_list_officer_scale_and_imprint(db: Database, whole: AffectedRun, tmp_path: Path) -> None:
    pages = gather_map_pages(db.conn, whole, PageBy.VILLAGE)
    done = print_map_pages(db.conn, whole, pages, tmp_path / "地图.pdf", by=PageBy.VILLAGE, maker="张三")
    texts = pdf_text(tmp_path / "地图.pdf")
    assert len(texts) == done.sheets == 2
    west = "".join(texts[0].split())
    for words in (
        "西山村：险区内4处住房",
        "赵一",
        "钱二",
        "网格员联系人1",
        "比例尺约1:",
        "北",
        "米",
        "张三制",
        "示例数据",
        "电话已脱敏",
        "风险区红色",
    ):
        assert words in west
    assert "120****0001" in west
    assert all(words[-5] == "yes" for words in pdf_fonts(tmp_path / "地图.pdf"))
    assert pdf_page_mm(tmp_path / "地图.pdf") == (297, 210)


def test_numbers_of_list_and_map_are_the_same(db: Database, whole: AffectedRun, tmp_path: Path) -> None:
    page = gather_map_pages(db.conn, whole, PageBy.VILLAGE)[0]
    printer = MapPagePrinter(db.conn, whole)
    parts = printer._parts(crowd(page, 100))
    labelled = [
        number
        for part in parts
        for label in part.numbering.labels
        for number in range(int(label.text.split("–")[0]), int(label.text.split("–")[-1]) + 1)
    ]
    listed = [int(block.row.cells[1]) for part in parts for sheet in part.table.pages for block in sheet if block.row is not None]
    assert sorted(labelled) == sorted(listed) == list(range(1, 101))
    assert [len(part.homes) for part in parts] == [len({int(n) for n in part.numbering.numbers}) for part in parts]


def test_a_long_list_is_cut_into_sheets_after_an_overview_whose_sum_is_the_page(db: Database, whole: AffectedRun, tmp_path: Path) -> None:
    page = crowd(gather_map_pages(db.conn, whole, PageBy.VILLAGE)[0], 100)
    sheets = MapPagePrinter(db.conn, whole).print_one(page, tmp_path / "a.pdf")
    texts = pdf_text(tmp_path / "a.pdf")
    assert len(texts) == sheets > 5
    assert "方框里的数是第几页" in "".join(texts[0].split())
    line = next(line for line in texts[0].splitlines() if "合计" in line)
    assert [int(word) for word in re.findall(r"\d+", line)] == [100, page.households, page.residents]
    named = [int(words[0]) for line in texts[0].splitlines() if (words := re.findall(r"(\d+) +第01网格", line))]
    assert named == list(range(2, sheets + 1))
    for number, text in enumerate(texts, 1):
        assert f"第{number}/{sheets}页" in "".join(text.split())


def test_a_folder_gets_a_file_a_unit_and_a_second_call_goes_on(db: Database, whole: AffectedRun, tmp_path: Path) -> None:
    pages = gather_map_pages(db.conn, whole, PageBy.GRID)
    folder = tmp_path / "地图 页"
    told: list[tuple[int, int]] = []
    with pytest.raises(Cancelled, match="2 / 4 份"):
        print_map_pages(
            db.conn, whole, pages, folder, by=PageBy.GRID, progress=lambda *at: told.append(at), cancelled=lambda: len(told) == 2
        )
    assert len(list(folder.glob("*.pdf"))) == 2
    first = folder / page_file(whole, pages[0], is_revealed=False)
    before = first.stat().st_mtime_ns
    done = print_map_pages(db.conn, whole, pages, folder, by=PageBy.GRID)
    assert (len(done.written), len(done.kept)) == (2, 2)
    assert first.stat().st_mtime_ns == before
    wanted = [LIST_NAME, *(page_file(whole, page, is_revealed=False) for page in pages)]
    assert sorted(file.name for file in folder.iterdir()) == sorted(wanted)
    again = print_map_pages(db.conn, whole, pages, folder, by=PageBy.GRID, is_again=True)
    assert (len(again.written), len(again.kept)) == (4, 0)


def test_cancelling_one_document_leaves_no_file(db: Database, whole: AffectedRun, tmp_path: Path) -> None:
    pages = gather_map_pages(db.conn, whole, PageBy.VILLAGE)
    with pytest.raises(Cancelled):
        print_map_pages(db.conn, whole, pages, tmp_path / "a.pdf", by=PageBy.VILLAGE, cancelled=lambda: True)
    assert not list(tmp_path.glob("*.pdf"))


def test_nothing_to_print_and_a_folder_that_cannot_be_are_said(db: Database, whole: AffectedRun, tmp_path: Path) -> None:
    with pytest.raises(BadRequest, match="没有要打印的地图页"):
        print_map_pages(db.conn, whole, (), tmp_path / "a.pdf", by=PageBy.VILLAGE)
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(BadFile, match="建不了文件夹"):
        write_each(tmp_path / "file", [], Batch("x", 1))


def test_names_of_files_are_such_as_every_system_takes() -> None:
    assert file_name("研判3", "", 'a/b:c*?"<>|\n') == "研判3-a b c.pdf"
    assert len(file_name("长" * 300)) < 100
