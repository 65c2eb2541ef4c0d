"""Choose a contact for a slot of one family or of many: preview with every refusal and its reason, then assign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QPlainTextEdit, QVBoxLayout, QWidget

from gisapp.domain.cards import ContactLine
from gisapp.domain.change import Change
from gisapp.domain.lines import SLOTS, Slot
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.assign_contact import Assignment, assign_contact, preview_assignment
from gisapp.services.list_contacts import list_contacts
from gisapp.storage import households
from gisapp.ui import pieces
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.signals import Signals

WAIT_MS = 120
MOST_REASONS = 500


@dataclass(frozen=True, slots=True)
class Preview:
    """What an assignment would do, with the names of the families it refuses."""

    plan: Assignment
    refused: tuple[str, ...]


class AssignDialog(QDialog):
    """Not modal: the map, table and card stay usable beside it."""

    def __init__(self, county: OpenCounty, families: Sequence[int], slot: Slot | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._county = county
        self._families = tuple(families)
        self._preview: Preview | None = None
        self.setWindowTitle(tr("分配联系人：{count} 户", count=f"{len(self._families):,}"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(560, 520)
        self.slot_box = QComboBox()
        self.search = QLineEdit()
        self.contacts = QListWidget()
        self.summary = pieces.label(tr("请选择一位联系人。"), "step")
        self.reasons = QPlainTextEdit()
        self.assign_button = pieces.button(tr("分配"), self.assign, role="main", icon="done")
        self._timer = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._arrange()
        self._connect()
        self.slot_box.setCurrentIndex(SLOTS.index(slot) if slot else 0)
        self._list_contacts()

    @property
    def slot(self) -> Slot:
        """The slot to be filled."""
        return SLOTS[self.slot_box.currentIndex()]

    def assign(self) -> None:
        """Write the assignment that is previewed."""
        preview = self._preview
        if preview is None or not preview.plan.accepted:
            return
        plan, who, families, signals = preview.plan, self._county.who, self._families, self._county.signals
        self._county.tasks.write(
            tr("分配联系人"),
            lambda db, _control: assign_contact(db, families, plan.slot, plan.contact.id, who=who),
            lambda result: _announce(signals, *result),
        )
        self.close()

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _list_contacts(self) -> None:
        text, slot, families = self.search.text(), self.slot, self._families
        self._county.tasks.read(
            lambda connection: list_contacts(connection, families, slot, text=text), self._show_contacts, key="contacts"
        )

    def _show_contacts(self, found: list[ContactLine]) -> None:
        self._forget_preview()
        self.contacts.clear()
        for contact in found:
            item = QListWidgetItem(tr("{name}　{unit}　{phone}", name=contact.name, unit=contact.unit, phone=contact.phone_masked))
            item.setData(Qt.ItemDataRole.UserRole, int(contact.id))
            self.contacts.addItem(item)
        if not found:
            self.summary.setText(tr("没有符合的联系人。请换个词，或先登记联系人。"))

    def _chosen(self) -> None:
        if self.contacts.currentRow() < 0:
            return
        item = self.contacts.item(self.contacts.currentRow())
        contact, slot, families = int(item.data(Qt.ItemDataRole.UserRole)), self.slot, self._families

        def preview(connection) -> Preview:  # type: ignore[no-untyped-def]
            plan = preview_assignment(connection, families, slot, contact)
            return Preview(plan, _reasons(plan, households.rows(connection, [one.household for one in plan.refused[:MOST_REASONS]])))

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
        values = {"accepted": f"{len(plan.accepted):,}", "refused": f"{len(plan.refused):,}", "name": plan.contact.name}
        if plan.refused:
            self.summary.setText(tr("将给 {accepted} 户分配{name}；{refused} 户不能分配，原因见下。", **values))
        else:
            self.summary.setText(tr("将给 {accepted} 户分配{name}，自今天起。", accepted=values["accepted"], name=values["name"]))
        self.reasons.setPlainText("\n".join(preview.refused))
        self.reasons.setVisible(bool(preview.refused))
        self.assign_button.setText(tr("分配 {count} 户", count=values["accepted"]))
        self.assign_button.setEnabled(bool(plan.accepted))

    def _forget_preview(self) -> None:
        self._preview = None
        self.assign_button.setEnabled(False)
        self.assign_button.setText(tr("分配"))
        self.reasons.hide()
        self.summary.setText(tr("请选择一位联系人。"))

    def _connect(self) -> None:
        self._timer.timeout.connect(self._list_contacts)
        self.slot_box.currentIndexChanged.connect(lambda _place: self._list_contacts())
        self.search.textChanged.connect(lambda _text: self._timer.start())
        self.contacts.currentRowChanged.connect(lambda _row: self._chosen())
        self.search.returnPressed.connect(self._enter)
        self.contacts.itemActivated.connect(lambda _item: self.assign())

    def _arrange(self) -> None:
        for slot in SLOTS:
            self.slot_box.addItem(slot.caption)
        self.slot_box.setAccessibleName(tr("岗位"))
        self.search.setPlaceholderText(tr("按姓名或拼音首字母查找；本村、本社区的排在前面"))
        self.search.setAccessibleName(tr("查找联系人"))
        self.contacts.setAccessibleName(tr("联系人"))
        self.contacts.setAlternatingRowColors(True)
        self.reasons.setReadOnly(True)
        self.reasons.setMaximumHeight(110)
        self.reasons.setAccessibleName(tr("不能分配的户与原因"))
        self.reasons.hide()
        self.assign_button.setEnabled(False)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(pieces.label(tr("岗位"), "caption", wraps=False))
        head.addWidget(self.slot_box, 1)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.contacts, 1)
        column.addWidget(self.summary)
        column.addWidget(self.reasons)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(pieces.button(tr("关闭"), self.reject))
        foot.addWidget(self.assign_button)
        column.addLayout(foot)
        self.search.setFocus()


def _announce(signals: Signals, plan: Assignment, change: Change | None) -> None:
    """Tell the window what was written; the dialog is gone by then."""
    if change is None:
        signals.message.emit("error", tr("没有一户可以分配给{name}。", name=plan.contact.name))
        return
    signals.changed.emit(change, None)
    signals.message.emit("done", tr("{label}。可在右下角撤销。", label=change.label))


def _reasons(plan: Assignment, rows: Sequence[object]) -> tuple[str, ...]:
    """``head (code): reason`` of each refused family."""
    names = {int(row.id): tr("{head}（{code}）", head=row.head, code=row.code) for row in rows}  # type: ignore[attr-defined]
    found = [
        tr("{family}：{reason}", family=names.get(one.household, str(one.household)), reason=one.reason)
        for one in plan.refused[:MOST_REASONS]
    ]
    if len(plan.refused) > MOST_REASONS:
        found.append(tr("另有 {count} 户。", count=f"{len(plan.refused) - MOST_REASONS:,}"))
    return tuple(found)
