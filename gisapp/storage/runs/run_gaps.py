"""What is not known of the families of a stored run."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class RunGaps(NamedTuple):
    """``nowhere``: people of the listed families without a sleeping place or note; ``without_phone``: families where nobody has one."""

    nowhere: int
    without_phone: int


def of_run(connection: sqlite3.Connection, run_id: int) -> RunGaps:
    """Counted over today's records."""
    nowhere = connection.execute(
        "SELECT count(*) FROM hazard_run_household x CROSS JOIN resident r ON r.household_id = x.household_id AND r.left_on IS NULL"
        " WHERE x.run_id = ? AND r.sleeping_house_id IS NULL AND coalesce(r.sleeping_note, '') = ''",
        (run_id,),
    ).fetchone()[0]
    silent = connection.execute(
        "SELECT count(*) FROM hazard_run_household x WHERE x.run_id = ? AND NOT EXISTS (SELECT 1 FROM resident r"
        " WHERE r.household_id = x.household_id AND r.left_on IS NULL AND coalesce(r.phone, '') <> '')",
        (run_id,),
    ).fetchone()[0]
    return RunGaps(int(nowhere), int(silent))
