"""The people behind a door as a table to be answered with keys: where each sleeps tonight."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication

from gisapp.domain.sleeping import Sleeper, SleepingPlace, SleepingUpdate
from gisapp.language import tr
from gisapp.ui.theme import colour

Index = QModelIndex | QPersistentModelIndex
NUMBER, NAME, KNOWN, CHECKED, ANSWER, NOTE = range(6)
WIDTHS = (13.5, 4.5, 10, 6.5, 5, 9)


class DoorModel(QAbstractTableModel):
    """One row a person; an answer is a place and, for elsewhere, a note."""

    def __init__(self) -> None:
        super().__init__()
        self.people: tuple[Sleeper, ...] = ()
        self.answers: dict[int, SleepingPlace] = {}
        self.notes: dict[int, str] = {}
        self.refused: dict[int, str] = {}

    def show(self, people: Sequence[Sleeper]) -> None:
        """Ask about these people, door by door."""
        self.beginResetModel()
        self.people = tuple(people)
        self.answers, self.notes, self.refused = {}, {}, {}
        self.endResetModel()

    def answer(self, row: int, place: SleepingPlace | None) -> None:
        """Where the person of this row sleeps; None takes the answer back."""
        resident = int(self.people[row].resident)
        if place is None:
            self.answers.pop(resident, None)
            self.notes.pop(resident, None)
        else:
            self.answers[resident] = place
        self.dataChanged.emit(self.index(row, ANSWER), self.index(row, NOTE))

    def answer_unchanged(self, row: int) -> None:
        """The person sleeps where it was known."""
        known = self.people[row].place
        if known is not SleepingPlace.UNKNOWN:
            self.answer(row, known)

    def answer_rest_unchanged(self) -> None:
        """Everybody without an answer sleeps where it was known."""
        for row, one in enumerate(self.people):
            if int(one.resident) not in self.answers:
                self.answer_unchanged(row)

    def updates(self, day: date) -> list[SleepingUpdate]:
        """What was found, to be previewed and written."""
        return [
            SleepingUpdate(int(one.resident), self.answers[int(one.resident)], day, self.notes.get(int(one.resident), ""))
            for one in self.people
            if int(one.resident) in self.answers
        ]

    def show_refused(self, reasons: dict[int, str]) -> None:
        """Point out the people whose answer cannot be taken."""
        self.refused = reasons
        if self.people:
            self.dataChanged.emit(self.index(0, ANSWER), self.index(len(self.people) - 1, NOTE))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.people)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(WIDTHS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        found = super().flags(index)
        return found | Qt.ItemFlag.ItemIsEditable if index.column() == NOTE else found

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != NOTE:
            return False
        resident = int(self.people[index.row()].resident)
        self.notes[resident] = str(value).strip()
        if self.notes[resident]:
            self.answer(index.row(), SleepingPlace.ELSEWHERE)
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (tr("门牌"), tr("姓名"), tr("原来住"), tr("上次核对"), tr("现在住"), tr("住在哪里"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        one = self.people[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index.row(), index.column())
        if role == Qt.ItemDataRole.ForegroundRole:
            tint = self._tint(one, index.column())
            return colour(tint, QGuiApplication.palette()) if tint else None
        return self.refused.get(int(one.resident)) if role == Qt.ItemDataRole.ToolTipRole and index.column() >= ANSWER else None

    def _text(self, row: int, column: int) -> str:
        one = self.people[row]
        resident = int(one.resident)
        match column:
            case 0:
                return one.number if row == 0 or self.people[row - 1].household != one.household else ""
            case 1:
                return one.name
            case 2:
                return one.where if one.place is SleepingPlace.ELSEWHERE else one.place.caption
            case 3:
                return one.checked_on or tr("从未")
            case 4:
                return self.answers[resident].caption if resident in self.answers else ""
            case _:
                return self.refused.get(resident) or self.notes.get(resident, "")

    def _tint(self, one: Sleeper, column: int) -> str:
        resident = int(one.resident)
        if resident in self.refused and column >= ANSWER:
            return "danger"
        if column == ANSWER and resident in self.answers:
            return "done" if self.answers[resident] is one.place else "accent"
        return "muted" if column in (KNOWN, CHECKED) else ""
