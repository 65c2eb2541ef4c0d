"""Hazard areas out of a file, in the county's CRS, with what was repaired or refused said row by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

import numpy as np
import shapely

from gisapp.domain.hazard import HazardKind, HazardLevel, kind_from_text, level_from_text
from gisapp.domain.validity import is_in_order, moment_from_text
from gisapp.errors import BadFile, BadRequest
from gisapp.language import tr
from gisapp.readers.area_rows import AreaLayer, AreaRow
from gisapp.readers.areas import read_areas
from gisapp.services.hazards.hazard_fields import FieldChoice, FieldPreview, chosen_fields, layout_of, names_of, preview_fields, ways_to_say
from gisapp.services.hazards.save_hazard import checked
from gisapp.spatial import crs
from gisapp.storage import layers, settings
from gisapp.storage.hazards import HazardArea

NEAR_M = 5_000.0
"""An area outside the county, yet no farther from it than any buffer one asks about, is kept."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a file is read: ``fields`` asked for, and what holds for areas whose fields say nothing.

    ``epsg`` and ``encoding`` go before what the file says itself; times are ISO days or minutes.
    """

    fields: FieldChoice = FieldChoice()
    level: HazardLevel = HazardLevel.RED
    kind: HazardKind = HazardKind.FLOOD
    source: str | None = None
    valid_from: str | None = None
    valid_to: str | None = None
    epsg: int | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """One row of the file that was refused, repaired or must be looked at, and why."""

    layer: str
    number: int
    reason: str
    is_refused: bool
    name: str = ""


@dataclass(frozen=True, slots=True)
class HazardFile:
    """``areas`` taken and refused problems together are all ``total`` rows.

    ``choice`` says which field meant what, ``previews`` what the fields hold, ``layout`` what such files have in common.
    """

    total: int
    areas: tuple[HazardArea, ...]
    problems: tuple[Problem, ...]
    choice: FieldChoice = FieldChoice()
    previews: tuple[FieldPreview, ...] = ()
    layout: str = ""

    @property
    def refused(self) -> int:
        """How many rows were refused."""
        return sum(problem.is_refused for problem in self.problems)


def read_hazards(connection: sqlite3.Connection, path: Path, how: Reading | None = None) -> HazardFile:
    """Read every polygon of ``path``; name, level, kind and time come from the fields chosen, remembered or recognised.

    Raises BadFile when the file cannot be read, says no CRS, or has nothing in the county; BadRequest for a field
    the file does not have.
    """
    how = how or Reading()
    how = replace(how, source=how.source or tr("文件 {name}", name=path.stem))
    found = read_areas(path, encoding=how.encoding)
    choice = chosen_fields(connection, found, how.fields)
    movers = {layer.name: _mover(layer, path, settings.crs(connection), how.epsg) for layer in found if layer.rows}
    outline = _outline(connection)
    ways = ways_to_say(names_of(found), choice)
    taken = _Taken([Problem(row.layer, row.number, row.reason, is_refused=True) for layer in found for row in layer.refused])
    for row in (row for layer in found for row in layer.rows):
        said = partial(_said, dict(row.fields), ways)
        read = partial(_area, row.geometry, movers[row.layer], path.stem, outline=outline, said=said, how=how)
        _take(row, taken, read, name=said("name"))
    if outline is not None and not any(outline.intersects(area.geometry) for area in taken.areas):
        _refuse_swapped_axes(found, movers, outline, path)
        if taken.areas or taken.is_any_elsewhere:
            raise BadFile(tr("文件里的范围都不在本县：{path}", path=path), tr("请检查坐标系是否正确，或是否拿错了文件。"))
    _refuse_useless(taken, path)
    places = {layer.name: place for place, layer in enumerate(found)}
    problems = sorted(taken.problems, key=lambda problem: (places[problem.layer], problem.number, not problem.is_refused))
    total = sum(layer.total for layer in found)
    return HazardFile(total, tuple(taken.areas), tuple(problems), choice, preview_fields(found), layout_of(found))


@dataclass(slots=True)
class _Taken:
    """What was read so far."""

    problems: list[Problem]
    areas: list[HazardArea] = field(default_factory=list)
    is_any_elsewhere: bool = False


class _Elsewhere(BadRequest):
    """An area far outside the county."""


def _take(row: AreaRow, taken: _Taken, read: Callable[..., HazardArea], *, name: str) -> None:
    """Read one row into ``taken``: an area, or why not, and whatever has to be told of it."""
    told: list[str] = []
    try:
        taken.areas.append(read(told=told))
    except BadRequest as error:
        taken.problems.append(Problem(row.layer, row.number, error.message, is_refused=True, name=name))
        taken.is_any_elsewhere |= isinstance(error, _Elsewhere)
    taken.problems += [Problem(row.layer, row.number, reason, is_refused=False, name=name) for reason in told]


def _refuse_useless(taken: _Taken, path: Path) -> None:
    if not taken.areas:
        first = next(iter(taken.problems), None)
        reason = tr("第 {number} 行：{reason}。", number=first.number, reason=first.reason.rstrip("。")) if first else ""
        raise BadFile(tr("文件里没有可用的面：{path}", path=path), reason or tr("请检查文件内容；需要面状图形。"))


def _mover(layer: AreaLayer, path: Path, target: int, epsg: int | None) -> crs.Mover:
    source = epsg if epsg is not None else (target if layer.is_in_metres else layer.crs)
    if source is None:
        raise BadFile(tr("文件没有说明坐标系：{path}", path=path), tr("请用 --crs 指定，例如 --crs 4490；或补上 .prj 文件。"))
    return crs.mover(source, target)


def _area(
    shape: shapely.Geometry,
    move: crs.Mover,
    stem: str,
    *,
    outline: shapely.Geometry | None,
    said: Callable[[str], str],
    how: Reading,
    told: list[str],
) -> HazardArea:
    """One row as an area; ``told`` gets what had to be changed. Raises BadRequest when it cannot be one."""
    geometry = move(shape)
    if not np.isfinite(shapely.get_coordinates(geometry)).all():
        raise BadRequest(tr("坐标超出坐标系的范围"))
    level_text, kind_text = said("level"), said("kind")
    valid_from, valid_to = _times(said, how, told)
    area = HazardArea(
        id=None,
        name=said("name") or stem,
        kind=kind_from_text(kind_text) if kind_text else how.kind,
        level=level_from_text(level_text) if level_text else how.level,
        source=how.source or stem,
        valid_from=valid_from,
        valid_to=valid_to,
        geometry=geometry,
    )
    ready = checked(area)
    told += list(_changes(geometry, ready.geometry))
    return _near(ready, outline, told)


def _said(fields: Mapping[str, str], ways: Mapping[str, tuple[str, ...]], meaning: str) -> str:
    """What a row says of a meaning, in the first field that says anything."""
    return next((value for field in ways[meaning] if (value := fields.get(field, "").strip())), "")


def _times(said: Callable[[str], str], how: Reading, told: list[str]) -> tuple[str | None, str | None]:
    """From when until when; times that contradict each other bound nothing: the area stays, and is told of."""
    first = _moment(said("valid_from"), told) or how.valid_from
    last = _moment(said("valid_to"), told) or how.valid_to
    if is_in_order(first, last):
        return first, last
    told.append(tr("有效期的结束早于开始，两个时间都没有采用"))
    return None, None


def _moment(text: str, told: list[str]) -> str | None:
    """A time that cannot be read bounds nothing: the area stays, and is told of."""
    try:
        return moment_from_text(text) if text else None
    except BadRequest as error:
        told.append(error.message)
        return None


def _changes(before: shapely.Geometry, after: shapely.Geometry) -> Iterator[str]:
    """What repairing changed, in words."""
    if not before.is_valid:
        values = {"why": _fault(shapely.is_valid_reason(before)), "before": before.area, "after": after.area}
        yield tr("边界已修复（{why}）：面积 {before:,.0f} → {after:,.0f} 平方米", **values)
    if before.geom_type == "GeometryCollection" and any("Polygon" not in part.geom_type for part in before.geoms):
        yield tr("只取其中的面，点和线没有取")


def _fault(reason: str) -> str:
    known = (
        ("Self-intersection", tr("自相交")),
        ("Ring Self-intersection", tr("环自相交")),
        ("Hole", tr("洞在外环之外")),
        ("Nested", tr("面套着面")),
        ("Interior", tr("内部不相连")),
        ("Duplicate", tr("环重复")),
    )
    return next((words for start, words in known if reason.startswith(start)), tr("边界不合规"))


def _near(area: HazardArea, outline: shapely.Geometry | None, told: list[str]) -> HazardArea:
    """``area`` when it lies in the county or near it; raises BadRequest for one far away."""
    if outline is None or outline.intersects(area.geometry):
        return area
    away_m = float(outline.distance(area.geometry))
    if away_m > NEAR_M:
        raise _Elsewhere(tr("在本县之外（相距 {km:,.1f} 公里）", km=away_m / 1_000))
    told.append(tr("在县界之外 {metres:,.0f} 米，仍保留", metres=away_m))
    return area


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
