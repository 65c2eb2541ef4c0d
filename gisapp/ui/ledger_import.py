"""One import of a ledger on its way through the window: which file, which columns, what would happen, what happened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from gisapp.domain.ledger import LedgerKind
from gisapp.errors import BadRequest, Cancelled, GisappError
from gisapp.language import tr
from gisapp.services.ledger.outcome import LedgerPlan
from gisapp.services.places.ask_crs import CrsAsked
from gisapp.storage.county import county_file
from gisapp.ui.ledger_look import Looked, looked_at
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.tasks import Control

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping

    from gisapp.domain.cards import Unit
    from gisapp.readers.ledger import SheetSummary
    from gisapp.services.compare.comparison import Comparison
    from gisapp.services.ledger.import_ledger import Imported, LedgerTable
    from gisapp.services.ledger.look_at_ledger import Headings, LedgerLook
    from gisapp.services.ledger.look_at_map import CrsChoice, MapLook
    from gisapp.spatial.source_crs import SourceCrs


FOLDER = "/"
"""In the place of a layer's name: all photos of the folder. No layer is called so."""
COORDINATES = frozenset({"longitude", "origin_longitude", "wkt"})


class Step(IntEnum):
    """How far the import has come."""

    FILE = 0
    COLUMNS = 1
    PREVIEW = 2
    DONE = 3
    COMPARED = 4


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is read: ``row`` where the header begins (None = found), ``by_hand`` plain title -> field."""

    kind: LedgerKind
    sheet: str
    row: int | None = None
    by_hand: Mapping[str, str] | None = None


class LedgerImport(QObject):
    """moved(): another step, or something else to show in the same one. Files are read and plans made off the window's thread."""

    moved = Signal()

    def __init__(self, county: OpenCounty) -> None:
        super().__init__()
        self._county = county
        self.forget()

    def forget(self) -> None:
        """As before any file was chosen."""
        self.step = Step.FILE
        self.path: Path | None = None
        self.encoding: str | None = None
        self.asks_encoding = False
        self.trouble = ""
        self.doing = ""
        self.look: LedgerLook | None = None
        self.layout: Layout | None = None
        self.headings: Headings | None = None
        self.map: MapLook | None = None
        self.photos_beside = 0
        self.source: SourceCrs | None = None
        self.asked: CrsAsked | None = None
        self.is_strict = False
        self.is_stale = False
        self.is_undone = False
        self.table: LedgerTable | None = None
        self.plan: LedgerPlan | None = None
        self.compared: Comparison | None = None
        self.unit: Unit | None = None
        self.entry: int | None = None

    @property
    def reader(self) -> sqlite3.Connection:
        """For short questions of the page."""
        return self._county.reader

    @property
    def is_under_way(self) -> bool:
        """Whether a file was chosen and is not finished with."""
        return self.path is not None

    @property
    def sheet(self) -> SheetSummary | None:
        """The chosen sheet."""
        if self.look is None or self.layout is None:
            return None
        return next((one for one in self.look.sheets if one.name == self.layout.sheet), None)

    @property
    def can_go_on(self) -> bool:
        """Whether Enter leads anywhere."""
        if self.doing:
            return False
        if self.step is Step.COLUMNS:
            return self.headings is not None and not self.headings.missing and not self.crs_question
        return self.step is Step.PREVIEW and self.plan is not None and self.can_write

    @property
    def can_write(self) -> bool:
        """Whether anything would be written: rows, or columns chosen by hand."""
        return self.plan is not None and bool(self.plan.new or self.plan.changed or (self.table and self.table.is_mapped_by_hand))

    @property
    def crs_question(self) -> str:
        """What has to be answered about the coordinates before anything can be read; "" when nothing."""
        if self.source is not None or self.layout is None:
            return ""
        if self.asked is not None:
            return self.asked.message
        place = self.map.places[self.layout.sheet] if self.map is not None else None
        if place is None or not (place.proposals or place.stated is None):
            return ""
        if place.stated is None:
            return tr("文件没有说明坐标系，请在“坐标系”里选定。")
        return "" if place.share else tr("按文件说明的坐标系，没有一处在本县。请在“坐标系”里选定。")

    def crs_choices(self) -> tuple[CrsChoice, ...]:
        """The ways to read the coordinates; none where there are no coordinates to ask about."""
        from gisapp.services.ledger.look_at_map import OF_A_TABLE, crs_choices

        asked, fields = self.asked, self.headings.header.fields if self.headings else ()
        if self.map is None and asked is None and not COORDINATES.intersection(fields):
            return ()
        place = self.map.places[self.layout.sheet] if self.map is not None and self.layout is not None else OF_A_TABLE
        return crs_choices(place, asked.proposals if asked else (), asked.stated if asked else None)

    # The file

    def start(self, path: Path, *, encoding: str | None = None) -> None:
        """Look at a file: its sheets, and what it seems to be."""
        if self.doing:
            self._county.signals.message.emit("info", tr("上一份台账还没有处理完。"))
            return
        self.forget()
        self.path, self.encoding = path, encoding
        county_path = self._county.path

        def job(control: Control) -> Looked:
            with county_file.reading(county_path) as connection:
                return looked_at(connection, path, encoding, control)

        self._work(tr("读取台账"), job, self._looked, self._not_looked)

    def _looked(self, found: Looked) -> None:
        self.doing, self.look, self.map, self.photos_beside = "", found.look, found.map, found.photos_beside
        look = found.look
        if not look.sheets:
            self.trouble = tr("文件里没有数据：{path}", path=look.path)
            self.moved.emit()
            return
        self.step = Step.COLUMNS
        first = next((one for one in look.sheets if not one.is_hidden), look.sheets[0])
        name, kind = found.guess or (first.name, LedgerKind.RESIDENTS)
        self._lay_out(Layout(kind, name))

    def _not_looked(self, error: GisappError) -> None:
        self.doing = ""
        self.asks_encoding = isinstance(error, BadRequest)
        self.trouble = tr("看不出这个文本文件的编码，请在下面选择。") if self.asks_encoding else str(error)
        self.moved.emit()

    # Sheet, header and columns

    def choose_kind(self, kind: LedgerKind) -> None:
        """Read the sheet as another kind of ledger."""
        if self.layout is not None:
            self._lay_out(Layout(kind, self.layout.sheet))

    def choose_sheet(self, name: str) -> None:
        """Read another sheet, or another layer of a map; of a photo all that lie in its folder."""
        if name == FOLDER and self.path is not None:
            self.start(self.path.parent)
        elif self.layout is not None:
            self.source = self.asked = None
            self._lay_out(Layout(self.layout.kind, name))

    def choose_crs(self, source: SourceCrs | None) -> None:
        """Say how the coordinates are meant; None leaves it to the file."""
        if self.layout is not None:
            self.source, self.trouble = source, ""
            self.asked = self.asked if source is not None else None
            self.moved.emit()

    def choose_row(self, row: int) -> None:
        """Say in which row the header begins."""
        if self.layout is not None:
            self._lay_out(Layout(self.layout.kind, self.layout.sheet, row))

    def choose_field(self, column: int, field: str) -> None:
        """Say what a column holds; "" leaves it out."""
        from gisapp.services.ledger.look_at_ledger import chosen_by_hand

        if self.layout is not None and self.headings is not None:
            header = self.headings.header
            by_hand = chosen_by_hand(header, column, field)
            self._lay_out(Layout(self.layout.kind, self.layout.sheet, header.first, by_hand))

    def _lay_out(self, layout: Layout) -> None:
        from gisapp.services.ledger.look_at_ledger import headings

        self.layout = layout
        sheet = self.sheet
        assert sheet is not None
        if self.map is not None:
            from gisapp.services.ledger.look_at_map import map_headings

            self.headings = map_headings(self._county.reader, self.map.layer(layout.sheet), layout.kind, by_hand=layout.by_hand)
        else:
            self.headings = headings(self._county.reader, sheet, layout.kind, row=layout.row, by_hand=layout.by_hand)
        if self.headings is None and layout.row is None and sheet.head:
            self.headings = headings(self._county.reader, sheet, layout.kind, row=sheet.head[0][0])
        self.trouble = ""
        self.moved.emit()

    # On and back

    def go_on(self) -> None:
        """The next step: plan, then write."""
        if not self.can_go_on:
            return
        if self.step is Step.COLUMNS:
            self.plan_rows()
        elif self.step is Step.PREVIEW:
            self.write()

    def go_back(self) -> None:
        """The step before; from the first one, and from the end, to no file at all."""
        if self.doing:
            return
        if self.step in (Step.PREVIEW, Step.COMPARED):
            self.step, self.trouble, self.table, self.plan, self.compared = Step.COLUMNS, "", None, None, None
        else:
            self.forget()
        self.moved.emit()

    def plan_rows(self) -> None:
        """Read the whole sheet and see what would become of every row."""
        read, county_path, is_strict = self._reading(), self._county.path, self.is_strict

        def job(control: Control) -> tuple[LedgerTable, LedgerPlan]:
            from gisapp.services.ledger.import_ledger import preview_ledger

            with county_file.reading(county_path) as connection:
                table = read(connection, control)
                plan = preview_ledger(connection, table, is_strict=is_strict, progress=control.progress, cancelled=control.cancelled)
                return table, plan

        self._work(tr("比对台账"), job, self._planned, self._failed)

    def _reading(self) -> Callable[[sqlite3.Connection, Control], LedgerTable]:
        """How the whole sheet is read as it is laid out now."""
        layout, found, path, encoding = self.layout, self.headings, self.path, self.encoding
        assert layout is not None
        assert found is not None
        assert path is not None
        layers, source = self.map.names(layout.sheet) if self.map else (), self.source

        def read(connection: sqlite3.Connection, control: Control) -> LedgerTable:
            from gisapp.services.ledger.map_table import read_places

            return read_places(
                connection,
                path,
                layout.kind,
                layers=layers,
                sheet=layout.sheet,
                header_row=found.header.first,
                mapping=layout.by_hand or None,
                encoding=encoding,
                source=source,
                cancelled=control.cancelled,
            )

        return read

    @property
    def can_compare(self) -> bool:
        """Whether the sheet is a list of people or households that can be held against ours."""
        from gisapp.services.compare.compare_list import COMPARED

        is_list = self.layout is not None and self.layout.kind in COMPARED and self.map is None
        return is_list and self.step in (Step.COLUMNS, Step.COMPARED) and bool(self.headings and not self.headings.missing)

    def compare(self, unit: Unit | None = None) -> None:
        """Hold the sheet against ours, or against those of one unit; nothing is written."""
        if self.doing or not self.can_compare:
            return
        read, county_path, kept, self.unit = self._reading(), self._county.path, self.table, unit

        def job(control: Control) -> tuple[LedgerTable, Comparison]:
            from gisapp.services.compare.compare_list import compare_list

            with county_file.reading(county_path) as connection:
                table = kept or read(connection, control)
                return table, compare_list(connection, table, unit=unit, progress=control.progress, cancelled=control.cancelled)

        self._work(tr("比对名单"), job, self._compared, self._failed)

    def _compared(self, found: tuple[LedgerTable, Comparison]) -> None:
        self.doing, self.is_stale = "", False
        self.table, self.compared = found
        self.step = Step.COMPARED
        self.moved.emit()

    def _planned(self, found: tuple[LedgerTable, LedgerPlan]) -> None:
        self.doing, self.is_stale = "", False
        self.table, self.plan = found
        self.step = Step.PREVIEW
        self.moved.emit()

    def write(self) -> None:
        """Write what is new and changed, in one step that can be undone."""
        table, who, is_strict = self.table, self._county.who, self.is_strict
        assert table is not None

        def job(db, control: Control) -> Imported:  # type: ignore[no-untyped-def]
            from gisapp.services.ledger.import_ledger import import_ledger

            return import_ledger(
                db, table, who=who, is_strict=is_strict, progress=control.progress, cancelled=control.cancelled, closing=control.closing
            )

        title = tr("导入台账")
        self._begin(title)
        self._county.tasks.write(title, job, self._written, failed=self._failed)

    def _written(self, done: Imported) -> None:
        self.doing, self.plan = "", done.plan
        self.step, self.is_undone = Step.DONE, False
        self.entry = done.change.entry if done.change else None
        if done.change is not None:
            self._county.signals.tell_change(done.change, self)
        self.moved.emit()

    def _failed(self, error: GisappError) -> None:
        self.doing = ""
        if isinstance(error, CrsAsked):
            self.asked, self.source = error, None
            self.moved.emit()
            return
        self.trouble = error.message if isinstance(error, Cancelled) else str(error)
        self.moved.emit()

    def take_change(self, initiator: object) -> None:
        """Something else was written: what the preview says may no longer be so."""
        if initiator is not self and self.step in (Step.PREVIEW, Step.COMPARED) and not self.doing:
            self.is_stale = True
            self.moved.emit()

    def mark_undone(self, undone: frozenset[int]) -> None:
        """These entries of the history were taken back."""
        is_undone = self.entry is not None and self.entry in undone
        if self.step is Step.DONE and is_undone != self.is_undone:
            self.is_undone = is_undone
            self.moved.emit()

    def _work(self, title: str, job: Callable[[Control], object], then: Callable[..., None], failed: Callable[[GisappError], None]) -> None:
        self._begin(title)
        self._county.tasks.work(title, job, then, failed=failed)

    def _begin(self, title: str) -> None:
        self.doing, self.trouble = title, ""
        self.moved.emit()
