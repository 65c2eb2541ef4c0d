"""Loads in the window: the list, the limits, a proposal accepted in part, a contact's card."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from gisapp.domain.change import Kind
from gisapp.domain.lines import Role
from gisapp.storage.county import county_file
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.contacts.caseload_limits import CaseloadLimitsDialog
from gisapp.ui.dialogs.contacts.propose_contacts import ProposeContactsDialog
from gisapp.ui.tables.rows import Column
from gisapp.ui.tables.ticks import TickModel
from gisapp.ui.work import caseload_deeds
from tests import builders
from tests.ui.conftest import Heard, ScriptedAsk

Until = Callable[[Callable[[], bool]], None]


def count(path: Path, sql: str) -> int:
    with county_file.reading(path) as connection:
        return int(connection.execute(sql).fetchone()[0])


def opened(bench: Bench, kind: type, until: Until) -> Any:
    """The open dialog of that kind."""
    until(lambda: any(isinstance(one, kind) for one in bench.desk.dialogs))
    return next(one for one in bench.desk.dialogs if isinstance(one, kind))


@pytest.fixture
def proposal(bench: Bench, until: Until) -> ProposeContactsDialog:
    """A proposal for the whole county, worked out."""
    bench.show_workspace("relocation")
    caseload_deeds.propose(bench.desk, ())
    dialog: ProposeContactsDialog = opened(bench, ProposeContactsDialog, until)
    dialog.compute()
    until(lambda: dialog._proposal is not None)
    return dialog


def test_the_list_names_everybody_with_families_and_limit(bench: Bench, until: Until) -> None:
    bench.desk.show_list("caseload")
    until(lambda: len(bench.table.rows_shown()) == 10 - 1 - 1)
    first = bench.table.rows_shown()[0]
    assert (first.contact, first.families, first.limit) == (builders.OFFICER_2, 3, 60)


def test_the_families_of_the_chosen_contact_are_listed(bench: Bench, until: Until) -> None:
    bench.desk.show_list("caseload")
    until(lambda: bool(bench.table.rows_shown()))
    caseload_deeds.list_families(bench.desk, bench.table.rows_shown()[:1])
    until(lambda: [row.id for row in bench.table.rows_shown() if hasattr(row, "code")] == [4, 5, 6])


def test_a_contacts_card_says_the_load_over_both_lines(bench: Bench, until: Until) -> None:
    bench.desk.select(Kind.CONTACT, (builders.COMMUNITY_CADRE,))
    until(lambda: any("2 户 4 人，上限 30 户" in label.text() for label in bench.card.findChildren(QLabel)))


def test_only_what_is_ticked_is_written_and_one_undo_takes_it_back(
    bench: Bench, proposal: ProposeContactsDialog, heard: Heard, until: Until, county_path: Path
) -> None:
    assert proposal.accept_button.text() == "接受 5 个"
    assert "补齐 5 个岗位" in proposal.summary.text()
    before = count(county_path, "SELECT count(*) FROM slot")
    proposal.moves.tick(proposal.moves.shown[:2], on=False)
    assert proposal.accept_button.text() == "接受 3 个"
    proposal.accept_moves()
    until(lambda: len(heard.changes) == 1)
    assert count(county_path, "SELECT count(*) FROM slot") == before + 3
    bench.undo()
    until(lambda: len(heard.changes) == 2)
    assert count(county_path, "SELECT count(*) FROM slot") == before


def test_the_proposal_is_worked_with_the_keyboard(proposal: ProposeContactsDialog) -> None:
    assert proposal.moves.chosen
    proposal.move_view.setFocus()
    proposal.move_view.selectAll()
    QTest.keyClick(proposal, Qt.Key.Key_Return)
    assert proposal.isVisible()
    proposal.untick_button.click()
    assert (proposal.moves.chosen, proposal.accept_button.isEnabled()) == ([], False)
    proposal.tick_button.click()
    assert len(proposal.moves.chosen) == 5
    QTest.keyClick(proposal, Qt.Key.Key_Escape)


def test_what_is_impossible_stands_in_a_sentence(bench: Bench, proposal: ProposeContactsDialog, until: Until, county_path: Path) -> None:
    with builders.opened(county_path) as db:
        db.execute("UPDATE contact SET most_families = 1 WHERE role = 'sponsor_cadre'")
    proposal._proposal = None
    proposal.compute()
    until(lambda: proposal._proposal is not None)
    assert proposal.warnings.isVisible()
    assert "需要 6 个名额，现有 3 人每人上限 1 户，只有 3 个" in proposal.warnings.text()
    proposal.roles[Role.SPONSOR_CADRE].setChecked(False)
    proposal.roles[Role.UNIT_CADRE].setChecked(False)
    proposal.compute()
    until(lambda: "没有选择角色" in proposal.summary.text())
    assert proposal.find_button.isEnabled()


def test_limits_are_tried_then_set(bench: Bench, heard: Heard, until: Until, county_path: Path) -> None:
    caseload_deeds.change_limits(bench.desk, ())
    dialog: CaseloadLimitsDialog = opened(bench, CaseloadLimitsDialog, until)
    until(lambda: dialog.fields[Role.GRID_OFFICER].value() == 60)
    dialog.fields[Role.GRID_OFFICER].setValue(2)
    until(lambda: "超上限 1 人，最多的 3 户" in dialog.notes[Role.GRID_OFFICER].text())
    dialog.set_button.click()
    until(lambda: len(heard.changes) == 1)
    assert count(county_path, "SELECT json_extract(value, '$.grid_officer') FROM setting WHERE key = 'caseload_limits'") == 2


def test_loads_are_exported(bench: Bench, ask: ScriptedAsk, heard: Heard, until: Until, tmp_path: Path) -> None:
    ask.answers.append(tmp_path / "负担.xlsx")
    caseload_deeds.export(bench.desk, ())
    until(lambda: any("已导出" in text for _, text in heard.messages))
    assert (tmp_path / "负担.xlsx").stat().st_size > 1_000


def test_ticks_stay_with_their_rows_when_sorted_and_filtered() -> None:
    model = TickModel()
    model.show((Column("名", lambda row: row),), ["丙", "甲", "乙"])
    model.setData(model.index(1, 0), 0, Qt.ItemDataRole.CheckStateRole)
    model.sort(0)
    model.narrow("甲")
    assert model.data(model.index(0, 0), Qt.ItemDataRole.CheckStateRole) is Qt.CheckState.Unchecked
    assert model.chosen == ["丙", "乙"]
    model.tick(model.shown, on=True)
    assert model.chosen == ["丙", "甲", "乙"]
