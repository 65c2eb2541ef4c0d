"""Print the situation report of a run: which of its parts; what is chosen is remembered."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QGridLayout, QVBoxLayout

from gisapp.export.situation.parts import PARTS
from gisapp.language import tr
from gisapp.ui import pieces, preferences, situation_outputs
from gisapp.ui.work.desk import WorkDesk

COLUMNS = 2


class PrintReportDialog(QDialog):
    """Not modal; Enter prints, Escape leaves. ``run`` None = the latest. Parts that are new to this program are printed."""

    def __init__(self, desk: WorkDesk, run: int | None) -> None:
        super().__init__(desk.window)
        self._desk, self._run = desk, run
        self.setWindowTitle(tr("处置报告") if run is None else tr("处置报告 · 研判第 {run} 号", run=run))
        self.setMinimumWidth(420)
        left_out = preferences.parts_left_out()
        self.parts = {part.id: QCheckBox(part.title()) for part in PARTS}
        for name, box in self.parts.items():
            box.setChecked(name not in left_out)
            box.toggled.connect(lambda _is_on: self._refresh())
        self.every = pieces.button(tr("全选"), self.choose_all, role="link", tip=tr("印全部各部分"))
        self.save = pieces.button(tr("存为 PDF…"), self.write, role="main", icon="print")
        self.save.setDefault(True)
        self._lay_out()
        self._refresh()
        self.save.setFocus()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The parts to print, in the report's order; all of them when () is asked for."""
        return tuple(name for name, box in self.parts.items() if box.isChecked())

    def choose_all(self) -> None:
        """Every part."""
        for box in self.parts.values():
            box.setChecked(True)

    def write(self) -> None:
        """Ask where to and print."""
        preferences.keep_parts_left_out([name for name, box in self.parts.items() if not box.isChecked()])
        if situation_outputs.print_report(self._desk.county, self._desk.ask, self._run, parts=self.chosen):
            self.close()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        rows = -(-len(self.parts) // COLUMNS)
        for number, box in enumerate(self.parts.values()):
            grid.addWidget(box, number % rows, number // rows)
        column = QVBoxLayout(self)
        column.addWidget(pieces.label(tr("印哪几部分（会记住）："), "caption"))
        column.addLayout(grid)
        column.addWidget(pieces.label(tr("还没有数据的部分不印。"), "note"))
        column.addLayout(pieces.foot(self.reject, self.save, left=(self.every,)))

    def _refresh(self) -> None:
        self.save.setEnabled(bool(self.chosen))
        self.every.setEnabled(len(self.chosen) < len(self.parts))
