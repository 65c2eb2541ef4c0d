"""The form for a new contact."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox

from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import ContactId
from gisapp.domain.lines import Role
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.keep_contact import add_contact
from gisapp.ui import pieces
from gisapp.ui.dialogs.contacts.contact_fields import ContactForm
from gisapp.ui.work.desk import WorkDesk


class ContactDialog(ContactForm):
    """Enter in the last field adds, the form stays open for the next one."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self.setWindowTitle(tr("登记联系人"))
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(role.caption)
        self.unit.setPlaceholderText(tr("输入几个字，在名单中选"))
        self.phone.setPlaceholderText(tr("可以不填"))
        self.summary.setText(tr("登记后即可在各岗位中选到。"))
        self.add_button = pieces.button(tr("登记"), self.add, role="main", icon="done")
        rows = [(tr("姓名"), self.name), (tr("岗位"), self.role), (tr("单位"), self.unit), (tr("电话"), self.phone)]
        self.arrange(rows, self.add_button, self.add)

    def add(self) -> None:
        """Write the contact, or say what is wrong beside the form."""
        division = self.division
        if division is None:
            return
        name, phone, who = self.name.text(), self.phone.text(), self.desk.county.who
        role = tuple(Role)[self.role.currentIndex()]
        self.desk.county.tasks.write(
            tr("登记联系人"),
            lambda db, _control: add_contact(db, name=name, role=role, division_id=division, phone=phone, who=who),
            lambda done: self._added(*done),
            failed=self._failed,
        )

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _added(self, made: ContactId, change: Change) -> None:
        self.desk.tell(change)
        self.desk.select(Kind.CONTACT, (int(made),))
        self.summary.setText(tr("{label}。可以接着登记下一位。", label=change.label))
        self.name.clear()
        self.phone.clear()
        self.name.setFocus()
