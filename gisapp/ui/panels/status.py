"""The line at the bottom: counts, scale, coordinates, work under way with Cancel, and Undo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from gisapp.domain.cards import CountyCounts
from gisapp.domain.change import Change
from gisapp.language import tr
from gisapp.scene.view import View
from gisapp.services.county.undo import next_undo_label
from gisapp.spatial.gauss_kruger import lonlat
from gisapp.storage.county import counts
from gisapp.ui import pieces
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.tasks import CLOSING

LONGEST_LABEL = 26


class StatusPanel(QWidget):
    """Calls ``undo`` and ``cancel`` when their buttons are pressed."""

    def __init__(self, county: OpenCounty, *, undo: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pieces.paint_ground(self, "statusBar")
        self._county = county
        self._counts = pieces.ShortLabel()
        self._scale = pieces.ShortLabel()
        self._place = pieces.ShortLabel()
        self._task = pieces.ShortLabel("note")
        self._bar = QProgressBar()
        self._cancel = pieces.button(tr("取消"), county.tasks.cancel, tip=tr("停止正在做的事，已经开始的部分会退回"))
        self.undo_button = pieces.button("", undo, icon="undo")
        self._arrange()
        county.signals.busy.connect(self.show_busy)
        county.signals.changed.connect(self.take_change)
        self.show_busy("", 0.0)
        self._show_undo(None)

    def show_view(self, view: View) -> None:
        """The scale of the map."""
        self._scale.setText(tr("1:{scale}", scale=f"{view.scale_denominator:,.0f}"))

    def show_place(self, x: float, y: float) -> None:
        """Where the pointer is: degrees, or metres where the CRS is not one of ours."""
        place = lonlat(x, y, self._county.epsg)
        if place is None:
            self._place.setText(tr("东 {x} 米 北 {y} 米", x=f"{x:,.0f}", y=f"{y:,.0f}"))
        else:
            self._place.setText(tr("{lon}E {lat}N", lon=degrees_text(place[0]), lat=degrees_text(place[1])))

    def show_busy(self, title: str, share: float) -> None:
        """What is under way and how far; an empty title means nothing is."""
        for widget in (self._task, self._bar, self._cancel):
            widget.setVisible(bool(title))
        is_closing = share == CLOSING
        self._cancel.setEnabled(not is_closing)
        self._task.setText(tr("{title}：最后写入，不能再取消", title=title) if is_closing else title)
        self._bar.setRange(0, 0 if share < 0 or is_closing else 1000)
        self._bar.setValue(max(0, round(share * 1000)))

    def take_change(self, change: Change, initiator: object) -> None:
        """Counts and what can be undone may be others now."""
        self.refresh()

    def refresh(self) -> None:
        """Read counts and what can be undone."""
        self._county.tasks.read(counts.county, self._show_counts, key="counts")
        self._county.tasks.read(next_undo_label, self._show_undo, key="undo")

    def _show_counts(self, found: CountyCounts) -> None:
        self._counts.setText(
            tr(
                "{grids} 网格 · {households} 户 · {residents} 人",
                grids=f"{found.grids:,}",
                households=f"{found.households:,}",
                residents=f"{found.residents:,}",
            )
        )

    def _show_undo(self, label: str | None) -> None:
        shown = label if label is None or len(label) <= LONGEST_LABEL else label[: LONGEST_LABEL - 1] + "…"
        self.undo_button.setEnabled(label is not None)
        self.undo_button.setText(tr("撤销“{label}”", label=shown) if shown else tr("没有可撤销的操作"))
        self.undo_button.setAccessibleName(self.undo_button.text())
        self.undo_button.setToolTip(tr("撤销最近一次改动（Ctrl+Z）"))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 2, 10, 2)
        row.setSpacing(18)
        self._bar.setFixedWidth(150)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("进度"))
        for label in (self._counts, self._scale, self._place):
            row.addWidget(label)
        row.addStretch(1)
        for widget in (self._task, self._bar, self._cancel, self.undo_button):
            row.addWidget(widget)


def degrees_text(value: float) -> str:
    """Degrees, minutes and seconds: 108°30′12″."""
    seconds = round(abs(value) * 3600)
    return f"{seconds // 3600}°{seconds % 3600 // 60:02d}′{seconds % 60:02d}″"
