"""Where the rows of a table lie, in the county's own metres: coordinates understood, shapes made fit, everything odd told."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.ledger import LedgerKind
from gisapp.domain.shape_kind import ShapeKind
from gisapp.language import tr
from gisapp.services.places.ask_crs import Ground, source_of, title_of
from gisapp.spatial import crs
from gisapp.spatial.fit import Fitted, fit
from gisapp.spatial.source_crs import SourceCrs, is_old_datum

if TYPE_CHECKING:
    from gisapp.services.ledger.table import LedgerTable

LONGEST_CELL = 32_000
NEAR_M = 5_000.0
"""A shape outside the county, yet no farther from it than this, is kept: a bridge over the border, a neighbour's road."""


@dataclass(frozen=True, slots=True, eq=False)
class RowShapes:
    """``by_row`` (row number -> shape in the county's metres), ``refused`` (row -> why its shape cannot be used), ``told`` (row ->
    what was changed). ``source`` is how the coordinates were understood, ``is_chosen`` when a person said so.

    ``counts``: kept in the answer of the command; ``notes``: what a person should know of the whole.
    """

    by_row: Mapping[int, shapely.Geometry]
    refused: Mapping[int, str]
    told: Mapping[int, tuple[str, ...]]
    source: SourceCrs
    is_chosen: bool
    counts: Mapping[str, int]
    notes: tuple[str, ...]
    is_of_a_map: bool
    epsg: int
    """The county's own metres, in which the shapes are."""
    lost: Mapping[int, shapely.Geometry] = field(default_factory=dict)
    """The shapes of refused rows as they came: to be corrected by whoever knows better."""


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Rows of one layer in the order of the file: ``numbers`` and ``shapes`` (n,), ``troubles`` place -> why there is no shape."""

    numbers: Sequence[int]
    shapes: NDArray[np.object_]
    crs: str | None
    troubles: Mapping[int, str]
    curved: frozenset[int]
    title: str = ""


def shapes_on(
    connection: sqlite3.Connection, parts: Sequence[Rows], kind: LedgerKind, *, chosen: SourceCrs | None, is_of_a_map: bool = True
) -> RowShapes:
    """The rows of all ``parts`` on the county's ground.

    Raises CrsAsked (a BadRequest) where the coordinates are not stated, or lie elsewhere than in the county as they are stated.
    """
    ground = Ground(connection)
    sources = [source_of(part.shapes, part.crs, chosen=chosen, ground=ground, title=part.title) for part in parts]
    numbers = [number for part in parts for number in part.numbers]
    moved = [_moved(part.shapes, source, ground) for part, source in zip(parts, sources, strict=True)]
    troubles: dict[int, str] = {}
    curved: set[int] = set()
    at = 0
    for part in parts:
        troubles |= {at + place: why for place, why in part.troubles.items()}
        curved |= {at + place for place in part.curved}
        at += len(part.numbers)
    came = np.concatenate([np.empty(0, dtype=object), *moved])
    found = fit(came, kind.shape or ShapeKind.POINT)
    for place, why in troubles.items():
        found.refuse(place, why)
    for place in curved - set(found.refused):
        found.tell(place, tr("曲线按短直线读取"))
    _judge_distance(found, ground)
    is_high = np.concatenate([np.empty(0, bool), *(shapely.has_z(part.shapes) | shapely.has_m(part.shapes) for part in parts)])
    counts = {
        "with_height": int((is_high & ~shapely.is_missing(found.shapes)).sum()),
        "multi_part": found.multi_part,
        "repaired": found.repaired,
        "curved": len(curved - set(found.refused)),
    }
    rows = _rows(found, numbers, sources, counts, is_chosen=chosen is not None, is_of_a_map=is_of_a_map, epsg=ground.epsg)
    return replace(rows, lost={numbers[place]: came[place] for place in found.refused if _can_be_written(came[place])})


def written_shapes(table: LedgerTable, rows: Iterable[int]) -> dict[int, str]:
    """The shapes of ``rows`` as a sheet can hold them: WKT in degrees of CGCS2000, which is read back; what is too long is said so."""
    found = table.shapes
    if found is None:
        return {}
    known = {**found.lost, **found.by_row}
    chosen = {row: known[row] for row in rows if row in known}
    degrees = crs.moved_shapes(np.array([*chosen.values(), None], dtype=object)[:-1], found.epsg, crs.CGCS2000)
    texts = shapely.to_wkt(degrees, rounding_precision=8)
    long = tr("（图形太大，表格放不下，请在原来的图形文件里改）")
    return {row: text if len(text) <= LONGEST_CELL else long for row, text in zip(chosen, texts.tolist(), strict=True)}


def _can_be_written(shape: shapely.Geometry | None) -> bool:
    """Whether there is a shape at all, of numbers."""
    return shape is not None and not shape.is_empty and bool(np.isfinite(shapely.get_coordinates(shape)).all())


def _moved(shapes: NDArray[np.object_], source: SourceCrs | None, ground: Ground) -> NDArray[np.object_]:
    if source is None:
        return shapes
    return crs.moved_shapes(shapely.force_2d(shapes), source.text, ground.epsg, is_swapped=source.is_swapped)


def _judge_distance(found: Fitted, ground: Ground) -> None:
    """Shapes far outside the county are refused; those near it are told."""
    if ground.outline is None:
        return
    is_there = ~shapely.is_missing(found.shapes)
    places = np.flatnonzero(is_there)
    beyond = places[~shapely.intersects(ground.outline, found.shapes[is_there])]
    away = shapely.distance(ground.outline, found.shapes[beyond])
    for place, metres in zip(beyond.tolist(), away.tolist(), strict=True):
        if metres > NEAR_M:
            found.refuse(place, tr("在本县之外（相距 {km:,.1f} 公里）", km=metres / 1_000))
        else:
            found.tell(place, tr("在县界之外 {metres:,.0f} 米，仍保留", metres=metres))


def _rows(
    found: Fitted,
    numbers: Sequence[int],
    sources: Sequence[SourceCrs | None],
    counts: Mapping[str, int],
    *,
    is_chosen: bool,
    is_of_a_map: bool,
    epsg: int,
) -> RowShapes:
    known = [source for source in sources if source is not None]
    return RowShapes(
        {number: shape for number, shape in zip(numbers, found.shapes.tolist(), strict=True) if shape is not None},
        {numbers[place]: why for place, why in found.refused.items()},
        {numbers[place]: tuple(texts) for place, texts in found.told.items()},
        known[0] if known else SourceCrs(f"EPSG:{crs.CGCS2000}"),
        is_chosen,
        counts,
        tuple(_notes(counts, known)),
        is_of_a_map,
        epsg,
    )


def _notes(counts: Mapping[str, int], sources: Sequence[SourceCrs]) -> list[str]:
    notes = [tr("坐标系：{crs}", crs=title_of(source)) for source in dict.fromkeys(sources)]
    if any(is_old_datum(source.text) for source in sources):
        notes.append(tr("西安80、北京54 与 CGCS2000 之间没有公开的精确参数，位置可能差几十到一百多米"))
    counted = (
        (counts["with_height"], tr("{count:,} 个图形带高程，只取平面", count=counts["with_height"])),
        (counts["multi_part"], tr("{count:,} 个图形由几部分组成", count=counts["multi_part"])),
        (counts["curved"], tr("{count:,} 个图形有曲线，按短直线读取", count=counts["curved"])),
        (counts["repaired"], tr("{count:,} 个图形的边界已修复，见“留意”", count=counts["repaired"])),
    )
    return notes + [text for count, text in counted if count]
