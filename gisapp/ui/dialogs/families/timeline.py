"""The whole timeline of a family: what both lines wrote and everything dated that happened to it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QDialog, QHBoxLayout, QLineEdit, QTableView, QVBoxLayout

from gisapp.language import tr
from gisapp.services.families.family_timeline import TimelineLine, family_timeline, is_care
from gisapp.ui import pieces
from gisapp.ui.tables.care_rows import wider
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.work.desk import WorkDesk

ROW_PX = 25


class TimelineDialog(QDialog):
    """Not modal; narrowed to what was written, or to what happened, and by words."""

    def __init__(self, desk: WorkDesk, family: int, title: str) -> None:
        super().__init__(desk.window)
        self._lines: tuple[TimelineLine, ...] = ()
        self.setWindowTitle(tr("往来与变动：{title}", title=title))
        self.resize(820, 520)
        self.model = RowModel()
        self.view = QTableView()
        self.filter = QLineEdit()
        self.group = QButtonGroup(self)
        self._arrange()
        self.group.idClicked.connect(lambda _number: self._narrow())
        self.filter.textChanged.connect(self.model.narrow)
        desk.county.tasks.read(lambda connection: family_timeline(connection, family), self._show)

    def _show(self, lines: tuple[TimelineLine, ...]) -> None:
        self._lines = lines
        self._narrow()
        self.view.setFocus()

    def _narrow(self) -> None:
        wanted = {1: is_care, 2: lambda line: not is_care(line)}.get(self.group.checkedId(), lambda _line: True)
        self.model.show(columns(), [line for line in self._lines if wanted(line)])
        width = self.view.fontMetrics().horizontalAdvance("一")
        for place, column in enumerate(columns()):
            self.view.setColumnWidth(place, round(column.width * width * wider()) + 14)

    def _arrange(self) -> None:
        self.view.setModel(self.model)
        self.view.setAccessibleName(tr("往来与变动"))
        self.view.setAlternatingRowColors(True)
        self.view.setShowGrid(False)
        self.view.setTabKeyNavigation(False)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.view.horizontalHeader().setStretchLastSection(True)
        head = QHBoxLayout()
        for number, text in enumerate((tr("全部"), tr("往来记录"), tr("变动"))):
            button = pieces.PushButton(text)
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.setProperty("role", "workspace")
            button.setChecked(number == 0)
            self.group.addButton(button, number)
            head.addWidget(button)
        head.addStretch(1)
        self.filter.setPlaceholderText(tr("筛选本表"))
        self.filter.setAccessibleName(tr("筛选本表"))
        self.filter.setMaximumWidth(170)
        head.addWidget(self.filter)
        column = QVBoxLayout(self)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        foot = pieces.foot(self.reject)
        column.addLayout(foot)
        self.setTabOrder(self.filter, self.view)
        self.view.setFocusPolicy(Qt.FocusPolicy.StrongFocus)


def columns() -> tuple[Column, ...]:
    """The columns of a timeline."""
    return (
        Column(tr("日期"), lambda line: line.on_date, 7.5),
        Column(tr("线"), lambda line: line.line.caption if line.line else "", 4.5),
        Column(tr("事项"), lambda line: line.title, 9, tint=lambda line: "danger" if line.care and line.care.days_overdue else ""),
        Column(tr("内容"), lambda line: line.text, 26),
        Column(tr("谁记的"), lambda line: line.who, 6),
    )
