"""Another office's map through the window: layers, encoding, coordinates asked about, preview with old and new, one undo."""

from __future__ import annotations

from pathlib import Path

import pytest
import shapely
from PySide6.QtCore import Qt

from gisapp.domain.ledger import LedgerKind
from gisapp.scene.layers import LineLayer
from gisapp.spatial import china_shift, crs
from gisapp.ui.bench import Bench
from gisapp.ui.ledger_import import Step
from gisapp.ui.tables.rows import as_text
from tests.ui.conftest import ScriptedAsk
from tests.ui.test_ledgers import Until, choices, choose, lists, page_of, preview, run_of
from tests.unit.readers.files import Feature
from tests.unit.readers.photos import made_photo
from tests.unit.services.map_files import at, cell, gpkg, shp

GRIDS: tuple[Feature, ...] = (
    (cell(0, 0, 150), {"网格编号": "G001", "网格名称": "沿河网格", "所属村": "西山村"}),
    (cell(150, 0, 3850), {"网格编号": "G002", "网格名称": "第02网格", "所属村": "东社区"}),
    (cell(0, 2000), {"网格编号": "G003", "网格名称": "第03网格", "所属村": "西三村"}),
)


def grid_names(bench: Bench) -> list[str]:
    return [name for (name,) in bench.county.reader.execute("SELECT name FROM grid ORDER BY id")]


def texts(bench: Bench) -> list[str]:
    box = page_of(bench).map_row.crs
    return [box.itemText(place) for place in range(box.count())]


def test_a_bureau_s_grids_are_previewed_written_and_taken_back(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    before = grid_names(bench)
    run = choose(bench, ask, until, gpkg(tmp_path / "网格.gpkg", GRIDS))
    page = page_of(bench)
    assert run.step is Step.COLUMNS
    assert run.layout is not None
    assert run.layout.kind is LedgerKind.GRIDS
    assert page.sheet_caption.text() == "图层"
    assert page.row.isHidden()
    assert texts(bench)[0] == "按文件说明：CGCS2000 经纬度"
    assert run.can_go_on
    preview(bench, until)
    assert lists(bench)[:4] == ["新增 0", "更改 2", "相同 0", "未导入 1"]
    words = page.notes.text()
    assert "坐标系：CGCS2000 经纬度" in words
    assert "1 处房屋换到所在的网格" in words
    shown = as_text(bench.table._listing.columns, bench.table.rows_shown())
    assert shown.splitlines()[1].split("\t") == ["1", "沿河网格", "网格名称", "第01网格", "沿河网格"]
    page.main.click()
    until(lambda: run.step is Step.DONE)
    assert grid_names(bench)[0] == "沿河网格"
    bench.undo()
    until(lambda: run.is_undone)
    assert grid_names(bench) == before


def test_unstated_coordinates_hold_the_import_until_they_are_chosen(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    move = crs.mover(4490, 4524)
    path = shp(tmp_path / "网格.shp", [(move(shape), fields) for shape, fields in GRIDS], epsg=4524)
    path.with_suffix(".prj").unlink()
    run = choose(bench, ask, until, path)
    page = page_of(bench)
    assert "没有说明坐标系" in page.said.text()
    assert not page.main.isEnabled()
    assert texts(bench)[:2] == ["没有说明，请选择", "像是 CGCS2000 3度带第36带，东坐标带带号（100% 落在本县）"]
    page.map_row.crs.setCurrentIndex(1)
    page.map_row.crs.activated.emit(1)
    assert page.main.isEnabled()
    preview(bench, until)
    assert run.plan is not None
    assert (len(run.plan.changed), len(run.plan.refused)) == (2, 1)


def test_a_shift_is_asked_about_and_converted(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    whole = [
        (shapely.transform(cell(x, y), china_shift.wgs_to_gcj), {"网格编号": code, "村": village})
        for code, x, y, village in (
            ("G001", 0, 0, "西山村"),
            ("G002", 2000, 0, "东社区"),
            ("G003", 0, 2000, "西山村"),
            ("G004", 2000, 2000, "东社区"),
        )
    ]
    run = choose(bench, ask, until, gpkg(tmp_path / "网格.gpkg", whole))
    page = page_of(bench)
    page.main.click()
    until(lambda: run.asked is not None)
    assert run.step is Step.COLUMNS
    assert "与县界相比，图形整体向" in page.said.text()
    assert not page.main.isEnabled()
    proposal = next(place for place, text in enumerate(texts(bench)) if text.startswith("像是 GCJ-02"))
    page.map_row.crs.setCurrentIndex(proposal)
    page.map_row.crs.activated.emit(proposal)
    assert "照原样：CGCS2000 经纬度" in texts(bench)
    preview(bench, until)
    assert run.plan is not None
    assert (run.plan.same, len(run.plan.changed)) == (4, 0)


def test_the_encoding_is_chosen_by_text_that_can_be_read(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    path = shp(tmp_path / "网格.shp", GRIDS)
    path.with_suffix(".cpg").unlink(missing_ok=True)
    run = choose(bench, ask, until, path)
    box = page_of(bench).map_row.encoding
    shown = {box.itemData(place): box.itemText(place) for place in range(box.count())}
    assert "西山村" in shown["gb18030"]
    assert "西山村" not in shown["big5hkscs"]
    wrong = box.findData("big5hkscs")
    box.setCurrentIndex(wrong)
    box.activated.emit(wrong)
    until(lambda: not run.doing)
    assert run.look is not None
    assert run.look.encoding == "big5hkscs"
    assert "西山村" not in str(run.sheet)
    right = box.findData("gb18030")
    box.setCurrentIndex(right)
    box.activated.emit(right)
    until(lambda: not run.doing)
    assert run.step is Step.COLUMNS
    assert "西山村" in str(run.sheet)


def test_layers_and_kinds_are_chosen(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    path = gpkg(tmp_path / "县.gpkg", [(at(900, 900), {"门牌": "西山村8组1号"})], layer="房屋甲")
    gpkg(path, [(at(950, 900), {"门牌": "西山村8组2号"})], layer="房屋乙")
    run = choose(bench, ask, until, path)
    page = page_of(bench)
    assert [page.sheet.itemText(place) for place in range(page.sheet.count())] == ["房屋甲(1 行)", "房屋乙(1 行)", "全部图层(2 行)"]
    assert [page.kind.itemData(place) for place in range(page.kind.count())] == ["houses", "settlements", "safe_sites"]
    page.sheet.setCurrentIndex(2)
    page.sheet.activated.emit(2)
    preview(bench, until)
    assert run.plan is not None
    assert len(run.plan.new) == 2
    page.main.click()
    until(lambda: run.step is Step.DONE)
    assert run_of(bench).plan is not None


def test_a_map_without_anything_to_import_says_so(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    path = tmp_path / "坏.shp"
    path.write_bytes(b"not a shapefile")
    choose(bench, ask, until, path)
    assert page_of(bench).trouble.text()
    assert run_of(bench).step is Step.FILE


@pytest.mark.parametrize("key", [Qt.Key.Key_Return])
def test_enter_leads_through_the_steps(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path, key: Qt.Key, qtbot) -> None:  # type: ignore[no-untyped-def]
    run = choose(bench, ask, until, gpkg(tmp_path / "网格.gpkg", GRIDS))
    qtbot.keyClick(page_of(bench), key)
    until(lambda: run.step is Step.PREVIEW)
    qtbot.keyClick(page_of(bench), key)
    until(lambda: run.step is Step.DONE)
    assert choices(bench)


def test_a_count_of_houses_does_not_make_grids_a_survey(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    features = [(shape, {**fields, "houses": "7", "network": "a"}) for shape, fields in GRIDS]
    run = choose(bench, ask, until, gpkg(tmp_path / "a.gpkg", features))
    assert run.layout is not None
    assert run.layout.kind is LedgerKind.GRIDS


def test_imported_roads_are_on_the_map_at_once(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    def on_map() -> bool:
        lines = [layer for layer in bench.map.canvas.visible_layers() if isinstance(layer, LineLayer) and layer.name == "roads"]
        return any(len(layer.classes) for layer in lines)

    assert not on_map()
    road = shapely.LineString([at(100, 100), at(3900, 3900)])
    run = choose(bench, ask, until, shp(tmp_path / "道路.shp", [(road, {"路名": "通村路"})]))
    assert run.layout is not None
    assert run.layout.kind is LedgerKind.ROADS
    preview(bench, until)
    page_of(bench).main.click()
    until(on_map)


def test_one_photo_of_a_folder_offers_all_of_them(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    for number in range(3):
        made_photo(tmp_path / f"西山村9组{number}号.jpg", place=(at(900 + number, 900).x, at(900, 900).y))
    run = choose(bench, ask, until, tmp_path / "西山村9组1号.jpg")
    page = page_of(bench)
    assert [page.sheet.itemText(place) for place in range(page.sheet.count())] == ["照片(1 行)", "文件夹里的全部照片（3 张）"]
    page.sheet.setCurrentIndex(1)
    page.sheet.activated.emit(1)
    until(lambda: not run.doing and run.path == tmp_path)
    assert [page.sheet.itemText(place) for place in range(page.sheet.count())] == ["照片(3 行)"]
