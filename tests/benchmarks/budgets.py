"""What is promised of a county of the sample's size, and of one ten times as large: nothing worse than linear."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

TEN_TIMES_GRIDS = 40_000


@dataclass(frozen=True, slots=True)
class Budgets:
    """Milliseconds, and megabytes of resident memory."""

    start_ms: float = 1_500.0
    block_ms: float = 50.0
    theme_ms: float = 50.0
    drag_median_ms: float = 16.0
    drag_p99_ms: float = 33.0
    memory_mb: float = 450.0
    frame_ms: float | None = None
    inside_ms: float = 30.0
    run_ms: float = 1_000.0


TEN_TIMES = Budgets(
    start_ms=6_000.0,
    block_ms=250.0,
    theme_ms=500.0,
    drag_median_ms=33.0,
    drag_p99_ms=250.0,
    memory_mb=4_500.0,
    frame_ms=250.0,
    inside_ms=300.0,
    run_ms=10_000.0,
)


def budgets_for(county: Path) -> Budgets:
    """The budgets for a county file, by its number of grids."""
    with closing(sqlite3.connect(f"{county.resolve().as_uri()}?mode=ro", uri=True)) as connection:
        grids = connection.execute("SELECT count(*) FROM grid").fetchone()[0]
    return TEN_TIMES if grids > TEN_TIMES_GRIDS else Budgets()
