"""Hazard areas by hand: drawn on the map, along a river or road, and saved ones corrected; looked at on the card, then saved."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import shapely
from PySide6.QtCore import QObject, Signal

from gisapp.domain.change import Change
from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.services.hazards.change_hazard import HazardFacts, change_hazards
from gisapp.services.hazards.draw_along import area_along, names_along
from gisapp.services.hazards.save_hazard import checked, remove_hazards, save_hazards
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.ui.cards.hazard import FormDeeds, HazardForm, StripForm
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel

if TYPE_CHECKING:
    from sqlite_utils import Database

    from gisapp.ui.tasks import Control


class HazardEntry(QObject):
    """drawing_ended(): put the pen down; reshape_asked(geometry): the border is to be moved on the map.

    left(): the card is free again; saved(): something was written.
    """

    drawing_ended = Signal()
    reshape_asked = Signal(object)
    left = Signal()
    saved = Signal()

    def __init__(self, county: OpenCounty, *, card: CardPanel, content: MapContent, parent: QObject) -> None:
        super().__init__(parent)
        self._county, self._card, self._content = county, card, content
        self.form: HazardForm | None = None
        self._areas: tuple[HazardArea, ...] = ()
        self._shape: shapely.Geometry | None = None

    # What opens a form

    def take_drawn(self, coords: np.ndarray) -> None:
        """A polygon was drawn: ask what it is."""
        area = HazardArea(None, "", HazardKind.FLOOD, HazardLevel.RED, tr("地图绘制"), None, None, shapely.Polygon(coords))
        self._open(HazardForm(tr("新风险区"), (area,), self._deeds(is_one=True)), (area,))

    def edit(self, areas: Sequence[HazardArea]) -> None:
        """Correct saved areas: of one its border too."""
        if not areas:
            self._say(tr("请先在列表里选中要修改的风险区。"))
            return
        one = len(areas) == 1
        title = tr("修改风险区") if one else tr("修改 {count} 个风险区", count=len(areas))
        self._open(HazardForm(title, areas, self._deeds(is_one=one)), tuple(areas))

    def draw_along(self) -> None:
        """A strip along a river or road of the county."""
        self._county.tasks.read(names_along, self._open_strip, key="lines")

    def remove(self, ids: Sequence[int]) -> None:
        """Remove areas; undo brings them back."""
        if not ids:
            self._say(tr("请先勾选要删除的风险区。"))
            return
        who = self._county.who
        self._county.tasks.write(tr("删除风险区"), lambda db, _control: remove_hazards(db, ids, who=who), self.take_written)

    def _open_strip(self, lines: Sequence[str]) -> None:
        if not lines:
            self._say(tr("本县文件里没有河流和道路。"))
            return
        area = HazardArea(None, "", HazardKind.FLOOD, HazardLevel.RED, "", None, None, shapely.Polygon())
        form = StripForm(area, lines, self._deeds(is_one=True))
        self._open(form, (area,))
        form.line_box.setFocus()
        form.changed.connect(self._ask_strip)
        self._ask_strip()

    def _ask_strip(self) -> None:
        form = self.form
        if isinstance(form, StripForm):
            line, metres = form.line_box.currentText(), float(form.metres_box.value())
            read = self._county.tasks.read
            read(lambda connection: area_along(connection, line, metres), self._show_strip, key="strip", failed=self._complain)

    def _show_strip(self, found: HazardArea) -> None:
        """The strip on the map; its name and source follow it until somebody writes others."""
        form = self.form
        if not isinstance(form, StripForm):
            return
        self.drawing_ended.emit()
        before, self._areas = self._areas[0], (found,)
        form.complain("")
        for field, old, new in ((form.facts.name, before.name, found.name), (form.facts.source, before.source, found.source)):
            if field.text() == old:
                field.setText(new)
        self.take_reshaped(found.geometry)
        self._content.fly_to(found.geometry.bounds)

    def _open(self, form: HazardForm, areas: tuple[HazardArea, ...]) -> None:
        self.drawing_ended.emit()
        self.form, self._areas = form, areas
        self._shape = areas[0].geometry if len(areas) == 1 else None
        form.facts.level.currentIndexChanged.connect(lambda _place: self._draft())
        self._card.show_card(form, is_pinned=True)
        form.name.setFocus()
        self._show_shape()

    def _deeds(self, *, is_one: bool) -> FormDeeds:
        return FormDeeds(self.save_form, self.discard, self._reshape if is_one else None)

    # What happens while it is open

    def take_reshaped(self, shape: shapely.Geometry) -> None:
        """The border was moved on the map."""
        if self.form is not None:
            self._shape = shape
            self._show_shape()

    def save_form(self) -> None:
        """Save what is filled in."""
        form = self.form
        if form is None:
            return
        try:
            facts = form.facts.facts()
            ready = [checked(facts.of(self._shaped(area))) for area in self._areas]
        except GisappError as error:
            form.complain(str(error))
            return
        self._write(facts, ready)

    def discard(self) -> None:
        """Forget what was drawn or changed; the card is free again."""
        self.form, self._areas, self._shape = None, (), None
        self._content.draft(())
        self.drawing_ended.emit()
        self._card.unpin()
        self._county.signals.selection.emit("", (), self)
        self.left.emit()

    def take_written(self, change: Change | None) -> None:
        """Something was saved, changed or removed; None: nothing was different."""
        if change is None:
            self._say(tr("没有变化。"))
        else:
            self._county.signals.tell_change(change, self)
        self.discard()
        self.saved.emit()

    def _write(self, facts: HazardFacts, ready: Sequence[HazardArea]) -> None:
        who, ids, shape = self._county.who, [int(area.id) for area in self._areas if area.id is not None], self._shape

        def write(db: Database, _control: Control) -> Change | None:
            if ids:
                return change_hazards(db, ids, facts, who=who, shape=shape)
            return save_hazards(db, ready, who=who)

        self._county.tasks.write(tr("保存风险区"), write, self.take_written, failed=self._complain)

    def _reshape(self) -> None:
        if self._shape is not None and not self._shape.is_empty:
            self._content.show_whole(self._shape.bounds)
            self.reshape_asked.emit(self._shape)

    def _shaped(self, area: HazardArea) -> HazardArea:
        return area if self._shape is None else replace(area, geometry=self._shape)

    def _show_shape(self) -> None:
        if self.form is not None and self._shape is not None:
            self.form.show_shape(self._shape)
        self._draft()

    def _draft(self) -> None:
        """The areas on the map in the colour of the level chosen."""
        if self.form is None:
            return
        level = HazardFacts(level=self.form.facts.chosen_level())
        drawn: list[HazardArea] = []
        for area in self._areas:
            with suppress(GisappError):
                drawn.append(checked(replace(level.of(self._shaped(area)), name="…", valid_from=None, valid_to=None)))
        self._content.draft(drawn)

    def _complain(self, error: Any) -> None:
        if self.form is not None:
            self.form.complain(str(error))
        else:
            self._county.signals.message.emit("error", str(error))

    def _say(self, text: str) -> None:
        self._county.signals.message.emit("info", text)
