"""The tree holds every unit below its parent and finds it again."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from gisapp.storage.places import units
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.tables.units import UnitTree
from gisapp.ui.workspaces.unit_list import UnitList


def _units(county: OpenCounty):  # type: ignore[no-untyped-def]
    return [unit for unit in units.all_units(county.reader) if unit.kind in ("division", "grid")]


def test_units_stand_below_their_parents(county: OpenCounty) -> None:
    model = UnitTree(_units(county))
    QAbstractItemModelTester(model)
    assert model.rowCount() == 1
    county_line = model.index(0, 0)
    assert [model.index(row, 0, county_line).data() for row in range(model.rowCount(county_line))] == ["西镇", "东镇"]
    grid = model.index_of("grid", 3)
    assert (grid.data(), grid.parent().data(), grid.parent().parent().data()) == ("第03网格", "西山村", "西镇")


def test_a_unit_nobody_knows_has_no_line(county: OpenCounty) -> None:
    assert not UnitTree(_units(county)).index_of("grid", 99).isValid()


def test_the_filter_keeps_what_fits_with_its_parents(county: OpenCounty, qtbot: QtBot) -> None:
    made = UnitList()
    qtbot.addWidget(made)
    made.show_units(_units(county))
    made.filter.setText("g004")
    qtbot.waitUntil(lambda: made.tree.model().rowCount(made.tree.model().index(0, 0)) == 1)
    town = made.tree.model().index(0, 0, made.tree.model().index(0, 0))
    assert town.data() == "东镇"


def test_following_a_selection_says_nothing_choosing_does(county: OpenCounty, qtbot: QtBot) -> None:
    made = UnitList()
    qtbot.addWidget(made)
    made.show_units(_units(county))
    said: list[tuple[str, int]] = []
    made.chosen.connect(lambda kind, unit: said.append((kind, unit)))
    made.follow("grid", 2)
    assert said == []
    assert made.current().name == "第02网格"  # type: ignore[union-attr]
    made.tree.setCurrentIndex(made.tree.model().index(0, 0))
    assert said == [("division", 1)]


def test_other_notes_leave_open_lines_open_and_the_chosen_one_chosen(county: OpenCounty, qtbot: QtBot) -> None:
    found = _units(county)
    notes = {(unit.kind, unit.id): ("1%", "") for unit in found}
    tree = UnitList()
    qtbot.addWidget(tree)
    tree.show_units(found, notes=notes)
    tree.follow("grid", 3)
    opened = tree.tree.currentIndex().parent()
    tree.annotate(dict.fromkeys(notes, ("2%", "")))
    current = tree.current()
    assert current is not None
    assert (current.kind, current.id) == ("grid", 3)
    assert tree.tree.isExpanded(opened)
    assert tree.tree.currentIndex().siblingAtColumn(1).data() == "2%"
