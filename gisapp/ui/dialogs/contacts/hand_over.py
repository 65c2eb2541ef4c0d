"""Hand a leaving contact's slots over: some to one, some to another; what goes to nobody stays and is counted."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from gisapp.domain.cards import ContactLine, HouseholdRow
from gisapp.domain.caseload import ContactChoice
from gisapp.domain.change import Change
from gisapp.domain.hand_over import HandOver, HeldPost, HeldSlot, Share
from gisapp.domain.lines import Role
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.hand_over import hand_over, preview_hand_over
from gisapp.services.contacts.list_contacts import with_loads
from gisapp.services.contacts.report_caseload import read_limits
from gisapp.storage.contacts import contact_book, contacts, holdings
from gisapp.storage.families import households
from gisapp.ui import pieces
from gisapp.ui.panels.contact_picker import ContactPicker, Find
from gisapp.ui.tables.rows import Column, RowModel
from gisapp.ui.work.desk import WorkDesk

GRIDS = -1
"""The key under which the grids as a whole are given to a successor."""
MOST_REASONS = 300
MOST_OFFERED = 200
MOST_LOADS = 4


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A slot that the leaving contact holds, its family, and who is to take it over ("" = nobody yet)."""

    held: HeldSlot
    family: HouseholdRow
    successor: str


@dataclass(frozen=True, slots=True)
class Holding:
    """All that the leaving contact holds."""

    line: contact_book.BookLine
    slots: tuple[tuple[HeldSlot, HouseholdRow], ...]
    posts: tuple[HeldPost, ...]


class HandOverDialog(QDialog):
    """Not modal. First who leaves (when not said), then which lines go to whom."""

    def __init__(self, desk: WorkDesk, leaving: int | None) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._holding: Holding | None = None
        self._to: dict[int, ContactLine] = {}
        self._plan: HandOver | None = None
        self.setWindowTitle(tr("交接"))
        self.resize(880, 600)
        self.model = RowModel()
        self.table = QTableView()
        self.filter = QLineEdit()
        self.leavers = ContactPicker(desk.county, _any_contact)
        self.successors = ContactPicker(desk.county, _nobody)
        self.give_button = pieces.button(tr("选中的交给这位"), self.give, icon="forward", tip=tr("没有选中时，表中全部交给这位"))
        self.grids_button = pieces.button(tr("网格交给这位"), self.give_grids, icon="grid")
        self.day_field = QDateEdit(QDate.currentDate())
        self.reason = QLineEdit()
        self.title = pieces.label(tr("谁要离开？"), "title")
        self.summary = pieces.label("", "step")
        self.reasons = QPlainTextEdit()
        self.write_button = pieces.button(tr("交接"), self.write, role="main", icon="done")
        self._stack = QStackedWidget()
        self._arrange()
        self._connect()
        if leaving is not None:
            self._load(leaving)

    @property
    def day(self) -> date:
        """From which day on."""
        chosen = self.day_field.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def give(self) -> None:
        """The chosen lines (all in sight when none is chosen) go to the chosen successor."""
        successor = self.successors.current
        if successor is None:
            self.summary.setText(tr("请先在右边选一位接任的联系人。"))
            return
        chosen = [self.model.shown[index.row()] for index in self.table.selectionModel().selectedRows()] or list(self.model.shown)
        self._to |= {row.held.id: successor for row in chosen}
        self._show_rows()
        self._preview()

    def give_grids(self) -> None:
        """The officer's grids go to the chosen successor."""
        successor = self.successors.current
        if successor is not None:
            self._to[GRIDS] = successor
            self._preview()

    def write(self) -> None:
        """Write what is previewed."""
        plan, holding, why = self._plan, self._holding, self.reason.text().strip()
        if plan is None or holding is None:
            return
        if not why:
            self.summary.setText(tr("请写明交接原因，例如：调离、退休。"))
            self.reason.setFocus()
            return
        leaving, shares, day, desk, who = int(holding.line.contact.id), self._shares(), self.day, self._desk, self._desk.county.who
        desk.county.tasks.write(
            tr("交接"),
            lambda db, _control: hand_over(db, leaving, shares, who=who, why=why, day=day),
            lambda done: _announce(desk, *done),
        )
        self.close()

    def _load(self, contact: int) -> None:
        self._desk.county.tasks.read(lambda connection: _holding(connection, contact), self._show_holding, key="holding")

    def _show_holding(self, holding: Holding | None) -> None:
        if holding is None:
            return
        self._holding, self._to = holding, {}
        line = holding.line
        values = {"name": line.contact.name, "unit": line.contact.unit, "slots": len(holding.slots), "grids": len(holding.posts)}
        self.title.setText(tr("{name}（{unit}）：{slots} 个岗位，{grids} 个网格要交接", **values))
        self.grids_button.setVisible(bool(holding.posts))
        self.successors.find_with(_fellow(line.role, int(line.contact.id), line.contact.unit))
        self._stack.setCurrentIndex(1)
        self._show_rows()
        self._preview()
        self.successors.search.setFocus()

    def _show_rows(self) -> None:
        slots = self._holding.slots if self._holding else ()
        self.model.show(_columns(), [HeldRow(held, family, self._name_of(held.id)) for held, family in slots])
        character = self.table.fontMetrics().horizontalAdvance("一")
        for place, column in enumerate(self.model.columns):
            self.table.setColumnWidth(place, round(column.width * character) + 18)

    def _name_of(self, key: int) -> str:
        found = self._to.get(key)
        return found.name if found else ""

    def _shares(self) -> list[Share]:
        """One share for each successor and slot, so that every line goes where it was sent."""
        grouped: dict[tuple[int, str], list[HeldSlot]] = {}
        for held, _ in self._holding.slots if self._holding else ():
            if held.id in self._to:
                grouped.setdefault((int(self._to[held.id].id), held.slot.code), []).append(held)
        shares = [Share(to, tuple(dict.fromkeys(one.household for one in some)), (some[0].slot,)) for (to, _), some in grouped.items()]
        if GRIDS in self._to:
            shares.append(Share(int(self._to[GRIDS].id), (), grids=None))
        return shares

    def _preview(self) -> None:
        holding, shares, day = self._holding, self._shares(), self.day
        self._plan = None
        self.write_button.setEnabled(False)
        self.reasons.hide()
        if holding is None or not shares:
            self.summary.setText(tr("先选户，再选接任的联系人；可以分给几位。"))
            return
        leaving = int(holding.line.contact.id)
        self._desk.county.tasks.read(
            lambda connection: preview_hand_over(connection, leaving, shares, day=day), self._show_plan, key="plan", failed=self._failed
        )

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _show_plan(self, plan: HandOver) -> None:
        self._plan = plan
        values = {"slots": len(plan.slots), "grids": len(plan.posts), "refused": len(plan.refused), "stays": len(plan.stays)}
        told = [tr("将交接 {slots} 个岗位、{grids} 个网格；{refused} 个不能交接，{stays} 个还没有人接。", **values)]
        told += [tr("交接后{name}共 {load}。", name=one.contact.name, load=one.told) for one in plan.after[:MOST_LOADS]]
        self.summary.setText("\n".join(told))
        names = {held.household: family.head for held, family in (self._holding.slots if self._holding else ())}
        reasons = [tr("{family}：{reason}", family=names.get(one.household or 0, "—"), reason=one.reason) for one in plan.refused]
        self.reasons.setPlainText("\n".join(reasons[:MOST_REASONS]))
        self.reasons.setVisible(bool(reasons))
        self.write_button.setEnabled(bool(plan.slots or plan.posts))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _connect(self) -> None:
        self.leavers.taken.connect(lambda contact: self._load(int(contact.id)))
        self.leavers.list.itemClicked.connect(lambda _item: self._load_current())
        self.successors.taken.connect(lambda _contact: self.give())
        self.filter.textChanged.connect(self.model.narrow)
        self.day_field.dateChanged.connect(lambda _day: self._preview())

    def _load_current(self) -> None:
        if self.leavers.current is not None:
            self._load(int(self.leavers.current.id))

    def _arrange(self) -> None:
        self._set_up_fields()
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.title)
        self._stack.addWidget(self.leavers)
        self._stack.addWidget(self._second_page())
        column.addWidget(self._stack, 1)

    def _second_page(self) -> QWidget:
        left = QVBoxLayout()
        left.addWidget(self.filter)
        left.addWidget(self.table, 1)
        right = QVBoxLayout()
        right.addWidget(pieces.label(tr("接任的联系人"), "section"))
        right.addWidget(self.successors, 1)
        right.addWidget(self.give_button)
        right.addWidget(self.grids_button)
        middle = QHBoxLayout()
        middle.addLayout(left, 3)
        middle.addLayout(right, 2)
        when = QHBoxLayout()
        when.addWidget(pieces.label(tr("交接日期"), "caption", wraps=False))
        when.addWidget(self.day_field)
        when.addWidget(pieces.label(tr("原因"), "caption", wraps=False))
        when.addWidget(self.reason, 1)
        foot = pieces.foot(self.reject, self.write_button)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(middle, 1)
        column.addLayout(when)
        for widget in (self.summary, self.reasons):
            column.addWidget(widget)
        column.addLayout(foot)
        return page

    def _set_up_fields(self) -> None:
        self.table.setModel(self.model)
        self.table.setAccessibleName(tr("要交接的岗位"))
        self.table.setSortingEnabled(True)
        self.table.setShowGrid(False)
        self.table.setAlternatingRowColors(True)
        self.table.setWordWrap(False)
        self.table.setTabKeyNavigation(False)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(25)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.filter.setPlaceholderText(tr("筛选：楼栋、村名、户主"))
        self.filter.setAccessibleName(tr("筛选本表"))
        pieces.clearable(self.filter)
        self.day_field.setDisplayFormat("yyyy-MM-dd")
        self.day_field.setCalendarPopup(True)
        self.day_field.setAccessibleName(tr("交接日期"))
        self.reason.setPlaceholderText(tr("例如：调离、退休、换届"))
        self.reason.setAccessibleName(tr("原因"))
        self.reasons.setReadOnly(True)
        self.reasons.setMaximumHeight(90)
        self.reasons.setAccessibleName(tr("不能交接的户与原因"))
        self.reasons.hide()
        self.grids_button.hide()
        self.write_button.setEnabled(False)


def _columns() -> tuple[Column, ...]:
    return (
        Column(tr("户主"), lambda row: row.family.head, 5),
        Column(tr("交给"), lambda row: row.successor or "—", 6),
        Column(tr("岗位"), lambda row: row.held.slot.caption, 9),
        Column(tr("现住房"), lambda row: row.family.number, 14),
        Column(tr("搬迁自"), lambda row: row.family.origin, 7),
    )


def _holding(connection: sqlite3.Connection, contact: int) -> Holding | None:
    line = contact_book.line(connection, contact)
    if line is None:
        return None
    today = date.today().isoformat()
    held = holdings.slots_of(connection, contact, today)
    families = {int(row.id): row for row in households.rows(connection, list({one.household for one in held}))}
    order = {family: place for place, family in enumerate(families)}
    rows = sorted(((one, families[one.household]) for one in held), key=lambda pair: order[pair[0].household])
    return Holding(line, tuple(rows), tuple(holdings.posts_of(connection, contact, today)))


def _any_contact(connection: sqlite3.Connection, text: str) -> list[ContactChoice]:
    limits = read_limits(connection)
    found = [line for line in contact_book.lines(connection, text=text) if line.families or line.grids or line.is_active]
    return [
        ContactChoice(one.contact, one.families, limits.of(one.role) if one.most_families is None else one.most_families)
        for one in found[:MOST_OFFERED]
    ]


def _nobody(_connection: sqlite3.Connection, _text: str) -> list[ContactChoice]:
    return []


def _fellow(role: Role, leaving: int, unit: str) -> Find:
    """Active contacts of the same role, those of the same unit first."""

    def find(connection: sqlite3.Connection, text: str) -> list[ContactChoice]:
        found: Sequence[ContactLine] = contacts.choices(connection, role.value, text=text, limit=1_000)
        return with_loads(connection, sorted((one for one in found if one.id != leaving), key=lambda one: one.unit != unit)[:MOST_OFFERED])

    return find


def _announce(desk: WorkDesk, plan: HandOver, change: Change | None) -> None:
    desk.tell(change, nothing=tr("没有可以交接的岗位。"))
    if change is not None and (plan.refused or plan.stays):
        values = {"refused": len(plan.refused), "stays": len(plan.stays), "name": plan.leaving.name}
        desk.county.signals.message.emit("info", tr("{refused} 个岗位不能交接，{stays} 个仍由{name}担任。", **values))
