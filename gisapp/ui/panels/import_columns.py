"""Which column of a ledger is which field: as recognised, each changeable, what is not recognised in plain sight."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QBrush, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem

from gisapp.domain.ledger import LedgerKind, fields_of, plain_title
from gisapp.language import tr
from gisapp.readers.ledger import SheetSummary
from gisapp.services.ledger.look_at_ledger import Headings
from gisapp.ui.tables.import_rows import shown_cell
from gisapp.ui.theme import colour

MOST_COLUMNS, SAMPLES = 200, 3
TITLE, FIELD, STATE, SAMPLE = range(4)
ROW_PX = 32


class ChoiceBox(QComboBox):
    """A combo box that the mouse wheel passes over: scrolling a list must not change what stands in it.

    It may be narrower than its longest entry; its list never is.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxVisibleItems(16)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(6)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + 24)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ColumnTable(QTableWidget):
    """field_chosen(column, field): the person says what a column holds; "" leaves it out."""

    field_chosen = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(0, 4)
        self._shown: tuple[LedgerKind, tuple[int, ...]] | None = None
        self._columns: tuple[int, ...] = ()
        self.setAccessibleName(tr("文件里的列"))
        self.setHorizontalHeaderLabels([tr("文件里的列"), tr("导入为"), tr("状态"), tr("前几行的内容")])
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setStretchLastSection(True)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Interactive)
        for place, width in ((TITLE, 170), (FIELD, 190), (STATE, 100)):
            self.setColumnWidth(place, width)

    def show_headings(self, kind: LedgerKind, sheet: SheetSummary, found: Headings, *, by_hand: bool) -> None:
        """The columns of a sheet; combo boxes already there are kept and only set."""
        titles = found.header.titles
        self._columns = tuple(
            place for place, title in enumerate(titles) if title or any(place < len(cells) and cells[place] for _, cells in sheet.head)
        )[:MOST_COLUMNS]
        if self._shown != (kind, self._columns):
            self._shown = (kind, self._columns)
            self._fill_boxes(kind, titles)
        seen: set[str] = set()
        for row, place in enumerate(self._columns):
            is_double = plain_title(titles[place]) in seen or not titles[place]
            seen.add(plain_title(titles[place]))
            self._show_row(row, place, sheet, found, state=_state(titles[place], place, found, by_hand=by_hand, is_double=is_double))
            self.cellWidget(row, FIELD).setEnabled(not is_double)

    def boxes(self) -> list[QComboBox]:
        """The combo boxes from top to bottom."""
        found = [self.cellWidget(row, FIELD) for row in range(self.rowCount())]
        return [box for box in found if isinstance(box, QComboBox)]

    def _fill_boxes(self, kind: LedgerKind, titles: Sequence[str]) -> None:
        self.setRowCount(0)
        self.setRowCount(len(self._columns))
        for row, place in enumerate(self._columns):
            box = ChoiceBox(tr("“{title}”导入为", title=titles[place] or str(place + 1)))
            box.addItem(tr("不导入这一列"), "")
            for field in fields_of(kind):
                box.addItem(field.caption, field.key)
            box.activated.connect(partial(self._chosen, place, box))
            self.setCellWidget(row, FIELD, box)

    def _chosen(self, place: int, box: QComboBox, _index: int) -> None:
        self.field_chosen.emit(place, str(box.currentData()))

    def _show_row(self, row: int, place: int, sheet: SheetSummary, found: Headings, *, state: str) -> None:
        field = found.header.fields[place]
        box = self.cellWidget(row, FIELD)
        assert isinstance(box, QComboBox)
        box.setCurrentIndex(max(box.findData(field or ""), 0))
        below = [cells for number, cells in sheet.head if number > found.header.last][:SAMPLES]
        samples = [shown_cell(" ".join(cells[place].split()), field) for cells in below if place < len(cells)]
        title = found.header.titles[place] or tr("第 {number} 列", number=place + 1)
        for column, text in ((TITLE, title), (STATE, state), (SAMPLE, " ｜ ".join(text for text in samples if text))):
            item = QTableWidgetItem(text)
            item.setToolTip(text if column != SAMPLE else "")
            if not field:
                item.setBackground(QBrush(colour("warn_soft", self.palette())))
                item.setForeground(QBrush(colour("warn", self.palette())))
            elif column in (STATE, SAMPLE):
                item.setForeground(QBrush(colour("muted", self.palette())))
            self.setItem(row, column, item)


def _state(title: str, place: int, found: Headings, *, by_hand: bool, is_double: bool) -> str:
    if is_double and title:
        return tr("同名列")
    field = found.header.fields[place]
    if field and by_hand:
        return tr("按您的选择")
    if plain_title(title) in found.kept:
        return tr("沿用上次")
    if field:
        return tr("已认出")
    return tr("不导入") if by_hand else tr("没有认出")
