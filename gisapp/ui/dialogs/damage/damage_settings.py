"""How a county restores: the stages of each way, and from where on a photo is pointed out."""

from __future__ import annotations

import sqlite3
from functools import partial

from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QPlainTextEdit, QSpinBox, QVBoxLayout
from shiboken6 import isValid

from gisapp.domain.change import Change
from gisapp.domain.damage import PRESET_STAGES, RebuildWay, Stages
from gisapp.domain.damage_photo import PhotoLimits
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.damage.photo_limits import MOST_DAYS, MOST_METRES, photo_limits, set_photo_limits
from gisapp.services.damage.rebuild_stages import rebuild_stages, set_stages
from gisapp.ui import pieces
from gisapp.ui.work.desk import WorkDesk


class DamageSettingsDialog(QDialog):
    """Not modal: each part is written by its own button."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self.setWindowTitle(tr("恢复阶段和照片核对"))
        self.resize(620, 400)
        self.stages = {way: QPlainTextEdit() for way in RebuildWay}
        self.distance, self.days = QSpinBox(), QSpinBox()
        self.told = pieces.label("", "step")
        self._arrange()
        desk.county.tasks.read(_read, self._show)

    def write_stages(self, way: RebuildWay) -> None:
        """Write the stages of a way."""
        names, who = [line for line in self.stages[way].toPlainText().splitlines() if line.strip()], self._desk.county.who
        self._desk.county.tasks.write(
            tr("改恢复阶段"), lambda db, _control: set_stages(db, way, names, who=who), self._written, failed=self._failed
        )

    def write_limits(self) -> None:
        """Write distance and days."""
        limits, who = PhotoLimits(self.distance.value(), self.days.value()), self._desk.county.who
        self._desk.county.tasks.write(
            tr("照片核对"), lambda db, _control: set_photo_limits(db, limits, who=who), self._written, failed=self._failed
        )

    def _written(self, change: Change) -> None:
        self._desk.tell(change)
        if isValid(self):
            self._desk.county.tasks.read(_read, self._show)

    def _failed(self, error: GisappError) -> None:
        self.told.setText(str(error))

    def _show(self, found: tuple[Stages, PhotoLimits]) -> None:
        stages, limits = found
        for way, names in stages.items():
            self.stages[way].setPlainText("\n".join(names))
        self.distance.setValue(limits.distance_m)
        self.days.setValue(limits.days_after)
        preset = [way.caption for way in RebuildWay if stages[way] == PRESET_STAGES[way]]
        about = tr("每行一个阶段，最后一个完成即完工；已登记的阶段不变。")
        if preset:
            about = tr("{about}{ways}用的是程序的预设，不是规定。", about=about, ways=tr("、").join(preset))
        self.told.setText(about)

    def _arrange(self) -> None:
        grid = QGridLayout()
        for place, way in enumerate(RebuildWay):
            grid.addWidget(pieces.label(way.caption, "section"), 0, place)
            grid.addWidget(self.stages[way], 1, place)
            self.stages[way].setAccessibleName(tr("{way}的阶段", way=way.caption))
            self.stages[way].setTabChangesFocus(True)
            save = pieces.button(tr("保存"), partial(self.write_stages, way), icon="done")
            save.setAccessibleName(tr("保存{way}的阶段", way=way.caption))
            grid.addWidget(save, 2, place)
        photos = QHBoxLayout()
        for text, field, most, unit in (
            (tr("照片离房屋超过"), self.distance, MOST_METRES, tr(" 米")),
            (tr("灾次结束后超过"), self.days, MOST_DAYS, tr(" 天")),
        ):
            field.setRange(0, most)
            field.setSuffix(unit)
            field.setAccessibleName(text)
            photos.addWidget(pieces.label(text, wraps=False))
            photos.addWidget(field)
        photos.addWidget(pieces.label(tr("就提醒"), wraps=False))
        photos.addStretch(1)
        photos.addWidget(pieces.button(tr("保存"), self.write_limits, icon="done"))
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addLayout(grid, 1)
        column.addWidget(self.told)
        column.addWidget(pieces.line())
        column.addLayout(photos)
        column.addLayout(pieces.foot(self.reject))


def _read(connection: sqlite3.Connection) -> tuple[Stages, PhotoLimits]:
    return rebuild_stages(connection), photo_limits(connection)
