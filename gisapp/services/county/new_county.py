"""A new county file from an outline: one shipped with the program, or anybody's file."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from math import isfinite
from pathlib import Path

import shapely

from gisapp import paths
from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.readers.areas import read_areas
from gisapp.services.county.create_county import create_county
from gisapp.spatial import crs


@dataclass(frozen=True, slots=True)
class NewCounty:
    """What was made."""

    name: str
    epsg: int


def new_county(path: Path, *, county: str | None, outline: Path | None, name: str | None = None, epsg: int | None = None) -> NewCounty:
    """Make an empty county at ``path`` from a shipped ``county`` (code or name) or from an ``outline`` file.

    Raises BadRequest when neither or both are given, BadFile for an outline that cannot be read.
    """
    if (county is None) == (outline is None):
        raise BadRequest(tr("请写 --county 或 --outline，二选一。"), tr("例如：--county 汉阴县，或 --outline 县界.geojson。"))
    code, title, shape = _shipped(county) if county is not None else _from_file(outline or Path())
    used = create_county(path, name=name or title, code=code, outline=shape, epsg=epsg)
    return NewCounty(name or title, used)


def _shipped(county: str) -> tuple[str, str, shapely.Geometry]:
    folder = paths.resources() / "sample"
    with (folder / "hanyin_divisions.csv").open(encoding="utf-8", newline="") as file:
        known = [(row["code"], row["name"]) for row in csv.DictReader(file) if row["level"] == "county"]
    for code, title in known:
        if county.strip() in (code, title, title.removesuffix("县")):
            return code, title, _whole(folder / "hanyin_outline.geojson")
    raise BadRequest(
        tr("没有“{county}”的边界。", county=county),
        tr("附带的县：{names}；其他县请用 --outline 给出边界文件。", names=tr("、").join(title for _, title in known)),
    )


def _from_file(outline: Path) -> tuple[str, str, shapely.Geometry]:
    return "000000", outline.stem, _whole(outline)


def _whole(outline: Path) -> shapely.Geometry:
    """All polygons of the file as one, in WGS 84 degrees."""
    shapes: list[shapely.Geometry] = []
    for layer in read_areas(outline):
        if layer.rows and layer.crs is None:
            raise BadFile(tr("文件没有说明坐标系：{path}", path=outline), tr("请补上 .prj 文件，或另存为 GeoJSON。"))
        move = crs.mover(layer.crs or crs.WGS84, crs.WGS84)
        shapes += [move(row.geometry) for row in layer.rows]
    try:
        whole = shapely.union_all([shapely.make_valid(shape) for shape in shapes])
    except shapely.GEOSException as error:  # a corner that is no number
        raise _useless(outline) from error
    if whole.is_empty or whole.area <= 0:
        raise _useless(outline)
    if not isfinite(whole.centroid.x):
        raise BadFile(tr("边界的坐标不是地球上的位置：{path}", path=outline), tr("请检查坐标系，或重新导出后再试。"))
    return whole


def _useless(outline: Path) -> BadFile:
    return BadFile(tr("文件里没有可用的面：{path}", path=outline), tr("请检查文件内容；需要面状图形。"))
