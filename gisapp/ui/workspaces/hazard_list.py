"""The saved hazard areas, grouped by name with their levels and sizes; ticks say which are asked about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from gisapp.language import tr
from gisapp.storage.hazards import HazardArea

ID = Qt.ItemDataRole.UserRole


class HazardList(QTreeWidget):
    """chosen(ids): the areas of a line were chosen, to be shown on the map."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setAccessibleName(tr("风险区"))
        self.areas: tuple[HazardArea, ...] = ()
        self.currentItemChanged.connect(lambda item, _before: self.chosen.emit(_ids(item)) if item else None)

    def show_areas(self, areas: Sequence[HazardArea], *, ticked: frozenset[int] | None = None) -> None:
        """Show areas; ``ticked`` None ticks those that were, new ones too."""
        before, known = self.ticked(), {int(area.id or 0) for area in self.areas}
        wanted = ticked if ticked is not None else before | {int(area.id or 0) for area in areas} - known
        self.areas = tuple(areas)
        self.blockSignals(True)
        self.clear()
        for name in dict.fromkeys(area.name for area in areas):
            own = [area for area in areas if area.name == name]
            head = QTreeWidgetItem(self, [name])
            head.setFlags(head.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
            for area in own:
                self._add(head, area, is_ticked=int(area.id or 0) in wanted)
            head.setExpanded(len(own) <= 6)
        self.blockSignals(False)

    def ticked(self) -> frozenset[int]:
        """Ids of the ticked areas."""
        heads = [self.topLevelItem(number) for number in range(self.topLevelItemCount())]
        lines = [head.child(number) for head in heads if head for number in range(head.childCount())]
        return frozenset(int(line.data(0, ID)) for line in lines if line.checkState(0) is Qt.CheckState.Checked)

    def areas_ticked(self) -> tuple[HazardArea, ...]:
        """The ticked areas themselves."""
        ids = self.ticked()
        return tuple(area for area in self.areas if int(area.id or 0) in ids)

    def _add(self, head: QTreeWidgetItem, area: HazardArea, *, is_ticked: bool) -> None:
        size = tr("{area} km²", area=f"{area.geometry.area / 1e6:,.2f}")
        line = QTreeWidgetItem(head, [tr("{kind} {level} · {size}", kind=area.kind.caption, level=area.level.caption, size=size)])
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(0, Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)
        line.setData(0, ID, int(area.id or 0))


def _ids(item: QTreeWidgetItem) -> tuple[int, ...]:
    lines = [item.child(number) for number in range(item.childCount())] or [item]
    return tuple(int(line.data(0, ID)) for line in lines)
