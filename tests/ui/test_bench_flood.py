"""Story 3: draw or read an area, save it, ask which homes it holds, and do something with the list."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QSpinBox, QWidget

from gisapp.spatial import crs
from gisapp.storage.hazards import hazards
from gisapp.ui.bench import Bench
from gisapp.ui.cards.hazard import HazardForm
from gisapp.ui.map_content import fills
from tests import builders
from tests.unit.readers.files import geojson, square

Until = Callable[[Callable[[], bool]], None]


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def ring(x: float, y: float, width: float, height: float) -> np.ndarray:
    return np.array(builders.box(x, y, width, height).exterior.coords)


def draw_and_save(bench: Bench, until: Until, coords: np.ndarray, name: str = "月河洪涝") -> None:
    """Draw an area on the map and fill in the form."""
    before = len(hazards.all_areas(bench.county.reader))
    bench.map.canvas.area_drawn.emit(coords)
    until(lambda: bench.flood.entry.form is not None)
    form = bench.flood.entry.form
    assert isinstance(form, HazardForm)
    form.name.setText(name)
    next(button for button in form.buttons if button.text() == "保存风险区").click()
    until(lambda: len(bench.flood.hazards.areas) == before + 1)


def press(bench: Bench, text: str) -> None:
    """Press a button over the table: the newest of that name, for the last list's buttons go only later."""
    [button for button in bench.table.findChildren(QPushButton) if button.text() == text][-1].click()


def ask_run(bench: Bench, until: Until) -> None:
    bench.flood.run = None
    bench.ask_run()
    until(lambda: bench.flood.run is not None)


@pytest.fixture
def answered(bench: Bench, until: Until) -> Bench:
    """West of the county flooded: the four houses of the village, and asked."""
    bench.show_workspace("flood")
    draw_and_save(bench, until, ring(0, 0, 2000, 4000))
    ask_run(bench, until)
    return bench


def test_a_drawn_area_is_saved_ticked_and_asked_about(answered: Bench) -> None:
    run = answered.flood.run
    assert run is not None
    assert (run.totals.total.houses, run.totals.total.households, run.totals.total.residents) == (4, 4, 8)
    assert [call.head for call in answered.table.rows_shown()] == [call.head for call in run.calls]
    shown = texts(answered.card)
    assert answered.card.title == "月河洪涝"
    assert shown[shown.index("处住房") - 1] == "4"
    assert shown[shown.index("人") - 1] == "8"
    assert _affected(answered) == {int(call.house) for call in run.calls}


def test_every_affected_family_stands_in_the_list_once_masked(answered: Bench) -> None:
    families = [int(call.household) for call in answered.table.rows_shown()]
    assert sorted(families) == [builders.ALONE, builders.SHARING, builders.ORDINARY, builders.TWO_ENDS]
    text = "".join(column.text(row) for row in answered.table.rows_shown() for column in answered.table._listing.columns)
    assert "****" in text
    assert "12000000001" not in text


def test_empty_origin_homes_are_listed_apart(answered: Bench) -> None:
    press(answered, "空置原住房")
    assert [row.head for row in answered.table.rows_shown()] == ["吴六"]


def test_a_family_of_the_list_opens_its_card_and_the_run_comes_back(answered: Bench, until: Until) -> None:
    answered.table.view.selectRow(0)
    head = answered.table.rows_shown()[0].head
    until(lambda: answered.card.title.startswith(head))
    answered.flood.show_run()
    until(lambda: answered.card.title == "月河洪涝")


def test_asking_with_nothing_ticked_says_what_to_do(bench: Bench, heard) -> None:  # type: ignore[no-untyped-def]
    bench.ask_run()
    assert heard.messages[0][0] == "info"
    assert "勾选" in heard.messages[0][1]


def test_a_form_without_a_name_complains_and_keeps_what_was_drawn(bench: Bench, until: Until) -> None:
    bench.map.canvas.area_drawn.emit(ring(0, 0, 500, 500))
    until(lambda: bench.flood.entry.form is not None)
    bench.flood.entry.save_form()
    assert "没有名称" in bench.flood.entry.form.trouble.text()  # type: ignore[union-attr]
    bench.map.canvas.picked.emit("grid", (1,))
    assert bench.card.title == "新风险区"


def test_a_drawn_line_without_area_is_refused_with_a_reason(bench: Bench, until: Until) -> None:
    bench.map.canvas.area_drawn.emit(np.array([[0.0, 0.0], [1.0, 1.0], [2.0, 2.0], [0.0, 0.0]]))
    until(lambda: bench.flood.entry.form is not None)
    bench.flood.entry.form.name.setText("线")  # type: ignore[union-attr]
    bench.flood.entry.save_form()
    assert "没有面积" in bench.flood.entry.form.trouble.text()  # type: ignore[union-attr]


def test_discarding_takes_the_draft_off_the_map(bench: Bench, until: Until) -> None:
    bench.map.canvas.area_drawn.emit(ring(0, 0, 500, 500))
    until(lambda: len(_draft(bench)) == 1)
    bench.flood.entry.discard()
    assert len(_draft(bench)) == 0
    assert bench.card.title == "还没有选中"


def test_undo_takes_a_saved_area_out_of_list_and_map(bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    bench.show_workspace("flood")
    draw_and_save(bench, until, ring(0, 0, 2000, 4000))
    bench.undo()
    until(lambda: len(bench.flood.hazards.areas) == 0)
    assert hazards.all_areas(bench.county.reader) == []


def test_ticked_areas_are_removed_and_come_back(bench: Bench, until: Until) -> None:
    bench.show_workspace("flood")
    draw_and_save(bench, until, ring(0, 0, 100, 100))
    bench.flood.remove()
    until(lambda: len(bench.flood.hazards.areas) == 0)
    bench.undo()
    until(lambda: len(bench.flood.hazards.areas) == 1)


def test_a_file_is_read_shown_and_saved(bench: Bench, ask, until: Until, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    corners = crs.to_degrees(ring(0, 0, 2000, 4000), builders.EPSG).tolist()
    feature = {
        "type": "Feature",
        "properties": {"名称": "文件里的 <洪涝>", "等级": "橙"},
        "geometry": {"type": "Polygon", "coordinates": [corners]},
    }
    path = tmp_path / "风险区 'a'.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), "utf-8")
    ask.answers.append(path)
    bench.read_hazards()
    until(lambda: bench.card.title == path.name)
    assert len(_draft(bench)) == 1
    assert fills(builders.box(0, 0, 2000, 4000).bounds, bench.map.canvas.view().bounds)
    next(button for button in bench.card.findChildren(type(bench.flood.big)) if button.text() == "保存 1 个风险区").click()
    until(lambda: [area.name for area in bench.flood.hazards.areas] == ["文件里的 <洪涝>"])
    ask_run(bench, until)
    assert bench.flood.run.totals.total.houses == 4  # type: ignore[union-attr]


def test_a_file_that_is_no_map_gives_one_sentence(bench: Bench, ask, heard, until: Until, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "坏.geojson"
    path.write_text("{", "utf-8")
    ask.answers.append(path)
    bench.read_hazards()
    until(lambda: [level for level, _ in heard.messages] == ["error"])


@pytest.mark.parametrize(
    ("do", "name", "begins"), [("_export", "名单.xlsx", b"PK"), ("print_run", "名单.pdf", b"%PDF"), ("_web_map", "地图.html", b"<!DOCTYPE")]
)
def test_the_list_is_exported_printed_and_mapped(
    answered: Bench,
    ask,
    heard,
    until: Until,
    tmp_path: Path,
    do: str,
    name: str,
    begins: bytes,  # type: ignore[no-untyped-def]
) -> None:
    path = tmp_path / name
    ask.answers.append(path)
    getattr(answered.flood, do)()
    for dialog in answered.desk.dialogs:
        dialog.save.click()
    until(lambda: any(str(path) in text or level == "error" for level, text in heard.messages))
    assert path.read_bytes()[: len(begins)].upper() == begins.upper()


def test_the_pen_is_put_down_after_drawing(bench: Bench) -> None:
    bench.draw_area()
    assert type(bench.map.canvas.tool()).__name__ == "AreaTool"
    bench.map.canvas.area_drawn.emit(ring(0, 0, 500, 500))
    assert type(bench.map.canvas.tool()).__name__ == "PanTool"


def _affected(bench: Bench) -> set[int]:
    return {int(one) for layer in bench.map.canvas.visible_layers() if layer.name == "affected" for one in layer.ids}


def test_a_clicked_family_is_selected_among_the_affected_which_stay(answered: Bench, until: Until) -> None:
    affected = _affected(answered)
    answered.table.view.selectRow(0)
    until(lambda: len(answered.map.canvas._selection.get("house", ())) == 1)
    assert _affected(answered) == affected
    assert "名单上的住房" in [entry.text for entry in answered.map.canvas._legend]


def test_the_affected_homes_are_pointed_out_in_the_flood_workspace_only(answered: Bench) -> None:
    affected = _affected(answered)
    answered.show_workspace("grids")
    assert _affected(answered) == set()
    answered.show_workspace("flood")
    assert _affected(answered) == affected


def test_after_a_run_the_map_shows_the_affected_homes(answered: Bench) -> None:
    west, south, east, north = answered.map.canvas.view().bounds
    homes = next(layer for layer in answered.map.canvas.visible_layers() if layer.name == "affected").bounds
    assert west <= homes[0] < homes[2] <= east
    assert south <= homes[1] < homes[3] <= north
    assert fills(homes, answered.map.canvas.view().bounds)


def test_a_view_that_the_affected_homes_fill_already_is_kept(answered: Bench, until: Until) -> None:
    answered.map.canvas.zoom(0.9)
    before = answered.map.canvas.view()
    ask_run(answered, until)
    assert answered.map.canvas.view() == before


def test_only_new_areas_are_ticked_after_saving(answered: Bench, until: Until) -> None:
    draw_and_save(answered, until, ring(0, 0, 300, 300), "新画的")
    assert [area.name for area in answered.flood.hazards.areas_ticked()] == ["新画的"]


def _draft(bench: Bench) -> list[object]:
    layers = [layer for layer in bench.map.canvas.visible_layers() if layer.name == "draft"]
    return list(layers[0].shapes.ids) if layers else []


def test_the_last_run_comes_back_after_the_file_is_opened_anew(answered: Bench, until: Until) -> None:
    first = answered.flood.run
    answered.flood.run = None
    answered.flood.open_last_run()
    until(lambda: answered.flood.run is not None)
    assert first is not None
    assert answered.flood.run.totals == first.totals  # type: ignore[union-attr]
    assert answered.card.title == "月河洪涝"


def test_the_legend_names_the_levels_there_are(answered: Bench, until: Until) -> None:
    until(lambda: "风险区 红色" in [entry.text for entry in answered.map.canvas._legend])
    assert answered.map.canvas._legend[0].text == "每格户数"


def test_all_areas_are_ticked_or_none(answered: Bench) -> None:
    answered.flood.hazards.tick_all(False)
    assert answered.flood.hazards.ticked() == frozenset()
    answered.flood.hazards.tick_all(True)
    assert len(answered.flood.hazards.areas_ticked()) == 1


def test_families_with_a_safe_home_and_vacant_homes_have_lists_of_their_own(answered: Bench) -> None:
    press(answered, "去自己住房")
    [row] = answered.table.rows_shown()
    assert (row.household, row.own_home) == (builders.TWO_ENDS, "紫云南郡3号楼2单元501")
    press(answered, "空置住房")
    assert answered.table.rows_shown() == []
    press(answered, "电话名单")
    assert len(answered.table.rows_shown()) == 4


def test_two_runs_are_listed_compared_opened_and_asked_again(answered: Bench, until: Until) -> None:
    flood = answered.flood
    flood.show_asking()
    answered.card.findChild(QSpinBox).setValue(600)
    ask_run(answered, until)
    newest = flood.run
    flood.show_work("runs")
    until(lambda: [hasattr(row, "question") for row in answered.table.rows_shown()] == [True, True])
    answered.table.choose_all()
    press(answered, "比较两次")
    until(lambda: answered.table.rows_shown() and hasattr(answered.table.rows_shown()[0], "after"))
    assert {row.household for row in answered.table.rows_shown()} == {builders.COMPLETE, builders.BARE}
    press(answered, "历次研判")
    until(lambda: hasattr(answered.table.rows_shown()[0], "question"))
    answered.table.view.selectRow(1)
    press(answered, "打开")
    until(lambda: flood.run is not newest)
    assert flood.run is not None
    assert flood.run.question.buffer_m == 0
    flood.show_work("runs")
    until(lambda: hasattr(answered.table.rows_shown()[0], "question"))
    answered.table.view.selectRow(0)
    press(answered, "再做一遍")
    until(lambda: flood.run is not None and flood.run.question.repeats is not None)
    assert flood.run.question.buffer_m == 600


def test_another_field_for_the_level_reads_the_file_anew(bench: Bench, until: Until, tmp_path: Path) -> None:
    path = geojson(tmp_path / "公报.geojson", [(square(), {"名称": "月河", "程度": "黄"})])
    bench.show_workspace("flood")
    bench.ask.answers = [path]  # type: ignore[attr-defined]
    bench.flood.read_file()
    until(lambda: "（没有）" in [box.currentText() for box in bench.card.findChildren(QComboBox)])
    level = next(box for box in bench.card.findChildren(QComboBox) if box.accessibleName() == "等级")
    assert [level.itemText(place) for place in range(level.count())] == ["（没有）", "名称：月河", "程度：黄"]
    level.setCurrentIndex(2)
    level.activated.emit(2)
    until(lambda: any("黄色" in text for text in texts(bench.card)))
