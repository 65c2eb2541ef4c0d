"""Export a list: which, of where, which columns in which order, masked or in clear for a reason."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from gisapp.domain.cards import Unit
from gisapp.export import last_export
from gisapp.export.county_tables import ExportKind
from gisapp.export.export_kind import columns_of
from gisapp.export.export_order import ExportOrder, OutCrs
from gisapp.export.table import Column
from gisapp.language import tr
from gisapp.ui import export_outputs, pieces
from gisapp.ui.outputs import suggested
from gisapp.ui.work.desk import WorkDesk

KEY = Qt.ItemDataRole.UserRole


class ExportDialog(QDialog):
    """Not modal; Enter exports, Escape leaves. ``of_list``: begins with the list on the screen."""

    def __init__(self, desk: WorkDesk, *, unit: Unit | None, of_list: bool = False) -> None:
        super().__init__(desk.window)
        self._desk, self._unit = desk, unit
        self.shown = export_outputs.shown_now(desk)
        self.setWindowTitle(tr("导出"))
        self.setMinimumWidth(520)
        self.kind, self.where, self.crs = QComboBox(), QComboBox(), QComboBox()
        self.columns = QListWidget()
        self.reveal = QCheckBox(tr("证件号码和电话不脱敏（要写原因，会记入历史）"))
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("原因，例如：上级核对"))
        self.reason.setAccessibleName(tr("不脱敏的原因"))
        self.save = pieces.button(tr("导出…"), self.write, role="main", icon="save")
        self.save.setDefault(True)
        self._fill()
        self._lay_out()
        self.kind.currentIndexChanged.connect(lambda _at: self._take_kind())
        self.columns.itemChanged.connect(lambda _item: self._refresh())
        self.reveal.toggled.connect(self._take_reveal)
        self.reason.textChanged.connect(lambda _text: self._refresh())
        self.kind.setCurrentIndex(0 if of_list else self.kind.findData(ExportKind.HOUSEHOLDS.value))
        self._take_kind()

    @property
    def chosen_kind(self) -> ExportKind | None:
        """None = the list on the screen."""
        text = self.kind.currentData()
        return ExportKind(text) if text else None

    @property
    def chosen_columns(self) -> tuple[str, ...]:
        """Keys of the ticked columns (titles for the list on the screen), from the top down."""
        items = [self.columns.item(at) for at in range(self.columns.count())]
        return tuple(item.data(KEY) for item in items if item.checkState() is Qt.CheckState.Checked)

    def write(self) -> None:
        """Ask where to and export."""
        if not self.save.isEnabled():
            return
        kind = self.chosen_kind
        has_place = kind is not None and kind.has_place
        kinds = f"{export_outputs.SHEETS};;{export_outputs.MAPS}" if has_place else export_outputs.SHEETS
        title = self.shown.title if kind is None else kind.caption
        name = "".join(letter for letter in title if letter not in '/\\:*?"<>|').strip() or tr("名单")
        path = self._desk.ask.save_as(tr("导出"), suggested(self._desk.county, f"{name}.xlsx"), kinds)
        if path is not None:
            self._write_to(path)
            self.close()

    def move(self, by: int) -> None:  # type: ignore[override]
        """Move the chosen column up (-1) or down (1)."""
        at = self.columns.currentRow()
        if 0 <= at + by < self.columns.count() and at >= 0:
            item = self.columns.takeItem(at)
            self.columns.insertItem(at + by, item)
            self.columns.setCurrentRow(at + by)

    def _write_to(self, path: Path) -> None:
        kind = self.chosen_kind
        if kind is None:
            export_outputs.write_shown(self._desk, path, export_outputs.with_columns(self.shown, self.chosen_columns))
            return
        unit = self._unit if self.where.currentIndex() == 1 else None
        order = ExportOrder(kind, unit, self.chosen_columns, OutCrs(self.crs.currentData()), is_titled=True)
        reason = self.reason.text().strip() if self.reveal.isChecked() else ""
        export_outputs.write_order(self._desk, path, order, reason=reason)

    def _fill(self) -> None:
        rows = f"{len(self.shown.rows):,}"
        self.kind.addItem(tr("屏幕上的列表：{title}（{rows} 行）", title=self.shown.title, rows=rows), "")
        for kind in ExportKind:
            self.kind.addItem(kind.caption, kind.value)
        self.where.addItem(tr("全县"))
        if self._unit is not None:
            self.where.addItem(self._unit.name)
            self.where.setCurrentIndex(1)
        for crs in OutCrs:
            self.crs.addItem(crs.caption, crs.value)

    def _lay_out(self) -> None:
        form = QFormLayout()
        self.kind.setMinimumWidth(320)
        for text, field in ((tr("导出什么"), self.kind), (tr("范围"), self.where), (tr("地图文件的坐标"), self.crs)):
            field.setAccessibleName(text)
            form.addRow(text, field)
        self.columns.setAccessibleName(tr("要导出的列"))
        self.columns.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.columns.setMinimumHeight(180)
        up = pieces.button(tr("上移"), lambda: self.move(-1), tip=tr("Alt+↑"))
        down = pieces.button(tr("下移"), lambda: self.move(1), tip=tr("Alt+↓"))
        every = pieces.button(tr("全选"), self._tick_all, tip=tr("全部列都要；已经全选时，全部取消"))
        for keys, by in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self.columns, lambda step=by: self.move(step), context=Qt.ShortcutContext.WidgetShortcut)
        buttons = QHBoxLayout()
        buttons.addWidget(pieces.label(tr("要导出的列：打勾，拖动或上移下移改次序"), "note"), 1)
        for one in (every, up, down):
            buttons.addWidget(one)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addWidget(self.columns, 1)
        column.addWidget(self.reveal)
        column.addWidget(self.reason)
        column.addLayout(pieces.foot(self.reject, self.save))

    def _take_kind(self) -> None:
        kind = self.chosen_kind
        self.columns.clear()
        if kind is None:
            self._show([(column.title, column.title) for column in self.shown.columns], ())
            return
        self._refresh()
        self._desk.county.tasks.read(lambda connection: columns_of(connection, kind), self._take_columns, key="export columns")

    def _take_columns(self, found: Sequence[Column]) -> None:
        kind = self.chosen_kind
        if kind is not None:
            self._show([(column.key, column.title) for column in found], last_export.columns_of(kind))

    def _show(self, found: Sequence[tuple[str, str]], wanted: Sequence[str]) -> None:
        """The columns: those chosen last time first and ticked, the others below; all ticked when nothing was chosen."""
        titles = dict(found)
        first = [key for key in wanted if key in titles]
        for key in (*first, *(key for key in titles if key not in first)):
            item = QListWidgetItem(titles[key])
            item.setData(KEY, key)
            item.setFlags((item.flags() | Qt.ItemFlag.ItemIsUserCheckable) & ~Qt.ItemFlag.ItemIsDropEnabled)
            item.setCheckState(Qt.CheckState.Checked if not first or key in first else Qt.CheckState.Unchecked)
            self.columns.addItem(item)
        self._refresh()

    def _tick_all(self) -> None:
        items = [self.columns.item(at) for at in range(self.columns.count())]
        is_full = all(item.checkState() is Qt.CheckState.Checked for item in items)
        for item in items:
            item.setCheckState(Qt.CheckState.Unchecked if is_full else Qt.CheckState.Checked)

    def _take_reveal(self, is_revealed: bool) -> None:
        self._refresh()
        if is_revealed:
            self.reason.setFocus()

    def _refresh(self) -> None:
        kind, is_revealed = self.chosen_kind, self.reveal.isChecked() and self.chosen_kind is not None
        self.where.setEnabled(kind is not None)
        self.crs.setEnabled(kind is not None and kind.has_place)
        self.reveal.setEnabled(kind is not None)
        self.reason.setEnabled(is_revealed)
        self.save.setEnabled(bool(self.chosen_columns) and (not is_revealed or bool(self.reason.text().strip())))
