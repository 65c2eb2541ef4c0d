"""Reports, lists by contact, map pages and needs out of the window: asks where to, prints beside what is written."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.change import Change
from gisapp.domain.map_pages import PageBy
from gisapp.language import tr
from gisapp.services.runs.count_needs import USUAL_DAYS, count_needs, count_site_needs
from gisapp.services.runs.reveal_calls import reveal_calls
from gisapp.storage.county import county_file
from gisapp.ui.ask import Ask
from gisapp.ui.open_county import OpenCounty
from gisapp.ui.outputs import EXCEL, PDF, print_out, suggested, tell_written, write_out
from gisapp.ui.tasks import Control

if TYPE_CHECKING:
    from gisapp.printing.batch import BatchDone


class Paper(StrEnum):
    """What is printed of a run, beside its report."""

    CALLS = "calls"
    CONTACTS = "contacts"
    VILLAGES = "villages"
    GRIDS = "grids"

    @property
    def caption(self) -> str:
        titles = (tr("电话名单"), tr("按联系人的名单"), tr("地图页（村）"), tr("地图页（网格）"))
        return titles[tuple(Paper).index(self)]

    @property
    def page_by(self) -> PageBy | None:
        """Of map pages: what a page is about."""
        return {Paper.VILLAGES: PageBy.VILLAGE, Paper.GRIDS: PageBy.GRID}.get(self)


@dataclass(frozen=True, slots=True)
class RunOrder:
    """What to print of which run; with a ``reason`` phones are whole and the history keeps it."""

    run: int
    paper: Paper
    is_folder: bool = False
    reason: str = ""


def print_report(county: OpenCounty, ask: Ask, run: int | None, *, parts: tuple[str, ...] = (), name: str = "") -> bool:
    """The situation report of a run (None = the latest), or only these parts of it; False when the person thought better of it."""
    title = tr("打印处置报告")
    path = ask.save_as(title, suggested(county, name or tr("处置报告.pdf")), PDF)
    print_out(county, path, title, "report", run, parts, USUAL_DAYS, county.who)
    return path is not None


def print_run(county: OpenCounty, ask: Ask, order: RunOrder) -> bool:
    """A list or map pages of a run; False when the person thought better of it."""
    title = tr("打印{what}", what=order.paper.caption)
    if order.is_folder:
        path = ask.folder(title, suggested(county, tr("地图页")))
    else:
        path = ask.save_as(title, suggested(county, tr("{what}.pdf", what=order.paper.caption)), PDF)
    if path is None:
        return False

    def start(change: Change | None = None) -> None:
        if change is not None:
            county.signals.changed.emit(change, None)
        _print(county, path, title, order)

    if order.reason:
        who = county.who
        county.tasks.write(title, lambda db, _control: reveal_calls(db, order.run, who=who, why=order.reason), start)
    else:
        start()
    return True


def print_grid_sheets(county: OpenCounty, ask: Ask) -> None:
    """The sheet of every grid into a folder."""
    title = tr("打印全部网格卡")
    folder = ask.folder(title, suggested(county, tr("网格卡")))
    print_out(county, folder, title, "grid_sheets", then=lambda done: _tell(county, folder, done))


def export_needs(county: OpenCounty, ask: Ask, run: int, days: int) -> None:
    """What the people of a run need as a workbook."""

    def write(path: Path, _control: Control) -> None:
        from gisapp.export.needs_table import write_needs
        from gisapp.export.run_notes import run_notes
        from gisapp.export.stored_run import stored_run

        with county_file.reading(county.path) as connection:
            found = stored_run(connection, run)
            notes = run_notes(connection, found, is_revealed=False)[1:2]
            at_sites = count_site_needs(connection, run, days=days)
            write_needs(path, count_needs(connection, run, days=days), found, notes, at_sites=at_sites)

    title = tr("导出物资需求")
    write_out(county, ask.save_as(title, suggested(county, tr("物资需求.xlsx")), EXCEL), title, write)


def _print(county: OpenCounty, path: Path, title: str, order: RunOrder) -> None:
    asked, by = (order.run, bool(order.reason)), order.paper.page_by
    if by is not None:
        print_out(county, path, title, "map_pages", *asked, by, county.who, then=lambda done: _tell(county, path, done))
    else:
        print_out(county, path, title, "call_pages" if order.paper is Paper.CONTACTS else "call_list", *asked)


def _tell(county: OpenCounty, path: Path | None, done: BatchDone) -> None:
    if path is None:
        return
    if not (done.kept or path.is_dir()):
        tell_written(county, path)
        return
    values = {"written": len(done.written), "sheets": done.sheets, "kept": len(done.kept)}
    told = tr("写了 {written:,} 份共 {sheets:,} 页，已有 {kept:,} 份：{path}", path=path, **values)
    county.signals.message.emit("done", "\n".join((told, *done.changes)))
