"""A file of hazard areas through the window: what its columns mean is asked, nothing is dropped unseen, Cancel leaves nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QRadioButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.ids import HazardId
from gisapp.scene.county_layers import IDLE
from gisapp.spatial.china_shift import GCJ_02, from_wgs
from gisapp.storage.hazards import hazards
from gisapp.ui.bench import Bench
from gisapp.ui.cards.file_crs import FileCrsCard
from gisapp.ui.cards.hazard_file import HazardFileCard
from gisapp.ui.tables.hazard_tree import HazardTree, arranged
from tests import builders
from tests.unit.readers.files import frame, geojson, many_squares, square
from tests.unit.storage.contents import contents, difference

Until = Callable[[Callable[[], bool]], None]


def opened(bench: Bench, until: Until, path: Path) -> HazardFileCard:
    """Read a file and wait for its own card, not for one of a file before it."""
    until(lambda: not bench.county.tasks.is_busy)
    before = bench.card.card
    bench.show_workspace("flood")
    bench.ask.answers.append(path)  # type: ignore[attr-defined]
    bench.read_hazards()
    until(lambda: isinstance(bench.card.card, HazardFileCard) and bench.card.card is not before)
    card = bench.card.card
    assert isinstance(card, HazardFileCard)
    return card


def choose(box: QComboBox, text: str) -> None:
    """Choose a line of a box as a person does."""
    place = next(place for place in range(box.count()) if box.itemText(place).startswith(text))
    box.setCurrentIndex(place)
    box.activated.emit(place)


def stored(bench: Bench) -> list[hazards.HazardArea]:
    return hazards.all_areas(bench.county.reader)


ROWS = [
    (square(0), {"名称": "甲", "易发": "高易发", "单位": "县局"}),
    (square(400), {"名称": "乙", "易发": "低易发", "单位": "县局"}),
    (square(800), {"名称": "丙", "易发": "", "单位": "市局"}),
]


def test_words_for_levels_are_counted_given_levels_and_remembered(bench: Bench, until: Until, tmp_path: Path) -> None:
    card = opened(bench, until, geojson(tmp_path / "公报.geojson", ROWS))
    choose(card.field_box("level"), "易发")
    until(lambda: card.value_box(0).count() == 5)
    assert [card.value_box(place).currentText() for place in (0, 1)] == ["不认识，拒收", "不认识，拒收"]
    choose(card.value_box(0), "橙色")
    until(lambda: card.save_button.isEnabled() and card.save_button.text() == "保存 2 个风险区")
    choose(card.value_box(1), "蓝色")
    until(lambda: card.save_button.isEnabled() and card.save_button.text() == "保存 3 个风险区")
    card.save_button.click()
    assert "请先选择" in card.trouble.text()
    choose(card.default_level, "黄色")
    until(card.save_button.isEnabled)
    assert card.by_level.text() == "按等级：橙色 1，黄色 1，蓝色 1"
    card.save_button.click()
    until(lambda: [area.level.value for area in stored(bench)] == ["yellow", "blue", "orange"])
    newer = opened(bench, until, geojson(tmp_path / "下一期.geojson", ROWS[:2]))
    assert newer.by_level.text() == "按等级：橙色 1，蓝色 1"
    assert not newer.default_level.isVisibleTo(newer)


def test_no_column_for_the_level_asks_one_level_for_all(bench: Bench, until: Until, tmp_path: Path) -> None:
    before = contents(bench.county.reader)
    card = opened(bench, until, geojson(tmp_path / "a.geojson", [(square(), {"name": "甲", "level": "黄"})]))
    assert not card.default_level.isVisibleTo(card)
    choose(card.field_box("level"), "（没有）")
    until(lambda: card.default_level.isVisibleTo(card) and card.save_button.isEnabled())
    card.save_button.click()
    assert stored(bench) == []
    choose(card.default_level, "蓝色")
    until(card.save_button.isEnabled)
    card.save_button.click()
    until(lambda: [area.level for area in stored(bench)] == [HazardLevel.BLUE])
    bench.undo()
    until(lambda: stored(bench) == [])
    assert difference(before, contents(bench.county.reader)) == {}


def test_kind_source_and_times_hold_for_the_whole_file_where_no_column_says_them(bench: Bench, until: Until, tmp_path: Path) -> None:
    card = opened(bench, until, geojson(tmp_path / "a.geojson", [(square(), {"name": "甲", "level": "黄", "单位": "县局"})]))
    choose(card.kind, "滑坡")
    until(card.save_button.isEnabled)
    choose(card.field_box("source"), "单位")
    until(card.save_button.isEnabled)
    assert not card.source.isVisibleTo(card)
    card.valid_from.setText("昨天")
    card.valid_from.editingFinished.emit()
    assert "时间读不懂" in card.trouble.text()
    card.valid_from.setText("2026年7月11日8时")
    card.valid_from.editingFinished.emit()
    until(card.save_button.isEnabled)
    card.valid_to.setText("2026-07-14")
    card.valid_to.editingFinished.emit()
    until(card.save_button.isEnabled)
    card.save_button.click()
    until(lambda: len(stored(bench)) == 1)
    [area] = stored(bench)
    assert (area.kind, area.source, area.valid_from, area.valid_to) == (HazardKind.LANDSLIDE, "县局", "2026-07-11T08:00", "2026-07-14")


def test_a_column_that_cannot_mean_the_level_is_told_and_nothing_else_changes(bench: Bench, until: Until, tmp_path: Path) -> None:
    card = opened(bench, until, geojson(tmp_path / "a.geojson", [(square(), {"name": "甲", "level": "黄", "mark": "远"})]))
    choose(card.field_box("valid_from"), "mark")
    until(card.save_button.isEnabled)
    assert "时间没有采用 1" in card.fates.text()


def test_every_row_that_is_not_just_taken_is_listed_and_exported(bench: Bench, until: Until, tmp_path: Path) -> None:
    rows = [(square(), {"name": "好", "level": "红"}), *((None, {"name": f"空{place}", "level": "红"}) for place in range(60))]
    card = opened(bench, until, geojson(tmp_path / "a.geojson", rows))
    assert "没有图形 60" in card.fates.text()
    assert [row.name for row in bench.table.rows_shown()] == [f"空{place}" for place in range(60)]
    out = tmp_path / "行.xlsx"
    bench.ask.answers.append(out)  # type: ignore[attr-defined]
    bench.flood.files._export()
    until(out.exists)
    rows_out = CalamineWorkbook.from_path(out).get_sheet_by_index(0).to_python()
    names = [row[3] for row in rows_out if str(row[3]).startswith("空")]
    assert len(names) == 60
    bench.flood.files._list_rows(is_of_areas=True)
    assert [row.name for row in bench.table.rows_shown()] == ["好"]


@pytest.mark.parametrize("where", ["reading", "storing"])
def test_cancel_leaves_everything_as_it_was(bench: Bench, heard, until: Until, tmp_path: Path, where: str) -> None:  # type: ignore[no-untyped-def]
    before = contents(bench.county.reader)
    path = geojson(
        tmp_path / "多.geojson", [(shape, {"name": f"点{place}", "level": "红"}) for place, shape in enumerate(many_squares(900))]
    )
    bench.show_workspace("flood")
    bench.ask.answers.append(path)  # type: ignore[attr-defined]
    if where == "storing":
        card = opened(bench, until, path)
        card.save_button.click()
    else:
        bench.read_hazards()
    bench.county.tasks.cancel()
    until(lambda: ("info", "已取消导入。\n没有写入任何内容。") in heard.messages)
    until(lambda: not bench.county.tasks.is_busy)
    assert difference(before, contents(bench.county.reader)) == {}
    assert isinstance(bench.card.card, HazardFileCard) == (where == "storing")


@pytest.fixture
def expired(bench: Bench, until: Until) -> Bench:
    """One area in force, one of last year, one of a far year."""
    with builders.opened(bench.county.path) as db:
        for name, level, first, last in (
            ("去年", "red", None, "2020-07-01"),
            ("将来", "red", "2999-01-01", None),
            ("现在", "blue", None, None),
        ):
            builders.add_hazard(db, builders.box(0, 0, 300, 300), name=name, level=level)
            db.execute("UPDATE hazard_area SET valid_from = ?, valid_to = ? WHERE name = ?", (first, last, name))
    bench.show_workspace("flood")
    until(lambda: len(bench.flood.hazards.areas) == 3)
    return bench


def test_areas_that_do_not_hold_today_are_marked_in_words_and_not_ticked(expired: Bench, until: Until) -> None:
    listed = expired.flood.hazards
    lines = [str(listed.tree.index(row, 0).data()) for row in range(3)]
    assert lines[0].startswith("蓝色 · 现在")
    assert sorted(line.split(" ")[0] for line in lines[1:]) == ["[已过期]", "[未生效]"]
    assert [area.name for area in listed.areas_ticked()] == ["现在"]
    assert "2020-07-01" in str(listed.line_of("去年").data(Qt.ItemDataRole.ToolTipRole))


def test_areas_that_do_not_hold_today_are_drawn_apart_and_named_when_asked_about(expired: Bench, until: Until) -> None:
    expired.map.content.load("households")
    until(lambda: any(layer.name == IDLE and len(layer.classes) == 2 for layer in expired.map.canvas.visible_layers()))
    assert "风险区 不在有效期" in [entry.text for entry in expired.map.canvas._legend]
    expired.flood.hazards.tick_all(True)
    expired.ask_run()
    until(lambda: expired.flood.run is not None)
    question = expired.flood.run.question  # type: ignore[union-attr]
    assert set(question.expired) == {"去年", "将来"}
    assert "当时不在有效期内" in question.sentence


def test_the_space_bar_ticks_a_line_and_all_lines_of_a_name(bench: Bench, until: Until, qtbot: QtBot) -> None:
    with builders.opened(bench.county.path) as db:
        for level in ("red", "orange"):
            builders.add_hazard(db, builders.box(0, 0, 300, 300), name="月河", level=level)
    bench.show_workspace("flood")
    until(lambda: len(bench.flood.hazards.areas) == 2)
    listed = bench.flood.hazards
    assert len(listed.ticked()) == 2
    head = listed.line_of("月河")
    listed.setCurrentIndex(listed.tree.index(0, 0, head))
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert Qt.CheckState(head.data(Qt.ItemDataRole.CheckStateRole)) is Qt.CheckState.PartiallyChecked
    listed.setCurrentIndex(head)
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert len(listed.ticked()) == 2
    qtbot.keyClick(listed, Qt.Key.Key_Space)
    assert listed.ticked() == frozenset()


def asked_crs(bench: Bench, until: Until, path: Path) -> FileCrsCard:
    bench.show_workspace("flood")
    bench.ask.answers.append(path)  # type: ignore[attr-defined]
    bench.read_hazards()
    until(lambda: isinstance(bench.card.card, FileCrsCard))
    card = bench.card.card
    assert isinstance(card, FileCrsCard)
    return card


def draft_west(bench: Bench) -> float:
    """Metres east of the draft's western edge; nothing while there is no draft."""
    drafts = [layer for layer in bench.map.canvas.visible_layers() if layer.name == "draft" and len(layer.classes)]  # type: ignore[union-attr]
    return float(drafts[0].bounds[0]) if drafts else 0.0  # type: ignore[union-attr]


def test_swapped_axes_are_asked_with_a_preview_and_used(bench: Bench, until: Until, tmp_path: Path) -> None:
    swapped = shapely.transform(square(), lambda xy: xy[:, ::-1])
    card = asked_crs(bench, until, geojson(tmp_path / "反.geojson", [(swapped, {"name": "甲", "level": "红"})]))
    assert [button.text().replace("\n", "") for button in card.findChildren(QRadioButton)] == ["CGCS2000 经纬度，先北后东（先纬度后经度）"]
    until(lambda: draft_west(bench) == pytest.approx(builders.EAST, abs=1))
    assert stored(bench) == []
    card.use_button.click()
    until(lambda: isinstance(bench.card.card, HazardFileCard))
    bench.card.card.save_button.click()  # type: ignore[union-attr]
    until(lambda: len(stored(bench)) == 1)
    assert stored(bench)[0].geometry.symmetric_difference(builders.box(0, 0, 300, 300)).area < 0.1


def test_what_does_not_fit_is_said_and_cancel_leaves_the_card_free(bench: Bench, until: Until, tmp_path: Path) -> None:
    swapped = shapely.transform(square(), lambda xy: xy[:, ::-1])
    card = asked_crs(bench, until, geojson(tmp_path / "反.geojson", [(swapped, {"name": "甲", "level": "红"})]))
    next(button for button in card.buttons if button.text() == "照文件说明读取").click()
    until(lambda: "坐标超出坐标系的范围" in card.trouble.text())
    card.other.setText("四五四五")
    card.use_button.click()
    assert "不认识坐标系" in card.trouble.text()
    next(button for button in card.buttons if button.text() == "取消").click()
    assert not isinstance(bench.card.card, FileCrsCard)
    assert stored(bench) == []


def test_a_shapefile_without_prj_is_read_by_a_number_somebody_writes(bench: Bench, until: Until, tmp_path: Path) -> None:
    path = tmp_path / "面.shp"
    frame([(builders.box(0, 0, 50, 50), {"name": "a", "level": "红"})], builders.EPSG).to_file(path)
    path.with_suffix(".prj").unlink()
    card = asked_crs(bench, until, path)
    assert "没有说明坐标系" in card.findChildren(QLabel)[1].text()
    card.other.setText(str(builders.EPSG))
    card.other.textEdited.emit(card.other.text())
    assert [button for button in card.findChildren(QRadioButton) if button.isChecked()] == []
    card.use_button.click()
    until(lambda: isinstance(bench.card.card, HazardFileCard))


def test_coordinates_of_a_web_map_are_chosen_for_a_file_that_says_nothing_of_them(bench: Bench, until: Until, tmp_path: Path) -> None:
    wrong = shapely.transform(square(), lambda xy: from_wgs(xy, GCJ_02))
    card = opened(bench, until, geojson(tmp_path / "高德.geojson", [(wrong, {"name": "甲", "level": "红"})]))
    choose(card.kind, "滑坡")
    until(card.save_button.isEnabled)
    card.crs_button.click()
    asked = bench.card.card
    assert isinstance(asked, FileCrsCard)
    place = next(place for place, button in enumerate(asked.findChildren(QRadioButton)) if button.text().startswith("GCJ-02"))
    asked.choose(place)
    until(lambda: draft_west(bench) == pytest.approx(builders.EAST, abs=1))
    asked.use_button.click()
    until(lambda: isinstance(bench.card.card, HazardFileCard))
    bench.card.card.save_button.click()  # type: ignore[union-attr]
    until(lambda: len(stored(bench)) == 1)
    [area] = stored(bench)
    assert area.kind is HazardKind.LANDSLIDE
    assert area.geometry.symmetric_difference(builders.box(0, 0, 300, 300)).area < 1


def area_of(number: int, name: str, last: str | None) -> hazards.HazardArea:
    shape = builders.box(0, 0, 300, 300)
    return hazards.HazardArea(HazardId(number), name, HazardKind.FLOOD, HazardLevel.RED, "", None, last, shape)


def test_an_area_that_has_expired_is_never_ticked_by_itself(qapp: object) -> None:
    old, new, late = area_of(1, "旧", "2020-01-01"), area_of(2, "新", None), area_of(3, "迟", "2020-01-01")
    tree = HazardTree()
    tree.show(arranged([old]))
    assert tree.ticked == frozenset()
    tree.show(arranged([old, new, late]))
    assert tree.ticked == {2}
    tree.show(arranged([old, new, late, area_of(4, "更迟", "2020-01-01")]))
    assert tree.ticked == {2}
