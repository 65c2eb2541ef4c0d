"""The river-level scenario in the window: prepared once, stepped with keys, kept, run, and gone without a trace."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import shapely
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from sqlite_utils import Database

from gisapp.domain.river_level import limits
from gisapp.errors import Cancelled
from gisapp.services.families.record_death import record_death
from gisapp.services.hazards.prepare_drainage import kept_ground
from gisapp.services.hazards.read_terrain import import_terrain
from gisapp.storage.county import county_file, geopackage
from gisapp.storage.hazards import terrain
from gisapp.storage.hazards.hazards import all_areas
from gisapp.ui.bench import Bench
from gisapp.ui.cards.river_level import FIRST_LEVEL_M, RiverLevelCard
from gisapp.ui.panels.card import CardPanel
from gisapp.ui.tables.level_rows import LevelRow
from gisapp.ui.work import river_scenario
from gisapp.ui.work.river_scenario import RiverScenario
from tests import builders
from tests.ui.conftest import Heard, ScriptedAsk
from tests.unit.services import valley

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def has_terrain() -> bool:
    return True


@pytest.fixture
def county_path(county_made_once: Path, tmp_path: Path, has_terrain: bool) -> Path:
    """The tiny county between two rivers, with a terrain that is not prepared yet."""
    path = Path(shutil.copy(county_made_once, tmp_path / "两河县.gpkg"))
    with builders.opened(path) as db:
        valley.add_rivers(db)
        if has_terrain:
            import_terrain(db, valley.terrain_file(tmp_path / "地形.tif"), who="甲")
    return path


@pytest.fixture
def opened(bench: Bench, until: Until) -> RiverScenario:
    """The scenario with its slider, all rivers, 1 m."""
    bench.run_work("river_level")
    until(lambda: isinstance(shown(bench.card), RiverLevelCard))
    found = bench.findChild(RiverScenario)
    assert found is not None
    return found


def shown(panel: CardPanel) -> object:
    return panel.card


def card(bench: Bench) -> RiverLevelCard:
    found = shown(bench.card)
    assert isinstance(found, RiverLevelCard)
    return found


def figures(bench: Bench) -> list[str]:
    return [label.text() for label in card(bench).numbers]


def water_cm(bench: Bench) -> int:
    return bench.map.content.overlays.water.level_cm


def names_on_map(bench: Bench) -> list[str]:
    return [layer.name for layer in bench.map.canvas.visible_layers()]


def choose(bench: Bench, river: str, until: Until) -> None:
    box = card(bench).river_box
    before = bench.map.content.overlays.water.sheets
    box.setCurrentIndex(box.findText(river))
    box.activated.emit(box.currentIndex())
    until(lambda: bench.map.content.overlays.water.sheets is not before)


def test_it_opens_beside_the_map_with_figures_water_and_levels(opened: RiverScenario, bench: Bench) -> None:
    assert bench.flood.is_current
    assert bench.pages.current == "map"
    assert card(bench).level_m == FIRST_LEVEL_M
    assert figures(bench) == ["4", "4", "8", "5.00 平方公里"]
    assert water_cm(bench) == 100
    assert names_on_map(bench).index("water") == names_on_map(bench).index("homes") - 1
    rows = bench.table.rows_shown()
    assert [(row.figures.level_m, row.figures.houses, row.more) for row in rows[:2]] == [(0.5, 3, 3), (1.0, 4, 1)]
    assert any(limits() == label.text() for label in card(bench).findChildren(type(card(bench).numbers[0])))


def test_the_terrain_is_prepared_once_and_kept(opened: RiverScenario, bench: Bench, county_path: Path) -> None:
    with county_file.reading(county_path) as connection:
        assert kept_ground(connection) is not None


def test_keys_step_the_level_and_slider_number_and_map_agree(opened: RiverScenario, bench: Bench, qtbot: QtBot) -> None:
    slider = card(bench).slider
    assert slider.hasFocus()
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_PageUp, Qt.Key.Key_Home)
    for key, level in zip(keys, (1.1, 1.2, 1.1, 2.1, 0), strict=True):
        qtbot.keyClick(slider, key)
        assert (card(bench).level_m, card(bench).number.value(), water_cm(bench)) == (level, level, round(level * 100))
    assert figures(bench)[:3] == ["0", "0", "0"]
    qtbot.keyClick(slider, Qt.Key.Key_End)
    assert card(bench).level_m == 30.0
    assert figures(bench)[:3] == ["8", "6", "11"]


def test_a_number_typed_moves_the_slider(opened: RiverScenario, bench: Bench, qtbot: QtBot) -> None:
    card(bench).number.setFocus()
    card(bench).number.selectAll()
    qtbot.keyClicks(card(bench).number, "5.4")
    qtbot.keyClick(card(bench).number, Qt.Key.Key_Return)
    assert card(bench).slider.value() == 54
    assert figures(bench)[:3] == ["8", "6", "11"]


def test_a_line_of_the_table_sets_its_level(opened: RiverScenario, bench: Bench) -> None:
    rows = bench.table.rows_shown()
    bench.table.view.selectRow(next(place for place, row in enumerate(rows) if row.figures.level_m == 5.0))
    assert card(bench).level_m == 5.0
    assert figures(bench)[0] == "5"


def test_one_river_alone_counts_its_own_homes_and_is_looked_at(opened: RiverScenario, bench: Bench, until: Until) -> None:
    choose(bench, "东沟", until)
    card(bench).set_level(5.4)
    assert figures(bench)[:3] == ["4", "3", "5"]
    assert card(bench).name.placeholderText() == "东沟水位高出 5.4 米"
    assert bench.table.rows_shown()[0].figures.houses == 0
    until(lambda: abs(bench.map.canvas.view().centre_x - (builders.EAST + valley.EAST_X)) < 100)


def test_a_river_beside_the_terrain_is_said_and_the_one_before_stays(
    opened: RiverScenario, bench: Bench, heard: Heard, until: Until
) -> None:
    choose(bench, "月河", until)

    def add(db: Database, _control: object) -> None:
        line = shapely.MultiLineString([[(builders.EAST + 9_000, builders.NORTH), (builders.EAST + 9_000, builders.NORTH + 500)]])
        with county_file.transaction(db):
            db.conn.execute("UPDATE waterway SET geom = ? WHERE name = '东沟'", (geopackage.encode(line, builders.EPSG),))

    bench.county.tasks.write("", add, lambda _done: None)
    box = card(bench).river_box
    box.setCurrentIndex(box.findText("东沟"))
    until(lambda: not bench.county.tasks.is_busy)
    box.activated.emit(box.currentIndex())
    until(lambda: any("东沟不在地形的范围里" in text for _, text in heard.messages))
    assert card(bench).river == "月河"


def test_a_level_is_kept_undone_and_the_ordinary_run_takes_the_cards_place(
    opened: RiverScenario, bench: Bench, heard: Heard, until: Until
) -> None:
    card(bench).set_level(3.9)
    card(bench).name.setText("涨水")
    card(bench).colour_box.setCurrentIndex(1)
    opened.save()
    until(lambda: [area.name for area in bench.flood.hazards.areas] == ["涨水"])
    assert isinstance(shown(bench.card), RiverLevelCard), "another level may be kept"
    [area] = bench.flood.hazards.areas_ticked()
    assert area.level == "orange"
    assert limits() in area.source
    bench.flood.ask_run()
    until(lambda: bench.flood.run is not None)
    assert bench.flood.run is not None
    assert bench.flood.run.totals.total.houses == 5
    until(lambda: bench.findChild(RiverScenario) is None)
    assert water_cm(bench) == 0
    assert not any(isinstance(row, LevelRow) for row in bench.table.rows_shown())
    bench.undo()
    bench.undo()
    until(lambda: bench.flood.hazards.areas == ())


def test_a_level_that_no_river_has_is_said_and_nothing_is_kept(opened: RiverScenario, bench: Bench, heard: Heard, until: Until) -> None:
    card(bench).set_level(0)
    opened.save()
    until(lambda: bool(heard.messages))
    assert heard.messages[-1][0] == "error"
    assert "水位不合理" in heard.messages[-1][1]
    with county_file.reading(bench.county.path) as connection:
        assert all_areas(connection) == []


def test_closing_takes_the_water_off_and_gives_the_card_back(opened: RiverScenario, bench: Bench, until: Until) -> None:
    opened.close()
    assert water_cm(bench) == 0
    assert not isinstance(shown(bench.card), RiverLevelCard)
    bench.county.signals.selection.emit("grid", (1,), None)
    until(lambda: bench.card.shown == ("grid", (1,)))
    assert not any(isinstance(row, LevelRow) for row in bench.table.rows_shown())


def test_another_workspace_ends_it(opened: RiverScenario, bench: Bench, until: Until) -> None:
    bench.show_workspace("grids")
    assert water_cm(bench) == 0
    until(lambda: bench.findChild(RiverScenario) is None)
    assert not isinstance(shown(bench.card), RiverLevelCard)


def test_asking_again_goes_to_the_slider_of_the_one_that_is_open(opened: RiverScenario, bench: Bench) -> None:
    bench.map.canvas.setFocus()
    bench.run_work("river_level")
    assert len(bench.findChildren(RiverScenario)) == 1
    assert card(bench).slider.hasFocus()


def test_a_change_of_the_people_counts_anew_and_the_level_stays(opened: RiverScenario, bench: Bench, until: Until) -> None:
    card(bench).set_level(0.6)
    who = bench.county.who
    bench.county.tasks.write("", lambda db, _control: record_death(db, builders.SHARING, 4, who=who).change, bench.desk.tell)
    until(lambda: figures(bench)[2] == "7")
    assert card(bench).level_m == 0.6


def test_water_stays_when_the_map_is_read_anew(opened: RiverScenario, bench: Bench, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bench.map.content.shown, timeout=60_000):
        bench.map.content.load("households")
    assert "water" in names_on_map(bench)
    assert water_cm(bench) == 100


def test_cancelling_the_preparation_closes_it_and_keeps_nothing(
    bench: Bench, heard: Heard, until: Until, monkeypatch: pytest.MonkeyPatch, county_path: Path
) -> None:
    def cancel(*_args: object, **_more: object) -> None:
        raise Cancelled("已取消。")

    monkeypatch.setattr(river_scenario, "prepare_ground", cancel)
    bench.run_work("river_level")
    until(lambda: ("info", "已取消。") in heard.messages)
    until(lambda: bench.findChild(RiverScenario) is None)
    assert bench.card.title != "河流水位情景"
    with county_file.reading(county_path) as connection:
        assert kept_ground(connection) is None


@pytest.mark.parametrize("has_terrain", [False])
def test_without_terrain_it_says_what_to_read_and_goes_on_with_it(bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path) -> None:
    bench.run_work("river_level")
    until(lambda: bool(bench.card.card.buttons) and "读入地形文件…" in bench.card.card.buttons[0].text())
    until(lambda: bench.card.card.buttons[0].hasFocus())
    odd = np.where(valley.heights() > 311, -32768, valley.heights())
    ask.answers = [valley.geotiff(tmp_path / "a.tif", odd, west=valley.WEST, north=valley.TOP, cell=100, nodata=None)]
    bench.card.card.buttons[0].click()
    until(lambda: isinstance(shown(bench.card), RiverLevelCard))
    texts = [label.text() for label in card(bench).findChildren(type(card(bench).numbers[0]))]
    assert any("高程不合理" in text for text in texts)
    until(lambda: "relief" in names_on_map(bench))
    bench.undo()
    until(lambda: bool(bench.card.card.buttons) and "读入地形文件…" in bench.card.card.buttons[0].text())
    until(lambda: "relief" not in names_on_map(bench))


@pytest.mark.parametrize("has_terrain", [False])
def test_a_file_without_a_crs_is_asked_about(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    file = valley.terrain_file(tmp_path / "a.tif", epsg=None)
    ask.answers = [file, "东经108"]
    ask.line = lambda *_args, **_more: ask.answers.pop(0)  # type: ignore[method-assign]
    bench.run_work("read_terrain")
    until(lambda: any("EPSG 编号" in text for _, text in heard.messages))
    ask.answers = [file, "4545"]
    bench.run_work("read_terrain")
    until(lambda: any("读入地形：a.tif" in text for _, text in heard.messages))
    with county_file.reading(bench.county.path) as connection:
        assert terrain.read(connection) is not None


@pytest.mark.parametrize("has_terrain", [False])
def test_a_wrong_file_is_said_and_changes_nothing(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    ask.answers = [valley.geotiff(tmp_path / "a.tif", valley.heights(), west=0, north=0, cell=100)]
    bench.run_work("read_terrain")
    until(lambda: bool(heard.messages))
    assert heard.messages[-1][0] == "error"
    assert "栅格不在本县" in heard.messages[-1][1]
