from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pyogrio
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from gisapp.export import last_export
from gisapp.export.county_tables import ExportKind
from gisapp.storage.county import county_file, history
from gisapp.ui.ask import follow_kind
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.outputs.export import ExportDialog
from tests.ui.conftest import Heard, ScriptedAsk

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture(autouse=True)
def _nothing_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "home"))


def opened(bench: Bench, until: Until, name: str = "export") -> ExportDialog:
    bench.run_work(name)
    dialog = next(one for one in bench.desk.dialogs if isinstance(one, ExportDialog))
    until(lambda: dialog.columns.count() > 0)
    return dialog


def choose(dialog: ExportDialog, kind: ExportKind, until: Until) -> None:
    dialog.kind.setCurrentIndex(dialog.kind.findData(kind.value))
    until(lambda: dialog.columns.count() > 0)


def done(heard: Heard, path: Path) -> bool:
    return any(level == "done" and path.name in text for level, text in heard.messages)


def rows_of(path: Path) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()


def test_families_of_the_whole_county_go_out_masked(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    dialog = opened(bench, until)
    assert dialog.chosen_kind is ExportKind.HOUSEHOLDS
    ask.answers.append(tmp_path / "住户.xlsx")
    dialog.save.click()
    until(lambda: done(heard, tmp_path / "住户.xlsx"))
    text = str(rows_of(tmp_path / "住户.xlsx"))
    assert "120****0001" in text
    assert "12000000001" not in text


def test_grids_go_into_a_map_file_with_their_chinese_names(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    dialog = opened(bench, until)
    choose(dialog, ExportKind.GRIDS, until)
    ask.answers.append(tmp_path / "网格.gpkg")
    dialog.write()
    until(lambda: done(heard, tmp_path / "网格.gpkg"))
    assert list(pyogrio.read_dataframe(tmp_path / "网格.gpkg")["网格编号"]) == ["G001", "G002", "G003", "G004"]


def test_columns_chosen_and_moved_are_remembered_for_the_kind(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    dialog = opened(bench, until)
    dialog._tick_all()
    assert not dialog.save.isEnabled()
    for at in (1, 0):
        dialog.columns.item(at).setCheckState(Qt.CheckState.Checked)
    dialog.columns.setCurrentRow(1)
    dialog.move(-1)
    assert dialog.chosen_columns == ("head", "code")
    ask.answers.append(tmp_path / "a.csv")
    dialog.write()
    until(lambda: done(heard, tmp_path / "a.csv"))
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        assert list(csv.reader(file))[:2] == [["户主", "户编号"], ["赵一", "H001"]]
    bench.desk.close_dialogs()
    again = opened(bench, until)
    assert again.chosen_columns == ("head", "code")
    choose(again, ExportKind.GRIDS, until)
    assert len(again.chosen_columns) == again.columns.count()


def test_what_is_filtered_on_the_screen_is_what_comes_out(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    bench.list_families("division", 4)
    until(lambda: len(bench.table.rows_shown()) == 3)
    bench.table.filter.setText("李四")
    until(lambda: len(bench.table.rows_shown()) == 1)
    dialog = opened(bench, until, "export_shown")
    assert dialog.chosen_kind is None
    assert not dialog.reveal.isEnabled()
    ask.answers.append(tmp_path / "列表.xlsx")
    dialog.write()
    until(lambda: done(heard, tmp_path / "列表.xlsx"))
    sheet = rows_of(tmp_path / "列表.xlsx")
    assert [row[0] for row in sheet[2:]] == ["李四"]
    assert sheet[1] == [column.title for column in bench.table.listing.columns]
    assert sheet[2][1] == 2


def test_the_place_in_the_tree_narrows_the_file_as_it_narrows_the_list(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    until(lambda: bench.grids.units.model.rowCount() > 0)
    bench.grids.units.follow("division", 4)
    dialog = opened(bench, until)
    assert dialog.where.currentText() == "西山村"
    ask.answers.append(tmp_path / "a.xlsx")
    dialog.write()
    until(lambda: done(heard, tmp_path / "a.xlsx"))
    codes = {row[0] for row in rows_of(tmp_path / "a.xlsx") if str(row[0]).startswith("H")}
    sql = (
        "SELECT k.code FROM household k JOIN home m ON m.household_id = k.id AND m.to_date IS NULL AND m.role <> 'origin'"
        " JOIN house h ON h.id = m.house_id JOIN grid g ON g.id = h.grid_id WHERE g.division_id = 4"
    )
    with county_file.reading(bench.county.path) as connection:
        assert codes == {row[0] for row in connection.execute(sql)}


def test_in_clear_needs_a_reason_and_again_asks_for_it_anew(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    path = tmp_path / "明文.csv"
    dialog = opened(bench, until)
    dialog.reveal.setChecked(True)
    assert not dialog.save.isEnabled()
    dialog.reason.setText("上级核对")
    ask.answers.append(path)
    dialog.write()
    until(lambda: done(heard, path))
    assert "12000000001" in path.read_text("utf-8-sig")
    path.unlink()
    ask.answers.append(None)
    bench.run_work("export_again")
    assert not bench.county.tasks.is_busy
    ask.answers.append("再次核对")
    bench.run_work("export_again")
    until(path.exists)
    until(lambda: not bench.county.tasks.is_busy)
    with county_file.reading(bench.county.path) as connection:
        assert [entry.why for entry in history.newest(connection)[:2]] == ["再次核对", "上级核对"]


def test_again_repeats_the_list_on_the_screen_and_says_when_it_is_another(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    bench.run_work("export_again")
    assert "还没有" in heard.messages[-1][1]
    bench.list_families("division", 4)
    until(lambda: len(bench.table.rows_shown()) == 3)
    dialog = opened(bench, until, "export_shown")
    ask.answers.append(tmp_path / "a.xlsx")
    dialog.write()
    until(lambda: bench.desk.repeat is not None)
    bench.table.filter.setText("赵一")
    (tmp_path / "a.xlsx").unlink()
    bench.run_work("export_again")
    until((tmp_path / "a.xlsx").exists)
    assert len(rows_of(tmp_path / "a.xlsx")) == 3
    bench.list_families("division", 5)
    until(lambda: "东" in bench.table.listing.title)
    bench.run_work("export_again")
    assert "已经换成" in heard.messages[-1][1]


def test_names_shortened_for_a_shapefile_are_told_to_be_read(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    dialog = opened(bench, until)
    ask.answers.append(tmp_path / "a.shp")
    dialog.write()
    until(lambda: bool(ask.told))
    assert "证件号码 → 证件号" in ask.told[0]
    assert last_export.kept(bench.county.path).path == tmp_path / "a.shp"


def test_the_file_follows_the_kind_of_file_chosen(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = QFileDialog(None, "", str(tmp_path), "Excel (*.xlsx);;GeoPackage (*.gpkg)")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.selectFile("名单.xlsx")
    follow_kind(dialog, "GeoPackage (*.gpkg)")
    assert [Path(name).name for name in dialog.selectedFiles()] == ["名单.gpkg"]
    assert dialog.defaultSuffix() == "gpkg"
