"""Hazard areas out of a file, in the county's CRS, with what was repaired or refused said row by row."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from gisapp.domain.steps import Progress, Steps
from gisapp.errors import BadFile
from gisapp.language import tr
from gisapp.readers.area_rows import AreaLayer
from gisapp.readers.areas import read_areas
from gisapp.services.hazards.area_of_row import Elsewhere, Facts, Unfit, area_of_row
from gisapp.services.hazards.file_crs import ask_about_areas, sources_of
from gisapp.services.hazards.hazard_fields import (
    FieldChoice,
    FieldPreview,
    LevelValue,
    chosen_fields,
    layout_of,
    names_of,
    preview_fields,
    preview_levels,
    said_by,
    ways_to_say,
)
from gisapp.services.hazards.hazard_problems import Fate, Problem, fates_text
from gisapp.services.hazards.large_shapes import LargeShapes, large_shapes
from gisapp.services.hazards.moved_rows import MovedRow, moved_rows
from gisapp.services.hazards.reading import Reading
from gisapp.services.ledger.collector import collector_at_rest
from gisapp.services.places.ask_crs import Ground
from gisapp.spatial import crs
from gisapp.spatial.border import Border
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.hazards.hazards import HazardArea


@dataclass(frozen=True, slots=True)
class HazardFile:
    """``areas`` taken and refused problems together are all ``total`` rows.

    ``choice`` says which field meant what, ``previews`` what the fields hold, ``levels`` what the level's field says,
    ``without_level`` how many areas say nothing of their level, ``layout`` what such files have in common; ``layers`` are the
    rows themselves, to be understood in another way, ``source`` the coordinates they were read in.
    """

    total: int
    areas: tuple[HazardArea, ...]
    problems: tuple[Problem, ...]
    choice: FieldChoice = FieldChoice()
    previews: tuple[FieldPreview, ...] = ()
    levels: tuple[LevelValue, ...] = ()
    without_level: int = 0
    layout: str = ""
    layers: tuple[AreaLayer, ...] = ()
    source: SourceCrs | None = None

    @property
    def has_unknown_level(self) -> bool:
        """Whether the level's field holds words that nobody gave a level to."""
        return any(value.level is None for value in self.levels)

    @property
    def refused(self) -> int:
        """How many rows were refused."""
        return sum(problem.is_refused for problem in self.problems)


def read_hazards(
    connection: sqlite3.Connection,
    path: Path,
    how: Reading | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> HazardFile:
    """Read every polygon of ``path``; name, level, kind, source and time come from the fields chosen, remembered or recognised.

    Raises BadFile when the file cannot be read or has nothing in the county; CrsAsked when its coordinates have to be chosen;
    BadRequest for a field the file does not have; Cancelled.
    """
    layers = read_areas(path, encoding=how.encoding if how else None, cancelled=cancelled)
    found = understood(connection, path, layers, how, progress=progress, cancelled=cancelled)
    refuse_useless(found, path)
    return found


def understood(
    connection: sqlite3.Connection,
    path: Path,
    found: tuple[AreaLayer, ...],
    how: Reading | None = None,
    *,
    progress: Progress | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> HazardFile:
    """The rows of ``path`` as hazard areas, none perhaps; raises otherwise as ``read_hazards`` does."""
    how = how or Reading()
    how = replace(how, source=how.source or tr("文件 {name}", name=path.stem))
    choice = chosen_fields(connection, found, how.fields)
    ways = ways_to_say(names_of(found), choice)
    ground = Ground(connection)
    sources = sources_of(found, how.crs, ground, path)
    movers = {name: _way(source, ground.epsg) for name, source in sources.items()}
    levels = preview_levels(found, ways["level"], dict(choice.levels))
    known = {one.text: one.level for one in levels if one.level is not None}
    facts = Facts(how.level, how.kind, how.source or path.stem, how.valid_from, how.valid_to, known)
    border = None if ground.outline is None else Border(ground.outline)
    with collector_at_rest(), large_shapes(cancelled) as mending:
        ask = Steps(sum(layer.total for layer in found), progress, cancelled)
        taken = _take_all(found, _Means(movers, ways, facts, border, path.stem, mending), ask)
    ask.pause()
    source = next(iter(sources.values()), None)
    if ground.outline is not None and taken.is_any_elsewhere and not any(ground.outline.intersects(one.geometry) for one in taken.areas):
        raise BadFile(tr("文件里的范围都不在本县：{path}", path=path), tr("请检查坐标系是否正确，或是否拿错了文件。"))
    if how.crs is None and source is not None:
        ask_about_areas(taken.areas, source, ground)
    ask.pause()
    return HazardFile(
        ask.total,
        tuple(taken.areas),
        tuple(sorted(taken.problems, key=partial(_in_file, [layer.name for layer in found]))),
        choice,
        preview_fields(found),
        levels,
        taken.without_level,
        layout_of(found),
        found,
        source,
    )


@dataclass(frozen=True, slots=True)
class _Means:
    """What it takes to make an area of a row."""

    movers: Mapping[str, crs.Way]
    ways: Mapping[str, tuple[str, ...]]
    facts: Facts
    border: Border | None
    stem: str
    mending: LargeShapes


@dataclass(slots=True)
class _Taken:
    """What was read so far; ``seen``: what the areas are -> the row that said it first."""

    problems: list[Problem] = field(default_factory=list)
    areas: list[HazardArea] = field(default_factory=list)
    seen: dict[object, tuple[str, int]] = field(default_factory=dict)
    without_level: int = 0
    is_any_elsewhere: bool = False


def _take_all(found: Sequence[AreaLayer], means: _Means, ask: Steps) -> _Taken:
    taken = _Taken()
    for layer in found:
        for refused in layer.refused:
            ask.step()
            name = said_by(dict(refused.fields), means.ways["name"])
            fate = Fate.EMPTY if refused.is_empty else Fate.NO_AREA
            taken.problems.append(Problem(layer.name, refused.number, refused.reason, is_refused=True, name=name, fate=fate))
        for moved in moved_rows(layer.rows, means.movers[layer.name], means.border, means.mending) if layer.rows else ():
            ask.step()
            _take(moved, taken, means)
    return taken


def _take(moved: MovedRow, taken: _Taken, means: _Means) -> None:
    """Read one row into ``taken``: an area, or why not, and whatever has to be told of it."""
    row, fields = moved.row, dict(moved.row.fields)
    said = {meaning: said_by(fields, ways) for meaning, ways in means.ways.items()}
    told: list[Problem] = []
    tell = partial(Problem, row.layer, row.number, is_refused=False, name=said["name"])
    try:
        area, key = area_of_row(
            moved, said, means.facts, stem=means.stem, border=means.border, mending=means.mending, tell=_into(told, tell)
        )
        whole = (area.name, area.level, area.kind, area.source, area.valid_from, area.valid_to, key)
        layer, number = taken.seen.setdefault(whole, (row.layer, row.number))
        if (layer, number) != (row.layer, row.number):
            raise Unfit(tr("与“{layer}”第 {number} 行完全相同，只取一次", layer=layer, number=number), Fate.TWICE)
        taken.areas.append(area)
        taken.without_level += not said["level"]
        if row.was_line:
            told.append(tell(tr("闭合的线按面读取"), fate=Fate.RING))
    except Unfit as error:
        taken.problems.append(Problem(row.layer, row.number, error.message, is_refused=True, name=said["name"], fate=error.fate))
        taken.is_any_elsewhere |= isinstance(error, Elsewhere)
    taken.problems += told


def _into(told: list[Problem], tell: Callable[..., Problem]) -> Callable[..., None]:
    return lambda reason, fate, **areas: told.append(tell(reason, fate=fate, **areas))


def _in_file(names: Sequence[str], problem: Problem) -> tuple[int, int, bool]:
    """Where a problem stands in the file, the reason for a refusal first."""
    return names.index(problem.layer), problem.number, not problem.is_refused


def refuse_useless(found: HazardFile, path: Path) -> None:
    """Raise BadFile for a file without any area, with the reason of its first row."""
    if not found.areas:
        first = next(iter(found.problems), None)
        values = {"fates": fates_text(found.problems)}
        reason = tr("{fates}；第 {number} 行：{reason}。", number=first.number, reason=first.reason.rstrip("。"), **values) if first else ""
        raise BadFile(tr("文件里没有可用的面：{path}", path=path), reason or tr("请检查文件内容；需要面状图形。"))


def _way(source: SourceCrs, target: int) -> crs.Way:
    go = crs.way_between(source.text, target)
    return (lambda xy: go(xy[:, ::-1])) if source.is_swapped else go
