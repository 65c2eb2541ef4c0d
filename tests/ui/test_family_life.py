"""The dialogs of family life and lineage: keys only, a preview first, then what is written."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from gisapp.domain.person import Relation
from gisapp.services.county.undo import undo
from gisapp.ui.bench import Bench
from gisapp.ui.dialogs.families.family_event import FamilyEventDialog
from gisapp.ui.dialogs.families.family_forms import FORMS
from gisapp.ui.dialogs.lineage import LineageDialog
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.work import family_life
from gisapp.ui.work.desk import WorkDesk
from tests.builders import ALONE, BARE, COMPLETE, TWO_ENDS
from tests.ui.conftest import Heard

Until = Callable[[Callable[[], bool]], None]


@pytest.fixture
def desk(bench: Bench) -> WorkDesk:
    return WorkDesk(bench)


def opened(desk: WorkDesk, family: int, event: str, until: Until) -> FamilyEventDialog:
    family_life.open_event(desk, family, event)
    [dialog] = desk.dialogs
    assert isinstance(dialog, FamilyEventDialog)
    until(lambda: bool(dialog.title.text()))
    return dialog


def write(qtbot: QtBot, dialog: FamilyEventDialog | LineageDialog, until: Until, heard: Heard) -> str:
    """Press Enter once the preview is there; returns what the preview said."""
    until(dialog.save.isEnabled)
    said, before = dialog.preview.toPlainText(), len(heard.changes)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    until(lambda: len(heard.changes) > before)
    return said


def find(qtbot: QtBot, finder: object, text: str, until: Until) -> None:
    """Type into a finder and go down to its first hit."""
    finder.field.insert(text)  # type: ignore[attr-defined]
    until(lambda: finder.hits.count() > 0)  # type: ignore[attr-defined]
    qtbot.keyClick(finder.field, Qt.Key.Key_Down)  # type: ignore[attr-defined]


def ask(county: OpenCounty, sql: str) -> list[tuple[object, ...]]:
    return county.reader.execute(sql).fetchall()


def tree_texts(desk: WorkDesk) -> dict[str, str]:
    """Name of each line of the tree -> all that stands under it."""
    model = desk.bench.grids.units.tree.model()

    def under(index: QModelIndex) -> str:
        places = [model.index(row, 0, index) for row in range(model.rowCount(index))]
        return " ".join(f"{place.data()} {under(place)}" for place in places)

    def walk(index: QModelIndex) -> dict[str, str]:
        found: dict[str, str] = {}
        for row in range(model.rowCount(index)):
            place = model.index(row, 0, index)
            found |= {str(place.data()): under(place), **walk(place)}
        return found

    return walk(QModelIndex())


def undo_written(desk: WorkDesk, until: Until) -> None:
    """Take the last change back as the window does."""
    seen: list[object] = []
    desk.county.tasks.write("撤销", lambda db, _control: undo(db, who="测试员"), lambda change: (desk.tell(change), seen.append(change)))
    until(lambda: bool(seen))


def test_a_search_without_hits_says_so_and_chooses_nothing(qtbot: QtBot, desk: WorkDesk, until: Until) -> None:
    dialog = opened(desk, COMPLETE, "move", until)
    find(qtbot, dialog.fields.house, "没有这处房屋", until)
    assert dialog.fields.house.hits.item(0).text() == "没有找到，请换几个字。"
    assert dialog.fields.house.chosen is None


def test_a_move_is_shown_before_it_is_written_and_enter_writes_it(
    qtbot: QtBot, desk: WorkDesk, county: OpenCounty, until: Until, heard: Heard
) -> None:
    dialog = opened(desk, COMPLETE, "move", until)
    assert not dialog.save.isEnabled()
    find(qtbot, dialog.fields.house, "东社区8号", until)
    said = write(qtbot, dialog, until, heard)
    assert "从紫云南郡3号楼1单元101搬到东社区8号" in said
    assert "人：吴六、郑七今后住：东社区8号" in said
    assert ask(county, "SELECT house_id FROM home WHERE household_id = 4 AND role = 'residence' AND to_date IS NULL") == [(8,)]
    until(lambda: not desk.dialogs)
    assert heard.messages[-1][1].endswith("可在右下角撤销。")


def test_a_split_takes_the_ticked_people(qtbot: QtBot, desk: WorkDesk, county: OpenCounty, until: Until, heard: Heard) -> None:
    dialog = opened(desk, COMPLETE, "split", until)
    until(lambda: "请勾选分出去的人" in dialog.preview.toPlainText())
    dialog.fields.people.item(1).setCheckState(Qt.CheckState.Checked)
    said = write(qtbot, dialog, until, heard)
    assert "新户 H007：1 人，户主郑七" in said
    assert ask(county, "SELECT household_id FROM resident WHERE name = '郑七'") == [(7,)]


def test_a_merged_family_leaves_the_card_to_the_one_that_goes_on(qtbot: QtBot, desk: WorkDesk, until: Until, heard: Heard) -> None:
    dialog = opened(desk, BARE, "merge", until)
    find(qtbot, dialog.fields.other_family, "H004", until)
    write(qtbot, dialog, until, heard)
    until(lambda: ("household", (COMPLETE,)) in [(kind, ids) for kind, ids, _ in heard.selections])


def test_a_birth_a_death_and_a_marriage(qtbot: QtBot, desk: WorkDesk, county: OpenCounty, until: Until, heard: Heard) -> None:
    dialog = opened(desk, COMPLETE, "birth", until)
    dialog.fields.name.insert("吴小宝")
    assert dialog.fields.relation.currentData() == Relation.CHILD
    write(qtbot, dialog, until, heard)
    until(lambda: not desk.dialogs)
    dialog = opened(desk, COMPLETE, "death", until)
    assert "户主由吴六换为郑七" not in dialog.preview.toPlainText()
    said = write(qtbot, dialog, until, heard)
    assert "人：郑七：配偶→户主" in said
    until(lambda: not desk.dialogs)
    dialog = opened(desk, ALONE, "marry_in", until)
    find(qtbot, dialog.fields.other_person, "陈十", until)
    said = write(qtbot, dialog, until, heard)
    assert "户将结束" in said
    assert ask(county, "SELECT household_id FROM resident WHERE name = '陈十'") == [(ALONE,)]


def test_what_is_refused_stays_open_with_its_sentence(qtbot: QtBot, desk: WorkDesk, until: Until, heard: Heard) -> None:
    dialog = opened(desk, TWO_ENDS, "home", until)
    until(lambda: "已经登记为在住" in dialog.preview.toPlainText())
    dialog.day.setText("2026-13-01")
    until(lambda: "2026-07-12" in dialog.preview.toPlainText())
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert heard.changes == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not desk.dialogs


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_every_event_shows_its_fields_and_none_other(form: object, desk: WorkDesk, until: Until) -> None:
    dialog = opened(desk, COMPLETE, form.id, until)  # type: ignore[attr-defined]
    shown = {name for name, (_, widget) in dialog.fields._rows.items() if not widget.isHidden()}
    assert shown == set(form.fields)  # type: ignore[attr-defined]
    until(lambda: bool(dialog.preview.toPlainText()))


def test_a_village_is_merged_with_a_preview_of_what_follows(
    qtbot: QtBot, desk: WorkDesk, county: OpenCounty, until: Until, heard: Heard
) -> None:
    family_life.open_lineage(desk)
    [dialog] = desk.dialogs
    assert isinstance(dialog, LineageDialog)
    find(qtbot, dialog.unit, "西山", until)
    find(qtbot, dialog.into, "东社区", until)
    until(lambda: dialog.leaving.count() == 2)
    dialog.leaving.item(0).setCheckState(Qt.CheckState.Checked)
    said = write(qtbot, dialog, until, heard)
    assert "原籍在该村的搬迁户 3 户" in said
    assert ask(county, "SELECT successor_id FROM division WHERE id = 4") == [(5,)]
    until(lambda: "并入东社区" in dialog.past.toPlainText())
    until(lambda: "西山村" not in tree_texts(desk))
    assert "第01网格" in tree_texts(desk)["东社区"]
    undo_written(desk, until)
    until(lambda: "西山村" in tree_texts(desk))


def test_a_unit_is_renamed(qtbot: QtBot, desk: WorkDesk, county: OpenCounty, until: Until, heard: Heard) -> None:
    family_life.open_lineage(desk)
    [dialog] = desk.dialogs
    assert isinstance(dialog, LineageDialog)
    dialog.what.setCurrentIndex(1)
    find(qtbot, dialog.unit, "西山", until)
    dialog.name.insert("西岭村")
    write(qtbot, dialog, until, heard)
    assert ask(county, "SELECT name FROM division WHERE id = 4") == [("西岭村",)]
    until(lambda: "西山村" in dialog.past.toPlainText())


def test_a_move_offers_the_vacant_flats_of_the_site_before_anything_is_typed(
    desk: WorkDesk, qtbot: QtBot, heard: Heard, until: Until
) -> None:
    room = {"building_id": 1, "unit": 1, "floor": 2, "grid_id": 2}
    added = [{"id": one, "uid": f"h{one}", "number": f"紫云南郡3号楼1单元{one}", "room": f"{one}", **room} for one in (201, 202)]
    desk.county.tasks.write("登记", lambda db, _control: db["house"].insert_all(added), lambda _done: heard.messages.append(("ready", "")))
    until(lambda: ("ready", "") in heard.messages)
    dialog = opened(desk, BARE, "move", until)
    until(lambda: dialog.fields.house.hits.count() == 2)
    assert dialog.fields.house.chosen is None
    qtbot.keyClick(dialog.fields.house.field, Qt.Key.Key_Down)
    assert "搬到紫云南郡3号楼1单元201" in write(qtbot, dialog, until, heard)
    assert ask(desk.county, f"SELECT house_id FROM home WHERE household_id = {BARE} AND to_date IS NULL AND role = 'residence'") == [(201,)]


def test_going_up_from_the_first_hit_chooses_nothing(desk: WorkDesk, qtbot: QtBot, until: Until) -> None:
    dialog = opened(desk, COMPLETE, "move", until)
    find(qtbot, dialog.fields.house, "紫云南郡3号楼", until)
    assert dialog.fields.house.chosen is not None
    qtbot.keyClick(dialog.fields.house.field, Qt.Key.Key_Up)
    assert dialog.fields.house.chosen is None


def test_a_family_of_one_is_told_why_it_cannot_be_split(desk: WorkDesk, until: Until) -> None:
    dialog = opened(desk, BARE, "split", until)
    until(lambda: "只有一个人，不能分户" in dialog.preview.toPlainText())
    assert not dialog.fields.people.isVisibleTo(dialog)
    assert not dialog.fields.house.isVisibleTo(dialog)
    assert not dialog.save.isEnabled()
    dialog.event_box.setCurrentIndex(next(place for place, form in enumerate(FORMS) if form.id == "move"))
    until(lambda: dialog.fields.house.isVisibleTo(dialog))
