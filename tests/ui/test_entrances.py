"""Entrances and floors are chosen in the tree and on the chart; what is chosen is listed and can be given a contact at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gisapp.domain.entrances import ENTRANCE, FLOOR, entrance_id, floor_id
from gisapp.domain.lines import Line, Role, Slot
from gisapp.scene.chart_plan import SignKind
from gisapp.storage.county import county_file
from gisapp.ui import reading
from gisapp.ui.bench import Bench
from gisapp.ui.panels.building_chart import BuildingChart
from tests.builders import BARE, COMPLETE, TWO_ENDS
from tests.ui.test_bench_slots import choose

Until = Callable[[Callable[[], bool]], None]
SECOND = entrance_id(1, 2)
SIXTH = floor_id(1, 2, 6)


@pytest.fixture
def relocation(bench: Bench, until: Until) -> Bench:
    bench.show_workspace("relocation")
    until(lambda: bool(bench.relocation.units.model.units) and len(bench.table.rows_shown()) == 2)
    return bench


def heads(bench: Bench) -> list[str]:
    return [getattr(row, "family", row).head for row in bench.table.rows_shown()]


def test_the_tree_leads_from_site_to_building_to_entrance_to_floor(relocation: Bench, until: Until) -> None:
    tree = relocation.relocation.units.model
    index = tree.index_of(FLOOR, SIXTH)
    names = []
    while index.isValid():
        names.append(index.data())
        index = index.parent()
    assert names == ["6 层", "2单元", "3号楼", "紫云南郡"]
    until(lambda: tree.notes[ENTRANCE, SECOND][0] == "0%" and tree.notes[ENTRANCE, entrance_id(1, 1)][0] == "100%")


def test_choosing_an_entrance_lists_its_families_and_all_can_be_assigned_at_once(relocation: Bench, until: Until) -> None:
    relocation.relocation.units.chosen.emit(ENTRANCE, SECOND)
    until(lambda: relocation.card.title == "3号楼 2单元")
    relocation.relocation.list_families(ENTRANCE, SECOND)
    until(lambda: heads(relocation) == ["王八", "陈十"])
    relocation.assign(relocation.table.families_meant(), Slot(Line.VILLAGE, Role.SPONSOR_CADRE))
    choose(relocation.dialog, "联系人5", until)
    assert relocation.dialog.assign_button.text() == "分配 2 户"


def test_choosing_a_floor_lists_only_that_floor(relocation: Bench, until: Until) -> None:
    relocation.relocation.units.chosen.emit(FLOOR, SIXTH)
    until(lambda: heads(relocation) == ["陈十"] and relocation.card.title == "3号楼 2单元 6 层")
    assert relocation.pages.current == "chart"
    page = relocation.pages.page("chart")
    assert isinstance(page, BuildingChart)
    until(lambda: page.chart is not None and page.view.current is not None and page.view.current.room == "601")
    assert page.chart is not None
    assert page.chart.title == "紫云南郡 3号楼"


def test_the_map_stays_for_whoever_has_chosen_it(relocation: Bench, qtbot: QtBot, until: Until) -> None:
    relocation.relocation.units.chosen.emit("building", 1)
    assert relocation.pages.current == "chart"
    relocation.relocation.show_whole()
    assert relocation.pages.current == "map"
    button = next(one for one in relocation.pages._group.buttons() if one.property("page") == "map")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    relocation.relocation.units.chosen.emit("building", 1)
    assert relocation.pages.current == "map"
    until(lambda: "看楼栋图" in [one.text() for one in relocation.card.card.buttons])
    next(one for one in relocation.card.card.buttons if one.text() == "看楼栋图").click()
    assert relocation.pages.current == "chart"


@pytest.mark.parametrize(
    ("kind", "text", "found"),
    [
        (SignKind.ENTRANCE, "2单元", ["陈十", "王八"]),
        (SignKind.FLOOR, "5", ["王八"]),
        (SignKind.FLOOR, "1", []),
        (SignKind.BUILDING, "3号楼", ["陈十", "王八"]),
    ],
)
def test_a_click_on_the_charts_words_lists_who_lives_there(
    relocation: Bench, qtbot: QtBot, until: Until, kind: SignKind, text: str, found: list[str]
) -> None:
    relocation.desk.show_page("chart")
    page = relocation.pages.page("chart")
    assert isinstance(page, BuildingChart)
    relocation.relocation.show_place(("settlement_site", (1,)))
    until(lambda: page.chart is not None)
    sign = next(one for one in page.view.plan.signs if one.kind is kind and one.text == text)
    origin = page.view._origin()
    place = origin.toPoint() + type(origin)(*sign.box.middle).toPoint()
    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert relocation.relocation.place == sign.place
    until(lambda: heads(relocation) == found)
    relocation.relocation.show_place(sign.place)
    until(lambda: len(heads(relocation)) == len(sign.rooms))


def test_several_floors_of_a_building_have_one_name(county_path: Path) -> None:
    with county_file.reading(county_path) as connection:
        assert reading.title_of(connection, FLOOR, SIXTH) == ("3号楼 2单元 6 层", "紫云南郡")
        assert reading.title_of_place(connection, FLOOR, (floor_id(1, 1, 6), SIXTH)) == "3号楼 6 层"
        assert reading.families_of(connection, FLOOR, (floor_id(1, 1, 1), SIXTH)) == [COMPLETE, BARE]
        shares = reading.completeness(connection)
        assert (shares[ENTRANCE, SECOND].families, shares[ENTRANCE, SECOND].incomplete) == (2, 2)
        assert reading.families_of(connection, ENTRANCE, (SECOND,)) == [TWO_ENDS, BARE]


def test_at_county_size_the_shares_are_those_of_plain_sql(sample_county: Path) -> None:
    with county_file.reading(sample_county) as connection:
        shares = reading.completeness(connection)
        found = connection.execute(
            "SELECT h.unit, h.floor, count(*), sum((SELECT count(*) FROM slot_holder s WHERE s.household_id = m.household_id) < 6)"
            " FROM home m JOIN house h ON h.id = m.house_id AND h.building_id = 1"
            " WHERE m.to_date IS NULL AND m.role = 'residence' GROUP BY 1, 2"
        ).fetchall()
        for unit, floor, families, incomplete in found:
            share = shares[FLOOR, floor_id(1, unit, floor)]
            assert (share.families, share.incomplete) == (families, incomplete)
        by_kind = {name: sum(share.families for (kind, _), share in shares.items() if kind == name) for name in ("settlement_site", FLOOR)}
        assert by_kind["settlement_site"] == by_kind[FLOOR] > 0
