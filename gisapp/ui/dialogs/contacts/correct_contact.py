"""The form that corrects a contact's name, phone or unit."""

from __future__ import annotations

from gisapp.domain.change import Change
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.correct_contact import correct_contact
from gisapp.storage.contacts.contact_book import BookLine
from gisapp.ui import pieces
from gisapp.ui.dialogs.contacts.contact_fields import ContactForm
from gisapp.ui.work.desk import WorkDesk


class CorrectContactDialog(ContactForm):
    """Name and unit stand there as they are; what is left empty stays, Enter in the last field writes and closes."""

    def __init__(self, desk: WorkDesk, line: BookLine) -> None:
        super().__init__(desk)
        self._line = line
        self.setWindowTitle(tr("更正联系人：{name}", name=line.contact.name))
        self.name.setText(line.contact.name)
        self.unit.setPlaceholderText(tr("{unit}；不改就留空", unit=line.contact.unit))
        self.phone.setPlaceholderText(tr("{phone}；不改就留空，写“无”就去掉", phone=line.contact.phone_masked or tr("没有电话")))
        self.summary.setText(tr("岗位和网格不变；可在右下角撤销。"))
        self.save_button = pieces.button(tr("保存"), self.save, role="main", icon="done")
        self.arrange([(tr("姓名"), self.name), (tr("单位"), self.unit), (tr("电话"), self.phone)], self.save_button, self.save)

    def save(self) -> None:
        """Write what was changed, or say what is wrong beside the form."""
        division = self.division if self.unit.text().strip() else None
        if division is None and self.unit.text().strip():
            return
        name, number, who, contact = self.name.text(), self.phone.text().strip(), self.desk.county.who, int(self._line.contact.id)
        phone = None if not number else "" if number == tr("无") else number
        self.desk.county.tasks.write(
            tr("更正联系人"),
            lambda db, _control: correct_contact(db, contact, name=name, phone=phone, division_id=division, who=who),
            self._saved,
            failed=self._failed,
        )

    def _failed(self, error: GisappError) -> None:
        self.summary.setText(str(error))

    def _saved(self, change: Change) -> None:
        self.desk.tell(change)
        self.accept()
