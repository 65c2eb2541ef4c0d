"""Every map page of a run: into one PDF, or into a folder with one PDF a village or grid."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from gisapp import __version__
from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Kind
from gisapp.domain.map_pages import MapPage, PageBy
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.printing.batch import BatchDone, Job, Progress, file_name, write_each
from gisapp.printing.map_pages import MapPagePrinter
from gisapp.printing.page_list import Batch, digest_of
from gisapp.storage.county import history

DRAWN = (Kind.GRID, Kind.DIVISION, Kind.ROAD, Kind.WATERWAY, Kind.TERRAIN, Kind.SETTLEMENT, Kind.SAFE_SITE, Kind.ALLOCATION)
"""What the ground of every map is drawn from."""


def print_map_pages(
    connection: sqlite3.Connection,
    run: AffectedRun,
    pages: Sequence[MapPage],
    out: Path,
    *,
    by: PageBy,
    maker: str = "",
    is_revealed: bool = False,
    is_again: bool = False,
    is_whole: bool = True,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> BatchDone:
    """Write ``pages`` to ``out``: a .pdf is one document; anything else a folder, where a later call goes on.

    There a page is written anew when what stands on it, or what its map is drawn from, was changed since. ``is_whole``: no page of
    the run is left out, so that what else is there of it is no longer needed. Names in a folder begin with the number of the run, so
    that pages of two runs never meet. Raises BadRequest when there is no page, BadFile, Cancelled.
    """
    if not pages:
        raise BadRequest(tr("没有要打印的地图页。"), tr("这次研判在所选单位里没有险区内的住房。"))
    printer = MapPagePrinter(connection, run, maker=maker, is_revealed=is_revealed)
    if out.suffix.lower() == ".pdf":
        title = tr("地图页 · 研判第 {run} 号 · 按{by}", run=run.id, by=by.caption)
        return BatchDone(((out, printer.print_all(pages, out, title=title, progress=progress, cancelled=cancelled)),), ())
    ground = history.newest_id(connection, DRAWN)
    jobs = [
        Job(
            page_file(run, page, is_revealed=is_revealed),
            partial(printer.print_one, page, cancelled=cancelled),
            partial(digest_of, __version__, run.at, page, ground),
        )
        for page in pages
    ]
    about = f"map-pages run {run.id} by {by.value}{' revealed' if is_revealed else ''}"
    batch = Batch(about, history.newest_id(connection), is_whole=is_whole)
    return write_each(out, jobs, batch, is_again=is_again, progress=progress, cancelled=cancelled)


def page_file(run: AffectedRun, page: MapPage, *, is_revealed: bool) -> str:
    """The file name of a page in a folder."""
    return file_name(tr("研判{run}", run=run.id), page.code, page.name, tr("完整电话") if is_revealed else "")
