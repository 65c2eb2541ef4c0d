"""A raster of depths chosen from a file: where it lies is looked at first, and asked about when it does not meet the county."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import QObject, Signal

from gisapp.language import tr
from gisapp.readers.raster_place import RasterPlace
from gisapp.scene.shapes import GeometryArray
from gisapp.services.hazards.raster_crs import frame_of, raster_crs
from gisapp.services.places.ask_crs import CrsAsked, Ground
from gisapp.spatial.source_crs import SourceCrs
from gisapp.ui.cards.file_crs import CrsDeeds, FileCrsCard
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel
from gisapp.ui.tasks import Control
from gisapp.ui.workspaces.crs_trial import show_trial

Unclear = tuple[RasterPlace, CrsAsked]


class RasterFiles(QObject):
    """chosen(path, SourceCrs | None): a raster that meets the county, in the coordinates it states when None."""

    chosen = Signal(object, object)

    def __init__(self, county: OpenCounty, card: CardPanel, content: MapContent, leave: Callable[[], None]) -> None:
        super().__init__(card)
        self._county, self._card, self._content, self._leave = county, card, content, leave

    def look_at(self, path: Path) -> None:
        """See whether the raster lies under the county, as it says; else ask on the card."""

        def job(connection: sqlite3.Connection, _control: Control) -> Unclear | None:
            from gisapp.readers.raster_process import place_in

            place = place_in(path)
            try:
                raster_crs(place, path, Ground(connection))
            except CrsAsked as asked:
                return place, asked
            return None

        def show(unclear: Unclear | None) -> None:
            if unclear is None:
                self.chosen.emit(path, None)
            else:
                self._ask(path, *unclear)

        self._county.tasks.look(tr("读取水深栅格"), job, show)

    def _ask(self, path: Path, place: RasterPlace, asked: CrsAsked) -> None:
        def use(source: SourceCrs) -> None:
            self._leave()
            self.chosen.emit(path, source)

        card = FileCrsCard(path.name, asked.message, asked.proposals, asked.stated, CrsDeeds(use, self._leave))
        card.tried.connect(lambda source: self._try(place, source))
        self._card.show_card(card, is_pinned=True)
        self._card.take_focus()
        if card.first is not None:
            self._try(place, card.first)

    def _try(self, place: RasterPlace, source: SourceCrs) -> None:
        def frame(ground: Ground) -> GeometryArray:
            return np.array([frame_of(place, source.text, ground.epsg)], dtype=object)

        show_trial(self._county, self._card, self._content, frame)
