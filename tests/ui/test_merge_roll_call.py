"""Another desk's roll call in the window: what it brings and in what it differs is seen before it is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from gisapp.domain.roll_call import Answer, MovedTo, PlaceKind, RollState
from gisapp.services.roll_call.record_roll_call import record_roll_call
from gisapp.storage.county import county_file
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.flood.merge_roll_call import MergeRollCallDialog
from tests import builders
from tests.ui.calls import EARLIER, Until, list_open, states, west_in_danger


@pytest.fixture(autouse=True)
def run(county_path: Path) -> int:
    return west_in_danger(county_path)


@pytest.fixture
def called(bench: Bench, until: Until) -> Bench:
    return list_open(bench, until)


def other_desk(county_path: Path, folder: Path) -> Path:
    """A copy of the county on which the other desk has called."""
    copy = Path(shutil.copyfile(county_path, folder / "另一台.gpkg"))
    with county_file.writing(copy) as db:
        record_roll_call(db, 1, [Answer(builders.ALONE, RollState.MOVED, MovedTo(PlaceKind.SAFE_SITE, "", 1))], who="乙", now=EARLIER)
        record_roll_call(db, 1, [Answer(builders.SHARING, RollState.REFUSED, note="夜里再去")], who="乙", now=EARLIER)
    return copy


def test_another_desks_list_is_merged_after_its_differences_were_seen(  # type: ignore[no-untyped-def]
    county_path: Path, tmp_path: Path, called: Bench, ask, heard, until: Until, qtbot: QtBot
) -> None:
    copy = other_desk(county_path, tmp_path)
    row = next(at for at, one in enumerate(called.table.rows_shown()) if one.household == builders.ALONE)
    called.table.view.selectRow(row)
    qtbot.keyClick(called.table.view, "2")
    until(lambda: states(called)[row] == "called")
    ask.answers = [copy]
    called.run_work("merge_roll_call")
    until(lambda: bool(called.desk.dialogs) and called.desk.dialogs[0].save.isEnabled())
    dialog = called.desk.dialogs[0]
    assert isinstance(dialog, MergeRollCallDialog)
    assert dialog.summary.text() == "共 2 条：1 条算数，1 条较早只留底，0 条本机已有，0 条没有采用。"
    [line] = [[column.text(one) for column in dialog.model.columns] for one in dialog.model.shown]
    assert [line[at] for at in (0, 2, 3, 5, 6, 8)] == ["赵一", "用本机的", "已通知", "测试员", "已转移：东社区小学", "乙"]
    dialog.save.click()
    until(lambda: len(heard.changes) == 2)
    until(lambda: not called.desk.dialogs)
    until(lambda: sorted(states(called)) == ["called", "not_reached", "not_reached", "refused"])
    called.undo()
    until(lambda: sorted(states(called)) == ["called", "not_reached", "not_reached", "not_reached"])


def test_in_what_the_other_desks_run_differs_is_seen_before_merging(
    county_path: Path, tmp_path: Path, called: Bench, ask, until: Until
) -> None:  # type: ignore[no-untyped-def]
    copy = other_desk(county_path, tmp_path)
    with county_file.writing(copy) as db:
        db.execute("UPDATE hazard_run SET uid = 'another', question = json_set(question, '$.buffer_m', 50.0)")
        db.conn.commit()
    ask.answers = [copy]
    called.run_work("merge_roll_call")
    until(lambda: bool(called.desk.dialogs) and called.desk.dialogs[0].save.isEnabled())
    dialog = called.desk.dialogs[0]
    assert isinstance(dialog, MergeRollCallDialog)
    assert (dialog.warnings.text(), dialog.runs.toPlainText()) == ("两台的研判有 1 处不同，请核对。", "外扩（米）  本机：0  对方：50")


def test_closing_the_dialog_ends_the_look(called: Bench, ask, county_path: Path, tmp_path: Path, until: Until) -> None:  # type: ignore[no-untyped-def]
    ask.answers = [other_desk(county_path, tmp_path)]
    called.run_work("merge_roll_call")
    until(lambda: bool(called.desk.dialogs))
    called.desk.dialogs[0].reject()
    until(lambda: not called.county.tasks.is_busy)
    assert not called.desk.dialogs


def test_a_file_that_is_none_stays_a_sentence_in_the_dialog(called: Bench, ask, tmp_path: Path, until: Until) -> None:  # type: ignore[no-untyped-def]
    bad = tmp_path / "照片.json"
    bad.write_bytes(b"\x89PNG")
    ask.answers = [bad]
    called.run_work("merge_roll_call")
    until(lambda: bool(called.desk.dialogs))
    dialog = called.desk.dialogs[0]
    assert isinstance(dialog, MergeRollCallDialog)
    until(lambda: dialog.summary.text().startswith("这不是点名文件"))
    assert not dialog.save.isEnabled()
