"""Contact cards, registers, door forms and caseload sheets out of the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton

from gisapp.domain.change import Kind
from gisapp.ui import preferences
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.outputs.print_cards import PrintCardsDialog
from gisapp.ui.work import paper
from gisapp.ui.work.registry import FAMILY_ACTIONS
from tests.builders import BARE, COMPLETE, ORDINARY, TWO_ENDS, VILLAGE_SPONSOR
from tests.printing.conftest import pdf_text
from tests.ui.conftest import Heard, ScriptedAsk

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture(autouse=True)
def own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "home").mkdir()
    monkeypatch.setenv("GISAPP_HOME", str(tmp_path / "home"))


def dialog_of(bench: Bench, until: Until) -> PrintCardsDialog:
    dialog = next(one for one in bench.desk.dialogs if isinstance(one, PrintCardsDialog))
    until(dialog.save.isEnabled)
    return dialog


def is_written(heard: Heard) -> Callable[[], bool]:
    return lambda: any(level == "done" for level, _ in heard.messages)


def entry(bench: Bench, text: str) -> QAction | None:
    """The entry of the table's 打印 menu."""
    menus = [button.menu() for button in bench.table.findChildren(QPushButton) if button.text() == "打印"]
    return next((action for menu in menus if menu for action in menu.actions() if action.text() == text), None)


def test_cards_of_the_list_in_hand_are_printed_and_the_size_is_remembered(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    paper.print_cards(bench.desk, (COMPLETE, TWO_ENDS, BARE, ORDINARY))
    dialog = dialog_of(bench, until)
    assert "3 户" in dialog.summary.text()
    assert "1 户不是搬迁户" in dialog.summary.text()
    dialog.a4.setChecked(True)
    ask.answers = [tmp_path / "卡.pdf"]
    dialog.write()
    until(is_written(heard))
    assert len(pdf_text(tmp_path / "卡.pdf")) == 4
    assert bench.desk.dialogs == ()
    assert preferences.load().cards == "a4"
    paper.print_cards(bench.desk, (COMPLETE,))
    again = dialog_of(bench, until)
    assert again.a4.isChecked()
    assert "吴六：1 户" in again.summary.text()


def test_whole_phones_need_a_reason_which_the_history_keeps(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    paper.print_cards(bench.desk, (COMPLETE,))
    dialog = dialog_of(bench, until)
    dialog.reveal.setChecked(True)
    assert not dialog.save.isEnabled()
    dialog.reason.setText("发给住户")
    assert dialog.save.isEnabled()
    ask.answers = [tmp_path / "a.pdf"]
    dialog.write()
    until(is_written(heard))
    assert "12100000007" in pdf_text(tmp_path / "a.pdf")[0]
    assert [change.kinds for change in heard.changes] == [(Kind.HOUSEHOLD,)]
    why = bench.county.reader.execute("SELECT why, who FROM history ORDER BY id DESC LIMIT 1").fetchone()
    assert tuple(why) == ("发给住户", "测试员")


def test_thinking_better_of_it_keeps_the_dialog_open(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until) -> None:
    paper.print_cards(bench.desk, (COMPLETE,))
    dialog = dialog_of(bench, until)
    ask.answers = [None]
    dialog.write()
    assert dialog.isVisible()
    assert not heard.messages


def test_without_a_relocated_family_there_is_nothing_to_print(bench: Bench, until: Until) -> None:
    paper.print_cards(bench.desk, (ORDINARY,))
    dialog = next(one for one in bench.desk.dialogs if isinstance(one, PrintCardsDialog))
    until(lambda: "没有搬迁户" in dialog.summary.text())
    assert not dialog.save.isEnabled()


@pytest.mark.parametrize(("text", "name"), [("打印住户册…", "册.pdf"), ("打印住户册…", "册.xlsx"), ("打印入户核对表…", "表.pdf")])
def test_the_table_of_the_relocation_workspace_prints_its_list(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path, text: str, name: str
) -> None:
    bench.show_workspace("relocation")
    until(lambda: entry(bench, text) is not None and bool(bench.desk.families))
    action = entry(bench, text)
    assert action is not None
    ask.answers = [tmp_path / name]
    action.trigger()
    until(is_written(heard))
    assert (tmp_path / name).stat().st_size > 0


def test_an_empty_table_says_that_there_is_nothing_to_print(bench: Bench, heard: Heard) -> None:
    paper.print_register(bench.desk, ())
    paper.print_door_forms(bench.desk, ())
    assert [level for level, _ in heard.messages] == ["info", "info"]


def test_a_relocated_familys_card_offers_its_contact_card(bench: Bench, until: Until) -> None:
    action = next(one for one in FAMILY_ACTIONS if one.id == "print_card")
    action.run(bench.desk, TWO_ENDS)
    assert "王八" in dialog_of(bench, until).summary.text()


def test_a_contacts_card_prints_the_families_looked_after(
    bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path
) -> None:
    bench.county.signals.selection.emit("contact", (VILLAGE_SPONSOR,), None)
    until(lambda: any(button.text() == "打印负责户清单…" for button in bench.card.card.buttons))
    ask.answers = [tmp_path / "单.pdf"]
    next(button for button in bench.card.card.buttons if button.text() == "打印负责户清单…").click()
    until(is_written(heard))
    assert "吴六" in pdf_text(tmp_path / "单.pdf")[0]


def test_a_missing_folder_is_said_and_leaves_nothing(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    ask.answers = [tmp_path / "没有" / "册.pdf"]
    paper.print_register(bench.desk, (COMPLETE,))
    until(lambda: any(level == "error" for level, _ in heard.messages))
    assert "文件夹不存在" in heard.messages[-1][1]
