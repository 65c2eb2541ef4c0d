"""Choose a contact for a slot of one family or of many: preview with every refusal and its reason, then assign or propose."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QDate, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from gisapp.domain.cards import HouseholdRow
from gisapp.domain.caseload import ContactChoice
from gisapp.domain.change import Change
from gisapp.domain.lines import SLOTS, Slot
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.assign_contact import Assignment, assign_contact, preview_assignment
from gisapp.services.contacts.describe_assignment import describe_assignment
from gisapp.services.contacts.list_contacts import list_contacts
from gisapp.services.contacts.propose_contact import propose_contact
from gisapp.services.families.choose_families import without_holder
from gisapp.services.families.read_family_list import FamilyList, UnknownWord, read_family_list
from gisapp.storage.families import households
from gisapp.ui import pieces
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.contact_lines import ContactLines
from gisapp.ui.signals import Signals

WAIT_MS = 120
MOST_REASONS = 500
PASTE_PX, TOLD_PX = 84, 92


@dataclass(frozen=True, slots=True)
class Preview:
    """What an assignment would do: who gets the contact, whom it refuses and why, and the words of a list that name nobody."""

    plan: Assignment
    kept: int
    """Families left out because they have a holder who is to stay."""
    gets: tuple[str, ...]
    refused: tuple[str, ...]
    unknown: tuple[UnknownWord, ...] = ()


class AssignDialog(QDialog):
    """Not modal: the map, table and card stay usable beside it. Without families it offers room to paste a list into."""

    def __init__(
        self, county: OpenCounty, families: Sequence[int], slot: Slot | None, parent: QWidget | None = None, *, fills_gaps: bool = False
    ) -> None:
        super().__init__(parent)
        self._county = county
        self._families: tuple[int, ...] = tuple(families)
        self._unknown: tuple[UnknownWord, ...] = ()
        self._preview: Preview | None = None
        self._suggests = len(self._families) == 1
        """Whoever fits one family best is chosen when the dialog opens: agreeing is one press. After that the person chooses."""
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(580, 620)
        self.slot_box = QComboBox()
        self.from_date = QDateEdit(QDate.currentDate())
        self.only_empty = QCheckBox(tr("只补缺这个岗的户，不换下现有的联系人"))
        self.only_empty.setChecked(fills_gaps)
        self.paste = QPlainTextEdit()
        self.search = QLineEdit()
        self.contacts = ContactLines()
        self.summary = pieces.label(tr("请选择一位联系人。"), "step")
        self.gets, self.reasons = QPlainTextEdit(), QPlainTextEdit()
        self.assign_button = pieces.button(tr("分配"), self.assign, role="main", icon="done")
        self.propose_button = pieces.button(tr("向对方提议"), self.propose, tip=tr("不立刻生效，等对方那条线确认"))
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._paste_timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._arrange()
        self._connect()
        self._show_count()
        self.slot_box.setCurrentIndex(SLOTS.index(slot) if slot else 0)
        self._list_contacts()

    @property
    def slot(self) -> Slot:
        """The slot to be filled."""
        return SLOTS[self.slot_box.currentIndex()]

    @property
    def day(self) -> date:
        """From which day on."""
        chosen = self.from_date.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def assign(self) -> None:
        """Write the assignment that is previewed."""
        plan = self._plan()
        if plan is None:
            return
        who, meant, signals, day = self._county.who, self._meant(), self._county.signals, self.day
        self._county.tasks.write(
            tr("分配联系人"),
            lambda db, _control: assign_contact(db, meant(db.conn), plan.slot, plan.contact.id, who=who, from_date=day),
            lambda result: _announce(signals, *result),
        )
        self.close()

    def propose(self) -> None:
        """Let the slot's own line decide: what is previewed waits for its word."""
        plan = self._plan()
        if plan is None:
            return
        who, meant, signals, day = self._county.who, self._meant(), self._county.signals, self.day
        self._county.tasks.write(
            tr("提议联系人"),
            lambda db, _control: propose_contact(db, meant(db.conn), plan.slot, plan.contact.id, who=who, from_date=day),
            lambda result: _announce(signals, *result),
        )
        self.close()

    def _meant(self) -> Callable[[sqlite3.Connection], Sequence[int]]:
        """The families as they are when it is read: all, or those whose slot nobody holds."""
        families, slot = self._families, self.slot
        if not self.only_empty.isChecked():
            return lambda _connection: families
        return lambda connection: without_holder(connection, families, slot)

    def _plan(self) -> Assignment | None:
        plan = self._preview.plan if self._preview else None
        return plan if plan is not None and plan.accepted else None

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _list_contacts(self) -> None:
        text, slot, families = self.search.text(), self.slot, self._families
        self._county.tasks.read(
            lambda connection: list_contacts(connection, families, slot, text=text), self._show_contacts, key="contacts"
        )

    def _show_contacts(self, found: list[ContactChoice]) -> None:
        self._forget_preview()
        self.contacts.show_choices(found)
        if found and self._suggests:
            self._suggests = False
            self.contacts.setCurrentRow(0)
        if not found:
            self.summary.setText(tr("没有符合的联系人。请换个词，或先登记联系人。"))

    def _read_paste(self) -> None:
        """What was pasted names the families; the chosen contact stays chosen."""
        text = self.paste.toPlainText()
        self._county.tasks.read(lambda connection: read_family_list(connection, text), self._take_list, key="pasted")

    def _take_list(self, found: FamilyList) -> None:
        self._families, self._unknown = found.families, found.unknown
        self._show_count()
        if self.contacts.currentRow() >= 0:
            self._chosen()
        else:
            self._list_contacts()

    def _show_count(self) -> None:
        self.setWindowTitle(tr("分配联系人：{count} 户", count=f"{len(self._families):,}"))

    def _chosen(self) -> None:
        choice = self.contacts.current
        if choice is None:
            return
        contact, slot, unknown, day = int(choice.contact.id), self.slot, self._unknown, self.day
        meant, every = self._meant(), len(self._families)

        def preview(connection: sqlite3.Connection) -> Preview:
            families = meant(connection)
            plan = preview_assignment(connection, families, slot, contact, from_date=day)
            rows = households.rows(connection, [one.household for one in plan.refused[:MOST_REASONS]])
            gets = describe_assignment(connection, plan, limit=MOST_REASONS)
            return Preview(plan, every - len(families), _cut(gets, len(plan.accepted)), _reasons(plan, rows, unknown), unknown)

        self._county.tasks.read(preview, self._show_preview, key="preview", failed=self._failed)

    def _enter(self) -> None:
        """Enter in the search field: choose the first contact, or assign the one chosen."""
        if self.contacts.currentRow() < 0:
            self.contacts.setCurrentRow(0)
        else:
            self.assign()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self.search.hasFocus():
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.contacts.setCurrentRow(min(max(self.contacts.currentRow() + step, 0), self.contacts.count() - 1))
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)

    def _show_preview(self, preview: Preview) -> None:
        self._preview = preview
        plan = preview.plan
        refused = len(plan.refused) + len(preview.unknown)
        values = {"accepted": f"{len(plan.accepted):,}", "refused": f"{refused:,}", "name": plan.contact.name}
        if refused:
            self.summary.setText(tr("将给 {accepted} 户分配{name}；{refused} 户不能分配，原因见下。", **values))
        elif self.day == date.today():
            self.summary.setText(tr("将给 {accepted} 户分配{name}，自今天起。", accepted=values["accepted"], name=values["name"]))
        else:
            told = tr("将给 {accepted} 户分配{name}，自 {day} 起。", accepted=values["accepted"], name=values["name"], day=plan.from_date)
            self.summary.setText(told)
        more = [tr("另有 {count} 户已有这个岗的联系人，不换。", count=f"{preview.kept:,}")] if preview.kept else []
        more += [tr("其中 {count} 户换下现有的联系人。", count=f"{plan.replaced:,}")] if plan.replaced else []
        more += [tr("分配后{name}共 {load}。", name=plan.contact.name, load=plan.after.told)] if plan.accepted else []
        self.summary.setText("\n".join((self.summary.text(), *more)))
        self.gets.setPlainText("\n".join(preview.gets))
        self.gets.setVisible(bool(preview.gets))
        self.reasons.setPlainText("\n".join(preview.refused))
        self.reasons.setVisible(bool(preview.refused))
        self.assign_button.setText(tr("分配 {count} 户", count=values["accepted"]))
        self.assign_button.setEnabled(bool(plan.accepted))
        self.propose_button.setEnabled(bool(plan.accepted))

    def _forget_preview(self) -> None:
        self._preview = None
        self.assign_button.setEnabled(False)
        self.propose_button.setEnabled(False)
        self.assign_button.setText(tr("分配"))
        self.reasons.hide()
        self.gets.hide()
        self.summary.setText(tr("请选择一位联系人。"))

    def _connect(self) -> None:
        self._timer.timeout.connect(self._list_contacts)
        self._paste_timer.timeout.connect(self._read_paste)
        self.slot_box.currentIndexChanged.connect(lambda _place: self._list_contacts())
        self.from_date.dateChanged.connect(lambda _day: self._chosen())
        self.only_empty.toggled.connect(lambda _on: self._chosen())
        self.paste.textChanged.connect(self._paste_timer.start)
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.contacts.currentRowChanged.connect(lambda _row: self._chosen())
        self.search.returnPressed.connect(self._enter)
        self.contacts.itemActivated.connect(lambda _item: self.assign())

    def _arrange(self) -> None:
        self._name_fields()
        self.assign_button.setEnabled(False)
        self.propose_button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(pieces.label(tr("岗位"), "caption", wraps=False))
        head.addWidget(self.slot_box, 1)
        head.addWidget(pieces.label(tr("自"), "caption", wraps=False))
        head.addWidget(self.from_date)
        column.addLayout(head)
        column.addWidget(self.only_empty)
        column.addWidget(self.paste)
        column.addWidget(self.search)
        column.addWidget(self.contacts, 1)
        column.addWidget(self.summary)
        column.addWidget(self.gets)
        column.addWidget(self.reasons)
        self._list_button = pieces.button(tr("粘贴名单…"), self._open_list, role="link", tip=tr("用一份户编号名单代替现在选中的户"))
        foot = pieces.foot(self.reject, self.propose_button, self.assign_button, left=(self._list_button,))
        column.addLayout(foot)
        self.paste.setVisible(not self._families)
        self._list_button.setVisible(bool(self._families))
        (self.search if self._families else self.paste).setFocus()

    def _open_list(self) -> None:
        self.paste.show()
        self.paste.setFocus()
        self._list_button.hide()

    def _name_fields(self) -> None:
        for slot in SLOTS:
            self.slot_box.addItem(slot.caption)
        self.slot_box.setAccessibleName(tr("岗位"))
        self.from_date.setDisplayFormat("yyyy-MM-dd")
        self.from_date.setCalendarPopup(True)
        self.from_date.setAccessibleName(tr("从哪天起"))
        self.paste.setPlaceholderText(tr("把户编号粘贴到这里；换行、空格、逗号、顿号分开都可以"))
        self.paste.setAccessibleName(tr("户编号名单"))
        self.paste.setMaximumHeight(PASTE_PX)
        self.paste.setTabChangesFocus(True)
        self.search.setPlaceholderText(tr("按姓名或拼音首字母查找；本村、本社区的排在前面"))
        self.search.setAccessibleName(tr("查找联系人"))
        for told, name in ((self.gets, tr("谁会得到这位联系人")), (self.reasons, tr("不能分配的户与原因"))):
            told.setReadOnly(True)
            told.setMaximumHeight(TOLD_PX)
            told.setTabChangesFocus(True)
            told.setAccessibleName(name)
            told.hide()


def _announce(signals: Signals, plan: Assignment, change: Change | None) -> None:
    """Tell the window what was written; the dialog is gone by then."""
    if change is None:
        reasons = tr("；").join(dict.fromkeys(one.reason for one in plan.refused[:MOST_REASONS]))
        signals.message.emit("error", tr("没有一户可以分配给{name}：{reasons}", name=plan.contact.name, reasons=reasons))
        return
    signals.tell_change(change)


def _reasons(plan: Assignment, rows: Sequence[HouseholdRow], unknown: Sequence[UnknownWord]) -> tuple[str, ...]:
    """``head (code): reason`` of each refused family, and of each word that names none."""
    names = {int(row.id): tr("{head}（{code}）", head=row.head, code=row.code) for row in rows}
    found = [tr("{family}：{reason}", family=one.word, reason=one.reason) for one in unknown[:MOST_REASONS]]
    found += [
        tr("{family}：{reason}", family=names.get(one.household, str(one.household)), reason=one.reason)
        for one in plan.refused[: MOST_REASONS - len(found)]
    ]
    return _cut(found, len(plan.refused) + len(unknown))


def _cut(lines: Sequence[str], count: int) -> tuple[str, ...]:
    """The lines, and how many of ``count`` are not among them."""
    surplus = count - len(lines)
    return (*lines, tr("另有 {count} 户。", count=f"{surplus:,}")) if surplus > 0 else tuple(lines)
