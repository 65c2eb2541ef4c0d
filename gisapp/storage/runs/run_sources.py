"""The areas a stored run asked about, as its report lists them."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from gisapp.domain.hazard import HazardKind, HazardLevel
from gisapp.storage.runs.stored_runs import LEVEL_RANK


class AreaSource(NamedTuple):
    """The areas of one name, kind, level and source."""

    name: str
    kind: HazardKind
    level: HazardLevel
    source: str
    pieces: int


def areas(connection: sqlite3.Connection, run_id: int) -> list[AreaSource]:
    """In the order in which they were asked, the worst level of a name first."""
    rows = connection.execute(
        "SELECT name, kind, level, source, count(*) FROM hazard_run_area WHERE run_id = ? GROUP BY name, kind, level, source"
        f" ORDER BY min(min(id)) OVER (PARTITION BY name), CASE level {LEVEL_RANK} END, source",
        (run_id,),
    )
    return [AreaSource(r[0], HazardKind(r[1]), HazardLevel(r[2]), r[3], r[4]) for r in rows]
