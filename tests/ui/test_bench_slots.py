"""Story 2: six slots, who leads and assists, who misses one, assign to one or many, see it everywhere, undo it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLabel, QWidget

from gisapp.domain.lines import SLOTS, Line, Role, Slot
from gisapp.services.families.describe_household import describe_household
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.contacts.assign import AssignDialog
from tests import builders

Until = Callable[[Callable[[], bool]], None]
VILLAGE_SPONSOR = Slot(Line.VILLAGE, Role.SPONSOR_CADRE)
COMMUNITY_SPONSOR = Slot(Line.COMMUNITY, Role.SPONSOR_CADRE)


def texts(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel)]


def filled(bench: Bench, family: int) -> int:
    return sum(1 for line in describe_household(bench.county.reader, family).slots if line.contact)


def choose(dialog: AssignDialog, text: str, until: Until) -> None:
    """Pick the contact whose line holds ``text`` and wait for the preview."""
    until(lambda: any(text in dialog.contacts.item(row).text() for row in range(dialog.contacts.count())))
    row = next(row for row in range(dialog.contacts.count()) if text in dialog.contacts.item(row).text())
    dialog.contacts.setCurrentRow(row)
    until(lambda: dialog._preview is not None)


def test_the_workspace_lists_who_misses_a_slot_most_gaps_first(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    until(lambda: [row.family.head for row in bench.table.rows_shown()] == ["陈十", "王八"])
    assert bench.table.rows_shown()[1].missing == (VILLAGE_SPONSOR,)
    until(lambda: bench.relocation.summary.text() == "1 个安置点，3 户，其中 2 户缺岗")
    assert bench.map.theme == "missing_slots"


def test_a_familys_card_shows_leads_assists_and_gaps(bench: Bench, until: Until) -> None:
    bench.county.signals.selection.emit("household", (builders.TWO_ENDS,), None)
    until(lambda: bench.card.title == "王八（2 人）")
    shown = texts(bench.card)
    assert "双线六岗（5/6）" in shown
    assert shown.count("缺岗") == 1
    assert "主责：排查预警" in shown
    assert "配合：帮扶落实" in shown
    assert [button.text() for button in bench.card.card.buttons][:3] == ["补齐：村线·包联干部", "显示完整电话…", "在地图上看"]


def test_filling_one_slot_is_seen_on_card_table_map_and_undone(bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    bench.show_workspace("relocation")
    until(lambda: len(bench.table.rows_shown()) == 2)
    bench.county.signals.selection.emit("household", (builders.TWO_ENDS,), bench.table)
    until(lambda: bench.card.title == "王八（2 人）")
    theme_before = next(layer for layer in bench.map.canvas.visible_layers() if layer.name == "grids")
    bench.assign((builders.TWO_ENDS,), VILLAGE_SPONSOR)
    choose(bench.dialog, "联系人5", until)
    assert bench.dialog.assign_button.text() == "分配 1 户"
    bench.dialog.assign()
    until(lambda: len(heard.changes) == 1)
    assert filled(bench, builders.TWO_ENDS) == 6
    until(lambda: [row.family.head for row in bench.table.rows_shown()] == ["陈十"])
    until(lambda: "双线六岗（6/6）" in texts(bench.card))
    until(lambda: next(layer for layer in bench.map.canvas.visible_layers() if layer.name == "grids") is not theme_before)
    until(lambda: "给 1 户分配联系人5" in bench.status.undo_button.text())
    bench.undo()
    until(lambda: len(heard.changes) == 2)
    assert filled(bench, builders.TWO_ENDS) == 5
    until(lambda: len(bench.table.rows_shown()) == 2)
    until(lambda: "双线六岗（5/6）" in texts(bench.card))


def test_many_at_once_with_every_refusal_and_its_reason(bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    families = (builders.COMPLETE, builders.TWO_ENDS, builders.BARE, builders.ORDINARY)
    bench.assign(families, COMMUNITY_SPONSOR)
    choose(bench.dialog, "联系人7", until)
    dialog = bench.dialog
    assert dialog.summary.text() == "将给 1 户分配联系人7；3 户不能分配，原因见下。\n分配后联系人7共 3 户，上限 30 户。"
    reasons = dialog.reasons.toPlainText().splitlines()
    assert "李四（H003）：不是搬迁户，没有双线岗位" in reasons
    assert "吴六（H004）：已经由联系人7担任" in reasons
    assert len(reasons) == 3
    dialog.assign()
    until(lambda: len(heard.changes) == 1)
    assert heard.changes[0].ids == (builders.BARE,)
    assert filled(bench, builders.BARE) == 3


def test_the_right_units_contacts_stand_first(bench: Bench, until: Until) -> None:
    bench.assign((builders.TWO_ENDS,), VILLAGE_SPONSOR)
    until(lambda: bench.dialog.contacts.count() == 3)
    assert "西山村" in bench.dialog.contacts.item(0).text()
    bench.dialog.slot_box.setCurrentIndex(3)
    until(lambda: "东社区" in bench.dialog.contacts.item(0).text())
    assert all("联系人9" not in bench.dialog.contacts.item(row).text() for row in range(bench.dialog.contacts.count()))


def test_nobody_fits_the_search_and_the_dialog_says_so(bench: Bench, until: Until) -> None:
    bench.assign((builders.TWO_ENDS,), VILLAGE_SPONSOR)
    bench.dialog.search.setText("查无此人")
    until(lambda: bench.dialog.contacts.count() == 0 and "没有符合的联系人" in bench.dialog.summary.text())
    assert not bench.dialog.assign_button.isEnabled()


def test_chosen_lines_of_the_table_are_assigned_together(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    until(lambda: len(bench.table.rows_shown()) == 2)
    bench.choose_all()
    bench.assign_chosen()
    assert bench.dialog is not None
    assert set(bench.dialog._families) == {builders.TWO_ENDS, builders.BARE}
    assert bench.dialog.slot == VILLAGE_SPONSOR


def test_a_building_lists_its_families_and_zooms(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    until(lambda: bench.relocation.units.model.index_of("building", 1).isValid())
    bench.relocation.units.chosen.emit("building", 1)
    until(lambda: bench.card.title == "3号楼")
    shown = texts(bench.card)
    assert shown[shown.index("户") - 1] == "3"
    bench.relocation.list_families("building", 1)
    until(lambda: len(bench.table.rows_shown()) == 3)


def test_filling_gaps_opens_the_first_family(bench: Bench, until: Until) -> None:
    bench.show_workspace("relocation")
    bench.relocation.fill_gaps()
    until(lambda: bench.card.title == "陈十（1 人）")


def test_undo_without_anything_to_undo_says_so_kindly(bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    bench.undo()
    until(lambda: len(heard.messages) == 1)
    assert heard.messages[0][0] == "info"


def test_a_dialog_closed_while_it_reads_is_no_trouble(bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    bench.assign((builders.TWO_ENDS,), VILLAGE_SPONSOR)
    dialog = bench.dialog
    until(lambda: dialog.contacts.count() == 3)
    dialog.contacts.setCurrentRow(0)
    dialog.close()
    until(lambda: bench.dialog is None)
    done: list[object] = []
    bench.county.tasks.read(lambda _connection: 1, done.append)
    until(lambda: done == [1])
    assert heard.messages == []


def test_from_a_list_of_gaps_present_contacts_stay_until_one_says_otherwise(bench: Bench, heard, until: Until) -> None:  # type: ignore[no-untyped-def]
    bench.show_workspace("relocation")
    until(lambda: len(bench.table.rows_shown()) == 2)
    bench.assign_chosen()
    bench.dialog.slot_box.setCurrentIndex(SLOTS.index(COMMUNITY_SPONSOR))
    until(lambda: any("联系人10" in bench.dialog.contacts.item(row).text() for row in range(bench.dialog.contacts.count())))
    choose(bench.dialog, "联系人10", until)
    told = bench.dialog.summary.text().splitlines()
    assert told == ["将给 1 户分配联系人10，自今天起。", "另有 1 户已有这个岗的联系人，不换。", "分配后联系人10共 1 户，上限 30 户。"]
    assert bench.dialog.gets.toPlainText() == "陈十（H006）：缺岗，补上联系人10"
    bench.dialog.only_empty.setChecked(False)
    until(lambda: "其中 1 户换下现有的联系人。" in bench.dialog.summary.text())
    assert bench.dialog.gets.toPlainText().splitlines() == ["陈十（H006）：缺岗，补上联系人10", "王八（H005）：联系人7换成联系人10"]
    bench.dialog.only_empty.setChecked(True)
    until(lambda: bench.dialog.assign_button.text() == "分配 1 户")
    bench.dialog.assign()
    until(lambda: len(heard.changes) == 1)
    assert heard.changes[0].ids == (builders.BARE,)
