"""The form of a safe site: new ones get their place on the map first, others may be put elsewhere."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox
from shiboken6 import isValid

from gisapp.domain.change import Change, Kind
from gisapp.domain.ids import SafeSiteId
from gisapp.domain.safe_site import SafeSite, SiteFacts
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.contacts.keep_contact import LONGEST_NAME as LONGEST_KEEPER
from gisapp.services.safe_sites.save_safe_site import LONGEST_NAME, LONGEST_NOTE, MOST_PEOPLE, add_safe_site, change_safe_site
from gisapp.storage.safe_sites import safe_sites
from gisapp.ui import pieces
from gisapp.ui.dialogs.contacts.contact_fields import ContactForm
from gisapp.ui.work.desk import WorkDesk

USUAL_ROOM = 100


class SafeSiteDialog(ContactForm):
    """Not modal: the place may be chosen on the map while it is open. ``site`` None = a new one at ``x``, ``y`` metres."""

    def __init__(self, desk: WorkDesk, x: float, y: float, site: SafeSite | None = None) -> None:
        super().__init__(desk)
        self._site = site
        self._facts = SiteFacts("", USUAL_ROOM, x, y) if site is None else replace(site.facts, x=x, y=y)
        self._here: int | None = None
        self.setWindowTitle(tr("新增避险点") if site is None else tr("更改避险点：{name}", name=site.facts.name))
        self.name.setMaxLength(LONGEST_NAME)
        self.room = QSpinBox()
        self.room.setRange(0, MOST_PEOPLE)
        self.room.setSingleStep(10)
        self.room.setSuffix(tr(" 人"))
        self.keeper = QLineEdit(maxLength=LONGEST_KEEPER)
        self.note = QLineEdit(maxLength=LONGEST_NOTE)
        self.is_in_use = QCheckBox(tr("启用：可以安排人来"))
        self._fill()
        self.elsewhere = pieces.button(tr("在地图上另选位置"), self.choose_place, icon="pan", tip=tr("单击地图上的新位置；表单不会关闭"))
        self.save_button = pieces.button(tr("保存"), self.save, role="main", icon="done")
        rows = [
            (tr("名称"), self.name), (tr("容量"), self.room), (tr("单位"), self.unit), (tr("负责人"), self.keeper),
            (tr("电话"), self.phone), (tr("备注"), self.note), (tr("使用"), self.is_in_use), (tr("位置"), self.elsewhere),
        ]  # fmt: skip
        self.arrange(rows, self.save_button, self.save)
        self.resize(440, 420)
        desk.county.tasks.read(lambda connection: safe_sites.unit_at(connection, x, y), self._show_unit, key="site unit")

    def choose_place(self) -> None:
        """Put the site elsewhere with a click on the map."""
        self.desk.bench.map.ask_place(tr("单击避险点的新位置，Esc 取消"), self._moved)

    def save(self) -> None:
        """Write the form, or say what is wrong beside it."""
        is_written = bool(self.unit.text().strip())
        division = self.division if is_written else self._facts.division
        if is_written and division is None:
            return
        number, who = self.phone.text().strip(), self.desk.county.who
        phone = self._facts.keeper_phone if not number else None if number == tr("无") else number
        facts = replace(
            self._facts, name=self.name.text(), capacity=self.room.value(), division=division, is_in_use=self.is_in_use.isChecked(),
            keeper=self.keeper.text(), keeper_phone=phone, note=self.note.text(),
        )  # fmt: skip
        if self._site is None:
            made = lambda db, _control: add_safe_site(db, facts, who=who)  # noqa: E731
            self.desk.county.tasks.write(tr("新增避险点"), made, self._added, failed=self._failed)
            return
        site = int(self._site.id)
        changed = lambda db, _control: change_safe_site(db, site, facts, who=who)  # noqa: E731
        self.desk.county.tasks.write(tr("更改避险点"), changed, self._saved, failed=self._failed)

    def _fill(self) -> None:
        facts = self._facts
        self.name.setText(facts.name)
        self.name.setPlaceholderText(tr("例如：中坝村委会"))
        self.room.setValue(facts.capacity)
        self.keeper.setText(facts.keeper)
        self.note.setText(facts.note)
        self.is_in_use.setChecked(facts.is_in_use)
        if facts.keeper_phone:
            self.phone.setPlaceholderText(tr("不改就留空，写“无”就去掉"))
        self.summary.setText(tr("可在右下角撤销。"))

    def _show_unit(self, found: tuple[int, str, str] | None) -> None:
        """The unit it belongs to, which stays while nothing is written: its own, else the one it lies in."""
        if not isValid(self):
            return
        self._here = found[0] if found is not None else None
        if self._site is not None and self._facts.division not in (None, self._here):
            self.unit.setPlaceholderText(tr("{unit}；不改就留空", unit=self._site.unit))
            return
        here = tr("{name}（{above}）", name=found[1], above=found[2]) if found is not None else tr("不在任何村")
        self.unit.setPlaceholderText(tr("{unit}，按位置；不改就留空", unit=here))

    def _moved(self, x: float, y: float) -> None:
        if not isValid(self):
            return
        division = None if self._facts.division == self._here else self._facts.division
        self._facts = replace(self._facts, x=x, y=y, division=division)
        self.summary.setText(tr("已选新位置，保存后生效。"))
        self.raise_()
        self.activateWindow()

        def read(connection: sqlite3.Connection) -> tuple[int, str, str] | None:
            return safe_sites.unit_at(connection, x, y)

        self.desk.county.tasks.read(read, self._show_unit, key="site unit")

    def _failed(self, error: GisappError) -> None:
        if isValid(self):
            self.summary.setText(str(error))

    def _added(self, done: tuple[SafeSiteId, Change]) -> None:
        made, change = done
        self._saved(change)
        self.desk.select(Kind.SAFE_SITE, (int(made),))

    def _saved(self, change: Change) -> None:
        self.desk.tell(change)
        if isValid(self):
            self.accept()
