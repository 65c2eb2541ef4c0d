"""Reading a terrain into the county from the window: a file, its CRS where it names none, one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.errors import BadRequest, Cancelled, GisappError
from gisapp.language import tr
from gisapp.services.hazards.read_terrain import TerrainImport, import_terrain
from gisapp.services.places.ask_crs import CrsAsked, code_of
from gisapp.spatial.source_crs import SourceCrs, crs_from_text
from gisapp.ui.work.desk import WorkDesk

if TYPE_CHECKING:
    from sqlite_utils import Database

    from gisapp.ui.tasks import Control

DEGREES = "4490"
Told = Callable[[Sequence[str]], None]


def read_terrain(desk: WorkDesk) -> None:
    """Choose a GeoTIFF of heights and put it in the place of the county's terrain; what is odd about it is said."""
    ask_terrain(desk, lambda told: _say(desk, told))


def ask_terrain(desk: WorkDesk, then: Told) -> None:
    """Likewise; ``then`` is given what is odd about the file."""
    path = desk.ask.terrain_to_read(Path.home())
    if path is not None:
        _import(desk, path, None, then)


def _import(desk: WorkDesk, path: Path, source: SourceCrs | None, then: Told) -> None:
    who = desk.county.who

    def write(db: Database, control: Control) -> TerrainImport:
        return import_terrain(db, path, who=who, source=source, progress=control.progress, cancelled=control.cancelled)

    def done(found: TerrainImport) -> None:
        desk.tell(found.change, nothing=tr("县文件里已经是这份地形，没有变化。"))
        then(found.told)

    def failed(error: GisappError) -> None:
        if isinstance(error, CrsAsked):
            _ask_crs(desk, path, error, then)
        else:
            desk.county.signals.message.emit("info" if isinstance(error, Cancelled) else "error", str(error))

    desk.county.tasks.write(tr("读入地形"), write, done, failed=failed)


def _ask_crs(desk: WorkDesk, path: Path, asked: CrsAsked, then: Told) -> None:
    fitting = asked.proposals[0].source if asked.proposals else None
    question = tr("{why}\n请填 EPSG 编号，经纬度填 4490：", why=asked.message)
    text = desk.ask.line(tr("坐标系"), question, suggested=code_of(fitting) if fitting else DEGREES)
    if text is None:
        return
    try:
        source = SourceCrs(crs_from_text(text))
    except BadRequest as error:
        desk.county.signals.message.emit("error", str(error))
        return
    _import(desk, path, source, then)


def _say(desk: WorkDesk, told: Sequence[str]) -> None:
    if told:
        desk.county.signals.message.emit("info", tr("；").join(told))
