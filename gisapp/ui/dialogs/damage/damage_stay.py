"""The part 过渡住址: where each family of a damaged house lives until the work is done."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QFormLayout, QLineEdit, QListWidget, QVBoxLayout

from gisapp.domain.change import Change
from gisapp.domain.damage import DamageCase
from gisapp.language import tr
from gisapp.services.damage.note_stay import end_stay, note_stay, open_stay
from gisapp.ui import pieces
from gisapp.ui.dialogs.damage.damage_part import DamagePart
from gisapp.ui.dialogs.days import day_of
from gisapp.ui.work.desk import WorkDesk


class StayPart(DamagePart):
    """Of the first damage chosen: family by family."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk)
        self.families, self.past = QListWidget(), QListWidget()
        self.address, self.day = QLineEdit(), QLineEdit(date.today().isoformat())
        self._arrange()

    @property
    def family(self) -> int | None:
        """The family under the mark."""
        row = self.families.currentRow()
        families = self.case.damage.families if self.case is not None else ()
        return int(families[row]) if 0 <= row < len(families) else None

    def note(self) -> None:
        """The family lives there from that day."""
        self._write(tr("过渡住址"), is_end=False)

    def end(self) -> None:
        """The family has left its address."""
        self._write(tr("离开过渡住址"), is_end=True)

    def fill(self, case: DamageCase, *, is_another: bool) -> None:
        row = self.families.currentRow()
        self.families.clear()
        one = case.damage
        for family, code, head in zip(one.families, one.codes, one.heads, strict=True):
            stay = open_stay(case.stays, family)
            named = {"head": head or tr("没有户主"), "code": code}
            if stay is None:
                self.families.addItem(tr("{head}（{code}）　没有登记", **named))
            else:
                self.families.addItem(tr("{head}（{code}）　{address}，自 {day}", address=stay.address, day=stay.from_date, **named))
        self.families.setCurrentRow(0 if is_another or row < 0 else min(row, self.families.count() - 1))
        self.past.clear()
        for stay in case.stays:
            if stay.to_date is not None:
                values = {"head": stay.head, "address": stay.address, "first": stay.from_date, "last": stay.to_date}
                self.past.addItem(tr("{head}　{address}，{first} 至 {last}", **values))
        if is_another:
            self.address.clear()
        self.setEnabled(len(self.ids) == 1 and bool(one.families))
        if not self.isEnabled():
            self.say(tr("过渡住址一次登记一处房屋；没有住户的房屋不用登记。"))

    def _write(self, title: str, *, is_end: bool) -> None:
        case, family, day, address = self.case, self.family, day_of(self.day.text()), self.address.text()
        if case is None or family is None:
            return
        if day is None:
            self.say(tr("请写成 2026-07-12 的样子。"))
            return
        desk, who, damage = self.desk, self.desk.county.who, case.damage.id

        def done(change: Change) -> None:
            self.say("")
            desk.tell(change)

        desk.county.tasks.write(
            title,
            lambda db, _control: (
                end_stay(db, damage, family, who=who, on_date=day)
                if is_end
                else note_stay(db, damage, family, address, who=who, from_date=day)
            ),
            done,
            failed=self.failed,
        )

    def _arrange(self) -> None:
        form = QFormLayout()
        for text, field in ((tr("住址"), self.address), (tr("从哪一天"), self.day)):
            field.setAccessibleName(text)
            form.addRow(pieces.label(text, "caption", wraps=False), field)
        self.address.setPlaceholderText(tr("如 镇中心小学、亲戚家（解放村2组）"))
        self.address.returnPressed.connect(self.note)
        for view, text in ((self.families, tr("住户")), (self.past, tr("以前的过渡住址"))):
            view.setAccessibleName(text)
            view.setAlternatingRowColors(True)
        leave = pieces.button(tr("已离开"), self.end, tip=tr("不再住在过渡住址"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.families, 2)
        column.addLayout(form)
        column.addWidget(pieces.label(tr("原来睡在这处房屋、或不知睡在哪里的人，都记为睡在这里。"), "note"))
        column.addWidget(self.told)
        column.addLayout(pieces.answers(leave, pieces.button(tr("记下"), self.note, role="main", icon="done")))
        column.addWidget(pieces.label(tr("以前的过渡住址"), "caption"))
        column.addWidget(self.past, 1)
