"""The form for a drawn area and for saved ones: filled in on the card, while the map stays alive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import shapely
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from gisapp.language import tr
from gisapp.scene.scalebar import area_text
from gisapp.services.hazards.draw_along import WIDEST_M
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.hazard_facts import FactFields


@dataclass(frozen=True, slots=True)
class FormDeeds:
    """What a form's buttons do; ``reshape`` is None where there is no one border."""

    save: Callable[[], None]
    discard: Callable[[], None]
    reshape: Callable[[], None] | None = None


class HazardForm(Card):
    """Name, kind, level, source and times of a new area, or of saved ones."""

    def __init__(self, title: str, areas: Sequence[HazardArea], deeds: FormDeeds) -> None:
        super().__init__(title)
        self.size_note = pieces.label("", "note")
        self.repair_note = pieces.label("", "warning")
        for note in (self.size_note, self.repair_note):
            note.hide()
            self.add(note)
        self.add_first()
        self.facts = FactFields(self, areas)
        self.trouble = pieces.label("", "warning")
        self.trouble.hide()
        self.add(self.trouble)
        self.button(tr("保存风险区"), deeds.save, role="main", icon="save")
        if deeds.reshape is not None:
            self.button(tr("改边界"), deeds.reshape, icon="draw", tip=tr("在地图上移动、添加、删除角点"))
        self.button(tr("放弃"), deeds.discard, icon="close")
        self.name.returnPressed.connect(deeds.save)

    @property
    def name(self) -> QLineEdit:
        """The field a person begins with."""
        return self.facts.name

    def add_first(self) -> None:
        """What stands before the facts."""

    def show_shape(self, shape: shapely.Geometry) -> None:
        """How large the area is, and what saving will repair."""
        self.size_note.setText(tr("面积 {area}", area=area_text(shape.area)))
        self.size_note.show()
        repaired = shapely.make_valid(shape, method="structure")
        self.repair_note.setVisible(not shape.is_valid)
        before, after = area_text(shape.area), area_text(repaired.area)
        self.repair_note.setText(tr("边界自己相交，保存时会修复：面积 {before} → {after}。", before=before, after=after))

    def complain(self, text: str) -> None:
        """Say why it cannot be saved like this."""
        self.trouble.setText(text)
        self.trouble.setVisible(bool(text))


class StripForm(HazardForm):
    """changed(): another river or road, or another width."""

    changed = Signal()

    def __init__(self, area: HazardArea, lines: Sequence[str], deeds: FormDeeds) -> None:
        self._lines = lines
        super().__init__(tr("沿河或路"), (area,), deeds)

    def add_first(self) -> None:
        self.line_box = QComboBox()
        self.line_box.setEditable(True)
        self.line_box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.line_box.addItems(list(self._lines))
        completer = self.line_box.completer()
        if completer is not None:
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.metres_box = QSpinBox()
        self.metres_box.setRange(1, int(WIDEST_M))
        self.metres_box.setSingleStep(10)
        self.metres_box.setValue(50)
        self.metres_box.setSuffix(tr(" 米"))
        self.metres_box.setMinimumHeight(self.line_box.sizeHint().height())
        for caption, field in ((tr("河流或道路"), self.line_box), (tr("两侧各"), self.metres_box)):
            self.add(pieces.label(caption, "caption"))
            field.setAccessibleName(caption)
            self.add(field)
        self.line_box.currentTextChanged.connect(lambda _text: self.changed.emit())
        self.metres_box.valueChanged.connect(lambda _metres: self.changed.emit())
