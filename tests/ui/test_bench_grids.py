"""Story 1: click a grid: its card equals plain SQL, its families are listed, map, tree, table and card are in step."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from gisapp.domain.change import Kind
from gisapp.ui.bench import Bench
from gisapp.ui.open_county import OpenCounty
from tests import builders

Until = Callable[[Callable[[], bool]], None]


def texts(widget: QWidget) -> list[str]:
    """Every word shown by the labels of a widget."""
    return [label.text() for label in widget.findChildren(QLabel)]


def test_clicking_a_grid_on_the_map_shows_card_families_and_line_in_the_tree(bench: Bench, until: Until) -> None:
    bench.map.canvas.picked.emit("grid", (builders.GRID_1,))
    until(lambda: bench.card.title == "第01网格")
    shown = texts(bench.card)
    assert "联系人1" in shown
    expected = bench.county.reader.execute(
        "SELECT count(*) FROM resident WHERE left_on IS NULL AND household_id IN"
        " (SELECT m.household_id FROM home m JOIN house h ON h.id = m.house_id"
        "  WHERE h.grid_id = 1 AND m.role <> 'origin' AND m.to_date IS NULL)"
    ).fetchone()[0]
    assert shown[shown.index("人") - 1] == f"{expected:,}"
    until(lambda: sorted(row.head for row in bench.table.rows_shown()) == ["赵一", "钱二"])
    assert bench.grids.units.current().id == builders.GRID_1  # type: ignore[union-attr]


def test_the_tree_selects_on_the_map_and_flies_there(bench: Bench, until: Until) -> None:
    before = bench.map.canvas.view()
    bench.grids.units.chosen.emit("grid", builders.GRID_4)
    until(lambda: bench.map.canvas.view() != before)
    west, south, east, north = bench.map.canvas.view().bounds
    assert west < builders.EAST + 3000 < east
    assert south < builders.NORTH + 3000 < north
    assert set(bench.map.canvas._selection["grid"]) == {builders.GRID_4}
    until(lambda: bench.card.title == "第04网格")


def test_a_line_of_the_table_opens_the_family_and_keeps_the_list(bench: Bench, until: Until) -> None:
    bench.map.canvas.picked.emit("grid", (builders.GRID_1,))
    until(lambda: len(bench.table.rows_shown()) == 2)
    bench.table.view.selectRow(0)
    head = bench.table.rows_shown()[0].head
    until(lambda: bench.card.title.startswith(head))
    assert len(bench.table.rows_shown()) == 2
    until(lambda: "house" in bench.map.canvas._selection)


def test_several_grids_are_counted_together(bench: Bench, until: Until) -> None:
    bench.map.canvas.picked.emit("grid", (1, 2, 3, 4))
    until(lambda: bench.card.title == "选中 4 个网格")
    shown = texts(bench.card)
    assert shown[shown.index("户") - 1] == "6"
    assert shown[shown.index("人") - 1] == "11"
    until(lambda: len(bench.table.rows_shown()) == 6)


def test_nothing_selected_says_what_to_do_next(bench: Bench, until: Until) -> None:
    assert bench.card.title == "还没有选中"
    assert any("单击地图" in text for text in texts(bench.table))
    bench.map.canvas.picked.emit("grid", (1,))
    until(lambda: bench.card.title == "第01网格")
    bench.map.canvas.picked.emit("", ())
    until(lambda: bench.card.title == "还没有选中")


def test_search_flies_to_the_family_and_shows_whom_to_call(bench: Bench, until: Until, qtbot) -> None:  # type: ignore[no-untyped-def]
    bench.search.insert("吴六")
    until(lambda: len(bench.search.hits) == 1)
    qtbot.keyClick(bench.search, Qt.Key.Key_Return)
    until(lambda: bench.card.title == "吴六（2 人）")
    assert "联系人7 121****0007" in texts(bench.card)
    until(lambda: [row.head for row in bench.table.chosen_rows()] == ["吴六"])
    until(lambda: bench.map.canvas.view().metres_per_px < 5)


def test_enter_pressed_before_the_answer_still_goes_there(bench: Bench, until: Until, qtbot) -> None:  # type: ignore[no-untyped-def]
    bench.search.insert("王八")
    qtbot.keyClick(bench.search, Qt.Key.Key_Return)
    until(lambda: bench.card.title == "王八（2 人）")


def test_names_that_look_like_markup_are_shown_as_they_are(county: OpenCounty, bench: Bench, until: Until) -> None:
    evil = "<script>'\"&=1+1\n换行"

    def rename(db, _control) -> None:  # type: ignore[no-untyped-def]
        db.conn.execute("UPDATE resident SET name = ? WHERE id = 1", (evil,))
        db.conn.execute("UPDATE grid SET name = ? WHERE id = 1", (evil,))

    done: list[object] = []
    county.tasks.write("改名", rename, done.append)
    until(lambda: len(done) == 1)
    bench.map.canvas.picked.emit("grid", (1,))
    until(lambda: bench.card.title == evil)
    title = next(label for label in bench.card.findChildren(QLabel) if label.text() == evil)
    assert title.textFormat() is Qt.TextFormat.PlainText
    until(lambda: any(row.head == evil for row in bench.table.rows_shown()))
    bench.table.copy()
    assert "'<script>" not in bench.map.canvas.accessibleName()
    assert bench.map.content.namer.name("grid", 1).startswith("<script>")


def test_copying_puts_the_lines_on_the_clipboard(bench: Bench, heard, until: Until, qapp) -> None:  # type: ignore[no-untyped-def]
    bench.map.canvas.picked.emit("grid", (1,))
    until(lambda: len(bench.table.rows_shown()) == 2)
    bench.table.copy()
    lines = qapp.clipboard().text().splitlines()
    assert lines[0].split("\t")[:3] == ["户主", "人数", "门牌"]
    assert len(lines) == 3
    assert heard.messages[-1][0] == "done"
    assert "12000000001" not in qapp.clipboard().text()


def test_the_pointer_names_the_cell(bench: Bench) -> None:
    assert "第02网格" in bench.map.content.namer.name("grid", 2)


def test_the_map_ignores_its_own_echo(bench: Bench, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    called: list[object] = []
    monkeypatch.setattr(bench.map.content, "mark", lambda *given: called.append(given))
    bench.map.canvas.picked.emit("grid", (1,))
    assert called == []
    bench.county.signals.selection.emit(Kind.GRID.value, (2,), None)
    assert called == [("grid", (2,))]


def test_the_status_bar_says_counts_scale_and_place(bench: Bench, until: Until) -> None:
    until(lambda: bench.status._counts.text() == "4 网格 · 6 户 · 11 人")
    bench.map.canvas.pointed.emit(builders.EAST, builders.NORTH)
    assert bench.status._place.text() == "108°00′00″E 32°53′06″N"
    bench.map.canvas.zoom(2)
    assert bench.status._scale.text().startswith("1:")
    until(lambda: bench.status.undo_button.text() == "没有可撤销的操作")
    assert not bench.status.undo_button.isEnabled()


def test_layers_can_be_hidden_and_the_theme_changed(bench: Bench, until: Until) -> None:
    bench.map.content.show_layers(("homes",), False)
    assert "homes" not in [layer.name for layer in bench.map.canvas.visible_layers()]
    grids = next(layer for layer in bench.map.canvas.visible_layers() if layer.name == "grids")
    bench.map.show_theme("people")
    until(lambda: next(layer for layer in bench.map.canvas.visible_layers() if layer.name == "grids") is not grids)
    assert bench.map.canvas._legend[0].text == "每格人数"
    assert "homes" not in [layer.name for layer in bench.map.canvas.visible_layers()]


def test_a_grids_card_is_printed(bench: Bench, ask, heard, until: Until, tmp_path) -> None:  # type: ignore[no-untyped-def]
    ask.answers.append(tmp_path / "网格卡.pdf")
    bench.map.canvas.picked.emit("grid", (1,))
    until(lambda: bench.card.title == "第01网格")
    bench.print_grid(1)
    until(lambda: any(level == "done" for level, _ in heard.messages))
    assert (tmp_path / "网格卡.pdf").read_bytes().startswith(b"%PDF")


def test_the_map_in_sight_is_printed(bench: Bench, ask, heard, until: Until, tmp_path) -> None:  # type: ignore[no-untyped-def]
    ask.answers.append(tmp_path / "地图.pdf")
    bench.print_current()
    until(lambda: any(level == "done" for level, _ in heard.messages))
    assert (tmp_path / "地图.pdf").read_bytes().startswith(b"%PDF")


def test_a_loop_round_homes_counts_and_lists_who_lives_there(bench: Bench, until: Until) -> None:
    bench.map.use_tool("lasso")
    bench.map.canvas._pick_in(_ring(0, 0, 500, 500), False)
    until(lambda: bench.card.title == "选中 2 处")
    shown = texts(bench.card)
    assert shown[shown.index("户") - 1] == "2"
    until(lambda: sorted(row.head for row in bench.table.rows_shown()) == ["赵一", "钱二"])


def test_a_box_picks_grids_again(bench: Bench, until: Until) -> None:
    bench.map.use_tool("lasso")
    bench.map.use_tool("box")
    bench.map.canvas._pick_in(_ring(100, 100, 3000, 500), False)
    until(lambda: bench.card.title == "选中 2 个网格")


def test_phones_are_shown_after_a_reason_and_put_away_again(bench: Bench, ask, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    ask.answers += [None, "通知转移"]
    bench.reveal(4)
    bench.reveal(4)
    until(lambda: bench.card.title == "吴六 的完整电话")
    assert "12000000007" in texts(bench.card)
    assert len(heard.changes) == 1
    next(button for button in bench.card.findChildren(type(bench.grids.big)) if button.text() == "收起").click()
    until(lambda: bench.card.title == "吴六（2 人）")
    assert "12000000007" not in texts(bench.card)


def _ring(x: float, y: float, width: float, height: float) -> np.ndarray:
    return np.array(builders.box(x, y, width, height).exterior.coords)


def test_a_division_is_marked_by_its_grids(bench: Bench, until: Until) -> None:
    bench.county.signals.selection.emit("division", (4,), None)
    until(lambda: bench.map.canvas._selection.get("grid") == frozenset({builders.GRID_1, builders.GRID_3}))


def test_a_family_found_is_shown_among_its_neighbours_in_list_and_tree(bench: Bench, until: Until) -> None:
    until(lambda: bench.grids.units.model.rowCount() > 0)
    bench.county.signals.selection.emit("household", (builders.ALONE,), None)
    until(lambda: bench.table.chosen_families() == (builders.ALONE,))
    unit = bench.grids.units.current()
    assert unit is not None
    assert unit.kind == "grid"
    index = bench.table.view.selectionModel().selectedRows()[0]
    assert bench.table.view.viewport().rect().intersects(bench.table.view.visualRect(index))
