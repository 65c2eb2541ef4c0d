"""The form of one norm: how much of what for whom, and where that figure comes from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from gisapp.domain.change import Change
from gisapp.domain.needs import NeedBase, NeedItem, amount_from_text
from gisapp.language import tr
from gisapp.services.runs.keep_needs import MOST_PER, MOST_TEXT, NeedForm, add_need, change_need
from gisapp.ui.dialogs.flood.row_form import RowForm
from gisapp.ui.work.desk import WorkDesk


class NeedDialog(RowForm):
    """One norm; ``item`` None: a new one."""

    def __init__(self, desk: WorkDesk, item: NeedItem | None) -> None:
        super().__init__(desk, tr("物资标准"), tr("来源写明标准出自哪里，会印在报告上。"))
        self._item = item
        self.name, self.unit, self.source = (QLineEdit(maxLength=MOST_TEXT) for _ in range(3))
        self.amount = QLineEdit(maxLength=16)
        self.amount.setPlaceholderText(tr("未定：不计算"))
        self.per = QSpinBox(minimum=1, maximum=MOST_PER)
        self.base, self.often, self.kind = QComboBox(), QComboBox(), QComboBox()
        self.base.addItems([base.caption for base in NeedBase])
        self.often.addItems([tr("每天都要"), tr("只要一次")])
        self.kind.addItems([tr("按件，向上取整"), tr("按量，保留三位小数")])
        self._arrange()
        if item is not None:
            self._fill(item)

    def _job(self) -> Callable[[Any, object], Change]:
        who, item, form = self._desk.county.who, self._item, self._form()
        if item is None:
            return lambda db, _control: add_need(db, form, who=who)
        return lambda db, _control: change_need(db, item.code, form, who=who)

    def _form(self) -> NeedForm:
        return NeedForm(
            self.name.text(),
            self.unit.text(),
            amount_from_text(self.amount.text()),
            self.per.value(),
            tuple(NeedBase)[self.base.currentIndex()],
            is_daily=self.often.currentIndex() == 0,
            is_whole=self.kind.currentIndex() == 0,
            source=self.source.text(),
        )

    def _fill(self, item: NeedItem) -> None:
        self.name.setText(item.name)
        self.unit.setText(item.unit)
        self.amount.setText("" if item.amount is None else f"{item.amount.normalize():f}")
        self.per.setValue(item.per)
        self.base.setCurrentIndex(tuple(NeedBase).index(item.base))
        self.often.setCurrentIndex(0 if item.is_daily else 1)
        self.kind.setCurrentIndex(0 if item.is_whole else 1)
        self.source.setText(item.source)
        self.source.setCursorPosition(0)

    def _arrange(self) -> None:
        self._lay_out(
            (
                (tr("名称"), self.name),
                (tr("单位"), self.unit),
                (tr("数量"), self.amount),
                (tr("每多少"), self.per),
                (tr("按谁计"), self.base),
                (tr("多久一次"), self.often),
                (tr("怎么取整"), self.kind),
                (tr("标准来源"), self.source),
            )
        )
