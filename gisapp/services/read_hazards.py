"""Hazard areas out of a file, in the county's CRS, with what was repaired or refused said row by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely

from gisapp.domain.hazard import HazardKind, HazardLevel, kind_from_text, level_from_text
from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.readers.areas import AreaLayer, AreaRow, read_areas
from gisapp.services.save_hazard import checked
from gisapp.spatial import crs
from gisapp.storage import layers, settings
from gisapp.storage.hazards import HazardArea

_NAME_FIELDS = ("name", "名称", "风险区", "隐患点名称", "mc")
_LEVEL_FIELDS = ("level", "等级", "风险等级", "预警等级", "dj")
_KIND_FIELDS = ("kind", "灾种", "类型", "灾害类型", "zl")


@dataclass(frozen=True, slots=True)
class Problem:
    """One row of the file that was refused or repaired, and why."""

    layer: str
    number: int
    reason: str
    is_refused: bool


@dataclass(frozen=True, slots=True)
class HazardFile:
    """``areas`` taken and refused problems together are all ``total`` rows."""

    total: int
    areas: tuple[HazardArea, ...]
    problems: tuple[Problem, ...]


def read_hazards(
    connection: sqlite3.Connection,
    path: Path,
    *,
    level_field: str | None = None,
    level: HazardLevel = HazardLevel.RED,
    epsg: int | None = None,
) -> HazardFile:
    """Read every polygon of ``path``; name, level and kind come from the fields people usually give them.

    ``level`` stands where no field says one. Raises BadFile when the file cannot be read, says no
    CRS, or has nothing in the county; BadRequest for a level field the file does not have.
    """
    found = read_areas(path)
    _refuse_unknown_field(found, level_field)
    movers = {layer.name: _mover(layer, path, settings.crs(connection), epsg) for layer in found if layer.rows}
    areas: list[HazardArea] = []
    problems = [Problem(row.layer, row.number, row.reason, is_refused=True) for layer in found for row in layer.refused]
    for row in (row for layer in found for row in layer.rows):
        try:
            areas.append(_area(row, movers[row.layer](row.geometry), path.stem, level_field=level_field, level=level))
        except BadRequest as error:
            problems.append(Problem(row.layer, row.number, error.message, is_refused=True))
            continue
        if not row.geometry.is_valid:
            problems.append(Problem(row.layer, row.number, tr("自相交的边界已修复"), is_refused=False))
    outline = _outline(connection)
    if outline is not None and not any(outline.intersects(area.geometry) for area in areas):
        _refuse_swapped_axes(found, movers, outline, path)
    _refuse_useless(areas, problems, outline, path)
    places = {layer.name: place for place, layer in enumerate(found)}
    problems.sort(key=lambda problem: (places[problem.layer], problem.number))
    return HazardFile(sum(layer.total for layer in found), tuple(areas), tuple(problems))


def _refuse_unknown_field(found: tuple[AreaLayer, ...], level_field: str | None) -> None:
    known = {field for layer in found for row in layer.rows for field, _ in row.fields}
    if level_field is not None and level_field not in known:
        raise BadRequest(
            tr("文件里没有字段“{field}”。", field=level_field), tr("文件里的字段：{fields}。", fields="  ".join(sorted(known)) or tr("无"))
        )


def _mover(layer: AreaLayer, path: Path, target: int, epsg: int | None) -> crs.Mover:
    source = epsg if epsg is not None else layer.crs
    if source is None:
        raise BadFile(tr("文件没有说明坐标系：{path}", path=path), tr("请用 --crs 指定，例如 --crs 4490；或补上 .prj 文件。"))
    return crs.mover(source, target)


def _area(row: AreaRow, geometry: shapely.Geometry, stem: str, *, level_field: str | None, level: HazardLevel) -> HazardArea:
    if not np.isfinite(shapely.get_coordinates(geometry)).all():
        raise BadRequest(tr("坐标超出坐标系的范围"))
    fields = {field.lower(): value.strip() for field, value in row.fields}

    def first(names: tuple[str, ...]) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    level_text = first((level_field.lower(),)) if level_field else first(_LEVEL_FIELDS)
    kind_text = first(_KIND_FIELDS)
    area = HazardArea(
        id=None,
        name=first(_NAME_FIELDS) or stem,
        kind=kind_from_text(kind_text) if kind_text else HazardKind.FLOOD,
        level=level_from_text(level_text) if level_text else level,
        source=tr("文件 {name}", name=stem),
        valid_from=None,
        valid_to=None,
        geometry=geometry,
    )
    return checked(area)


def _outline(connection: sqlite3.Connection) -> shapely.Geometry | None:
    divisions = layers.divisions(connection)
    outline = next((shape for shape, level in zip(divisions.geometries, divisions.ranks, strict=True) if level == "county"), None)
    shapely.prepare(outline)
    return outline


def _refuse_swapped_axes(found: tuple[AreaLayer, ...], movers: Mapping[str, crs.Mover], outline: shapely.Geometry, path: Path) -> None:
    for row in (row for layer in found for row in layer.rows):
        swapped = movers[row.layer](shapely.transform(row.geometry, lambda xy: xy[:, ::-1]))
        if np.isfinite(shapely.get_coordinates(swapped)).all() and outline.intersects(swapped):
            raise BadFile(tr("文件里的范围都不在本县：{path}", path=path), tr("坐标轴似乎颠倒了（先纬度后经度），请交换后再试。"))


def _refuse_useless(areas: list[HazardArea], problems: list[Problem], outline: shapely.Geometry | None, path: Path) -> None:
    if not areas:
        reason = tr("第 {number} 行：{reason}。", number=problems[0].number, reason=problems[0].reason.rstrip("。")) if problems else ""
        raise BadFile(tr("文件里没有可用的面：{path}", path=path), reason or tr("请检查文件内容；需要面状图形。"))
    if outline is not None and not any(outline.intersects(area.geometry) for area in areas):
        raise BadFile(tr("文件里的范围都不在本县：{path}", path=path), tr("请检查坐标系是否正确，或是否拿错了文件。"))
