"""The form of one norm: how much of what for whom, and where that figure comes from."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QDialog, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from gisapp.domain.change import Change
from gisapp.domain.needs import NeedBase, NeedItem, amount_from_text
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.runs.keep_needs import MOST_PER, MOST_TEXT, NeedForm, add_need, change_need
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk


class NeedDialog(QDialog):
    """Not modal; ``item`` None: a new one. Enter writes."""

    def __init__(self, desk: WorkDesk, item: NeedItem | None) -> None:
        super().__init__(desk.window)
        self._desk, self._item = desk, item
        self.setWindowTitle(tr("物资标准"))
        self.setMinimumWidth(480)
        self.name, self.unit, self.source = (QLineEdit(maxLength=MOST_TEXT) for _ in range(3))
        self.amount = QLineEdit(maxLength=16)
        self.amount.setPlaceholderText(tr("未定：不计算"))
        self.per = QSpinBox(minimum=1, maximum=MOST_PER)
        self.base, self.often, self.kind = QComboBox(), QComboBox(), QComboBox()
        self.base.addItems([base.caption for base in NeedBase])
        self.often.addItems([tr("每天都要"), tr("只要一次")])
        self.kind.addItems([tr("按件，向上取整"), tr("按量，保留三位小数")])
        self.summary = pieces.label(tr("来源写明标准出自哪里，会印在报告上。"), "note")
        self.save = pieces.button(tr("保存"), self.write, role="main", icon="done")
        self.save.setDefault(True)
        self._lay_out()
        if item is not None:
            self._fill(item)

    def write(self) -> None:
        """Write the row."""
        who, item = self._desk.county.who, self._item
        try:
            form = self._form()
        except GisappError as error:
            self._fail(error)
            return
        if item is None:
            self._desk.county.tasks.write(
                tr("物资标准"), lambda db, _control: add_need(db, form, who=who), self._written, failed=self._fail
            )
        else:
            self._desk.county.tasks.write(
                tr("物资标准"), lambda db, _control: change_need(db, item.code, form, who=who), self._written, failed=self._fail
            )

    def _written(self, change: Change) -> None:
        self._desk.tell(change)
        self.close()

    def _fail(self, error: GisappError) -> None:
        self.summary.setText(str(error))

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

    def _lay_out(self) -> None:
        rows: tuple[tuple[str, QWidget], ...] = (
            (tr("名称"), self.name),
            (tr("单位"), self.unit),
            (tr("数量"), self.amount),
            (tr("每多少"), self.per),
            (tr("按谁计"), self.base),
            (tr("多久一次"), self.often),
            (tr("怎么取整"), self.kind),
            (tr("标准来源"), self.source),
        )
        form = QFormLayout()
        for text, widget in rows:
            widget.setAccessibleName(text)
            form.addRow(text, widget)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self.summary)
        column.addLayout(pieces.foot(self.reject, self.save))
