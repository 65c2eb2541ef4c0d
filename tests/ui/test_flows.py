"""Flows in the window: drawn off the window's thread, picked on the map, listed, gone in other workspaces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from gisapp.domain.origins import flow_id
from gisapp.scene.layers import PointLayer
from gisapp.ui.bench import Bench
from gisapp.ui.flow_content import FlowScope
from gisapp.ui.work.origin_work import OriginRow, village_families
from tests.builders import BARE, COMPLETE, EAST, NORTH, ORDINARY
from tests.ui.conftest import Heard, ScriptedAsk

Until = Callable[[Callable[[], bool]], None]
FLOW = flow_id(4, 1)


@pytest.fixture
def drawn(bench: Bench, until: Until) -> Bench:
    """The relocation workspace with all flows on the map."""
    bench.show_workspace("relocation")
    until(lambda: bool(bench.relocation.units.model.units))
    bench.run_work("flows")
    until(lambda: bool(bench.map.flows.report.flows) and bench.map.canvas.is_complete)
    return bench


def layer_named(bench: Bench, name: str) -> object:
    return next(layer for layer in bench.map.canvas.visible_layers() if layer.name == name)


def lines_shown(bench: Bench, name: str) -> int:
    layer = layer_named(bench, name)
    return len(layer.ids) if isinstance(layer, PointLayer) else len(layer.shapes)  # type: ignore[attr-defined]


def codes(bench: Bench) -> list[str]:
    """The codes of the families in the table; "" for a line of another list."""
    return [getattr(row, "code", "") for row in bench.table.rows_shown()]


def test_no_flow_is_read_before_it_is_asked_for(bench: Bench) -> None:
    assert not bench.map.flows.is_on
    assert lines_shown(bench, "flows") == 0


def test_flows_lie_below_the_sites_and_the_names_above(drawn: Bench) -> None:
    names = [layer.name for layer in drawn.map.canvas.visible_layers()]
    assert names.index("homes") < names.index("flows") < names.index("settlement_sites") < names.index("home_line") < names.index("labels")
    assert "西山村 3" in layer_named(drawn, "labels").texts  # type: ignore[attr-defined]


def test_a_click_on_a_line_lists_its_families_and_shows_its_card(drawn: Bench, qtbot: QtBot, until: Until) -> None:
    coords = drawn.map.content.overlays.flows.shapes.coords
    x, y = drawn.map.canvas.view().point_px(*coords[len(coords) // 2])
    qtbot.mouseClick(drawn.map.canvas, Qt.MouseButton.LeftButton, pos=QPoint(round(x), round(y)))
    until(lambda: codes(drawn) == ["H004", "H005", "H006"])
    until(lambda: drawn.card.title == "西山村 → 紫云南郡")
    assert drawn.map.content.namer.name("flow", FLOW).splitlines() == ["西山村 → 紫云南郡", "3 户 5 人"]


def test_flows_go_with_the_workspace_and_come_back_with_it(drawn: Bench, until: Until) -> None:
    drawn.show_workspace("grids")
    assert lines_shown(drawn, "flows") == 0
    assert "西山村 3" not in layer_named(drawn, "labels").texts  # type: ignore[attr-defined]
    drawn.show_workspace("relocation")
    until(lambda: lines_shown(drawn, "flows") == 1)
    drawn.run_work("flows")
    assert lines_shown(drawn, "flows") == 0
    drawn.show_workspace("grids")
    drawn.show_workspace("relocation")
    assert not drawn.map.flows.is_on


def test_the_list_of_origin_villages_counts_them_and_marks_the_chosen_line(drawn: Bench, heard: Heard, until: Until) -> None:
    drawn.desk.show_list("origins")
    until(lambda: any(isinstance(row, OriginRow) for row in drawn.table.rows_shown()))
    drawn.table.view.selectRow(0)
    assert heard.selections[-1][:2] == ("flow", (FLOW,))
    assert any(isinstance(row, OriginRow) for row in drawn.table.rows_shown())


def test_a_villages_families_are_listed_wherever_they_live_now(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until) -> None:
    ask.line = lambda *_args, **_more: "西山村"  # type: ignore[method-assign]
    bench.run_work("village_families")
    until(lambda: codes(bench) == ["H004", "H005", "H006"])
    until(lambda: lines_shown(bench, "residences") == 3 and lines_shown(bench, "flows") == 1)
    assert bench.current is bench.relocation
    ask.line = lambda *_args, **_more: "不存在"  # type: ignore[method-assign]
    bench.run_work("village_families")
    until(lambda: any(level == "error" and "不存在" in text for level, text in heard.messages))


def test_a_village_nobody_left_is_told_in_a_sentence(bench: Bench, heard: Heard, until: Until) -> None:
    village_families(bench.desk, 5)
    until(lambda: ("info", "东社区没有搬迁户。") in heard.messages)


def test_the_card_of_a_village_leads_to_its_families(bench: Bench, until: Until) -> None:
    bench.county.signals.selection.emit("division", (4,), None)
    until(lambda: bench.card.title == "西山村")
    button = next(one for one in bench.card.card.buttons if one.text() == "这个村的搬迁户")
    button.click()
    until(lambda: lines_shown(bench, "flows") == 1)


def test_both_homes_of_the_selected_family_are_joined(bench: Bench, until: Until) -> None:
    bench.county.signals.selection.emit("household", (BARE,), None)
    until(lambda: lines_shown(bench, "home_line") == 1)
    ends = layer_named(bench, "home_ends")
    assert isinstance(ends, PointLayer)
    assert tuple(ends.xy[0]) == (EAST + 900, NORTH + 900)
    assert bench.map.content.overlays.entries[-1].text == "原住房已不在"
    bench.county.signals.selection.emit("household", (COMPLETE,), None)
    until(lambda: bench.map.content.overlays.entries[-1].text == "原住房到现住房")
    bench.county.signals.selection.emit("household", (ORDINARY,), None)
    until(lambda: lines_shown(bench, "home_line") == 0)


def test_a_reload_of_the_map_keeps_what_lies_over_it(drawn: Bench, until: Until) -> None:
    with_names = layer_named(drawn, "labels")
    drawn.map.content.load("households")
    until(lambda: layer_named(drawn, "labels") is not with_names)
    assert lines_shown(drawn, "flows") == 1
    assert "西山村 3" in layer_named(drawn, "labels").texts  # type: ignore[attr-defined]


def test_a_crowd_of_lines_is_drawn_by_town_from_afar_and_by_village_near(
    bench: Bench, until: Until, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("gisapp.services.places.trace_origins.MOST_LINES", 0)
    monkeypatch.setattr("gisapp.ui.flow_content.FAR_METRES_PER_PX", 5.0)
    bench.show_workspace("relocation")
    until(lambda: bool(bench.relocation.units.model.units))
    bench.map.canvas.zoom(0.2)
    bench.map.flows.show(FlowScope())
    until(lambda: lines_shown(bench, "flows") == 1 and "西镇 3" in layer_named(bench, "labels").texts)  # type: ignore[attr-defined]
    town = flow_id(2, 1)
    assert bench.map.content.overlays.flows.shapes.ids.tolist() == [town]
    bench.county.signals.selection.emit("flow", (town,), None)
    until(lambda: bench.card.title == "西镇 → 紫云南郡" and codes(bench) == ["H004", "H005", "H006"])
    assert "这个镇的搬迁户" in [button.text() for button in bench.card.card.buttons]
    bench.map.canvas.zoom(20)
    until(lambda: bench.map.content.overlays.flows.shapes.ids.tolist() == [FLOW])
    assert "西山村 3" in layer_named(bench, "labels").texts  # type: ignore[attr-defined]
