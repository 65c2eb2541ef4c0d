"""The three stories at full county size through the window's own widgets, each answer found again by plain SQL."""

from __future__ import annotations

import shutil
import sqlite3
import struct
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from gisapp.ui.bench import Bench
from gisapp.ui.main_window import MainWindow
from tests.ui.conftest import ScriptedAsk

pytestmark = pytest.mark.usefixtures("collected_here")
LEFT = Qt.MouseButton.LeftButton
FILLED_BY_HAND = "line || '/' || role NOT LIKE '%/grid_officer'"
AT_HOME = "SELECT household_id, house_id FROM home WHERE to_date IS NULL AND state = 'lived_in'"
WITH_GAPS = f"""
SELECT id FROM household WHERE relocated_on IS NOT NULL
AND (SELECT count(*) FROM slot WHERE household_id = household.id AND to_date IS NULL AND {FILLED_BY_HAND}) < 4
"""


@pytest.fixture(scope="module")
def county(sample_county: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return Path(shutil.copy(sample_county, tmp_path_factory.mktemp("窗口") / "汉阴 '1'.gpkg"))


@pytest.fixture
def ask() -> ScriptedAsk:
    return ScriptedAsk()


@pytest.fixture
def window(county: Path, ask: ScriptedAsk, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "home"))
    made = MainWindow(ask=ask)
    qtbot.addWidget(made)
    made.showNormal()
    made.resize(1366, 728)
    made.begin(county)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    made.close()


@pytest.fixture
def bench(window: MainWindow, until: Callable[[Callable[[], bool]], None]) -> Bench:
    until(lambda: window.bench is not None and bool(window.bench.map.canvas.visible_layers()))
    assert window.bench is not None
    until(lambda: window.bench.map.canvas.is_complete)  # type: ignore[union-attr]
    return window.bench


def plain(county: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """Plain SQL on the file as any program would run it."""
    with sqlite3.connect(f"{county.as_uri()}?mode=ro", uri=True) as connection:
        return connection.execute(sql, values).fetchall()


def polygon_of(blob: bytes) -> shapely.Geometry:
    """A GeoPackage polygon: its header by hand, the rest is WKB."""
    return shapely.from_wkb(blob[8 + (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7] :])


def figure(bench: Bench, caption: str) -> int:
    """The large number over a caption on the card."""
    texts = [label.text() for label in bench.card.findChildren(QLabel)]
    return int(texts[texts.index(caption) - 1].replace(",", ""))


def press(qtbot: QtBot, owner: QWidget, name: str) -> None:
    """Click the button of that name, as soon as it is there."""

    def found() -> list[QAbstractButton]:
        return [one for one in owner.findChildren(QAbstractButton) if one.accessibleName() == name and one.isVisible()]

    qtbot.waitUntil(lambda: len(found()) == 1, timeout=60_000)
    qtbot.mouseClick(found()[0], LEFT)


def place_of(bench: Bench, x: float, y: float) -> QPoint:
    """Where a place lies on the map, in pixels."""
    [[column, row]] = bench.map.canvas.view().to_px(np.array([[x, y]]))
    return QPoint(round(column), round(row))


def years_before(day: date, years: int) -> str:
    return f"{day.year - years:04d}-{day.month:02d}-{day.day:02d}"


def test_a_clicked_grid_shows_what_plain_sql_counts(bench: Bench, county: Path, qtbot: QtBot, until) -> None:  # type: ignore[no-untyped-def]
    [(grid, name, officer)] = plain(
        county,
        "SELECT g.id, g.name, c.name FROM grid g"
        " JOIN grid_post p ON p.grid_id = g.id AND p.to_date IS NULL JOIN contact c ON c.id = contact_id"
        " WHERE g.id = (SELECT grid_id FROM house JOIN house_hazard ON house_id = id GROUP BY 1 ORDER BY count(*) DESC LIMIT 1)",
    )
    [(blob,)] = plain(county, "SELECT geom FROM grid WHERE id = ?", grid)
    inside = shapely.maximum_inscribed_circle(polygon_of(blob)).coords[0]
    before = bench.map.canvas.view()
    bench.map.fly_to("grid", grid)
    until(lambda: bench.map.canvas.view() != before and bench.map.canvas.is_complete)
    bench.map.show_theme("people")
    bench.map.content.show_layers(("homes",), False)  # a click close to a home would mean the home
    qtbot.mouseClick(bench.map.canvas, LEFT, pos=place_of(bench, *inside))
    until(lambda: bench.card.title == name and len(bench.table.rows_shown()) > 0)
    families = (
        "SELECT DISTINCT household_id FROM home JOIN house ON house.id = house_id"
        " WHERE to_date IS NULL AND role IN ('only', 'residence') AND grid_id = :grid"
    )
    people = f"FROM resident WHERE left_on IS NULL AND household_id IN ({families})"
    wanted = {
        "户": f"SELECT count(*) FROM ({families})",
        "人": f"SELECT count(*) {people}",
        "65岁及以上": f"SELECT count(*) {people} AND birth_date <= '{years_before(date.today(), 65)}'",
        "6岁以下": f"SELECT count(*) {people} AND birth_date > '{years_before(date.today(), 6)}'",
        "残疾": f"SELECT count(*) {people} AND is_disabled = 1",
        "搬迁户": f"SELECT count(*) FROM household WHERE relocated_on IS NOT NULL AND id IN ({families})",
        "风险区内房屋": "SELECT count(DISTINCT house_id) FROM house_hazard JOIN house ON id = house_id WHERE grid_id = :grid",
    }
    with sqlite3.connect(f"{county.as_uri()}?mode=ro", uri=True) as connection:
        counted = {caption: connection.execute(sql, {"grid": grid}).fetchone()[0] for caption, sql in wanted.items()}
        listed = {row[0] for row in connection.execute(families, {"grid": grid})}
    assert {caption: figure(bench, caption) for caption in wanted} == counted
    assert {int(row.id) for row in bench.table.rows_shown()} == listed
    assert officer in [label.text() for label in bench.card.findChildren(QLabel)]
    unit = bench.grids.units.current()
    assert unit is not None
    assert (unit.kind, unit.id) == ("grid", grid)


def test_gaps_are_listed_filled_for_one_and_many_and_undone(bench: Bench, window: MainWindow, county: Path, qtbot: QtBot, until) -> None:  # type: ignore[no-untyped-def]
    press(qtbot, window, "搬迁社区")
    press(qtbot, bench.relocation, "补齐缺岗")
    until(lambda: bool(bench.table.chosen_rows() and bench.card.card.buttons) and bench.card.card.buttons[0].text().startswith("补齐"))
    gaps = {row[0] for row in plain(county, WITH_GAPS)}
    assert {int(row.family.id) for row in bench.table.rows_shown()} == gaps
    one = bench.table.chosen_rows()[0]
    slot, family = one.missing[0], int(one.family.id)
    qtbot.mouseClick(bench.card.card.buttons[0], LEFT)
    assign_first(bench, qtbot, until)
    held = "SELECT count(*) FROM slot WHERE household_id = ? AND line = ? AND role = ? AND to_date IS NULL"
    until(lambda: plain(county, held, family, slot.line.value, slot.role.value) == [(1,)])
    until(lambda: slot not in missing_of(bench, family))
    qtbot.mouseClick(bench.status.undo_button, LEFT)
    until(lambda: slot in missing_of(bench, family))
    assert plain(county, held, family, slot.line.value, slot.role.value) == [(0,)]
    building = plain(
        county,
        "SELECT building_id FROM house JOIN home ON house_id = house.id AND home.to_date IS NULL AND role = 'residence'"
        f" WHERE building_id IS NOT NULL AND household_id IN ({WITH_GAPS}) GROUP BY 1 ORDER BY count(*) DESC LIMIT 1",
    )[0][0]
    bench.relocation.units.follow("building", building)
    bench.relocation._chosen("building", building)
    until(lambda: 1 < len(bench.table.rows_shown()) < len(gaps))
    together = {int(row.family.id) for row in bench.table.rows_shown()}
    most = bench.table.slot_missing_most()
    assert most is not None
    lacking = {family for family in together if plain(county, held, family, most.line.value, most.role.value) == [(0,)]}
    press(qtbot, bench.table, "分配联系人…")
    assign_first(bench, qtbot, until)
    until(lambda: all(plain(county, held, family, most.line.value, most.role.value) == [(1,)] for family in lacking))
    assert {row[0] for row in plain(county, WITH_GAPS)} <= gaps
    until(lambda: bench.status.undo_button.isEnabled() and most.caption in bench.status.undo_button.text())
    window.activateWindow()
    until(window.isActiveWindow)
    qtbot.keyClick(bench.table.pane, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    until(lambda: {row[0] for row in plain(county, WITH_GAPS)} == gaps)


def missing_of(bench: Bench, family: int) -> tuple[object, ...]:
    return next((row.missing for row in bench.table.rows_shown() if int(row.family.id) == family), ())


def assign_first(bench: Bench, qtbot: QtBot, until) -> None:  # type: ignore[no-untyped-def]
    """Choose the first contact offered and press the large button."""
    until(lambda: bench.dialog is not None and bench.dialog.contacts.count() > 0)
    dialog = bench.dialog
    assert dialog is not None
    item = dialog.contacts.visualItemRect(dialog.contacts.item(0))
    qtbot.mouseClick(dialog.contacts.viewport(), LEFT, pos=item.center())
    until(lambda: dialog.assign_button.isEnabled())
    qtbot.mouseClick(dialog.assign_button, LEFT)


def test_a_flood_is_drawn_asked_about_and_its_list_saved_and_printed(
    bench: Bench, window: MainWindow, ask: ScriptedAsk, county: Path, qtbot: QtBot, tmp_path: Path, until
) -> None:  # type: ignore[no-untyped-def]
    press(qtbot, window, "防汛")
    until(lambda: len(bench.flood.hazards.areas) > 0)
    before = {row[0] for row in plain(county, "SELECT id FROM hazard_area")}
    [(x, y)] = plain(
        county, "SELECT avg(minx), avg(miny) FROM rtree_house_geom WHERE id IN (SELECT id FROM house WHERE number LIKE '南街社区%')"
    )
    bench.map.canvas.zoom_to((x - 900, y - 700, x + 900, y + 700))
    press(qtbot, bench.flood, "绘制")
    corners = [place_of(bench, x + dx, y + dy) for dx, dy in ((-500, -400), (600, -350), (450, 500), (-400, 420))]
    for corner in corners:
        qtbot.mouseClick(bench.map.canvas, LEFT, pos=corner)
    qtbot.keyClick(bench.map.canvas, Qt.Key.Key_Return)
    until(lambda: bench.flood.entry.form is not None)
    bench.flood.entry.form.name.setText("南街内涝 <i>")  # type: ignore[union-attr]
    press(qtbot, bench.card, "保存风险区")
    until(lambda: len(bench.flood.hazards.areas) == len(before) + 1)
    [(new, blob)] = [row for row in plain(county, "SELECT id, geom FROM hazard_area") if row[0] not in before]
    assert bench.flood.hazards.ticked() == {new}
    press(qtbot, bench.flood, "哪些住房在险区？")
    until(lambda: bench.flood.run is not None and bench.card.title == "南街内涝 <i>")
    inside = houses_inside(county, polygon_of(blob))
    families = {family for family, house in plain(county, AT_HOME) if house in inside}
    sizes = dict(plain(county, "SELECT household_id, count(*) FROM resident WHERE left_on IS NULL GROUP BY 1"))
    assert (figure(bench, "处住房"), figure(bench, "户"), figure(bench, "人")) == (
        len(inside),
        len(families),
        sum(sizes[family] for family in families),
    )
    assert len(inside) > 100
    assert sorted(int(row.household) for row in bench.table.rows_shown()) == sorted(families)
    assert {row[0] for row in plain(county, "SELECT house_id FROM hazard_run_house WHERE run_id = ?", int(bench.flood.run.id))} == inside  # type: ignore[union-attr]
    ask.answers += [tmp_path / "名单.xlsx", tmp_path / "名单.pdf"]
    press(qtbot, bench.card, "导出 Excel")
    press(qtbot, bench.card, "打印电话名单")
    until(lambda: (tmp_path / "名单.xlsx").exists() and (tmp_path / "名单.pdf").exists() and not bench.county.tasks.is_busy)
    assert (tmp_path / "名单.pdf").read_bytes().startswith(b"%PDF")
    assert rows_of(tmp_path / "名单.xlsx") == len(families)


def houses_inside(county: Path, area: shapely.Geometry) -> set[int]:
    """Houses whose point lies in the area or on its border, their points decoded by hand."""
    rows = plain(county, "SELECT id, geom FROM house")
    points = shapely.points([struct.unpack("<2d", blob[-16:]) for _, blob in rows])
    shapely.prepare(area)
    return {row[0] for row, is_in in zip(rows, shapely.intersects(area, points), strict=True) if is_in}


def rows_of(book: Path) -> int:
    """Families in the workbook's first sheet."""
    from python_calamine import CalamineWorkbook

    lines = CalamineWorkbook.from_path(book).get_sheet_by_index(0).to_python()
    return len(lines) - 1 - next(place for place, line in enumerate(lines) if "户主" in line)
