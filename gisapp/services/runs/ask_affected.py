"""The flood question as people ask it: by names of saved hazards, by files, or both together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change
from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.readers.areas import SUFFIXES
from gisapp.readers.depth_raster import SUFFIXES as RASTERS
from gisapp.services.hazards.hazard_fields import FieldChoice
from gisapp.services.hazards.hazard_problems import Problem
from gisapp.services.hazards.read_depths import DepthHazard, is_raster, read_depth_hazard
from gisapp.services.hazards.read_hazards import HazardFile, read_hazards
from gisapp.services.hazards.reading import Reading
from gisapp.services.runs.find_affected import find_affected, named_areas
from gisapp.spatial.source_crs import SourceCrs
from gisapp.storage.hazards.hazards import HazardArea, all_areas

if TYPE_CHECKING:
    from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Answer:
    """The stored run, its Change, and the rows of files that were repaired or refused."""

    run: AffectedRun
    change: Change
    problems: tuple[Problem, ...]


def ask_affected(
    db: Database,
    hazards: Sequence[str],
    *,
    who: str,
    fields: FieldChoice | None = None,
    rule: AffectedRule | None = None,
    area_rule: AffectedRule | None = None,
    thresholds: tuple[float, ...] | None = None,
    counted_at: CountedAt = CountedAt.HOMES,
    buffer_m: float = 0.0,
    at_time: str | None = None,
    source: SourceCrs | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Answer:
    """Answer for every hazard named or read from a file; a name of the county goes before a file of that name."""
    areas: list[HazardArea] = []
    files: list[HazardFile] = []
    depths: list[DepthHazard] = []
    for text in dict.fromkeys(hazards):
        if all_areas(db.conn, name=text) or Path(text).suffix.lower() not in (*SUFFIXES, *RASTERS):
            areas += named_areas(db.conn, [text])
        elif is_raster(text):
            depths.append(read_depth_hazard(db.conn, Path(text), thresholds, source=source, cancelled=cancelled))
        else:
            how = Reading(fields=fields or FieldChoice(), crs=source)
            files.append(read_hazards(db.conn, Path(text), how, cancelled=cancelled))
            areas += files[-1].areas
    if thresholds is not None and not depths:
        raise BadRequest(tr("水深分级只用于水深栅格。"), tr("请去掉 --thresholds，或用 --hazard 指定一个 GeoTIFF。"))
    run, change = find_affected(
        db,
        areas,
        who=who,
        depths=depths,
        rule=rule,
        area_rule=area_rule,
        counted_at=counted_at,
        buffer_m=buffer_m,
        at_time=at_time,
        progress=progress,
        cancelled=cancelled,
    )
    return Answer(run, change, tuple(problem for file in files for problem in file.problems))
