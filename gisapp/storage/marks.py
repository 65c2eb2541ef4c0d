"""Vulnerability marks of families, short enough for a narrow column."""

from __future__ import annotations

import sqlite3
from datetime import date

from gisapp.domain.person import CHILD_BELOW_AGE, ELDERLY_FROM_AGE, Vulnerability, born_on_or_before


def of_affected(connection: sqlite3.Connection, day: date) -> dict[int, str]:
    """household id -> marks with counts over the whole family ("老1 幼2"), for the run in hand."""
    rows = connection.execute(
        "SELECT r.household_id, sum(r.birth_date <= ?), sum(r.birth_date > ?), sum(r.is_disabled), sum(r.is_ill), sum(r.is_pregnant),"
        " count(*) = 1 FROM temp.affected_family f JOIN resident r ON r.household_id = f.household_id AND r.left_on IS NULL GROUP BY 1",
        (born_on_or_before(ELDERLY_FROM_AGE, day), born_on_or_before(CHILD_BELOW_AGE, day)),
    )
    return {row[0]: _text(row[1:]) for row in rows}


def _text(counts: tuple[int, ...]) -> str:
    return " ".join(f"{mark.mark}{count}" for mark, count in zip(Vulnerability, counts, strict=True) if count)
