"""Rasters of water depth that are asked about beside the saved areas: ticked, with the metres from which each level begins."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from gisapp.domain.hazard import depths_in_words, thresholds_from_text
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.spatial.source_crs import SourceCrs
from gisapp.ui import pieces
from gisapp.ui.ask import Ask
from gisapp.ui.open_county import OpenCounty

USUAL, NAME_PX = "0.5,1.0", 150


@dataclass(frozen=True, slots=True)
class DepthFile:
    """A GeoTIFF and the metres of water, rising, at which each level begins; the last is the worst."""

    path: Path
    thresholds: tuple[float, ...]
    source: SourceCrs | None = None
    """Its coordinates, where it states none or wrong ones."""

    @property
    def told(self) -> str:
        """Its levels in words."""
        return depths_in_words(self.thresholds)


class DepthFiles(QWidget):
    """Hidden until a raster was chosen; ``ticked`` are asked about with the next question."""

    def __init__(self, county: OpenCounty, ask: Ask, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._county, self._ask = county, ask
        self._files: list[DepthFile] = []
        self._boxes: list[QCheckBox] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.hide()

    @property
    def ticked(self) -> tuple[DepthFile, ...]:
        """The rasters to be asked about."""
        return tuple(file for file, box in zip(self._files, self._boxes, strict=True) if box.isChecked())

    def add(self, path: Path, source: SourceCrs | None = None) -> None:
        """Take a raster in, once the levels are said; one that is there already gets the new levels and coordinates."""
        known = next((place for place, file in enumerate(self._files) if file.path == path), None)
        kept = "" if known is None else ",".join(f"{step:g}" for step in self._files[known].thresholds)
        text = self._ask.line(tr("水深栅格"), tr("从几米起算险区？由浅到深，最后一个是红色："), suggested=kept or USUAL)
        if text is None:
            return
        try:
            file = DepthFile(path, thresholds_from_text(text), source)
        except GisappError as error:
            self._county.signals.message.emit("error", str(error))
            return
        self._put([one for one in self._files if one.path != path] + [file])
        self._county.signals.message.emit("info", tr("已加入：{name}。按“哪些住房在险区？”，与勾选的风险区一起研判。", name=path.name))

    def remove(self, file: DepthFile) -> None:
        """Ask no more about this raster; the file itself stays."""
        self._put([one for one in self._files if one is not file])

    def _put(self, files: list[DepthFile]) -> None:
        """Show these; those not ticked before stay so."""
        left_out = {file.path for file, box in zip(self._files, self._boxes, strict=True) if not box.isChecked()}
        self._files, self._boxes = files, []
        pieces.clear(self._column)
        for file in files:
            self._column.addWidget(self._row(file, is_ticked=file.path not in left_out))
        self.setVisible(bool(files))

    def _row(self, file: DepthFile, *, is_ticked: bool) -> QWidget:
        made = QWidget()
        box = QCheckBox(made.fontMetrics().elidedText(file.path.name, Qt.TextElideMode.ElideMiddle, NAME_PX))
        box.setChecked(is_ticked)
        box.setAccessibleName(tr("水深栅格 {name}：{levels}", name=file.path.name, levels=file.told))
        box.setToolTip(pieces.tip(tr("{path}：{levels}", path=file.path, levels=file.told)))
        self._boxes.append(box)
        leave = pieces.tool_button(tr("不再研判 {name}", name=file.path.name), "close", tip=tr("从研判中去掉，文件不动"))
        leave.clicked.connect(partial(self.remove, file))
        levels = pieces.ShortLabel("note")
        levels.setText(file.told)
        head = QHBoxLayout()
        head.addWidget(box, 1)
        head.addWidget(leave)
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(levels)
        return made
