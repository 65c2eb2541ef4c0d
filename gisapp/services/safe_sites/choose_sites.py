"""Which safe sites a run's families may go to, and which are left out or doubtful, each with its reason."""

from __future__ import annotations

import math
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray

from gisapp.domain.hazard import AffectedRule
from gisapp.domain.safe_site import Doubt, LeftOut, SafeSite
from gisapp.services.hazards.read_depths import depths_at
from gisapp.spatial.depth import DepthRaster
from gisapp.spatial.inside import points_inside
from gisapp.storage.county import settings
from gisapp.storage.hazards import hazards
from gisapp.storage.runs import kept_runs
from gisapp.storage.runs.stored_runs import StoredRun
from gisapp.storage.safe_sites import safe_sites

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class JudgedSite:
    """A site with why nobody is sent there (None = families may go) and what is doubtful about it."""

    site: SafeSite
    left_out: LeftOut | None
    doubt: Doubt | None


def judge_sites(connection: sqlite3.Connection, run: StoredRun) -> list[JudgedSite]:
    """Every safe site for a run: those inside its areas (buffer included) or under its water are left out, whatever their name."""
    sites = safe_sites.all_sites(connection)
    placed = [site for site in sites if math.isfinite(site.facts.x)]
    xy = np.array([(site.facts.x, site.facts.y) for site in placed], np.float64).reshape(-1, 2)
    in_areas = _inside(xy, kept_runs.widened_areas(connection, run.id))
    is_wet, has_no_depth = _water(connection, run, xy)
    in_others = _inside(xy, [area.geometry for area in hazards.all_areas(connection)])
    at = {site.id: place for place, site in enumerate(placed)}
    found = []
    for site in sites:
        place = at.get(site.id)
        if place is None:
            found.append(JudgedSite(site, LeftOut.NO_PLACE, None))
        elif in_areas[place] or is_wet[place]:
            found.append(JudgedSite(site, LeftOut.IN_HAZARD, None))
        elif not site.facts.is_in_use:
            found.append(JudgedSite(site, LeftOut.NOT_IN_USE, None))
        else:
            doubt = Doubt.OTHER_HAZARD if in_others[place] else Doubt.NO_DEPTH if has_no_depth[place] else None
            found.append(JudgedSite(site, None, doubt))
    return found


def _inside(xy: Floats, areas: Sequence[shapely.Geometry]) -> Flags:
    found = np.zeros(len(xy), bool)
    for area in areas:
        found[points_inside(xy, area)] = True
    return found


def _water(connection: sqlite3.Connection, run: StoredRun, xy: Floats) -> tuple[Flags, Flags]:
    """(under water of the lowest level and more, without any value) of each place, by the depth rasters of a run."""
    rasters = kept_runs.rasters(connection, run.id)
    deepest = np.full(len(xy), np.nan)
    if not rasters or not len(xy):
        return np.zeros(len(xy), bool), np.zeros(len(xy), bool)
    rule, epsg = AffectedRule(run.question["rule"]), settings.crs(connection)
    for one in rasters:
        a, b, c, d, e, f = one.transform
        depths_m, _ = depths_at(DepthRaster(one.name, one.crs, (a, b, c, d, e, f), one.depths), xy, rule, epsg)
        deepest = np.fmax(deepest, depths_m)
    lowest = min((float(step) for step in run.question.get("thresholds", ())), default=0.0)
    return deepest >= lowest, np.isnan(deepest)
