"""A stored run asked again with the homes and people of today: as it was, or "what if" the water stood higher or areas were wider."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from gisapp.domain.affected import AffectedRun
from gisapp.domain.change import Change
from gisapp.domain.hazard import AffectedRule, CountedAt
from gisapp.errors import BadRequest
from gisapp.language import tr
from gisapp.services.hazards.read_depths import DepthHazard
from gisapp.services.runs.find_affected import find_affected
from gisapp.services.runs.pick_run import pick_run
from gisapp.spatial.depth import DepthRaster
from gisapp.storage.runs import kept_runs
from gisapp.storage.runs.kept_runs import RunRaster

if TYPE_CHECKING:
    from sqlite_utils import Database


def repeat_run(
    db: Database,
    run_id: int,
    *,
    who: str,
    buffer_m: float | None = None,
    thresholds: tuple[float, ...] | None = None,
    counted_at: CountedAt | None = None,
    progress: Callable[[int, int], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> tuple[AffectedRun, Change]:
    """Ask a stored run again and store the answer; another buffer, other depths or another way of counting answer "what if".

    The areas and depths are those of the run, whatever became of the saved areas and the file. ``thresholds`` (metres, rising,
    the last is the worst level) hold for every raster of the run. Raises BadRequest for a run that is not there, and for
    thresholds of a run that asked no depths.
    """
    asked = pick_run(db.conn, run_id).question
    depths = _depths(kept_runs.rasters(db.conn, run_id), asked, thresholds)
    return find_affected(
        db,
        kept_runs.asked_areas(db.conn, run_id),
        who=who,
        depths=depths,
        rule=AffectedRule(asked["rule"]),
        area_rule=AffectedRule(asked["area_rule"]) if asked.get("area_rule") else None,
        counted_at=counted_at or CountedAt(asked["counted_at"]),
        buffer_m=float(asked["buffer_m"]) if buffer_m is None else buffer_m,
        repeats=run_id,
        progress=progress,
        cancelled=cancelled,
    )


def _depths(rasters: Sequence[RunRaster], asked: Mapping[str, Any], thresholds: tuple[float, ...] | None) -> list[DepthHazard]:
    """The rasters of a run under the metres asked for, else each under its own."""
    if thresholds and not rasters:
        raise BadRequest(tr("这次研判没有水深栅格，不能改水深分级。"), tr("可以改外扩米数，或另选一次用了水深栅格的研判。"))
    own = [tuple(float(step) for step in steps) for _name, steps in asked.get("steps", ())]
    if len(own) != len(rasters):  # a run of an earlier program kept one row of metres for all
        own = [tuple(float(step) for step in asked.get("thresholds", ()))] * len(rasters)
    odd = [tuple(str(note) for name, note in asked.get("oddities", ()) if name == one.name) for one in rasters]
    return [DepthHazard(_raster(one), thresholds or steps, told=notes) for one, steps, notes in zip(rasters, own, odd, strict=True)]


def _raster(one: RunRaster) -> DepthRaster:
    a, b, c, d, e, f = one.transform
    return DepthRaster(one.name, one.crs, (a, b, c, d, e, f), one.depths)
