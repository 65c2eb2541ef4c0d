"""Print lists and map pages of a run: which, into one file or a folder, and whether phones are whole, for which a reason is asked."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QRadioButton, QVBoxLayout

from gisapp.domain.affected import AffectedRun
from gisapp.language import tr
from gisapp.ui import pieces, situation_outputs
from gisapp.ui.cards.run import short_names
from gisapp.ui.situation_outputs import Paper, RunOrder
from gisapp.ui.work.desk import WorkDesk


class PrintRunDialog(QDialog):
    """Not modal; Enter prints, Escape leaves."""

    def __init__(self, desk: WorkDesk, run: AffectedRun) -> None:
        super().__init__(desk.window)
        self._desk, self._run = desk, int(run.id)
        self.setWindowTitle(tr("打印名单与地图页"))
        self.setMinimumWidth(460)
        total = run.totals.total
        values = {"names": short_names(run.question.names), "houses": total.houses, "families": total.households, "people": total.residents}
        self.summary = pieces.label(tr("{names}：{houses:,} 处住房，{families:,} 户，{people:,} 人。", **values), "step")
        texts = (
            tr("电话名单：按网格，附地图，没有联系人电话的在最前"),
            tr("按联系人：要打电话的人一人一页，没有联系人的户单列"),
            tr("地图页：一村/社区一份，图上编号和名单一致"),
            tr("地图页：一个网格一份"),
        )
        self.papers = {paper: QRadioButton(text) for paper, text in zip(Paper, texts, strict=True)}
        self.papers[Paper.CONTACTS].setChecked(True)
        self.folder = QCheckBox(tr("每份一个文件，写进文件夹（停了可以接着做）"))
        self.reveal = QCheckBox(tr("印完整电话（要写原因，会记入历史）"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("印完整电话的原因"))
        self.reason.setPlaceholderText(tr("原因，例如：通知今晚转移"))
        self.save = pieces.button(tr("打印…"), self.write, role="main", icon="print")
        self.save.setDefault(True)
        self._lay_out()
        for button in self.papers.values():
            button.toggled.connect(lambda _is_on: self._refresh())
        self.reveal.toggled.connect(self._take_reveal)
        self.reason.textChanged.connect(lambda _text: self._refresh())
        self._refresh()

    @property
    def paper(self) -> Paper:
        """What is chosen."""
        return next(paper for paper, button in self.papers.items() if button.isChecked())

    def write(self) -> None:
        """Ask where to and print."""
        reason = self.reason.text().strip() if self.reveal.isChecked() else ""
        is_folder = self.paper.page_by is not None and self.folder.isChecked()
        order = RunOrder(self._run, self.paper, is_folder, reason)
        if situation_outputs.print_run(self._desk.county, self._desk.ask, order):
            self.close()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.addWidget(self.summary)
        for widget in (*self.papers.values(), self.folder, self.reveal, self.reason):
            column.addWidget(widget)
        column.addLayout(pieces.foot(self.reject, self.save))

    def _take_reveal(self, is_revealed: bool) -> None:
        self._refresh()
        if is_revealed:
            self.reason.setFocus()

    def _refresh(self) -> None:
        self.folder.setEnabled(self.paper.page_by is not None)
        self.reason.setEnabled(self.reveal.isChecked())
        self.save.setEnabled(bool(self.reason.text().strip()) or not self.reveal.isChecked())
