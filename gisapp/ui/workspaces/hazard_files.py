"""Hazard areas out of a file: read, looked at on card, table and map, then saved."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.scene import county_layers
from gisapp.scene.layers import PolygonLayer
from gisapp.scene.shapes import GeometryArray, around
from gisapp.services.hazards.read_depths import is_raster
from gisapp.services.hazards.reading import Reading
from gisapp.services.places.ask_crs import CrsAsked, Ground, title_of
from gisapp.spatial.source_crs import SourceCrs
from gisapp.ui import outputs
from gisapp.ui.ask import Ask
from gisapp.ui.cards.file_crs import CrsDeeds, FileCrsCard
from gisapp.ui.cards.hazard_file import FileDeeds, HazardFileCard
from gisapp.ui.map_content import MapContent
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.panels.card import CardPanel
from gisapp.ui.panels.table import Listing, TableButton, TablePanel
from gisapp.ui.tables.hazard_rows import area_columns, problem_columns
from gisapp.ui.workspaces.crs_trial import show_trial
from gisapp.ui.workspaces.hazard_entry import HazardEntry

if TYPE_CHECKING:
    from gisapp.readers.area_rows import AreaLayer
    from gisapp.services.hazards.import_hazards import HazardImport
    from gisapp.services.hazards.read_hazards import HazardFile
    from gisapp.ui.tasks import Control


@dataclass(frozen=True, slots=True)
class _Read:
    """A file that was read, and its areas as a layer of the map."""

    path: Path
    file: HazardFile
    layer: PolygonLayer


@dataclass(frozen=True, slots=True)
class _Unclear:
    """A file whose coordinates have to be chosen; ``is_stated``: those it states itself are one of the answers."""

    path: Path
    layers: tuple[AreaLayer, ...]
    reading: Reading
    asked: CrsAsked
    is_stated: bool = True


@dataclass(frozen=True, slots=True)
class Panes:
    """Where a file is looked at."""

    card: CardPanel
    content: MapContent
    table: TablePanel


class HazardFiles(QObject):
    """depths_chosen(path): a raster of depths was chosen."""

    depths_chosen = Signal(object)

    def __init__(self, county: OpenCounty, ask: Ask, *, panes: Panes, entry: HazardEntry) -> None:
        super().__init__(entry)
        self._county, self._ask, self._panes, self._entry = county, ask, panes, entry
        self._read_now: _Read | None = None

    def read_file(self) -> None:
        """Read areas from a file and show them before they are saved."""
        path = self._ask.hazards_to_read(Path.home())
        if path is not None:
            if is_raster(str(path)):
                self.depths_chosen.emit(path)
            else:
                self._read(path)

    def _read(self, path: Path) -> None:
        def job(connection: sqlite3.Connection, control: Control) -> _Read | _Unclear:
            from gisapp.readers.areas import read_areas

            return _understood(connection, path, read_areas(path, cancelled=control.cancelled), Reading(), control)

        self._county.tasks.look(tr("读取风险区文件"), job, self._show_file_or_ask)

    def _show_file_or_ask(self, read: _Read | _Unclear) -> None:
        if isinstance(read, _Read):
            self._show_file(read, Reading())
        else:
            self._ask_crs(read, self._entry.discard)

    # In which coordinates it is written

    def _ask_crs(self, unclear: _Unclear, leave: Callable[[], None]) -> None:
        """Ask on the card; what is chosen is shown on the map before it is read."""
        asked, layers = unclear.asked, unclear.layers

        def use(source: SourceCrs) -> None:
            self._understand(unclear.path, layers, replace(unclear.reading, crs=source))

        keep = partial(use, asked.stated) if unclear.is_stated and asked.stated is not None else None
        card = FileCrsCard(unclear.path.name, asked.message, asked.proposals, asked.stated, CrsDeeds(use, leave, keep))
        card.tried.connect(partial(self._try_crs, layers))
        self._panes.card.show_card(card, is_pinned=True)
        self._panes.card.take_focus()
        if card.first is not None:
            self._try_crs(layers, card.first)

    def _try_crs(self, layers: tuple[AreaLayer, ...], source: SourceCrs) -> None:
        def shapes_on(ground: Ground) -> GeometryArray:
            from gisapp.services.hazards.file_crs import moved_as

            return moved_as(layers, source, ground)

        show_trial(self._county, self._panes.card, self._panes.content, shapes_on)

    def _understand(self, path: Path, layers: tuple[AreaLayer, ...], reading: Reading) -> None:
        """Make areas of rows that were read already."""

        def job(connection: sqlite3.Connection, control: Control) -> _Read | _Unclear:
            return _understood(connection, path, layers, reading, control)

        def show(read: _Read | _Unclear) -> None:
            if isinstance(read, _Read):
                self._show_file(read, reading)

        def fail(error: GisappError) -> None:
            card = self._panes.card.card
            if isinstance(card, FileCrsCard):
                card.complain(str(error))

        self._county.tasks.look(tr("读取风险区文件"), job, show, failed=fail)

    def _change_crs(self) -> None:
        """Coordinates that somebody knows better than the file."""
        read, card = self._read_now, self._panes.card.card
        if read is not None and isinstance(card, HazardFileCard):
            unclear = _Unclear(read.path, read.file.layers, card.reading, _doubted(read.file.source), is_stated=False)
            self._ask_crs(unclear, partial(self._show_file, read, card.reading))

    # The file on the card

    def _show_file(self, read: _Read, reading: Reading) -> None:
        card = HazardFileCard(read.file, read.path.name, reading, FileDeeds(self._take, self._entry.discard, self._change_crs))
        card.changed.connect(partial(self._again, card))
        self._show(read)
        self._panes.card.show_card(card, is_pinned=True)
        self._panes.card.take_focus()
        if read.file.areas:
            self._panes.content.fly_to(around([area.geometry.bounds for area in read.file.areas]))

    def _again(self, card: HazardFileCard) -> None:
        """Understand the rows that were read in another way; the card stays as it is, and shows what it means."""
        read, reading = self._read_now, card.reading
        if read is None:
            return

        def job(connection: sqlite3.Connection, control: Control) -> _Read | _Unclear:
            return _understood(connection, read.path, read.file.layers, reading, control)

        def show(again: _Read | _Unclear) -> None:
            if isinstance(again, _Read) and isValid(card) and card.reading == reading:
                self._show(again)
                card.show_found(again.file)

        def fail(error: GisappError) -> None:
            if isValid(card) and card.reading == reading:
                card.keep(read.file, str(error))

        self._county.tasks.look(tr("重新理解各列"), job, show, failed=fail)

    def _show(self, read: _Read) -> None:
        self._read_now = read
        self._panes.content.show_draft(read.layer)
        self._list_rows(is_of_areas=not read.file.problems)

    def _list_rows(self, *, is_of_areas: bool) -> None:
        """Below the map: the areas, or the rows that were refused, repaired or must be looked at."""
        read = self._read_now
        if read is None:
            return
        table, areas, problems = self._panes.table, read.file.areas, read.file.problems
        choices = (
            (tr("范围（{count}）", count=f"{len(areas):,}"), partial(self._list_rows, is_of_areas=True)),
            (tr("要看一看的行（{count}）", count=f"{len(problems):,}"), partial(self._list_rows, is_of_areas=False)),
        )
        tip = tr("把拒收、修复和提醒的行连同原因写成工作簿")
        export = TableButton(tr("导出这些行…"), "table", lambda _families: self._export(), tip)
        table.set_buttons(() if is_of_areas else (export,))
        table.set_choices(choices if problems else (), current=0 if is_of_areas else 1)
        columns, rows = (area_columns(), areas) if is_of_areas else (problem_columns(), problems)
        table.show_list(Listing(read.path.name, columns, rows))

    # What is done with it

    def _export(self) -> None:
        """Every row that was refused, repaired or must be looked at, as a workbook."""
        read = self._read_now
        if read is None:
            return
        name = tr("{name}-要看一看的行.xlsx", name=read.path.stem)
        path = self._ask.save_as(tr("导出要看一看的行"), Path.home() / name, outputs.EXCEL)

        def write(path: Path, control: Control) -> None:
            from gisapp.export.hazard_problems import write_hazard_problems

            write_hazard_problems(path, read.file.problems, cancelled=control.cancelled)

        outputs.write_out(self._county, path, tr("导出要看一看的行"), write)

    def _take(self) -> None:
        from gisapp.services.hazards.import_hazards import take_hazards

        read, who = self._read_now, self._county.who
        if read is not None:
            self._county.tasks.write(
                tr("保存风险区"),
                lambda db, control: take_hazards(db, read.file, who=who, progress=control.progress, cancelled=control.cancelled),
                self._taken,
            )

    def _taken(self, taken: HazardImport) -> None:
        self._read_now = None
        if taken.change is not None:
            self._entry.take_written(taken.change)
            return
        self._county.signals.message.emit("info", tr("文件里的 {count} 个风险区都已在县文件里，没有变化。", count=taken.same))
        self._entry.discard()


def _understood(
    connection: sqlite3.Connection, path: Path, layers: tuple[AreaLayer, ...], how: Reading, control: Control
) -> _Read | _Unclear:
    """On a thread: the areas and their layer; where only the words for levels are unknown there may be no area yet."""
    from gisapp.services.hazards.read_hazards import refuse_useless, understood

    try:
        found = understood(connection, path, layers, how, progress=control.progress, cancelled=control.cancelled)
    except CrsAsked as asked:
        return _Unclear(path, layers, how, asked)
    if not found.has_unknown_level:
        refuse_useless(found, path)
    return _Read(path, found, county_layers.draft_layer(found.areas))


def _doubted(source: SourceCrs | None) -> CrsAsked:
    """The question as somebody asks it who was not asked."""
    why = tr("现在按 {crs} 读取。", crs=title_of(source)) if source else tr("文件没有说明坐标系。")
    return CrsAsked(why, "", (), source)
