"""Hazard areas out of a file: read, looked at on card and map, then saved."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gisapp.language import tr
from gisapp.scene.shapes import around
from gisapp.services.hazards.hazard_fields import FieldChoice
from gisapp.services.hazards.read_depths import is_raster
from gisapp.ui.ask import Ask
from gisapp.ui.cards.hazard import file_card
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel
from gisapp.ui.workspaces.hazard_entry import HazardEntry

if TYPE_CHECKING:
    from gisapp.services.hazards.import_hazards import HazardImport
    from gisapp.services.hazards.read_hazards import HazardFile


class HazardFiles(QObject):
    """depths_chosen(path): a raster of depths was chosen."""

    depths_chosen = Signal(object)

    def __init__(self, county: OpenCounty, ask: Ask, *, card: CardPanel, content: MapContent, entry: HazardEntry) -> None:
        super().__init__(entry)
        self._county, self._ask, self._card, self._content, self._entry = county, ask, card, content, entry

    def read_file(self) -> None:
        """Read areas from a file and show them before they are saved."""
        path = self._ask.hazards_to_read(Path.home())
        if path is not None:
            if is_raster(str(path)):
                self.depths_chosen.emit(path)
            else:
                self._read(path, FieldChoice())

    def _read(self, path: Path, fields: FieldChoice) -> None:
        from gisapp.services.hazards.read_hazards import Reading, read_hazards

        self._county.tasks.read(
            lambda connection: read_hazards(connection, path, Reading(fields=fields)), partial(self._show_file, path), key="hazard file"
        )

    def _show_file(self, path: Path, found: HazardFile) -> None:
        self._content.draft(found.areas)
        card = file_card(found, path.name, save=lambda: self._take(found), discard=self._entry.discard, choose=partial(self._read, path))
        self._card.show_card(card, is_pinned=True)
        self._card.take_focus()
        if found.areas:
            self._content.fly_to(around([area.geometry.bounds for area in found.areas]))

    def _take(self, found: HazardFile) -> None:
        from gisapp.services.hazards.import_hazards import take_hazards

        who = self._county.who
        self._county.tasks.write(tr("保存风险区"), lambda db, _control: take_hazards(db, found, who=who), self._taken)

    def _taken(self, taken: HazardImport) -> None:
        if taken.change is not None:
            self._entry.take_written(taken.change)
            return
        self._county.signals.message.emit("info", tr("文件里的 {count} 个风险区都已在县文件里，没有变化。", count=taken.same))
        self._entry.discard()
