"""Damage and rebuild in the window: reported, verified, planned, worked on, photographed, carried to the homes, counted; each undone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gisapp.domain.change import Kind
from gisapp.domain.damage import DamageGrade, DamageState, RebuildWay
from gisapp.services.damage.carry_damage import CarryStep
from gisapp.services.damage.damage_event import list_events
from gisapp.services.damage.list_damage import damage_case, list_damage
from gisapp.services.damage.photo_limits import photo_limits
from gisapp.services.damage.plan_rebuild import RebuildPlan, plan_rebuild
from gisapp.services.damage.rebuild_stages import rebuild_stages
from gisapp.services.damage.record_stage import record_stage
from gisapp.services.families.describe_household import describe_household
from gisapp.storage.county import county_file
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.damage.carry_damage import CarryDamageDialog
from gisapp.ui.dialogs.damage.damage_case import DamageCaseDialog
from gisapp.ui.dialogs.damage.damage_event import DamageEventDialog
from gisapp.ui.dialogs.damage.damage_photos import PhotoDialog
from gisapp.ui.dialogs.damage.damage_settings import DamageSettingsDialog
from gisapp.ui.dialogs.damage.report_damage import ReportDamageDialog
from gisapp.ui.dialogs.damage.resettle import ResettleDialog
from gisapp.ui.panels.damage_board import OPEN, TOTAL, DamageBoard
from gisapp.ui.work import damage_deeds
from tests import builders
from tests.ui.conftest import Heard, ScriptedAsk
from tests.unit.readers.photos import made_photo
from tests.unit.services.test_damage import finished, rain, report, verified

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def with_damage(county_path: Path) -> None:
    """One that is finished, one verified as collapsed, one only reported of a house without family; before the file is opened."""
    with county_file.writing(county_path) as db:
        event = rain(db)
        finished(db, 2)
        verified(db, 1, event=event)
        report(db, 8, grade=DamageGrade.SERIOUS)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def opened(bench: Bench, kind: type, until: Until):  # type: ignore[no-untyped-def]
    """The dialog of this kind, when it is open."""
    until(lambda: any(isinstance(one, kind) for one in bench.desk.dialogs))
    return next(one for one in bench.desk.dialogs if isinstance(one, kind))


def cases(bench: Bench, until: Until, *numbers: int) -> DamageCaseDialog:
    """The work on these damages, read."""
    known = {one.id: one for one in list_damage(bench.county.reader)}
    damage_deeds.open_cases(bench.desk, [known[number] for number in numbers])
    dialog = opened(bench, DamageCaseDialog, until)
    until(lambda: bool(dialog.title.text()))
    return dialog


def board(bench: Bench, until: Until) -> DamageBoard:
    bench.desk.show_flood_page("damage_board")
    page = bench.pages.page("damage_board")
    assert isinstance(page, DamageBoard)
    until(lambda: bool(page.model.rows))
    return page


def test_the_lists_count_and_show_what_waits(with_damage: None, bench: Bench, until: Until) -> None:
    bench.desk.show_flood_list("damage")
    until(lambda: len(bench.table.rows_shown()) == 3)
    lists = bench.flood.shelf.lists
    assert lists is not None
    counts = {lists.topLevelItem(row).text(0): lists.topLevelItem(row).text(1) for row in range(lists.topLevelItemCount())}
    until(lambda: lists.topLevelItem(lists.topLevelItemCount() - 1).text(1) != "")
    counts = {lists.topLevelItem(row).text(0): lists.topLevelItem(row).text(1) for row in range(lists.topLevelItemCount())}
    assert (counts["受损房屋"], counts["受损未完工"], counts["受损待核实"]) == ("3", "2", "1")
    bench.desk.show_flood_list("damage_unverified")
    until(lambda: [row.house for row in bench.table.rows_shown()] == [8])
    until(lambda: dict(bench.map.canvas._selection) == {"house": frozenset({8})})


def test_a_figure_of_the_board_opens_the_list_behind_it(with_damage: None, bench: Bench, until: Until) -> None:
    page = board(bench, until)
    assert page.summary.text() == "需恢复 3 处，已完工 1 处，未完工 2 处；完工率 33.3%（占需恢复的房屋）。"
    assert [(row.share.caption, row.share.total, row.share.done, row.share.open) for row in page.model.shown] == [
        ("合计", 3, 1, 2), ("西镇", 2, 1, 1), ("东镇", 1, 0, 1),
    ]  # fmt: skip
    page.view.doubleClicked.emit(page.model.index(1, OPEN))
    until(lambda: [row.number for row in bench.table.rows_shown()] == ["西山村1组1号"])
    page.view.doubleClicked.emit(page.model.index(0, TOTAL))
    until(lambda: len(bench.table.rows_shown()) == 3)
    page.groups.button(3).click()
    assert [(row.share.caption, row.share.total) for row in page.model.shown] == [("合计", 3), ("重建", 1), ("未定方式", 2)]
    page.events.setCurrentIndex(1)
    page.events.activated.emit(1)
    until(lambda: page.summary.text().startswith("需恢复 1 处"))


def test_a_familys_house_is_reported_with_the_keyboard_and_undone(bench: Bench, heard: Heard, until: Until, qtbot: QtBot) -> None:
    damage_deeds.report_family(bench.desk, builders.ORDINARY)
    dialog = opened(bench, ReportDamageDialog, until)
    until(lambda: "登记 1 处，倒塌，不属于灾次：" in dialog.preview.toPlainText())
    qtbot.keyClick(dialog, Qt.Key.Key_2)
    until(lambda: "严重受损" in dialog.preview.toPlainText())
    qtbot.keyClicks(dialog.note, "wall")
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    until(lambda: len(heard.changes) == 1)
    (one,) = list_damage(bench.county.reader)
    assert (one.house, one.grade, one.note, one.state) == (2, DamageGrade.SERIOUS, "wall", DamageState.REPORTED)
    until(lambda: not bench.desk.dialogs)
    bench.undo()
    until(lambda: len(heard.changes) == 2)
    assert list_damage(bench.county.reader) == []


def test_a_family_with_two_homes_is_asked_which(bench: Bench, until: Until) -> None:
    damage_deeds.report_family(bench.desk, builders.BARE)
    dialog = opened(bench, ReportDamageDialog, until)
    until(lambda: dialog.save.isEnabled())
    assert [dialog.houses.itemText(row) for row in range(dialog.houses.count())] == [
        "全部 2 处", "紫云南郡3号楼2单元601", "西山村1组9号（已不存在）",
    ]  # fmt: skip
    dialog.houses.setCurrentIndex(2)
    until(lambda: "登记 1 处" in dialog.preview.toPlainText() and "西山村1组9号" in dialog.preview.toPlainText())


def test_a_house_that_is_reported_already_says_so_and_is_not_written(with_damage: None, bench: Bench, until: Until) -> None:
    damage_deeds.report_house(bench.desk, 8)
    dialog = opened(bench, ReportDamageDialog, until)
    until(lambda: dialog.preview.toPlainText() == "东社区8号：已有未完工的登记（第 3 号）")
    assert not dialog.save.isEnabled()


def test_a_house_without_family_is_reported_from_its_card(bench: Bench, until: Until, qtbot: QtBot) -> None:
    bench.desk.select(Kind.HOUSE, [8])
    until(lambda: any(button.text() == "登记受损…" for button in bench.card.findChildren(QPushButton)))
    next(button for button in bench.card.findChildren(QPushButton) if button.text() == "登记受损…").click()
    dialog = opened(bench, ReportDamageDialog, until)
    until(lambda: dialog.save.isEnabled())
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    until(lambda: len(list_damage(bench.county.reader)) == 1)
    until(lambda: "房屋受损" in texts(bench.card))


def test_houses_of_a_runs_list_are_reported_in_its_event(bench: Bench, heard: Heard, until: Until) -> None:
    with county_file.writing(bench.county.path) as db:
        builders.add_hazard(db, builders.box(0, 0, 300, 4000))
    bench.show_workspace("flood")
    until(lambda: bool(bench.flood.hazards.areas_ticked()) or (bench.flood.hazards.tick_all(True) or False))
    bench.flood.ask_run()
    until(lambda: bench.flood.run is not None and bool(bench.table.rows_shown()))
    run = bench.flood.run
    assert run is not None
    bench.table.view.clearSelection()
    damage_deeds.report_run(bench.desk, run)
    assert "请先在下面的名单里选中" in heard.messages[-1][1]
    bench.table.view.selectRow(0)
    damage_deeds.report_run(bench.desk, run)
    dialog = opened(bench, ReportDamageDialog, until)
    dialog.add_event()
    event = opened(bench, DamageEventDialog, until)
    until(lambda: event.name.text() == "月河洪涝")
    event.record()
    until(lambda: [one.run for one in list_events(bench.county.reader)] == [int(run.id)])
    until(lambda: "月河洪涝" in dialog.preview.toPlainText() and dialog.save.isEnabled())
    dialog.record()
    until(lambda: [one.event_name for one in list_damage(bench.county.reader)] == ["月河洪涝"])


def test_several_are_verified_at_once_each_with_its_own_grade(with_damage: None, bench: Bench, heard: Heard, until: Until) -> None:
    dialog = cases(bench, until, 1, 3)
    dialog.list.selectAll()
    until(lambda: dialog.title.text() == "西山村2组1号 等 2 处")
    dialog.judging.states.button(1).click()
    dialog.judging.judge()
    until(lambda: len(heard.changes) == 1)
    assert damage_case(bench.county.reader, 3).damage.state is DamageState.VERIFIED
    until(lambda: any("另有 1 条没有处理" in text for _level, text in heard.messages))
    assert damage_case(bench.county.reader, 3).damage.grade is DamageGrade.SERIOUS


def test_a_dispute_needs_words_and_stands_in_the_log(with_damage: None, bench: Bench, until: Until) -> None:
    dialog = cases(bench, until, 3)
    until(lambda: dialog.judging.log.count() == 1)
    dialog.judging.states.button(2).click()
    dialog.judging.judge()
    until(lambda: "没有写有什么异议" in dialog.judging.told.text())
    dialog.judging.note.setText("不在这次")
    dialog.judging.judge()
    until(lambda: dialog.judging.log.count() == 2)
    assert "有异议" in dialog.judging.log.item(0).text()
    assert dialog.judging.told.isHidden()


def test_the_work_is_planned_and_goes_stage_by_stage(with_damage: None, bench: Bench, until: Until) -> None:
    dialog = cases(bench, until, 2)
    work = dialog.work
    dialog.tabs.setCurrentWidget(work)
    work.begin()
    assert work.told.text() == "请先定恢复方式，再选一个阶段。"
    work.ways.button(0).click()
    work.planned.setText("2022-06-30")
    work.contact.field.setText("联系人6")
    until(lambda: work.contact.hits.count() == 1 and work.contact.chosen == builders.VILLAGE_CADRE)
    work.plan()
    until(lambda: [work.stages.item(row).text() for row in range(work.stages.count())] == ["施工　未开始", "验收　未开始"])
    one = damage_case(bench.county.reader, 2).damage
    assert (one.way, one.planned_on, one.contact_name) == (RebuildWay.REPAIR, "2022-06-30", "联系人6")
    work.day.setText("2021-08-30")
    work.begin()
    until(lambda: "早于上报日期 2021-08-31" in work.told.text())
    work.day.setText("2021-10-01")
    work.begin()
    until(lambda: work.stages.item(0).text() == "施工　2021-10-01 开始")
    work.stages.setCurrentRow(1)
    work.day.setText("2021-11-01")
    work.finish()
    until(lambda: damage_case(bench.county.reader, 2).damage.finished_on == "2021-11-01")
    work.clear()
    until(lambda: damage_case(bench.county.reader, 2).damage.finished_on is None)


def test_where_a_family_lives_meanwhile_is_noted_and_left(with_damage: None, bench: Bench, until: Until) -> None:
    dialog = cases(bench, until, 2)
    stay = dialog.stay
    until(lambda: stay.families.count() == 2)
    stay.families.setCurrentRow(1)
    stay.address.setText("村小学")
    stay.note()
    until(lambda: "村小学" in stay.families.item(1).text())
    stay.end()
    until(lambda: stay.past.count() == 1)
    assert stay.families.item(1).text() == "钱二（H002）　没有登记"


def test_photos_are_added_shown_enlarged_saved_and_removed(
    with_damage: None, bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    dialog = cases(bench, until, 2)
    photos = dialog.photos
    broken = tmp_path / "坏.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe0")
    ask.answers = [[made_photo(tmp_path / "墙.jpg", taken="2021:08:20 08:00:00"), broken]]
    photos.choose()
    until(lambda: photos.list.count() == 1)
    until(lambda: "早于灾次开始的 2021-08-28" in photos.notices.text())
    assert photos.list.item(0).text() == "⚠ 墙.jpg"
    assert "坏.jpg：" in photos.told.text()
    photos.enlarge()
    opened(bench, PhotoDialog, until).close()
    ask.answers = [tmp_path / "存出.jpg"]
    photos.save()
    until(lambda: (tmp_path / "存出.jpg").exists() and (tmp_path / "存出.jpg").stat().st_size > 1_000)
    photos.remove()
    until(lambda: photos.list.count() == 0)
    bench.undo()
    until(lambda: photos.list.count() == 1)


def test_a_collapsed_house_is_carried_to_the_homes_after_a_look(with_damage: None, bench: Bench, heard: Heard, until: Until) -> None:
    bench.desk.select(Kind.HOUSEHOLD, [builders.ALONE])
    until(lambda: any(button.text() == "住房记为灾毁…" for button in bench.card.findChildren(QPushButton)))
    next(button for button in bench.card.findChildren(QPushButton) if button.text() == "住房记为灾毁…").click()
    dialog = opened(bench, CarryDamageDialog, until)
    until(lambda: dialog.save.isEnabled())
    assert dialog.day.text() == "2021-08-31"
    assert "H001 住房 西山村1组1号：灾毁，自 2021-08-31 起" in dialog.preview.toPlainText()
    dialog.record()
    until(lambda: len(heard.changes) == 1)
    assert [home.state.value for home in describe_household(bench.county.reader, builders.SHARING).homes] == ["lost"]
    until(lambda: not any(button.text() == "住房记为灾毁…" for button in bench.card.findChildren(QPushButton)))
    bench.undo()
    until(lambda: len(heard.changes) == 2)
    assert [home.state.value for home in describe_household(bench.county.reader, builders.SHARING).homes] == ["lived_in"]


@pytest.mark.parametrize("was_finished", [False, True])
def test_a_resettled_family_moves_from_the_damage_itself_in_one_change(
    county_path: Path, request: pytest.FixtureRequest, until: Until, was_finished: bool
) -> None:
    with county_file.writing(county_path) as db:
        made = verified(db, 2)
        plan_rebuild(db, [made], RebuildPlan(RebuildWay.RESETTLE), who="甲")
        if was_finished:
            record_stage(db, [made], "入住", finished_on=date(2022, 1, 1), who="甲")
    heard: Heard = request.getfixturevalue("heard")
    bench: Bench = request.getfixturevalue("bench")
    bench.desk.select(Kind.HOUSEHOLD, [builders.ORDINARY])
    until(lambda: any(button.text() == "搬到新住房…" for button in bench.card.findChildren(QPushButton)))
    next(button for button in bench.card.findChildren(QPushButton) if button.text() == "搬到新住房…").click()
    dialog = opened(bench, ResettleDialog, until)
    until(lambda: "请选择搬到哪一处房屋" in dialog.preview.toPlainText())
    dialog.house.field.setText(str(bench.county.reader.execute("SELECT number FROM house WHERE id = 8").fetchone()[0]))
    until(lambda: dialog.house.chosen == 8)
    until(lambda: dialog.save.isEnabled())
    assert ("安置完工" in dialog.preview.toPlainText()) is not was_finished
    dialog.record()
    until(lambda: len(heard.changes) == 1)
    until(lambda: not any(button.text() == "搬到新住房…" for button in bench.card.findChildren(QPushButton)))
    assert damage_case(bench.county.reader, made).damage.is_done
    bench.undo()
    until(lambda: any(button.text() == "搬到新住房…" for button in bench.card.findChildren(QPushButton)))
    assert damage_case(bench.county.reader, made).damage.is_done is was_finished


def test_an_open_dialog_says_when_its_damage_is_gone(bench: Bench, heard: Heard, until: Until) -> None:
    with county_file.writing(bench.county.path) as db:
        report(db, 8)
    dialog = cases(bench, until, 1)
    bench.undo()
    until(lambda: len(heard.changes) == 1)
    until(lambda: "没有编号为 1 的受损登记" in dialog.title.text())


def test_events_and_settings_are_changed(with_damage: None, bench: Bench, until: Until) -> None:
    damage_deeds.show_events(bench.desk)
    events = opened(bench, DamageEventDialog, until)
    until(lambda: events.list.count() == 2)
    events.list.setCurrentRow(1)
    events.first.setText("2021-09-01")
    events.last.setText("")
    events.record()
    until(lambda: "已有 2021-08-31 上报的受损" in events.told.text())
    events.first.setText("2021-08-27")
    events.record()
    until(lambda: list_events(bench.county.reader)[0].from_date == "2021-08-27")
    damage_deeds.change_settings(bench.desk)
    settings = opened(bench, DamageSettingsDialog, until)
    until(lambda: "不是规定" in settings.told.text())
    settings.stages[RebuildWay.REPAIR].setPlainText("加固\n\n验收\n")
    settings.write_stages(RebuildWay.REPAIR)
    until(lambda: rebuild_stages(bench.county.reader)[RebuildWay.REPAIR] == ("加固", "验收"))
    settings.distance.setValue(500)
    settings.write_limits()
    until(lambda: photo_limits(bench.county.reader).distance_m == 500)


@pytest.mark.parametrize("ending", [".xlsx", ".pdf"])
def test_the_list_is_saved(with_damage: None, bench: Bench, ask: ScriptedAsk, until: Until, tmp_path: Path, ending: str) -> None:
    bench.desk.show_flood_list("damage")
    until(lambda: len(bench.table.rows_shown()) == 3)
    ask.answers = [tmp_path / f"名单{ending}"]
    damage_deeds.export(bench.desk, bench.desk.rows())
    until(lambda: (tmp_path / f"名单{ending}").exists())


def test_the_step_offered_follows_the_damage(with_damage: None, bench: Bench, until: Until) -> None:
    dialog = cases(bench, until, 2)
    offered = [button.text() for button in dialog.findChildren(QPushButton) if button.text().startswith("住房")]
    assert offered == [f"{CarryStep.LOST.caption}…"]
    assert dialog.about.text().startswith("赵一、钱二，4 人；2021-08-31 上报，2021年8月强降雨")
    assert date.today().isoformat() == dialog.judging.day.text()


def test_damaged_houses_are_drawn_on_the_map_follow_their_work_and_go(bench: Bench, until: Until) -> None:
    with county_file.writing(bench.county.path) as db:
        finished(db, 3)
    bench.desk.show_flood_list("damage")
    until(lambda: len(bench.table.rows_shown()) == 1)
    damage_deeds.toggle_map(bench.desk)
    until(lambda: len(bench.map.content.overlays.damages.ids) == 1)
    assert [entry.text for entry in bench.map.content.overlays.entries] == ["房屋受损与恢复", "倒塌 · 已完工"]
    done: list[object] = []
    bench.county.tasks.write("", lambda db, _control: report(db, 8), done.append)
    until(lambda: bool(done))
    bench.undo()
    until(lambda: len(bench.map.content.overlays.damages.ids) == 1)
    damage_deeds.toggle_map(bench.desk)
    until(lambda: not len(bench.map.content.overlays.damages.ids))
    assert not bench.map.damages.is_on
