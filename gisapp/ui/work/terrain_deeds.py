"""Reading a terrain into the county from the window: a file, its CRS where it names none, one change."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.errors import Cancelled, GisappError
from gisapp.language import tr
from gisapp.readers.terrain_raster import CrsMissing
from gisapp.services.hazards.read_terrain import TerrainImport, import_terrain
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


def _import(desk: WorkDesk, path: Path, epsg: int | None, then: Told) -> None:
    who = desk.county.who

    def write(db: Database, control: Control) -> TerrainImport:
        return import_terrain(db, path, who=who, epsg=epsg, progress=control.progress, cancelled=control.cancelled)

    def done(found: TerrainImport) -> None:
        desk.tell(found.change, nothing=tr("县文件里已经是这份地形，没有变化。"))
        then(found.told)

    def failed(error: GisappError) -> None:
        if isinstance(error, CrsMissing):
            _ask_crs(desk, path, then)
        else:
            desk.county.signals.message.emit("info" if isinstance(error, Cancelled) else "error", str(error))

    desk.county.tasks.write(tr("读入地形"), write, done, failed=failed)


def _ask_crs(desk: WorkDesk, path: Path, then: Told) -> None:
    question = tr("{file} 没有说明坐标系。请填 EPSG 编号，经纬度填 4490：", file=path.name)
    text = desk.ask.line(tr("坐标系"), question, suggested=DEGREES)
    if text is None:
        return
    if text.isdecimal():
        _import(desk, path, int(text), then)
    else:
        desk.county.signals.message.emit("error", tr("坐标系要填 EPSG 编号，例如 4490 或 4545。"))


def _say(desk: WorkDesk, told: Sequence[str]) -> None:
    if told:
        desk.county.signals.message.emit("info", tr("；").join(told))
