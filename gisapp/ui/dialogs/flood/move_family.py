"""Send one family to another safe site: the sites with the way there and the room left, the shortest way first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QDialog, QHeaderView, QTableWidget, QTableWidgetItem, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.change import Change
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.safe_sites.move_family import MovedFamily, SiteChoice, move_family, site_choices
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk


class MoveFamilyDialog(QDialog):
    """Not modal; ``run`` None = the latest. ``title`` names the family, ``people`` are how many go with it."""

    def __init__(self, desk: WorkDesk, run: int | None, household: int, *, title: str, people: int) -> None:
        super().__init__(desk.window)
        self._desk, self._run, self._household, self._people = desk, run, household, people
        self._choices: Sequence[SiteChoice] = ()
        self.setWindowTitle(tr("改去处：{family}", family=title))
        self.sites = _table()
        self.sites.itemSelectionChanged.connect(self._tell_room)
        self.sites.itemActivated.connect(lambda _item: self.move_there())
        self.summary = pieces.label(tr("正在算到各避险点的路程…"), "note")
        self.start = pieces.button(tr("改到这里"), self.move_there, role="main", icon="done")
        self.start.setEnabled(False)
        column = QVBoxLayout(self)
        column.addWidget(pieces.label(tr("{family}，{people} 人", family=title, people=people), "title"))
        column.addWidget(self.sites, 1)
        column.addWidget(self.summary)
        column.addLayout(pieces.foot(self.reject, self.start, note=tr("再分配时这一户不变；可以撤销")))
        self.resize(640, 420)
        desk.county.tasks.read(lambda connection: site_choices(connection, run, household), self._show, failed=self._failed)

    @property
    def chosen(self) -> SiteChoice | None:
        """The site that is chosen."""
        at = self.sites.currentRow()
        return self._choices[at] if 0 <= at < len(self._choices) and self.sites.selectedItems() else None

    def move_there(self) -> None:
        """Write it; the lists and cards follow."""
        choice = self.chosen
        if choice is None or not self.start.isEnabled():
            return
        self.start.setEnabled(False)
        run, household, site, who = self._run, self._household, int(choice.load.id), self._desk.county.who
        self._desk.county.tasks.write(
            tr("改去处"),
            lambda db, _control: move_family(db, run, household, site, who=who),
            self._done,
            failed=self._failed,
        )

    def _show(self, choices: Sequence[SiteChoice]) -> None:
        if not isValid(self):
            return
        self._choices = choices
        self.sites.setRowCount(len(choices))
        for row, choice in enumerate(choices):
            load = choice.load
            unit = load.site.unit if load.site else ""
            cells = (load.name, unit, f"{choice.metres:,.0f}", choice.basis.caption, f"{load.free:,}")
            for column, text in enumerate(cells):
                item = QTableWidgetItem(text)
                if column in (2, 4):
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.sites.setItem(row, column, item)
        self.sites.setFocus()
        if choices:
            self.sites.selectRow(0)
        else:
            self.summary.setText(tr("没有可以去的避险点。"))

    def _tell_room(self) -> None:
        choice = self.chosen
        self.start.setEnabled(choice is not None)
        if choice is None:
            return
        free = choice.load.free - (0 if choice.goes_there else self._people)
        values = {"capacity": f"{choice.load.capacity:,}", "people": f"{choice.load.capacity - free:,}", "count": f"{abs(free):,}"}
        if free < 0:
            told = tr("会超员：容量 {capacity} 人，加上这一户 {people} 人，超 {count} 人。", **values)
        else:
            told = tr("放得下：容量 {capacity} 人，加上这一户 {people} 人，还空 {count} 个位置。", **values)
        self.summary.setText(told)
        self._paint("warning" if free < 0 else "note")

    def _failed(self, error: GisappError) -> None:
        if isValid(self):
            self.summary.setText(str(error))
            self._paint("warning")

    def _paint(self, role: str) -> None:
        self.summary.setProperty("role", role)
        pieces.restyle(self.summary)

    def _done(self, answer: tuple[MovedFamily, Change]) -> None:
        _moved, change = answer
        self._desk.tell(change)
        if isValid(self):
            self.accept()


def _table() -> QTableWidget:
    table = QTableWidget(0, 5)
    table.setHorizontalHeaderLabels([tr("避险点"), tr("村/社区"), tr("路程（米）"), tr("怎样算的"), tr("空位")])
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    table.setAccessibleName(tr("可以去的避险点"))
    table.setToolTip(tr("路最短的在前；双击或回车就改到这里"))
    return table
