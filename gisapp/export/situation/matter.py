"""What every part of the report may draw on."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from gisapp.domain.affected import AffectedRun


@dataclass(frozen=True, slots=True)
class Matter:
    """A stored run with its list (export.stored_run), the county it is in, for how many days needs are computed."""

    connection: sqlite3.Connection
    run: AffectedRun
    days: int

    @property
    def run_id(self) -> int:
        return int(self.run.id)
