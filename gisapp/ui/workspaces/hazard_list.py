"""The saved hazard areas, grouped by name with their levels and sizes; ticks say which are asked about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem, QWidget

from gisapp.language import tr
from gisapp.storage.hazards import HazardArea
from gisapp.ui import pieces

ID = Qt.ItemDataRole.UserRole
MOST_OPEN = 6


class HazardList(QTreeWidget):
    """chosen(ids): the areas of a line were chosen, to be shown on the map; edit_asked(): they are to be corrected.

    Names with the worst level stand first.
    """

    chosen = Signal(object)
    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setAccessibleName(tr("风险区"))
        self.areas: tuple[HazardArea, ...] = ()
        self.setExpandsOnDoubleClick(False)
        self.itemActivated.connect(lambda _item, _column: self.edit_asked.emit())
        self.currentItemChanged.connect(lambda item, _before: self.chosen.emit(_ids(item)) if item else None)

    def show_areas(self, areas: Sequence[HazardArea]) -> None:
        """Show areas: new ones alone are ticked, without new ones the ticks stay; at first the most urgent name is ticked."""
        groups = _by_urgency(areas)
        new = frozenset(_id(area) for area in areas) - {_id(area) for area in self.areas}
        if self.areas:
            wanted = new or self.ticked()
        else:
            wanted = frozenset(_id(area) for area in groups[0]) if groups else frozenset()
        self.areas = tuple(areas)
        self.blockSignals(True)
        self.clear()
        for group in groups:
            self._add_group(group, wanted)
        self.blockSignals(False)
        first = next((line for line in self._lines() if line.checkState(0) is Qt.CheckState.Checked), None)
        if first is not None:
            self.scrollToItem(first)

    def ticked(self) -> frozenset[int]:
        """Ids of the ticked areas."""
        return frozenset(int(line.data(0, ID)) for line in self._lines() if line.checkState(0) is Qt.CheckState.Checked)

    def areas_ticked(self) -> tuple[HazardArea, ...]:
        """The ticked areas themselves."""
        ids = self.ticked()
        return tuple(area for area in self.areas if _id(area) in ids)

    def areas_chosen(self) -> tuple[HazardArea, ...]:
        """The areas of the line that is chosen."""
        item = self.currentItem()
        ids = set(_ids(item)) if item is not None else set()
        return tuple(area for area in self.areas if _id(area) in ids)

    def tick_all(self, is_ticked: bool) -> None:
        """Tick every area, or none."""
        for line in self._lines():
            line.setCheckState(0, Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked)

    def _lines(self) -> Iterator[QTreeWidgetItem]:
        for number in range(self.topLevelItemCount()):
            head = self.topLevelItem(number)
            if head is not None:
                yield from _below(head) or [head]

    def _add_group(self, group: Sequence[HazardArea], wanted: frozenset[int]) -> None:
        if len(group) == 1:
            self._tickable(QTreeWidgetItem(self), group[0], _one_line(group[0]), wanted)
            return
        head = QTreeWidgetItem(self, [group[0].name])
        head.setFlags(head.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        head.setToolTip(0, pieces.tip(group[0].name))
        for area in group:
            self._tickable(QTreeWidgetItem(head), area, _what(area), wanted)
        head.setExpanded(len(group) <= MOST_OPEN)

    def _tickable(self, line: QTreeWidgetItem, area: HazardArea, text: str, wanted: frozenset[int]) -> None:
        line.setText(0, text)
        line.setToolTip(0, pieces.tip(tr("{name}（{origin}）", name=area.name, origin=area.source)))
        line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        line.setCheckState(0, Qt.CheckState.Checked if _id(area) in wanted else Qt.CheckState.Unchecked)
        line.setData(0, ID, _id(area))


def _by_urgency(areas: Sequence[HazardArea]) -> list[list[HazardArea]]:
    """Areas of one name together; the worst level first, the largest of a level first."""
    groups: dict[str, list[HazardArea]] = {}
    for area in areas:
        groups.setdefault(area.name, []).append(area)
    return sorted(groups.values(), key=lambda group: (min(area.level.rank for area in group), -sum(area.geometry.area for area in group)))


def _one_line(area: HazardArea) -> str:
    values = {"level": area.level.caption, "name": area.name, "size": f"{area.geometry.area / 1e6:,.2f}"}
    return tr("{level} · {name} · {size} km²", **values)


def _what(area: HazardArea) -> str:
    size = f"{area.geometry.area / 1e6:,.2f}"
    return tr("{kind} {level} · {size} km²", kind=area.kind.caption, level=area.level.caption, size=size)


def _id(area: HazardArea) -> int:
    return int(area.id or 0)


def _ids(item: QTreeWidgetItem) -> tuple[int, ...]:
    lines = _below(item) or [item]
    return tuple(int(line.data(0, ID)) for line in lines)


def _below(item: QTreeWidgetItem) -> list[QTreeWidgetItem]:
    return [line for number in range(item.childCount()) if (line := item.child(number)) is not None]
