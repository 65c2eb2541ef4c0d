"""A river-level scenario under way: its card, its water on the map, its levels in the table."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from shiboken6 import isValid

from gisapp.domain.change import Change, Kind
from gisapp.domain.river_level import CM, listed_levels, river_title
from gisapp.errors import Cancelled, GisappError
from gisapp.language import tr
from gisapp.scene.layers import WaterLayer
from gisapp.scene.shapes import around
from gisapp.scene.view import Bounds
from gisapp.scene.water import water_layer
from gisapp.services.hazards.prepare_drainage import Ground, kept_ground, prepare_ground
from gisapp.services.hazards.raise_river import RiverRise, raise_river, rivers_of
from gisapp.services.hazards.save_river_level import save_river_level
from gisapp.storage.places import layers
from gisapp.ui.cards.card import Card
from gisapp.ui.cards.river_level import RiverActions, RiverLevelCard, waiting_card
from gisapp.ui.overlays import NO_WATER
from gisapp.ui.panels.table import Listing
from gisapp.ui.tables.level_rows import LevelRow, level_columns, level_rows
from gisapp.ui.work.desk import WorkDesk
from gisapp.ui.work.terrain_deeds import ask_terrain

if TYPE_CHECKING:
    from sqlite_utils import Database

    from gisapp.ui.tasks import Control

COUNTED = frozenset({Kind.HOUSE, Kind.HOUSEHOLD, Kind.RESIDENT})
WORKSPACE = "flood"


@dataclass(frozen=True, slots=True, eq=False)
class Raised:
    """What is read for one river: the counts, the water, the names to choose from."""

    rise: RiverRise
    water: WaterLayer
    rivers: tuple[str, ...]


def open_scenario(desk: WorkDesk) -> None:
    """Open the scenario beside the map; where it is open already, go to its slider."""
    desk.bench.show_workspace(WORKSPACE)
    desk.bench.pages.show_page("map")
    found = desk.bench.findChild(RiverScenario)
    (found or RiverScenario(desk)).show()


class RiverScenario(QObject):
    """Lives as a child of the bench as long as its card is shown."""

    def __init__(self, desk: WorkDesk) -> None:
        super().__init__(desk.bench)
        self._desk, self._bench, self._county = desk, desk.bench, desk.county
        self._actions = RiverActions(self.save, self.read_terrain, self.close)
        self._ground: Ground | None = None
        self._raised: Raised | None = None
        self._told: tuple[str, ...] = ()
        self._own: Card | None = None
        self._is_over = False
        self._card: RiverLevelCard | None = None
        self._county.signals.changed.connect(self._changed)
        self._bench.workspace_changed.connect(self._left)
        self._bench.table.view.selectionModel().selectionChanged.connect(self._row_chosen)

    @property
    def card(self) -> RiverLevelCard | None:
        """The card with the slider, while it is there."""
        return self._card if self._card is not None and isValid(self._card) else None

    def show(self) -> None:
        """Go to the slider, or prepare what it needs."""
        if self.card is not None:
            self.card.slider.setFocus()
        else:
            self._begin()

    # Preparing

    def _begin(self) -> None:
        self._wait(tr("正在读取地形……"))
        self._county.tasks.read(kept_ground, self._kept, key="ground", failed=self._failed)

    def _kept(self, ground: Ground | None) -> None:
        if ground is not None:
            self._ready(ground)
            return
        self._wait(tr("正在准备地形，只做一次，可以在右下角取消。"))

        def prepare(db: Database, control: Control) -> Ground:
            return prepare_ground(db, progress=control.progress, cancelled=control.cancelled)

        self._county.tasks.write(tr("准备地形"), prepare, self._ready, failed=self._failed)

    def _ready(self, ground: Ground) -> None:
        self._ground = ground
        self._raise("" if self.card is None else self.card.river)

    def _raise(self, river: str) -> None:
        ground = self._ground
        if ground is None:
            return

        def read(connection: sqlite3.Connection) -> Raised:
            rise = raise_river(connection, ground, river)
            frame = rise.frame
            south, east = frame.north - frame.rows * frame.cell_m, frame.west + frame.columns * frame.cell_m
            return Raised(rise, water_layer(rise.above, (frame.west, south, east, frame.north)), rivers_of(connection))

        self._county.tasks.read(read, self._show, key="river rise", failed=self._not_raised)

    def _not_raised(self, error: GisappError) -> None:
        """Of another river nothing can be said: the one before stays."""
        if self.card is None or self._raised is None:
            self._failed(error)
        else:
            self.card.show_river(self._raised.rise.river)
            self._county.signals.message.emit("error", str(error))

    def _failed(self, error: GisappError) -> None:
        if isinstance(error, Cancelled):
            self._county.signals.message.emit("info", str(error))
            self.close()
        else:
            self._wait(str(error), can_read=True)

    def _wait(self, text: str, *, can_read: bool = False) -> None:
        self._take_water_off()
        self._raised, self._card = None, None
        card = waiting_card(text, self._actions, can_read=can_read, told=self._told)
        self._put(card)
        card.buttons[0].setFocus()

    # What is shown

    def _show(self, raised: Raised) -> None:
        is_other = self._raised is None or self._raised.rise.river != raised.rise.river
        self._raised = raised
        if self.card is None:
            self._make_card(raised)
        if is_other and raised.rise.river:
            self._look_at_river(raised.rise.river)
        self._show_level()
        if is_other or any(isinstance(row, LevelRow) for row in self._bench.table.rows_shown()):
            self._list_levels()

    def _make_card(self, raised: Raised) -> None:
        card = RiverLevelCard(raised.rivers, self._actions, terrain=raised.rise.terrain, step_m=raised.rise.step_m, told=self._told)
        self._card = card
        card.level_changed.connect(self._show_level)
        card.river_chosen.connect(self._raise)
        self._put(card)
        card.slider.setFocus()

    def _put(self, card: Card) -> None:
        if not self._is_over:
            self._own = card
            self._bench.card.show_card(card, is_pinned=True)
            card.destroyed.connect(self._card_gone)

    def _show_level(self) -> None:
        if self._raised is None or self.card is None:
            return
        level = self.card.level_m
        self.card.show_figures(self._raised.rise.at(level))
        content = self._bench.map.content
        content.lay_over(replace(content.overlays, water=replace(self._raised.water, level_cm=round(level * CM))))

    def _look_at_river(self, river: str) -> None:
        def bounds(connection: sqlite3.Connection) -> Bounds:
            found = layers.waterways(connection)
            return around([shape.bounds for shape, name in zip(found.geometries, found.names, strict=True) if name == river])

        self._county.tasks.read(bounds, self._bench.map.content.look_at, key="river bounds")

    def _list_levels(self) -> None:
        if self._raised is None or not self._bench.flood.is_current:
            return
        rise, table = self._raised.rise, self._bench.table
        self._bench.flood.shelf.leave()
        table.set_choices(())
        table.set_buttons(())
        title = tr("{river}各级水位（静态推算，不是预报）", river=river_title(rise.river))
        figures = [rise.at(level) for level in listed_levels(rise.step_m)]
        table.show_list(Listing(title, level_columns(has_unknown=rise.at(0).unknown > 0), level_rows(figures)))

    def _row_chosen(self) -> None:
        rows = self._bench.table.chosen_rows()
        if self.card is not None and len(rows) == 1 and isinstance(rows[0], LevelRow):
            self.card.set_level(rows[0].figures.level_m)

    # What the buttons do

    def save(self) -> None:
        """Keep the level shown as a hazard area; the card stays for another level."""
        raised, card, who = self._raised, self.card, self._county.who
        if raised is None or card is None:
            return
        level_m, name, colour = card.level_m, card.name.text(), card.colour

        def write(db: Database, control: Control) -> Change:
            return save_river_level(db, raised.rise, level_m, name=name, colour=colour, who=who, cancelled=control.cancelled)

        self._county.tasks.write(tr("保存风险区"), write, self._saved)

    def _saved(self, change: Change) -> None:
        self._county.signals.tell_change(change, self)

    def read_terrain(self) -> None:
        """Choose another terrain; the scenario begins anew on it."""
        ask_terrain(self._desk, self._read)

    def _read(self, told: Sequence[str]) -> None:
        self._told = tuple(told)
        self._begin()

    def close(self) -> None:
        """Back to the hazard areas and the run in hand."""
        self._end()
        self._bench.card.unpin()
        self._county.signals.selection.emit("", (), self)
        self._bench.flood.show_run()
        self._bench.flood.big.setFocus()

    # What happens elsewhere

    def _changed(self, change: Change, initiator: object) -> None:
        if initiator is self:
            return
        if Kind.TERRAIN in change.kinds:
            self._told = ()
            self._begin()
        elif COUNTED & {*change.kinds} and self._raised is not None:
            self._raise(self._raised.rise.river)

    def _left(self, name: str) -> None:
        if name != WORKSPACE:
            self._end()
            self._bench.card.unpin()
            self._county.signals.selection.emit("", (), self)

    def _card_gone(self) -> None:
        """Perhaps another card took the place of ours, e.g. that of a run: seen when it is there."""
        if isValid(self):
            QTimer.singleShot(0, self, self._end_when_replaced)

    def _end_when_replaced(self) -> None:
        if not self._is_over and self._bench.card.card is not self._own:
            self._end()

    def _end(self) -> None:
        self._is_over = True
        for key in ("ground", "river rise", "river bounds"):
            self._county.tasks.forget(key)
        self._take_water_off()
        self._county.signals.changed.disconnect(self._changed)
        self._bench.workspace_changed.disconnect(self._left)
        self._bench.table.view.selectionModel().selectionChanged.disconnect(self._row_chosen)
        self.setParent(None)
        self.deleteLater()

    def _take_water_off(self) -> None:
        content = self._bench.map.content
        content.lay_over(replace(content.overlays, water=NO_WATER))
