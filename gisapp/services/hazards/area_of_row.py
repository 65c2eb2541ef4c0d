"""One row of a hazard file as a hazard area: its facts as text understood, its shape put right, its place checked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
import shapely

from gisapp.domain.hazard import HazardKind, HazardLevel, kind_from_text, level_from_text
from gisapp.domain.validity import is_in_order, moment_from_text
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.hazard_problems import Fate
from gisapp.services.hazards.large_shapes import LargeShapes
from gisapp.services.hazards.moved_rows import MovedRow
from gisapp.services.hazards.save_hazard import as_area, shape_key, with_sense
from gisapp.spatial.border import Border
from gisapp.spatial.fit import fault_words
from gisapp.storage.hazards.hazards import HazardArea

NEAR_M = 5_000.0
"""An area outside the county, yet no farther from it than any buffer one asks about, is kept."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What holds for areas whose fields say nothing; ``levels``: words of the file that somebody gave a level to."""

    level: HazardLevel
    kind: HazardKind
    source: str
    valid_from: str | None
    valid_to: str | None
    levels: Mapping[str, HazardLevel]


class Unfit(BadRequest):
    """A row that cannot be an area; ``fate`` says in what way."""

    def __init__(self, message: str, fate: Fate) -> None:
        super().__init__(message)
        self.fate = fate


class Elsewhere(Unfit):
    """An area far outside the county."""


class Tell(Protocol):
    """Takes what has to be said of a row that is taken all the same."""

    def __call__(self, reason: str, fate: Fate, *, before_m2: float | None = None, after_m2: float | None = None) -> None: ...


def area_of_row(
    moved: MovedRow,
    said: Mapping[str, str],
    facts: Facts,
    *,
    stem: str,
    border: Border | None,
    mending: LargeShapes,
    tell: Tell,
) -> tuple[HazardArea, bytes]:
    """The area of a row and its ``shape_key``; ``said``: meaning -> what its fields say.

    Raises Unfit when it cannot be one, Cancelled.
    """
    if not moved.is_finite:
        raise Unfit(tr("坐标超出坐标系的范围"), Fate.UNREADABLE)
    valid_from, valid_to = _times(said, facts, tell)
    try:
        area = HazardArea(
            id=None,
            name=said["name"] or stem,
            kind=kind_from_text(said["kind"]) if said["kind"] else facts.kind,
            level=facts.levels.get(said["level"]) or (level_from_text(said["level"]) if said["level"] else facts.level),
            source=said["source"] or facts.source,
            valid_from=valid_from,
            valid_to=valid_to,
            geometry=moved.shape,
        )
        with_sense(area)
    except BadRequest as error:
        raise Unfit(error.message, Fate.UNREADABLE) from error
    away_m, key = moved.away_m, moved.key
    if not moved.is_sound:
        area = replace(area, geometry=_mended(moved.shape, mending, tell))
        away_m = 0.0 if border is None else float(border.away_m(np.array([area.geometry], dtype=object))[0])
        key = shape_key(area)
    _refuse_far(away_m, tell)
    return area, key


def _mended(shape: shapely.Geometry, mending: LargeShapes, tell: Tell) -> shapely.Geometry:
    """The polygons of ``shape``, put right; what that changed is told."""
    try:
        valid, why = mending.mended(shape)
        polygons = as_area(valid)
    except BadRequest as error:
        raise Unfit(error.message, Fate.NO_AREA) from error
    if why:
        values = {"why": fault_words(why), "before": shape.area, "after": polygons.area}
        reason = tr("边界已修复（{why}）：面积 {before:,.0f} → {after:,.0f} 平方米", **values)
        tell(reason, Fate.REPAIRED, before_m2=float(shape.area), after_m2=float(polygons.area))
    if shape.geom_type == "GeometryCollection" and any("Polygon" not in part.geom_type for part in shape.geoms):
        tell(tr("只取其中的面，点和线没有取"), Fate.PARTLY)
    return polygons


def _times(said: Mapping[str, str], facts: Facts, tell: Tell) -> tuple[str | None, str | None]:
    """From when until when; times that contradict each other bound nothing: the area stays, and is told of."""
    first = _moment(said["valid_from"], tell) or facts.valid_from
    last = _moment(said["valid_to"], tell) or facts.valid_to
    if is_in_order(first, last):
        return first, last
    tell(tr("有效期的结束早于开始，两个时间都没有采用"), Fate.TIME)
    return None, None


def _moment(text: str, tell: Tell) -> str | None:
    """A time that cannot be read bounds nothing: the area stays, and is told of."""
    try:
        return moment_from_text(text) if text else None
    except BadRequest as error:
        tell(error.message, Fate.TIME)
        return None


def _refuse_far(away_m: float, tell: Tell) -> None:
    """Raise Elsewhere for an area far from the county; of one outside, yet near, it is told."""
    if away_m > NEAR_M:
        raise Elsewhere(tr("在本县之外（相距 {km:,.1f} 公里）", km=away_m / 1_000), Fate.OUTSIDE)
    if away_m > 0:
        tell(tr("在县界之外 {metres:,.0f} 米，仍保留", metres=away_m), Fate.NEAR)
