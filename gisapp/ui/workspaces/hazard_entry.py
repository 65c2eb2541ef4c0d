"""How hazard areas come in: drawn on the map or read from a file, looked at on the card, then saved."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, Signal

from gisapp.domain.change import Change
from gisapp.domain.hazard import thresholds_from_text
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.scene.measure import ring_area
from gisapp.scene.shapes import around
from gisapp.services.hazard_fields import FieldChoice
from gisapp.services.read_depths import is_raster
from gisapp.services.save_hazard import area_from_corners, remove_hazards, save_hazards
from gisapp.storage.hazards import HazardArea
from gisapp.ui.ask import Ask
from gisapp.ui.cards.hazard import HazardForm, file_card
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel

if TYPE_CHECKING:
    from gisapp.services.import_hazards import HazardImport
    from gisapp.services.read_hazards import HazardFile


class HazardEntry(QObject):
    """drawing_ended(): put the pen down; left(): the card is free again; saved(): something was written.

    depths_asked(path, thresholds): a raster is to be asked about.
    """

    drawing_ended = Signal()
    left = Signal()
    saved = Signal()
    depths_asked = Signal(object, object)

    def __init__(self, county: OpenCounty, ask: Ask, *, card: CardPanel, content: MapContent, parent: QObject) -> None:
        super().__init__(parent)
        self._county, self._ask, self._card, self._content = county, ask, card, content
        self.form: HazardForm | None = None
        self._corners: list[tuple[float, float]] = []

    def take_drawn(self, coords: np.ndarray) -> None:
        """A polygon was drawn: ask for its name, kind and level beside the map."""
        self._corners = [(float(x), float(y)) for x, y in coords]
        self.form = HazardForm(ring_area(coords), save=self.save_form, discard=self.discard)
        self.form.level_box.currentIndexChanged.connect(lambda _place: self._draft())
        self._card.show_card(self.form, is_pinned=True)
        self.form.name.setFocus()
        self._draft()

    def save_form(self) -> None:
        """Save what was drawn and filled in."""
        form = self.form
        if form is None:
            return
        try:
            area = area_from_corners(
                self._corners, name=form.name.text(), kind=form.kind, level=form.level, source=form.source.text().strip()
            )
        except GisappError as error:
            form.complain(str(error))
            return
        self._save((area,))

    def discard(self) -> None:
        """Forget what was drawn or read; the card is free again."""
        self.form, self._corners = None, []
        self._content.draft(())
        self.drawing_ended.emit()
        self._card.unpin()
        self._county.signals.selection.emit("", (), self)
        self.left.emit()

    def read_file(self) -> None:
        """Read areas from a file and show them before they are saved."""
        path = self._ask.hazards_to_read(Path.home())
        if path is not None:
            if is_raster(str(path)):
                self._ask_depths(path)
            else:
                self._read(path, FieldChoice())

    def remove(self, ids: Sequence[int]) -> None:
        """Remove areas; undo brings them back."""
        if not ids:
            self._say(tr("请先勾选要删除的风险区。"))
            return
        who = self._county.who
        self._county.tasks.write(tr("删除风险区"), lambda db, _control: remove_hazards(db, ids, who=who), self._written)

    def _read(self, path: Path, fields: FieldChoice) -> None:
        from gisapp.services.read_hazards import Reading, read_hazards

        self._county.tasks.read(
            lambda connection: read_hazards(connection, path, Reading(fields=fields)), partial(self._show_file, path), key="hazard file"
        )

    def _ask_depths(self, path: Path) -> None:
        """A raster of depths is asked about at once: from how many metres on each level begins."""
        text = self._ask.line(tr("水深栅格"), tr("从几米起算险区？由浅到深，最后一个是红色："), suggested="0.5,1.0")
        if text is None:
            return
        try:
            self.depths_asked.emit(path, thresholds_from_text(text))
        except GisappError as error:
            self._county.signals.message.emit("error", str(error))

    def _draft(self) -> None:
        """The drawn area on the map in the colour of the level chosen."""
        if self.form is None:
            return
        with suppress(GisappError):
            area = area_from_corners(self._corners, name=tr("未命名"), kind=self.form.kind, level=self.form.level, source="")
            self._content.draft((area,))

    def _show_file(self, path: Path, found: HazardFile) -> None:
        self._content.draft(found.areas)
        card = file_card(found, path.name, save=lambda: self._take(found), discard=self.discard, choose=partial(self._read, path))
        self._card.show_card(card, is_pinned=True)
        self._card.take_focus()
        if found.areas:
            self._content.fly_to(around([area.geometry.bounds for area in found.areas]))

    def _take(self, found: HazardFile) -> None:
        from gisapp.services.import_hazards import take_hazards

        who = self._county.who
        self._county.tasks.write(tr("保存风险区"), lambda db, _control: take_hazards(db, found, who=who), self._taken)

    def _taken(self, taken: HazardImport) -> None:
        if taken.change is not None:
            self._written(taken.change)
            return
        self._say(tr("文件里的 {count} 个风险区都已在县文件里，没有变化。", count=taken.same))
        self.discard()

    def _save(self, areas: Sequence[HazardArea]) -> None:
        who = self._county.who
        self._county.tasks.write(tr("保存风险区"), lambda db, _control: save_hazards(db, areas, who=who), self._written)

    def _written(self, change: Change) -> None:
        self._county.signals.tell_change(change, self)
        self.discard()
        self.saved.emit()

    def _say(self, text: str) -> None:
        self._county.signals.message.emit("info", text)
