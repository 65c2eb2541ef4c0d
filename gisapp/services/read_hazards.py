"""Hazard areas out of a file, in the county's CRS, with what was repaired or refused said row by row."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from pathlib import Path

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
    target = settings.crs(connection)
    areas: list[HazardArea] = []
    problems: list[Problem] = []
    found = read_areas(path)
    _refuse_unknown_field(found, level_field)
    for layer in found:
        problems += [Problem(row.layer, row.number, row.reason, is_refused=True) for row in layer.refused]
        if not layer.rows:
            continue
        move = _mover(layer, path, target, epsg)
        for row in layer.rows:
            try:
                areas.append(_area(row, move(row.geometry), path.stem, level_field=level_field, level=level))
            except BadRequest as error:
                problems.append(Problem(row.layer, row.number, error.message, is_refused=True))
                continue
            if not row.geometry.is_valid:
                problems.append(Problem(row.layer, row.number, tr("自相交的边界已修复"), is_refused=False))
    _refuse_outside(connection, areas, path)
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


def _refuse_outside(connection: sqlite3.Connection, areas: list[HazardArea], path: Path) -> None:
    if not areas:
        raise BadFile(tr("文件里没有可用的面：{path}", path=path), tr("请检查文件内容；需要面状图形。"))
    divisions = layers.divisions(connection)
    outlines = [shape for shape, level in zip(divisions.geometries, divisions.ranks, strict=True) if level == "county"]
    if not outlines:
        return
    shapely.prepare(outlines[0])
    if any(outlines[0].intersects(area.geometry) for area in areas):
        return
    swapped = [shapely.transform(area.geometry, lambda xy: xy[:, ::-1]) for area in areas]
    hint = (
        tr("坐标轴似乎颠倒了（先纬度后经度），请交换后再试。")
        if any(outlines[0].intersects(shape) for shape in swapped)
        else tr("请检查坐标系是否正确，或是否拿错了文件。")
    )
    raise BadFile(tr("文件里的范围都不在本县：{path}", path=path), hint)
