"""The area that a raised river reaches, as a file for other programs: its figures and what the method leaves out go with it."""

from __future__ import annotations

from pathlib import Path

from gisapp.domain.river_level import LevelFigures
from gisapp.errors import BadRequest
from gisapp.export.geodata import Place, write_geojson, write_layer
from gisapp.export.placed_table import PlacedTable
from gisapp.export.table import Column, Content
from gisapp.language import tr
from gisapp.storage.county import geopackage
from gisapp.storage.hazards.hazards import HazardArea

ENDINGS = (".geojson", ".gpkg")


def refuse_ending(path: Path) -> None:
    """Raise BadRequest for a kind of file that holds no area."""
    if path.suffix.lower() not in ENDINGS:
        ending, known = path.suffix or path.name, "  ".join(ENDINGS)
        raise BadRequest(tr("不认识文件类型“{ending}”。", ending=ending), tr("可用的类型：{endings}。", endings=known))


def write_river_area(path: Path, area: HazardArea, figures: LevelFigures, *, srs_id: int) -> None:
    """Write one area with its figures: .geojson in degrees, .gpkg in the county's CRS. Raises BadFile, BadRequest."""
    refuse_ending(path)
    texts = {"name": area.name, "kind": area.kind.value, "level": area.level.value, "source": area.source}
    numbers = {"level_m": figures.level_m, "area_ha": figures.area_ha}
    counts = {name: getattr(figures, name) for name in ("houses", "households", "residents", "unknown")}
    columns = (
        *(Column(key, key, 20) for key in texts),
        *(Column(key, key, 10, Content.NUMBER) for key in numbers),
        *(Column(key, key, 10, Content.INTEGER) for key in counts),
    )
    line = ((*texts.values(), *numbers.values(), *counts.values()), geopackage.encode(area.geometry, srs_id))
    placed = PlacedTable("hazard_area", area.name, columns, (line,), (), "MultiPolygon", 1)
    write = write_layer if path.suffix.lower() == ".gpkg" else write_geojson
    write(path, placed, [column.key for column in columns], Place(srs_id, srs_id), tell=lambda _count: None)
