"""What the window prints, each as one function of paths and numbers, so that it can be done in a process of its own (``apart``)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from gisapp.domain.map_pages import PageBy
from gisapp.domain.steps import IsCancelled, Progress
from gisapp.export.sign_in import sign_in_sheets
from gisapp.export.situation.matter import Matter
from gisapp.export.situation.parts import chosen_parts
from gisapp.export.stored_run import stored_run
from gisapp.language import tr
from gisapp.printing.batch import BatchDone
from gisapp.printing.call_list import print_call_list
from gisapp.printing.call_pages import print_call_pages
from gisapp.printing.card import print_grid_card
from gisapp.printing.grid_sheets import print_grid_sheets
from gisapp.printing.map_page_batch import print_map_pages
from gisapp.printing.map_scene import county_map
from gisapp.printing.map_sheet import imprint as map_imprint
from gisapp.printing.map_sheet import write_map_sheet
from gisapp.printing.sign_in import sign_in_documents
from gisapp.printing.situation_report import print_situation
from gisapp.printing.table_document import imprint, write_documents
from gisapp.scene import themes
from gisapp.scene.view import Bounds
from gisapp.services.runs.gather_map_pages import gather_map_pages
from gisapp.services.runs.route_calls import route_calls
from gisapp.storage.county import county_file


def call_list(county: Path, path: Path, run_id: int, is_revealed: bool, *, progress: Progress, cancelled: IsCancelled) -> None:
    """The call list of a run with its map."""
    with county_file.reading(county) as connection:
        run = stored_run(connection, run_id, is_revealed=is_revealed)
        print_call_list(connection, run, path, is_revealed=is_revealed, progress=progress, cancelled=cancelled)


def call_pages(county: Path, path: Path, run_id: int, is_revealed: bool, *, progress: Progress, cancelled: IsCancelled) -> None:
    """A page for each contact who must call."""
    with county_file.reading(county) as connection:
        run = stored_run(connection, run_id, is_revealed=is_revealed)
        routes = route_calls(connection, run, is_revealed=is_revealed)
        print_call_pages(connection, run, routes, path, is_revealed=is_revealed, progress=progress, cancelled=cancelled)


def map_pages(
    county: Path, path: Path, run_id: int, is_revealed: bool, by: PageBy, maker: str, *, progress: Progress, cancelled: IsCancelled
) -> BatchDone:
    """A map page for each village or grid of a run, into one PDF or a folder."""
    with county_file.reading(county) as connection:
        run = stored_run(connection, run_id, is_revealed=is_revealed)
        return print_map_pages(
            connection, run, gather_map_pages(connection, run, by), path, by=by, maker=maker, is_revealed=is_revealed,
            progress=progress, cancelled=cancelled,
        )  # fmt: skip


def report(
    county: Path, path: Path, run: int | None, parts: tuple[str, ...], days: int, maker: str, *, progress: Progress, cancelled: IsCancelled
) -> None:
    """The situation report of a run (None = the latest), or only these parts of it."""
    with county_file.reading(county) as connection:
        matter = Matter(connection, stored_run(connection, run), days)
        print_situation(matter, chosen_parts(parts), path, maker=maker, progress=progress, cancelled=cancelled)


def sign_in(county: Path, path: Path, run: int | None, sites: Sequence[int], *, progress: Progress, cancelled: IsCancelled) -> None:
    """Sign-in lists of safe sites, of all of them when none is named."""
    with county_file.reading(county) as connection:
        found, allocation, sheets = sign_in_sheets(connection, run, sites=sites)
        documents = sign_in_documents(sheets, imprint(connection), run=found, allocation=allocation)
    write_documents(path, documents, title=tr("签到表"), progress=progress, cancelled=cancelled)


def grid_card(county: Path, path: Path, grid: int, *, progress: Progress, cancelled: IsCancelled) -> None:
    """A grid's card with its families."""
    with county_file.reading(county) as connection:
        print_grid_card(connection, grid, path)


def grid_sheets(county: Path, folder: Path, *, progress: Progress, cancelled: IsCancelled) -> BatchDone:
    """The sheet of every grid into a folder."""
    with county_file.reading(county) as connection:
        return print_grid_sheets(connection, folder, progress=progress, cancelled=cancelled)


def map_sheet(
    county: Path, path: Path, theme: str, run: int | None, bounds: Bounds, maker: str, *, progress: Progress, cancelled: IsCancelled
) -> None:
    """The map within ``bounds`` as a sheet with title, legend, scale and date."""
    with county_file.reading(county) as connection:
        said = map_imprint(connection, themes.theme(theme).titled(run), maker=maker)
        write_map_sheet(path, county_map(connection, theme=theme, run=run), said, bounds=bounds)
