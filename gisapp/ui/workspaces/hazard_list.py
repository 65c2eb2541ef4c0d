"""The saved hazard areas, grouped by name with their levels and sizes; ticks say which are asked about."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import QTreeView, QWidget

from gisapp.language import tr
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.ui.tables.hazard_tree import Arranged, HazardTree, Index, lines_of

MOST_OPEN, MOST_NAMES_OPEN = 6, 50


class HazardList(QTreeView):
    """chosen(ids): the areas of a line were chosen, to be shown on the map; edit_asked(): they are to be corrected."""

    chosen = Signal(object)
    edit_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tree = HazardTree()
        self.setModel(self.tree)
        self.setHeaderHidden(True)
        self.setIndentation(14)
        self.setUniformRowHeights(True)
        self.setAccessibleName(tr("风险区"))
        self.setExpandsOnDoubleClick(False)
        self.activated.connect(lambda _index: self.edit_asked.emit())
        self._is_filling = False

    @property
    def areas(self) -> tuple[HazardArea, ...]:
        """Every area of the list."""
        return self.tree.areas

    def show_areas(self, found: Arranged) -> None:
        """Show areas, tick those that ``HazardTree.show`` ticks, and bring the first ticked one into sight."""
        self._is_filling = True
        self.tree.show(found)
        open_names = [row for row, group in enumerate(self.tree.groups) if 1 < len(group) <= MOST_OPEN]
        for row in open_names[:MOST_NAMES_OPEN]:
            self.expand(self.tree.index(row, 0))
        self._is_filling = False
        ticked = self.tree.ticked
        first = next((row for row, group in enumerate(self.tree.groups) if any(int(area.id or 0) in ticked for area in group)), None)
        if first:
            self.scrollTo(self.tree.index(first, 0))

    def ticked(self) -> frozenset[int]:
        """Ids of the ticked areas."""
        return self.tree.ticked

    def areas_ticked(self) -> tuple[HazardArea, ...]:
        """The ticked areas themselves."""
        ids = self.tree.ticked
        return tuple(area for area in self.areas if int(area.id or 0) in ids)

    def areas_chosen(self) -> tuple[HazardArea, ...]:
        """The areas of the line that is chosen."""
        return self.tree.areas_at(self.currentIndex())

    def tick_all(self, is_ticked: bool) -> None:
        """Tick every area, or none."""
        self.tree.tick_all(is_ticked)

    def line_of(self, text: str) -> QModelIndex:
        """The first line that holds ``text``."""
        return next((line for line in lines_of(self.tree) if text in str(line.data())), QModelIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        areas = self.tree.areas_at(current)
        if areas and not self._is_filling:
            self.chosen.emit(tuple(int(area.id or 0) for area in areas))
