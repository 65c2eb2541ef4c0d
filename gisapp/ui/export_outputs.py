"""Lists out of the window: a list of the county or the one on the screen, written in the background and remembered to be written again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gisapp.errors import GisappError
from gisapp.language import tr
from gisapp.storage.county import county_file
from gisapp.ui.outputs import tell_written
from gisapp.ui.tables.rows import Column
from gisapp.ui.tasks import Control
from gisapp.ui.work.desk import WorkDesk

if TYPE_CHECKING:
    from sqlite_utils import Database

    from gisapp.export.export_order import ExportOrder, Written
    from gisapp.export.table import Table

SHEETS = "Excel (*.xlsx);;CSV (*.csv)"
MAPS = "GeoPackage (*.gpkg);;Shapefile (*.shp);;ZIP (*.zip);;GeoJSON (*.geojson);;KML (*.kml)"


@dataclass(frozen=True, slots=True)
class ShownList:
    """A list as it stands on the screen: its columns as chosen, its rows as filtered and sorted."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Any, ...]


def write_order(desk: WorkDesk, path: Path, order: ExportOrder, *, reason: str = "") -> None:
    """A list of the county; with a reason in clear, and the history keeps it."""
    county, title = desk.county, tr("导出")

    def done(written: Written) -> None:
        from gisapp.export import last_export

        last_export.keep(county.path, last_export.LastExport(path, order, is_revealed=bool(reason)))
        desk.repeat = None
        county.signals.message.emit("done", tr("已导出 {rows:,} 行：{path}", rows=written.rows, path=path))
        if written.told:
            desk.ask.tell(title, written.told)

    def masked(control: Control) -> Written:
        from gisapp.export.export_kind import export_kind

        with county_file.reading(county.path) as connection:
            return export_kind(connection, path, order, progress=control.progress, cancelled=control.cancelled)

    def in_clear(db: Database, control: Control) -> Written:
        from gisapp.export.export_kind import export_revealed

        return export_revealed(db, path, order, who=county.who, reason=reason, progress=control.progress, cancelled=control.cancelled)

    if reason:
        county.tasks.write(title, in_clear, done)
    else:
        county.tasks.work(title, masked, done)


def write_shown(desk: WorkDesk, path: Path, shown: ShownList) -> None:
    """The list on the screen, as it is on the screen."""
    county = desk.county

    def write(control: Control) -> None:
        from gisapp.export.plain_table import write_csv
        from gisapp.export.workbook import write_workbook

        table = as_table(shown)
        if path.suffix.lower() == ".csv":
            write_csv(path, table, cancelled=control.cancelled)
        else:
            write_workbook(path, [table], cancelled=control.cancelled)

    def done(_result: None) -> None:
        desk.repeat = lambda: _again_shown(desk, path, shown)
        tell_written(county, path)

    county.tasks.work(tr("导出"), write, done)


def export_again(desk: WorkDesk) -> None:
    """The last export once more, to the same place with the same choice; a reason is asked for again."""
    from gisapp.export import last_export

    if desk.repeat is not None:
        desk.repeat()
        return
    try:
        last = last_export.kept(desk.county.path)
    except GisappError as error:
        desk.county.signals.message.emit("info", str(error))
        return
    reason = desk.ask.reason(tr("再导出一次"), tr("上一次没有脱敏。为什么要再导出？原因会记入历史。")) if last.is_revealed else ""
    if reason is not None:
        write_order(desk, last.path, last.order, reason=reason)


def as_table(shown: ShownList) -> Table:
    """The list as a sheet: numbers stay numbers, everything else is the text on the screen."""
    from gisapp.export.table import Column as OutColumn
    from gisapp.export.table import Content, Table

    columns = tuple(
        OutColumn(str(at), column.title, max(8.0, column.width * 2), Content.NUMBER if column.is_number else Content.TEXT)
        for at, column in enumerate(shown.columns)
    )
    return Table(shown.title, columns, ([_cell(column, row) for column in shown.columns] for row in shown.rows), (shown.title,))


def _cell(column: Column, row: Any) -> str | int | float:
    value = column.order(row) if column.is_number and column.order else None
    return value if isinstance(value, int | float) else column.text(row)


def _again_shown(desk: WorkDesk, path: Path, former: ShownList) -> None:
    now = shown_now(desk)
    if now.title != former.title:
        what = tr("列表已经换成“{title}”，没有再导出“{former}”。", title=now.title, former=former.title)
        desk.county.signals.message.emit("info", what)
        return
    titles = [column.title for column in former.columns]
    write_shown(desk, path, with_columns(now, titles))


def shown_now(desk: WorkDesk) -> ShownList:
    """What the table shows now, filtered and sorted as it is."""
    table = desk.bench.table
    return ShownList(table.listing.title, table.listing.columns, tuple(table.rows_shown()))


def with_columns(shown: ShownList, titles: Sequence[str]) -> ShownList:
    """The list with the columns of these titles, in this order."""
    by_title = {column.title: column for column in shown.columns}
    return ShownList(shown.title, tuple(by_title[title] for title in titles if title in by_title), shown.rows)
