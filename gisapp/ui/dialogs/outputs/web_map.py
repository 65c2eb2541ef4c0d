"""The web map: with homes or without, with the officers' phones only for a reason."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QVBoxLayout

from gisapp.language import tr
from gisapp.ui import pieces, web_map_outputs
from gisapp.ui.outputs import HTML, suggested
from gisapp.ui.web_map_outputs import WebOrder
from gisapp.ui.work.desk import WorkDesk


class WebMapDialog(QDialog):
    """Not modal; Enter saves, Escape leaves. ``hazards``: only these areas, all when empty."""

    def __init__(self, desk: WorkDesk, theme: str, *, hazards: tuple[str, ...] = ()) -> None:
        super().__init__(desk.window)
        self._desk, self._theme, self._hazards = desk, theme, hazards
        self.setWindowTitle(tr("离线网页地图"))
        self.setMinimumWidth(440)
        self.homes = QCheckBox(tr("画出住房的位置（不含姓名）"))
        self.phones = QCheckBox(tr("写上网格员的完整电话（要写原因，会记入历史）"))
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("写上电话的原因"))
        self.reason.setPlaceholderText(tr("原因，例如：值班室用"))
        self.save = pieces.button(tr("保存…"), self.write, role="main", icon="globe")
        self.save.setDefault(True)
        column = QVBoxLayout(self)
        column.addWidget(pieces.label(tr("一个网页文件：各专题可以切换，能按网格名搜索，没有网络也能打开。"), "step"))
        for widget in (self.homes, self.phones, self.reason):
            column.addWidget(widget)
        column.addLayout(pieces.foot(self.reject, self.save))
        self.phones.toggled.connect(self._take_phones)
        self.reason.textChanged.connect(lambda _text: self._refresh())
        self._refresh()

    def write(self) -> None:
        """Ask where to and save."""
        if not self.save.isEnabled():
            return
        path = self._desk.ask.save_as(tr("离线网页地图"), suggested(self._desk.county, tr("网页地图.html")), HTML)
        if path is not None:
            reason = self.reason.text().strip() if self.phones.isChecked() else ""
            web_map_outputs.write_web_map(self._desk.county, path, WebOrder(self._theme, self._hazards, self.homes.isChecked(), reason))
            self.close()

    def _take_phones(self, has_phones: bool) -> None:
        self._refresh()
        if has_phones:
            self.reason.setFocus()

    def _refresh(self) -> None:
        self.reason.setEnabled(self.phones.isChecked())
        self.save.setEnabled(not self.phones.isChecked() or bool(self.reason.text().strip()))
