"""Slots in the window: reasons and days, pasted lists, proposals, hand-over, contacts, the rule table, bars, the lasso."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from gisapp.domain.lines import PUBLISHED_RULES, SLOTS, Duty, Line, Role, Slot, slot_from_text
from gisapp.services.contacts.assign_contact import assign_contact
from gisapp.storage.contacts import slots
from gisapp.storage.county import county_file
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.contacts.assign import AssignDialog
from gisapp.ui.dialogs.contacts.contact import ContactDialog
from gisapp.ui.dialogs.contacts.contact_leaves import ContactLeavesDialog
from gisapp.ui.dialogs.contacts.correct_contact import CorrectContactDialog
from gisapp.ui.dialogs.contacts.hand_over import HandOverDialog
from gisapp.ui.dialogs.contacts.lead_rules import LeadRulesDialog
from gisapp.ui.panels.bar_rows import MARGIN_PX, ROW_PX
from gisapp.ui.work import slot_deeds
from tests import builders
from tests.ui.conftest import Heard, ScriptedAsk

Until = Callable[[Callable[[], bool]], None]
VILLAGE_SPONSOR = Slot(Line.VILLAGE, Role.SPONSOR_CADRE)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def opened(bench: Bench, kind: type) -> Any:
    """The open dialog of that kind."""
    return next(one for one in bench.desk.dialogs if isinstance(one, kind))


def choose(dialog: AssignDialog, text: str, until: Until) -> None:
    until(lambda: any(text in dialog.contacts.item(row).text() for row in range(dialog.contacts.count())))
    row = next(row for row in range(dialog.contacts.count()) if text in dialog.contacts.item(row).text())
    dialog.contacts.setCurrentRow(row)
    until(lambda: dialog._preview is not None)


def pick(picker: Any, text: str, until: Until) -> None:
    until(lambda: any(text in picker.list.item(row).text() for row in range(picker.list.count())))
    picker.list.setCurrentRow(next(row for row in range(picker.list.count()) if text in picker.list.item(row).text()))


def proposed(bench: Bench, until: Until, heard: Heard) -> None:
    """Propose the village's sponsor for both families that have none."""
    bench.assign((builders.TWO_ENDS, builders.BARE), VILLAGE_SPONSOR)
    choose(bench.dialog, "联系人5", until)
    before = len(heard.changes)
    bench.dialog.propose()
    until(lambda: len(heard.changes) == before + 1)


def test_the_gap_list_says_why_and_for_how_long(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    until(lambda: len(bench.table.rows_shown()) == 2)
    titles = [column.title for column in bench.table._listing.columns]
    row = bench.table.rows_shown()[1]
    shown = dict(zip(titles, (column.text(row) for column in bench.table._listing.columns), strict=True))
    assert shown["原因"] == "从未分配"
    assert int(shown["空缺天数"].replace(",", "")) > 1_000


def test_a_familys_card_says_why_a_slot_is_empty(bench: Bench, until: Until) -> None:
    bench.county.signals.selection.emit("household", (builders.TWO_ENDS,), None)
    until(lambda: "为什么缺岗" in texts(bench.card))
    assert any(text.startswith("从未分配，空缺 ") for text in texts(bench.card))


def test_a_pasted_list_names_every_family_it_takes_or_refuses(bench: Bench, heard: Heard, until: Until) -> None:
    slot_deeds.assign_list(bench.desk)
    dialog = opened(bench, AssignDialog)
    assert dialog.paste.isVisible()
    dialog.paste.setPlainText("H005、H006\nH999\tH006")
    until(lambda: dialog.windowTitle() == "分配联系人：3 户")
    choose(dialog, "联系人5", until)
    assert dialog.summary.text() == "将给 2 户分配联系人5；2 户不能分配，原因见下。\n分配后联系人5共 3 户，上限 30 户。"
    assert set(dialog.reasons.toPlainText().splitlines()) == {"H999：没有这一户", "陈十（H006）：名单中重复"}
    dialog.from_date.setDate(QDate(2026, 7, 1))
    until(lambda: dialog._preview is not None and dialog._preview.plan.from_date == "2026-07-01")
    dialog.assign()
    until(lambda: len(heard.changes) == 1)
    held = slots.held_by_hand(bench.county.reader, [5, 6], VILLAGE_SPONSOR, "2026-07-01")
    assert held == {5: (5, "2026-07-01"), 6: (5, "2026-07-01")}


def test_a_contact_of_another_role_never_stands_in_the_list(bench: Bench, until: Until) -> None:
    bench.assign((builders.TWO_ENDS,), slot_from_text("village/unit_cadre"))
    until(lambda: bench.dialog.contacts.count() == 2)
    assert all("联系人5" not in bench.dialog.contacts.item(row).text() for row in range(2))


def test_a_proposal_waits_in_its_list_until_it_is_confirmed(bench: Bench, heard: Heard, until: Until) -> None:
    bench.show_workspace("relocation")
    proposed(bench, until, heard)
    assert heard.messages[-1] == ("done", "村线·包联干部：为 2 户提议联系人5，等待确认。可在右下角撤销。")
    bench.desk.show_list("proposals")
    until(lambda: [row.family.head for row in bench.table.rows_shown()] == ["王八", "陈十"])
    bench.table.view.selectRow(0)
    slot_deeds.confirm(bench.desk, bench.desk.rows())
    until(lambda: len(heard.changes) == 2)
    until(lambda: [row.family.head for row in bench.table.rows_shown()] == ["陈十"])
    assert slots.holders(bench.county.reader, builders.TWO_ENDS)[VILLAGE_SPONSOR][0] == 5
    bench.undo()
    until(lambda: len(bench.table.rows_shown()) == 2)


def test_a_refused_proposal_keeps_the_answer(bench: Bench, heard: Heard, ask: ScriptedAsk, until: Until) -> None:
    bench.show_workspace("relocation")
    proposed(bench, until, heard)
    bench.desk.show_list("proposals")
    until(lambda: [row.household for row in bench.table.rows_shown() if hasattr(row, "proposal")] == [5, 6])
    ask.answers = [None, "人手不够"]
    slot_deeds.refuse(bench.desk, bench.desk.rows())
    slot_deeds.refuse(bench.desk, bench.desk.rows())
    until(lambda: len(heard.changes) == 2)
    until(lambda: bench.table.rows_shown() == [])
    with county_file.reading(bench.county.path) as connection:
        assert connection.execute("SELECT DISTINCT state, answer FROM slot_proposal").fetchall() == [("refused", "人手不够")]


def test_a_leaving_contacts_families_go_to_two_successors(bench: Bench, heard: Heard, until: Until) -> None:
    cadre = slot_from_text("village/unit_cadre")
    bench.county.tasks.write(
        "加人",
        lambda db, _control: [
            db["contact"].insert({"id": number, "uid": f"c{number}", "name": name, "initials": "x", "role": "unit_cadre", "division_id": 4})
            for number, name in ((11, "接任甲"), (12, "接任乙"))
        ],
        lambda _done: heard.messages.append(("ready", "")),
    )
    until(lambda: ("ready", "") in heard.messages)
    slot_deeds.hand_over(bench.desk, builders.VILLAGE_CADRE)
    dialog = opened(bench, HandOverDialog)
    until(lambda: [row.family.head for row in dialog.model.shown] == ["吴六", "王八"])
    assert dialog.title.text() == "联系人6（西山村）：2 个岗位，0 个网格要交接"
    pick(dialog.successors, "接任甲", until)
    dialog.table.selectRow(0)
    dialog.give()
    until(lambda: dialog._plan is not None)
    assert dialog.summary.text() == "将交接 1 个岗位、0 个网格；0 个不能交接，1 个还没有人接。\n交接后接任甲共 1 户，上限 30 户。"
    pick(dialog.successors, "接任乙", until)
    dialog.table.clearSelection()
    dialog.table.selectRow(1)
    dialog.give()
    until(lambda: dialog._plan is not None and len(dialog._plan.slots) == 2)
    dialog.write()
    assert dialog.summary.text() == "请写明交接原因，例如：调离、退休。"
    dialog.reason.setText("调离")
    dialog.write()
    until(lambda: len(heard.changes) == 1)
    reader = bench.county.reader
    assert [slots.holders(reader, family)[cadre][0] for family in (builders.COMPLETE, builders.TWO_ENDS)] == [11, 12]


def test_who_leaves_can_be_chosen_in_the_hand_over_itself(bench: Bench, until: Until) -> None:
    slot_deeds.hand_over_any(bench.desk)
    dialog = opened(bench, HandOverDialog)
    pick(dialog.leavers, "联系人1　", until)
    dialog.leavers._take()
    until(lambda: dialog.title.text() == "联系人1（西山村）：0 个岗位，1 个网格要交接")
    assert dialog.grids_button.isVisible()
    pick(dialog.successors, "联系人3", until)
    dialog.give_grids()
    until(lambda: dialog._plan is not None and len(dialog._plan.posts) == 1)
    assert dialog.write_button.isEnabled()


def test_a_contact_is_added_with_the_keyboard_and_its_card_opens(bench: Bench, heard: Heard, until: Until) -> None:
    slot_deeds.add_contact(bench.desk)
    dialog = opened(bench, ContactDialog)
    until(lambda: "东社区（东镇）" in dialog.names)
    dialog.name.setText("陈小平")
    dialog.unit.setText("没有这里")
    QTest.keyClick(dialog.phone, Qt.Key.Key_Return)
    assert dialog.summary.text() == "请在名单中选一个镇、村或社区。"
    dialog.unit.setText("东社区（东镇）")
    QTest.keyClick(dialog.phone, Qt.Key.Key_Return)
    until(lambda: len(heard.changes) == 1)
    until(lambda: "0 户，0 个网格" in texts(bench.card))
    dialog.name.setText("陈小平")
    dialog.add()
    until(lambda: "已有" in dialog.summary.text())


def test_a_contacts_phone_is_corrected_from_the_card_and_undone(bench: Bench, heard: Heard, until: Until) -> None:
    bench.county.signals.selection.emit("contact", (builders.VILLAGE_CADRE,), None)
    until(lambda: any(button.text() == "更正姓名、电话、单位…" for button in bench.card.findChildren(QPushButton)))
    next(button for button in bench.card.findChildren(QPushButton) if button.text() == "更正姓名、电话、单位…").click()
    dialog = opened(bench, CorrectContactDialog)
    assert dialog.name.text() == "联系人6"
    QTest.keyClick(dialog.phone, Qt.Key.Key_Return)
    until(lambda: dialog.summary.text().startswith("没有要改的内容"))
    until(lambda: "东社区（东镇）" in dialog.names)
    dialog.unit.setText("东社区")
    QTest.keyClicks(dialog.phone, "12100007777")
    QTest.keyClick(dialog.phone, Qt.Key.Key_Return)
    until(lambda: len(heard.changes) == 1)
    assert heard.changes[0].label == "更正联系人：联系人6"
    until(lambda: any("121****7777" in text for text in texts(bench.card)))


def test_a_leaving_contact_shows_what_will_be_empty(bench: Bench, heard: Heard, until: Until) -> None:
    slot_deeds.leave(bench.desk, builders.VILLAGE_CADRE)
    dialog = opened(bench, ContactLeavesDialog)
    until(lambda: dialog.write_button.isEnabled())
    assert "2 个岗位缺人，0 个网格没有网格员" in dialog.summary.text()
    dialog.write()
    assert "原因" in dialog.summary.text()
    dialog.reason.setText("退休")
    dialog.write()
    until(lambda: len(heard.changes) == 1)
    bench.show_workspace("relocation")
    until(lambda: len(bench.table.rows_shown()) == 3)
    assert any("联系人6于 " in gap.sentence for row in bench.table.rows_shown() for gap in row.gaps)


def test_the_rule_table_is_changed_and_put_back(bench: Bench, heard: Heard, until: Until) -> None:
    slot_deeds.change_rules(bench.desk)
    dialog = opened(bench, LeadRulesDialog)
    until(lambda: dialog.summary.text() == "现在是公开发布的规定。")
    dialog.leads[Duty.SCREENING].setCurrentIndex(SLOTS.index(slot_from_text("community/grid_officer")))
    dialog.set_buttons[Duty.SCREENING].click()
    until(lambda: dialog.summary.text() == "现在是本县自己的规定。")
    dialog.assists[Duty.SCREENING].setCurrentIndex(SLOTS.index(slot_from_text("community/unit_cadre")))
    dialog.set_buttons[Duty.SCREENING].click()
    until(lambda: "两条线" in dialog.summary.text())
    dialog.preset_button.click()
    until(lambda: set(slots.lead_rules(bench.county.reader)) == set(PUBLISHED_RULES))


def test_bars_show_every_place_and_a_click_lists_who_is_behind_it(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    bench.desk.show_page("completeness")
    page = bench.pages.page("completeness")
    until(lambda: [bar.title for bar in page.rows.bars] == ["东镇 东社区"])
    assert (page.rows.bars[0].total, page.rows.bars[0].missing) == (3, 2)
    page.buttons[3].click()
    assert [(bar.title, bar.missing) for bar in page.rows.bars][:2] == [("村线·包联干部", 2), ("村线·村/社区干部", 1)]
    QTest.mouseClick(page.rows, Qt.MouseButton.LeftButton, pos=QPoint(40, MARGIN_PX + ROW_PX + 4))
    until(lambda: [row.family.head for row in bench.table.rows_shown()] == ["陈十"])
    QTest.keyClick(page.rows, Qt.Key.Key_Up)
    QTest.keyClick(page.rows, Qt.Key.Key_Return)
    until(lambda: len(bench.table.rows_shown()) == 2)


def test_bars_follow_a_change(bench: Bench, heard: Heard, until: Until) -> None:
    bench.show_workspace("relocation")
    bench.desk.show_page("completeness")
    page = bench.pages.page("completeness")
    until(lambda: len(page.rows.bars) == 1)
    bench.county.tasks.write(
        "分配",
        lambda db, _control: assign_contact(db, [5], VILLAGE_SPONSOR, builders.VILLAGE_SPONSOR, who="甲")[1],
        lambda change: bench.county.signals.changed.emit(change, None),
    )
    until(lambda: page.rows.bars[0].missing == 1)


def test_homes_within_a_lasso_are_the_families_that_are_assigned(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    until(lambda: len(bench.table.rows_shown()) == 2)
    bench.map.use_tool("lasso")
    loop = np.array([(2400, 400), (2600, 400), (2600, 600), (2400, 600), (2400, 400)]) + (builders.EAST, builders.NORTH)
    bench.map.canvas.tool().enclosed.emit(loop, False)
    until(lambda: {row.head for row in bench.table.rows_shown() if hasattr(row, "head")} == {"吴六", "王八", "陈十"})
    bench.relocation.assign_asked.emit(bench.table.families_meant())
    assert set(bench.dialog._families) == {builders.COMPLETE, builders.TWO_ENDS, builders.BARE}


def test_homes_in_the_old_village_bring_their_families_too(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    until(lambda: len(bench.table.rows_shown()) == 2)
    bench.county.signals.selection.emit("house", (3, 4), None)
    until(lambda: {row.head for row in bench.table.rows_shown() if hasattr(row, "head")} == {"吴六", "王八"})


@pytest.mark.parametrize("deed", [slot_deeds.assign_list, slot_deeds.hand_over_any, slot_deeds.add_contact, slot_deeds.change_rules])
def test_escape_closes_and_enter_never_does(deed: Callable[[Any], None], bench: Bench, until: Until) -> None:
    deed(bench.desk)
    [dialog] = bench.desk.dialogs
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.isVisible()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    until(lambda: bench.desk.dialogs == ())
