"""What an import of grids leaves behind: gaps, overlaps, houses in no grid, houses that have another grid now."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely

from gisapp.language import tr
from gisapp.services.ledger.known_grids import column, homes_anew
from gisapp.services.ledger.outcome import LedgerPlan
from gisapp.services.places.ask_crs import Ground
from gisapp.spatial import crs
from gisapp.spatial.coverage import CoverageFaults, find_faults

MOST_PLACES, MOST_NAMED = 5, 8


@dataclass(frozen=True, slots=True)
class GridReport:
    """``homes`` and ``former_homes``: (house, grid) of those that have another grid now; ``faults`` of the grids as they will be."""

    homes: Sequence[tuple[int, int | None]]
    former_homes: Sequence[tuple[int, int | None]]
    outside: int
    faults: CoverageFaults
    epsg: int

    @property
    def figures(self) -> dict[str, int]:
        """The counts by name."""
        counts = {"gaps": len(self.faults.gaps), "overlaps": len(self.faults.overlaps)}
        return {**counts, "houses_outside_grids": self.outside, "rehomed": len(self.homes)}

    def noted(self, plan: LedgerPlan, *, replaced: Sequence[str], untouched: int) -> LedgerPlan:
        """The plan with all that in words."""
        notes = []
        if replaced:
            names = tr("、").join(replaced[:MOST_NAMED])
            notes.append(tr("县里 {count:,} 个网格大半被文件里的网格覆盖，由它们替代：{names}", count=len(replaced), names=names))
        if untouched:
            notes.append(tr("县里另有 {count:,} 个网格不在文件里，没有改动", count=untouched))
        notes += [self._faults_in_words()]
        notes.append(
            tr("{moved:,} 处房屋换到所在的网格，每处一次；{outside:,} 处不在任何网格内", moved=len(self.homes), outside=self.outside)
        )
        return replace(plan, notes=(*plan.notes, *notes))

    def _faults_in_words(self) -> str:
        gaps, overlaps = self.faults.gaps, self.faults.overlaps
        if not gaps and not overlaps:
            return tr("导入后网格之间没有缝隙，也没有重叠")
        values = {
            "gaps": len(gaps),
            "overlaps": len(overlaps),
            "gap_ha": sum(gap.area for gap in gaps) / 10_000,
            "overlap_ha": sum(overlap.area for overlap in overlaps) / 10_000,
            "places": self._largest([*gaps, *overlaps]),
        }
        return tr(
            "导入后有缝隙 {gaps:,} 处（{gap_ha:,.2f} 公顷）、重叠 {overlaps:,} 处（{overlap_ha:,.2f} 公顷），最大的在：{places}", **values
        )

    def _largest(self, faults: Sequence[shapely.Geometry]) -> str:
        """Where the largest faults lie, in degrees."""
        chosen = sorted(faults, key=lambda one: -one.area)[:MOST_PLACES]
        xy = shapely.get_coordinates(shapely.point_on_surface(column(chosen)))
        return "  ".join(f"{lon:.5f},{lat:.5f}" for lon, lat in crs.to_degrees(xy, self.epsg).tolist())


def report_on(
    connection: sqlite3.Connection, cells: Mapping[int, shapely.Geometry], touched: set[int], ground: Ground, go_on: Callable[[], None]
) -> GridReport:
    """What follows when the county's grids are ``cells`` and those ``touched`` are new, redrawn or gone."""
    go_on()
    faults = find_faults(np.array([*cells.values(), None], dtype=object)[:-1], ground.outline, go_on=go_on)
    homes, outside = homes_anew(connection, "house", cells, touched, go_on)
    former, _ = homes_anew(connection, "former_house", cells, touched, go_on)
    return GridReport(homes, former, outside, faults, ground.epsg)
