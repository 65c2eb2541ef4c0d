"""A stored run asked again: the same areas, depths and rule, with the homes and people of today."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change
from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.services.hazards.read_depths import DepthHazard
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.runs.pick_run import pick_run
from gisapp.spatial.depth import DepthRaster
from gisapp.storage import kept_runs
from gisapp.storage.kept_runs import RunRaster

if TYPE_CHECKING:
    from sqlite_utils import Database


def repeat_run(
    db: Database,
    run_id: int,
    *,
    who: str,
    buffer_m: float | None = None,
    counted_at: CountedAt | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[AffectedRun, Change]:
    """Ask a stored run again and store the answer; another buffer or way of counting answers "what if".

    The areas are those of the run, whatever became of the saved ones. Raises BadRequest for a run that is not there.
    """
    asked = pick_run(db.conn, run_id).question
    thresholds = tuple(float(step) for step in asked.get("thresholds", ()))
    return find_affected(
        db,
        kept_runs.asked_areas(db.conn, run_id),
        who=who,
        depths=[DepthHazard(_raster(one), thresholds) for one in kept_runs.rasters(db.conn, run_id)],
        rule=AffectedRule(asked["rule"]),
        area_rule=AffectedRule(asked["area_rule"]) if asked.get("area_rule") else None,
        counted_at=counted_at or CountedAt(asked["counted_at"]),
        buffer_m=float(asked["buffer_m"]) if buffer_m is None else buffer_m,
        repeats=run_id,
        progress=progress,
        cancelled=cancelled,
    )


def _raster(one: RunRaster) -> DepthRaster:
    a, b, c, d, e, f = one.transform
    return DepthRaster(one.name, one.crs, (a, b, c, d, e, f), one.depths)
