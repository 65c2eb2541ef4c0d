"""Saved areas corrected in the window, borders moved on the map, strips along a river: seen, saved, undone."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from gisapp.canvas.tools.pan import PanTool
from gisapp.canvas.tools.reshape import ReshapeTool
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.storage.county import geopackage
from gisapp.storage.hazards import hazards
from gisapp.ui.bench import Bench
from gisapp.ui.cards.hazard import HazardForm, StripForm
from tests import builders
from tests.canvas import mouse
from tests.unit.storage.contents import contents, difference

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def flooded(bench: Bench, until: Until) -> Bench:
    """Three areas, two of one name, and a river."""
    with builders.opened(bench.county.path) as db:
        builders.add_hazard(db, builders.box(0, 0, 150, 150), name="月河", level="red")
        builders.add_hazard(db, builders.box(0, 0, 300, 300), name="月河", level="orange")
        builders.add_hazard(db, builders.box(0, 2900, 400, 200), name="滑坡", level="yellow")
        line = shapely.MultiLineString([[(builders.EAST, builders.NORTH + 100), (builders.EAST + 900, builders.NORTH + 100)]])
        db["waterway"].insert({"uid": "w1", "geom": geopackage.encode(line, builders.EPSG), "name": "月河", "rank": 1})
    bench.show_workspace("flood")
    until(lambda: len(bench.flood.hazards.areas) == 3)
    return bench


def choose(bench: Bench, text: str, *, child: int | None = None) -> None:
    """Choose a line of the list."""
    line = bench.flood.hazards.line_of(text)
    bench.flood.hazards.setCurrentIndex(line if child is None else bench.flood.hazards.tree.index(child, 0, line))


def opened_form(bench: Bench) -> HazardForm:
    bench.flood.edit()
    assert isinstance(bench.flood.entry.form, HazardForm)
    return bench.flood.entry.form


def stored(bench: Bench, name: str) -> list[hazards.HazardArea]:
    return hazards.all_areas(bench.county.reader, name=name)


def button(form: HazardForm, text: str):  # type: ignore[no-untyped-def]
    return next(one for one in form.buttons if one.text() == text)


def test_every_fact_of_a_saved_area_is_corrected_and_undone(flooded: Bench, until: Until) -> None:
    before = contents(flooded.county.reader)
    choose(flooded, "滑坡")
    form = opened_form(flooded)
    fields = form.facts
    assert (fields.name.text(), fields.level.currentText(), fields.source.text(), fields.valid_from.text()) == ("滑坡", "黄色", "测试", "")
    fields.name.setText("泥石流沟")
    fields.kind.setCurrentIndex(3)
    fields.level.setCurrentIndex(0)
    fields.source.setText("自然资源局")
    fields.valid_from.setText("2026年7月11日")
    fields.valid_to.setText("2026-07-14 08:00")
    button(form, "保存风险区").click()
    until(lambda: len(stored(flooded, "泥石流沟")) == 1)
    [area] = stored(flooded, "泥石流沟")
    assert (area.kind, area.level, area.source) == (HazardKind.DEBRIS_FLOW, HazardLevel.RED, "自然资源局")
    assert (area.valid_from, area.valid_to) == ("2026-07-11", "2026-07-14T08:00")
    until(lambda: "泥石流沟" in [one.name for one in flooded.flood.hazards.areas])
    flooded.undo()
    until(lambda: len(stored(flooded, "滑坡")) == 1)
    assert difference(before, contents(flooded.county.reader)) == {}


def test_all_areas_of_a_name_are_corrected_together_and_keep_what_differs(flooded: Bench, until: Until) -> None:
    choose(flooded, "月河")
    form = opened_form(flooded)
    assert form.title == "修改 2 个风险区"
    assert (form.facts.level.currentText(), form.facts.kind.currentText()) == ("各不相同，不改", "洪涝")
    assert "改边界" not in [one.text() for one in form.buttons]
    form.facts.valid_to.setText("2026-07-14")
    button(form, "保存风险区").click()
    until(lambda: [area.valid_to for area in stored(flooded, "月河")] == ["2026-07-14"] * 2)
    assert [area.level.value for area in stored(flooded, "月河")] == ["red", "orange"]


@pytest.mark.parametrize(("valid_from", "valid_to", "why"), [("昨天", "", "时间读不懂"), ("2026-07-14", "2026-07-11", "结束早于开始")])
def test_times_that_cannot_be_are_told_on_the_form(flooded: Bench, valid_from: str, valid_to: str, why: str) -> None:
    choose(flooded, "滑坡")
    form = opened_form(flooded)
    form.facts.valid_from.setText(valid_from)
    form.facts.valid_to.setText(valid_to)
    button(form, "保存风险区").click()
    assert why in form.trouble.text()
    assert flooded.card.card is form


def test_nothing_chosen_or_nothing_changed_is_said(flooded: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    flooded.flood.hazards.setCurrentIndex(QModelIndex())
    flooded.flood.edit()
    assert "选中" in heard.messages[-1][1]
    choose(flooded, "滑坡")
    button(opened_form(flooded), "保存风险区").click()
    until(lambda: heard.messages[-1][1] == "没有变化。")


def test_a_border_is_moved_on_the_map_saved_and_undone(flooded: Bench, qtbot: QtBot, until: Until) -> None:
    before = contents(flooded.county.reader)
    choose(flooded, "滑坡")
    form = opened_form(flooded)
    sized = form.size_note.text()
    button(form, "改边界").click()
    tool = flooded.map.canvas.tool()
    assert isinstance(tool, ReshapeTool)
    until(lambda: flooded.map.canvas.is_complete)
    corner = np.array([builders.EAST + 400, builders.NORTH + 3100])
    [at, to] = flooded.map.canvas.view().to_px(np.array([corner, corner + (200, 0)])).tolist()
    mouse.drag(flooded.map.canvas, tuple(at), ((at[0] + to[0]) / 2, at[1]), tuple(to))
    grown = 200 * 400 + 200 * 200 / 2
    assert flooded.flood.entry._shape.area == pytest.approx(grown, rel=0.02)  # type: ignore[union-attr]
    assert form.size_note.text() != sized
    qtbot.keyClick(flooded.map.canvas, Qt.Key.Key_Return)
    assert isinstance(flooded.map.canvas.tool(), PanTool)
    button(form, "保存风险区").click()
    until(lambda: stored(flooded, "滑坡")[0].geometry.area == pytest.approx(grown, rel=0.02))
    flooded.undo()
    until(lambda: stored(flooded, "滑坡")[0].geometry.area == pytest.approx(80_000))
    assert difference(before, contents(flooded.county.reader)) == {}


def test_undo_takes_back_the_last_corner_first(flooded: Bench, until: Until) -> None:
    choose(flooded, "滑坡")
    button(opened_form(flooded), "改边界").click()
    until(lambda: flooded.map.canvas.is_complete)
    [at] = flooded.map.canvas.view().to_px(np.array([[builders.EAST + 400, builders.NORTH + 3100]])).tolist()
    mouse.drag(flooded.map.canvas, tuple(at), (at[0] + 40, at[1]), (at[0] + 60, at[1]))
    flooded.undo()
    assert flooded.flood.entry._shape.area == pytest.approx(80_000)  # type: ignore[union-attr]
    assert len(stored(flooded, "滑坡")) == 1


def test_a_border_that_crosses_itself_says_what_saving_repairs(flooded: Bench) -> None:
    choose(flooded, "滑坡")
    form = opened_form(flooded)
    x, y = builders.EAST, builders.NORTH
    flooded.map.area_reshaped.emit(shapely.Polygon([(x, y), (x + 90, y + 90), (x + 90, y), (x, y + 90)]))
    assert "自己相交" in form.repair_note.text()
    assert not form.repair_note.isHidden()
    button(form, "放弃").click()
    assert flooded.flood.entry.form is None
    assert stored(flooded, "滑坡")[0].geometry.area == pytest.approx(80_000)


def test_a_strip_along_a_river_is_seen_while_it_is_widened_and_saved(flooded: Bench, until: Until) -> None:
    flooded.flood.draw_along()
    until(lambda: isinstance(flooded.flood.entry.form, StripForm) and flooded.flood.entry.form.name.text() == "月河两侧 50 米")
    form = flooded.flood.entry.form
    assert isinstance(form, StripForm)
    form.metres_box.setValue(80)
    until(lambda: form.name.text() == "月河两侧 80 米" and form.facts.source.text() == "沿月河外扩 80 米")
    form.name.setText("夜里的月河")
    form.metres_box.setValue(100)
    until(lambda: form.facts.source.text() == "沿月河外扩 100 米")
    form.line_box.setCurrentText("汉江")
    until(lambda: "没有名为“汉江”" in form.trouble.text())
    form.line_box.setCurrentText("月河")
    until(lambda: form.trouble.text() == "")
    assert form.name.text() == "夜里的月河"
    button(form, "保存风险区").click()
    until(lambda: len(stored(flooded, "夜里的月河")) == 1)
    assert stored(flooded, "夜里的月河")[0].geometry.area == pytest.approx(900 * 200 + np.pi * 100**2, rel=0.01)
    until(lambda: [area.name for area in flooded.flood.hazards.areas_ticked()] == ["夜里的月河"])
