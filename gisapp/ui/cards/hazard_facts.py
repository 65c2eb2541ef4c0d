"""What is said of hazard areas as fields of a card: name, kind, level, source, from when until when."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtWidgets import QComboBox, QLineEdit

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.domain.validity import moment_from_text
from gisapp.language import tr
from gisapp.services.hazards.change_hazard import HazardFacts
from gisapp.storage.hazards.hazards import HazardArea
from gisapp.ui import pieces
from gisapp.ui.cards.card import Card

T = TypeVar("T")
KINDS, LEVELS = tuple(HazardKind), tuple(HazardLevel)


class FactFields:
    """Fields filled with what ``areas`` have in common; where they differ a field says so and leaves each as it is."""

    def __init__(self, card: Card, areas: Sequence[HazardArea]) -> None:
        differ = tr("各不相同，不改")
        self.name = self._line(card, tr("名称"), _common(areas, lambda area: area.name), tr("例如：月河洪涝 7月12日"), differ)
        self.kind = _choice(card, tr("灾种"), [kind.caption for kind in KINDS], _common(areas, lambda area: KINDS.index(area.kind)), differ)
        self.level = _choice(card, tr("等级"), [level.caption for level in LEVELS], _common(areas, lambda area: area.level.rank), differ)
        self.source = self._line(card, tr("来源"), _common(areas, lambda area: area.source), tr("例如：县气象局 7月12日公报"), differ)
        example = tr("例如 2026-07-12 20:00，可不填")
        self.valid_from = self._line(card, tr("有效期从"), _common(areas, lambda area: _shown(area.valid_from)), example, differ)
        self.valid_to = self._line(card, tr("有效期到"), _common(areas, lambda area: _shown(area.valid_to)), example, differ)

    def facts(self) -> HazardFacts:
        """What is filled in; raises BadRequest for a time nobody can read."""
        return HazardFacts(
            name=self._said(self.name),
            kind=None if self.kind.currentData() is None else KINDS[self.kind.currentData()],
            level=self.chosen_level(),
            source=self._said(self.source),
            valid_from=self._moment(self.valid_from),
            valid_to=self._moment(self.valid_to),
        )

    def chosen_level(self) -> HazardLevel | None:
        """The level chosen; None where areas differ and stay so."""
        place = self.level.currentData()
        return None if place is None else LEVELS[place]

    def _line(self, card: Card, caption: str, text: str | None, example: str, differ: str) -> QLineEdit:
        field = QLineEdit(text or "")
        field.setPlaceholderText(differ if text is None else example)
        field.setProperty("differs", text is None)
        field.setAccessibleName(caption)
        card.add(pieces.label(caption, "caption"))
        card.add(field)
        return field

    def _said(self, field: QLineEdit) -> str | None:
        """An empty field of areas that differ leaves each as it is."""
        text = field.text().strip()
        return None if not text and field.property("differs") else text

    def _moment(self, field: QLineEdit) -> str | None:
        text = self._said(field)
        return moment_from_text(text) if text else text


def _choice(card: Card, caption: str, texts: Sequence[str], place: int | None, differ: str) -> QComboBox:
    box = QComboBox()
    if place is None:
        box.addItem(differ, None)
    for number, text in enumerate(texts):
        box.addItem(text, number)
    box.setCurrentIndex(place or 0)
    box.setAccessibleName(caption)
    card.add(pieces.label(caption, "caption"))
    card.add(box)
    return box


def _common(areas: Sequence[HazardArea], of: Callable[[HazardArea], T]) -> T | None:
    """What all areas have, None where they differ."""
    found = {of(area) for area in areas}
    return found.pop() if len(found) == 1 else None


def _shown(moment: str | None) -> str:
    return (moment or "").replace("T", " ")
