"""Damaged houses on the map while they are asked for: how bad, and how far the work is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from gisapp.domain.change import Change, Kind
from gisapp.scene.damage_layer import damage_layer, no_damages
from gisapp.scene.layers import PointLayer
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty

TOUCHING = frozenset({Kind.DAMAGE, Kind.HOUSE})


class DamageContent(QObject):
    """shown(bool): damaged houses appeared on the map or went."""

    shown = Signal(bool)

    def __init__(self, county: OpenCounty, content: MapContent) -> None:
        super().__init__(content)
        self._county, self._content = county, content
        self._is_on = False
        county.signals.changed.connect(self._changed)

    @property
    def is_on(self) -> bool:
        """Whether they are asked for."""
        return self._is_on

    def show_all(self, is_on: bool) -> None:
        """Draw them, or take them off."""
        self._is_on = is_on
        self.shown.emit(is_on)
        self._draw()

    def _changed(self, change: Change, _initiator: object) -> None:
        if self._is_on and TOUCHING.intersection(change.kinds):
            self._draw()

    def _draw(self) -> None:
        if self._is_on:
            self._county.tasks.read(damage_layer, self._show, key="damages")
        else:
            self._county.tasks.forget("damages")
            self._show(no_damages())

    def _show(self, layer: PointLayer) -> None:
        self._content.lay_over(replace(self._content.overlays, damages=layer))
